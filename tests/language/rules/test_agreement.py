from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.language.rules.helpers import page
from tui.language.rules.agreement import agree
from tui.language.rules.borrowed import from_model
from tui.language.rules.settle import settle
from tui.model import Label, Mention


def proposal(text: str, name: str, label: Label, strength: float, place: int = 0) -> Mention:
    start = text.index(name, place)
    return Mention(start, start + len(name), name, label, "test", strength)


def shown(mentions: list[Mention]) -> list[tuple[str, str]]:
    return [(m.text, m.label) for m in mentions]


def test_the_longest_sure_proposal_wins_and_a_guess_fills_gaps() -> None:
    text = "Ministry of Agriculture of Bulgaria in Sofia"
    sure = proposal(text, "Ministry of Agriculture of Bulgaria", "ORG", 0.85)
    inner = proposal(text, "Bulgaria", "GPE", 0.95)
    guess = proposal(text, "Bulgaria in Sofia", "LOC", 0.4)
    gap = proposal(text, "Sofia", "PERSON", 0.3)
    assert settle([guess, inner, gap, sure]) == [sure, gap]


def test_the_same_proposal_twice_is_one_mention() -> None:
    one = proposal("in Sofia", "Sofia", "GPE", 0.8)
    assert settle([one, one]) == [one]
    assert settle([]) == []


spans = st.tuples(st.integers(0, 40), st.integers(1, 15), st.sampled_from([0.3, 0.6, 0.9]))


@given(st.lists(spans))
def test_what_is_settled_never_overlaps(items: list[tuple[int, int, float]]) -> None:
    kept = settle(Mention(a, a + n, "x" * n, "ORG", "test", s) for a, n, s in items)
    assert all(one.end <= two.start for one, two in pairwise(kept))


def test_a_surname_takes_the_label_of_the_full_name() -> None:
    text = "Jonas Xyzzy spoke. Xyzzy left; Xyzzy’s car too."
    mentions = agree(page(text), [proposal(text, "Jonas Xyzzy", "PERSON", 0.85)])
    assert shown(mentions) == [("Jonas Xyzzy", "PERSON"), ("Xyzzy", "PERSON"), ("Xyzzy", "PERSON")]


def test_a_body_is_called_by_its_first_word() -> None:
    text = "Xyzzyq Grumman won. The bid of Xyzzyq pleased the Xyzzyq Works."
    mentions = agree(page(text), [proposal(text, "Xyzzyq Grumman", "ORG", 0.85)])
    assert shown(mentions) == [("Xyzzyq Grumman", "ORG"), ("Xyzzyq", "ORG")]
    person = proposal(text, "Xyzzyq", "PERSON", 0.8, text.index("of Xyzzyq"))
    mentions = agree(page(text), [proposal(text, "Xyzzyq Grumman", "ORG", 0.85), person])
    assert ("Xyzzyq", "PERSON") in shown(mentions)


def test_somebody_of_the_article_goes_before_a_small_place_of_that_name() -> None:
    for text, label in (
        ("Pita Xyzzy lost. They barred Pita.", "PERSON"),
        ("Pita Xyzzy in Pita", "GPE"),
    ):
        full = proposal(text, "Pita Xyzzy", "PERSON", 0.8)
        town = proposal(text, "Pita", "GPE", 0.95, text.rindex("Pita"))
        town = replace(town, rule="registry")
        guess = proposal(text, "Pita", "PERSON", 0.75, text.rindex("Pita"))
        found = agree(page(text), [full, town, guess])
        assert shown(found) == [("Pita Xyzzy", "PERSON"), ("Pita", label)]
        assert shown(agree(page(text), [full, town]))[1] == ("Pita", "GPE")


def test_a_full_name_speaks_for_the_label_of_its_parts() -> None:
    text = "Plugh Xyzzy lost. Plugh said that they barred Plugh."
    full = proposal(text, "Plugh Xyzzy", "PERSON", 0.75)
    bare = proposal(text, "Plugh", "PERSON", 0.75, 18)
    wrong = proposal(text, "Plugh", "GPE", 0.75, text.rindex("Plugh"))
    assert [m.label for m in agree(page(text), [full, bare, wrong])] == ["PERSON"] * 3


def test_a_currency_is_no_country() -> None:
    text = "for US$ 40 billion, said the US government"
    names = [proposal(text, "US", "GPE", 0.9), proposal(text, "US", "GPE", 0.9, 10)]
    assert [m.start for m in agree(page(text), names)] == [text.index("US gov")]


def test_so_does_the_first_word_of_it() -> None:
    text = "Plugh Xyzzy spoke. He heard that Plugh left Paris Xyzzy."
    names = [proposal(text, "Plugh Xyzzy", "PERSON", 0.85)]
    assert ("Plugh", "PERSON") in shown(agree(page(text), names))
    text = "Paris Xyzzy flew to Paris."
    names = [proposal(text, "Paris Xyzzy", "PERSON", 0.85)]
    assert shown(agree(page(text), names)) == [("Paris Xyzzy", "PERSON")]


def test_a_guess_does_not_become_surer_by_spreading() -> None:
    text = "Aaa Xyzzy spoke. Xyzzy left."
    mentions = agree(page(text), [proposal(text, "Aaa Xyzzy", "PERSON", 0.45)])
    assert all(m.strength <= 0.45 for m in mentions)


def test_one_surface_has_one_label() -> None:
    text = "Xyzzy met Xyzzy and Xyzzy"
    mentions = [
        proposal(text, "Xyzzy", "ORG", 0.75),
        proposal(text, "Xyzzy", "GPE", 0.75, 5),
        proposal(text, "Xyzzy", "ORG", 0.75, 15),
    ]
    assert {label for _, label in shown(agree(page(text), mentions))} == {"ORG"}


def test_a_narrow_majority_overrules_nobody() -> None:
    text = "Xyzzy met Xyzzy"
    mentions = [proposal(text, "Xyzzy", "GPE", 0.85), proposal(text, "Xyzzy", "PERSON", 0.75, 5)]
    assert [label for _, label in shown(agree(page(text), mentions))] == ["GPE", "PERSON"]


def test_a_repeated_name_is_no_piece_of_a_longer_one() -> None:
    text = "The Xyzzy spoke. An Alternative Xyzzy met the Xyzzy Five and Xyzzy."
    mentions = agree(page(text), [proposal(text, "Xyzzy", "ORG", 0.75)])
    assert [m.start for m in mentions] == [4, text.rindex("Xyzzy")]


def test_a_surname_that_is_known_completes_a_full_name() -> None:
    text = "Then Xyzzy spoke. We saw Miroslav Xyzzy walk."
    mentions = agree(page(text), [proposal(text, "Xyzzy", "PERSON", 0.75)])
    assert shown(mentions) == [("Xyzzy", "PERSON"), ("Miroslav Xyzzy", "PERSON")]


def test_a_surname_is_completed_only_by_a_name() -> None:
    text = "Jonas Xyzzy spoke. Vuk Xyzzy, Sgt. Xyzzy and Xyzzy Friday left Serb Xyzzy, Xyzzy Hall."
    mentions = agree(page(text), [proposal(text, "Jonas Xyzzy", "PERSON", 0.85)])
    assert [m.text for m in mentions] == ["Jonas Xyzzy", "Vuk Xyzzy", "Xyzzy", "Xyzzy", "Xyzzy"]


def test_a_surname_keeps_its_article_or_not() -> None:
    text = "Moqtada al-Xyzzy spoke. Xyzzy and al-Xyzzy left."
    mentions = agree(page(text), [proposal(text, "Moqtada al-Xyzzy", "PERSON", 0.85)])
    assert [m.text for m in mentions] == ["Moqtada al-Xyzzy", "Xyzzy", "al-Xyzzy"]


def test_the_short_form_of_the_articles_organisation() -> None:
    text = "The Agriculture Fund grew. Now the Fund is rich."
    mentions = agree(page(text), [proposal(text, "Agriculture Fund", "ORG", 0.85)])
    assert shown(mentions) == [("Agriculture Fund", "ORG"), ("Fund", "ORG")]


def test_what_a_model_says_is_cut_to_our_conventions() -> None:
    text = "The Kremlin’s envoy, President Ivan Petrov\nSources say FAC Hall. Yesterday"
    spans = [
        (0, len("The Kremlin’s"), "ORG"),
        (text.index("President"), text.index(" say"), "PER"),
        (text.index("FAC Hall"), text.index("FAC Hall") + 8, "FAC"),
        (0, 3, "CARDINAL"),
        (text.index("Yesterday"), len(text), "PERSON"),
    ]
    found = [(m.text, m.label) for m in from_model(page(text), spans)]
    assert found[:2] == [("Kremlin", "ORG"), ("Ivan Petrov", "PERSON")]
    assert ("FAC Hall", "LOC") in found
    assert not {"Yesterday", "The"} & {name for name, _ in found}
