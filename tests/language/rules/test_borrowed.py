from __future__ import annotations

import pytest

from tests.language.rules.helpers import page
from tui.language.rules.borrowed import from_model
from tui.model import Label


@pytest.mark.parametrize(
    "text, name",
    [
        ("and Xyzzy Hyung-taik went", "Xyzzy Hyung-taik"),
        ("and Xyzzy Hyung-Taik’s went", "Xyzzy Hyung-Taik"),
        ("and Xyzzy Hyung-led men went", "Xyzzy Hyung"),
        ("and Xyzzy Hyung-backed men went", "Xyzzy Hyung"),
    ],
)
def test_a_double_name_is_not_cut(text: str, name: str) -> None:
    span = (4, 4 + len("Xyzzy Hyung"), "PERSON")
    assert [m.text for m in from_model(page(text), [span])] == [name]


def test_the_full_stop_of_junior_is_kept() -> None:
    text = "saw Xyzzy Jr. and Qwerty."
    spans = [(4, 13, "PERSON"), (18, 25, "PERSON")]
    assert [m.text for m in from_model(page(text), spans)] == ["Xyzzy Jr.", "Qwerty"]


@pytest.mark.parametrize(
    "span, name",
    [("U.S.-led", "U.S."), ("Xyzzy-backed", "Xyzzy"), ("Al-Mohammed", "Al-Mohammed")],
)
def test_what_a_name_does_is_no_part_of_it(span: str, name: str) -> None:
    text = f"the {span} forces"
    assert [m.text for m in from_model(page(text), [(4, 4 + len(span), "GPE")])] == [name]


@pytest.mark.parametrize(
    "span, parts",
    [
        ("U.S.-German", [("U.S.", "GPE"), ("German", "NORP")]),
        ("Russo-American", [("Russo-American", "GPE")]),
        ("Xyzzy-German", [("Xyzzy-German", "GPE")]),
        ("Timor-Leste", [("Timor-Leste", "GPE")]),
    ],
)
def test_a_state_and_a_nation_are_two_names(span: str, parts: list[tuple[str, Label]]) -> None:
    text = f"the {span} talks"
    found = [(m.text, m.label) for m in from_model(page(text), [(4, 4 + len(span), "GPE")])]
    assert found == parts


def test_two_known_names_are_not_one() -> None:
    text = "with Democrats in Congress on"
    found = [(m.text, m.label) for m in from_model(page(text), [(5, 26, "ORG")])]
    assert found == [("Democrats", "NORP"), ("Congress", "ORG")]


@pytest.mark.parametrize(
    "span, parts",
    [
        ("Russian Foreign Ministry", [("Russian", "NORP"), ("Foreign Ministry", "ORG")]),
        ("Norwegian Refugee Council", [("Norwegian Refugee Council", "ORG")]),
        ("European Parliament", [("European Parliament", "ORG")]),
        ("Home Office of Miroslav Xyzzy", [("Home Office", "ORG"), ("Miroslav Xyzzy", "PERSON")]),
        ("Commission of Mrs", [("Commission of Mrs", "ORG")]),
        ("Social Democrats of", [("Social Democrats", "ORG")]),
        ("• Xyzzy Bank", [("Xyzzy Bank", "ORG")]),
    ],
)
def test_an_organisation_is_cut_from_what_stands_beside_it(
    span: str, parts: list[tuple[str, Label]]
) -> None:
    text = f"and {span} went on"
    found = [(m.text, m.label) for m in from_model(page(text), [(4, 4 + len(span), "ORG")])]
    assert found == parts
