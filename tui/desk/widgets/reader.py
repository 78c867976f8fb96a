"""The reader: one article in a comfortable measure, with its marks and a current item."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.desk.glyphs import UNICODE, Glyphs
from tui.desk.marks import Layer, Mark, pieces
from tui.desk.page import TAB, Page, lay_out
from tui.desk.widgets.lines import LineView
from tui.text import visible

ENTITIES, DATES, LINKS, ANNOTATIONS, HITS = LAYERS = (
    *("entities", "dates", "links", "annotations", "hits"),
)
"""The layers of marks, from the lowest to the highest."""

MARK_STYLES = (
    *("person", "org", "gpe", "loc", "norp", "event", "date"),
    *("weak", "doubt", "annotation", "hit", "current", "span", "link", "hint"),
)


UNSEEN = 0.5
"""Seconds after which a text that was to be painted is surely not in view."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the reader shows beside the text: lines of the desk's own, by the offset they precede.

    ``styles`` gives whole stretches of text a look (title, caption, stamp).
    """

    text: str = ""
    words: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    styles: Layer = field(default_factory=Layer)


class Reader(LineView):
    """The text pane. It knows offsets, lines and marks, and nothing of where they come from."""

    COMPONENT_CLASSES = {
        *(f"reader--{name}" for name in MARK_STYLES),
        *("reader--title", "reader--meta", "reader--notice", "reader--caption", "reader--gutter"),
        "reader--heading",
        "reader--empty",
    }

    def __init__(self, measure: int = 72, glyphs: Glyphs = UNICODE) -> None:
        """``measure`` is the widest that a line of text may be, in cells."""
        super().__init__(id="reader")
        self.measure = measure
        self.glyphs = glyphs
        self.sheet = Sheet()
        self.marks: dict[str, Layer] = {name: Layer() for name in LAYERS}
        self.current: Mark | None = None
        self.span: tuple[int, int] | None = None
        self.empty: tuple[str, ...] = ("", "Enter opens the article under the cursor.")
        self._display = ""
        self._hints: dict[int, str] = {}
        self._painted = asyncio.Event()
        self._page: Page | None = None
        self._laid_for = self._top = self._wanted = 0

    # -- what is shown -----------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The text in lines of the column's width, laid out anew when that has changed.

        The place is kept. While the pane has never been shown there is no width, and no line.
        """
        width = self.size.width
        if not width:
            return Page()
        column = self._column(width)
        if self._page is None or self._laid_for != column:
            place, self._laid_for = self.place, column
            self._page = Page(lay_out(self._display, self._laid_for, self.sheet.words))
            self._top = self.within(self._page.line_at(place)) if place else 0
        return self._page

    @property
    def top(self) -> int:
        """The number of the first line in view."""
        _ = self.page  # Which line is the first is known once they are laid out.
        return self._top

    @top.setter
    def top(self, top: int) -> None:
        self._top = top

    @property
    def line_count(self) -> int:
        """Lines of the page, or of the sentence shown instead; has a long text laid out whole."""
        return len(self.page.lines) if self.sheet.text else len(self.empty)

    def has_line(self, number: int) -> bool:
        """Whether there is a line of this number; lays out no more than that."""
        if number < 0 or not self.sheet.text:
            return super().has_line(number)
        return bool(self.page.view(number, 1))

    @property
    def column(self) -> int:
        """The width of the text column in this view."""
        return self._column(self.size.width)

    def _column(self, width: int) -> int:
        # Textual works the size out from all ancestors each time: a line is painted with one.
        return max(8, min(self.measure, width - 4))

    @property
    def place(self) -> int:
        """The text offset of the first line in view: what is kept as the reading place."""
        if self._page is None:
            return self._wanted
        first = self._page.view(self._top, 1)
        return first[0].start if first and self._top else 0

    @property
    def in_view(self) -> tuple[int, int]:
        """The offsets of the text in view."""
        lines = self.page.view(self.top, self.height)
        return (lines[0].start, lines[-1].end) if lines else (0, 0)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return not self.has_line(self.top + self.height)

    def show(self, sheet: Sheet, place: int = 0) -> None:
        """Show another text from a place on; all marks are forgotten."""
        self.sheet = sheet
        self._display = visible(sheet.text)
        self.marks = {name: Layer() for name in self.marks}
        self.current = self.span = None
        self._painted.clear()
        self._lay_anew(place)

    async def painted(self) -> None:
        """Wait until the text is on the screen; not for long, as it may be out of sight."""
        if self.display:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._painted.wait(), UNSEEN)

    def go_to(self, place: int) -> None:
        """Put the line of a text offset first, as far as the lines go."""
        self.scroll_top(self.page.line_at(place) if place else 0)

    def dress(self, sheet: Sheet) -> None:
        """Take new lines of the desk's own for the same text, and keep the place."""
        place = self.place
        self.sheet = sheet
        self._lay_anew(place)

    def mark(self, layer: str, marks: Iterable[Mark]) -> None:
        """Replace one layer of marks; the text does not move."""
        self.marks[layer] = Layer.of(marks)
        self.refresh()

    def set_measure(self, measure: int) -> None:
        """Change the width of the text column, keeping the place."""
        self.measure = measure
        self._lay_anew(self.place)

    def _lay_anew(self, place: int) -> None:
        """Have the lines made anew, from a place on, when they are next needed."""
        self._page, self._wanted = None, place
        self.refresh()

    # -- items -------------------------------------------------------------------------

    @property
    def point(self) -> int:
        """Where the reader is: the current item, if in view, else the first line in view."""
        first = self.in_view[0]
        if self.current is not None:
            line = self.page.line_at(self.current.start)
            if self.top <= line < self.top + self.height:
                return self.current.start
        return first - 1

    def select(self, mark: Mark | None) -> None:
        """Make a mark the current item and bring it into view."""
        old, self.current = self.current, mark
        touched: list[int] = []
        for item in (old, mark):
            if item is not None:
                touched += self.page.lines_over(item.start, item.end)
        if mark is not None:
            lines = self.page.lines_over(mark.start, mark.end)
            last = min(lines[-1], lines[0] + self.height - 1)
            self.bring_into_view(lines[0], last, margin=min(3, self.height // 4))
        self.repaint(touched)

    def show_hints(self, hints: dict[int, str]) -> None:
        """Show labels over the text at these offsets."""
        self._hints = hints
        self.refresh()

    def set_span(self, span: tuple[int, int] | None, active: int | None = None) -> None:
        """Show the passage being marked; ``active`` is the end to keep in view."""
        old, self.span = self.span, span
        touched: list[int] = []
        for item in (old, span):
            if item is not None:
                touched += self.page.lines_over(*item)
        if active is not None:
            self.bring_into_view(self.page.line_at(active), margin=1)
        self.repaint(touched)

    def mark_style(self, *names: str) -> Style:
        """The look of a kind of mark, for a legend."""
        return self._style(names)

    # -- painting ----------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines of a region (Textual's own way in)."""
        self._painted.set()
        return super().render_lines(crop)

    def _style(self, names: tuple[str, ...]) -> Style:
        return self.look(*(f"reader--{name}" for name in names))

    def paint(self, number: int, width: int) -> list[Segment]:
        """One line: gutter, text with its marks."""
        margin = max(2, (width - self._column(width)) // 2)
        lines = self.page.view(number, 1)
        if not lines:
            return [Segment("  " + self.empty[number], self._style(("empty",)))]
        line = lines[0]
        if line.words is not None:
            return [Segment(" " * margin + line.words, self._style((line.style,)))]
        if line.start == line.end:
            return []
        layers = [self.sheet.styles, *self.marks.values()]
        if self.current is not None:
            layers.append(Layer.of([Mark(self.current.start, self.current.end, "current")]))
        if self.span is not None:
            layers.append(Layer.of([Mark(*self.span, "span")]))
        hints = {at: label for at, label in self._hints.items() if line.start <= at < line.end}
        if hints:
            layers.append(Layer.of(Mark(at, at + len(hints[at]), "hint") for at in hints))
        noted = any(self.marks[ANNOTATIONS].over(line.start, line.end))
        gutter = " " * (margin - 2) + self.glyphs.bar + " " if noted else " " * margin
        segments = [Segment(gutter, self._style(("gutter",)) if noted else None)]
        for start, end, styles in pieces(line.start, line.end, layers):
            names = tuple(name for style in styles for name in style.split())
            text = self._display[start:end].replace("\t", " " * TAB)
            if start in hints:
                text = set_cell_size(hints[start], cell_len(text))
            segments.append(Segment(text, self._style(names) if names else None))
        return segments
