from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.language.rules.helpers import page
from tui.language.rules.page import PLAIN


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


@given(st.text(max_size=300))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    seen = page(text)
    assert len(seen.text) == len(text) == len(text.translate(PLAIN))
    place = 0
    for word in seen.words:
        assert place <= word.start < word.end <= len(text)
        assert seen.text[word.start : word.end] == word.text
        place = word.end
