"""Letter hints: a label over every item in view; typing it makes that item the current one."""

from __future__ import annotations

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


class Hinting:
    """Shows the hints of the reader, and reads the keys until one is chosen or given up."""

    def __init__(self, desk: DeskScreen) -> None:
        """No hints are shown at first."""
        self._desk = desk
        self._marks: dict[str, Mark] = {}
        self._typed = ""

    @property
    def active(self) -> bool:
        """Whether hints are shown."""
        return bool(self._marks)

    def start(self) -> bool:
        """Label the names, dates, annotations and links in view; False if there are none."""
        reader = self._desk.reader
        start, end = reader.in_view
        found = [
            mark
            for layer in (ENTITIES, DATES, ANNOTATIONS, LINKS)
            for mark in reader.marks[layer].over(start, end)
            if mark.start >= start
        ]
        found.sort(key=lambda mark: mark.start)
        self._marks = dict(zip(labels(len(found)), found, strict=False))
        self._show()
        return self.active

    def feed(self, key: str) -> None:
        """Take a key: a letter of a label; anything else gives the hints up."""
        typed = self._typed + key
        if typed in self._marks:
            mark = self._marks[typed]
            self.stop()
            self._desk.reader.select(mark)
            self._desk.inspecting.describe(mark)
        elif any(label.startswith(typed) for label in self._marks):
            self._typed = typed
            self._show()
        else:
            self.stop()

    def stop(self) -> None:
        """Take the hints away."""
        self._marks, self._typed = {}, ""
        self._show()

    def _show(self) -> None:
        shown = {
            m.start: label for label, m in self._marks.items() if label.startswith(self._typed)
        }
        self._desk.reader.show_hints(shown)
