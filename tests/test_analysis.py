"""An analysis as JSON: the worker writes it, the desk and the caches read it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fake_worker import analyse
from tui.analysis import decode, encode
from tui.model import Analysis, Expression, Label, Mention, Section, SectionKind, TimexType

OFFSETS = st.integers(0, 10_000)
DATES = st.none() | st.just("2014-03-03") | st.just("2014-03-03T10:15")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
SECTIONS = st.builds(Section, OFFSETS, OFFSETS, st.sampled_from(get_args(SectionKind)), DATES)
MENTIONS = st.builds(
    Mention,
    *(OFFSETS, OFFSETS, st.text(), st.sampled_from(get_args(Label)), st.text(max_size=20)),
    st.floats(0, 1),
)
EXPRESSIONS = st.builds(
    Expression,
    *(OFFSETS, OFFSETS, st.text(), st.sampled_from(get_args(TimexType)), st.text(max_size=20)),
    st.dictionaries(st.text(max_size=5), JSON, max_size=3),
)
ANALYSES = st.builds(
    Analysis,
    *(st.lists(each, max_size=3).map(tuple) for each in (SECTIONS, MENTIONS, EXPRESSIONS)),
    st.text(max_size=10),
    st.sampled_from(["en", "ru", ""]),
)


@given(ANALYSES)
def test_what_was_written_is_read_again(analysis: Analysis) -> None:
    assert decode(json.loads(json.dumps(encode(analysis)))) == analysis


def test_a_real_analysis_survives() -> None:
    analysis = analyse("Minsk waits\n\nMarch 3, 2014\n\nThe KGB came on Tuesday.\n")
    assert analysis.mentions and analysis.expressions
    assert decode(json.loads(json.dumps(encode(analysis)))) == analysis


def test_what_is_only_known_after_resolution_is_not_written() -> None:
    mention = Mention(0, 5, "Minsk", "GPE", "list")
    linked = replace(mention, actor="minsk", metonym_of="belarus", why="By its name.")
    assert decode(encode(Analysis((), (linked,), ()))).mentions == (mention,)


def test_what_else_an_answer_holds_does_not_disturb() -> None:
    analysis = Analysis((), (), (), "test 1")
    assert decode({"id": "x", **encode(analysis)}) == analysis


@pytest.mark.parametrize("data", [{}, {"error": "no"}, {"sections": 1}, {"sections": [{}]}])
def test_anything_else_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        decode(data)
