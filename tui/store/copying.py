"""A consistent copy of a store that others go on changing, and reading one without opening it."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import BinaryIO

from tui.store import files
from tui.store.check import damage
from tui.store.errors import StoreError
from tui.store.journal import Journal
from tui.store.replica import Replica
from tui.store.snapshot import Live, Snapshot

_BLOCK = 1 << 20


def copy_store(source: Path, target: Path) -> None:
    """Copy the store in ``source`` to the new folder ``target``: every confirmed change, no other.

    Writers wait for a moment only: what is confirmed never changes, so the lock is held to learn
    how far that is, not while copying. Drafts are copied each as it is then. Raises
    :class:`StoreError` where the store is damaged, OSError where the copy cannot be written.
    """
    target.mkdir(mode=files.FOLDER_MODE)
    journal = Journal(source)
    lock = files.Lock(source / "lock")
    with contextlib.ExitStack() as opened:
        try:
            with lock.held(shared=True):
                sizes = {n: journal.path(n).stat().st_size for n in journal.segments()}
                # A snapshot is only ever replaced as a whole: this stays the one of now.
                snapshot = None
                with contextlib.suppress(FileNotFoundError):
                    snapshot = opened.enter_context(Snapshot(source).path.open("rb"))
        finally:
            lock.close()
        if snapshot is not None:
            with _new(Snapshot(target).path) as file:
                shutil.copyfileobj(snapshot, file, _BLOCK)
    for number, size in sizes.items():
        _copy(journal.path(number), Journal(target).path(number), size)
    if sizes:
        _cut_torn(Journal(target), max(sizes))
    if problems := damage(target):
        raise StoreError(problems[0].replace(str(target), str(source)))
    _copy_small(source, target)


def read_store(folder: Path) -> Live:
    """The live documents of a store, without writing anything; raises :class:`StoreError`."""
    lock = files.Lock(folder / "lock")
    try:
        with lock.held(shared=True):
            return Replica(Journal(folder), Snapshot(folder), []).catch_up()
    finally:
        lock.close()


def count_changes(folder: Path) -> int:
    """How many changes the history holds; needs a store at rest."""
    journal = Journal(folder)
    count = 0
    for number in journal.segments():
        with journal.path(number).open("rb") as file:
            count += sum(1 for _ in file) - 1  # the first line says what the file is
    return count


def _copy_small(source: Path, target: Path) -> None:
    """Drafts and the like, and the names of desks: whose changes are one's own hangs on them."""
    for folder, pattern in (("kept", "[!.]*.json"), ("desks", "desk-*")):
        paths = sorted((source / folder).glob(pattern))
        if paths:
            (target / folder).mkdir(mode=files.FOLDER_MODE)
        for path in paths:
            with contextlib.suppress(FileNotFoundError):  # a draft may be saved or left meanwhile
                _copy(path, target / folder / path.name)


def _copy(source: Path, target: Path, size: int = -1) -> None:
    """The first ``size`` bytes of a file, or all."""
    with source.open("rb") as old, _new(target) as new:
        while size and (block := old.read(min(_BLOCK, size) if size > 0 else _BLOCK)):
            new.write(block)
            size -= len(block) if size > 0 else 0


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.FILE_MODE), "wb")


def _cut_torn(journal: Journal, segment: int) -> None:
    """Drop the last record where it never became whole: it had never been confirmed."""
    with contextlib.suppress(StoreError):  # what is damaged is found, and told, by the check
        batch = journal.read_segment(journal.start(segment))
        if batch.torn:
            os.truncate(journal.path(segment), batch.position.offset)
