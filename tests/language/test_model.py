"""The carried model: it is there, it is small, it fits the lists, and it finds plain names."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
import spacy
from spacy.language import Language

from tui.language.features import list_sizes
from tui.language.pipeline import MODEL
from tui.language.training.evaluation import evaluate
from tui.language.training.written import fill

FLOOR = 0.8
"""Least strict F1 on ``sentences.txt``; a trained model is well above it, chance far below."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def test_names_are_found_in_sentences_it_never_saw(nlp: Language) -> None:
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    items = [fill(line, Random(0)) for line in lines if not line.startswith("#")]
    result = evaluate(
        items, lambda text: [(e.start_char, e.end_char, e.label_) for e in nlp(text).ents]
    )
    assert result.scores.strict.gold > 50
    assert result.scores.strict.f1 >= FLOOR


def test_plain_names_are_found(nlp: Language) -> None:
    doc = nlp("President Emmanuel Macron met Angela Merkel and NATO officials in Paris on Friday.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Emmanuel Macron", "PERSON"),
        ("Angela Merkel", "PERSON"),
        ("NATO", "ORG"),
        ("Paris", "GPE"),
    ]


def test_it_fits_the_carried_lists() -> None:
    """Lists that the model reads may grow a little; else it must be trained again."""
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["training"]["lists"] == pytest.approx(list_sizes(), rel=0.1)


def test_it_is_small_and_tells_no_path() -> None:
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 10_000_000
    assert "/" not in (MODEL / "config.cfg").read_text(encoding="utf-8")
    assert json.loads((MODEL / "vocab" / "strings.json").read_text()) == sorted(
        ["GPE", "LOC", "NORP", "ORG", "PERSON"]
    )


def test_its_card_and_licence_are_beside_it() -> None:
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    for name in ("Wikipedia", "CrossNER", "Re-DocRED", "GUM", "GeoNames", "Voice of America"):
        assert name in card
    assert "CC BY-SA 4.0" in (MODEL / "LICENSE").read_text(encoding="utf-8")
