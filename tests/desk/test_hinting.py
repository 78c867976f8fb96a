"""Letter hints: labels that can be typed, and what each key does to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.hinting import LETTERS, Hints, labels
from tui.desk.layouts import Layout
from tui.desk.marks import Mark


def marks(*starts: int) -> list[Mark]:
    return [Mark(start, start + 3, "person", f"item {start}") for start in starts]


def typed(hints: Hints, *keys: str) -> Mark | None:
    """What the last of the keys chose."""
    chosen = None
    for key in keys:
        chosen = hints.feed((key,))
    return chosen


@given(st.integers(0, len(LETTERS) ** 2))
def test_labels_are_unique_and_none_begins_another(count: int) -> None:
    found = labels(count)
    assert len(found) == len(set(found)) == count
    assert not any(a != b and b.startswith(a) for a in found for b in found[:30])
    assert all(set(label) <= set(LETTERS) for label in found)


def test_few_items_take_one_letter_and_the_home_row_first() -> None:
    assert labels(0) == []
    assert labels(3) == ["a", "s", "d"]
    assert {len(label) for label in labels(26)} == {1}
    assert {len(label) for label in labels(27)} == {2}


def test_a_letter_is_used_once() -> None:
    assert sorted(LETTERS) == sorted(set(LETTERS)) and len(LETTERS) == 26


def test_labels_stand_in_reading_order_over_every_place() -> None:
    assert Hints.over(marks(40, 7, 23)).shown == {7: "a", 23: "s", 40: "d"}
    assert Hints.over([]).marks == {}


def test_where_two_marks_begin_the_one_on_top_has_the_label() -> None:
    below, above = Mark(7, 10, "person", "below"), Mark(7, 30, "annotation", "above")
    hints = Hints.over([below, *marks(9), above])
    assert hints.shown == {7: "a", 9: "s"}
    assert typed(hints, "a") is above


def test_typing_a_label_chooses_its_mark_and_takes_the_hints_away() -> None:
    hints = Hints.over(marks(7, 23))
    chosen = typed(hints, "s")
    assert chosen is not None and chosen.item == "item 23"
    assert not hints.marks and not hints.shown


def test_after_the_first_of_two_letters_only_what_may_be_meant_is_shown() -> None:
    hints = Hints.over(marks(*range(0, 300, 10)))
    assert typed(hints, "s") is None
    assert hints.shown and all(label[0] == "s" for label in hints.shown.values())
    chosen = typed(hints, "d")
    assert chosen is not None and chosen.start == 280


@pytest.mark.parametrize("keys", [("escape",), ("m",), ("1",), ("enter",), (" ",)])
def test_any_other_key_gives_the_hints_up(keys: tuple[str, ...]) -> None:
    hints = Hints.over(marks(7, 23))
    assert typed(hints, *keys) is None
    assert not hints.marks


def test_a_wrong_second_letter_gives_them_up_too() -> None:
    hints = Hints.over(marks(*range(27)))
    assert typed(hints, "a", "escape") is None
    assert not hints.marks and hints.typed == ""


def test_hints_can_be_typed_on_a_cyrillic_layout() -> None:
    hints, layout = Hints.over(marks(7, 23)), Layout()
    chosen = hints.feed(layout.read("ы"))
    assert chosen is not None and chosen.start == 23


@given(st.sets(st.integers(0, 5000), min_size=1, max_size=600), st.data())
def test_every_mark_can_be_reached_by_the_label_over_it(
    starts: set[int], data: st.DataObject
) -> None:
    hints = Hints.over(marks(*starts))
    assert hints.shown.keys() == starts
    wanted = data.draw(st.sampled_from(sorted(starts)))
    chosen = typed(hints, *hints.shown[wanted])
    assert chosen is not None and chosen.start == wanted
