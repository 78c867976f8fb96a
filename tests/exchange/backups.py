"""A home with a bit of everything in it, and all that can be seen of a home."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tui.annotations import Corrections, Notebook
from tui.exchange.backup import BackupError, restore
from tui.library import Document, Library
from tui.store import Store
from tui.store.copying import read_store

NOW = datetime(2016, 4, 22, 18, 26, 3, tzinfo=UTC)

TEXTS = [
    "Minsk waits\n\nMarch 3, 2014\n\nOn Tuesday nothing happened in Minsk.\n",
    "Vilnius waits too\n\nNikolai Statkevich, Николай Статкевич, went home.\n",
    "A third brief\n\nIt has a tail.\n",
]


def fill(home: Path, texts: list[str] = TEXTS) -> None:
    """Articles, decisions, notes, tags, a draft, a snapshot with changes behind it, an undo."""
    with Library(home / "library.sqlite") as library:
        ids = [library.add(Document(text, source="Desk")).article.id for text in texts]
        with Store.open(home / "store") as store:
            notebook = Notebook(store)
            notebook.decide(ids[:1], "kept")
            notebook.annotate(ids[0], note="A note, mit Umlaut: ä", tags=["Minsk", "talks"])
            store.compact()
            notebook.star(ids, True)
            notebook.annotate(ids[1], note="Another")
            Corrections(store).set_reference(ids[1], "2014-03-04")
            notebook.decide(ids[2:], "dismissed")
            store.undo()
            store.keep("draft", {"text": "half a sen"})
        library.projection.catch_up(home / "store")


def state(home: Path) -> dict[str, Any]:
    """Everything of a home that a user could miss, and nothing of how it is kept."""
    with Store.open(home / "store") as store:
        history = store.history()
        kept = {name: store.kept(name) for name in store.kept_names()}
    with closing(sqlite3.connect(home / "library.sqlite")) as connection:
        tables = {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall())
            for table in ("articles", "versions", "addresses", "user", "annotated", "list")
        }
    return {"live": read_store(home / "store"), "history": history, "kept": kept, **tables}


def raw(home: Path) -> dict[str, bytes]:
    """The bytes of all files of a home that hold data."""
    paths = [path for path in sorted(home.rglob("*")) if path.is_file()]
    return {
        str(path.relative_to(home)): content for path in paths if (content := path.read_bytes())
    }


def refused(home: Path, path: Path, match: str) -> None:
    """Restoring ``path`` gives one sentence and changes nothing."""
    before = raw(home)
    with pytest.raises(BackupError, match=match) as error:
        restore(home, path, now=NOW)
    assert "\n" not in str(error.value)
    assert raw(home) == before
    assert not list(home.glob("*restor*"))
