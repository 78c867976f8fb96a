"""The snapshot: all live documents in one file, so that opening need not replay every change.

The first line says what the file is, which segment of the journal goes on from it, and how many
bytes with which checksum follow: one JSON object, table by table. It is only ever replaced whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.model import Change, Document
from tui.store import files
from tui.store.errors import StoreError
from tui.store.journal import Position, read_header
from tui.store.records import FORMAT, encode, seal

KIND = "briefs-tui documents"

Live = dict[str, dict[str, Document]]
"""The documents as they are now, by table and key."""

Documents = Mapping[tuple[str, str], Document | None]
"""Documents to set, or with None to delete, by table and key."""


class Snapshot:
    """The snapshot in a folder.

    Reading needs the store's lock, shared. Writing needs none: of two written at the same time
    either will do, since every segment behind both is there.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "documents.json"

    def header(self) -> dict[str, Any] | None:
        """The first line, or None where there is no snapshot yet."""
        try:
            with self.path.open("rb") as file:
                return read_header(self.path, file.readline(1000), KIND)
        except FileNotFoundError:
            return None

    def read(self) -> tuple[Live, dict[str, Any] | None]:
        """The documents and the header; empty and None where there is no snapshot yet."""
        header = self.header()
        if header is None:
            return {}, None
        with self.path.open("rb") as file:
            file.readline()
            body = file.read()
        if len(body) != header["bytes"] or zlib.crc32(body) != header["checksum"]:
            what = "incomplete" if len(body) < header["bytes"] else "damaged"
            raise StoreError(
                f"{self.path} is {what}; nothing was changed. Run `briefs-tui doctor` "
                "to make it again from the history, or restore the folder from a backup."
            )
        live: Live = json.loads(body)
        return live, header

    def write(self, live: Live, position: Position) -> None:
        """Replace the snapshot by ``live``, from which the segment of ``position`` goes on."""
        body = encode(live)
        header = {
            "format": KIND,
            "version": FORMAT,
            "store": position.store,
            "segment": position.segment,
            "bytes": len(body),
            "checksum": zlib.crc32(body),
        }
        files.replace(self.path, seal(header), body)


def replay(live: Live, change: Change) -> None:
    """Make a change in ``live``; an empty document or table does not exist."""
    for edit in change.edits:
        if edit.after:
            live.setdefault(edit.table, {})[edit.key] = edit.after
        elif edit.table in live:
            live[edit.table].pop(edit.key, None)
            if not live[edit.table]:
                del live[edit.table]
