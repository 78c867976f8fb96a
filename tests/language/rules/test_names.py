from __future__ import annotations

import pytest

from tests.language.rules.helpers import found, texts
from tui.language.rules import names


def test_listed_names_are_found() -> None:
    text = "Kenyan envoys met EU and U.S.-German teams in Bangkok."
    assert found(names.known, text) == [
        *(("Kenyan", "NORP"), ("EU", "ORG"), ("U.S.", "GPE"), ("German", "NORP")),
        ("Bangkok", "GPE"),
    ]


@pytest.mark.parametrize("text", ["the Euro-Atlantic community", "Belarusianness", "xBelarus"])
def test_pieces_of_longer_words_are_no_names(text: str) -> None:
    assert texts(names.known, text) == []


@pytest.mark.parametrize(
    "text, name", [("pro-Western", "Western"), ("Russian-led talks", "Russian")]
)
def test_only_the_name_of_a_compound_is_the_span(text: str, name: str) -> None:
    assert texts(names.known, text) == [name]


def test_nations_joined_by_a_hyphen_are_one_name() -> None:
    text = "the Russo-American and Finnish-Russian ties, post-Soviet"
    assert found(names.nations, text) == [("Russo-American", "NORP"), ("Finnish-Russian", "NORP")]


def test_short_name_and_country_are_two_names() -> None:
    assert found(names.known, "the KGB of Belarus")[:2] == [("KGB", "ORG"), ("Belarus", "GPE")]


def test_an_article_is_no_part_of_an_organisation() -> None:
    assert texts(names.known, "The Guardian reported") == ["Guardian"]
    assert texts(names.known, "The Guardian Xyzzy Fund reported") == []
    assert texts(names.known, "in The Hague today") == ["The Hague"]


def test_languages_are_marked_as_nations_are() -> None:
    assert found(names.followers, "wrote in Arabic and Swahili") == [
        *(("Arabic", "NORP"), ("Swahili", "NORP"))
    ]


def test_towns_by_their_full_names() -> None:
    assert texts(names.places, "from Dar es Salaam and Veliko Tarnovo to Chiang Mai") == [
        *("Dar es Salaam", "Veliko Tarnovo", "Chiang Mai")
    ]


@pytest.mark.parametrize("text", ["In March", "the Reading room", "Madison spoke", "Order came"])
def test_ordinary_words_and_people_are_no_towns(text: str) -> None:
    assert texts(names.places, text) == []


def test_cyrillic_persons() -> None:
    text = "Николай Статкевич. Фото: Дмитрий Брушко, TUT.BY"
    assert texts(names.in_foreign_script, text) == ["Николай Статкевич", "Дмитрий Брушко"]
