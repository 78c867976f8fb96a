from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tui.library import Document, Library, LibraryError, database
from tui.library.database import FORMAT


def test_only_the_owner_may_read_it(path: Path) -> None:
    with Library(path) as library:
        library.add(Document("Secret"))
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_it_is_opened_again_as_it_was_left(path: Path) -> None:
    with Library(path) as library:
        added = library.add(Document("Text"))
    with Library(path) as library:
        assert library.article(added.article.id) == added.article
        assert library.notices == () and not library.read_only


@pytest.mark.parametrize("content", [b"not a database " * 100, b"\x00" * 5000], ids="ab")
def test_a_foreign_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="not a library"):
        Library(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(LibraryError, match="not a library"):
        Library(path)


def test_a_newer_format_is_refused(path: Path) -> None:
    Library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    with pytest.raises(LibraryError, match="newer briefs-tui"):
        Library(path)


def test_a_truncated_file_is_called_damaged(path: Path) -> None:
    with Library(path) as library:
        list(library.add_many(Document(f"Title {n}\n\n" + "words " * 500) for n in range(50)))
    path.write_bytes(path.read_bytes()[:50_000])
    with pytest.raises(LibraryError, match="damaged"), Library(path) as library:
        for article in list(library.articles()):
            library.text(article.id)
        library.search("words")


def test_a_folder_in_its_place_is_a_clear_error(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"library\.sqlite"):
        Library(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_read(path: Path) -> None:
    with Library(path) as library:
        added = library.add(Document("Text"))
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with Library(path) as library:
            assert library.read_only and "cannot be written" in library.notices[0]
            assert library.article(added.article.id) == added.article
            assert library.search("text")
            with pytest.raises(LibraryError, match="cannot be written"):
                library.add(Document("More"))
    finally:
        path.parent.chmod(0o700)


def test_reading_only_works_without_a_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path) as library:
        library.add(Document("Text"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Library(path) as library:
        assert library.read_only and library.count() == 1
        with pytest.raises(LibraryError, match="cannot be written"):
            library.add(Document("More"))


def test_on_another_machines_disk_there_is_no_shared_log(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nhost:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(database, "_MOUNTS", mounts)
    with Library(path) as library:
        library.add(Document("Text"))
        assert "one machine" in library.notices[0]
        assert not path.with_name("library.sqlite-wal").exists()


def test_a_full_disk_changes_nothing(path: Path) -> None:
    with Library(path) as library:
        library.add(Document("First"))
        connection = library.database.connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="full"):
            library.add(Document("words " * 100_000))
        assert library.count() == 1
    with Library(path) as library:
        assert library.add(Document("words")).outcome == "added"


def test_another_writer_is_waited_for_but_not_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    with Library(path) as one, Library(path) as other:
        with (
            one.database.transaction(),
            pytest.raises(LibraryError, match="Another program"),
        ):
            other.add(Document("Text"))
        assert other.add(Document("Text")).outcome == "added"
