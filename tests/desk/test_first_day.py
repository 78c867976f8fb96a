"""What was awkward on the first day of a new user, at 80x24 in tmux, and is no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.desk.conftest import OpenDesk
from tui.desk.widgets.reader import MARK_STYLES
from tui.library import Document, Library

SMALL = (80, 23)
"""A window of 80x24 less tmux's own line."""


async def test_italics_are_left_out_where_they_would_be_reversed(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(SMALL) as driver:
        assert driver.desk.reader.mark_style("date").italic
    monkeypatch.setenv("TERM", "screen-256color")
    async with open_desk(SMALL) as driver:
        reader = driver.desk.reader
        assert not any(reader.mark_style(name).italic for name in MARK_STYLES)
        for name in ("person", "org", "gpe", "loc", "norp", "event", "date"):
            look = reader.mark_style(name)
            assert look.bold or look.underline, f"{name} is told by its colour alone"
        assert not reader.mark_style("date", "doubt").bold


async def test_what_is_current_is_marked_like_the_rest_of_the_passage(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("j", "enter", "]", "e", "v", "w")
        reader = driver.desk.reader
        assert reader.mark_style("current").reverse
        assert reader.mark_style("person", "current", "span") == reader.mark_style("person", "span")


async def test_how_to_undo_is_seen_after_a_long_title(open_desk: OpenDesk, home: Path) -> None:
    title = "The Belarusian regime seeks to preserve critical communication channels with all"
    with Library(home / "library.sqlite") as library:
        library.add(Document(f"{title}\n\nMay 1, 2020\n\nNothing was said.\n"))
    async with open_desk(SMALL) as driver:
        await driver.press("j", "x")
        assert driver.foot.startswith(" Dismissed “The Belarusian regime")
        assert driver.lines()[-1].rstrip().endswith("…”. u undoes.")


async def test_what_is_selected_is_counted_as_it_grows(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("V", "j")
        assert driver.foot.startswith(" 2 selected  Esc select none")
        await driver.press("j")
        assert driver.foot.startswith(" 3 selected ") and driver.foot.endswith(" ? help ")
        assert len(driver.foot) <= 80
        await driver.press("escape", "k")
        assert "selected" not in driver.foot


async def test_help_ends_each_place_with_the_motions(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("question_mark")
        text = driver.screen_text()
        assert "In the list" in text and "Select many" in text and "Down." not in text


async def test_undo_leaves_the_starter_librarys_tags_alone(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    async with open_desk(SMALL, folder=folder) as driver:
        listing = driver.desk.services.library.listing
        tags = listing.tags()
        assert tags
        await driver.press("u")
        assert "There is nothing to undo." in driver.foot
        assert listing.tags() == tags


async def test_the_note_editor_and_the_drafts_quote_the_passage(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("j", "enter", "]", "d", "]", "d", "v", "s")
        span = driver.desk.reader.span
        assert span is not None
        quote = " ".join(driver.desk.reader.sheet.text[slice(*span)].split())[:30]
        await driver.press("c")
        assert f"─ Note on the passage “{quote}" in driver.screen_text()
        await driver.type("half")
        await driver.press("escape", "colon")
        await driver.type("drafts")
        await driver.press("enter")
        shown = driver.lines()[-2].strip()
        assert shown.startswith("half ") and f"Note on the passage “{quote[:10]}" in shown
        await driver.press("enter", "enter", "left_square_bracket", "a", "c")
        assert f"Edit the note on “{quote}" in driver.screen_text()


async def test_windows_that_only_tell_something_say_how_they_close(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        for name in ("messages", "legend"):
            await driver.press("colon")
            await driver.type(name)
            await driver.press("enter")
            assert "Esc closes" in driver.screen_text()
            await driver.press("escape")
            assert "Esc closes" not in driver.screen_text()


async def test_a_text_pasted_over_a_filter_is_one_key_away(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("F")
        await driver.type("budget")
        await driver.press("enter")
        text = "A pasted one\n\nMay 5, 2013 10:00\n\nSomething was said in Minsk.\n"
        driver.app.post_message(events.Paste(text))
        await driver.settle()
        assert "“A pasted one”; Esc ends the filter" in driver.foot
        await driver.press("escape")
        assert "A pasted one" in driver.screen_text()


async def test_how_to_undo_is_told_where_articles_leave_the_list(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("colon")
        await driver.type("delete")
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 2
        assert driver.foot.endswith("u undoes.")


async def test_an_empty_list_does_not_call_the_library_empty_when_it_is_not(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("asterisk", "colon")
        await driver.type("delete")
        await driver.press("enter")
        assert "The library is empty." in driver.screen_text()
        await driver.press("u")
        assert "The library is empty." not in driver.screen_text()
        assert "R refreshes." in driver.screen_text()


async def test_help_says_nothing_twice(open_desk: OpenDesk) -> None:
    async with open_desk(SMALL) as driver:
        await driver.press("question_mark", "slash")
        await driver.type("half of what")
        assert "Ctrl+D             Half a page down. Down by half" in driver.screen_text()
        for _ in "half of what":
            await driver.press("backspace")
        await driver.type("row, line or entry")
        assert " Down by one row" in driver.screen_text()
        assert "Down. Down" not in driver.screen_text()
