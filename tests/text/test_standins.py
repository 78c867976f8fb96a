from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.hostile import DANGEROUS, HOSTILE, LONG_LINE
from tui.text import one_line, visible
from tui.text.standins import LONGEST_RUN

any_text = st.text(st.characters(codec=None), max_size=200)
tricky = st.text(st.sampled_from("a\u0301\u0327\u200d\ufe0f\u1161\x1b\x9b\n\t\u202e \U0001f468"))


@given(any_text | tricky)
def test_offsets_hold(text: str) -> None:
    assert len(visible(text)) == len(text) == len(one_line(text))


@given(any_text | tricky)
def test_nothing_dangerous_is_left(text: str) -> None:
    assert not DANGEROUS.search(visible(text))
    assert not DANGEROUS.search(one_line(text))
    assert not set(one_line(text)) & set("\n\t\r")


@given(any_text | tricky)
def test_a_second_time_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_strings_become_harmless(text: str) -> None:
    assert not DANGEROUS.search(visible(text))
    assert len(visible(text)) == len(text)


def test_stand_ins_are_what_they_stand_for() -> None:
    assert visible("\x1b[0m\x07\x00\x7f\r") == "␛[0m␇␀␡␍"
    assert visible("\x9b") == "\ufffd"
    assert visible("a\xadb") == "a‐b"


@pytest.mark.parametrize(
    "text",
    [
        "Lukashenka’s “alibi” – Мікалай Статкевіч, ўсё\xa0добра…\n\ttabbed",
        "[@click=app.quit]x[/] [UN] [/",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
        "हिन्दी ที่นี่ עִבְרִית العربية 한국어",
    ],
)
def test_honest_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_newlines_and_tabs_stay_in_text_but_not_on_one_line() -> None:
    assert visible("a\nb\tc") == "a\nb\tc"
    assert one_line("a\nb\tc") == "a b c"


@given(st.integers(0, 300))
def test_marks_piled_on_one_letter_take_cells_of_their_own(count: int) -> None:
    shown = visible("Z" + "\u0301" * count + "!")
    assert cell_len(shown) == 2 + max(0, count - LONGEST_RUN)


def test_a_mark_never_lands_on_what_stands_before_the_text() -> None:
    assert cell_len(visible("\u0301a")) == 2
    assert visible("a\n\u0301b") == "a\n\N{DOTTED CIRCLE}b"


def test_a_long_line_is_left_alone() -> None:
    assert visible(LONG_LINE) == LONG_LINE
