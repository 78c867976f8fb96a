from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.hostile import HOSTILE
from tui.desk.glyphs import ASCII, QUOTED, UNICODE, fit, squeeze
from tui.text import one_line


def test_every_sign_takes_one_cell() -> None:
    assert {cell_len(sign) for sign in astuple(UNICODE)} == {1}
    assert {cell_len(sign) for sign in astuple(ASCII)} == {1}


def test_the_plain_signs_are_ascii_and_tell_states_apart() -> None:
    assert all(sign.isascii() and sign.isprintable() for sign in astuple(ASCII))
    for signs in (UNICODE, ASCII):
        assert len({signs.unread, signs.opened, signs.read}) == 3
        assert len({signs.kept, signs.later, signs.dismissed, " "}) == 4


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Minsk", 8, "Minsk   "),
        ("Minsk", 5, "Minsk"),
        ("Minsk waits", 7, "Minsk… "),
        ("Minsk waits", 9, "Minsk wa…"),
        ("北京北京", 6, "北京… "),
        ("北京", 1, "…"),
        ("x", 0, ""),
        ("x", -3, ""),
        ("", 3, "   "),
    ],
)
def test_what_fits(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


@given(st.text() | st.sampled_from(list(HOSTILE.values())), st.integers(0, 30))
@settings(max_examples=150)
def test_a_text_takes_exactly_the_cells_given(text: str, width: int) -> None:
    assert cell_len(fit(one_line(text), width)) == width


@pytest.mark.parametrize(
    ("sentence", "width", "shown"),
    [
        ("Kept “A tax case”. u undoes.", 28, "Kept “A tax case”. u undoes."),
        ("Kept “A very long tax case”. u undoes.", 34, "Kept “A very long tax…”. u undoes."),
        ("Kept “A tax case with…”. u undoes.", 33, "Kept “A tax case wit…”. u undoes."),
        ("Noted on “He said “no” to all”. u undoes.", 36, "Noted on “He said “no”…”. u undoes."),
        ("Kept “A tax case, a tax case”.", 3, "Kept “A tax case,…”."),
        ("There is nothing to undo.", 10, "There is nothing to undo."),
    ],
)
def test_a_quotation_gives_way_to_the_rest(sentence: str, width: int, shown: str) -> None:
    assert squeeze(sentence, width) == shown


@given(st.text("ab 北“”…", max_size=60), st.text("ab ", max_size=9), st.integers(0, 90))
@settings(max_examples=150)
def test_what_follows_a_quotation_is_never_cut(quoted: str, after: str, width: int) -> None:
    sentence = f"Kept “{quoted}”{after}."
    shown = squeeze(sentence, width)
    assert shown.startswith("Kept “") and shown.endswith(f"”{after}.")
    assert cell_len(shown) <= max(width, cell_len(f"Kept “”{after}.") + QUOTED) or shown == sentence
