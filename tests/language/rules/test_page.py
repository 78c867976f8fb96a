from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.rules.helpers import page
from tui.language.rules.page import PLAIN, cues


def words(text: str) -> list[str]:
    return [w.text for w in page(text).words]


def test_words_keep_their_dots_hyphens_and_lose_their_possessive() -> None:
    assert words("Putin’s U.S. trip, TUT.BY said.") == [
        *("Putin", "U.S.", "trip", ",", "TUT.BY", "said", ".")
    ]
    assert words("Veliko-Tarnovo and Belarus' law") == [
        "Veliko-Tarnovo",
        "and",
        "Belarus",
        "'",
        "law",
    ]


def test_a_heading_glued_to_a_name_is_cut() -> None:
    assert words("Belarus in focusLukashenko spoke to Lukashenko")[2:4] == ["focus", "Lukashenko"]
    assert "McDonald" in words("McDonald spoke")


def test_first_words_are_marked() -> None:
    assert [w.text for w in page("Talks began. Minsk came.\nRiga left").words if w.first] == [
        *("Talks", "Minsk", "Riga")
    ]


def test_headlines_are_known() -> None:
    text = "The Belarusian Migrant Crisis in Broader Context\n\nIn Minsk the police came at night."
    assert page(text).headlines == {0}


def test_a_quick_look_finds_words_and_parts_of_them() -> None:
    seen = page("The Xyzzy-based news agency’s Zapad-2017 report")
    assert cues("news agency|daily") == {"news", "daily"}
    for word in ("Xyzzy", "based", "news", "agency", "2017"):
        assert seen.has(frozenset({word, "nothing"}))
    assert not seen.has(frozenset({"agenc", "nothing"}))


def test_the_title_of_an_election_is_known() -> None:
    seen = page("won the 1992 United States presidential election in Ohio")
    start = seen.text.index("United")
    assert seen.in_ballot(start, start + len("United States"))
    assert not seen.in_ballot(seen.text.index("Ohio"), len(seen.text))
    assert page("in 2020 Ohio was lost; the 2020 vote in Ohio").ballots == []


@pytest.mark.parametrize(
    "text, alone",
    [
        ("the Xyzzy left", True),
        ("the Alternative Xyzzy left", False),
        ("the Xyzzy Five left", False),
        ("the Lakas–Xyzzy left", False),
        ("President Xyzzy left", True),
        ("Then Xyzzy left", True),
        ("on Monday Xyzzy left", True),
        ("Xyzzy Friday left", True),
        ("Xyzzy", True),
    ],
)
def test_a_word_stands_alone_or_in_a_longer_name(text: str, alone: bool) -> None:
    start = text.index("Xyzzy")
    assert page(text).alone(start, start + len("Xyzzy"), "ORG") is alone


@given(st.text(max_size=300))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    seen = page(text)
    assert len(seen.text) == len(text) == len(text.translate(PLAIN))
    place = 0
    for word in seen.words:
        assert place <= word.start < word.end <= len(text)
        assert seen.text[word.start : word.end] == word.text
        place = word.end
