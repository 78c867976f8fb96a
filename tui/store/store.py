"""The store: the user's documents, changed durably, reversibly and from several processes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from tui.model import Change, Document, Edit
from tui.store import files
from tui.store.desks import Desk
from tui.store.errors import StoreError
from tui.store.ids import new_id
from tui.store.journal import Journal, Position
from tui.store.kept import Kept
from tui.store.records import Fields, plain, same
from tui.store.replica import Replica
from tui.store.snapshot import Documents, Live, Snapshot
from tui.store.undo import Reversal, to_redo, to_undo, turn_back

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.table import Table


class Store:
    """The user's documents in one folder; make one with :meth:`open`.

    Opening reads next to nothing: the documents load on first need. A store may be used from
    several threads; changes wait for each other, reading never waits for a disk once loaded.
    ``read_only`` is True where the folder cannot be written; ``notices`` are sentences to tell
    the user once. Documents that the store gives out are the store's own: never alter them.
    """

    def __init__(self, folder: Path, desk: str | None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self._journal = Journal(folder)
        self._snapshot = Snapshot(folder)
        self._replica = Replica(self._journal, self._snapshot, self.notices)
        self._kept = Kept(folder / "kept")
        self._desk = Desk(desk, frozenset([desk])) if desk else None
        self._guard = threading.RLock()
        self._lock = files.Lock(folder / "lock")
        self.read_only = not self._lock.writable
        self._looked: Position | None = None
        self._mine: set[str] = set()
        self._database: TinyDB | None = None

    @classmethod
    def open(cls, folder: Path, *, desk: str | None = None) -> Self:
        """Open or make the store in ``folder``.

        ``desk`` names whose changes are one's own, for undo; by default those of ended sessions
        and of this one (see :mod:`tui.store.desks`). Raises :class:`StoreError` where the files
        are not a store's or from a newer version.
        """
        store: Self | None = None
        try:
            files.make_folder(folder)
            store = cls(folder, desk)
            store._prepare()
        except BaseException as error:
            if store is not None:
                store.close()
            if isinstance(error, OSError):
                reason = f"{error.strerror or error}"
                raise StoreError(f"Cannot open the store in {folder}: {reason}.") from error
            raise
        return store

    def _prepare(self) -> None:
        if not self.read_only and not self._journal.segments():
            with self._lock.held():
                if not self._journal.segments():
                    if self._snapshot.header() is not None:
                        raise StoreError(
                            f"The changes in {self.folder} are gone while documents.json is "
                            "there; nothing was changed. Restore the folder from a backup."
                        )
                    self._journal.begin(1, new_id())
        self._looked = self._journal.tip()
        self._snapshot.header()
        if not self._lock.works:
            self.notices.append(
                f"The file system of {self.folder} has no locks: open one desk at a time."
            )

    def close(self) -> None:
        """Compact if it is due, and let go of everything; a closed store changes nothing more."""
        with self._guard:
            # What fails here fails again where it can be told; nothing is lost by it.
            with contextlib.suppress(OSError, StoreError):
                if not self.read_only and self._replica.outgrown():
                    self.compact()
            if self._desk is not None:
                self._desk.leave()
            self._lock.close()
            self.read_only = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Reading

    def get(self, table: str, key: str) -> Document | None:
        """One document as of this process's last operation, or None."""
        return self.live().get(table, {}).get(key)

    def all(self, table: str) -> Mapping[str, Document]:
        """All documents of a table by key, as of this process's last operation: a snapshot."""
        return dict(self.live().get(table, {}))

    def table(self, name: str) -> Table:
        """The TinyDB table, for queries; what it writes becomes changes of the history too."""
        if self._database is None:
            from tui.store.tables import database  # TinyDB is not loaded until it is needed

            self._database = database(self)
        return self._database.table(name)

    def live(self) -> Live:
        """All documents by table and key, themselves: not to be altered, nor kept."""
        if self._replica.live is None:
            with self._guard, self._lock.held(shared=True):
                return self._replica.catch_up()
        return self._replica.live

    # Changing

    def commit(
        self,
        label: str,
        documents: Documents | Callable[[], Documents],
        *,
        by_itself: bool = False,
    ) -> Change | None:
        """Set and delete documents as one durable, reversible change.

        A function is called when everybody else's changes are read and nobody can make another,
        so what it reads from the store is what it changes. Only what really differs is recorded;
        None if nothing does. What the program does ``by_itself`` undo passes over. Raises
        :class:`StoreError`, with nothing changed, if JSON cannot hold a document, the store is
        read-only or the disk is full.
        """
        with self._writing():
            wanted = documents() if callable(documents) else documents
            edits = []
            for (table, key), document in wanted.items():
                before = self.get(table, key)
                after = None if document is None else plain(document, f"{table}/{key}")
                if isinstance(document, Fields):
                    before = before or {}
                elif after == {}:
                    raise StoreError(f"Cannot keep {table}/{key}: the document is empty.")
                if not same(before, after):
                    edits.append(Edit(str(table), str(key), before, after))
            if not edits:
                return None
            return self._record(label, edits, "auto" if by_itself else "do")

    def undo(self) -> Reversal | None:
        """Take back this desk's own latest change that stands; None if there is none."""
        return self._reverse("undo")

    def redo(self) -> Reversal | None:
        """Bring back what this desk undid last, if it changed nothing since; else None."""
        return self._reverse("redo")

    def _reverse(self, kind: Literal["undo", "redo"]) -> Reversal | None:
        choose = to_undo if kind == "undo" else to_redo
        with self._writing():
            assert self._replica.position is not None
            newest_first = self._journal.backwards(self._replica.position, edits=False)
            head = choose(newest_first, self._own.held.__contains__)
            if head is None:
                return None
            record = self._journal.find(self._replica.position, head.id)
            edits, kept = [], 0
            for edit in record.edits:
                current = self.get(edit.table, edit.key)
                after, changed_since = turn_back(current, edit.before, edit.after)
                kept += changed_since
                if not same(current or None, after or None):
                    edits.append(Edit(edit.table, edit.key, current, after))
            change = self._record(record.label, edits, kind, record.of or record.id)
            return Reversal.of(change, kept)

    @property
    def desk(self) -> str:
        """The name that this process's changes carry; asking takes a place for good."""
        return self._own.name

    @property
    def _own(self) -> Desk:
        if self._desk is None:
            try:
                self._desk = Desk.take(self.folder / "desks")
            except OSError as error:
                raise StoreError(
                    f"Cannot write {self.folder / 'desks'}: {error.strerror or error}."
                ) from error
        return self._desk

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise StoreError(
                f"{self.folder} cannot be written, so nothing can be changed. "
                "Check its owner and permissions, or set BRIEFS_HOME to another folder."
            )
        with self._guard, self._lock.held():
            self._replica.catch_up()
            yield

    def _record(
        self,
        label: str,
        edits: list[Edit],
        kind: Literal["do", "undo", "redo", "auto"],
        of: str | None = None,
    ) -> Change:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        change = Change(new_id(), now, label, tuple(edits), kind, of, self._own.name)
        before = self._replica.position
        self._replica.record(change)
        if self._looked == before:
            self._looked = self._replica.position  # nobody else's in between: nothing to read
        else:
            self._mine.add(change.id)
        return change

    def compact(self) -> None:
        """Write the live documents to a new snapshot; the history stays whole.

        Happens by itself when a store is closed whose journal outgrew its snapshot: off the way
        of every change, and in the long run at a constant cost for each. Others wait only for
        the new segment, not for the snapshot, and a crash in between harms nothing.
        """
        try:
            with self._writing():
                before = self._replica.position
                documents, position = self._replica.cut()
                if self._looked == before:
                    self._looked = position
            self._snapshot.write(documents, position)
            files.sweep(self.folder)
        except OSError as error:
            raise StoreError(
                f"Cannot compact {self.folder}: {error.strerror or error}; nothing is lost."
            ) from error

    # History and other processes

    def history(self, limit: int | None = None) -> list[Change]:
        """The latest changes, newest first, undos and redos among them."""
        self.live()
        if self._replica.position is None:
            return []
        return list(islice(self._journal.backwards(self._replica.position), limit))

    def refresh(self) -> list[Change]:
        """Read what others did, and return it: their changes since the last call (or opening)."""
        with self._guard:
            found = read_behind(self._journal, self._lock, self._looked)
            changes, self._looked = found or ([], self._journal.tip())
            if (changes or not found) and self._replica.live is not None:
                with self._lock.held(shared=True):
                    self._replica.catch_up()
            others = [change for change in changes if change.id not in self._mine]
            self._mine -= {change.id for change in changes}
            return others

    @property
    def position(self) -> str:
        """Where in the journal the live documents stand, for :meth:`changes_since`."""
        self.live()
        return str(self._replica.position or "")

    def changes_since(self, position: str) -> tuple[list[Change], str] | None:
        """Everybody's changes behind ``position`` and the new position, from the disk.

        None if the position is not of this store (it was put back from a backup, say): then
        whatever was derived from it must be made again. See :func:`tail`.
        """
        with self._guard:
            found = read_behind(self._journal, self._lock, Position.parse(position))
        return found and (found[0], str(found[1]))

    # Outside history

    def keep(self, name: str, document: Document | None) -> None:
        """Keep a small document durably outside history (a draft, say), or let it go."""
        self._kept.write(name, document)

    def kept(self, name: str) -> Document | None:
        """What :meth:`keep` kept, by any process, or None."""
        return self._kept.read(name)

    def kept_names(self) -> list[str]:
        """The names of all that is kept so, sorted."""
        return self._kept.names()


def tail(folder: Path, position: str) -> tuple[list[Change], str] | None:
    """As :meth:`Store.changes_since`, without opening the store: a few stats if nothing is new."""
    lock = files.Lock(folder / "lock")
    try:
        found = read_behind(Journal(folder), lock, Position.parse(position))
    finally:
        lock.close()
    return found and (found[0], str(found[1]))


def read_behind(
    journal: Journal, lock: files.Lock, position: Position | None
) -> tuple[list[Change], Position] | None:
    """The changes behind ``position`` and the end; None if it is no place in this journal."""
    if position is None:
        return None
    try:
        segment, _, size = journal.stamp(position.segment)
        if (segment, size) == (position.segment, position.offset):
            return [], position
        with lock.held(shared=True):
            if not journal.knows(position):
                return None
            batch = journal.read(position)
    except FileNotFoundError:
        return None
    return batch.changes, batch.position
