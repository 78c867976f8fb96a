from __future__ import annotations

import pytest

from tests.language.rules.helpers import found, texts
from tui.language.rules import places


@pytest.mark.parametrize(
    "text, name, label",
    [
        ("in a detention centre on Akrestin street", "Akrestin street", "LOC"),
        ("on Independence Square", "Independence Square", "LOC"),
        ("near Lake Narach", "Lake Narach", "LOC"),
        ("in Helmand province", "Helmand province", "GPE"),
        ("in the Zaslaue region", "Zaslaue", "GPE"),
        ("the village of Zaslaue", "Zaslaue", "GPE"),
        ("a rally in Zaslaue, where", "Zaslaue", "GPE"),
        ("In Zaslaue they met", "Zaslaue", "GPE"),
        ("fighting in al-Xyzzy province", "al-Xyzzy province", "GPE"),
        ("taken to Xyzzy prison", "Xyzzy", "LOC"),
        ("the Xyzzy Detention Center", "Xyzzy Detention Center", "LOC"),
    ],
)
def test_places_by_the_noun_beside_them(text: str, name: str, label: str) -> None:
    assert (name, label) in found(places.all_places, text)


@pytest.mark.parametrize(
    "text",
    [
        *("in March", "the main street", "In Fact, the square", "a region", "wrote in Arabic"),
        *("in the capital Sunday", "Minsk airport", "at Sunday prison"),
    ],
)
def test_no_place_here(text: str) -> None:
    assert texts(places.all_places, text) == []
