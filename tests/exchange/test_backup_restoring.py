"""Putting back: exactly what was backed up, or nothing and one sentence."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.backups import NOW, fill, raw, refused, state
from tests.exchange.test_backup import full_disk, killed_at
from tui.annotations import Notebook
from tui.exchange.backup import BackupError, finish, restore, undo
from tui.library import Document, Library
from tui.store import Store, check

FIRST, NEWEST = "store/changes-00000001.log", "store/changes-00000002.log"
SNAPSHOT, LIBRARY = "store/documents.json", "library.sqlite"


def go_on(home: Path) -> None:
    """The user works on after the backup."""
    with Store.open(home / "store") as store, Library(home / "library.sqlite") as library:
        notebook = Notebook(store)
        article = library.add(Document("A fourth\n\nIt came later.\n")).article.id
        notebook.star([article], True)
        notebook.delete([notebook.annotations()[0].id])
        store.keep("draft", {"text": "another"})
        library.projection.catch_up(store.folder)


# Twenty ways to destroy a home; each is undone by the backup.

Destroy = Callable[[Path], None]


def truncated(name: str) -> Destroy:
    def destroy(home: Path) -> None:
        (home / name).write_bytes((home / name).read_bytes()[: (home / name).stat().st_size // 2])

    return destroy


def zeroed(name: str) -> Destroy:
    def destroy(home: Path) -> None:
        (home / name).write_bytes(bytes((home / name).stat().st_size))

    return destroy


def emptied(name: str) -> Destroy:
    def destroy(home: Path) -> None:
        (home / name).write_bytes(b"")

    return destroy


def deleted(*names: str) -> Destroy:
    def destroy(home: Path) -> None:
        for name in names:
            (home / name).unlink()

    return destroy


def flipped(name: str, part: float) -> Destroy:
    def destroy(home: Path) -> None:
        data = bytearray((home / name).read_bytes())
        data[int(len(data) * part)] ^= 0x10
        (home / name).write_bytes(data)

    return destroy


def swapped(one: str, other: str) -> Destroy:
    def destroy(home: Path) -> None:
        first, second = (home / one).read_bytes(), (home / other).read_bytes()
        (home / one).write_bytes(second)
        (home / other).write_bytes(first)

    return destroy


def no_store(home: Path) -> None:
    shutil.rmtree(home / "store")


def a_file_as_store(home: Path) -> None:
    shutil.rmtree(home / "store")
    (home / "store").write_text("not a folder")


def another_store(home: Path) -> None:
    shutil.rmtree(home / "store")
    with Store.open(home / "store") as store:
        store.commit("Strange", {("strange", "1"): {"x": 1}})


def another_database(home: Path) -> None:
    (home / LIBRARY).unlink()
    with closing(sqlite3.connect(home / LIBRARY)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def an_emptied_library(home: Path) -> None:
    with closing(sqlite3.connect(home / LIBRARY)) as connection:
        connection.execute("DELETE FROM articles")
        connection.commit()


def a_strange_log(home: Path) -> None:
    (home / LIBRARY).unlink()
    (home / f"{LIBRARY}-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))


def everything(home: Path) -> None:
    for path in home.iterdir():
        if path.name != "backups":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


WAYS: dict[str, Destroy] = {
    "worked on": go_on,
    "newest segment truncated": truncated(NEWEST),
    "first segment truncated": truncated(FIRST),
    "snapshot truncated": truncated(SNAPSHOT),
    "library truncated": truncated(LIBRARY),
    "newest segment zeroed": zeroed(NEWEST),
    "snapshot zeroed": zeroed(SNAPSHOT),
    "library zeroed": zeroed(LIBRARY),
    "newest segment emptied": emptied(NEWEST),
    "snapshot emptied": emptied(SNAPSHOT),
    "library emptied": emptied(LIBRARY),
    "first segment deleted": deleted(FIRST),
    "both segments deleted": deleted(FIRST, NEWEST),
    "snapshot deleted": deleted(SNAPSHOT),
    "library deleted": deleted(LIBRARY),
    "draft deleted": deleted("store/kept/draft.json"),
    "segments swapped": swapped(FIRST, NEWEST),
    "library and snapshot swapped": swapped(LIBRARY, SNAPSHOT),
    "bit in the first segment": flipped(FIRST, 0.5),
    "bit in the newest segment": flipped(NEWEST, 0.5),
    "bit in the snapshot": flipped(SNAPSHOT, 0.9),
    "bit in the library's head": flipped(LIBRARY, 0.0),
    "bit in a draft": flipped("store/kept/draft.json", 0.7),
    "store deleted": no_store,
    "store a file": a_file_as_store,
    "store another": another_store,
    "library another": another_database,
    "library without articles": an_emptied_library,
    "library's log alone": a_strange_log,
    "everything deleted": everything,
}


@pytest.mark.parametrize("destroy", WAYS.values(), ids=WAYS.keys())
def test_what_was_destroyed_comes_back_exactly(
    backed_up: tuple[Path, Path, dict[str, Any]], destroy: Destroy
) -> None:
    home, path, before = backed_up
    destroy(home)
    damaged = remains(home)
    done = restore(home, path, now=NOW)
    assert state(home) == before
    assert check(home / "store") == []
    assert done.differences
    undo(home, now=NOW)
    assert remains(home) == damaged


def remains(home: Path) -> dict[str, bytes]:
    """The bytes of a store, sound or not, and whether there is a library and how it begins."""
    found = {name: content for name, content in raw(home).items() if name.startswith("store")}
    library = home / LIBRARY
    # Whether SQLite logs ahead is said in bytes 18 and 19; a restore has to turn that off.
    head = [library.read_bytes()[:18], b"%d" % library.stat().st_size] if library.exists() else []
    return found | {f"library {number}": content for number, content in enumerate(head)}


def test_undo_brings_back_what_was_there_and_undoes_itself(
    backed_up: tuple[Path, Path, dict[str, Any]],
) -> None:
    home, path, before = backed_up
    go_on(home)
    later = state(home)
    restore(home, path, now=NOW)
    assert "Nothing was" not in undo(home, now=NOW).differences[0]
    assert state(home) == later
    undo(home, now=NOW)
    assert state(home) == before


def test_a_restored_home_goes_on_like_any_other(
    backed_up: tuple[Path, Path, dict[str, Any]],
) -> None:
    """Its history can be undone, and the list follows what is changed."""
    home, path, _ = backed_up
    go_on(home)
    restore(home, path, now=NOW)
    with Store.open(home / "store") as store, Library(home / "library.sqlite") as library:
        assert library.projection.catch_up(store.folder) == frozenset()
        assert store.undo() is not None
        go_on_label = store.history(1)[0].label
        assert "A note" not in go_on_label
        library.projection.catch_up(store.folder)
        assert library.projection.differences(store.folder) == 0


def test_what_differs_is_told_in_words(backed_up: tuple[Path, Path, dict[str, Any]]) -> None:
    home, path, _ = backed_up
    assert restore(home, path, now=NOW, look=True).differences == ["Nothing differs."]
    go_on(home)
    before = raw(home)
    done = restore(home, path, now=NOW, look=True)
    assert done.kept is None
    assert {**raw(home), **before} == raw(home), "looking changed something"
    assert done.differences == [
        "Articles: 4 here, 3 in the backup (1 only here).",
        "Annotations: 1 here, 2 in the backup (1 only in the backup).",
        "Decisions and read states: 4 here, 3 in the backup (1 only here).",
        "Drafts and places: 1 here, 1 in the backup (1 not alike).",
        "History: 9 changes here, 7 in the backup.",
    ]


def test_there_is_nothing_to_undo_where_nothing_was_restored(home: Path) -> None:
    fill(home)
    with pytest.raises(BackupError, match="nothing to undo"):
        undo(home, now=NOW)


# Bad moments


def test_a_full_disk_while_restoring_changes_nothing(
    backed_up: tuple[Path, Path, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, path, before = backed_up
    with full_disk(monkeypatch, 1000), pytest.raises(BackupError, match="Nothing was restored: no"):
        restore(home, path, now=NOW)
    assert state(home) == before
    assert not list(home.glob("*restor*"))


def test_a_restore_is_refused_while_a_desk_is_open(
    backed_up: tuple[Path, Path, dict[str, Any]],
) -> None:
    home, path, before = backed_up
    with Library(home / "library.sqlite"):
        refused(home, path, "a desk or another command is using")
    with Store.open(home / "store") as store:
        assert store.desk
        refused(home, path, "a desk or another command is using")
        with pytest.raises(BackupError, match="nothing to undo"):
            undo(home, now=NOW)
    restore(home, path, now=NOW)
    with Library(home / "library.sqlite"), pytest.raises(BackupError, match="is using"):
        undo(home, now=NOW)
    assert state(home) == before


def test_a_desk_that_was_refused_a_restore_can_go_on(
    backed_up: tuple[Path, Path, dict[str, Any]],
) -> None:
    home, path, _ = backed_up
    with Library(home / "library.sqlite") as library:
        with pytest.raises(BackupError):
            restore(home, path, now=NOW)
        library.add(Document("A fourth\n\nIt came later.\n"))
        assert library.count() == 4


@pytest.mark.parametrize("destroy", [go_on, no_store], ids=["worked on", "no store"])
def test_a_restore_killed_at_any_moment_is_not_begun_or_can_be_finished(
    backed_up: tuple[Path, Path, dict[str, Any]], destroy: Destroy
) -> None:
    """What is there afterwards is all of the old or all of the new, and the old is kept."""
    home, path, before = backed_up
    destroy(home)
    old = remains(home)
    begun = unbegun = 0
    died = True
    while died:
        died = killed_at(begun + unbegun, lambda: restore(home, path, now=datetime.now(UTC)))
        finish(home)
        if remains(home) != old:
            begun += 1
            assert state(home) == before
            undo(home, now=datetime.now(UTC))
        else:
            unbegun += 1
        assert remains(home) == old
        assert not list(home.glob("restore-pending-*"))
    assert unbegun >= 2
    assert begun >= 5
    restore(home, path, now=NOW)
    assert not list(home.glob(".restoring-*"))


def test_what_was_made_anew_before_a_restore_was_finished_is_kept(
    backed_up: tuple[Path, Path, dict[str, Any]],
) -> None:
    home, path, before = backed_up
    for step in count():
        assert killed_at(step, lambda: restore(home, path, now=NOW))
        if list(home.glob("restore-pending-*")) and not (home / "store").exists():
            break
        finish(home)
    with Store.open(home / "store") as store:
        store.commit("Meanwhile", {("t", "1"): {"x": 1}})
    assert finish(home)
    assert state(home) == before
    kept = max(home.glob("before-restore-*"))
    with Store.open(kept / "store.2") as store:
        assert store.get("t", "1") == {"x": 1}
