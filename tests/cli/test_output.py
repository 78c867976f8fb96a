"""What is printed can be read by any script, and can drive no terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.text.hostile import DANGEROUS, HOSTILE
from tui.cli.output import complain, fail, json_line, say, say_json, table
from tui.text import visible

TEXT = (
    st.text() | st.sampled_from(list(HOSTILE.values())) | st.text('\x1b\x07\x9b\u202e\u0301ab\n"\\')
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


@given(VALUES)
@settings(max_examples=250, deadline=None)
def test_a_line_of_json_is_the_same_value_and_harmless(value: Any) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert not DANGEROUS.search(line)
    assert visible(line) == line and "\n" not in line


def test_readable_letters_stay_readable() -> None:
    assert json_line({"name": "Статкевіч “ü” 北京"}) == '{"name": "Статкевіч “ü” 北京"}'


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_for_people(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(HOSTILE[name])
    say_json({"text": HOSTILE[name]})
    table([(HOSTILE[name], "next"), ("plain", "column")])
    assert fail(HOSTILE[name]) == 1
    out, err = capsys.readouterr()
    for line in (out + err).split("\n"):
        assert not DANGEROUS.search(line)
    assert err.count("\n") == 1 and err.startswith("briefs-tui: ")


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("one\ntwo\tthree")
    assert capsys.readouterr().err == "briefs-tui: one two three\n"


def test_brackets_are_shown_as_written(capsys: pytest.CaptureFixture[str]) -> None:
    table([("[b]", "[/]")])
    say("[@click=app.quit]x[/]")
    assert capsys.readouterr().out == "[b]  [/]\n[@click=app.quit]x[/]\n"


def test_columns_are_straight_with_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    table([("北京", "x"), ("Minsk", "y"), ("e\u0301", "z")])
    lines = capsys.readouterr().out.splitlines()
    assert [cell_len(line[:-1]) for line in lines] == [7, 7, 7]
    table([])
    assert capsys.readouterr().out == ""
