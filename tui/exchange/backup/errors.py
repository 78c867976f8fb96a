"""What can go wrong with backups, in sentences for people."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class BackupError(Exception):
    """A backup cannot be made or put back; the message says what, where and what to do."""


@contextmanager
def explained(what: str, where: Path) -> Iterator[None]:
    """Turn an error of the disk into a sentence that begins with ``what`` did not happen."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise BackupError(f"{what}: no room left in {where}. Free some space.") from error
        place = error.filename or where
        raise BackupError(f"{what}: {place}: {error.strerror or error}.") from error
