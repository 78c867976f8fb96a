"""The article list: rows fetched as they come into view, in an order that stays put."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message

from tui.desk.glyphs import UNICODE, Glyphs, fit
from tui.desk.widgets.lines import LineView
from tui.library import Row
from tui.text import one_line

WIDE_ROW = 60
"""From this width a row is one line with columns; below it takes two lines."""

FETCH = 64
"""Rows fetched at once."""


def shown_date(row: Row, none: str) -> str:
    """The day of the article's dateline, or ``none``: never the day of its import."""
    return row.date[:10] if row.dated else none


class ArticleList(LineView):
    """The pile. The order is frozen until :meth:`set_keys`; the cursor follows identity."""

    COMPONENT_CLASSES = {
        "list--cursor",
        "list--blurred",
        "list--title",
        "list--unread",
        "list--meta",
        "list--handled",
        "list--tag",
        "list--glyph",
        "list--selected",
        "list--empty",
    }

    class Moved(Message):
        """The cursor is on another article."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[Row]], glyphs: Glyphs = UNICODE):
        """``fetch`` returns the rows of the keys given, in their order."""
        super().__init__(id="list")
        self._fetch = fetch
        self.glyphs = glyphs
        self._rows: dict[int, Row] = {}
        self.keys: Sequence[int] = ()
        self.cursor = 0
        self.selected: set[int] = set()
        self._anchor: int | None = None
        self._before: set[int] = set()
        self.empty: Sequence[str] = ()
        self.handled: Callable[[Row], bool] = lambda row: False

    # -- what is shown -----------------------------------------------------------------

    @property
    def row_height(self) -> int:
        """Lines that a row takes."""
        return 1 if self.size.width >= WIDE_ROW else 2

    @property
    def line_count(self) -> int:
        """Lines of all rows, or of the sentence shown instead of none."""
        return len(self.keys) * self.row_height or len(self.empty)

    def set_keys(self, keys: Sequence[int], keep: int | None = None) -> None:
        """Show another order; the cursor stays on key ``keep`` if that is in it."""
        self.keys = keys
        self._rows.clear()
        self._anchor = None
        self.selected &= set(keys) if self.selected else set()
        if keep is not None:
            try:
                self.cursor = keys.index(keep)
            except ValueError:
                self.cursor = min(self.cursor, max(0, len(keys) - 1))
        self.cursor = min(self.cursor, max(0, len(keys) - 1))
        self.top = max(0, min(self.top, self.line_count - self.height))
        self._follow()
        self.refresh()

    def row(self, index: int) -> Row | None:
        """The row at a place in the order."""
        if not 0 <= index < len(self.keys):
            return None
        key = self.keys[index]
        if key not in self._rows:
            first = max(0, index - FETCH // 4)
            wanted = [k for k in self.keys[first : first + FETCH] if k not in self._rows]
            if len(self._rows) > 50 * FETCH:
                self._rows.clear()
                wanted = list(self.keys[first : first + FETCH])
            self._rows.update((row.key, row) for row in self._fetch(wanted))
        return self._rows.get(key)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.row(self.cursor)

    def renew(self, articles: frozenset[str] | None) -> None:
        """Fetch and paint the rows of these articles (None: all) again, where they are in view."""
        stale = [k for k, row in self._rows.items() if articles is None or row.article in articles]
        for key in stale:
            del self._rows[key]
        height = self.row_height
        first = self.top // height
        last = min(len(self.keys), (self.top + self.size.height) // height + 1)
        stale_keys = set(stale)
        for index in range(first, last):
            if self.keys[index] in stale_keys:
                self.repaint(range(index * height, (index + 1) * height))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._anchor = None
        if self.selected:
            self.selected.clear()
            self.refresh()

    def select_all(self) -> None:
        """Select every row of the order."""
        self._anchor = None
        self.selected = set(self.keys)
        self.refresh()

    def toggle_range(self) -> None:
        """Begin a range at the cursor, or end the one begun; ranges add up."""
        if self._anchor is None:
            self._anchor, self._before = self.cursor, set(self.selected)
            self._select_range()
        else:
            self._anchor = None

    def _select_range(self) -> None:
        if self._anchor is not None:
            first, last = sorted((self._anchor, self.cursor))
            self.selected = self._before | set(self.keys[first : last + 1])
            self.refresh()

    # -- moving ------------------------------------------------------------------------

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and scroll as little as needed."""
        index = max(0, min(index, len(self.keys) - 1))
        if index == self.cursor or not self.keys:
            return
        height = self.row_height
        old, self.cursor = self.cursor, index
        self._follow()
        for row in (old, index):
            self.repaint(range(row * height, (row + 1) * height))
        self._select_range()
        self.post_message(self.Moved())

    def _follow(self) -> bool:
        height = self.row_height
        return self.bring_into_view(self.cursor * height, self.cursor * height + height - 1)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view when the width changes the height of rows."""
        self.scroll_top(self.top)
        self._follow()

    def find(self, start: int, step: int, wanted: Callable[[Row], bool]) -> int | None:
        """The next place from ``start`` in steps of +1 or -1 whose row is wanted."""
        index = start + step
        while 0 <= index < len(self.keys):
            row = self.row(index)
            if row is not None and wanted(row):
                return index
            index += step
        return None

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor row looks different in the pane that has the keys."""
        self._repaint_cursor()

    def _repaint_cursor(self) -> None:
        height = self.row_height
        self.repaint(range(self.cursor * height, (self.cursor + 1) * height))

    # -- painting ----------------------------------------------------------------------

    def paint(self, number: int, width: int) -> list[Segment]:
        """One line of a row."""
        if not self.keys:
            return [Segment(fit(" " + self.empty[number], width), self.look("list--empty"))]
        index, part = divmod(number, self.row_height)
        row = self.row(index)
        if row is None:
            return []
        base: tuple[str, ...] = ()
        if index == self.cursor:
            base = ("list--cursor" if self.has_focus else "list--blurred",)
        if row.key in self.selected:
            base += ("list--selected",)
        if self.row_height == 1:
            return self._one_line(row, width, base)
        return (
            self._title_line(row, width, base) if part == 0 else self._meta_line(row, width, base)
        )

    def _signs(self, row: Row) -> str:
        """Read state, decision and star in three cells."""
        g = self.glyphs
        read = {"unread": g.unread, "opened": g.opened, "read": g.read}[row.read]
        triage = {"kept": g.kept, "later": g.later, "dismissed": g.dismissed}.get(row.triage, " ")
        return f"{read}{triage}{g.star if row.star else ' '}"

    def _title_look(self, row: Row) -> str:
        if self.handled(row):
            return "list--handled"
        return "list--unread" if row.read == "unread" else "list--title"

    def _one_line(self, row: Row, width: int, base: tuple[str, ...]) -> list[Segment]:
        """Signs, date, title with the tags at its end, source, number of notes."""
        g = self.glyphs
        count = f"{g.note}{row.annotations}" if row.annotations else ""
        source_width = min(20, width // 5)
        room = width - 4 - 11 - 1 - source_width - 4
        tags = " ".join(f"#{one_line(tag)}" for tag in row.tags)
        tags = fit(tags, min(cell_len(tags), room // 3), g.more)
        meta = self.look(*base, "list--meta")
        title_width = room - cell_len(tags) - bool(tags)
        title_look = self.look(*base, self._title_look(row))
        segments = [
            Segment(f"{self._signs(row)} ", self.look(*base, "list--glyph")),
            Segment(f"{shown_date(row, ''):<10} ", meta),
            Segment(fit(one_line(row.title), title_width, g.more), title_look),
        ]
        if tags:
            segments.append(Segment(f" {tags}", self.look(*base, "list--tag")))
        source = fit(one_line(row.source), source_width, g.more)
        return [*segments, Segment(f" {source}{count:>4}", meta)]

    def _title_line(self, row: Row, width: int, base: tuple[str, ...]) -> list[Segment]:
        return [
            Segment(f"{self._signs(row)} ", self.look(*base, "list--glyph")),
            Segment(
                fit(one_line(row.title), width - 4, self.glyphs.more),
                self.look(*base, self._title_look(row)),
            ),
        ]

    def _meta_line(self, row: Row, width: int, base: tuple[str, ...]) -> list[Segment]:
        g = self.glyphs
        parts = [shown_date(row, "no date"), one_line(row.source)]
        if row.annotations:
            parts.append(f"{g.note}{row.annotations}")
        left = f"    {f' {g.dot} '.join(part for part in parts if part)}"
        tags = " ".join(f"#{one_line(tag)}" for tag in row.tags)
        if tags:
            left += "  "
        left = fit(left, min(width, len(left)), g.more) if len(left) > width else left
        return [
            Segment(left, self.look(*base, "list--meta")),
            Segment(fit(tags, width - len(left), g.more), self.look(*base, "list--tag")),
        ]
