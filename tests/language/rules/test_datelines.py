from __future__ import annotations

import pytest

from tests.language.rules.helpers import found
from tui.language.rules.datelines import datelines


@pytest.mark.parametrize(
    "text, names",
    [
        ("XYZZYQ -- Miners marched", [("XYZZYQ", "GPE")]),
        ("Head\nXYZZYQ QUUX, Romania (Xyzpres) — A", [("XYZZYQ QUUX", "GPE"), ("Xyzpres", "ORG")]),
        ("XYZZYQ, Sept. 3 (24.kg) – The", [("XYZZYQ", "GPE"), ("24.kg", "ORG")]),
        ("XYZZYQ (Xyz News), 3 May 2019 - The", [("XYZZYQ", "GPE"), ("Xyz News", "ORG")]),
        ("XYZZYQ (own correspondent) -- The", [("XYZZYQ", "GPE")]),
    ],
)
def test_a_dateline_names_a_town_and_an_agency(text: str, names: list[tuple[str, str]]) -> None:
    assert found(datelines, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "PS -- there is more",
        "HOUSE OF XYZZY — Answers",
        "WORK -- done",
        "so XYZZYQ -- no",
        "NATO – no",
    ],
)
def test_no_dateline_here(text: str) -> None:
    assert found(datelines, text) == []
