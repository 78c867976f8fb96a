"""The note editor: a few lines of the user's own text."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from tui.text import one_line


class NoteArea(TextArea):
    """Enter saves, ctrl+j makes a new line; everything else is TextArea's."""

    async def _on_key(self, event: events.Key) -> None:
        # Textual calls TextArea's own handler after this one, unless it is told not to.
        if event.key in ("enter", "escape"):
            event.prevent_default()  # The screen takes these.
        elif event.key in ("ctrl+j", "newline", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")


class NoteEditor(ModalScreen[str | None]):
    """Edits one note; None when it is left, which keeps it as a draft.

    ``keep_draft`` is called with the text at every pause and at leaving, or None once saved.
    """

    def __init__(self, title: str, text: str, keep_draft: Callable[[str | None], None]) -> None:
        """``text`` is what the note says now, or the draft of it."""
        super().__init__()
        self._title, self._text, self._keep_draft = title, text, keep_draft

    def compose(self) -> ComposeResult:
        """The text, and the keys below it."""
        with Vertical(id="note"):
            area = NoteArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
            area.cursor_blink = False
            yield area
            yield Label("Enter saves · Ctrl+J new line · Esc keeps a draft", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        self.query_one("#note", Vertical).border_title = Content(one_line(self._title))
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Nothing typed is lost: the draft is kept while typing."""
        self._keep_draft(event.text_area.text)

    def on_key(self, event: events.Key) -> None:
        """Save or leave."""
        text = self.query_one(NoteArea).text
        if event.key == "enter":
            event.stop()
            self.dismiss(text)
        elif event.key == "escape":
            event.stop()
            self._keep_draft(text)
            self.dismiss(None)
