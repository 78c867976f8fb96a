from __future__ import annotations

from tui.language import pipeline
from tui.language.training.annotated import Annotated
from tui.language.training.relabel import SURE, relabelled

SENTENCES = [
    Annotated("Sviatlana Kulik left for Vilnius.", ((0, 9, "ORG"),), "news", "1"),
    Annotated("Kulik met U.S.-backed rebels of the Arab Zubr militia.", (), "news", "1"),
    Annotated("Kulik is a word.", (), "news", "2"),
]


def names(item: Annotated) -> list[tuple[str, str]]:
    return [(item.text[start:end], label) for start, end, label in item.ents]


def test_labels_are_those_of_the_pipeline_and_documents_agree_with_themselves() -> None:
    first, second, other = relabelled(SENTENCES, pipeline.load("rules").nlp)
    assert names(first) == [("Sviatlana Kulik", "PERSON"), ("Vilnius", "GPE")]
    assert ("Kulik", "PERSON") in names(second)
    assert ("U.S.", "GPE") in names(second), "also where it is a part of a token"
    assert names(other) == [], "another document"
    assert [(one.text, one.source, one.doc) for one in (first, second, other)] == [
        (one.text, one.source, one.doc) for one in SENTENCES
    ]


def test_what_is_unsure_is_left_open() -> None:
    nlp = pipeline.load("rules").nlp
    text = "They met in the town of Qwerty."
    (weak,) = [one for one in nlp(text)._.mentions if one.strength < SURE]
    (item,) = relabelled([Annotated(text, ())], nlp)
    assert (item.ents, item.ignore) == ((), ((weak.start, weak.end),))
