"""Small documents outside history, each in a file of its own: drafts, reading places, sessions."""

from __future__ import annotations

import re
from pathlib import Path

from tui.model import Document
from tui.store import files
from tui.store.errors import StoreError
from tui.store.records import FORMAT, Damaged, plain, seal, unseal

KIND = "briefs-tui kept"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Kept:
    """The kept documents under a folder; the last writer of a name wins, whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise StoreError(
                f"{name!r} cannot name a kept document: letters, digits, dot, dash, underscore."
            )
        return self._folder / f"{name}.json"

    def write(self, name: str, document: Document | None) -> None:
        """Keep a document durably, or with None let it go."""
        path = self._path(name)
        try:
            if document is None:
                path.unlink(missing_ok=True)
                return
            content = plain(document, name)
            files.make_folder(self._folder)
            files.replace(path, seal({"format": KIND, "version": FORMAT, "document": content}))
        except OSError as error:
            raise StoreError(f"Cannot keep {path}: {error.strerror or error}.") from error

    def read(self, name: str) -> Document | None:
        """The document, or None; a damaged one raises, since it may be half a night's work."""
        path = self._path(name)
        try:
            record = unseal(path.read_bytes())
            if record["format"] != KIND or record["version"] > FORMAT:
                raise Damaged
            document: Document = record["document"]
        except FileNotFoundError:
            return None
        except (Damaged, ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{path} is damaged or from a newer briefs-tui; it was left as it is."
            ) from error
        return document

    def names(self) -> list[str]:
        """The names of all kept documents, sorted."""
        return sorted(path.stem for path in self._folder.glob("[!.]*.json"))
