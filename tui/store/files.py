"""Files that survive a crash, and the lock that keeps processes apart; all private to the user."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from tui.store.errors import StoreError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_STALE = 3600  # seconds after which a temporary file was surely left by a program that died
_PATIENCE = 10.0  # seconds for another process to let go of the lock; it needs milliseconds
_TEMPORARY = re.compile(r"\..+\.(json|log)\.\d+\.\d+")
_CANNOT_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS)
_CANNOT_LOCK = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, for the user alone."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=FOLDER_MODE)
        sync_folder(folder.parent)


def sync(descriptor: int) -> None:
    """Wait until what was written is on the disk itself."""
    full = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync stops at the drive's own cache
    if full is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, full)
            return
    getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename or a new file in ``folder`` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some file systems cannot; then there is no more to do
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, data: bytes) -> None:
    """Write everything, however short the single writes are."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def replace(path: Path, *parts: bytes) -> None:
    """Write a file whole or not at all: temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        try:
            for part in parts:
                write_all(descriptor, part)
            sync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sweep(folder: Path) -> list[Path]:
    """Remove what :func:`replace` left behind, in programs that died, anywhere in ``folder``."""
    old = time.time() - _STALE
    ours = (path for path in folder.rglob(".*") if _TEMPORARY.fullmatch(path.name))
    left = [path for path in ours if path.stat().st_mtime < old]
    for path in left:
        path.unlink(missing_ok=True)
    return left


def append(path: Path, at: int, data: bytes) -> None:
    """Append ``data`` durably after the first ``at`` bytes; on any error the file ends there again.

    What lies behind ``at`` is a record that never became whole, and is cut off first.
    """
    descriptor = os.open(path, os.O_WRONLY)
    try:
        if os.fstat(descriptor).st_size > at:
            os.ftruncate(descriptor, at)
        os.lseek(descriptor, at, os.SEEK_SET)
        try:
            write_all(descriptor, data)
            sync(descriptor)
        except BaseException:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, at)
                sync(descriptor)
            raise
    finally:
        os.close(descriptor)


def cannot_write(error: OSError) -> bool:
    """Whether an error means that the place is not ours to write in."""
    return error.errno in _CANNOT_WRITE


def may_write(folder: Path) -> bool:
    """Whether this user may make files in ``folder``."""
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


class Lock:
    """An advisory lock (flock) on a file of its own, held for one operation at a time.

    ``writable`` is False where the folder is read-only; ``works`` turns False where the file
    system knows no locks (some network ones). Not reentrant, not for several threads at once.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self.writable = may_write(path.parent)
        self.works = True
        try:
            flags = os.O_RDWR | os.O_CREAT if self.writable else os.O_RDONLY
            self._descriptor = os.open(path, flags, FILE_MODE)
        except OSError as error:
            # A folder that cannot be written needs no lock if it has none: nobody writes there.
            if self.writable and not cannot_write(error):
                raise
            self.writable = False

    @contextlib.contextmanager
    def held(self, *, shared: bool = False) -> Iterator[None]:
        """Hold the lock: ``shared`` among readers, else alone."""
        if self._descriptor < 0 or not self.works:
            yield
            return
        self._acquire(fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        try:
            yield
        finally:
            if self.works:
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def _acquire(self, how: int) -> None:
        # Not a plain blocking flock: a desk suspended at the wrong moment would hang all others.
        deadline, pause = time.monotonic() + _PATIENCE, 0.0002
        while True:
            try:
                fcntl.flock(self._descriptor, how | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise StoreError(
                        f"{self._path.parent} is in use by another briefs-tui that does not let "
                        "go of it; if one is suspended, resume or end it, then try again."
                    ) from None
                time.sleep(pause)
                pause = min(pause * 1.5, 0.01)
            except OSError as error:
                if error.errno not in _CANNOT_LOCK:
                    raise
                self.works = False
                return

    def close(self) -> None:
        """Let go for good."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
