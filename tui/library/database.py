"""The library's SQLite file: making, recognising and opening it, as safely as the disk allows."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tui.library.errors import LibraryError

FORMAT: Final = 1
"""Of the tables; kept in the file as ``PRAGMA user_version``."""

APPLICATION: Final = 0x42524653
"""Marks the file as ours (``PRAGMA application_id``): "BRFS"."""

PATIENCE: Final = 30.0
"""Seconds to wait for another process that is writing."""

Values = Sequence[str | int | float | bytes | None]
"""What the question marks of a statement stand for."""

_SCHEMA = Path(__file__).with_name("schema.sql")
_MOUNTS = Path("/proc/self/mounts")
_REMOTE: Final = ("nfs", "cifs", "smb", "afs", "9p", "fuse.sshfs", "lustre", "ceph", "glusterfs")
"""File systems of other machines: shared memory, which WAL needs, does not reach across."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open file, for the thread that opened it; ``notices`` are to be told the user once.

    Every method raises :class:`LibraryError` in place of SQLite's errors.
    """

    path: Path
    connection: sqlite3.Connection
    read_only: bool = False
    notices: tuple[str, ...] = ()

    def rows(self, statement: str, values: Values = ()) -> list[Any]:
        """Everything that a query finds, as tuples."""
        with self._explained():
            return self.connection.execute(statement, values).fetchall()

    def each(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """As :meth:`rows`, one at a time: for what would not fit into memory."""
        with self._explained():
            yield from self.connection.execute(statement, values)

    def row(self, statement: str, values: Values = ()) -> Any:
        """The first row that a query finds, or None."""
        with self._explained():
            return self.connection.execute(statement, values).fetchone()

    def run(self, statement: str, values: Values = ()) -> int:
        """Carry out a statement; the number of rows changed, or the new key after an insert."""
        with self._explained():
            cursor = self.connection.execute(statement, values)
            return int(cursor.lastrowid or 0) if statement.startswith("INSERT") else cursor.rowcount

    def run_many(self, statement: str, values: Iterable[Values]) -> None:
        """Carry out a statement once for each of ``values``."""
        with self._explained():
            self.connection.executemany(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or, on any exception, nothing of it; waits for other writers."""
        if self.connection.in_transaction:
            yield
            return
        if self.read_only:
            raise LibraryError(f"{self.path} cannot be written. Check its owner and permissions.")
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise
        self.run("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryError(explained(self.path, error)) from error


def connect(path: Path) -> Database:
    """Open the library at ``path``, or make it; raises :class:`LibraryError`."""
    try:
        _make_file(path)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        return _open(path) if writable else _open_read_only(path)
    except OSError as error:
        raise LibraryError(f"Cannot open {path}: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise LibraryError(explained(path, error)) from error


def explained(path: Path, error: sqlite3.Error) -> str:
    """A sentence on an error of SQLite: what, where, and what to do."""
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith("SQLITE_NOTADB"):
        return f"{path} is not a library of briefs-tui. Move it away, or set BRIEFS_HOME."
    if code.startswith("SQLITE_CORRUPT"):
        return f"{path} is damaged. Run `briefs-tui doctor`, or restore it from a backup."
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"Another program has been writing to {path} for too long. Try again."
    if code.startswith("SQLITE_FULL"):
        return f"The disk with {path} is full: nothing was changed. Make room and try again."
    if code.startswith("SQLITE_READONLY"):
        return f"{path} cannot be written. Check its owner and permissions."
    return f"{path} cannot be used: {error}. Run `briefs-tui doctor`."


def _make_file(path: Path) -> None:
    """An empty file for its owner only, if there is none: SQLite would let others read it."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _open(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        fresh = _recognise(connection, path)
        notices: tuple[str, ...] = ()
        wanted = "delete" if (remote := _is_remote(path)) else "wal"
        mode = _journal_mode(connection, wanted)
        if mode != "wal":
            why = "on another machine" if remote else "on a file system without shared memory"
            notices = (f"{path} is {why}: use it from one machine and one desk at a time.",)
        # With WAL, a commit survives a crash of the program; the cache of lists and texts may
        # lose its last moments when the machine loses power, and is caught up again.
        connection.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'wal' else 'FULL'}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
        if fresh:
            _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return Database(path, connection, notices=notices)


def _journal_mode(connection: sqlite3.Connection, wanted: str) -> str:
    """Have the journal kept as wanted, where that can be; the mode it has.

    SQLite's own patience does not cover this: it gives up at once while another is writing.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode != wanted:
                (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
            return str(mode)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _open_read_only(path: Path) -> Database:
    notice = f"{path} cannot be written: nothing new is imported or remembered here."
    error: sqlite3.Error | None = None
    # Where the log of a live writer cannot be shared, the file itself is still readable.
    for option in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{option}", uri=True)
        try:
            if _recognise(connection, path):
                raise LibraryError(f"{path} is empty and cannot be written.")
            connection.execute("SELECT count(*) FROM facts").fetchone()
            return Database(path, connection, True, (notice,))
        except sqlite3.Error as failed:
            connection.close()
            error = failed
        except BaseException:
            connection.close()
            raise
    assert error is not None
    raise error


def _recognise(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is new; raises :class:`LibraryError` if it is not ours to open."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION and version > FORMAT:
        raise LibraryError(
            f"{path} was written by a newer briefs-tui (format {version}, this one knows "
            f"{FORMAT}). Update briefs-tui, or set BRIEFS_HOME to another folder."
        )
    if application == APPLICATION and version == FORMAT:
        return False
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables or application:
        raise LibraryError(f"{path} is not a library of briefs-tui. Move it away.")
    return True


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if not version:  # else another process was first
            for statement in _statements(_SCHEMA.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _statements(script: str) -> list[str]:
    found, lines = [], []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement(statement := "\n".join(lines)):
            found.append(statement)
            lines = []
    return found


def _is_remote(path: Path) -> bool:
    """Whether Linux says that the file lies on another machine's disk."""
    place = os.path.realpath(path)
    best, kind = "", ""
    with suppress(OSError):
        for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
            _, mount, name, *_ = line.split(" ")
            mount = mount.replace("\\040", " ")
            if len(mount) >= len(best) and Path(place).is_relative_to(mount):
                best, kind = mount, name
    return kind.startswith(_REMOTE)
