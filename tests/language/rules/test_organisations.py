from __future__ import annotations

import pytest

from tests.language.rules.helpers import found, texts
from tui.language.rules import organisations


@pytest.mark.parametrize(
    "text, name",
    [
        ("the State Security Service of Georgia, which", "State Security Service of Georgia"),
        (
            "the Ministry of Labour and Social Protection said",
            "Ministry of Labour and Social Protection",
        ),
        ("the Belarusian Foreign Ministry said", "Foreign Ministry"),
        ("the Belarusian National Congress met", "Belarusian National Congress"),
        ("the Lord’s Resistance Army attacked", "Lord’s Resistance Army"),
        ("the Supreme Council of the Belarus-Russia Union State met", None),
        ("the Agriculture Fund in Sofia", "Agriculture Fund"),
        ("a NATO-led Security Assistance Force", "Security Assistance Force"),
    ],
)
def test_official_names(text: str, name: str | None) -> None:
    name = name or "Supreme Council of the Belarus-Russia Union State"
    assert name in texts(organisations.official_names, text)


@pytest.mark.parametrize("text", ["The Party won", "its Ministry", "Council met", "a court"])
def test_a_bare_institution_is_no_name(text: str) -> None:
    assert texts(organisations.official_names, text) == []


def test_brackets_define_an_acronym_everywhere() -> None:
    text = "The Trilateral Contact Group (TCG) met. TCG envoys left."
    assert texts(organisations.definitions, text) == ["Trilateral Contact Group", "TCG", "TCG"]


@pytest.mark.parametrize(
    "text", ["a gross domestic product (GDP)", "the talks (MINSK)", "(ABC) of"]
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert texts(organisations.definitions, text) == []


def test_acronyms() -> None:
    assert texts(organisations.acronyms, "XYZ said that GDP and THE TV grew") == ["XYZ"]


@pytest.mark.parametrize(
    "text, name",
    [
        ("with reference to Zarya newspaper", "Zarya"),
        ("the newspaper “Nasha Niva” wrote", "Nasha Niva"),
        ("the party “Belaya Rus” said", "Belaya Rus"),
        ("the Vostok battalion", "Vostok battalion"),
    ],
)
def test_names_beside_a_noun_that_tells(text: str, name: str) -> None:
    assert (name, "ORG") in found(organisations.cued, text)


def test_a_weekday_is_no_newspaper() -> None:
    assert texts(organisations.cued, "on Tuesday newspapers said; the Tuesday newspaper") == []
