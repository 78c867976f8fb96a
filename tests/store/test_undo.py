from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Change, Edit
from tui.store.undo import Reversal, to_redo, to_undo, turn_back

FIELDS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2), min_size=1)
DOCUMENT = st.none() | FIELDS


def change(
    name: str,
    kind: Literal["do", "undo", "redo", "auto"] = "do",
    of: str | None = None,
    desk: str = "me",
) -> Change:
    return Change(name, "", name, (), kind, of, desk)


def mine(desk: str) -> bool:
    return desk == "me"


def undoes(*history: Change) -> str | None:
    found = to_undo(reversed(history), mine)
    return found.id if found else None


def redoes(*history: Change) -> str | None:
    found = to_redo(reversed(history), mine)
    return found.id if found else None


A, B = change("A"), change("B")
UNDO_A, UNDO_B = change("-A", "undo", "A"), change("-B", "undo", "B")
REDO_A, REDO_B = change("+A", "redo", "A"), change("+B", "redo", "B")


def test_nothing_to_undo_or_redo_at_first() -> None:
    assert undoes() is None
    assert redoes() is None


def test_undo_takes_the_latest_that_stands() -> None:
    assert undoes(A, B) == "B"
    assert undoes(A, B, UNDO_B) == "A"
    assert undoes(A, B, UNDO_B, UNDO_A) is None


def test_undo_after_redo_takes_back_the_redo() -> None:
    assert undoes(A, B, UNDO_B, UNDO_A, REDO_A) == "+A"
    assert undoes(A, B, UNDO_B, UNDO_A, REDO_A, REDO_B) == "+B"


def test_redo_goes_forward_in_order() -> None:
    assert redoes(A, B, UNDO_B, UNDO_A) == "-A"
    assert redoes(A, B, UNDO_B, UNDO_A, REDO_A) == "-B"
    assert redoes(A, B, UNDO_B, UNDO_A, REDO_A, REDO_B) is None


def test_a_new_change_ends_redo() -> None:
    assert redoes(A, UNDO_A, B) is None
    assert undoes(A, UNDO_A, B) == "B"


def test_another_desks_changes_are_left_alone() -> None:
    theirs = change("T", desk="them")
    assert undoes(A, theirs) == "A"
    assert undoes(theirs) is None
    assert redoes(A, UNDO_A, theirs) == "-A"
    assert redoes(theirs, change("-T", "undo", "T", "them")) is None


def test_what_another_desk_undid_or_redid_is_not_done_twice() -> None:
    assert undoes(A, B, change("-B", "undo", "B", "them")) == "A"
    assert redoes(A, UNDO_A, change("+A", "redo", "A", "them")) is None


def test_what_the_program_did_by_itself_is_passed_over() -> None:
    auto = change("opened", "auto")
    assert undoes(A, auto) == "A"
    assert redoes(A, UNDO_A, auto) == "-A"


@given(DOCUMENT, DOCUMENT)
def test_an_untouched_document_goes_back_exactly(before: Any, after: Any) -> None:
    assert turn_back(after, before, after) == (before, False)


@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_what_somebody_else_left_is_never_lost(current: Any, before: Any, after: Any) -> None:
    result, kept = turn_back(current, before, after)
    if current not in (before, after):
        if result is None or before is None or after is None or current is None:
            assert (result, kept) == (current, True)
        else:
            for name in {*current, *before, *after}:
                now, old, new = current.get(name), before.get(name), after.get(name)
                assert result.get(name) == (old if now == new else now)


def test_only_untouched_fields_go_back() -> None:
    before = {"triage": "inbox", "star": False}
    after = {"triage": "kept", "star": True}
    current = {"triage": "kept", "star": False, "tags": ["x"]}
    assert turn_back(current, before, after) == ({**before, "tags": ["x"]}, False)
    current = {"triage": "later", "star": True}
    assert turn_back(current, before, after) == ({"triage": "later", "star": False}, True)


def test_a_created_document_that_others_changed_stays_whole() -> None:
    assert turn_back({"note": "b"}, None, {"note": "a"}) == ({"note": "b"}, True)


def test_created_fields_go_while_those_of_others_stay() -> None:
    assert turn_back({"a": 1, "b": 2}, {}, {"a": 1}) == ({"b": 2}, False)
    assert turn_back(None, {"a": 1}, {}) == ({"a": 1}, False)


@pytest.mark.parametrize(
    ("kind", "edits", "kept", "message"),
    [
        ("undo", 1, 0, "Undone: Kept “X”"),
        ("redo", 1, 0, "Done again: Kept “X”"),
        ("undo", 1, 2, "Undone: Kept “X” (in part: 2 changed elsewhere since, left so)"),
        ("undo", 0, 1, "Changed elsewhere since, so left as it is: Kept “X”"),
    ],
)
def test_the_user_is_told_what_happened(kind: Any, edits: int, kept: int, message: str) -> None:
    entry = Change("i", "", "Kept “X”", (Edit("t", "k", None, None),) * edits, kind, "o", "me")
    assert Reversal.of(entry, kept).message == message
