"""A one-line prompt at the foot of the screen, with suggestions above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.desk.glyphs import fit
from tui.desk.widgets.lines import LineView
from tui.desk.windows import STYLES
from tui.text import one_line


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the line may become: its whole new value, what to show, and a remark."""

    value: str
    shown: str
    remark: str = ""


Suggest = Callable[[str], Sequence[Suggestion]]
"""Suggestions for what stands in the line now."""

MOST = 8
"""Suggestions shown at once."""

NONE = "Nothing fits what is typed."
"""Shown in place of suggestions where one of them must be chosen."""

CHOOSING, COMPLETING = "↑↓ Enter choose · Esc leaves", "Tab takes one · Esc leaves"
"""The keys of a prompt with suggestions; told to the right of the line where there is room."""

ROOMY = 70
"""Columns from which there is room for that."""


class Suggestions(LineView, can_focus=False):
    """The suggestions, with the chosen one marked."""

    COMPONENT_CLASSES = {"suggestions--chosen", "suggestions--shown", "suggestions--remark"}

    items: Sequence[Suggestion] = ()
    chosen = -1
    empty = ""

    @property
    def line_count(self) -> int:
        """One line a suggestion, or one that says that there is none."""
        return len(self.items) or bool(self.empty)

    def paint(self, number: int, width: int) -> list[Segment]:
        """One suggestion, its remark to the right."""
        if not self.items:
            return [Segment(fit(f" {self.empty}", width), self.look("suggestions--remark"))]
        item = self.items[number]
        base = self.look("suggestions--chosen") if number == self.chosen else Style()
        remark = f" {one_line(item.remark)} "
        room = max(width // 2, width - len(remark))
        return [
            Segment(fit(f" {one_line(item.shown)}", room), base + self.look("suggestions--shown")),
            Segment(fit(remark, width - room), base + self.look("suggestions--remark")),
        ]


class PromptLine(Input):
    """The line; whatever is put, typed or pasted into it gets stand-ins for control characters."""

    def validate_value(self, value: str) -> str:
        """Textual calls this for every new value; the length stays, so the cursor does."""
        return one_line(value)


class Prompt(ModalScreen[str | None]):
    """Asks for one line; the result is None when it is left with Esc.

    With ``must_choose`` Enter takes the chosen suggestion (as in a palette), else the line.
    """

    CSS_PATH = STYLES

    def __init__(
        self,
        label: str,
        value: str = "",
        suggest: Suggest | None = None,
        must_choose: bool = False,
        hint: str = "",
    ) -> None:
        """``hint`` is shown while the line is empty."""
        super().__init__()
        self._label, self._value, self._hint = label, value, hint
        self._suggest = suggest or (lambda _: ())
        self._keys = CHOOSING if must_choose else COMPLETING if suggest else ""
        self._must_choose = must_choose

    def compose(self) -> ComposeResult:
        """Suggestions above the line."""
        with Vertical(id="prompt"):
            yield Suggestions()
            with Horizontal(id="prompt-line"):
                yield Label(one_line(self._label), markup=False)
                line = PromptLine(
                    self._value, placeholder=self._hint, select_on_focus=False, compact=True
                )
                line.cursor_blink = False
                yield line
                if self.app.size.width >= ROOMY:
                    yield Label(self._keys, id="prompt-keys", markup=False)

    def on_mount(self) -> None:
        """Show the first suggestions."""
        self.query_one(Input).cursor_position = len(self._value)
        self._renew(self._value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._renew(event.value)

    def _renew(self, value: str) -> None:
        suggestions = self.query_one(Suggestions)
        suggestions.items = list(self._suggest(value))[:MOST]
        suggestions.chosen = 0 if self._must_choose and suggestions.items else -1
        suggestions.empty = NONE if self._must_choose else ""
        suggestions.styles.height = suggestions.line_count
        suggestions.display = suggestions.line_count > 0
        suggestions.refresh()

    def on_key(self, event: events.Key) -> None:
        """Choose, complete or leave."""
        suggestions, line = self.query_one(Suggestions), self.query_one(Input)
        count = len(suggestions.items)
        if event.key == "escape":
            self.dismiss(None)
        elif event.key in ("down", "ctrl+n", "up", "ctrl+p") and count:
            step = 1 if event.key in ("down", "ctrl+n") else -1
            suggestions.chosen = (max(suggestions.chosen, -1 if step > 0 else 0) + step) % count
            suggestions.refresh()
        elif event.key == "tab" and count:
            line.value = suggestions.items[max(0, suggestions.chosen)].value
            line.cursor_position = len(line.value)
        elif event.is_printable and event.character and not line.has_focus:
            line.insert_text_at_cursor(event.character)  # Typed before the line had the focus.
        else:
            return
        event.stop()
        event.prevent_default()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        suggestions = self.query_one(Suggestions)
        if suggestions.chosen >= 0:
            self.dismiss(suggestions.items[suggestions.chosen].value)
        elif not self._must_choose:
            unchanged = event.value == one_line(self._value)
            self.dismiss(self._value if unchanged else event.value)
