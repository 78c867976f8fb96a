from __future__ import annotations

import pytest

from tests.language.rules.helpers import texts
from tui.language.rules.events import all_events


@pytest.mark.parametrize(
    "text, name",
    [
        ("a protest against the West-2017 exercises. Then", "West-2017 exercises"),
        ("the Zapad 2021 drills began", "Zapad 2021 drills"),
        ("the “Zapad-2021” exercises", "Zapad-2021"),
        ("after the Eagle Assault 2024 exercises near Brest", "Eagle Assault 2024 exercises"),
        ("the annual Salaknib drills", "Salaknib drills"),
        ("launched Exercise Balikatan 39 there", "Exercise Balikatan 39"),
        ("the Battle of the Xyzzy Islands", "Battle of the Xyzzy Islands"),
        ("As Punic Wars go", "Punic Wars"),
        ("after the Second World War", "Second World War"),
        ("at the Vilnius Summit of 2013", "Vilnius Summit"),
        ("hosted a Big Conversation with media", "Big Conversation"),
        ("after Hurricane Katrina struck", "Hurricane Katrina"),
    ],
)
def test_events_with_a_name(text: str, name: str) -> None:
    assert name in texts(all_events, text)


@pytest.mark.parametrize(
    "text",
    [
        *("the NATO exercises", "Russian drills", "Joint exercises began", "Exercise is good"),
        *("As Civil War came", "the Trade Wars"),
        "in May 2017",
        "the summit",
        "on the 8th of March",
        "held a Party",
        "the Conference of Xyzzy",
    ],
)
def test_no_event_here(text: str) -> None:
    assert texts(all_events, text) == []
