from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config, registry

from tui.language.features import FLAGS, flag_tests
from tui.language.training.loop import CONFIG

WORDS = ["Vladimir", "Minsk", "MINSK", "Georgian", "Ministry", "government", "Hrabouski", "qwxz"]


def untrained() -> Language:
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    tagger: Any = nlp.get_pipe("ner")
    tagger.add_label("GPE")
    nlp.initialize()
    return nlp


def flags(nlp: Language, word: str) -> set[int]:
    lexeme = nlp.vocab[word]
    return {n for n in range(len(FLAGS)) if lexeme.check_flag(19 + n)}


def test_flags_are_set_by_the_time_a_word_is_met() -> None:
    nlp = untrained()
    assert 0 in flags(nlp, "Vladimir")
    assert 3 in flags(nlp, "Minsk")
    assert 3 in flags(nlp, "MINSK"), "capitals are tried as a name"
    assert len(FLAGS) - 1 in flags(nlp, "Hrabouski"), "the ending of a surname"
    assert not flags(nlp, "qwxz")


def test_flags_are_set_again_when_a_pipeline_is_loaded(tmp_path: Path) -> None:
    nlp = untrained()
    nlp.to_disk(tmp_path / "p")
    loaded = spacy.load(tmp_path / "p")
    assert [flags(loaded, word) for word in WORDS] == [flags(nlp, word) for word in WORDS]


def test_the_model_reads_the_flags_of_words() -> None:
    """Fails where the callback is missing: then every flag of every word is off."""
    nlp = untrained()
    model: Any = nlp.get_pipe("ner")
    (extract,) = [layer for layer in model.model.walk() if layer.name == "extract_features"]
    (features,) = extract.predict([nlp.make_doc("Vladimir went to Minsk")])
    assert features[:, -len(FLAGS) :].any(axis=1).tolist() == [True, True, True, True]


def test_a_pipeline_without_the_callback_is_refused_not_silently_worse(tmp_path: Path) -> None:
    untrained().to_disk(tmp_path / "p")
    config = tmp_path / "p" / "config.cfg"
    config.write_text(config.read_text().replace("briefs-tui.WordListFlags.v1", "no.such.v1"))
    with pytest.raises(Exception, match=r"no\.such\.v1"):
        spacy.load(tmp_path / "p")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("callbacks", "briefs-tui.WordListFlags.v1"),
        ("callbacks", "briefs-tui.NumpyProducts.v1"),
        ("architectures", "briefs-tui.ListEmbed.v1"),
        ("readers", "briefs-tui.Mixture.v1"),
        ("readers", "briefs-tui.Annotated.v1"),
    ],
)
def test_parts_of_our_pipelines_are_found_by_name(kind: str, name: str) -> None:
    assert getattr(registry, kind).get_entry_point(name) is not None


def test_every_flag_has_a_test_of_its_own() -> None:
    tests = flag_tests()
    assert list(tests) == list(FLAGS)
    answers = {name: tuple(test(word) for word in WORDS) for name, test in tests.items()}
    assert len({answer for answer in answers.values() if any(answer)}) >= 6
