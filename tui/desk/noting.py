"""Writing the user's notes: on an article, on a passage, or one that is there already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.services import Bench
from tui.model import Annotation, Document, Selector

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen


def write_note(desk: DeskScreen, article: str, selector: Selector | None, title: str) -> None:
    """Ask for a note, and keep it on the article or the passage."""

    def done(text: str) -> None:
        if selector is None and not text.strip():
            return

        def work(bench: Bench) -> Annotation:
            return bench.notebook.annotate(article, selector, note=text)

        desk.changes.make(work)

    _ask(desk, title, "", f"note-{article}", done)


def edit_note(desk: DeskScreen, annotation: Annotation) -> None:
    """Ask for another wording of a note."""

    def done(text: str) -> None:
        desk.changes.make(lambda bench: bench.notebook.edit(annotation.id, note=text))

    _ask(desk, "Edit the note", annotation.note, f"note-{annotation.id}", done)


def _ask(desk: DeskScreen, title: str, text: str, draft: str, done: Callable[[str], None]) -> None:
    """Open the editor with the draft left here, if any; a draft ends when its note is saved."""
    from tui.desk.screens.note import NoteEditor

    def keep_draft(current: str | None) -> None:
        desk.changes.keep(draft, {"text": current} if current else None)

    def answered(result: str | None) -> None:
        if result is None:
            desk.say("Left as a draft; the same key goes on with it.")
            return
        keep_draft(None)
        done(result)

    def open_editor(left: Document | None) -> None:
        desk.app.push_screen(
            NoteEditor(title, left["text"] if left else text, keep_draft), answered
        )

    desk.changes.kept(draft, open_editor)
