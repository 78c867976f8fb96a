from __future__ import annotations

from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.hostile import HOSTILE
from tui.desk.glyphs import ASCII, UNICODE, fit
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
