"""How well predicted entities agree with gold ones: strict, by span alone, and by label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from tui.language.training.annotated import Span

PLACE = {"GPE": "PLACE", "LOC": "PLACE"}
"""Merges the two labels for places: the figure that general corpora allow."""


@dataclass(slots=True)
class Count:
    """Entities that are right, predicted and in the gold, and what follows from them (0 to 1)."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The part of what was predicted that is right; 0 where nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class Scores:
    """Counts over texts: whole (``strict``), boundaries alone (``span``), and by label."""

    strict: Count = field(default_factory=Count)
    span: Count = field(default_factory=Count)
    labels: dict[str, Count] = field(default_factory=dict)

    def of(self, label: str) -> Count:
        """The counts of a label; zeros for one that was not met."""
        return self.labels.get(label) or Count()

    def add(
        self,
        gold: Iterable[Span],
        predicted: Iterable[Span],
        *,
        labels: Iterable[str] | None = None,
        merge: Mapping[str, str] | None = None,
        ignore: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Count one text.

        Only ``labels`` (all, if None) are compared, after ``merge`` renamed them; a prediction
        that touches an ignored stretch, and is not itself in the gold, does not count.
        """
        names = merge or {}
        wanted = set(labels) if labels is not None else None
        ignored = list(ignore)

        def kept(spans: Iterable[Span]) -> set[Span]:
            named = {(start, end, names.get(label, label)) for start, end, label in spans}
            return {one for one in named if wanted is None or one[2] in wanted}

        right, found = kept(gold), kept(predicted)
        found = {
            one
            for one in found
            if one in right or not any(one[0] < end and start < one[1] for start, end in ignored)
        }
        _count(self.strict, right, found)
        _count(self.span, {one[:2] for one in right}, {one[:2] for one in found})
        for label in sorted({one[2] for one in right | found}):
            count = self.labels.setdefault(label, Count())
            _count(
                count,
                {one for one in right if one[2] == label},
                {one for one in found if one[2] == label},
            )


def _count(count: Count, gold: Set[tuple[Any, ...]], found: Set[tuple[Any, ...]]) -> None:
    count.right += len(gold & found)
    count.predicted += len(found)
    count.gold += len(gold)
