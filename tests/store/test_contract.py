"""What the store relies on in TinyDB, the private parts too; versions are pinned to these."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any, cast

import pytest
from tinydb import Query, TinyDB, where
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document, Table

from tui.store import Store
from tui.store.tables import LiveTable, Overlay


def memory() -> Storage:
    return cast(Storage, MemoryStorage())  # type: ignore[no-untyped-call]


def test_the_private_methods_that_are_replaced_are_there() -> None:
    assert list(inspect.signature(Table._read_table).parameters) == ["self"]
    assert list(inspect.signature(Table._update_table).parameters) == ["self", "updater"]
    assert list(inspect.signature(Table._get_next_id).parameters) == ["self"]
    assert {"read", "write", "close"} <= set(dir(Storage))


def test_all_of_tinydbs_reading_and_writing_goes_through_them() -> None:
    calls: list[str] = []

    class Spy(Table):
        def _read_table(self) -> Any:
            calls.append("read")
            return super()._read_table()

        def _update_table(self, updater: Any) -> None:
            calls.append("update")
            super()._update_table(updater)

        def _get_next_id(self) -> Any:
            calls.append("id")
            return 7

    table = Spy(memory(), "t")
    assert table.insert({"x": 1}) == 7
    assert calls == ["id", "update"]
    calls.clear()
    table.search(where("x") == 1)
    len(table)
    list(table)
    table.get(doc_id=7)
    assert calls.count("read") >= 4 and set(calls) == {"read"}
    calls.clear()
    table.update({"x": 2}, doc_ids=[7])
    table.remove(doc_ids=[7])
    table.truncate()
    assert calls == ["update"] * 3


def test_a_table_takes_storage_name_and_cache_size() -> None:
    parameters = inspect.signature(Table.__init__).parameters
    assert list(parameters) == ["self", "storage", "name", "cache_size", "persist_empty"]
    assert inspect.signature(LiveTable.__init__).parameters["cache_size"].default == 0


def test_a_database_makes_its_tables_of_its_table_class() -> None:
    class Mine(Table):
        pass

    class Database(TinyDB):
        table_class = Mine

    assert isinstance(Database(storage=MemoryStorage).table("t"), Mine)


def test_a_cache_of_size_nothing_keeps_nothing() -> None:
    table = Table(memory(), "t", cache_size=0)
    table.insert({"x": 1})
    query = where("x") == 1
    assert len(table.search(query)) == 1
    assert len(table._query_cache) == 0


@pytest.fixture
def store(folder: Path) -> Any:
    with Store.open(folder) as store:
        yield store


def test_queries_find_what_was_committed(store: Store) -> None:
    store.commit("Put", {("t", "a"): {"x": 1}, ("t", "b"): {"x": 2, "tags": ["q"]}})
    table, query = store.table("t"), Query()
    assert [str(document.doc_id) for document in table.search(query.x > 1)] == ["b"]
    assert table.get(doc_id="a") == {"x": 1}  # type: ignore[call-overload]
    assert table.count(query.tags.any(["q"])) == 1
    assert len(table) == 2 and table.contains(query.x == 1)
    store.commit("Change", {("t", "a"): {"x": 5}})
    assert table.search(query.x > 1) != [] and table.get(query.x == 5) == {"x": 5}


def test_queries_see_what_another_process_wrote(store: Store) -> None:
    query = where("x") == 1
    assert store.table("t").search(query) == []
    with Store.open(store.folder) as other:
        other.commit("Put", {("t", "a"): {"x": 1}})
    store.refresh()
    assert len(store.table("t").search(query)) == 1


def test_what_tinydb_writes_is_durable_and_can_be_undone(store: Store) -> None:
    table: Any = store.table("t")
    (first, second) = table.insert_multiple([{"x": 1}, {"x": 2}])
    assert isinstance(first, str) and len(first) == 26
    table.insert(Document({"x": 3}, "mine"))  # type: ignore[arg-type]
    table.update({"x": 9}, where("x") == 1)
    table.upsert(Document({"y": 1}, "mine"))  # type: ignore[arg-type]
    table.remove(doc_ids=[second])
    expected = {first: {"x": 9}, "mine": {"x": 3, "y": 1}}
    assert store.all("t") == expected
    assert [len(change.edits) for change in store.history()] == [1, 1, 1, 1, 2]
    table.truncate()
    assert store.all("t") == {} and len(store.history()) == 6
    store.undo()
    with Store.open(store.folder) as other:
        assert other.all("t") == expected


def test_an_update_that_fails_changes_nothing(store: Store) -> None:
    store.commit("Put", {("t", "a"): {"x": 1, "tags": ["q"]}})

    def fail(document: Any) -> None:
        document["tags"].append("r")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.table("t").update(fail)
    assert store.all("t") == {"a": {"x": 1, "tags": ["q"]}}


def test_dropping_tables_is_a_change_too(store: Store) -> None:
    store.commit("Put", {("t", "a"): {"x": 1}, ("u", "b"): {"x": 2}})
    store.table("t")
    database = store._database
    assert database is not None and database.tables() == {"t", "u"}
    database.drop_table("t")
    assert database.tables() == {"u"}
    database.drop_tables()
    assert database.tables() == set()
    store.undo()
    store.undo()
    assert database.tables() == {"t", "u"}


def test_an_overlay_is_a_dictionary_over_another() -> None:
    below = {"a": {"x": 1}, "b": {"x": 2}}
    overlay, plain = Overlay(below), {"a": {"x": 1}, "b": {"x": 2}}
    for table in (overlay, plain):
        table["c"] = {"x": 3}
        table["a"]["x"] = 7
        del table["b"]
        assert table.pop("none", None) is None
        with pytest.raises(KeyError):
            del table["b"]
    assert dict(overlay) == plain and len(overlay) == 2 and "b" not in overlay
    assert below == {"a": {"x": 1}, "b": {"x": 2}}
