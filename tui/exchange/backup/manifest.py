"""What a backup says about itself: its first file, by which all others are checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from tui.exchange.backup.errors import BackupError

FORMAT = "briefs-tui backup"
VERSION = 1
NAME = "manifest.json"


def instant(time: datetime) -> str:
    """An instant as it is written everywhere: in UTC, with a ``Z``."""
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Manifest:
    """When a backup was made and by which version of the program, what it counts and holds.

    ``made`` is an instant in UTC; ``files`` has the length and SHA-256 of each file by its name.
    """

    made: str
    program: str
    counts: Mapping[str, int]
    files: Mapping[str, tuple[int, str]]

    def encode(self) -> bytes:
        """The file's content."""
        record = {"format": FORMAT, "version": VERSION, **asdict(self)}
        return json.dumps(record, indent=1).encode()


def decode(content: bytes) -> Manifest:
    """The manifest that :meth:`Manifest.encode` wrote.

    Raises ValueError for anything else, and :class:`BackupError` for one of a newer version.
    """
    try:
        record = json.loads(content)
        if record["format"] != FORMAT:
            raise ValueError("not a manifest")
        if record["version"] > VERSION:
            raise BackupError(
                f"it was written by a newer briefs-tui (format {record['version']}, this one "
                f"knows {VERSION}); update the program to use it"
            )
        files = {name: (int(size), str(digest)) for name, (size, digest) in record["files"].items()}
        counts = {str(name): int(count) for name, count in record["counts"].items()}
        return Manifest(str(record["made"]), str(record["program"]), counts, files)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a manifest") from error
