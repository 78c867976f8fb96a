from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from tests.text.hostile import DANGEROUS, HOSTILE, LONG_LINE
from tui.text import one_line, visible
from tui.text.standins import LONGEST_RUN

any_text = st.text(st.characters(codec=None), max_size=200)
tricky = st.text(
    st.sampled_from(
        "a\u0301\u0327\u200c\u200d\ufe0f\u1161\x1b\x9b\n\t\u202e \U0001f468\U0001f1e7\U0001f3fdم"
    )
)


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
        "\U0001f468 \u2764 \u231a",
        "हिन्दी ที่นี่ עִבְרִית العربية می\u200cخواهم 한국어",
    ],
)
def test_honest_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\U0001f468\u200d\U0001f467", "\U0001f468·\U0001f467"),
        ("\u2764\ufe0f.", "\u2764 ."),
        ("\U0001f1e7\U0001f1fe", "BY"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d·"),
        ("Lu\u200cka\u200d", "Lu·ka·"),
    ],
)
def test_sequences_of_emoji_are_shown_as_their_parts(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=("Cn", "Co", "Cs")), max_size=200) | tricky)
def test_every_terminal_comes_to_the_same_width(text: str) -> None:
    # With clusters, as Textual counts, and by single code points, as many terminals do.
    shown = one_line(text)
    assert cell_len(shown) == sum(max(0, wcwidth(character)) for character in shown)


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
