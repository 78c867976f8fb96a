from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model import Change, Edit
from tui.store.errors import StoreError
from tui.store.records import Damaged, from_change, plain, same, seal, to_change, to_head, unseal

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # Lone surrogates too: whatever Python can hold as text must come back.
    | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(JSON)
def test_what_is_sealed_comes_back(value: Any) -> None:
    assert unseal(seal(plain(value))) == value


@settings(max_examples=50, deadline=None)
@given(JSON)
def test_a_record_is_one_line(value: Any) -> None:
    assert seal(value).count(b"\n") == 1


@settings(max_examples=50, deadline=None)
@given(JSON, st.data())
def test_any_altered_byte_is_noticed(value: Any, data: st.DataObject) -> None:
    line = bytearray(seal(value))
    at = data.draw(st.integers(0, len(line) - 1))
    line[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Damaged):
        unseal(bytes(line))


@settings(max_examples=50, deadline=None)
@given(JSON, st.data())
def test_any_missing_end_is_noticed(value: Any, data: st.DataObject) -> None:
    line = seal(value)
    with pytest.raises(Damaged):
        unseal(line[: data.draw(st.integers(0, len(line) - 1))])


@pytest.mark.parametrize(
    "value", [math.nan, math.inf, {1: 2}, {"a": {None: 1}}, {"a": [b"x"]}, {"a": {1, 2}}, object()]
)
def test_what_json_cannot_hold_is_refused(value: Any) -> None:
    with pytest.raises(StoreError, match="Cannot keep tags/x"):
        plain(value, "tags/x")


def test_the_refusal_says_where() -> None:
    with pytest.raises(StoreError, match=r"tags/x\.a\[1\]\.b"):
        plain({"a": [1, {"b": b""}]}, "tags/x")


def test_plain_values_share_nothing_with_their_source() -> None:
    source = {"a": [1, {"b": (2, 3)}]}
    copy = plain(source)
    assert copy == {"a": [1, {"b": [2, 3]}]}
    assert copy["a"] is not source["a"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (None, None, True),
        ({}, None, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1.0}, False),
        ({"a": None}, {}, False),
    ],
)
def test_documents_are_the_same_if_written_alike(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other) is alike


def test_a_change_comes_back() -> None:
    edits = (Edit("t", "k", None, {"a": 1}), Edit("t", "l", {"b": 2}, None))
    change = Change("id", "2026-01-01T00:00:00Z", "Kept", edits, "undo", "other", "desk-0")
    assert to_change(unseal(seal(from_change(change)))) == change


@pytest.mark.parametrize("record", [None, [], {}, {"id": "x"}, "text", 5])
def test_what_is_no_change_is_damaged(record: Any) -> None:
    with pytest.raises(Damaged):
        to_change(record)


@pytest.mark.parametrize(
    "label", ["Kept", ',"edits":[', '\\,"edits":[', 'x","edits":[]}', "\ud800"]
)
def test_a_head_is_the_change_without_edits(label: str) -> None:
    change = Change("id", "", label, (Edit(label, label, None, {label: label}),), "do", None, label)
    assert to_head(seal(from_change(change))) == replace(change, edits=())


@pytest.mark.parametrize("line", [b"", b"\n", b"00000000 {}\n", b'00000000 [1,"edits":[\n'])
def test_what_has_no_head_is_damaged(line: bytes) -> None:
    with pytest.raises(Damaged):
        to_head(line)
