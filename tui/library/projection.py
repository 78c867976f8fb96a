"""The user's state as far as the list shows it, caught up from the store's journal.

The store is the truth; what is kept here lets the list be drawn before the store is loaded,
and can be made again from the store at any time. Applying a change twice does no harm, so the
desk may apply its own at once and meet them again in the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tui.library import index
from tui.library.database import Database
from tui.library.listing import READ_STATES, TRIAGES
from tui.model import Change, Document
from tui.store import Store, tail

STATES, ANNOTATIONS, CORRECTIONS, REMOVED = "states", "annotations", "corrections", "removed"
"""The store's tables that the list shows something of; all but annotations by article id."""

_POSITION = "store position"


class Projection:
    """Keeps the list true to the store; part of a :class:`tui.library.Library`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def catch_up(self, folder: Path) -> frozenset[str] | None:
        """Apply what the store in ``folder`` has more; the ids of the articles concerned.

        None if everything had to be made again: the first time, and when the store is another
        one (put back from a backup). Costs next to nothing when nothing is new.
        """
        found = self._database.row("SELECT value FROM facts WHERE name = ?", (_POSITION,))
        if not folder.is_dir():
            return frozenset()
        news = tail(folder, found[0]) if found else None
        if news is None:
            self.rebuild(folder)
            return None
        changes, position = news
        if not changes and position == found[0]:
            return frozenset()
        with self._database.transaction():
            touched = self._apply(changes)
            self._note(position)
        return touched

    def apply(self, change: Change) -> frozenset[str]:
        """Show a change that was just made; the ids of the articles concerned."""
        with self._database.transaction():
            return self._apply([change])

    def rebuild(self, folder: Path) -> None:
        """Make the user's state anew from the store in ``folder``."""
        with Store.open(folder) as store:
            live, position = store.live(), store.position
            with self._database.transaction():
                self._database.run("DELETE FROM user")
                self._database.run("DELETE FROM annotated")
                self._database.run_many(
                    "INSERT INTO annotated VALUES (?, ?)",
                    (
                        (key, str(document.get("article", "")))
                        for key, document in live.get(ANNOTATIONS, {}).items()
                    ),
                )
                for table in (STATES, CORRECTIONS, REMOVED):
                    for article, document in live.get(table, {}).items():
                        self._keep(table, article, document)
                self._note(position)
                index.refresh(self._database)

    def _apply(self, changes: Iterable[Change]) -> frozenset[str]:
        touched: set[str] = set()
        for change in changes:
            for edit in change.edits:
                if edit.table == ANNOTATIONS:
                    touched |= self._annotate(edit.key, edit.before, edit.after)
                elif edit.table in (STATES, CORRECTIONS, REMOVED):
                    self._keep(edit.table, edit.key, edit.after)
                    touched.add(edit.key)
        if touched:
            index.refresh(self._database, touched)
        return frozenset(touched)

    def _annotate(self, key: str, before: Document | None, after: Document | None) -> set[str]:
        if after is None:
            self._database.run("DELETE FROM annotated WHERE annotation = ?", (key,))
        else:
            self._database.run(
                "INSERT OR REPLACE INTO annotated VALUES (?, ?)", (key, str(after.get("article")))
            )
        return {str(document["article"]) for document in (before, after) if document}

    def _keep(self, table: str, article: str, document: Document | None) -> None:
        values = _COLUMNS[table](document or {}, document is not None)
        self._database.run("INSERT OR IGNORE INTO user (article) VALUES (?)", (article,))
        self._database.run(
            f"UPDATE user SET {', '.join(f'{name} = ?' for name in values)} WHERE article = ?",
            (*values.values(), article),
        )

    def _note(self, position: str) -> None:
        self._database.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_POSITION, position))


def _state(document: Mapping[str, Any], _: bool) -> dict[str, Any]:
    read, triage = document.get("read"), document.get("triage")
    return {
        "read": READ_STATES.index(read) if read in READ_STATES else 0,
        "triage": TRIAGES.index(triage) if triage in TRIAGES else 0,
        "star": int(bool(document.get("star"))),
        "tags": json.dumps([str(tag) for tag in document.get("tags", ())], ensure_ascii=False),
    }


def _correction(document: Mapping[str, Any], _: bool) -> dict[str, Any]:
    return {name: document.get(name) for name in ("title", "source", "dateline")}


def _removal(_: Mapping[str, Any], removed: bool) -> dict[str, Any]:
    return {"removed": int(removed)}


_COLUMNS = {STATES: _state, CORRECTIONS: _correction, REMOVED: _removal}
"""What each table's document means for the columns of ``user``."""
