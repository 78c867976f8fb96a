"""This process's copy of the live documents, kept up with the journal that all processes share."""

from __future__ import annotations

import gc

from tui.model import Change
from tui.store.errors import StoreError
from tui.store.journal import Journal, Position
from tui.store.snapshot import Live, Snapshot, replay

_SMALL = 1 << 18  # bytes of journal that are never worth a compaction


class Replica:
    """Live documents in memory. Every method needs the store's lock, shared for :meth:`catch_up`.

    ``live`` is None until first loaded; ``position`` is the place in the journal that it stands
    for. ``notices`` takes sentences for the user.
    """

    def __init__(self, journal: Journal, snapshot: Snapshot, notices: list[str]) -> None:
        self.live: Live | None = None
        self.position: Position | None = None
        self._journal = journal
        self._snapshot = snapshot
        self._notices = notices
        self._stamp = (0, 0, 0)

    def catch_up(self) -> Live:
        """Load, or read what other processes appended since; costs no more than that is long."""
        folder = self._journal.folder
        try:
            if self.live is None or self.position is None:
                return self._load()
            if self._journal.stamp(self.position.segment) == self._stamp:
                return self.live
            if self._journal.knows(self.position):
                return self._read_on(self.live, self.position)
            self._notices.append(f"{folder} was replaced meanwhile and is read again.")
            return self._load()
        except FileNotFoundError as error:
            raise StoreError(
                f"{error.filename} is gone; put it back or restore the folder from a backup."
            ) from error
        except OSError as error:
            raise StoreError(f"Cannot read {folder}: {error.strerror or error}.") from error

    def record(self, change: Change) -> None:
        """Make a change: durable first, then visible. All else must have been caught up with."""
        assert self.live is not None and self.position is not None
        self.position = self._journal.append(self.position, change)
        self._stamp = (self.position.segment, self._stamp[1], self.position.offset)
        replay(self.live, change)

    def cut(self) -> tuple[Live, Position]:
        """Go on in a new segment; the documents at its start, for a snapshot, and its position.

        Documents are replaced and never altered, so a copy of the tables is one of them all,
        and the snapshot can be written while others go on changing things.
        """
        assert self.live is not None and self.position is not None
        self.position = self._journal.go_on(self.position)
        self._stamp = self._journal.stamp(self.position.segment)
        return {name: dict(table) for name, table in self.live.items()}, self.position

    def outgrown(self) -> bool:
        """Whether the journal since the snapshot is longer than the snapshot."""
        if self.live is None or self.position is None:
            return False
        header = self._snapshot.header() or {"segment": 1, "bytes": 0}
        segments = range(header["segment"], self.position.segment + 1)
        journal = sum(self._journal.path(number).stat().st_size for number in segments)
        return bool(journal > max(_SMALL, header["bytes"]))

    def _load(self) -> Live:
        # Loading makes a million objects and no garbage: looking for some takes half the time.
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self._load_all()
        finally:
            if collecting:
                gc.enable()

    def _load_all(self) -> Live:
        live, header = self._snapshot.read()
        if header is None and not self._journal.segments():
            self.live = live  # a folder that cannot be written and never was
            return live
        position = (
            self._journal.start(header["segment"], header["store"])
            if header
            else self._journal.start(1)
        )
        return self._read_on(live, position)

    def _read_on(self, live: Live, position: Position) -> Live:
        batch = self._journal.read(position)
        for change in batch.changes:
            replay(live, change)
        self.live, self.position = live, batch.position
        self._stamp = self._journal.stamp(batch.position.segment)
        if batch.torn:
            self._notices.append(
                "The last change was cut off when a program or machine stopped; it had never "
                "been confirmed and was dropped. Everything before it is here."
            )
        return live
