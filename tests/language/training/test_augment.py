from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.training.annotated import LABELS, Annotated
from tui.language.training.augment import (
    Inventor,
    Renamer,
    curly,
    parts,
    renamed,
    title_case,
    upper,
)
from tui.language.training.written import fill, filled, sentences

ITEM = Annotated(
    "Ivan Petrov met Olga Sidorova in Minsk. Petrov and 'Minsk' agreed.",
    (
        (0, 11, "PERSON"),
        (16, 29, "PERSON"),
        (33, 38, "GPE"),
        (40, 46, "PERSON"),
        (52, 57, "GPE"),
    ),
)


def names(item: Annotated) -> list[str]:
    return [item.text[start:end] for start, end, _ in item.ents]


@given(st.integers(0, 10_000))
def test_a_copy_keeps_the_text_between_and_the_labels(seed: int) -> None:
    copy = renamed(ITEM, Renamer(random.Random(seed)))
    assert [label for *_, label in copy.ents] == [label for *_, label in ITEM.ents]
    gaps = copy.text
    for name in sorted(names(copy), key=len, reverse=True):
        gaps = gaps.replace(name, "", 1)
    assert gaps == " met  in .  and '' agreed."


@given(st.integers(0, 10_000))
def test_names_are_replaced_alike_within_a_document(seed: int) -> None:
    full, _, town, last, again = names(renamed(ITEM, Renamer(random.Random(seed))))
    assert last in full
    assert town == again


def test_what_is_to_be_ignored_keeps_its_name_and_its_place() -> None:
    item = Annotated("Kulik at Nord Stream 2.", ((0, 5, "PERSON"),), ignore=((9, 22),))
    copy = renamed(item, lambda text, label: text * 2)
    assert copy.text == "KulikKulik at Nord Stream 2."
    assert [copy.text[start:end] for start, end in copy.ignore] == ["Nord Stream 2"]


def test_a_copy_has_other_names() -> None:
    copy = renamed(ITEM, Renamer(random.Random(1)))
    assert not set(names(copy)) & set(names(ITEM))


def test_the_same_seed_makes_up_the_same_names() -> None:
    one, two = (Inventor(random.Random(3)) for _ in range(2))
    assert [one.organisation() for _ in range(50)] == [two.organisation() for _ in range(50)]


def test_every_pattern_and_culture_can_be_filled() -> None:
    invent = Inventor(random.Random(0))
    made = [invent.organisation() for _ in range(2000)]
    assert not [name for name in made if "{" in name or not name.strip()]
    assert {one["name"] for one in parts()["culture"]} >= {"belarusian", "Cyrillic"}


@pytest.mark.parametrize("change", [upper, title_case, curly])
def test_another_dress_keeps_every_offset(change: object) -> None:
    copy = change(ITEM)  # type: ignore[operator]
    assert len(copy.text) == len(ITEM.text)
    assert copy.ents == ITEM.ents
    assert copy.text != ITEM.text


def test_dresses_look_as_they_should() -> None:
    item = Annotated("""He said "it's 'so' far".""", ())
    assert curly(item).text == "He said “it’s ‘so’ far”."
    assert title_case(item).text == """He Said "it's 'so' Far"."""
    assert upper(Annotated("Straße", ())).text == "Straße", "would change its length"


def test_written_sentences_fill_with_labels_of_ours() -> None:
    made = list(filled(2, random.Random(5)))
    assert len(made) == 2 * len(sentences())
    for item in made:
        assert "[" not in item.text
        assert {label for *_, label in item.ents} <= set(LABELS)
        for start, end, _ in item.ents:
            assert item.text[start:end].strip() == item.text[start:end] != ""


def test_a_surname_gap_takes_the_person_before_it() -> None:
    item = fill("[PERSON] spoke; [LAST] left [the Kremlin|ORG].", random.Random(2))
    full, last, fixed = names(item)
    assert last in full
    assert fixed == "the Kremlin"


@pytest.mark.parametrize("sentence", ["[NOBODY] spoke.", "[Minsk|TOWN] slept."])
def test_an_unknown_gap_or_label_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match="is called"):
        fill(sentence, random.Random(0))
