"""Letter hints: a label over every item in view; typing it makes that item the current one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.desk.marks import Mark
from tui.desk.widgets.reader import ANNOTATIONS, DATES, ENTITIES, LINKS

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of labels, home row first."""


def labels(count: int) -> list[str]:
    """So many labels, none the beginning of another: all of one letter, or all of two."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return [a + b for a in LETTERS for b in LETTERS][:count]


@dataclass(slots=True)
class Hints:
    """Marks by their labels, and what was typed of a label."""

    marks: dict[str, Mark] = field(default_factory=dict)
    typed: str = ""

    @classmethod
    def over(cls, marks: Iterable[Mark]) -> Hints:
        """Label marks in reading order; of those at one place the last, which lies on top."""
        places = {mark.start: mark for mark in marks}
        return cls(
            dict(zip(labels(len(places)), (places[at] for at in sorted(places)), strict=False))
        )

    @property
    def shown(self) -> dict[int, str]:
        """The labels that may still be meant, by the offset they stand at."""
        return {
            mark.start: label for label, mark in self.marks.items() if label.startswith(self.typed)
        }

    def feed(self, readings: Iterable[str]) -> Mark | None:
        """Take a key by what it may mean: the mark that is now chosen, or None.

        A key that goes on with no label takes all of them away.
        """
        for key in readings:
            typed = self.typed + key
            if typed in self.marks:
                chosen = self.marks[typed]
                self.marks, self.typed = {}, ""
                return chosen
            if any(label.startswith(typed) for label in self.marks):
                self.typed = typed
                return None
        self.marks, self.typed = {}, ""
        return None


class Hinting:
    """Shows the hints of the reader, and reads the keys until one is chosen or given up."""

    def __init__(self, desk: DeskScreen) -> None:
        """No hints are shown at first."""
        self._desk = desk
        self._hints = Hints()

    @property
    def active(self) -> bool:
        """Whether hints are shown."""
        return bool(self._hints.marks)

    def start(self) -> bool:
        """Label the names, dates, annotations and links in view; False if there are none."""
        reader = self._desk.reader
        start, end = reader.in_view
        self._hints = Hints.over(
            mark
            for layer in (ENTITIES, DATES, ANNOTATIONS, LINKS)
            for mark in reader.marks[layer].over(start, end)
            if mark.start >= start
        )
        reader.show_hints(self._hints.shown)
        return self.active

    def feed(self, key: str) -> None:
        """Take a key: a letter of a label; anything else gives the hints up."""
        desk = self._desk
        chosen = self._hints.feed(desk.keys.layout.read(key))
        desk.reader.show_hints(self._hints.shown)
        if chosen is not None:
            desk.reader.select(chosen)
            desk.inspecting.describe(chosen)
