"""The side panel: entries of several lines each under headings, with a cursor on entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.segment import Segment
from rich.style import Style

from tui.desk.glyphs import fit
from tui.desk.widgets.lines import LineView

ACTORS, DATES, ANNOTATIONS = range(3)
"""The three parts of the panel."""

Words = tuple[tuple[str, str], ...]
"""Pieces of one line with the name of their look."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the panel: its lines, and what it stands for (None for a heading)."""

    part: int
    lines: tuple[Words, ...]
    item: Any = None


class Panel(LineView):
    """Shows entries and moves a cursor over those that stand for something."""

    COMPONENT_CLASSES = {
        *("panel--heading", "panel--name", "panel--meta", "panel--kind", "panel--cursor"),
        *("panel--blurred", "panel--value", "panel--doubt", "panel--warning", "panel--note"),
        *("panel--tag", "panel--quote"),
    }

    def __init__(self) -> None:
        """An empty panel."""
        super().__init__(id="panel")
        self.entries: Sequence[Entry] = ()
        self.cursor = -1
        self._lines: list[tuple[int, int]] = []
        self._first: list[int] = []
        self.show([Entry(ACTORS, ((("no article open", "meta"),),))])

    @property
    def line_count(self) -> int:
        """Lines of all entries."""
        return len(self._lines)

    def show(self, entries: Sequence[Entry], reset: bool = False) -> None:
        """Show other entries; the cursor stays on the same item if it is still there."""
        kept = self.current
        self.entries = entries
        self._lines = [
            (n, part) for n, entry in enumerate(entries) for part in range(len(entry.lines))
        ]
        self._first = []
        total = 0
        for entry in entries:
            self._first.append(total)
            total += len(entry.lines)
        places = [n for n, entry in enumerate(entries) if entry.item is not None]
        same = [
            n for n in places if not reset and kept is not None and entries[n].item == kept.item
        ]
        self.cursor = (same or places or [-1])[0]
        self.top = 0 if reset else max(0, min(self.top, total - self.height))
        self.refresh()

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if 0 <= self.cursor < len(self.entries) else None

    def move(self, steps: int) -> None:
        """Move the cursor by so many entries."""
        places = [n for n, entry in enumerate(self.entries) if entry.item is not None]
        if not places:
            self.scroll_top(self.top + steps)
            return
        at = places.index(self.cursor) if self.cursor in places else 0
        self.move_to(places[max(0, min(at + steps, len(places) - 1))])

    def move_to(self, number: int) -> None:
        """Put the cursor on an entry; its heading is shown with the first of a part."""
        old, self.cursor = self.cursor, number
        first = self._first[number]
        last = first + len(self.entries[number].lines) - 1
        if number and self.entries[number - 1].item is None:
            first = self._first[number - 1]
        self.bring_into_view(first, min(last, first + self.height - 1))
        for entry in (old, number):
            self._repaint_entry(entry)

    def entry_at(self, line: int) -> int:
        """The number of the entry that a line belongs to."""
        return self._lines[line][0]

    def go_to_part(self, part: int) -> None:
        """Put the cursor on the first entry of a part, with its heading on top."""
        for number, entry in enumerate(self.entries):
            if entry.part == part:
                self.scroll_top(self._first[number])
                following = number + (entry.item is None)
                if following < len(self.entries) and self.entries[following].item is not None:
                    self.move_to(following)
                return

    def _repaint_entry(self, number: int) -> None:
        if 0 <= number < len(self.entries):
            first = self._first[number]
            self.repaint(range(first, first + len(self.entries[number].lines)))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor looks different in the pane that has the keys."""
        self._repaint_entry(self.cursor)

    def paint(self, number: int, width: int) -> list[Segment]:
        """One line of an entry."""
        index, part = self._lines[number]
        base = Style()
        if index == self.cursor:
            base = self.look("panel--cursor" if self.has_focus else "panel--blurred")
        left = width
        segments = [Segment(" ", base)]
        left -= 1
        for text, name in self.entries[index].lines[part]:
            text = fit(text, left) if len(text) > left else text
            segments.append(Segment(text, base + self.look(f"panel--{name}")))
            left -= Segment(text).cell_length
            if left <= 0:
                break
        if index == self.cursor and left > 0:
            segments.append(Segment(" " * left, base))
        return segments
