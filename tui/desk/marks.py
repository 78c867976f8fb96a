"""Marked places of a text in layers, found by bisection for each line painted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to show: ``style`` names its look, ``item`` is what it stands for."""

    start: int
    end: int
    style: str
    item: Any = None


@dataclass(slots=True)
class Layer:
    """Marks of one kind in reading order; they may overlap."""

    marks: list[Mark] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _reach: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Layer:
        """A layer of these marks, whatever their order."""
        ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
        starts = [mark.start for mark in ordered]
        return cls(ordered, starts, list(accumulate((mark.end for mark in ordered), max)))

    def over(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that overlap [start, end), last first."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self.marks[at].end > start:
                yield self.marks[at]
            at -= 1

    def step(self, offset: int, forward: bool) -> Mark | None:
        """The first mark that starts after (or before) ``offset``."""
        if forward:
            at = bisect_right(self._starts, offset)
            return self.marks[at] if at < len(self.marks) else None
        at = bisect_left(self._starts, offset) - 1
        return self.marks[at] if at >= 0 else None


def pieces(start: int, end: int, layers: Iterable[Layer]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Cut [start, end) into pieces with the styles that apply, lower layers first."""
    found = [[mark for mark in layer.over(start, end)][::-1] for layer in layers]
    cuts = {start, end}
    for layer in found:
        for mark in layer:
            cuts.add(max(start, mark.start))
            cuts.add(min(end, mark.end))
    edges = sorted(cuts)
    return [
        (
            a,
            b,
            tuple(m.style for layer in found for m in layer if m.start <= a and m.end >= b),
        )
        for a, b in pairwise(edges)
    ]
