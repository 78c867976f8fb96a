from __future__ import annotations

import random
import re

import pytest
import spacy

from tui.language.training.annotated import EVENT, LABELS, Annotated
from tui.language.training.corpus import (
    LONGEST,
    TEXTS,
    Mixture,
    Part,
    Styles,
    documents,
    example,
    join,
    joined,
)
from tui.language.training.data import DataError, read_all

SENTENCES = [
    Annotated("Ann Lee came.", ((0, 7, "PERSON"),), "s", "1"),
    Annotated("She left Oslo.", ((9, 13, "GPE"),), "s", "1"),
    Annotated("Nobody cared.", (), "s", "1"),
]


def test_joined_sentences_keep_their_entities() -> None:
    whole = join(SENTENCES)
    assert [whole.text[start:end] for start, end, _ in whole.ents] == ["Ann Lee", "Oslo"]


def test_grouping_loses_and_repeats_nothing() -> None:
    document = SENTENCES * 20
    groups = list(joined(document, random.Random(1)))
    assert " ".join(group.text for group in groups) == join(document).text
    assert 1 < len(groups) < len(document)


def test_long_texts_are_not_joined() -> None:
    long = Annotated("word " * LONGEST, (), "s", "1")
    assert [group.text for group in joined([long, long], random.Random(1))] == [long.text] * 2


def test_an_entity_within_a_token_is_left_open() -> None:
    nlp = spacy.blank("en")
    made = example(nlp, Annotated("xMinsk slept in Oslo", ((1, 6, "GPE"), (16, 20, "GPE"))))
    assert [ent.text for ent in made.reference.ents] == ["Oslo"]
    assert [token.ent_iob_ for token in made.reference] == ["", "O", "O", "B"]


def test_what_is_to_be_ignored_is_left_open() -> None:
    item = Annotated("Nord Stream 2 to Oslo", ((17, 21, "GPE"),), ignore=((0, 13),))
    made = example(spacy.blank("en"), item)
    assert [token.ent_iob_ for token in made.reference] == ["", "", "", "O", "B"]


def test_the_texts_that_come_with_the_package_can_be_read() -> None:
    texts = [text for document in documents(read_all(TEXTS)) for text in document]
    assert len(TEXTS) > 5
    assert sum(len(text.text.split()) for text in texts) > 40_000
    assert {label for text in texts for *_, label in text.ents} == {*LABELS, EVENT}
    assert not any(re.search(r"[\[\]|]", text.text) for text in texts), "a broken mark"


def test_labels_that_are_not_learned_are_outside() -> None:
    made = example(spacy.blank("en"), Annotated("Zapad began", ((0, 5, "EVENT"),)))
    assert [token.ent_iob_ for token in made.reference] == ["O", "O"]


def mixture(seed: int) -> Mixture:
    return Mixture([Part((SENTENCES,), 3, 0.5)], seed, written=1)


def test_epochs_differ_and_are_the_same_in_every_run() -> None:
    assert mixture(1).texts(0) == mixture(1).texts(0)
    assert mixture(1).texts(0) != mixture(1).texts(1)
    assert mixture(1).texts(0) != mixture(2).texts(0)


def test_each_call_is_the_next_epoch() -> None:
    nlp = spacy.blank("en")
    corpus = mixture(1)
    epochs = [[one.text for one in corpus(nlp)] for _ in range(2)]
    assert epochs == [[item.text for item in mixture(1).texts(n)] for n in range(2)]


def test_without_styles_copies_and_written_sentences_the_texts_stay_as_they_are() -> None:
    plain = Mixture([Part((SENTENCES,), 1, 0)], 1, styles=Styles(0, 0, 0))
    texts = " ".join(item.text for item in plain.texts(0))
    assert sorted(texts.split()) == sorted(join(SENTENCES).text.split())


def test_nothing_to_train_on_is_said_at_once() -> None:
    with pytest.raises(DataError, match="nothing to train on"):
        Mixture([], 1).texts(0)
