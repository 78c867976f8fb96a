"""The two one-line bars: where one is and how much is done; and hints, pending keys, messages."""

from __future__ import annotations

from rich.segment import Segment

from tui.desk.glyphs import UNICODE, Glyphs, fit
from tui.desk.widgets.lines import LineView
from tui.text import one_line


class Bar(LineView, can_focus=False):
    """One line of words: some to the left, some to the right."""

    COMPONENT_CLASSES = {
        *("bar--accent", "bar--words", "bar--meta", "bar--key", "bar--message", "bar--problem"),
    }

    def __init__(self, id: str, glyphs: Glyphs = UNICODE) -> None:
        """An empty bar."""
        super().__init__(id=id)
        self._left: tuple[tuple[str, str], ...] = ()
        self._right: tuple[tuple[str, str], ...] = ()
        self._glyphs = glyphs

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def say(
        self, left: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Show these pieces (text, look); nothing is sent when they stand there already.

        They hold titles, queries and paths, so they are made harmless here, once for all.
        """
        left = tuple((one_line(text), look) for text, look in left)
        right = tuple((one_line(text), look) for text, look in right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def words(self) -> str:
        """What the bar says, as plain text."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def paint(self, number: int, width: int) -> list[Segment]:
        """The one line; the left side gives way to the right."""
        right = [Segment(text, self.look(f"bar--{look}")) for text, look in self._right]
        room = width - sum(segment.cell_length for segment in right)
        if room < width // 3:
            right, room = [], width
        segments = []
        for text, look in self._left:
            piece = fit(text, room, self._glyphs.more) if Segment(text).cell_length > room else text
            segments.append(Segment(piece, self.look(f"bar--{look}")))
            room -= Segment(piece).cell_length
            if room <= 0:
                break
        return [*segments, Segment(" " * max(0, room)), *right]
