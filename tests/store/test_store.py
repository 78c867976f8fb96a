from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tui.model import Edit
from tui.store import Fields, Store, StoreError, tail
from tui.store.snapshot import Snapshot


def put(store: Store, key: str, **fields: Any) -> None:
    assert store.commit(f"Put {key}", {("t", key): fields})


def test_what_is_committed_is_there_and_stays(folder: Path) -> None:
    with Store.open(folder) as store:
        change = store.commit("Both", {("t", "a"): {"x": 1}, ("u", "b"): {"y": [2]}})
        assert change is not None
        assert change.edits == (Edit("t", "a", None, {"x": 1}), Edit("u", "b", None, {"y": [2]}))
        assert store.get("t", "a") == {"x": 1}
    with Store.open(folder) as store:
        assert store.get("t", "a") == {"x": 1}
        assert store.all("u") == {"b": {"y": [2]}}
        assert store.get("t", "none") is None
        assert store.all("none") == {}
        assert store.history() == [change]


def test_only_what_really_differs_is_recorded(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a", x=1, y=(1, 2))
        assert store.commit("Same", {("t", "a"): {"y": [1, 2], "x": 1}}) is None
        assert store.commit("Gone already", {("t", "none"): None}) is None
        change = store.commit("One", {("t", "a"): {"x": 1, "y": [1, 2]}, ("t", "b"): {"x": True}})
        assert change is not None
        assert [edit.key for edit in change.edits] == ["b"]
        assert len(store.history()) == 2


def test_what_json_cannot_hold_changes_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a", x=1)
        with pytest.raises(StoreError, match="t/b"):
            store.commit("Bad", {("t", "a"): {"x": 2}, ("t", "b"): {"x": float("nan")}})
        with pytest.raises(StoreError, match="empty"):
            store.commit("Empty", {("t", "a"): {}})
        assert store.get("t", "a") == {"x": 1}
        assert len(store.history()) == 1


def test_the_store_keeps_no_hold_of_what_it_is_given(folder: Path) -> None:
    given: dict[str, Any] = {"tags": ["a"]}
    with Store.open(folder) as store:
        store.commit("Put", {("t", "a"): given})
        given["tags"].append("b")
        assert store.get("t", "a") == {"tags": ["a"]}


def test_a_failing_function_changes_nothing(folder: Path) -> None:
    with Store.open(folder) as store:

        def documents() -> Any:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            store.commit("Fails", documents)
        assert store.history() == []
        put(store, "a", x=1)


def test_a_function_sees_what_others_did_last(folder: Path) -> None:
    with Store.open(folder) as one, Store.open(folder) as other:
        put(one, "n", value=0)
        for store in (one, other) * 5:

            def step(store: Store = store) -> Any:
                document = store.get("t", "n")
                assert document
                return {("t", "n"): {"value": document["value"] + 1}}

            store.commit("Count", step)
        assert other.get("t", "n") == {"value": 10}


def test_undo_and_redo_go_all_the_way_across_restarts(folder: Path) -> None:
    states = []
    with Store.open(folder) as store:
        for number in range(10):
            put(store, str(number % 3), x=number)
            states.append(store.all("t"))
    for expected in [*reversed(states[:-1]), {}]:
        with Store.open(folder) as store:
            undone = store.undo()
            assert undone and undone.message.startswith("Undone: Put ")
            assert store.all("t") == expected
    with Store.open(folder) as store:
        assert store.undo() is None
    for expected in states:
        with Store.open(folder) as store:
            redone = store.redo()
            assert redone and redone.message.startswith("Done again: Put ")
            assert store.all("t") == expected
    with Store.open(folder) as store:
        assert store.redo() is None


def test_undo_takes_back_one_bulk_change_as_one(folder: Path) -> None:
    with Store.open(folder) as store:
        store.commit("Many", {("t", str(number)): {"x": number} for number in range(100)})
        store.undo()
        assert store.all("t") == {}


def test_undo_passes_over_what_the_program_did_by_itself(folder: Path) -> None:
    with Store.open(folder) as store:
        store.commit("Kept", {("t", "a"): Fields(triage="kept")})
        store.commit("Opened", {("t", "a"): Fields(triage="kept", read="opened")}, by_itself=True)
        undone = store.undo()
        assert undone and undone.message == "Undone: Kept"
        assert store.all("t") == {"a": {"read": "opened"}}
        store.redo()
        assert store.all("t") == {"a": {"triage": "kept", "read": "opened"}}


def test_fields_without_any_are_no_document(folder: Path) -> None:
    with Store.open(folder) as store:
        assert store.commit("Nothing", {("t", "a"): Fields()}) is None
        store.commit("Some", {("t", "a"): Fields(x=1)})
        change = store.commit("None", {("t", "a"): Fields()})
        assert change and change.edits == (Edit("t", "a", {"x": 1}, {}),)
        assert store.get("t", "a") is None
        store.undo()
        assert store.get("t", "a") == {"x": 1}


def test_each_of_two_desks_takes_back_its_own(folder: Path) -> None:
    with Store.open(folder) as one, Store.open(folder) as other:
        put(one, "a", x=1)
        put(other, "b", x=2)
        assert {one.desk, other.desk} == {"desk-0", "desk-1"}
        undone = one.undo()
        assert undone and undone.change.label == "Put a"
        assert one.undo() is None
        assert one.all("t") == {"b": {"x": 2}}
        undone = other.undo()
        assert undone and undone.change.label == "Put b"
        assert other.all("t") == {}
        assert one.redo() and one.redo() is None
        assert one.all("t") == {"a": {"x": 1}}


def test_undo_says_where_somebody_else_was_in_between(folder: Path) -> None:
    with Store.open(folder) as one, Store.open(folder) as other:
        put(one, "a", note="mine", star=True)
        put(one, "a", note="mine again", star=False)
        put(other, "a", note="theirs", star=False)
        undone = one.undo()
        assert undone and undone.kept == 1
        assert undone.message == "Undone: Put a (in part: 1 changed elsewhere since, left so)"
        assert one.get("t", "a") == {"note": "theirs", "star": True}
        undone = one.undo()
        assert undone
        assert undone.message == "Changed elsewhere since, so left as it is: Put a"
        assert one.get("t", "a") == {"note": "theirs", "star": True}
        assert one.undo() is None


def test_a_new_desk_goes_on_with_what_ended_desks_did(folder: Path) -> None:
    with Store.open(folder) as one:
        put(one, "a", x=1)
        with Store.open(folder) as other:
            put(other, "b", x=2)
        assert one.undo()
        assert one.undo() is None  # the other's change is not its own, though it ended
    with Store.open(folder) as later:
        undone = later.undo()
        assert undone and undone.change.label == "Put b"


def test_a_desk_can_be_named(folder: Path) -> None:
    with Store.open(folder, desk="anna") as store:
        put(store, "a", x=1)
        assert store.history()[0].desk == "anna"
    with Store.open(folder, desk="ben") as store:
        assert store.undo() is None
    with Store.open(folder, desk="anna") as store:
        assert store.undo()


def test_refresh_tells_what_others_did_once(folder: Path) -> None:
    with Store.open(folder) as one, Store.open(folder) as other:
        put(one, "a", x=1)
        put(other, "b", x=2)
        assert [change.label for change in one.refresh()] == ["Put b"]
        assert one.refresh() == []
        assert one.get("t", "b") == {"x": 2}
        other.compact()
        put(other, "c", x=3)
        assert [change.label for change in one.refresh()] == ["Put c"]
        assert [change.label for change in other.refresh()] == ["Put a"]


def test_refresh_works_before_anything_is_loaded(folder: Path) -> None:
    with Store.open(folder) as other:
        put(other, "old", x=1)
        with Store.open(folder) as store:
            put(other, "new", x=2)
            assert [change.label for change in store.refresh()] == ["Put new"]


def test_compaction_keeps_documents_history_undo_and_positions(folder: Path) -> None:
    with Store.open(folder) as store, Store.open(folder) as other:
        put(store, "a", x=1)
        before = store.position
        put(store, "b", x=2)
        other.all("t")
        store.compact()
        put(store, "c", x=3)
        assert other.refresh() and other.all("t") == store.all("t")
        assert [change.label for change in other.history()] == ["Put c", "Put b", "Put a"]
        assert [change.label for change in other.history(2)] == ["Put c", "Put b"]
        found = store.changes_since(before)
        assert found and [change.label for change in found[0]] == ["Put b", "Put c"]
        assert found[1] == store.position
        for _ in range(3):
            assert store.undo()
        assert store.all("t") == {}
    with Store.open(folder) as store:
        assert store.all("t") == {}
        assert len(store.history()) == 6


def test_closing_compacts_only_what_outgrew_the_snapshot(folder: Path) -> None:
    def fill(count: int) -> int:
        with Store.open(folder) as store:
            for number in range(count):
                put(store, f"{number}", x="y" * 100_000 + store.position)
        header = Snapshot(folder).header()
        return header["segment"] if header else 1

    assert fill(1) == 1
    assert fill(3) == 2
    assert fill(1) == 2
    assert fill(4) == 3


def test_the_tail_needs_no_open_store(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a", x=1)
        start = store.position
        assert tail(folder, start) == ([], start)
        put(store, "b", x=2)
        found = tail(folder, start)
        assert found and [change.label for change in found[0]] == ["Put b"]
        assert tail(folder, found[1]) == ([], store.position)


@pytest.mark.parametrize("position", ["", "nonsense", "other:1:5:00000000", "other:9:5:00000000"])
def test_an_unknown_position_is_said_to_be(folder: Path, position: str) -> None:
    assert tail(folder, position) is None
    with Store.open(folder) as store:
        put(store, "a", x=1)
        assert tail(folder, position) is None
        assert store.changes_since(position) is None


def test_a_store_put_back_from_a_backup_is_noticed(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a", x=1)
        backup = {path: path.read_bytes() for path in folder.glob("changes-*")}
        put(store, "b", x=2)
        position = store.position
        store.refresh()
        for path, content in backup.items():
            path.write_bytes(content)
        with Store.open(folder) as other:
            put(other, "c", x=3)
            put(other, "d", x=4)
        assert tail(folder, position) is None
        assert store.refresh() == []
        assert sorted(store.all("t")) == ["a", "c", "d"]
        assert len(store.notices) == 1 and "replaced" in store.notices[0]


def test_threads_may_change_and_read_at_the_same_time(folder: Path) -> None:
    with Store.open(folder) as store:

        def write(name: str) -> None:
            for number in range(50):
                put(store, f"{name}{number}", x=number)

        threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert all(document["x"] >= 0 for document in store.all("t").values())
        assert len(store.all("t")) == 100


def test_opening_loads_neither_documents_nor_tinydb(folder: Path) -> None:
    with Store.open(folder) as store:
        put(store, "a", x=1)
        store.compact()
        put(store, "b", x=1)
    # Damage that only reading them would find.
    path = folder / "documents.json"
    path.write_bytes(path.read_bytes()[:-2])
    code = (
        "import sys; from pathlib import Path; from tui.store import Store, tail\n"
        f"folder = Path({str(folder)!r})\n"
        "with Store.open(folder) as store: store.refresh(); store.kept('session')\n"
        "sys.exit('tinydb' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with Store.open(folder) as store, pytest.raises(StoreError, match="incomplete"):
        store.get("t", "a")
