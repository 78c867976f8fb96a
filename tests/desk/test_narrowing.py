"""Filters as people type them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.desk.conftest import OpenDesk
from tui.desk.narrowing import line_of, narrow, suggest_words
from tui.library import View

KNOWN = {"United States": 3, "oil": 1, "Gas": 5}


@pytest.mark.parametrize(
    ("line", "words", "tag"),
    [
        ("", "", None),
        ("  gas   transit ", "gas transit", None),
        ("#oil", "", "oil"),
        ("putin #gas talks", "putin talks", "Gas"),
        ('#"united states" minsk*', "minsk*", "United States"),
        ('"#gas" C# no#tag', '"#gas" C# no#tag', None),
        ("#gas #oil", "", "oil"),
        ("#not-yet-there", "", "not-yet-there"),
        ("#", "", None),
        ('#""', "", None),
        ('#"oil', "", "oil"),
    ],
)
def test_words_and_a_tag(line: str, words: str, tag: str | None) -> None:
    view = narrow(View(triage="kept", words="old", tag="old"), line, KNOWN)
    assert (view.words, view.tag, view.triage) == (words, tag, "kept")


@given(st.text('ab#" *', max_size=20))
@example('#""#a')
def test_a_line_can_be_gone_on_with(line: str) -> None:
    view = narrow(View(), line, KNOWN)
    assert narrow(View(), line_of(view), KNOWN) == view


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("", []),
        ("gas", []),
        ("#", ["#Gas", '#"United States"', "#oil"]),
        ("minsk #UN", ['minsk #"United States"']),
        ('minsk #"united s', ['minsk #"United States"']),
        ("#il", ["#oil"]),
        ("#oil price", []),
    ],
)
def test_a_tag_is_completed(line: str, offered: list[str]) -> None:
    assert [each.value for each in suggest_words(KNOWN)(line)] == offered


async def test_the_list_is_narrowed_to_a_tag(open_desk: OpenDesk) -> None:
    async with open_desk((80, 23)) as driver:
        await driver.press("j", "t")
        await driver.type("gas transit")
        await driver.press("enter", "F")
        await driver.type("#GA")
        assert "#gas transit" in driver.screen_text()
        await driver.press("tab", "enter")
        assert len(driver.desk.list.keys) == 1
        assert "inbox, #gas transit" in driver.screen_text()
        await driver.press("F")
        assert 'Filter #"gas transit"' in driver.screen_text()
        await driver.press("escape", "escape", "S")
        await driver.type('#"gas transit" vilnius')
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 1
        assert "all, “vilnius”, #gas transit" in driver.screen_text()
