"""Coming back: view, cursor, open article and pane are kept while working, and found again.

Kept in the library's file, since the first frame needs it and nothing is lost if it goes; the
reading place of each article is the user's own and is in the store.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.desk.noting import all_drafts
from tui.desk.services import Bench
from tui.library import View

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

NAME = "session"
"""The name under which the library keeps it."""


class Session:
    """Writes down where the user is whenever that changed, and reads it at the start."""

    def __init__(self, desk: DeskScreen) -> None:
        """What was kept is read at once: it decides what the first frame shows."""
        self._desk = desk
        self._kept = desk.services.library.recall(NAME) or "{}"

    @property
    def last(self) -> dict[str, Any]:
        """What was kept; empty where nothing usable was."""
        try:
            kept = json.loads(self._kept)
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def view(self) -> View | None:
        """The view that was shown last."""
        kept = self.last.get("view")
        return View.of(kept) if isinstance(kept, dict) else None

    def resume(self) -> None:
        """Open what was open, in the pane where the user was."""
        desk, last = self._desk, self.last
        desk.pile.load_saved()
        desk.changes.background(lambda bench: len(all_drafts(bench)), self._tell_of_drafts)
        desk.hidden |= set(last.get("hidden", ()))
        if isinstance(last.get("measure"), int):
            desk.reader.set_measure(last["measure"])
        if last.get("open") and desk.services.library.article(last["open"]):
            desk.opened.open(last["open"])
            desk.zoomed = bool(last.get("zoomed"))
            for pane in desk.panes:
                if pane.id == last.get("pane"):
                    desk.go_to(pane)

    def _tell_of_drafts(self, count: int) -> None:
        if count:
            notes = "note was" if count == 1 else "notes were"
            self._desk.say(f"{count} {notes} left half-written; :drafts goes on with them.")

    def now(self) -> dict[str, Any]:
        """Where the user is."""
        desk = self._desk
        row = desk.list.current
        return {
            "view": desk.pile.view.document(),
            "cursor": row.article if row else None,
            "open": desk.paper.article.id if desk.paper else None,
            "pane": desk.pane.id,
            "zoomed": desk.zoomed,
            "measure": desk.reader.measure,
            "hidden": sorted(desk.hidden),
        }

    def keep(self) -> None:
        """Write it down if anything changed, on the writer's thread."""
        now = json.dumps(self.now())
        if now == self._kept:
            return
        self._kept = now

        def work(bench: Bench) -> None:
            bench.library.remember(NAME, now)

        self._desk.changes.background(work, lambda _: None)
