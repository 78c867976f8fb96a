"""Help: every command with its live keys, those of the focused pane first; typing filters it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from tui.desk.commands import Command, Place
from tui.desk.glyphs import fit
from tui.desk.layouts import latin
from tui.desk.page import wrap
from tui.desk.widgets.lines import LineView
from tui.desk.windows import STYLES

HEADS: dict[Place, str] = {
    "span": "While marking a passage",
    "reader": "In the reader",
    "list": "In the list",
    "panel": "In the panel",
    "anywhere": "Anywhere",
}


class KeyTable(LineView):
    """Keys to the left, what they do to the right, under the heads of their places."""

    COMPONENT_CLASSES = {"help--head", "help--key", "help--label", "help--words"}

    def __init__(self, commands: Sequence[Command], places: Sequence[Place]) -> None:
        """``places`` come first, in their order."""
        super().__init__()
        self._commands = commands
        self._places = [*places, *(p for p in HEADS if p not in places)]
        self._lines: list[tuple[str, str, str]] = []
        self.wanted = ""

    @property
    def line_count(self) -> int:
        """Lines of all commands that fit what was typed."""
        return len(self._lines)

    def lay_out(self) -> None:
        """Make the lines for this width and filter."""
        measure = max(20, self.size.width - 22)
        words = self.wanted.lower().split()
        self._lines = []
        for place in self._places:
            found = [
                c
                for c in self._commands
                if place in c.places
                and all(w in f"{c.label} {c.help} {c.shown_keys()}".lower() for w in words)
            ]
            found.sort(key=lambda c: c.id.startswith("move."))  # Everybody knows their keys.
            if found:
                self._lines += [("", "", ""), (HEADS[place], "", "")]
            for each in found:
                said = each.help.casefold().startswith(each.label.casefold())
                text = each.help if said else f"{each.label}. {each.help}"
                for number, piece in enumerate(wrap(text, measure)):
                    keys = each.shown_keys() if number == 0 else ""
                    self._lines.append(("", keys, text[piece.start : piece.end]))
        self._lines = self._lines[1:] or [("", "", "No command fits.")]
        self.top = 0
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        self.lay_out()

    def paint(self, number: int, width: int) -> list[Segment]:
        """One line of the table."""
        head, keys, words = self._lines[number]
        if head:
            return [Segment(f" {head}", self.look("help--head"))]
        return [
            Segment(f"  {fit(keys, 18)} ", self.look("help--key")),
            Segment(words, self.look("help--words")),
        ]


class Help(ModalScreen[None]):
    """The table of keys over the desk."""

    CSS_PATH = STYLES

    def __init__(self, commands: Iterable[Command], places: Sequence[Place]) -> None:
        """Live commands, so that the user's own keys are shown."""
        super().__init__()
        self._table = KeyTable(list(commands), places)
        self._filtering = False

    def compose(self) -> ComposeResult:
        """One box."""
        self._table.border_title = "Help"
        yield self._table
        self._show_filter()

    def _show_filter(self) -> None:
        wanted = self._table.wanted
        typing = "/ filters"
        if wanted or self._filtering:
            typing = f"filter: {wanted}{'_' * self._filtering}"
        self._table.border_subtitle = Content(f"{typing} · j k move · Esc closes")

    def on_key(self, event: events.Key) -> None:
        """Move, filter, close."""
        event.stop()
        event.prevent_default()
        table, key = self._table, latin(event.key)
        steps = {"j": 1, "down": 1, "k": -1, "up": -1, "space": table.height, "b": -table.height}
        steps |= {"pagedown": table.height, "pageup": -table.height}
        if self._filtering:
            self._filter(event)
        elif key in steps:
            table.scroll_top(table.top + steps[key])
        elif event.character in ("/", "."):  # One key, on Latin and on Cyrillic layouts.
            self._filtering = True
        elif key in ("escape", "q", "enter") or event.character == "?":
            self.dismiss(None)
        self._show_filter()

    def _filter(self, event: events.Key) -> None:
        table = self._table
        if event.key in ("escape", "enter"):
            self._filtering = False
            table.wanted = "" if event.key == "escape" else table.wanted
        elif event.key == "backspace":
            table.wanted = table.wanted[:-1]
        elif event.is_printable and event.character:
            table.wanted += event.character
        table.lay_out()
