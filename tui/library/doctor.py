"""Finding out what is wrong with a library, and making again what can be made again."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tui.library.documents import Document
from tui.library.errors import LibraryError
from tui.library.library import Library

_SAVED: Final = ("articles", "versions", "addresses", "analyses", "appearances", "dated")
"""Tables that cannot be made from others, those before that others refer to."""


def check(path: Path, store: Path) -> list[str]:
    """What is wrong with the library at ``path`` and its view of the store, a sentence each.

    No library yet is fine. Reads everything: some seconds for a large library.
    """
    if not path.exists():
        return []
    try:
        with Library(path) as library:
            return list(_findings(library, store))
    except LibraryError as error:
        return [str(error)]


def repair(path: Path, store: Path) -> list[str]:
    """Make list, index and view of the store anew; what was done, a sentence each.

    A file that SQLite cannot read any more is put aside, and what can still be read of its
    articles is taken over into a new one. Raises :class:`LibraryError` where nothing can be done.
    """
    done = []
    if path.exists() and _is_damaged(path):
        aside = _put_aside(path)
        articles = _take_over(aside, path)
        done.append(
            f"{path} was damaged. It is now {aside.name}; {articles} articles could be read "
            "and are in a new library. Import the others again."
        )
    with Library(path) as library:
        library.rebuild()
        if store.is_dir():
            library.projection.rebuild(store)
    return [*done, "The list and the full-text index were made anew."]


def _findings(library: Library, store: Path) -> Iterator[str]:
    database = library.database
    for (line,) in database.rows("PRAGMA quick_check"):
        if line != "ok":
            yield f"{library.path} is damaged: {line}."
            return
    (orphans,) = database.row(
        "SELECT count(*) FROM articles WHERE version NOT IN (SELECT id FROM versions)"
    )
    if orphans:
        yield f"{orphans} articles have lost their text; import them again."
    altered = sum(
        hashlib.sha256(text.encode()).hexdigest() != version
        for version, text in database.each("SELECT id, text FROM versions")
    )
    if altered:
        yield f"{altered} texts are not what was imported; import them again."
    (counted,) = database.row("SELECT total(number) FROM tally")
    if counted != database.row("SELECT count(*) FROM list")[0]:
        yield "The counts of the list are wrong; they can be made anew."
    (missing,) = database.row(
        "SELECT count(*) FROM articles WHERE key NOT IN (SELECT key FROM list)"
    )
    if missing:
        yield f"{missing} articles are not in the list, which can be made anew."
    if not library.read_only:
        try:
            database.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        except LibraryError:
            yield "The full-text index is wrong; it can be made anew."
        if store.is_dir():
            library.projection.catch_up(store)
            if number := library.projection.differences(store):
                yield f"The list shows {number} of your decisions wrongly; it can be made anew."


def _is_damaged(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise LibraryError(f"{path} cannot be read: {error}.") from error
        return True


def _put_aside(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside


def _take_over(damaged: Path, path: Path) -> int:
    """Copy what can be read; the number of articles that are whole.

    A text whose article cannot be read is imported again: its id comes from the text.
    """
    with Library(path) as library, closing(sqlite3.connect(damaged)) as old:
        database = library.database
        with database.transaction():
            for table in _SAVED:
                for row in _readable(old, table):
                    with suppress(LibraryError):  # a row that refers to a lost one
                        holes = ", ".join("?" * len(row))
                        database.run(f"INSERT INTO {table} VALUES ({holes})", row)
            database.run("DELETE FROM articles WHERE version NOT IN (SELECT id FROM versions)")
        for _, version, key, _, text in _readable(old, "versions"):
            if isinstance(text, str) and not library.version(version):
                library.add(Document(text, addresses=(f"recovered:{key}",)))
        return int(database.row("SELECT count(*) FROM articles")[0])


def _readable(damaged: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """The rows that can be read from the front and, beyond a damaged place, from the back."""
    found: dict[tuple[Any, ...], None] = {}
    for order in ("", "ORDER BY 1 DESC"):
        with suppress(sqlite3.Error):
            for row in damaged.execute(f"SELECT * FROM {table} NOT INDEXED {order}"):
                found[row] = None
    return sorted(found, key=lambda row: row[0])
