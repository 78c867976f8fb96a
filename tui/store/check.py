"""Whether a store is sound, and what of it can be made again: for ``doctor``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tui.store import files
from tui.store.errors import StoreError
from tui.store.journal import Journal, Position
from tui.store.kept import Kept
from tui.store.snapshot import Live, Snapshot, replay


def check(folder: Path) -> list[str]:
    """What is wrong with the store in ``folder``, in sentences; empty if nothing is.

    Reads everything ever written and checks that the snapshot is what the history says.
    """
    if not folder.exists():
        return []
    lock = files.Lock(folder / "lock")
    try:
        with lock.held(shared=True):
            found = _examine(folder)
    except OSError as error:
        return [f"Cannot read {error.filename or folder}: {error.strerror or error}."]
    finally:
        lock.close()
    return (
        found.problems
        + list(_kept_problems(folder))
        + [
            f"{path} can be read by others (mode {path.stat().st_mode & 0o777:o})."
            for path in _public(folder)
        ]
    )


def damage(folder: Path) -> list[str]:
    """As :func:`check`, of journal and snapshot alone: for a copy that nobody else uses."""
    try:
        return _examine(folder).problems
    except OSError as error:
        return [f"Cannot read {error.filename or folder}: {error.strerror or error}."]


def repair(folder: Path) -> list[str]:
    """Make again what can be made again: the snapshot from the history, and private modes.

    A damaged snapshot is set aside, never deleted. Returns sentences on what was done; raises
    :class:`StoreError` where only a backup helps.
    """
    done = []
    lock = files.Lock(folder / "lock")
    try:
        if not lock.writable:
            raise StoreError(f"{folder} cannot be written, so nothing can be repaired.")
        with lock.held():
            found = _examine(folder)
            if found.lost:
                raise StoreError(
                    f"{found.problems[0]} The history is not whole, so nothing was changed; "
                    "restore the folder from a backup."
                )
            if found.snapshot_wrong and found.live is not None and found.end is not None:
                done.append(_remake(folder, found.live, found.end))
            for path in _public(folder):
                path.chmod(files.FOLDER_MODE if path.is_dir() else files.FILE_MODE)
                done.append(f"Made {path} private.")
            done += [
                f"Removed {path}, left by a program that died." for path in files.sweep(folder)
            ]
    finally:
        lock.close()
    return done


@dataclass
class _Findings:
    """What was found: ``lost`` if the history has holes, else ``live`` is what it amounts to."""

    problems: list[str] = field(default_factory=list)
    lost: bool = False
    snapshot_wrong: bool = False
    live: Live | None = None
    end: Position | None = None


def _examine(folder: Path) -> _Findings:
    found, journal = _Findings(), Journal(folder)
    try:
        header = Snapshot(folder).header()
        documents, _ = Snapshot(folder).read()
    except StoreError as error:
        header, documents, found.snapshot_wrong = None, {}, True
        found.problems.append(str(error))
    segments = journal.segments()
    if not segments and header is None:
        return found
    wanted = range(1, max([*segments, header["segment"] if header else 1]) + 1)
    for missing in sorted(set(wanted) - set(segments)):
        found.problems.append(f"{journal.path(missing)} is gone, a part of the history.")
        found.lost = True
    live: Live = {}
    try:
        for number in segments:
            if header and number == header["segment"] and not found.lost and live != documents:
                found.problems.append(f"{folder / 'documents.json'} is not what the history says.")
                found.snapshot_wrong = True
            store = found.end.store if found.end else header["store"] if header else None
            batch = journal.read_segment(journal.start(number, store))
            for change in batch.changes:
                replay(live, change)
            found.end = batch.position
            if batch.torn:
                found.problems.append(
                    f"{journal.path(number)} ends in a change that was cut off; it had never been "
                    "confirmed, and the next change cleans it away."
                )
    except StoreError as error:
        found.problems.append(str(error))
        found.lost = True
    found.live = None if found.lost else live
    return found


def _remake(folder: Path, live: Live, end: Position) -> str:
    snapshot, journal = Snapshot(folder), Journal(folder)
    # Stepping on to a new segment first: a snapshot stands for the start of one.
    position = journal.go_on(end)
    aside = ""
    if snapshot.path.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        kept = snapshot.path.with_name(f"{snapshot.path.name}.damaged-{stamp}")
        snapshot.path.replace(kept)
        aside = f"; the damaged one is now {kept.name}"
    snapshot.write(live, position)
    return f"Made {snapshot.path} again from the history{aside}."


def _kept_problems(folder: Path) -> Iterator[str]:
    kept = Kept(folder / "kept")
    for name in kept.names():
        try:
            kept.read(name)
        except StoreError as error:
            yield str(error)


def _public(folder: Path) -> list[Path]:
    paths = [folder, *sorted(folder.rglob("*"))]
    return [path for path in paths if path.stat().st_mode & 0o077]
