from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import fix_random_seed

from tui.language.decoding import Decoder, decodable
from tui.language.pipeline import MODEL, load

BRIEFS = Path(__file__).parents[2] / "seeds" / "briefs"
WORDS = st.sampled_from(["Minsk", "the", "Nikolai", "Statkevich", "said", ".", "KGB", "\n", "  "])


def wild(seed: int) -> Language:
    """A recogniser that nobody trained: it finds names of any length everywhere."""
    fix_random_seed(seed)
    nlp = spacy.blank("en")
    tagger: Any = nlp.add_pipe("ner")
    for label in ("PERSON", "GPE", "ORG"):
        tagger.add_label(label)
    nlp.initialize()
    draw = np.random.default_rng(seed)
    for layer in ("lower", "upper"):
        for name in tagger.model.get_ref(layer).param_names:
            values = tagger.model.get_ref(layer).get_param(name)
            if values is not None:
                noise = draw.normal(0, 1, values.shape).astype("float32")
                tagger.model.get_ref(layer).set_param(name, noise)
    return nlp


WILD = [wild(seed) for seed in range(3)]


def entities(doc: Doc) -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.label_) for e in doc.ents]


def both(nlp: Language, make: Any) -> tuple[Doc, Doc]:
    tagger: Any = nlp.get_pipe("ner")
    return tagger(make()), Decoder(tagger)(make())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=25), st.sampled_from(WILD))
def test_the_same_is_found_as_by_spacy(words: list[tuple[str, bool]], nlp: Language) -> None:
    def make() -> Doc:
        starts: list[bool | int | None] = [opens or None for _, opens in words]
        return Doc(nlp.vocab, [word for word, _ in words], sent_starts=starts)

    slow, quick = both(nlp, make)
    assert entities(quick) == entities(slow)
    assert [t.ent_iob for t in quick] == [t.ent_iob for t in slow]


def test_a_wild_recogniser_finds_names_of_several_words() -> None:
    """Else the test above would compare nothing."""
    words = ["Minsk", "the", "Nikolai", "said", "KGB", "."] * 20
    lengths = {
        end - start for nlp in WILD for start, end, _ in entities(nlp(Doc(nlp.vocab, words)))
    }
    assert min(lengths) == 1
    assert max(lengths) > 2


def test_the_carried_model_finds_the_same_in_the_starter_library() -> None:
    nlp = spacy.load(MODEL)
    found = 0
    for path in sorted(BRIEFS.glob("*.txt"))[:6]:
        text = path.read_text(encoding="utf-8")
        slow, quick = both(nlp, lambda text=text: nlp.make_doc(text))
        assert entities(quick) == entities(slow)
        found += len(quick.ents)
    assert found > 50


def test_entities_set_beforehand_are_kept_as_spacy_keeps_them() -> None:
    nlp = WILD[0]

    def make() -> Doc:
        tags = ["O", "B-ORG", "I-ORG", "O", "O"]
        return Doc(nlp.vocab, ["the", "Central", "Bank", "said", "Minsk"], ents=tags)

    slow, quick = both(nlp, make)
    assert entities(quick) == entities(slow)
    assert (1, 3, "ORG") in entities(quick)


@pytest.mark.parametrize("change", ["no upper layer", "another component"])
def test_what_works_otherwise_is_left_to_spacy(change: str) -> None:
    nlp = spacy.blank("en")
    if change == "another component":
        assert not decodable(nlp.add_pipe("sentencizer"))
        return
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 8,
        "maxout_pieces": 2,
        "use_upper": False,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            **{"pretrained_vectors": None, "width": 8, "depth": 1, "embed_size": 50},
            **{"window_size": 1, "maxout_pieces": 2, "subword_features": True},
        },
    }
    tagger: Any = nlp.add_pipe("ner", config={"model": model})
    tagger.add_label("GPE")
    nlp.initialize()
    assert not decodable(tagger)


def test_the_built_in_pipeline_is_read_this_way() -> None:
    names = load("builtin").nlp.pipe_names
    assert "briefs_decoder" in names
    assert "ner" not in names
