from __future__ import annotations

import pytest

from tests.language.rules.helpers import page, texts
from tui.language.rules import acronyms
from tui.model import Mention


def test_brackets_define_an_acronym_everywhere() -> None:
    text = "The Trilateral Contact Group (TCG) met. TCG envoys left."
    assert texts(acronyms.definitions, text) == ["Trilateral Contact Group", "TCG", "TCG"]


@pytest.mark.parametrize(
    "text", ["a gross domestic product (GDP)", "the talks (MINSK)", "(ABC) of"]
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert texts(acronyms.definitions, text) == []


def test_acronyms() -> None:
    assert texts(acronyms.acronyms, "XYZ said that GDP and THE TV grew") == ["XYZ"]


@pytest.mark.parametrize(
    "text, names",
    [
        ("a Fellow of the Xyzzy Academy (FXA) since", []),
        ("the Long Service Medal (LSM) was", []),
        ("the Xyzzy Guild (ZZ), of the Quux Order Society (QOS).", ["Quux Order Society", "QOS"]),
    ],
)
def test_a_rank_or_a_medal_is_no_organisation(text: str, names: list[str]) -> None:
    assert texts(acronyms.definitions, text) == names


def test_brackets_after_an_organisation_hold_its_short_name() -> None:
    text = "The Security Service (KAPO), said so. KAPO left; the flight (KAPO) too."
    body = Mention(4, 20, "Security Service", "ORG", "test", 0.8)
    found = {(m.text, m.label) for m in acronyms.in_brackets(page(text), [body])}
    assert found == {("KAPO", "ORG")}
    person = Mention(4, 20, "Security Service", "PERSON", "test", 0.8)
    assert list(acronyms.in_brackets(page(text), [person])) == []


@pytest.mark.parametrize(
    "text, rule",
    [
        ("so said XYZQ yesterday", "acronym"),
        ("XYZQ said so at the start of a line", "capitals"),
        ("the line of XYZQ Cargo stopped", "capitals"),
        ("what OXQ.press wrote", "capitals"),
        ("in XQ yesterday", "capitals"),
        ("as THOMAS said", "capitals"),
    ],
)
def test_an_acronym_that_stands_alone_is_surer(text: str, rule: str) -> None:
    assert [m.rule for m in acronyms.acronyms(page(text))] == [rule]
