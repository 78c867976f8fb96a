"""The carried model: it is there, it is small, it fits the lists, and it finds plain names."""

from __future__ import annotations

import json

import pytest
import spacy
from spacy.language import Language

from tui.language.features import lists_digest
from tui.language.pipeline import MODEL

SENTENCES = {
    "President Emmanuel Macron met Angela Merkel in Paris on Friday.": {
        ("Emmanuel Macron", "PERSON"),
        ("Angela Merkel", "PERSON"),
        ("Paris", "GPE"),
    },
    "The European Union and NATO accused Russia of violating the agreement.": {
        ("European Union", "ORG"),
        ("NATO", "ORG"),
        ("Russia", "GPE"),
    },
    "Ukrainian and Polish officials said the talks in Kyiv would go on.": {
        ("Ukrainian", "NORP"),
        ("Polish", "NORP"),
        ("Kyiv", "GPE"),
    },
    "“I will not resign,” said Dzmitry Halubovich, who lives in Warsaw.": {
        ("Dzmitry Halubovich", "PERSON"),
        ("Warsaw", "GPE"),
    },
    "The United Nations sent aid to Kenya and South Sudan.": {
        ("United Nations", "ORG"),
        ("Kenya", "GPE"),
        ("South Sudan", "GPE"),
    },
}
FLOOR = 0.9
"""Part of the names above that must be found, and of those found that must be right."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def test_plain_names_are_found(nlp: Language) -> None:
    right = found = wanted = 0
    for text, names in SENTENCES.items():
        mine = {(ent.text, ent.label_) for ent in nlp(text).ents}
        right += len(names & mine)
        found += len(mine)
        wanted += len(names)
    assert right >= FLOOR * wanted
    assert right >= FLOOR * found


def test_it_fits_the_carried_lists() -> None:
    """Lists that the model reads must not change without training it again."""
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert meta["training"]["lists"] == lists_digest()


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
