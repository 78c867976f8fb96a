"""Laying out a text: every character once, no line too wide, and places found again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.hostile import HOSTILE, LONG_LINE
from tui.desk.page import _ODD, TAB, Line, Page, lay_out, width_of, wrap
from tui.text import visible

PLAIN = st.sampled_from(list("abc Łß–“ü  \n"))
WIDE = st.sampled_from(list("北京도ｶ👨👩❤⌛⭐🇧🇾ไทยิ\u3000\u1100\u1161"))
SMALL = st.sampled_from(list("\t\t \u0301\u200d\ufe0f\u20e3\xa0\xad"))
TEXTS = st.lists(PLAIN | WIDE | SMALL | st.characters(), max_size=80).map("".join).map(visible)
MEASURES = st.integers(8, 40)
WORDS = st.sampled_from([("", "meta"), ("words", "title"), ("words of two lines", "meta")])


def covered(lines: list[Line]) -> list[int]:
    return [place for line in lines for place in range(line.start, line.end)]


@given(TEXTS, MEASURES)
@settings(max_examples=200, deadline=None)
@example("aaaaaa0\ufe0fa", 8)  # a digit that the next character makes wider
@example("a" * 7 + "👨\u200d👩\u200d👧", 8)
@example("\t" * 9, 8)
@example("\t\ufe0f0\t\ufe0f", 8)
@example("⌛" * 9, 8)
def test_every_character_stands_once_in_order_and_no_line_is_too_wide(
    text: str, measure: int
) -> None:
    lines = list(wrap(text, measure))
    assert max((width_of(text[p.start : p.end]) for p in lines), default=0) <= measure
    places = covered(lines)
    assert places == sorted(set(places))
    left_out = set(range(len(text))) - set(places)
    assert all(text[place].isspace() for place in left_out)
    assert all("\n" not in text[p.start : p.end] for p in lines)


@given(TEXTS, MEASURES, st.data())
@settings(max_examples=60, deadline=None)
def test_a_part_is_laid_out_as_the_same_text_alone(
    text: str, measure: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = wrap(text[start:end], measure)
    assert list(wrap(text, measure, start, end)) == [
        Line(p.start + start, p.end + start, p.words, p.style) for p in alone
    ]


def test_only_characters_of_one_cell_are_taken_for_plain() -> None:
    taken = _ODD.sub("", "".join(map(chr, range(0x110000))))
    assert len(taken) > 1_000
    assert set(map(cell_len, taken)) == {1}


@pytest.mark.parametrize(
    ("text", "measure", "shown"),
    [
        ("", 20, []),
        ("\n\n \n", 20, []),
        ("one two", 20, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("exactly so", 7, ["exactly", "so"]),
        ("a\n\n\n\nb\n\n", 20, ["a", "", "b"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("北京北京北京", 8, ["北京北京", "北京"]),
        ("Он молчал долго", 9, ["Он молчал", "долго"]),
        (
            "see https://example.org/北京/x now",
            12,
            ["see", "https://exam", "ple.org/北京", "/x now"],
        ),
    ],
)
def test_where_lines_break(text: str, measure: int, shown: list[str]) -> None:
    assert [text[p.start : p.end] for p in wrap(text, measure)] == shown


def test_a_family_is_not_torn_apart() -> None:
    family = "👨\u200d👩\u200d👧"
    assert list(wrap(family * 4, 8)) == [Line(0, 20)]
    assert list(wrap("a" * 7 + family, 8)) == [Line(0, 7), Line(7, 12)]


def test_a_tab_takes_four_cells() -> None:
    assert width_of("a\tb") == 2 + TAB


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_laid_out(name: str) -> None:
    text = visible(HOSTILE[name] * 20)
    assert all(width_of(text[p.start : p.end]) <= 24 for p in wrap(text, 24))


@pytest.mark.parametrize("text", [LONG_LINE, "北京" * 100_000, "x" * 200_000])
def test_a_line_of_two_hundred_thousand_characters(text: str) -> None:
    lines = list(wrap(text, 72))
    assert len(lines) >= len(text) // 80
    assert "".join(text[p.start : p.end] for p in lines).replace(" ", "") == text.replace(" ", "")


# -- places ----------------------------------------------------------------------------------


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, Page]:
    """A page as the reader makes it, with lines of the desk's own."""
    text = draw(TEXTS)
    words = draw(
        st.dictionaries(st.integers(0, len(text)), st.lists(WORDS, max_size=2), max_size=3)
    )
    return text, Page(lay_out(text, 12, words))


@given(st.text(), st.integers(0, 300), st.integers(0, 30), st.data())
@settings(max_examples=60, deadline=None)
def test_a_view_is_a_part_of_all_lines(
    paragraph: str, first: int, count: int, data: st.DataObject
) -> None:
    text = visible("\n".join([paragraph, *map(str, range(200)), paragraph]))
    lines = list(wrap(text, 12))
    page = Page(wrap(text, 12))
    assert page.view(first, count) == lines[first : first + count]
    place = data.draw(st.integers(0, len(text)))
    assert page.line_at(place) == Page(lines).line_at(place)
    assert page.lines == lines


def test_only_what_is_looked_at_is_laid_out() -> None:
    made: list[Line] = []

    def lines() -> Iterator[Line]:
        for number in range(10_000):
            made.append(Line(number * 10, number * 10 + 9))
            yield made[-1]

    page = Page(lines())
    page.view(0, 24)
    assert len(made) < 200
    assert page.line_at(50_005) == 5_000
    assert 5_000 < len(made) < 5_200
    page.lines_over(20, 30_000)
    assert len(made) < 5_200
    assert len(page.lines) == 10_000


@given(pages())
@settings(max_examples=120, deadline=None)
def test_a_place_is_found_on_the_line_that_shows_it(made: tuple[str, Page]) -> None:
    text, page = made
    for number, line in enumerate(page.lines):
        for place in range(line.start, line.end):
            assert page.line_at(place) == number
    for place in range(len(text) + 2):
        before = [
            number
            for number, line in enumerate(page.lines)
            if line.words is None and line.start <= place
        ]
        assert page.line_at(place) == (before[-1] if before else 0)


@given(pages(), st.data())
@settings(max_examples=120, deadline=None)
def test_all_lines_that_show_a_span_are_over_it(
    made: tuple[str, Page], data: st.DataObject
) -> None:
    text, page = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    over = page.lines_over(start, end)
    showing = [
        n for n, line in enumerate(page.lines) if max(line.start, start) < min(line.end, end)
    ]
    assert set(showing) <= set(over)
    if showing:
        assert over[-1] == showing[-1]
        assert over[0] == page.line_at(start)


def test_an_empty_page_has_a_first_place() -> None:
    assert Page([]).line_at(5) == 0
