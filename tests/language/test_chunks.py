from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tui.language import chunks
from tui.language.chunks import RememberingTokenizer

BRIEFS = Path(__file__).parents[2] / "seeds" / "briefs"
PIECES = st.sampled_from(
    [
        "U.S.",
        "(U.S.)",
        "don't",
        "Minsk's",
        "'s",
        "Gen.",
        "Jan.",
        "a.m.",
        "10km",
        "can't.",
        "e.g.",
        "well-known",
        "Minsk,",
        ":)",
        "$5",
        "TUT.BY",
        '"West"',
        "–",
        "\n",
        "\xa0",
    ]
)

plain = spacy.blank("en").tokenizer
remembering = RememberingTokenizer(spacy.blank("en").tokenizer)


def words(text: str, tokenizer: object) -> list[tuple[str, str, str]]:
    assert callable(tokenizer)
    return [(token.text, token.whitespace_, token.norm_) for token in tokenizer(text)]


@given(st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join) | st.text())
def test_tokens_are_those_of_spacy(text: str) -> None:
    expected = words(text, plain)
    assert words(text, remembering) == expected
    assert words(text, remembering) == expected


def test_articles_are_cut_alike_when_they_come_again() -> None:
    for path in sorted(BRIEFS.iterdir()):
        text = path.read_text("utf-8")
        expected = words(text, plain)
        assert words(text, remembering) == words(text, remembering) == expected


def test_chunks_beyond_those_kept_are_cut_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "KEPT", 2)
    few = RememberingTokenizer(spacy.blank("en").tokenizer)
    for text in ("one two three", "four U.S. five.", "one four six"):
        assert words(text, few) == words(text, plain)
