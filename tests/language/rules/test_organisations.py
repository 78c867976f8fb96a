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


@pytest.mark.parametrize(
    "text, name",
    [
        ("the 6th Guards Mechanised Brigade left", "6th Guards Mechanised Brigade"),
        ("the Food and Drug Administration said", "Food and Drug Administration"),
        ("the Justice and Equality Movement of", "Justice and Equality Movement"),
        (
            "the Ministry of Culture, Sports and Tourism, and",
            "Ministry of Culture, Sports and Tourism",
        ),
        ("the High Court of Cassation and Justice ruled", "High Court of Cassation and Justice"),
        ("the Church of Christ in Congo offers", "Church of Christ in Congo"),
        ("the Museum of Fine Arts in Santiago", "Museum of Fine Arts"),
        ("the Electoral Commission on Wednesday said", "Electoral Commission"),
        ("elected to the State Duma for United Russia", "State Duma"),
        ("the Norwegian Refugee Council waits", "Norwegian Refugee Council"),
        ("the European Banking Authority came", "European Banking Authority"),
        ("the Ukrainian Supreme Court ruled", "Supreme Court"),
        ("the Peruvian Navy said", ""),
        ("the U.S. Food and Drug Administration said", "U.S. Food and Drug Administration"),
        ("the Office on Drugs and Crime Antonio Maria Xyzzy", "Office on Drugs and Crime"),
    ],
)
def test_where_an_official_name_begins_and_ends(text: str, name: str) -> None:
    assert max(["", *texts(organisations.official_names, text)], key=len) == name


@pytest.mark.parametrize(
    "text, name",
    [
        ("the Joint Force of Minni Qwertawi holds", "Joint Force"),
        ("the Democratic Party of Miroslav Xyzzyć met", "Democratic Party"),
        ("the Orthodox Church of Metropolitan Xyzzy said", "Orthodox Church"),
        ("the Supreme Court of Justice said", "Supreme Court of Justice"),
        ("the Ministry of Internal Affairs said", "Ministry of Internal Affairs"),
        ("the Academy of Miroslav Xyzzyć opened", "Academy of Miroslav Xyzzyć"),
    ],
)
def test_who_leads_a_body_is_no_part_of_its_name(text: str, name: str) -> None:
    assert texts(organisations.official_names, text) == [name]


@pytest.mark.parametrize("text", ["the Soviet Union fell", "the Seoul Detention Center is full"])
def test_a_place_is_no_institution(text: str) -> None:
    assert texts(organisations.official_names, text) == []


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


def test_a_people_is_no_unit() -> None:
    assert texts(organisations.cued, "an Arab militia; the Xyzzy militia") == ["Xyzzy militia"]


def test_a_weekday_is_no_newspaper() -> None:
    assert texts(organisations.cued, "on Tuesday newspapers said; the Tuesday newspaper") == []
