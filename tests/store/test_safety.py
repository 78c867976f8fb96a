"""Everything that disks, other programs and bad luck do to a store."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tui.store import Store, StoreError, check, files
from tui.store.records import seal

Limit = Callable[[int], AbstractContextManager[None]]


def put(store: Store, key: str, size: int = 1) -> None:
    store.commit(f"Put {key}", {("t", key): {"x": "y" * size}})


def contents(folder: Path) -> dict[Path, bytes]:
    """All of a store that is data."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return {path: path.read_bytes() for path in paths}


def segment(folder: Path, number: int = 1) -> Path:
    return folder / f"changes-{number:08}.log"


@pytest.fixture
def three(folder: Path) -> Path:
    """A store with a snapshot and a change behind it."""
    with Store.open(folder) as store:
        put(store, "a")
        put(store, "b")
        store.compact()
        put(store, "c")
    return folder


def test_files_and_folders_are_the_users_alone(three: Path) -> None:
    with Store.open(three) as store:
        store.keep("draft", {"x": 1})
    modes = {path: path.stat().st_mode & 0o777 for path in [three.parent, three, *three.rglob("*")]}
    assert len(modes) > 8
    for path, mode in modes.items():
        assert mode == (0o700 if path.is_dir() else 0o600), path


# Torn


@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_torn_last_record_is_dropped_told_once_and_repaired(three: Path, cut: int) -> None:
    with Store.open(three) as store:
        put(store, "d")
    path = segment(three, 2)
    path.write_bytes(path.read_bytes()[:-cut])
    with Store.open(three) as store:
        assert sorted(store.all("t")) == ["a", "b", "c"]
        assert len(store.notices) == 1 and "cut off" in store.notices[0]
        store.refresh()
        store.history()
        assert len(store.notices) == 1
        assert check(three) and "cut off" in check(three)[0]
        put(store, "e")
        assert check(three) == []
    with Store.open(three) as store:
        assert sorted(store.all("t")) == ["a", "b", "c", "e"]
        assert store.notices == []


def test_compacting_a_torn_journal_cuts_the_torn_record_off(three: Path) -> None:
    path = segment(three, 2)
    path.write_bytes(path.read_bytes()[:-1])
    with Store.open(three) as store:
        store.compact()
        put(store, "d")
    with Store.open(three) as store:
        assert sorted(store.all("t")) == ["a", "b", "d"]
        assert [change.label for change in store.history()] == ["Put d", "Put b", "Put a"]
    assert check(three) == []


# Full


def test_a_full_disk_loses_nothing_but_the_change_at_hand(folder: Path, at_most: Limit) -> None:
    with Store.open(folder) as store:
        put(store, "a")
        kept = contents(folder)
        with at_most(2000):
            with pytest.raises(StoreError, match=r"No room left .* Free some space"):
                put(store, "b", size=5000)
            assert contents(folder) == kept
            assert sorted(store.all("t")) == ["a"]
            put(store, "c")  # what fits is taken
            with pytest.raises(StoreError, match="No room left"):
                store.commit("Big", {("t", str(number)): {"x": 1} for number in range(500)})
        put(store, "d", size=5000)
    with Store.open(folder) as store:
        assert sorted(store.all("t")) == ["a", "c", "d"]
        assert store.notices == []
    assert check(folder) == []


def test_compaction_on_a_full_disk_leaves_all_as_it_was(folder: Path, at_most: Limit) -> None:
    with Store.open(folder) as store, Store.open(folder) as other:
        put(store, "a", size=5000)
        other.all("t")
        with at_most(2000), pytest.raises(StoreError, match="nothing is lost"):
            store.compact()
        put(other, "b")
        put(store, "c")
        assert not list(folder.glob(".*"))
    with Store.open(folder) as store:
        assert sorted(store.all("t")) == ["a", "b", "c"]
    assert check(folder) == []


def test_keeping_on_a_full_disk_leaves_what_was_kept(folder: Path, at_most: Limit) -> None:
    with Store.open(folder) as store:
        store.keep("draft", {"text": "a"})
        with at_most(2000), pytest.raises(StoreError, match="Cannot keep"):
            store.keep("draft", {"text": "b" * 5000})
        assert store.kept("draft") == {"text": "a"}


def test_a_change_whose_fsync_fails_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store:
        put(store, "a")
        kept = contents(folder)

        def fail(_: int) -> None:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as broken:
            broken.setattr(files, "sync", fail)
            with pytest.raises(StoreError, match=r"Input/output error.*was not kept"):
                put(store, "b")
        assert contents(folder) == kept
        assert sorted(store.all("t")) == ["a"]
        put(store, "c")


def test_short_writes_are_gone_on_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    with Store.open(folder) as store:
        put(store, "a", size=100)
        store.compact()
    monkeypatch.undo()
    with Store.open(folder) as store:
        assert store.all("t") == {"a": {"x": "y" * 100}}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KiB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small tmpfs needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_really_full_disk_keeps_every_confirmed_change(small_disk: Path) -> None:
    confirmed = []
    with Store.open(small_disk / "store") as store:
        with pytest.raises(StoreError, match="No room left"):
            for number in range(1000):
                put(store, str(number), size=700)
                confirmed.append(str(number))
        assert len(confirmed) > 100
        with pytest.raises(StoreError, match="nothing is lost"):
            store.compact()
    with Store.open(small_disk / "store") as store:
        assert list(store.all("t")) == confirmed


# Read-only


def test_a_read_only_folder_is_read_and_not_written(ordinary_folder: Path) -> None:
    with Store.open(ordinary_folder) as store:
        put(store, "a")
        assert not store.read_only
    paths = [ordinary_folder, *ordinary_folder.rglob("*")]
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    kept = contents(ordinary_folder)
    with Store.open(ordinary_folder) as store:
        assert store.read_only
        assert store.all("t") == {"a": {"x": "y"}}
        assert [change.label for change in store.history()] == ["Put a"]
        assert store.refresh() == []
        for attempt in (lambda: put(store, "b"), store.undo, store.redo, store.compact):
            with pytest.raises(StoreError, match=r"cannot be written.*permissions"):
                attempt()
        with pytest.raises(StoreError, match="Cannot keep"):
            store.keep("draft", {"x": 1})
    assert contents(ordinary_folder) == kept
    for path in paths:
        path.chmod(0o700)


def test_a_read_only_folder_that_never_held_a_store_is_an_empty_one(ordinary_folder: Path) -> None:
    ordinary_folder.mkdir(mode=0o500)
    with Store.open(ordinary_folder) as store:
        assert store.read_only
        assert store.all("t") == {}
        assert store.history() == []
        assert store.refresh() == []
        assert store.position == ""


def test_no_folder_and_no_right_to_make_one_is_one_sentence(ordinary_folder: Path) -> None:
    ordinary_folder.parent.chmod(0o500)
    with pytest.raises(StoreError, match="Cannot open the store in"):
        Store.open(ordinary_folder)
    ordinary_folder.parent.chmod(0o700)


# Foreign and truncated


def use(folder: Path) -> None:
    with Store.open(folder) as store:
        store.all("t")
        put(store, "new")


FOREIGN = [b"", b"{}", b"\x00" * 300, b'{"_default": {"1": {"x": 1}}}', b"hello\n" * 100]


@pytest.mark.parametrize("content", FOREIGN, ids=range(len(FOREIGN)))
@pytest.mark.parametrize("name", ["documents.json", "changes-00000002.log"])
def test_a_foreign_file_is_refused_and_nothing_overwritten(
    three: Path, name: str, content: bytes
) -> None:
    (three / name).write_bytes(content)
    kept = contents(three)
    with pytest.raises(StoreError, match=rf"{name} is damaged or was not written by briefs-tui"):
        use(three)
    assert contents(three) == kept
    assert any(name in problem for problem in check(three))


@pytest.mark.parametrize("name", ["documents.json", "changes-00000002.log"])
def test_a_newer_format_is_refused_and_nothing_overwritten(three: Path, name: str) -> None:
    kind = "documents" if name.startswith("documents") else "changes"
    header = {"format": f"briefs-tui {kind}", "version": 2, "segment": 2, "something": "new"}
    (three / name).write_bytes(seal(header))
    kept = contents(three)
    with pytest.raises(StoreError, match=r"newer briefs-tui \(format 2.*update"):
        use(three)
    assert contents(three) == kept


@pytest.mark.parametrize("size", [0, 50, 150, -20, -1])
def test_a_truncated_snapshot_is_refused_and_nothing_overwritten(three: Path, size: int) -> None:
    path = three / "documents.json"
    path.write_bytes(path.read_bytes()[:size])
    kept = contents(three)
    with pytest.raises(StoreError, match=r"incomplete|damaged"):
        use(three)
    assert contents(three) == kept


def test_an_altered_snapshot_is_refused(three: Path) -> None:
    path = three / "documents.json"
    path.write_bytes(path.read_bytes().replace(b'"y"', b'"z"', 1))
    with pytest.raises(StoreError, match=r"damaged.*briefs-tui doctor"):
        use(three)


def test_a_journal_damaged_in_the_middle_is_refused_and_nothing_overwritten(three: Path) -> None:
    with Store.open(three) as store:
        put(store, "d")
    path = segment(three, 2)
    path.write_bytes(path.read_bytes().replace(b'"Put c"', b'"Put x"'))
    kept = contents(three)
    with pytest.raises(StoreError, match="damaged at byte"):
        use(three)
    assert contents(three) == kept


@pytest.mark.parametrize("lost", [[1, 2], [2]])
def test_lost_segments_are_noticed_and_nothing_is_begun_anew(three: Path, lost: list[int]) -> None:
    for number in lost:
        segment(three, number).unlink()
    kept = contents(three)
    with pytest.raises(StoreError, match="gone"):
        use(three)
    assert contents(three) == kept


def test_a_file_in_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("hello", encoding="utf-8")
    with pytest.raises(StoreError, match="Cannot open the store in"):
        Store.open(tmp_path / "store")


# Locks


def test_a_lock_that_nobody_lets_go_of_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0)
    with Store.open(folder) as store:
        put(store, "a")
        other = files.Lock(folder / "lock")
        with other.held(), pytest.raises(StoreError, match=r"in use by another.*suspended"):
            put(store, "b")
        other.close()
        put(store, "c")


def test_without_locks_the_user_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with Store.open(folder) as store:
        put(store, "a")
        assert "no locks" in store.notices[0]
        assert store.undo()
