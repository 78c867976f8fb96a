from __future__ import annotations

from tests.language.rules.helpers import page
from tui.language.rules.beside import beside
from tui.model import Label, Mention


def said(text: str, name: str, label: Label, strength: float, rule: str) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), name, label, rule, strength)


def stands(text: str, rule: Mention, *model: Mention) -> list[tuple[str, str]]:
    """What may stand of a rule's proposal beside a model's mentions."""
    weighed = list(beside(page(text), [rule], list(model)))
    assert weighed[len(weighed) - len(model) :] == list(model)
    return [(m.text, m.label) for m in weighed[: len(weighed) - len(model)]]


SANTA = "the talks in Santa Xyzzy went on"


def test_a_guess_by_shape_stands_only_where_the_model_agrees() -> None:
    guess = said(SANTA, "Santa Xyzzy", "PERSON", 0.85, "given-name")
    same = said(SANTA, "Santa Xyzzy", "PERSON", 0.75, "model")
    other = said(SANTA, "Santa Xyzzy", "GPE", 0.75, "model")
    assert stands(SANTA, guess, same) == [("Santa Xyzzy", "PERSON")]
    assert stands(SANTA, guess, other) == []
    assert stands(SANTA, guess) == []


def test_a_rule_with_a_reason_may_contradict() -> None:
    reason = said(SANTA, "Santa Xyzzy", "PERSON", 0.9, "title")
    other = said(SANTA, "Santa Xyzzy", "GPE", 0.75, "model")
    assert stands(SANTA, reason, other) == [("Santa Xyzzy", "PERSON")]


def test_a_place_after_in_fills_a_gap_and_mends_a_lone_word() -> None:
    text = "a court in Xyzzy said so"
    guess = said(text, "Xyzzy", "GPE", 0.5, "located")
    assert stands(text, guess) == [("Xyzzy", "GPE")]
    assert stands(text, guess, said(text, "Xyzzy", "PERSON", 0.75, "model")) == [("Xyzzy", "GPE")]
    assert stands(text, guess, said(text, "Xyzzy", "LOC", 0.75, "model")) == []
    assert stands(text, guess, said(text, "in Xyzzy said", "ORG", 0.75, "model")) == []


def test_another_unsure_rule_does_not_stand() -> None:
    text = "so XYZ said"
    assert stands(text, said(text, "XYZ", "PERSON", 0.42, "lone-surname")) == []


def test_a_standing_forum_is_the_models_to_judge() -> None:
    text = "the Xyzzy Islands Forum and the Xyzzy Marathon"
    forum = said(text, "Xyzzy Islands Forum", "EVENT", 0.75, "gathering")
    run = said(text, "Xyzzy Marathon", "EVENT", 0.75, "gathering")
    assert stands(text, forum, said(text, "Xyzzy Islands Forum", "ORG", 0.75, "model")) == []
    assert stands(text, run, said(text, "Xyzzy Marathon", "ORG", 0.75, "model")) != []


def test_the_title_of_an_election_holds_no_mentions() -> None:
    text = "She won the 1992 United States presidential election in Ohio."
    inside = said(text, "United States", "GPE", 0.95, "registry")
    assert stands(text, inside) == []
    assert stands(text, inside, said(text, "United States", "GPE", 0.75, "model")) != []
    outside = said(text, "Ohio", "GPE", 0.95, "registry")
    assert stands(text, outside) == [("Ohio", "GPE")]
