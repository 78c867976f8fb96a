"""The journal: every change ever made, in numbered segments; the newest is appended to.

``changes-00000001.log`` and so on hold one change a line with its documents before and after,
so they are journal and history in one: a change is one line and one fsync, and no compaction
ever drops it. A snapshot (:mod:`tui.store.snapshot`) holds the live documents as they were
before the segment that it names; only segments from there on are replayed to open the store.

Of the last line of the newest segment only, a part may be missing (the writer died): it was
never confirmed, readers drop it, and the next append cuts it off.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tui.model import Change
from tui.store import files
from tui.store.errors import StoreError
from tui.store.records import (
    CHECKSUM,
    FORMAT,
    Damaged,
    from_change,
    record_start,
    seal,
    to_change,
    to_head,
    unseal,
)

KIND = "briefs-tui changes"
_BLOCK = 1 << 16


class Position(NamedTuple):
    """A place between two records: the store's id, segment, byte offset, checksum before it.

    The checksum is of the record that ends there, so that a position in a store that was put
    back from a backup and went another way is recognised.
    """

    store: str
    segment: int
    offset: int
    checksum: str

    def __str__(self) -> str:
        return ":".join(map(str, self))

    @classmethod
    def parse(cls, text: str) -> Position | None:
        """The position that :meth:`__str__` wrote, or None."""
        try:
            store, segment, offset, checksum = text.split(":")
            return cls(store, int(segment), int(offset), checksum)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Batch:
    """What a read found: changes, the position behind the last, whether a torn record follows."""

    changes: list[Change]
    position: Position
    torn: bool


class Journal:
    """The segments in a folder. Callers hold the store's lock, as each method says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paths: dict[int, Path] = {}  # making a path costs as much as asking the system for it

    def path(self, segment: int) -> Path:
        """Where a segment is."""
        path = self._paths.get(segment)
        if path is None:
            path = self._paths[segment] = self.folder / f"changes-{segment:08}.log"
        return path

    def segments(self) -> list[int]:
        """The numbers of all segments, oldest first."""
        names = (path.stem.removeprefix("changes-") for path in self.folder.glob("changes-*.log"))
        return sorted(int(name) for name in names if name.isdigit())

    def start(self, segment: int, store: str | None = None) -> Position:
        """The position before the first record of a segment, after checking what the file is.

        ``store`` is the id that it must have. Needs no lock: a header never changes.
        """
        path = self.path(segment)
        with path.open("rb") as file:
            line = file.readline(1000)
        header = read_header(path, line, KIND)
        if header.get("segment") != segment or (store and header.get("store") != store):
            raise StoreError(
                f"{path} belongs to another store; put back the file that was there, "
                "or restore the folder from a backup."
            )
        return Position(header["store"], segment, len(line), line[:8].decode())

    def begin(self, segment: int, store: str) -> Position:
        """Make a new, empty segment. Needs the lock alone."""
        line = seal({"format": KIND, "version": FORMAT, "store": store, "segment": segment})
        files.replace(self.path(segment), line)
        return Position(store, segment, len(line), line[:8].decode())

    def go_on(self, position: Position) -> Position:
        """Finish the segment of ``position``, the journal's end, and begin the next.

        Needs the lock alone.
        """
        path = self.path(position.segment)
        if path.stat().st_size > position.offset:
            files.append(path, position.offset, b"")  # a torn record would now be in the middle
        return self.begin(position.segment + 1, position.store)

    def stamp(self, segment: int) -> tuple[int, int, int]:
        """What tells whether there is anything new: the newest segment, its inode and size.

        ``segment`` is one known to exist. Cheap, and needs no lock.
        """
        while self.path(segment + 1).exists():
            segment += 1
        status = self.path(segment).stat()
        return segment, status.st_ino, status.st_size

    def tip(self) -> Position | None:
        """The position behind the last whole line; None where there is no journal yet."""
        segments = self.segments()
        if not segments:
            return None
        position = self.start(segments[-1])
        path = self.path(position.segment)
        for offset, line in _backwards(path, path.stat().st_size):
            if line[-1:] == b"\n":
                end = offset + len(line)
                return position._replace(offset=end, checksum=line[:8].decode("latin-1"))
        return position

    def read(self, position: Position) -> Batch:
        """All changes behind ``position``. Needs the lock, shared."""
        batch = self.read_segment(position)
        changes = batch.changes
        while self.path(batch.position.segment + 1).exists():
            following = self.start(batch.position.segment + 1, position.store)
            batch = self.read_segment(following)
            changes += batch.changes
        return Batch(changes, batch.position, batch.torn)

    def read_segment(self, position: Position) -> Batch:
        """The changes behind ``position`` in its own segment. Needs the lock, shared."""
        path, offset, checksum = self.path(position.segment), position.offset, b""
        changes: list[Change] = []
        torn = False
        with path.open("rb") as file:
            file.seek(offset)
            for line in file:
                try:
                    changes.append(to_change(unseal(line)))
                except Damaged:
                    torn = True
                    break
                offset, checksum = offset + len(line), line[:8]
            if torn and (file.read(1) or self.path(position.segment + 1).exists()):
                raise damaged(path, offset)
        if checksum:
            position = position._replace(offset=offset, checksum=checksum.decode())
        return Batch(changes, position, torn)

    def append(self, position: Position, change: Change) -> Position:
        """Write a change durably behind ``position``, the journal's end. Needs the lock alone.

        Raises :class:`StoreError` if the disk does not take it; the journal is then as before.
        """
        line = seal(from_change(change))
        path = self.path(position.segment)
        try:
            files.append(path, position.offset, line)
        except OSError as error:
            raise not_written(path, error) from error
        return position._replace(offset=position.offset + len(line), checksum=line[:8].decode())

    def knows(self, position: Position) -> bool:
        """Whether ``position`` is a place in this journal. Needs the lock, shared."""
        path = self.path(position.segment)
        try:
            if self.start(position.segment).store != position.store:
                return False
            size = path.stat().st_size
        except (OSError, StoreError):
            return False
        if position.offset > size:
            return False
        last = next(_backwards(path, position.offset), (0, b""))[1]
        return last[-1:] == b"\n" and last[:8].decode("latin-1") == position.checksum

    def backwards(self, position: Position, *, edits: bool = True) -> Iterator[Change]:
        """All changes before ``position``, newest first, read as they are asked for.

        Without their ``edits`` where those are not wanted, which are most of the bytes. Needs no
        lock: what is written and confirmed never changes.
        """
        for path, offset, line in self._lines_backwards(position):
            try:
                yield to_change(unseal(line)) if edits else to_head(line)
            except Damaged:
                raise damaged(path, offset) from None

    def find(self, position: Position, change: str) -> Change:
        """The change of that id, which is before ``position``."""
        start = record_start(change)
        for path, offset, line in self._lines_backwards(position):
            if line.startswith(start, CHECKSUM):
                try:
                    return to_change(unseal(line))
                except Damaged:
                    raise damaged(path, offset) from None
        raise KeyError(change)

    def _lines_backwards(self, position: Position) -> Iterator[tuple[Path, int, bytes]]:
        for segment in range(position.segment, 0, -1):
            path = self.path(segment)
            try:
                first = self.start(segment, position.store).offset
                at = position.offset if segment == position.segment else path.stat().st_size
            except FileNotFoundError:
                return
            for offset, line in _backwards(path, at):
                if offset < first:
                    break
                yield path, offset, line


def read_header(path: Path, line: bytes, kind: str) -> dict[str, Any]:
    """The first line of one of the store's files; :class:`StoreError` if it is not ``kind``."""
    try:
        header = unseal(line)
        found, version = header["format"], header["version"]
    except (Damaged, ValueError, KeyError, TypeError):
        found, version = "", 0
    if found != kind or not isinstance(version, int):
        raise StoreError(
            f"{path} is damaged or was not written by briefs-tui; nothing was changed. "
            "Run `briefs-tui doctor`, or restore the folder from a backup."
        )
    if version > FORMAT:
        raise StoreError(
            f"{path} was written by a newer briefs-tui (format {version}, this one knows "
            f"{FORMAT}); update the program to open it."
        )
    result: dict[str, Any] = header
    return result


def damaged(path: Path, offset: int) -> StoreError:
    """The error for a record that is neither whole nor the last."""
    return StoreError(
        f"{path} is damaged at byte {offset}; nothing was changed. "
        "Run `briefs-tui doctor`, or restore the folder from a backup."
    )


def not_written(path: Path, error: OSError) -> StoreError:
    """The error for a change that the disk did not take."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreError(
            f"No room left to write {path}: this change was not kept, all before it are. "
            "Free some space and do it again."
        )
    return StoreError(
        f"Cannot write {path} ({error.strerror or error}): this change was not kept, "
        "all before it are."
    )


def _backwards(path: Path, at: int) -> Iterator[tuple[int, bytes]]:
    """The lines of a file before ``at``, last first, each with its offset."""
    with path.open("rb") as file:
        pending: list[bytes] = []  # pieces of the line whose start is not yet found, last first
        while at > 0:
            size = min(_BLOCK, at)
            file.seek(at - size)
            block = file.read(size)
            end = size
            while end > 0:
                cut = block.rfind(b"\n", 0, end - (not pending))
                pending.append(block[cut + 1 : end])
                if cut < 0:
                    break
                yield at - size + cut + 1, b"".join(reversed(pending))
                pending, end = [], cut + 1
            at -= size
        if pending:
            yield 0, b"".join(reversed(pending))
