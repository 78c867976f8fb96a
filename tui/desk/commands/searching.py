"""Searching: in the open text, in the library, and narrowing the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.marks import Mark
from tui.desk.widgets.prompt import Suggestion
from tui.desk.widgets.reader import HITS
from tui.library import View
from tui.model import Timex
from tui.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.screens.main import DeskScreen

LIST: tuple[Place, ...] = ("list",)

VIEWS = {
    "inbox": View(triage="inbox"),
    "later": View(triage="later"),
    "kept": View(triage="kept"),
    "dismissed": View(triage="dismissed"),
    "starred": View(triage=None, starred=True),
    "all": View(triage=None),
}
"""The views by name."""


def has_hits(desk: DeskScreen) -> bool:
    """Whether a search in the text is on."""
    return bool(desk.reader.marks[HITS].marks)


@command(
    "search.text",
    "Search the text",
    "/",
    places=("reader",),
    when=lambda d: d.paper is not None,
)
def search_text(desk: DeskScreen, count: int) -> None:
    """Search the open text; n and N go through the hits, Esc ends it."""

    def done(line: str) -> None:
        reader = desk.reader
        wanted = re.escape(line.strip()).replace(r"\ ", r"\s+")
        text = visible(reader.sheet.text)
        found = [m.span() for m in re.finditer(wanted, text, re.IGNORECASE)] if wanted else []
        reader.mark(HITS, [Mark(start, end, "hit") for start, end in found])
        if found:
            _go_to_hit(desk, True, 1)
        elif wanted:
            desk.say(f"“{line}” is not in this text.")

    desk.ask("/", done)


def _go_to_hit(desk: DeskScreen, forward: bool, count: int) -> None:
    reader = desk.reader
    hits = reader.marks[HITS]
    at = reader.point
    for _ in range(max(1, count)):
        following = hits.step(at, forward) or hits.marks[0 if forward else -1]
        at = following.start
    reader.select(following)
    desk.say(f"{hits.marks.index(following) + 1} of {len(hits.marks)}")


@command("search.next-hit", "Next hit", "n", places=("reader",), when=has_hits, hint="next hit")
def next_hit(desk: DeskScreen, count: int) -> None:
    """To the next hit of the search."""
    _go_to_hit(desk, True, count)


@command("search.previous-hit", "Previous hit", "N", places=("reader",), when=has_hits)
def previous_hit(desk: DeskScreen, count: int) -> None:
    """To the previous hit of the search."""
    _go_to_hit(desk, False, count)


@command("search.end", "End the search", "escape", places=("reader",), when=has_hits)
def end_search(desk: DeskScreen, count: int) -> None:
    """Take the hits of the search away."""
    desk.reader.mark(HITS, [])
    desk.reader.select(None)


@command("search.library", "Search the library", "S")
def search_library(desk: DeskScreen, count: int) -> None:
    """Show the articles with all these words and the #tag, whatever was decided about them."""
    from tui.desk.narrowing import HINT, narrow, suggest_words

    known = dict(desk.services.library.listing.tags())

    def done(line: str) -> None:
        if line.strip():
            desk.pile.show(narrow(View(triage=None), line, known))
            desk.go_to(desk.list)

    desk.ask("Search", done, suggest=suggest_words(known), hint=HINT)


@command("list.filter", "Filter", "F", "/", places=LIST, hint="filter")
def filter_list(desk: DeskScreen, count: int) -> None:
    """Narrow the list to the articles of this view with all these words and the #tag."""
    from tui.desk.narrowing import HINT, line_of, narrow, suggest_words

    known = dict(desk.services.library.listing.tags())

    def done(line: str) -> None:
        desk.pile.show(narrow(desk.pile.view, line, known))

    desk.ask("Filter", done, line_of(desk.pile.view), suggest_words(known), hint=HINT)


@command(
    "list.clear", "Show all again", "escape", places=LIST, when=lambda desk: desk.pile.narrowed
)
def clear_filter(desk: DeskScreen, count: int) -> None:
    """Take the filter or search away."""
    desk.pile.widen()


@command("list.views", "Views", "v", places=LIST, hint="views")
def views(desk: DeskScreen, count: int) -> None:
    """Choose what the list shows: inbox, later, kept, dismissed, starred, all."""

    known = {**VIEWS, **desk.pile.saved}

    def suggest(typed: str) -> Sequence[Suggestion]:
        listing = desk.services.library.listing
        return [
            Suggestion(name, name, str(len(listing.keys(view))))
            for name, view in known.items()
            if typed.lower() in name.lower()
        ]

    desk.ask("View", lambda name: desk.pile.show(known[name]), suggest=suggest, must_choose=True)


@command("view.save", "Save this view", places=LIST)
def save_view(desk: DeskScreen, count: int) -> None:
    """Keep what the list shows now, filter and order, under a name among the views."""

    def done(name: str) -> None:
        if name.strip():
            desk.pile.save(name.strip())

    desk.ask("Name of the view", done)


@command("list.refresh", "Refresh", "R", places=LIST)
def refresh(desk: DeskScreen, count: int) -> None:
    """Order the list anew: handled articles leave it, new ones come."""
    desk.pile.refresh()


@command("list.import", "Import", "I", places=LIST)
def import_file(desk: DeskScreen, count: int) -> None:
    """Import a file or folder of .txt and .md articles."""
    desk.ask("Import", desk.pile.import_more, hint="a file or folder")


@command("annotations", "All annotations", "A")
def all_annotations(desk: DeskScreen, count: int) -> None:
    """Show all your notes and highlights; Enter goes to the passage of one."""
    desk.inspecting.show_annotations()


@command("panel.filter", "Filter the list", "F", places=("panel",), hint="filter list")
def filter_by_entry(desk: DeskScreen, count: int) -> None:
    """Show the analysed articles with the actor, or with a date within the days, here."""
    entry, paper = desk.panel.current, desk.paper
    item = entry.item if entry is not None else None
    if isinstance(item, Timex):
        _filter_by_days(desk, item)
        return
    reading = paper.reading if paper else None
    if not isinstance(item, str) or reading is None:
        desk.say("Choose an actor or a date: 1 and 2 go to them.")
        return
    actor = reading.actors.get(item)
    if actor is None:
        desk.say("This name is linked to no actor, so the list cannot be filtered by it.")
        return
    articles = desk.services.library.analyses.articles_with(actor.id)
    desk.pile.show(View(triage=None, articles=articles, label=f"with {actor.name}"))
    desk.go_to(desk.list)


def _filter_by_days(desk: DeskScreen, timex: Timex) -> None:
    if timex.first is None or timex.last is None:
        desk.say("It is not known which days this is, so the list cannot be filtered by it.")
        return
    desk.pile.show(View(triage=None, dates=(timex.first, timex.last)))
    desk.go_to(desk.list)
