"""Several processes on one store, and the death of one at any moment."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from tui.store import Store, check
from tui.store.journal import Position
from tui.store.snapshot import Live, Snapshot


def spawn(work: Callable[[int], None]) -> tuple[int, int]:
    """Run ``work`` in a child, which gets the end of a pipe to write to; its id and our end."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    _be_child(work, theirs)


def _be_child(work: Callable[[int], None], theirs: int) -> NoReturn:
    status = 1
    try:
        work(theirs)
        status = 0
    finally:
        os._exit(status)


def test_a_writer_killed_at_any_moment_loses_no_confirmed_change(folder: Path) -> None:
    """200 random moments, compactions and undos among them."""
    chance = random.Random(2)
    expected: dict[str, int] = {}

    def write(confirm: int, first: int) -> None:
        with Store.open(folder) as store:
            for number in count(first):
                key = str(number % 50)
                store.commit(f"Put {number}", {("t", key): {"n": number, "x": "y" * (number % 97)}})
                os.write(confirm, f"{key} {number}\n".encode())
                if number % 5 == 0:
                    store.compact()

    for attempt in range(200):
        child, ours = spawn(lambda confirm, first=attempt * 10_000: write(confirm, first))  # type: ignore[misc]
        with os.fdopen(ours, "rb") as confirmed:
            lines = [confirmed.readline() for _ in range(chance.randrange(6))]
            until = time.perf_counter() + chance.uniform(0, 0.004)
            while time.perf_counter() < until:
                pass
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            lines += confirmed.readlines()
        for line in lines:
            key, number = line.split()
            expected[key.decode()] = int(number)
        with Store.open(folder) as store:
            found = {key: document["n"] for key, document in store.all("t").items()}
            # One change more may be there: written, but killed before it could be confirmed.
            more = {key: value for key, value in found.items() if expected.get(key) != value}
            assert len(more) <= 1
            assert all(value > expected.get(key, -1) for key, value in more.items())
            assert expected.keys() <= found.keys()
            expected |= more
    assert len(expected) > 5
    with Store.open(folder) as store:
        store.commit("Repair", {("t", "last"): {"n": 0}})
    assert check(folder) == []


def test_three_processes_writing_at_once_lose_nothing(folder: Path) -> None:
    def write(name: str) -> None:
        with Store.open(folder) as store:
            for number in range(500):

                def step(number: int = number) -> dict[tuple[str, str], dict[str, int] | None]:
                    shared = store.get("t", "shared") or {"n": 0}
                    return {
                        ("t", f"{name}{number}"): {"n": number},
                        ("t", "shared"): {"n": shared["n"] + 1},
                    }

                store.commit("Put", step)
                if number % 100 == 99:
                    store.compact()

    children = [spawn(lambda _, name=name: write(name)) for name in "abc"]  # type: ignore[misc]
    for child, ours in children:
        os.close(ours)
        assert os.waitpid(child, 0)[1] == 0
    with Store.open(folder) as store:
        assert len(store.all("t")) == 1501
        assert store.get("t", "shared") == {"n": 1500}
        history = store.history()
        assert len(history) == len({change.id for change in history}) == 1500
    assert check(folder) == []


def test_a_second_desk_sees_what_the_first_does(folder: Path) -> None:
    def write(confirm: int) -> None:
        with Store.open(folder) as store:
            store.commit("Kept", {("t", "a"): {"x": 1}})
        os.write(confirm, b"done")

    with Store.open(folder) as store:
        assert store.all("t") == {}
        child, ours = spawn(write)
        with os.fdopen(ours, "rb") as confirmed:
            assert confirmed.read() == b"done"
        os.waitpid(child, 0)
        assert [change.label for change in store.refresh()] == ["Kept"]
        assert store.get("t", "a") == {"x": 1}


def test_a_killed_desk_gives_its_place_up(folder: Path) -> None:
    def write(confirm: int) -> None:
        store = Store.open(folder)
        store.commit("Kept", {("t", "a"): {"x": 1}})
        os.write(confirm, b"done\n")
        signal.pause()

    child, ours = spawn(write)
    with os.fdopen(ours, "rb") as confirmed:
        confirmed.readline()
        with Store.open(folder) as store:
            assert store.undo() is None  # the other desk is running, it is its change
            assert store.desk == "desk-1"
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with Store.open(folder) as store:
        assert store.undo()
        assert store.desk == "desk-0"


def test_others_may_go_on_while_a_snapshot_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(folder) as store, Store.open(folder) as other:
        store.commit("Put", {("t", "a"): {"x": 1}})
        write = Snapshot.write

        def slowly(snapshot: Snapshot, live: Live, position: Position) -> None:
            other.commit("Meanwhile", {("t", "a"): {"x": 2}, ("t", "b"): {"x": 3}})
            store.refresh()
            if position.segment == 2:
                other.compact()  # a later snapshot is there before this one replaces it
            write(snapshot, live, position)

        monkeypatch.setattr(Snapshot, "write", slowly)
        store.compact()
        monkeypatch.undo()
        expected = {"t": {"a": {"x": 2}, "b": {"x": 3}}}
        assert store.live() == other.live() == expected
    with Store.open(folder) as store:
        assert store.live() == expected
    assert check(folder) == []
