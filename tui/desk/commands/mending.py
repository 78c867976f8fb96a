"""Putting right by hand: heads of articles, articles to remove, the starter library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.commands.deciding import has_target, targets
from tui.desk.services import Bench
from tui.model import Change

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

BOTH: tuple[Place, ...] = ("list", "reader")


@command("article.title", "Correct the title", places=BOTH, when=has_target)
def correct_title(desk: DeskScreen, count: int) -> None:
    """Give the article another title; an empty line goes back to the imported one."""
    row = targets(desk)[0]

    def done(line: str) -> None:
        title = line.strip()
        desk.changes.make(lambda bench: bench.corrections.correct(row.article, title=title))

    desk.ask("Title", done, row.title)


@command("article.source", "Correct the source", places=BOTH, when=has_target)
def correct_source(desk: DeskScreen, count: int) -> None:
    """Give the article another source; an empty line goes back to the imported one."""
    row = targets(desk)[0]

    def done(line: str) -> None:
        source = line.strip()
        desk.changes.make(lambda bench: bench.corrections.correct(row.article, source=source))

    desk.ask("Source", done, row.source)


@command("article.delete", "Delete articles", places=BOTH, when=has_target)
def delete(desk: DeskScreen, count: int) -> None:
    """Take the article out of the library; notes on it are kept, and u brings it back."""
    rows = targets(desk)
    ids, title = [row.article for row in rows], rows[0].title if len(rows) == 1 else ""

    def work(bench: Bench) -> Change | None:
        return bench.notebook.remove(ids, title=title)

    desk.list.clear_selection()
    desk.changes.make(work, lambda: desk.pile.refresh(tell=False))  # How to undo is told.


@command("starter.remove", "Remove the starter library")
def remove_starter(desk: DeskScreen, count: int) -> None:
    """Take the articles that came with the program out of the library; u brings them back."""

    def work(bench: Bench) -> Change | None:
        ids = [article.id for article in bench.library.articles() if article.starter]
        return bench.notebook.remove(ids, title="the starter library")

    desk.changes.make(work, lambda: desk.pile.refresh(tell=False))  # How to undo is told.
