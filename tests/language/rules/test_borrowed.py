from __future__ import annotations

import pytest

from tests.language.rules.helpers import page
from tui.language.rules.borrowed import from_model
from tui.model import Label


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
