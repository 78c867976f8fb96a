"""The user's state as far as the list shows it, caught up from the store's journal.

The store is the truth; what is kept here lets the list be drawn before the store is loaded,
and can be made again from the store at any time. Applying a change twice does no harm, so the
desk may apply its own at once and meet them again in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tui.annotations.documents import ANNOTATIONS
from tui.library import index, userdata
from tui.library.database import Database
from tui.model import Change, Edit
from tui.store import Store, tail

_POSITION: Final = "store position"


class Projection:
    """Keeps the list true to the store; part of a :class:`tui.library.Library`.

    What the store cannot do raises :class:`tui.store.StoreError`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def catch_up(self, folder: Path) -> frozenset[str] | None:
        """Apply what the store in ``folder`` has more; the ids of the articles concerned.

        None if everything had to be made again: the first time, and when the store is another
        one (put back from a backup). Costs next to nothing when nothing is new.
        """
        if self._database.read_only or not folder.is_dir():
            return frozenset()
        if (news := self._news(folder)) and not news[0]:
            return frozenset()
        with self._database.transaction():
            # Asked again: meanwhile another process may have applied them.
            if news := self._news(folder):
                changes, position = news
                self._note(position)
                return self._apply(changes)
        self.rebuild(folder)
        return None

    def apply(self, change: Change) -> frozenset[str]:
        """Show a change that was just made; the ids of the articles concerned."""
        with self._database.transaction():
            return self._apply([change])

    def rebuild(self, folder: Path) -> None:
        """Make the user's state anew from the store in ``folder``."""
        with Store.open(folder) as store, self._database.transaction():
            live = store.live()
            self._database.run("DELETE FROM user")
            self._database.run("DELETE FROM annotated")
            for table in userdata.TABLES:
                for key, document in live.get(table, {}).items():
                    self._keep(Edit(table, key, None, document))
            self._note(store.position)
            index.refresh(self._database)

    def differences(self, folder: Path) -> int:
        """How many documents of the store are shown otherwise than they are, or not at all.

        To be asked after :meth:`catch_up`; always 0 unless a file was damaged or altered.
        """
        with Store.open(folder) as store:
            states, annotated = userdata.expected(store.live())
        columns = ", ".join(userdata.DEFAULTS)
        kept = {
            row[0]: row[1:]
            for row in self._database.rows(f"SELECT article, {columns} FROM user")
            if row[1:] != tuple(userdata.DEFAULTS.values())
        }
        marks = dict(self._database.rows("SELECT annotation, article FROM annotated"))
        return len(set(kept.items()) ^ set(states.items())) + len(
            set(marks.items()) ^ set(annotated.items())
        )

    def _news(self, folder: Path) -> tuple[list[Change], str] | None:
        """The store's changes since the last time, and the position behind them; see ``tail``."""
        known = self._database.row("SELECT value FROM facts WHERE name = ?", (_POSITION,))
        return tail(folder, known[0]) if known else None

    def _apply(self, changes: Iterable[Change]) -> frozenset[str]:
        edits = [edit for change in changes for edit in change.edits]
        touched = {article for edit in edits for article in userdata.articles(edit)}
        for edit in edits:
            if edit.table in userdata.TABLES:
                self._keep(edit)
        if touched:
            index.refresh(self._database, touched)
        return frozenset(touched)

    def _keep(self, edit: Edit) -> None:
        if edit.table != ANNOTATIONS:
            values = userdata.columns(edit.table, edit.after)
            self._database.run("INSERT OR IGNORE INTO user (article) VALUES (?)", (edit.key,))
            self._database.run(
                f"UPDATE user SET {', '.join(f'{name} = ?' for name in values)} WHERE article = ?",
                (*values.values(), edit.key),
            )
        elif edit.after:
            self._database.run(
                "INSERT OR REPLACE INTO annotated VALUES (?, ?)", (edit.key, edit.after["article"])
            )
        else:
            self._database.run("DELETE FROM annotated WHERE annotation = ?", (edit.key,))

    def _note(self, position: str) -> None:
        self._database.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_POSITION, position))
