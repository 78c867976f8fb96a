from __future__ import annotations

import pytest

from tests.language.rules.helpers import page, texts
from tui.language.rules.apposition import appositions
from tui.language.rules.borrowed import STRENGTH


@pytest.mark.parametrize(
    "text, name",
    [
        ("so says Xyzzy-LEX, a Moldovan monitoring group.", "Xyzzy-LEX"),
        ("sold to Xyzzy, the meat company of", "Xyzzy"),
        ("then Xyzzy, Dhaka's main daily, wrote", "Xyzzy"),
        ("the union Xyzzy called", "Xyzzy"),
        ("told the newspaper Xyzzy Qwertin that", "Xyzzy Qwertin"),
        ("the ruling party, Xyzzy, has", "Xyzzy"),
        ("the aid group Right to Xyzzy said", "Right to Xyzzy"),
    ],
)
def test_a_noun_beside_a_name_says_what_it_is(text: str, name: str) -> None:
    found = list(appositions(page(text)))
    assert [(m.text, m.label) for m in found] == [(name, "ORG")]
    assert found[0].strength > STRENGTH


@pytest.mark.parametrize(
    "text",
    [
        "so says Xyzzy, a member of the party, who",
        "so says Xyzzy, a party leader.",
        "by Justice for Everyone, an NGO, that",
        "told the newspaper Tuesday that",
        "the party Chairman said",
        "the company Ivan Qwertin founded",
        "with France, the group of",
    ],
)
def test_no_organisation_here(text: str) -> None:
    assert texts(appositions, text) == []


def test_after_a_comma_a_full_name_may_be_a_persons() -> None:
    (found,) = appositions(page("a leader of the group, Xyzzy Qwertin, fled"))
    assert found.strength < STRENGTH
