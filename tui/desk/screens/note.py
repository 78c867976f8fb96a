"""The note editor: a few lines of the user's own text."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea
from textual.widgets.text_area import Edit, EditResult

from tui.desk.windows import STYLES
from tui.text import one_line, visible

HINTS = "Enter saves · Ctrl+J new line · Ctrl+E in $EDITOR · Esc keeps a draft"


class NoteArea(TextArea):
    """Enter saves, ctrl+j makes a new line; everything else is TextArea's.

    Whatever is loaded, typed or pasted gets stand-ins for its control characters: TextArea would
    send those to the terminal.
    """

    def __init__(self, text: str) -> None:
        """Edit ``text``."""
        super().__init__(visible(text), soft_wrap=True, tab_behavior="focus", compact=True)

    def load_text(self, text: str) -> None:
        """Edit another text."""
        super().load_text(visible(text))

    def edit(self, edit: Edit) -> EditResult:
        """Take in what is typed or pasted."""
        edit.text = visible(edit.text)
        return super().edit(edit)

    async def _on_key(self, event: events.Key) -> None:
        # Textual calls TextArea's own handler after this one, unless it is told not to.
        if event.key in ("enter", "escape", "ctrl+e"):
            event.prevent_default()  # The screen takes these.
        elif event.key in ("ctrl+j", "newline", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")


class NoteEditor(ModalScreen[str | None]):
    """Edits one note; None when it is left, which keeps it as a draft.

    ``keep_draft`` is called with the text whenever it changed.
    """

    CSS_PATH = STYLES

    def __init__(self, title: str, text: str, keep_draft: Callable[[str], None]) -> None:
        """``text`` is what the note says now."""
        super().__init__()
        self._title, self._text, self._keep_draft = title, text, keep_draft

    def compose(self) -> ComposeResult:
        """The text, and the keys below it."""
        with Vertical(id="note"):
            area = NoteArea(self._text)
            area.cursor_blink = False
            yield area
            yield Label(HINTS, markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        self.query_one("#note", Vertical).border_title = Content(one_line(self._title))
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()

    def offer(self, draft: str) -> None:
        """Take in what was left half-written; what is being typed already goes after it."""
        area = self.query_one(NoteArea)
        typed = area.text
        area.load_text(draft if typed == visible(self._text) else draft + typed)
        area.move_cursor(area.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Nothing typed is lost: the draft is kept while typing."""
        if event.text_area.text != visible(self._text):
            self._keep_draft(event.text_area.text)

    def on_key(self, event: events.Key) -> None:
        """Save, leave, or go to the user's own editor."""
        area = self.query_one(NoteArea)
        if event.key == "enter":
            unchanged = area.text == visible(self._text)
            self.dismiss(self._text if unchanged else area.text)
        elif event.key == "escape":
            self.dismiss(None)
        elif event.key == "ctrl+e":
            self._edit_outside(area)
        elif event.is_printable and event.character and not area.has_focus:
            area.insert(event.character)  # Typed before the editor had the focus.
        else:
            return
        event.stop()

    def _edit_outside(self, area: NoteArea) -> None:
        """Give the text to $VISUAL or $EDITOR, and take back what it makes of it."""
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        with tempfile.TemporaryDirectory(prefix="briefs-tui-") as folder:
            path = Path(folder) / "note.txt"
            path.write_text(area.text, encoding="utf-8")
            try:
                with self.app.suspend():
                    status = subprocess.run([*shlex.split(command), str(path)], check=False)
            except SuspendNotSupported:
                self._say("There is no editor to be had here; the text is as it was.")
                return
            except (OSError, ValueError) as error:
                self._say(f"{command} cannot be run ({error}); set EDITOR. The text is as it was.")
                return
            if status.returncode:
                self._say(f"{command} ended with {status.returncode}; the text is as it was.")
                return
            area.load_text(path.read_text(encoding="utf-8", errors="replace").rstrip("\n"))
            area.move_cursor(area.document.end)
        self.refresh(layout=True)

    def _say(self, words: str) -> None:
        self.query_one(Label).update(Content(one_line(words)))
