from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.annotations import Notebook
from tui.library import Added, Document, Library, LibraryError, View
from tui.library.doctor import check, repair
from tui.store import Store

Add = Callable[..., Added]


@pytest.fixture
def filled(path: Path, store: Store) -> list[str]:
    with Library(path) as library:
        outcomes = library.add_many(
            Document(f"Title {number}\n\n{'Words on gas. ' * 200}") for number in range(60)
        )
        ids = [item.article.id for item in outcomes if isinstance(item, Added)]
        Notebook(store).decide(ids[:10], "kept")
        library.projection.catch_up(store.folder)
    return ids


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.usefixtures("filled")
def test_a_sound_library_has_nothing_wrong(path: Path, store: Store) -> None:
    assert check(path, store.folder) == []
    Notebook(store).annotate("later", note="x", version="v")
    assert check(path, store.folder) == []


def test_no_library_yet_is_fine(path: Path, store: Store) -> None:
    assert check(path, store.folder) == []
    assert not path.exists()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "statement, finding",
    [
        ("DELETE FROM list WHERE key < 5", "4 articles are not in the list"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "full-text index is wrong"),
        ("UPDATE tally SET number = 7", "counts of the list are wrong"),
        ("UPDATE user SET triage = 3", "of your decisions"),
        ("UPDATE versions SET text = 'x' WHERE number < 4", "3 texts are not what was imported"),
    ],
)
def test_what_is_wrong_is_found_and_mended(
    path: Path, store: Store, statement: str, finding: str
) -> None:
    spoil(path, statement)
    (first, *_) = check(path, store.folder)
    assert finding in first
    repair(path, store.folder)
    if "versions" not in statement:  # a lost text cannot be made again
        assert check(path, store.folder) == []
        with Library(path) as library:
            assert len(library.listing.keys(View("kept"))) == 10


def test_what_can_be_read_of_a_damaged_file_is_saved(
    path: Path, store: Store, filled: list[str]
) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 3 * 4096] = b"\xff" * (3 * 4096)
    path.write_bytes(data)
    assert "damaged" in check(path, store.folder)[0]
    (first, *_) = repair(path, store.folder)
    assert "damaged" in first
    assert check(path, store.folder) == []
    with Library(path) as library:
        saved = [article.id for article in library.articles()]
        assert set(saved) <= set(filled) and saved
        assert all(library.text(article) for article in saved)
        assert len(saved) > len(filled) // 2
    assert list(path.parent.glob("library.sqlite.damaged-*"))


def test_a_foreign_file_is_put_aside_never_lost(path: Path, store: Store) -> None:
    path.parent.mkdir()
    path.write_bytes(b"something else" * 1000)
    assert "not a library" in check(path, store.folder)[0]
    repair(path, store.folder)
    assert check(path, store.folder) == []
    (aside,) = path.parent.glob("library.sqlite.damaged-*")
    assert aside.read_bytes() == b"something else" * 1000


def test_a_newer_library_is_left_alone(path: Path, store: Store) -> None:
    Library(path).close()
    spoil(path, "PRAGMA user_version = 99")
    assert "newer" in check(path, store.folder)[0]
    with pytest.raises(LibraryError, match="newer"):
        repair(path, store.folder)
