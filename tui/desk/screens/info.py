"""A small window with a few lines, closed by any key."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.desk.glyphs import fit
from tui.desk.layouts import latin
from tui.desk.page import wrap
from tui.desk.widgets.lines import LineView
from tui.desk.windows import STYLES
from tui.text import visible


class Lines(LineView):
    """Wrapped lines of plain text."""

    COMPONENT_CLASSES = {"info--head", "info--words"}

    def __init__(self, lines: Sequence[str], measure: int) -> None:
        """Wrap at ``measure`` cells; the first line is the head."""
        super().__init__()
        self._lines: list[tuple[str, bool]] = []
        for number, line in enumerate(lines):
            shown = visible(line)
            self._lines += [
                (shown[p.start : p.end], number == 0) for p in wrap(shown, measure)
            ] or [("", False)]

    @property
    def line_count(self) -> int:
        """Wrapped lines."""
        return len(self._lines)

    def paint(self, number: int, width: int) -> list[Segment]:
        """One line."""
        words, head = self._lines[number]
        return [Segment(fit(words, width), self.look("info--head" if head else "info--words"))]


class Info(ModalScreen[None]):
    """Shows some lines over the desk."""

    CSS_PATH = STYLES

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """``title`` stands in the border."""
        super().__init__()
        self._title, self._text = title, lines

    def compose(self) -> ComposeResult:
        """One box of lines."""
        width, height = self.app.size
        measure = max(10, min(66, width - 6))
        lines = Lines(self._text, measure)
        lines.border_title = self._title
        lines.border_subtitle = "Esc closes"
        lines.styles.width = measure + 4
        lines.styles.height = min(lines.line_count + 2, height - 2)
        yield lines

    def on_key(self, event: events.Key) -> None:
        """Scroll, else close."""
        lines = self.query_one(Lines)
        event.stop()
        key = latin(event.key)
        if key in ("j", "down", "space"):
            lines.scroll_top(lines.top + 1)
        elif key in ("k", "up"):
            lines.scroll_top(lines.top - 1)
        else:
            self.dismiss(None)
