from __future__ import annotations

import pytest

from tests.language.rules.helpers import page, texts
from tui.language.rules import people


@pytest.mark.parametrize(
    "text, name",
    [
        ("journalist Roman Protasevich was", "Roman Protasevich"),
        ("President Bashar al-Assad of", "Bashar al-Assad"),
        ("the KGB Chairman Vladimir Vakulchik said", "Vladimir Vakulchik"),
        ("spokesman Peskov said", "Peskov"),
        ("Acting Director, Atanas Dobrev, from", "Atanas Dobrev"),
        ("opposition politician Mikola Statkevich’s", "Mikola Statkevich"),
        ("Pope John Paul II came", "John Paul II"),
        ("President Ferdinand Marcos Jr. said", "Ferdinand Marcos Jr."),
    ],
)
def test_titles_stay_outside(text: str, name: str) -> None:
    assert name in texts(people.all_people, text)


@pytest.mark.parametrize(
    "text",
    [
        "President of Belarus",
        "the General Assembly met",
        "Prime Minister, Kenya said",
        "Will Belarus join",
        "the Justice Ministry said",
        "Jordan River",
        "the Star Trek film",
        "Deputy Prime Minister",
        "veteran Wisconsin Senator",
        "Mr. Speaker, Xyzzy Qwerty Products is",
    ],
)
def test_no_person_here(text: str) -> None:
    assert texts(people.all_people, text) == []


def test_a_surname_is_known_by_its_shape() -> None:
    assert texts(people.shapes, "the talks with Zhurauliova and Kavalenka") == [
        *("Zhurauliova", "Kavalenka")
    ]


def test_capitals_say_which_is_the_surname() -> None:
    rules = {
        m.rule for m in people.given_names(page("then Ivan XYZZYQ said; and Ivan Qwertin left"))
    }
    assert rules == {"capital-surname", "given-name"}


def test_a_headline_proves_little() -> None:
    assert texts(people.unknown_pairs, "Some Xyzzy Qwert Talks Begin Again Today") == []
