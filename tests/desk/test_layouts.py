"""Keyboard layouts: which Latin key a Cyrillic letter, or a sign among such letters, stands for."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.layouts import LAYOUTS, Layout


def read(*keys: str, own: str = "") -> tuple[str, ...]:
    """What the last of these keys may mean."""
    layout = Layout(own)
    for key in keys[:-1]:
        layout.read(key)
    return layout.read(keys[-1])


@pytest.mark.parametrize(
    ("letter", "key"),
    [
        *[("о", "j"), ("О", "J"), ("п", "g"), ("П", "G"), ("х", "["), ("Х", "{")],
        *[("ъ", "]"), ("ї", "]"), ("Ї", "}"), ("ў", "o"), ("щ", "o"), ("ж", ";"), ("Ж", ":")],
        *[("б", ","), ("Б", "<"), ("ю", "."), ("Ю", ">"), ("ы", "s"), ("и", "b"), ("є", "'")],
        *[("ё", "`"), ("Ё", "~"), ("ctrl+в", "ctrl+d"), ("ctrl+к", "ctrl+r")],
    ],
)
def test_a_letter_may_be_itself_or_the_key_at_its_place(letter: str, key: str) -> None:
    assert read(letter) == (letter, key)


@pytest.mark.parametrize("key", [*"jJ[]:;7²", "down", "f12", "ctrl+d", "shift+tab", "é", "+", "中"])
def test_all_else_is_only_itself(key: str) -> None:
    assert read(key) == (key,)


@pytest.mark.parametrize(
    ("before", "key"),
    [
        *[("", "b"), ("о", "b"), ("ы", "b"), ("ў", "b"), ("э", "b"), ("ўи", "s")],
        *[("и", "s"), ("щ", "s"), ("ї", "s"), ("є", "s"), ("єо", "s"), ("їў", "b")],
        *[("ъ", "b"), ("ыи", "b"), ("ыиє", "s"), ("jщ", "s"), ("Ї", "s"), ("Ы", "b")],
    ],
)
def test_the_i_is_where_the_letters_before_it_have_it(before: str, key: str) -> None:
    assert read(*before, "і") == ("і", key)
    assert read(*before, "І") == ("І", key.upper())


@pytest.mark.parametrize(("own", "key"), [("ukrainian", "s"), ("belarusian", "b")])
@pytest.mark.parametrize("before", ["", "ы", "ї", "ў", "и"])
def test_the_users_own_layout_goes_before_what_letters_tell(
    own: str, key: str, before: str
) -> None:
    assert read(*before, "і", own=own) == ("і", key)


def test_letters_that_the_users_own_layout_lacks_are_read_by_the_others() -> None:
    assert read("ў", own="russian") == ("ў", "o")
    assert read("ъ", own="belarusian") == ("ъ", "]")
    assert read("і", own="russian") == ("і", "b")


def test_the_dot_among_cyrillic_letters_is_the_slash_key() -> None:
    assert read(".") == (".",)
    assert read("о", ".") == ("/", ".")
    assert read("о", ",") == ("?", ",")
    assert read("о", "5", ".") == ("/", ".")
    assert read("о", "j", ".") == (".",)
    assert read("о", "ctrl+d", ".") == ("/", ".")
    assert read("j", "о", ".") == ("/", ".")


def test_the_apostrophe_is_a_key_of_its_own_on_two_layouts() -> None:
    assert read("ў", "'") == ("]", "'")
    assert read("ї", "'") == ("`", "'")
    assert read("'") == ("'",)


def test_on_every_layout_each_key_has_a_place_of_its_own() -> None:
    for name, table in LAYOUTS.items():
        assert len(set(table.values())) == len(table), name
        assert set(string.ascii_letters) <= set(table.values()), name


@pytest.mark.parametrize("name", LAYOUTS)
@given(data=st.data())
def test_on_a_layout_of_ones_own_every_letter_is_read_by_it(name: str, data: st.DataObject) -> None:
    typed = data.draw(st.lists(st.sampled_from([*LAYOUTS[name], "j", "down"]), min_size=1))
    layout = Layout(name)
    for key in typed:
        readings = layout.read(key)
        assert key in readings
        if key.isalpha() and key in LAYOUTS[name]:
            assert readings == (key, LAYOUTS[name][key])


@given(st.text(), st.sampled_from(["", *LAYOUTS]))
def test_whatever_is_typed_a_key_may_be_itself(text: str, own: str) -> None:
    layout = Layout(own)
    for key in text:
        assert key in layout.read(key)


@given(st.text(string.ascii_letters + string.digits + string.punctuation))
def test_who_types_no_cyrillic_meets_no_fallback(text: str) -> None:
    layout = Layout()
    assert all(layout.read(key) == (key,) for key in text)
