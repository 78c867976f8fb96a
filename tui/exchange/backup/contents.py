"""What a store and a library hold: counted, and two of them compared in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.annotations.documents import ANNOTATIONS, STATES, TAGS
from tui.exchange.backup.errors import BackupError
from tui.library.database import connect
from tui.model import Document
from tui.store.copying import count_changes, read_store

STORE, LIBRARY = "store", "library.sqlite"
"""The two parts of a user's data, by their names in its folder."""

_KINDS = (STATES, ANNOTATIONS, TAGS)
_WORDS = {
    "articles": "Articles",
    ANNOTATIONS: "Annotations",
    STATES: "Decisions and read states",
    TAGS: "Tags",
    "others": "Corrections and links",
    "drafts": "Drafts and places",
}


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a user would miss: by kind, each thing's key with what it is."""

    things: Mapping[str, Mapping[str, object]]
    changes: int

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind there are."""
        return {kind: len(things) for kind, things in self.things.items()} | {
            "changes": self.changes
        }


def read(folder: Path) -> Contents:
    """What is in the store and library of ``folder``; a part that is not there holds nothing.

    Raises :class:`~tui.store.StoreError` or :class:`~tui.library.LibraryError`.
    """
    store, library = folder / STORE, folder / LIBRARY
    live = read_store(store) if store.is_dir() else {}
    others: dict[str, object] = {}
    for table, documents in live.items():
        if table not in _KINDS:
            others |= {f"{table}/{key}": document for key, document in documents.items()}
    things: dict[str, Mapping[str, object]] = {
        "articles": _articles(library),
        **{kind: live.get(kind, {}) for kind in _KINDS},
        "others": others,
        "drafts": {path.stem: path.read_bytes() for path in store.glob("kept/[!.]*.json")},
    }
    return Contents(things, count_changes(store) if store.is_dir() else 0)


def differences(here: Contents, backup: Contents) -> list[str]:
    """What putting ``backup`` in the place of ``here`` would change, one line for each kind."""
    lines = []
    for kind, words in _WORDS.items():
        ours, theirs = here.things[kind], backup.things[kind]
        gone, back = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
        other = [key for key in ours.keys() & theirs.keys() if ours[key] != theirs[key]]
        parts = [
            _part(len(gone), "only here"),
            _part(len(back), "only in the backup"),
            _part(len(other), "not alike"),
        ]
        if any(parts):
            lines.append(
                f"{words}: {len(ours)} here, {len(theirs)} in the backup "
                f"({', '.join(filter(None, parts))})."
            )
    if here.changes != backup.changes:
        lines.append(f"History: {here.changes} changes here, {backup.changes} in the backup.")
    return lines or ["Nothing differs."]


def _part(number: int, words: str) -> str:
    return f"{number} {words}" if number else ""


def _articles(path: Path) -> dict[str, Document]:
    if not path.exists() or not path.stat().st_size:  # opening an empty file would fill it
        return {}
    database = connect(path)
    try:
        rows = database.rows("SELECT id, version, title, source, dateline FROM articles")
    finally:
        database.close()
    return {row[0]: {"head": row[1:]} for row in rows}


def check_library(path: Path) -> None:
    """Raise :class:`BackupError` where the library at ``path`` is not whole."""
    database = connect(path)
    try:
        found = [line for (line,) in database.rows("PRAGMA quick_check")]
    finally:
        database.close()
    if found != ["ok"]:
        raise BackupError(f"{path} is damaged ({found[0]}); run `briefs-tui doctor`.")
