from __future__ import annotations

import copy
import os
from pathlib import Path

import pytest

from tui.store import Store, StoreError, check, repair


@pytest.fixture
def worked(folder: Path) -> Path:
    """A store with two segments and a snapshot."""
    with Store.open(folder) as store:
        for number in range(5):
            store.commit("Put", {("t", str(number)): {"x": number}})
        store.undo()
        store.compact()
        store.commit("Put", {("t", "last"): {"x": 9}})
        store.keep("draft", {"x": 1})
    return folder


def documents(folder: Path) -> object:
    with Store.open(folder) as store:
        return store.live()


def test_a_sound_store_has_no_problems(worked: Path) -> None:
    assert check(worked) == []
    assert repair(worked) == []


def test_no_store_has_no_problems(folder: Path) -> None:
    assert check(folder) == []


@pytest.mark.parametrize("how", ["truncated", "altered", "foreign"])
def test_a_damaged_snapshot_is_made_again_from_the_history(worked: Path, how: str) -> None:
    before, path = documents(worked), worked / "documents.json"
    content = path.read_bytes()
    damaged = {"truncated": content[:-9], "altered": content.replace(b"1", b"7"), "foreign": b"x"}
    path.write_bytes(damaged[how])
    assert len(check(worked)) == 1 and str(path) in check(worked)[0]
    (done,) = repair(worked)
    assert "again from the history" in done
    assert documents(worked) == before
    assert check(worked) == []
    (aside,) = worked.glob("documents.json.damaged-*")
    assert aside.read_bytes() == damaged[how]


def test_a_lost_snapshot_is_no_loss(worked: Path) -> None:
    before = documents(worked)
    (worked / "documents.json").unlink()
    assert documents(worked) == before
    assert check(worked) == []


def test_a_snapshot_that_is_not_what_the_history_says_is_found(worked: Path) -> None:
    with Store.open(worked) as store:
        before = copy.deepcopy(store.live())
        # A snapshot that is whole in itself, with documents that were never committed.
        store._replica.catch_up()["t"]["0"] = {"x": "never"}
        store.compact()
    assert check(worked) == [f"{worked / 'documents.json'} is not what the history says."]
    repair(worked)
    assert documents(worked) == before


@pytest.mark.parametrize("number", [1, 2])
def test_holes_in_the_history_are_beyond_repair(worked: Path, number: int) -> None:
    path = worked / f"changes-{number:08}.log"
    path.unlink()
    assert f"{path} is gone, a part of the history." in check(worked)
    kept = {path: path.read_bytes() for path in worked.glob("*.*")}
    with pytest.raises(StoreError, match="restore the folder from a backup"):
        repair(worked)
    assert {path: path.read_bytes() for path in worked.glob("*.*")} == kept


def test_damage_in_the_history_is_beyond_repair(worked: Path) -> None:
    path = worked / "changes-00000001.log"
    path.write_bytes(path.read_bytes().replace(b'"x":1', b'"x":2'))
    assert any("damaged at byte" in problem for problem in check(worked))
    with pytest.raises(StoreError, match="restore the folder from a backup"):
        repair(worked)


def test_public_files_are_found_and_made_private(worked: Path) -> None:
    (worked / "documents.json").chmod(0o644)
    (worked / "kept").chmod(0o755)
    assert len(check(worked)) == 2
    assert len(repair(worked)) == 2
    assert check(worked) == []


def test_a_damaged_draft_is_named(worked: Path) -> None:
    path = worked / "kept" / "draft.json"
    path.write_bytes(b"{}")
    (problem,) = check(worked)
    assert str(path) in problem
    assert path.read_bytes() == b"{}"


def test_what_a_dead_program_left_behind_is_swept_away_in_time(worked: Path) -> None:
    left, fresh = worked / ".documents.json.1.2", worked / "kept" / ".draft.json.3.4"
    for path in (left, fresh):
        path.write_bytes(b"half")
        path.chmod(0o600)
    (worked / ".DS_Store").touch(mode=0o600)
    for path in (left, worked / ".DS_Store"):
        os.utime(path, (0, 0))
    with Store.open(worked) as store:
        store.compact()
    assert not left.exists() and fresh.exists()
    os.utime(fresh, (0, 0))
    assert repair(worked) == [f"Removed {fresh}, left by a program that died."]
    assert (worked / ".DS_Store").exists()
