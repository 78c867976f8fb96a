from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.errors import AnnotationError
from tui.annotations.tags import tag_key, tag_name, without


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("minsk", "minsk"),
        ("  to   check\t\n", "to check"),
        ("Мінск", "Мінск"),
        ("cafe\u0301", "café"),
        ("a,b", "a b"),
        ("x\x1b[31my", "x [31my"),
        ("\u202eevil\u2066", "evil"),
        ("\x9b0m", "0m"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("no\u00a0break", "no break"),
    ],
)
def test_a_name_is_clean(typed: str, name: str) -> None:
    assert tag_name(typed) == name


@pytest.mark.parametrize("typed", ["", "  ", ",", "\x00", "\u202e", "\u200d", "\u200d \u200c"])
def test_a_name_needs_something_to_see(typed: str) -> None:
    with pytest.raises(AnnotationError, match="at least one visible character"):
        tag_name(typed)


def test_a_name_has_an_end() -> None:
    assert tag_name("x" * 100)
    with pytest.raises(AnnotationError, match="this one has 101"):
        tag_name("x" * 101)


@given(st.text(max_size=60))
def test_names_are_clean_whatever_is_typed(typed: str) -> None:
    try:
        name = tag_name(typed)
    except AnnotationError:
        return
    assert tag_name(name) == name == name.strip()
    assert unicodedata.is_normalized("NFC", name)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in ",\n" for c in name)
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in name)


@given(st.text(max_size=20))
def test_case_does_not_tell_tags_apart(typed: str) -> None:
    try:
        name = tag_name(typed)
    except AnnotationError:
        return
    assert tag_key(tag_key(name)) == tag_key(name) == tag_key(name.casefold())


def test_tags_are_taken_away_in_any_case() -> None:
    assert without(["Minsk", "KGB", "straße"], ["kgb", "STRASSE", "none"]) == ["Minsk"]
