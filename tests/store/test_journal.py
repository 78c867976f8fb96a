from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.model import Change, Edit
from tui.store import journal as module
from tui.store.errors import StoreError
from tui.store.journal import Journal, Position


def change(name: str, size: int = 0) -> Change:
    return Change(name, "", name, (Edit("t", name, None, {"x": "y" * size}),))


def fill(journal: Journal, count: int, position: Position | None = None) -> Position:
    position = position or journal.begin(1, "store")
    for number in range(count):
        position = journal.append(position, change(f"{position.segment}.{number}"))
    return position


@pytest.mark.parametrize("block", [1, 7, 300, 1 << 16])
def test_history_read_backwards_is_what_was_written(
    tmp_path: Path, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BLOCK", block)
    journal = Journal(tmp_path)
    position = fill(journal, 5)
    position = fill(journal, 0, journal.begin(2, "store"))  # an empty segment in between
    position = fill(journal, 5, journal.begin(3, "store"))
    names = [found.id for found in journal.backwards(position)]
    assert names == [f"{s}.{n}" for s in (3, 1) for n in reversed(range(5))]
    assert next(journal.backwards(position)).id == "3.4"
    heads = [replace(found, edits=()) for found in journal.backwards(position)]
    assert list(journal.backwards(position, edits=False)) == heads
    assert journal.find(position, "1.2") == change("1.2")
    with pytest.raises(KeyError):
        journal.find(position, "1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.lists(st.binary(max_size=6), max_size=6), block=st.integers(1, 9))
def test_lines_backwards_are_the_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: list[bytes], block: int
) -> None:
    monkeypatch.setattr(module, "_BLOCK", block)
    path = tmp_path / "lines"
    content = b"\n".join(data)
    path.write_bytes(content)
    with path.open("rb") as file:
        lines = list(file)
    found = list(module._backwards(path, len(content)))
    assert [line for _, line in reversed(found)] == lines
    assert all(content[offset:].startswith(line) for offset, line in found)


def test_reading_goes_on_into_later_segments(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    start = journal.begin(1, "store")
    fill(journal, 2, start)
    end = fill(journal, 1, journal.begin(2, "store"))
    batch = journal.read(start)
    assert [found.id for found in batch.changes] == ["1.0", "1.1", "2.0"]
    assert batch.position == end == journal.tip()
    assert not batch.torn


def test_a_position_survives_being_written_down(tmp_path: Path) -> None:
    position = fill(Journal(tmp_path), 1)
    assert Position.parse(str(position)) == position


@pytest.mark.parametrize("text", ["", "x", "a:b:c:d", "a:1:2", "a:1:2:3:4"])
def test_nonsense_is_no_position(text: str) -> None:
    assert Position.parse(text) is None


def test_a_journal_knows_its_own_positions_only(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    position = fill(journal, 3)
    assert journal.knows(position)
    assert not journal.knows(position._replace(store="other"))
    assert not journal.knows(position._replace(segment=2))
    assert not journal.knows(position._replace(offset=position.offset - 1))
    assert not journal.knows(position._replace(offset=position.offset + 1))
    assert not journal.knows(position._replace(checksum="00000000"))


def test_a_torn_record_is_dropped_and_cut_off_by_the_next(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    start = journal.begin(1, "store")
    end = fill(journal, 2, start)
    whole = journal.path(1).read_bytes()
    journal.path(1).write_bytes(whole + b"0123 half a rec")
    batch = journal.read(start)
    assert (len(batch.changes), batch.position, batch.torn) == (2, end, True)
    assert journal.tip() == end
    journal.append(end, change("next"))
    assert [found.id for found in journal.read(start).changes] == ["1.0", "1.1", "next"]


def test_damage_before_the_end_is_not_read_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    start = journal.begin(1, "store")
    end = fill(journal, 3, start)
    content = bytearray(journal.path(1).read_bytes())
    content[start.offset + 20] ^= 1
    journal.path(1).write_bytes(content)
    with pytest.raises(StoreError, match=f"damaged at byte {start.offset}"):
        journal.read(start)
    with pytest.raises(StoreError, match="damaged at byte"):
        list(journal.backwards(end))


def test_a_torn_record_with_segments_behind_it_is_damage(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    start = journal.begin(1, "store")
    fill(journal, 1, start)
    journal.path(1).write_bytes(journal.path(1).read_bytes()[:-3])
    journal.begin(2, "store")
    with pytest.raises(StoreError, match="damaged at byte"):
        journal.read(start)


def test_a_segment_of_another_store_is_refused(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    start = journal.begin(1, "store")
    journal.begin(2, "another")
    with pytest.raises(StoreError, match="belongs to another store"):
        journal.read(start)
