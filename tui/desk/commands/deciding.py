"""Deciding about articles, in list and reader alike: triage, stars, read state, tags, notes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.services import Bench
from tui.desk.tagging import join_tags, split_tags, suggest_tags
from tui.library import Row
from tui.model import Change, ReadState, Triage

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

BOTH: tuple[Place, ...] = ("list", "reader")


def targets(desk: DeskScreen) -> list[Row]:
    """The articles that a decision is about: those selected, else the current one."""
    pane = desk.list
    if desk.pane is desk.reader:
        return [row] if (row := open_row(desk)) is not None else []
    if pane.selected:
        return desk.services.library.listing.rows(
            [key for key in pane.keys if key in pane.selected]
        )
    return [pane.current] if pane.current is not None else []


def open_row(desk: DeskScreen) -> Row | None:
    """The list's row of the article in the reader."""
    paper, listing = desk.paper, desk.services.library.listing
    if paper is None:
        return None
    found = listing.rows(list(listing.keys_of([paper.article.id]).values()))
    return found[0] if found else None


def has_target(desk: DeskScreen) -> bool:
    """Whether there is an article to decide about."""
    if desk.pane is desk.reader:
        return desk.paper is not None
    return bool(desk.list.keys)


def _title(rows: list[Row]) -> str:
    """The title for the history's sentence; several articles are counted there."""
    return rows[0].title if len(rows) == 1 else ""


def _decide(desk: DeskScreen, triage: Triage, count: int) -> None:
    rows = targets(desk)
    if count > 1 and desk.pane is desk.list and not desk.list.selected:
        at = desk.list.cursor
        rows = desk.services.library.listing.rows(desk.list.keys[at : at + count])
    ids = [row.article for row in rows]
    title = _title(rows)

    def work(bench: Bench) -> Change | None:
        return bench.notebook.decide(ids, triage, title=title)

    desk.list.clear_selection()
    desk.changes.make(work)
    desk.pile.advance(len(rows))


@command("article.keep", "Keep", "K", places=BOTH, when=has_target, hint="keep", repeats=True)
def keep(desk: DeskScreen, count: int) -> None:
    """Keep the article and go on to the next."""
    _decide(desk, "kept", count)


@command(
    "article.dismiss", "Dismiss", "x", places=BOTH, when=has_target, hint="dismiss", repeats=True
)
def dismiss(desk: DeskScreen, count: int) -> None:
    """Dismiss the article and go on to the next."""
    _decide(desk, "dismissed", count)


@command("article.later", "Later", "L", places=BOTH, when=has_target, hint="later", repeats=True)
def later(desk: DeskScreen, count: int) -> None:
    """Put the article aside for later and go on to the next."""
    _decide(desk, "later", count)


@command("article.inbox", "Back to the inbox", "i", places=BOTH, when=has_target, repeats=True)
def inbox(desk: DeskScreen, count: int) -> None:
    """Take a decision back: the article is in the inbox again."""
    _decide(desk, "inbox", count)


@command("article.star", "Star", "s", places=BOTH, when=has_target, repeats=True)
def star(desk: DeskScreen, count: int) -> None:
    """Star the article, or take the star off."""
    rows = targets(desk)
    on = not all(row.star for row in rows)
    ids, title = [row.article for row in rows], _title(rows)
    desk.changes.make(lambda bench: bench.notebook.star(ids, on, title=title))


@command("article.read", "Read / unread", "m", places=BOTH, when=has_target, repeats=True)
def mark_read(desk: DeskScreen, count: int) -> None:
    """Mark the article as read, or as unread if it is."""
    rows = targets(desk)
    state: ReadState = "unread" if all(row.read == "read" for row in rows) else "read"
    ids, title = [row.article for row in rows], _title(rows)
    desk.changes.make(lambda bench: bench.notebook.mark(ids, state, title=title))


@command("article.tags", "Tags", "t", places=BOTH, when=has_target, hint="tags", repeats=True)
def tags(desk: DeskScreen, count: int) -> None:
    """Edit the tags of the article; tags are separated by commas, Tab completes one."""
    rows = targets(desk)
    common = [tag for tag in rows[0].tags if all(tag in row.tags for row in rows)]

    def done(line: str) -> None:
        wanted = split_tags(line)
        add, remove = [t for t in wanted if t not in common], [t for t in common if t not in wanted]
        _tag(desk, rows, add, remove)
        again = replace(desk.commands["article.tags"], run=partial(_tag_here, add, remove))
        desk.last_repeatable = (again, 0)  # The same tags, without asking again.

    suggest = suggest_tags(dict(desk.services.library.listing.tags()))
    desk.ask("Tags", done, join_tags(common), suggest, hint="economy, prisoners")


def _tag(desk: DeskScreen, rows: list[Row], add: list[str], remove: list[str]) -> None:
    ids, title = [row.article for row in rows], _title(rows)
    desk.changes.make(lambda bench: bench.notebook.tag(ids, add, remove, title=title))


def _tag_here(add: list[str], remove: list[str], desk: DeskScreen, count: int) -> None:
    _tag(desk, targets(desk), add, remove)


@command("article.note", "Note on the article", "c", places=BOTH, when=has_target)
def note(desk: DeskScreen, count: int) -> None:
    """Write a note on the article as a whole."""
    from tui.desk.noting import write_note

    row = targets(desk)[0]
    write_note(desk, row.article, None, f"Note on “{row.title}”")


@command("article.next-unread", "Next unread", "n", places=BOTH)
def next_unread(desk: DeskScreen, count: int) -> None:
    """To the next article that was never opened; in the reader it is opened."""
    _unread(desk, 1)


@command("article.previous-unread", "Previous unread", "p", places=BOTH)
def previous_unread(desk: DeskScreen, count: int) -> None:
    """To the previous article that was never opened."""
    _unread(desk, -1)


def _unread(desk: DeskScreen, step: int) -> None:
    index = desk.list.find(desk.list.cursor, step, lambda row: row.read == "unread")
    if index is None:
        desk.say("No further unread article in this direction.")
        return
    desk.list.move_to(index)
    row = desk.list.current
    if desk.pane is desk.reader and row is not None:
        desk.opened.open(row.article)
