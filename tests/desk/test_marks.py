"""Layers of marks against the naive way of doing it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.desk.marks import Layer, Mark, pieces

OFFSETS = st.integers(0, 30)
MARKS = st.builds(
    lambda ends, style: Mark(min(ends), max(ends), style),
    st.tuples(OFFSETS, OFFSETS),
    st.sampled_from(["person", "date", "hit", "current"]),
)
MANY = st.lists(MARKS, max_size=12)


def test_marks_come_in_reading_order_whatever_order_they_were_given_in() -> None:
    layer = Layer.of([Mark(7, 9, "b"), Mark(0, 3, "a"), Mark(7, 8, "c")])
    assert [mark.style for mark in layer.marks] == ["a", "c", "b"]


@given(MANY, OFFSETS, OFFSETS)
@settings(max_examples=200)
def test_over_is_the_naive_filter(marks: list[Mark], one: int, other: int) -> None:
    start, end = min(one, other), max(one, other)
    layer = Layer.of(marks)
    naive = [mark for mark in layer.marks if mark.start < end and mark.end > start]
    assert list(layer.over(start, end)) == naive[::-1]


@given(MANY, OFFSETS)
@settings(max_examples=100)
def test_a_step_goes_to_the_nearest_mark_in_its_direction(marks: list[Mark], at: int) -> None:
    layer = Layer.of(marks)
    after = [mark.start for mark in marks if mark.start > at]
    before = [mark.start for mark in marks if mark.start < at]
    forward, back = layer.step(at, True), layer.step(at, False)
    assert (forward.start if forward else None) == (min(after) if after else None)
    assert (back.start if back else None) == (max(before) if before else None)


@given(MANY)
@settings(max_examples=60)
def test_steps_go_through_every_place_and_back(marks: list[Mark]) -> None:
    layer = Layer.of(marks)
    places = sorted({mark.start for mark in marks})
    found, at = [], -1
    while (mark := layer.step(at, True)) is not None:
        found.append(at := mark.start)
    assert found == places
    found, at = [], 99
    while (mark := layer.step(at, False)) is not None:
        found.append(at := mark.start)
    assert found == places[::-1]


@given(st.lists(MANY, max_size=3), OFFSETS, OFFSETS)
@settings(max_examples=200)
def test_pieces_part_a_line_exactly_and_carry_what_covers_them(
    layers: list[list[Mark]], one: int, other: int
) -> None:
    start, end = min(one, other), max(one, other)
    stacked = [Layer.of(marks) for marks in layers]
    found = pieces(start, end, stacked)
    assert [place for a, b, _ in found for place in range(a, b)] == list(range(start, end))
    for a, b, styles in found:
        for place in range(a, b):
            covering = [m.style for k in stacked for m in k.marks if m.start <= place < m.end]
            assert list(styles) == covering


def test_pieces_without_marks_are_one_piece() -> None:
    assert pieces(3, 9, [Layer()]) == [(3, 9, ())]
    assert pieces(3, 3, [Layer()]) == []
