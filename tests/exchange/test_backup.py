"""Making backups: whole, dated, pruned, and of a home that others use meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.exchange.backups import NOW, TEXTS, fill, raw, state
from tui.exchange import backup
from tui.exchange.backup import BackupError, archive, automatic, create, due, listing, restore
from tui.library import Document, Library
from tui.store import Store, files


@pytest.fixture
def filled(home: Path) -> Path:
    fill(home)
    return home


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> Iterator[None]:
    """No more than ``room`` bytes can be packed."""

    def refuse(descriptor: int) -> None:
        if os.fstat(descriptor).st_size > room:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync", refuse)
        yield


def names(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "backups").iterdir() if path.name != "lock")


# Making


def test_a_backup_is_one_private_dated_file_that_says_what_it_holds(filled: Path) -> None:
    path, manifest = create(filled, now=NOW)
    assert path == filled / "backups" / "backup-20160422T182603Z.tar.gz"
    assert names(filled) == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert manifest == archive.unpack(path, None)
    assert manifest.made == "2016-04-22T18:26:03Z"
    assert manifest.counts["articles"] == 3
    assert manifest.counts["annotations"] == 2
    assert manifest.counts["tags"] == 2
    assert manifest.counts["drafts"] == 1
    assert manifest.counts["changes"] == len(state(filled)["history"])


def test_a_backup_alters_nothing_of_what_it_copies(filled: Path) -> None:
    before = state(filled)
    create(filled, now=NOW)
    assert state(filled) == before


def test_a_backup_goes_to_the_file_or_folder_named(filled: Path, tmp_path: Path) -> None:
    assert create(filled, tmp_path, now=NOW)[0].name == "backup-20160422T182603Z.tar.gz"
    assert create(filled, tmp_path / "mine.tgz", now=NOW)[0] == tmp_path / "mine.tgz"
    with pytest.raises(BackupError, match="exists already"):
        create(filled, tmp_path / "mine.tgz", now=NOW)
    with pytest.raises(BackupError, match="make that folder first"):
        create(filled, tmp_path / "none" / "mine.tgz", now=NOW)


def test_two_backups_in_one_second_are_two_files(filled: Path) -> None:
    first, second = create(filled, now=NOW)[0], create(filled, now=NOW)[0]
    assert first != second
    assert {item.path for item in listing(filled)} == {first, second}


def test_an_empty_home_has_nothing_to_back_up(home: Path) -> None:
    with pytest.raises(BackupError, match="nothing in"):
        create(home, now=NOW)
    assert automatic(home, 3, 1, NOW) is None
    assert names(home) == []


def test_other_files_among_the_backups_are_not_backups(filled: Path) -> None:
    create(filled, now=NOW)
    for name in ("notes.tar.gz", "backup-20169999T999999Z.tar.gz", ".backup-20160422T182603Z"):
        (filled / "backups" / name).touch()
    assert len(listing(filled)) == 1


@pytest.mark.parametrize("part", ["store/documents.json", "store/changes-00000001.log"])
def test_a_damaged_store_is_told_and_not_backed_up(filled: Path, part: str) -> None:
    data = bytearray((filled / part).read_bytes())
    data[len(data) // 2] ^= 1
    (filled / part).write_bytes(data)
    with pytest.raises(BackupError, match=rf"No backup was made: {filled / part}.*doctor"):
        create(filled, now=NOW)
    assert names(filled) == []


def test_a_damaged_library_is_told_and_not_backed_up(filled: Path) -> None:
    path = filled / "library.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:20000] = os.urandom(20000 - 4096)
    path.write_bytes(data)
    with pytest.raises(BackupError, match="No backup was made"):
        create(filled, now=NOW)
    assert names(filled) == []


def test_a_change_that_was_cut_off_is_not_in_the_backup(filled: Path) -> None:
    before = state(filled)
    newest = sorted((filled / "store").glob("changes-*.log"))[-1]
    with newest.open("ab") as file:
        file.write(b"0000000")
    path, _ = create(filled, now=NOW)
    restore(filled, path, now=NOW)
    assert state(filled) == before


# Trouble


@pytest.mark.parametrize("room", [0, 500])
def test_a_full_disk_leaves_no_half_backup(
    filled: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = raw(filled)
    with full_disk(monkeypatch, room), pytest.raises(BackupError, match="no room left"):
        create(filled, now=NOW)
    assert names(filled) == []
    assert {**raw(filled), **before} == raw(filled)


def killed_at(step: int, work: object) -> bool:
    """Run ``work`` in a child that dies at the n-th rename or the like; whether it died."""
    child = os.fork()
    if child == 0:
        _die_at(step)
        try:
            assert callable(work)
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _die_at(step: int) -> None:
    steps = count()

    def deadly(real: object) -> object:
        def call(*args: object, **named: object) -> object:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            assert callable(real)
            return real(*args, **named)

        return call

    for owner, name in ((Path, "rename"), (files, "sync_folder"), (Path, "rmdir")):
        setattr(owner, name, deadly(getattr(owner, name)))


def test_a_killed_backup_leaves_nothing_that_the_next_does_not_clear(filled: Path) -> None:
    before = state(filled)
    for step in count():
        if not killed_at(step, lambda: create(filled, now=NOW)):
            break
        for item in listing(filled):
            archive.unpack(item.path, None)
        assert state(filled) == before
    assert step >= 2
    create(filled, now=NOW)
    assert all(name.endswith(".tar.gz") for name in names(filled))


def test_what_others_write_meanwhile_is_in_the_backup_up_to_some_moment(home: Path) -> None:
    """Changes and articles are numbered: none may be missing before one that is there."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        with Store.open(home / "store") as store, Library(home / "library.sqlite") as library:
            for number in count():
                article = library.add(Document(f"Brief {number}\n\nText {number}.")).article
                store.commit(f"Put {number}", {("t", f"{number:06}"): {"a": article.id}})
                if number % 20 == 0:
                    store.compact()
                    os.write(theirs, b".")
    try:
        for turn in range(3):
            os.read(ours, 1)
            path, manifest = create(home, now=NOW)
            stage = home / f"turn-{turn}"
            archive.unpack(path, stage)
            with (
                Store.open(stage / "store") as store,
                Library(stage / "library.sqlite") as library,
            ):
                keys = sorted(store.all("t"))
                assert keys == [f"{number:06}" for number in range(len(keys))]
                assert len(store.history()) == manifest.counts["changes"] == len(keys)
                for document in store.all("t").values():
                    assert library.article(document["a"]) is not None
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


# By itself


def test_backups_are_due_by_the_calendar(filled: Path) -> None:
    assert due(filled, 1, NOW)
    create(filled, now=NOW)
    assert not due(filled, 1, NOW + timedelta(hours=5))
    assert due(filled, 1, NOW + timedelta(hours=6))  # the next day
    assert not due(filled, 3, NOW + timedelta(days=2))
    assert due(filled, 3, NOW + timedelta(days=3))


def test_a_backup_from_the_future_does_not_put_off_all_others(filled: Path) -> None:
    create(filled, now=NOW + timedelta(days=4000))
    assert due(filled, 1, NOW)


def test_automatic_backups_are_pruned_and_others_are_not(filled: Path) -> None:
    mine, _ = create(filled, now=NOW - timedelta(days=90))
    made = [automatic(filled, 3, 1, NOW + timedelta(days=day)) for day in range(6)]
    assert None not in made
    assert automatic(filled, 3, 1, NOW + timedelta(days=5)) is None
    assert [item.path for item in listing(filled)] == [*reversed(made[3:]), mine]


def test_no_automatic_backups_where_none_are_wanted(filled: Path) -> None:
    assert automatic(filled, 0, 1, NOW) is None
    assert not (filled / "backups").exists()


def test_the_last_good_backup_is_never_pruned(filled: Path) -> None:
    """However many later ones were damaged, and whatever the clock said."""
    for days in (5000, 0, 1):
        assert automatic(filled, 9, 1, NOW + timedelta(days=days))
    for item in listing(filled):
        item.path.write_bytes(b"damaged")
    good = automatic(filled, 1, 1, NOW + timedelta(days=2))
    assert [item.path for item in listing(filled)] == [good]
    (filled / "store" / "documents.json").write_bytes(b"damaged")
    with pytest.raises(BackupError):
        automatic(filled, 1, 1, NOW + timedelta(days=3))
    assert [item.path for item in listing(filled)] == [good]


def test_what_a_backup_holds_is_public(filled: Path) -> None:
    """The format is documented by this: a tar, its manifest first, plain files behind it."""
    path, _ = create(filled, now=NOW)
    with tarfile.open(path) as tar:
        members = tar.getnames()
    assert members[0] == "manifest.json"
    assert "library.sqlite" in members
    assert "store/changes-00000001.log" in members
    assert "store/kept/draft.json" in members
    assert not any("lock" in name for name in members)
    assert len(TEXTS) == backup.archive.unpack(path, None).counts["articles"]
