"""Whose change is whose: the places that running desks hold.

Each running writer holds a numbered place, a file under ``desks/`` that it keeps locked; its
changes carry the place's name. A new one takes every place that nobody holds any more, so it
goes on with (and can undo) what ended sessions did, and never with what a running desk does.
The kernel lets go of a place when its process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
from itertools import count
from pathlib import Path

from tui.store import files


class Desk:
    """The places held by this process: ``name`` signs new changes, all of ``held`` are its own."""

    def __init__(self, name: str, held: frozenset[str], descriptors: tuple[int, ...] = ()) -> None:
        self.name = name
        self.held = held
        self._descriptors = descriptors

    @classmethod
    def take(cls, folder: Path) -> Desk:
        """Take all free places under ``folder``, or a new one."""
        files.make_folder(folder)
        taken: dict[str, int] = {}
        for number in count():
            path = folder / f"desk-{number}"
            if taken and not path.exists():
                break
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, files.FILE_MODE)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(descriptor)
                continue
            except OSError:  # no locks on this file system: all desks are one
                os.close(descriptor)
                return cls("desk-0", frozenset(["desk-0"]))
            taken[path.name] = descriptor
        return cls(next(iter(taken)), frozenset(taken), tuple(taken.values()))

    def leave(self) -> None:
        """Give the places up."""
        for descriptor in self._descriptors:
            os.close(descriptor)
        self._descriptors = ()
