"""The file that a backup is: a compressed tar with the manifest first, written and read whole.

Nothing in it is believed before all of it was read: gzip's own checksum covers every byte, and
each file is compared with the manifest. Names are matched against what a backup may hold, so
no archive can write elsewhere.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tui.exchange.backup import manifest as manifests
from tui.exchange.backup.errors import BackupError
from tui.exchange.backup.manifest import Manifest
from tui.store import files

_BLOCK = 1 << 20
_LONGEST_MANIFEST = 1 << 24
_NAME = re.compile(
    r"library\.sqlite|store/(changes-\d{8,}\.log|documents\.json|desks/desk-\d+"
    r"|kept/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json)"
)


def holds(name: str) -> bool:
    """Whether a backup may hold a file of this name."""
    return _NAME.fullmatch(name) is not None


def digests(stage: Path) -> dict[str, tuple[int, str]]:
    """Length and SHA-256 of each file below ``stage`` that belongs into a backup, by name."""
    names = (path.relative_to(stage).as_posix() for path in sorted(stage.rglob("*")))
    found = {}
    for name in filter(holds, names):
        with (stage / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            found[name] = (file.tell(), digest)
    return found


def pack(stage: Path, manifest: Manifest, path: Path) -> None:
    """Write what the manifest names from ``stage`` to the new file ``path``, onto the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.FILE_MODE)
    with os.fdopen(descriptor, "wb") as raw:
        # The lowest level: for texts a tenth longer than the usual one, and made in a third of
        # the time.
        with (
            gzip.GzipFile("", "wb", 1, raw) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            content = manifest.encode()
            _add(tar, manifests.NAME, len(content), io.BytesIO(content))
            for name, (size, _) in manifest.files.items():
                with (stage / name).open("rb") as file:
                    _add(tar, name, size, file)
        raw.flush()
        files.sync(raw.fileno())


def _add(tar: tarfile.TarFile, name: str, size: int, file: IO[bytes]) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, files.FILE_MODE
    tar.addfile(member, file)


def unpack(path: Path, stage: Path | None) -> Manifest:
    """Check the backup at ``path``, whole, and write its files below ``stage``, if given.

    Raises :class:`BackupError` where it is not exactly what was written, or cannot be read, and
    OSError where ``stage`` cannot be written.
    """
    try:
        raw = path.open("rb")
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror or error}.") from error
    with raw:
        try:
            return _read(raw, stage)
        except BackupError as error:
            raise BackupError(f"{path} cannot be used: {error}.") from error
        except (
            *(ValueError, EOFError, KeyError, zlib.error),
            *(gzip.BadGzipFile, tarfile.TarError),
        ) as error:
            raise BackupError(
                f"{path} is damaged or is not a backup of briefs-tui; take another one."
            ) from error


def _read(raw: IO[bytes], stage: Path | None) -> Manifest:
    manifest: Manifest | None = None
    seen: set[str] = set()
    with gzip.GzipFile(fileobj=raw) as packed:
        with tarfile.open(fileobj=packed, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content is None:
                    raise ValueError(member.name)
                if manifest is None:
                    if member.name != manifests.NAME or member.size > _LONGEST_MANIFEST:
                        raise ValueError(member.name)
                    manifest = manifests.decode(content.read())
                    continue
                if member.name in seen or not holds(member.name):
                    raise ValueError(member.name)
                seen.add(member.name)
                target = stage / member.name if stage else None
                if _copied(content, target) != manifest.files[member.name]:
                    raise ValueError(member.name)
        while packed.read(_BLOCK):  # the last checksum is behind the tar's end
            pass
    if manifest is None or seen != set(manifest.files):
        raise ValueError("not complete")
    return manifest


def _copied(content: IO[bytes], target: Path | None) -> tuple[int, str]:
    """Write a file, or only read it; its length and SHA-256."""
    digest, size = hashlib.sha256(), 0
    with _writing(target) as file:
        while block := content.read(_BLOCK):
            digest.update(block)
            size += len(block)
            if file is not None:
                file.write(block)
    return size, digest.hexdigest()


@contextmanager
def _writing(target: Path | None) -> Iterator[IO[bytes] | None]:
    if target is None:
        yield None
        return
    files.make_folder(target.parent)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, files.FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        yield file
        file.flush()
        files.sync(file.fileno())
