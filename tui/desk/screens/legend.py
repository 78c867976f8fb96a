"""The legend: the signs of the list and the looks of the text, in their own looks."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.desk.glyphs import Glyphs
from tui.desk.presenting import LABELS, LETTERS
from tui.desk.widgets.lines import LineView
from tui.desk.widgets.reader import Reader
from tui.desk.windows import STYLES

LOOKS = (
    *((label.lower(), f"{LETTERS[label]}  {words}") for label, words in LABELS.items()),
    ("date", "date or time"),
    ("date doubt", "date whose year or reading is in doubt"),
    ("person weak", "a name that is only guessed"),
    ("annotation", "your highlight or note (with a bar in the margin)"),
    ("hit", "hit of a search"),
    ("current", "current item"),
    ("link", "link"),
)


class Samples(LineView):
    """One line for each sign and look."""

    COMPONENT_CLASSES = {"info--head", "info--words"}

    def __init__(self, glyphs: Glyphs, reader: Reader) -> None:
        """``reader`` lends its looks."""
        super().__init__()
        self._reader = reader
        g = glyphs
        self._signs = [
            f"{g.unread} unread   {g.opened} opened   {g.read} read to the end",
            f"{g.kept} kept   {g.later} later   {g.dismissed} dismissed   {g.star} starred",
            f"{g.note} notes and highlights on the article",
        ]

    @property
    def line_count(self) -> int:
        """Signs, a blank line, looks."""
        return len(self._signs) + 1 + len(LOOKS)

    def paint(self, number: int, width: int) -> list[Segment]:
        """A sign in words, or a look on its own name."""
        if number < len(self._signs):
            return [Segment(self._signs[number], self.look("info--words"))]
        number -= len(self._signs) + 1
        if number < 0:
            return []
        look, words = LOOKS[number]
        return [Segment(words, self._reader.mark_style(*look.split()))]


class Legend(ModalScreen[None]):
    """The legend over the desk; any key closes it."""

    CSS_PATH = STYLES

    def __init__(self, glyphs: Glyphs, reader: Reader) -> None:
        """See :class:`Samples`."""
        super().__init__()
        self._samples = Samples(glyphs, reader)

    def compose(self) -> ComposeResult:
        """One box."""
        self._samples.border_title = "Legend"
        self._samples.border_subtitle = "Esc closes"
        self._samples.styles.width = min(62, self.app.size.width)
        self._samples.styles.height = min(self._samples.line_count + 2, self.app.size.height)
        yield self._samples

    def on_key(self, event: events.Key) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)
