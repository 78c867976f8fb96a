from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Maxout, chain

from tui.language import network
from tui.language.network import Network, readable
from tui.language.pipeline import MODEL

BRIEFS = Path(__file__).parents[2] / "seeds" / "briefs"


@pytest.fixture(scope="module")
def carried() -> Language:
    return spacy.load(MODEL)


def layers(nlp: Language) -> Any:
    recogniser: Any = nlp.get_pipe("ner")
    return recogniser.model.get_ref("tok2vec")


def same(nlp: Language, quick: Network, doc: Doc) -> bool:
    return np.allclose(quick(doc), layers(nlp).predict([doc]), atol=1e-3)


def test_the_numbers_are_those_of_thinc(carried: Language) -> None:
    quick = Network(layers(carried))
    texts = [path.read_text("utf-8") for path in sorted(BRIEFS.iterdir())[:5]]
    for text in [*texts, "Minsk", "\n", "It's Minsk's. It is its.", "\n\n".join(texts), texts[0]]:
        assert same(carried, quick, carried.make_doc(text)), text[:40]


def test_what_is_kept_may_be_forgotten(carried: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "KEPT", 6)
    quick = Network(layers(carried))
    for text in ("Putin met Lukashenka", "in Minsk on Monday", "a b c d e f g h i", "Minsk met"):
        assert same(carried, quick, carried.make_doc(text)), text


@pytest.mark.parametrize("words", [network.AT_ONCE - 1, network.AT_ONCE, network.AT_ONCE + 1])
def test_texts_are_cut_into_pieces_unseen(carried: Language, words: int) -> None:
    names = ["Minsk", "said", "Putin", "the", "Kremlin"]
    doc = Doc(carried.vocab, [names[place * place % 5] for place in range(words)])
    assert same(carried, Network(layers(carried)), doc)


def test_other_networks_are_left_to_thinc(carried: Language) -> None:
    assert readable(layers(carried))
    assert not readable(chain(Maxout(3, 4), Maxout(3, 3)))
    nlp = spacy.blank("en")
    wider = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None}
    size = {"width": 8, "depth": 1, "embed_size": 10, "window_size": 2, "maxout_pieces": 2}
    nlp.add_pipe("ner", config={"model": {"tok2vec": {**wider, **size, "subword_features": True}}})
    nlp.initialize()
    assert not readable(layers(nlp))
