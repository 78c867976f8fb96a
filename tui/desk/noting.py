"""Writing the user's notes: on an article, on a passage, or one that is there already.

What is typed is kept as a draft from the first letter on, and offered again wherever the same
note is begun, also after a lost connection.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tui.desk.services import Bench
from tui.model import Annotation, Document, Selector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.screens.main import DeskScreen
    from tui.desk.widgets.prompt import Suggestion

PREFIX = "note-"
"""How the names of drafts begin in the store."""

QUOTED = 48
"""Most characters of a passage in the title of a note on it."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is on: an article, a passage in it, or the annotation to change."""

    title: str
    article: str
    selector: Selector | None = None
    annotation: str | None = None

    @property
    def name(self) -> str:
        """The name of its draft."""
        passage = f"-{self.selector.start}-{self.selector.end}" if self.selector else ""
        return PREFIX + (self.annotation or f"{self.article}{passage}")

    @classmethod
    def of(cls, kept: Document) -> Target:
        """The target of a draft as it was kept."""
        selector = kept["target"].pop("selector")
        return cls(**kept["target"], selector=Selector(**selector) if selector else None)


def write_note(desk: DeskScreen, article: str, selector: Selector | None, title: str) -> None:
    """Ask for a note, and keep it on the article or the passage."""
    _edit(desk, Target(title + quoting(selector), article, selector))


def quoting(selector: Selector | None) -> str:
    """The passage for a title: the editor may stand over it."""
    words = " ".join(selector.exact.split()) if selector else ""
    return f" “{words if len(words) <= QUOTED else words[:QUOTED].rstrip() + '…'}”" if words else ""


def edit_note(desk: DeskScreen, annotation: Annotation) -> None:
    """Ask for another wording of a note."""
    selector = annotation.selector
    title = "Edit the note" + (f" on{quoting(selector)}" if selector else "")
    target = Target(title, annotation.article, selector, annotation.id)
    _edit(desk, target, annotation.note)


def _edit(desk: DeskScreen, target: Target, text: str = "") -> None:
    """Open the editor at once, and offer in it what was left half-written."""
    from tui.desk.screens.note import NoteEditor

    def keep_draft(current: str) -> None:
        wanted = {"text": current, "target": asdict(target)} if current.strip() else None
        desk.changes.keep(target.name, wanted)

    def answered(result: str | None) -> None:
        if result is None:
            desk.say("Left as a draft; the same key goes on with it.")
        elif result.strip() or target.selector or target.annotation:
            desk.changes.make(lambda bench: _save(bench, target, result), keep_nothing)
        else:
            keep_nothing()

    def keep_nothing() -> None:
        desk.changes.keep(target.name, None)

    def offer(left: Document | None) -> None:
        if left is not None:
            editor.offer(str(left.get("text", "")))

    editor = NoteEditor(target.title, text, keep_draft)
    desk.app.push_screen(editor, answered)
    desk.changes.kept(target.name, offer)


def _save(bench: Bench, target: Target, text: str) -> Any:
    if target.annotation is not None:
        return bench.notebook.edit(target.annotation, note=text)
    article = bench.library.article(target.article)
    title = article.title if article else ""
    return bench.notebook.annotate(target.article, target.selector, note=text, title=title)


def choose_draft(desk: DeskScreen) -> None:
    """Choose among the notes that were left half-written, and go on with one."""
    from tui.desk.widgets.prompt import Suggestion

    def show(drafts: dict[str, Document]) -> None:
        if not drafts:
            desk.say("No note was left half-written.")
            return

        def suggest(typed: str) -> Sequence[Suggestion]:
            return [
                Suggestion(name, kept["text"], kept["target"]["title"])
                for name, kept in drafts.items()
                if typed.casefold() in kept["text"].casefold()
            ]

        def chosen(name: str) -> None:
            _edit(desk, Target.of(drafts[name]))

        desk.ask("Drafts", chosen, suggest=suggest, must_choose=True)

    desk.changes.background(all_drafts, show)


def all_drafts(bench: Bench) -> dict[str, Document]:
    """The drafts in the store by their names."""
    names = [name for name in bench.store.kept_names() if name.startswith(PREFIX)]
    found = {name: bench.store.kept(name) for name in names}
    return {name: kept for name, kept in found.items() if kept and "target" in kept}
