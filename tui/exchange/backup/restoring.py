"""Putting a backup back: beside the user's data first, then in its place, by renames.

What was unpacked and checked gets the name ``restore-pending-<instant>`` in one rename; from
then on it will take its place, whatever happens: :func:`finish` goes on where a program died.
What was there before is kept as ``before-restore-<instant>``, and put back in the same way.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.exchange.backup import archive, contents
from tui.exchange.backup.contents import LIBRARY, STORE
from tui.exchange.backup.errors import BackupError, explained
from tui.exchange.backup.making import alone
from tui.exchange.backup.manifest import Manifest
from tui.library import LibraryError
from tui.store import StoreError, files
from tui.store.check import damage

PENDING, KEPT = "restore-pending-", "before-restore-"
_STAGE = ".restoring-"
_ABSENT = ".absent"  # marks a part that is not there, so that putting back takes it away
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside its file
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Restored:
    """What putting back changed, in sentences; ``kept`` is where the state before it is.

    ``kept`` is None where nothing was put back, only looked at.
    """

    manifest: Manifest | None
    differences: list[str]
    kept: Path | None


def restore(folder: Path, backup: Path, *, now: datetime, look: bool = False) -> Restored:
    """Put the backup file in the place of store and library; with ``look``, only compare.

    Raises :class:`BackupError` with nothing changed: where the backup is not exactly what was
    written, where this program cannot open what is in it, or where a desk is open.
    """
    with explained("Nothing was restored", folder), alone(folder):
        _finish(folder)
        _clear(folder)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
        try:
            manifest = archive.unpack(backup, stage)
            differences = _compared(folder, _checked(stage, backup))
            if look:
                return Restored(manifest, differences, None)
            return Restored(manifest, differences, _swap_in(folder, stage, now))
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def undo(folder: Path, *, now: datetime) -> Restored:
    """Put back, as it was, what the latest restore (or undo of one) replaced.

    Raises :class:`BackupError` where nothing is kept, or a desk is open.
    """
    with explained("Nothing was put back", folder), alone(folder):
        _finish(folder)
        kept = sorted(folder.glob(f"{KEPT}*"))
        if not kept:
            raise BackupError(f"Nothing was restored in {folder}, so there is nothing to undo.")
        try:
            differences = _compared(folder, contents.read(kept[-1]))
        except (LibraryError, StoreError, OSError) as error:
            differences = [f"What is put back is damaged, as it was before: {error}"]
        return Restored(None, differences, _swap_in(folder, kept[-1], now))


def finish(folder: Path) -> bool:
    """Finish what a restore began that died in the middle; True if there was one.

    To be called before anything in ``folder`` is opened; costs a look into the folder.
    """
    if not _pending(folder):
        return False
    with explained("A restore cannot be finished", folder), alone(folder):
        return _finish(folder)


def _pending(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PENDING}*"))


def _finish(folder: Path) -> bool:
    for pending in (found := _pending(folder)):
        _swap(folder, pending)
    return bool(found)


def _clear(folder: Path) -> None:
    """Remove what a restore left that died before its backup was unpacked and checked."""
    for left in folder.glob(f"{_STAGE}*"):
        shutil.rmtree(left, ignore_errors=True)


def _checked(stage: Path, backup: Path) -> contents.Contents:
    """What was unpacked, which must be sound and for this program to open."""
    try:
        problems = damage(stage / STORE) if (stage / STORE).is_dir() else []
        if not problems:
            if (stage / LIBRARY).exists():
                contents.check_library(stage / LIBRARY)
            return contents.read(stage)
    except (BackupError, LibraryError, StoreError) as error:
        problems = [str(error)]
    sentence = problems[0].replace(f"{stage}/", "")
    raise BackupError(f"{backup} cannot be restored, and nothing was changed: {sentence}")


def _compared(folder: Path, other: contents.Contents) -> list[str]:
    try:
        return contents.differences(contents.read(folder), other)
    except (LibraryError, StoreError, OSError) as error:
        return [f"What is here cannot be read, so it cannot be compared: {error}"]


def _swap_in(folder: Path, stage: Path, now: datetime) -> Path:
    """Give what is staged the place of what is there; where the latter is then."""
    for part in (STORE, LIBRARY):
        if not (stage / part).exists():
            (stage / f"{part}{_ABSENT}").touch(files.FILE_MODE)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    pending = folder / (PENDING + _free(folder, KEPT + stamp).name.removeprefix(KEPT))
    with _no_desk(folder):
        files.sync_folder(stage)
        stage.rename(pending)
        files.sync_folder(folder)
        return _swap(folder, pending)


def _swap(folder: Path, pending: Path) -> Path:
    """Move what is there aside and what is pending in; can die and be called again anywhere."""
    kept = folder / (KEPT + pending.name.removeprefix(PENDING))
    files.make_folder(kept)
    for part in (STORE, LIBRARY):
        absent = pending / f"{part}{_ABSENT}"
        if not (pending / part).exists() and not absent.exists():
            continue  # done before
        if not _move(folder, kept, part) and not (kept / part).exists():
            (kept / absent.name).touch(files.FILE_MODE)
        files.sync_folder(kept)
        _move(pending, folder, part)
        files.sync_folder(folder)
        absent.unlink(missing_ok=True)
    for left in pending.iterdir():  # nothing, unless what is put back had more beside it
        left.rename(_free(kept, left.name))
    pending.rmdir()
    files.sync_folder(folder)
    return kept


def _move(source: Path, target: Path, part: str) -> bool:
    """Move a part with all that belongs to it; whether it was there."""
    name = _free(target, part).name
    there = (source / part).exists()
    # The file itself last: where this dies before, the next call finds and follows it.
    for suffix in reversed(_BESIDE if part == LIBRARY else ("",)):
        with contextlib.suppress(FileNotFoundError):
            (source / f"{part}{suffix}").rename(target / f"{name}{suffix}")
    return there


def _free(folder: Path, name: str) -> Path:
    """A name that is not taken: a part may be made anew between a restore's death and its end."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{name}.{number}"
    return path


@contextlib.contextmanager
def _no_desk(folder: Path) -> Iterator[None]:
    """Make sure that nothing else uses store and library, and keep it so for the block."""
    with contextlib.ExitStack() as held:
        if not _store_is_ours(folder / STORE, held) or not _library_is_ours(folder / LIBRARY, held):
            raise BackupError(
                f"Nothing was changed: a desk or another command is using {folder}. "
                "End it, then do this again."
            )
        yield


def _store_is_ours(store: Path, held: contextlib.ExitStack) -> bool:
    if not store.is_dir():
        return True
    for place in sorted(store.glob("desks/desk-*")):
        descriptor = os.open(place, os.O_RDWR)
        held.callback(os.close, descriptor)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # no locks on this file system, as the store has told its user
            break
    lock = files.Lock(store / "lock")
    held.callback(lock.close)
    held.enter_context(lock.held())
    return True


def _library_is_ours(library: Path, held: contextlib.ExitStack) -> bool:
    """Leaving write-ahead mode works only where no other connection is open, reading or not."""
    if not library.exists():
        return True
    connection = sqlite3.connect(library, timeout=0.5, isolation_level=None)
    held.callback(connection.close)
    try:
        connection.execute("PRAGMA journal_mode = delete").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        # A file too damaged to be opened cannot tell; nobody can be working on it either.
        return getattr(error, "sqlite_errorname", "") not in ("SQLITE_BUSY", "SQLITE_LOCKED")
    return True
