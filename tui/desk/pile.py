"""What the list shows: a view of the library in a frozen order, and how far one got with it."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui import home
from tui.desk.services import Bench
from tui.library import Row, View
from tui.model import Change, Document
from tui.text import one_line

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen
    from tui.exchange.importing import Imported

VIEWS = "views"
"""The store's table of saved views, by name."""

FIRST_WINDOW = 100
"""Rows ordered before the first frame; the rest follows behind it."""


class Pile:
    """Chooses what the list shows, and keeps the order until the user asks for another."""

    def __init__(self, desk: DeskScreen, paths: list[str]) -> None:
        """``paths`` are imported at the start, and only they are shown."""
        self._desk = desk
        self.paths = paths
        self.view = self._base = View(triage=None if paths else "inbox")
        self.busy = ""
        self.saved: dict[str, View] = {}
        self._count = 0

    # -- start -------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first window now; order the rest, and import what was named, behind it."""
        desk = self._desk
        desk.list.handled = self._handled
        last = desk.session.last.view
        if last is not None and not self.paths:
            self.view = self._base = last
            if not last.is_plain:
                self._base = last.without_filter()
        if self.paths:
            self.busy = "Importing…"
            desk.list.empty = self._empty_words()
            desk.run_worker(self._import(self.paths, only=True), group="import")
        elif desk.services.library.count() == 0:
            self.busy = "Setting up the starter library…"
            desk.list.empty = self._empty_words()
            seeds = str(home.carried("seeds") / "briefs")
            desk.run_worker(self._import([seeds], starter=True), group="import")
        else:
            self._show_first_window()
            # Only then: the thread that opens the store would take its time from the first frame.
            desk.call_after_refresh(
                lambda: desk.run_worker(self._complete(), group="pile", exclusive=True)
            )
        self.show_progress()

    def _show_first_window(self) -> None:
        """The top of the order, as far down as the cursor was."""
        desk = self._desk
        listing = desk.services.library.listing
        cursor = desk.session.last.cursor
        key = listing.keys_of([cursor]).get(cursor) if cursor else None
        limit = FIRST_WINDOW
        keys = listing.keys(self.view, limit)
        while key is not None and key not in keys and len(keys) == limit:
            limit *= 8
            keys = listing.keys(self.view, limit)
        desk.list.empty = self._empty_words()
        desk.list.set_keys(keys, key)

    async def _complete(self, tell: bool = False) -> None:
        """Catch up with the journal and take in the whole order, keeping the cursor.

        With ``tell`` it says what came and what left.
        """
        desk = self._desk
        view = self.view

        shown = desk.list.keys

        def run(bench: Bench) -> tuple[array[int], str, int]:
            bench.catch_up()
            keys = bench.library.listing.keys(view)
            return keys, _difference(shown, keys) if tell else "", bench.library.count()

        keys, told, self._count = await desk.services.write(run)
        if view == self.view:
            if told:
                desk.say(told)
            current = desk.list.current
            desk.list.empty = self._empty_words()
            desk.list.set_keys(keys, current.key if current else None)
            self.show_progress()
            desk.refresh_foot()

    async def _import(self, sources: list[str], starter: bool = False, only: bool = False) -> None:
        """Import behind the desk, then show what came, or ``only`` that."""
        desk = self._desk

        from tui.exchange.importing import import_all, tag_imported
        from tui.library import Document as Found
        from tui.library import Library, read_documents

        def run() -> Imported:
            with Library(desk.services.library.path) as library:
                documents = read_documents(sources)
                if starter:
                    documents = (
                        replace(d, starter=True) if isinstance(d, Found) else d for d in documents
                    )
                return import_all(library, documents)

        done = await asyncio.to_thread(run)
        if done.tags:
            await desk.services.write(lambda bench: tag_imported(bench.notebook, done))
        self.busy = ""
        if only:
            label = _named(sources)
            self.view = self._base = View(triage=None, articles=done.articles, label=label)
        await self._complete()
        if done.problems:
            more = f" (and {len(done.problems) - 1} more)" if len(done.problems) > 1 else ""
            desk.say(done.problems[0] + more, problem=True)
        elif not (starter or only):
            desk.say(done.summary())

    def paste(self, text: str) -> None:
        """Import a text that was pasted into the desk."""
        desk = self._desk
        how = "Esc ends the filter and shows it" if self.narrowed else "R refreshes the list"

        def work(bench: Bench) -> str:
            from tui.library import Problem, pasted

            document = pasted(text)
            if isinstance(document, Problem):
                return document.message
            added = bench.library.add(document)
            known = {"added": "Imported", "changed": "A new version of", "same": "Known already:"}
            return f"{known[added.outcome]} “{added.article.title}”; {how}."

        desk.changes.background(work, desk.say)

    def import_more(self, source: str) -> None:
        """Import a file or folder that the user names, and refresh."""
        self.busy = "Importing…"
        self._desk.say(f"Importing {source}…")
        self._desk.run_worker(self._import([str(Path(source).expanduser())]), group="import")

    # -- views -------------------------------------------------------------------------

    def show(self, view: View) -> None:
        """Show another view; one that narrows keeps what Esc goes back to."""
        if view.is_plain:
            self._base = view
        self.view = view
        self._desk.run_worker(self._complete(), group="pile", exclusive=True)

    @property
    def narrowed(self) -> bool:
        """Whether the list shows less than the view that was chosen."""
        return self.view != self._base

    def widen(self) -> None:
        """Take away what narrows the view."""
        self.show(self._base)

    def refresh(self, tell: bool = True) -> None:
        """Order anew: handled articles leave, new ones come; how many is told unless not wanted."""
        self._desk.run_worker(self._complete(tell), group="pile", exclusive=True)

    def load_saved(self) -> None:
        """Fetch the views that the user saved."""

        def take(saved: dict[str, Document]) -> None:
            self.saved = {name: view for name, doc in saved.items() if (view := View.of(doc))}

        self._desk.changes.background(lambda bench: dict(bench.store.all(VIEWS)), take)

    def save(self, name: str) -> None:
        """Keep the view under a name; it is then among the views."""
        view = self.view.document()

        def work(bench: Bench) -> Change | None:
            return bench.store.commit(f"Saved the view {name}", {(VIEWS, name): view})

        self.saved[name] = self.view
        self._desk.changes.make(work)

    def _handled(self, row: Row) -> bool:
        """Whether a row is shown only because the order is frozen."""
        return self.view.triage is not None and row.triage != self.view.triage

    def _empty_words(self) -> tuple[str, ...]:
        if self.busy:
            return ("", self.busy)
        if self.narrowed:
            return ("", "Nothing matches.", "Esc shows all again.")
        if self._desk.services.library.count() == 0:
            return ("", "The library is empty.", "I imports files or pasted text.")
        return ("", f"Nothing in {self.view.describe()}.", "v shows other views, R refreshes.")

    # -- progress ----------------------------------------------------------------------

    def show_progress(self) -> None:
        """The top bar: the view in words, and how many of its articles are decided."""
        desk = self._desk
        if desk.has_class("-tiny"):
            return
        if not desk.list.keys and (words := self._empty_words()) != desk.list.empty:
            desk.list.empty = words  # Such as after the undoing of a removal.
            desk.list.refresh()
        glyphs = desk.list.glyphs
        counts = desk.services.library.listing.counts(self.view)
        total, left, done = counts.total, counts.left, counts.done
        left_words = [
            (" briefs-tui ", "accent"),
            (f" {self.view.describe()} ", "words"),
            (f"{len(desk.list.keys)}", "meta"),
        ]
        new = desk.services.library.count() - self._count if self._count else 0
        if new > 0:
            left_words.append((f"  {new} new: R", "accent"))
        bar = round(10 * done / total) if total else 0
        right = (
            (f"{glyphs.done * bar}", "accent"),
            (f"{glyphs.left * (10 - bar)}", "meta"),
            (f" {done} done {glyphs.dot} {left} left ", "words"),
        )
        desk.top_bar.say(tuple(left_words), right if total else ())

    def advance(self, count: int = 1) -> None:
        """After a decision about ``count`` articles: on to the next, in the reader too."""
        desk = self._desk
        if desk.pane is desk.reader:
            desk.opened.open_neighbour(1)
        else:
            desk.list.move_to(desk.list.cursor + count)


def _named(sources: list[str]) -> str:
    """Sources in a few words."""
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"from {one_line(sources[0])}{more}"


def _difference(old: Sequence[int], new: Sequence[int]) -> str:
    """How a fresh order differs from the one shown, in words."""
    before, after = set(old), set(new)
    came, left = len(after - before), len(before - after)
    parts = ([f"{came} new"] if came else []) + ([f"{left} left the list"] if left else [])
    return (", ".join(parts) or "Nothing new") + "."
