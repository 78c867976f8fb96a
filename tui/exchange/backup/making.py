"""Making backups: of a store and a library that desks go on using meanwhile."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from tui import __version__
from tui.exchange.backup import archive, contents
from tui.exchange.backup.contents import LIBRARY, STORE
from tui.exchange.backup.errors import BackupError, explained
from tui.exchange.backup.manifest import Manifest, instant
from tui.library import Library, LibraryError
from tui.library.database import connect
from tui.library.database import explained as library_sentence
from tui.store import StoreError, files
from tui.store.copying import copy_store

Kind = Literal["backup", "automatic"]
"""Who asked for a backup; only automatic ones are ever deleted."""

_NAME = re.compile(r"(backup|automatic)-(\d{8}T\d{6}Z)(-\d+)?\.tar\.gz")
_STAMP = "%Y%m%dT%H%M%SZ"
_STAGE = ".making-"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder of backups; ``made`` is as its name says."""

    path: Path
    kind: Kind
    made: datetime


def own_folder(folder: Path) -> Path:
    """Where backups lie unless told otherwise."""
    return folder / "backups"


def listing(folder: Path) -> list[Backup]:
    """The backups in the folder of backups, newest first, by their names alone."""
    found = []
    for path in own_folder(folder).glob("*.tar.gz"):
        if match := _NAME.fullmatch(path.name):
            kind: Kind = "backup" if match[1] == "backup" else "automatic"
            with contextlib.suppress(ValueError):  # a date that there is not
                made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, kind, made))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def create(folder: Path, target: Path | None = None, *, now: datetime) -> tuple[Path, Manifest]:
    """Back up store and library; where the backup is, and what it says of itself.

    ``target`` is a new file, or a folder to put a dated file in; by default the folder of
    backups. The backup appears whole, and read back, or not at all. Raises
    :class:`BackupError`, with nothing left behind.
    """
    with explained("No backup was made", target or own_folder(folder)):
        if target is None:
            with alone(folder):
                return _create(folder, own_folder(folder), "backup", now)
        return _create(folder, target.expanduser().absolute(), "backup", now)


def due(folder: Path, days: int, now: datetime) -> bool:
    """Whether the newest backup was made ``days`` days ago, by the calendar, or longer."""
    # One from the future was named by a clock that went wrong, and must not put off all others.
    past = [backup.made for backup in listing(folder) if backup.made <= now]
    return not past or (now.astimezone(UTC).date() - past[0].date()).days >= days


def automatic(folder: Path, keep: int, days: int, now: datetime) -> Path | None:
    """Make a backup if one is :func:`due`, and keep the newest ``keep`` automatic ones.

    None if there was nothing to do; a ``keep`` of 0 turns automatic backups off. Old ones are
    deleted only when a new one was made and read back, so there is always one that is good.
    Reads and compresses everything: to be called in a process of its own. Raises
    :class:`BackupError`.
    """
    nothing_yet = not (folder / STORE).exists() and not (folder / LIBRARY).exists()
    if keep < 1 or nothing_yet or not due(folder, days, now):
        return None
    with explained("No backup was made", own_folder(folder)), alone(folder):
        if not due(folder, days, now):  # another process was first
            return None
        made, _ = _create(folder, own_folder(folder), "automatic", now)
        old = [item for item in listing(folder) if item.kind == "automatic" and item.path != made]
        old.sort(key=lambda backup: (backup.made <= now, backup.made), reverse=True)
        for backup in old[keep - 1 :]:
            backup.path.unlink(missing_ok=True)
        return made


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other process from making or putting back backups, and clear up after the dead."""
    backups = own_folder(folder)
    files.make_folder(backups)
    lock = files.Lock(backups / "lock")
    try:
        with lock.held():
            for left in backups.glob(f"{_STAGE}*"):
                shutil.rmtree(left, ignore_errors=True)
            yield
    except StoreError as error:
        raise BackupError(str(error)) from error
    finally:
        lock.close()


def _create(folder: Path, target: Path, kind: Kind, now: datetime) -> tuple[Path, Manifest]:
    if target.is_dir():
        target = _free(target, f"{kind}-{now.astimezone(UTC).strftime(_STAMP)}")
    elif target.exists():
        raise BackupError(f"{target} exists already; name a new file, or a folder.")
    elif not target.parent.is_dir():
        raise BackupError(f"{target.parent} is not there; make that folder first.")
    with tempfile.TemporaryDirectory(prefix=_STAGE, dir=target.parent) as name:
        stage = Path(name)
        try:
            counts = _copy_all(folder, stage)
        except (BackupError, StoreError, LibraryError, sqlite3.Error) as error:
            raise BackupError(f"No backup was made: {error}".replace(name, str(folder))) from error
        manifest = Manifest(instant(now), __version__, counts, archive.digests(stage))
        packed = stage / target.name
        archive.pack(stage, manifest, packed)
        archive.unpack(packed, None)
        packed.rename(target)
        files.sync_folder(target.parent)
    return target, manifest


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: two backups may be made in the same second."""
    path, number = folder / f"{stem}.tar.gz", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.tar.gz"
    return path


def _copy_all(folder: Path, stage: Path) -> dict[str, int]:
    """Copy store and library, and check the copies; what they count.

    The store first: what it refers to is then in the library that is copied after it.
    """
    store, library = folder / STORE, folder / LIBRARY
    if not store.is_dir() and not library.exists():
        raise BackupError(f"There is nothing in {folder} to back up.")
    if store.is_dir():
        copy_store(store, stage / STORE)
    if library.exists():
        _copy_library(library, stage / LIBRARY)
        contents.check_library(stage / LIBRARY)
        with Library(stage / LIBRARY) as copied:
            # The library may have seen more of the store than was copied before it.
            copied.projection.catch_up(stage / STORE)
    counts = contents.read(stage).counts
    if library.exists():
        _one_file(stage / LIBRARY)
    return counts


def _copy_library(source: Path, target: Path) -> None:
    database = connect(source)
    copy = sqlite3.connect(target)
    try:
        database.connection.backup(copy)
    except sqlite3.Error as error:
        raise LibraryError(library_sentence(source, error)) from error
    finally:
        copy.close()
        database.close()
    target.chmod(files.FILE_MODE)


def _one_file(path: Path) -> None:
    """Fold SQLite's log into the file."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
