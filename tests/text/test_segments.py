from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import paragraphs, sentences, words

prose = st.text(st.sampled_from('aB. !?\n"”’(1é…й\t\xa0'), max_size=300)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("He came. He left.", ["He came.", "He left."]),
        ("Mr. Putin met Gen. Ivanov.", ["Mr. Putin met Gen. Ivanov."]),
        ("He met U.S. Secretary M. Pompeo.", ["He met U.S. Secretary M. Pompeo."]),
        ("He went to the U.S. The talks failed.", ["He went to the U.S.", "The talks failed."]),
        ("On March 15 in St. Petersburg.", ["On March 15 in St. Petersburg."]),
        ("He left on Sept. 8. Then it rained.", ["He left on Sept. 8.", "Then it rained."]),
        ("It began at 5 p.m. The police came.", ["It began at 5 p.m.", "The police came."]),
        ("It rose by 2.5 percent.", ["It rose by 2.5 percent."]),
        ('"We won!" he said. "Go."', ['"We won!" he said.', '"Go."']),
        ("“It is over.” Then he left.", ["“It is over.”", "Then he left."]),
        ("Who knew? Nobody! And then… Nothing.", ["Who knew?", "Nobody!", "And then…", "Nothing."]),
        ("See No. 5 and Art. 342 of it.", ["See No. 5 and Art. 342 of it."]),
        ("He said no. The end.", ["He said no.", "The end."]),
        ("A. A. Lukashenka and J.R.R. Tolkien.", ["A. A. Lukashenka and J.R.R. Tolkien."]),
        ("Это было в 2016 г. в Минске. Потом нет.", ["Это было в 2016 г. в Минске.", "Потом нет."]),
        ("A heading\n\nAnd a text. More.", ["A heading", "And a text.", "More."]),
        ("1. First point. Second.", ["1. First point.", "Second."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The authorities in Minsk have been trying for months to\n"
        "restore the dialogue with their western neighbours, but\n"
        "nothing came of it.\n\nAnother paragraph."
    )
    assert [wrapped[a:b][-9:] for a, b in paragraphs(wrapped)] == ["me of it.", "aragraph."]


def test_short_lines_are_paragraphs_of_their_own() -> None:
    text = "A title that is rather long for a line, by all means\nApril 22, 2016 18:26\nBody here."
    assert len(paragraphs(text)) == 3


@given(prose)
def test_sentences_lie_in_order_within_paragraphs_and_hold_all_but_blanks(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    for start, end in spans:
        assert any(a <= start and end <= b for a, b in paragraphs(text))


@given(prose, st.integers(0, 50), st.integers(0, 50))
def test_a_part_of_a_text_can_be_asked_for(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    assert all(start <= a and b <= end for a, b in sentences(text, start, end))


def test_words_keep_apostrophes_and_hyphens() -> None:
    text = "Lukashenka’s pro-Western move, 2016."
    assert [text[a:b] for a, b in words(text)] == ["Lukashenka’s", "pro-Western", "move", "2016"]
