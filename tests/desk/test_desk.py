"""The desk, driven by keys: state and what is on the screen."""

from __future__ import annotations

from pathlib import Path

from tests.desk.conftest import OpenDesk
from tui.annotations import Notebook
from tui.store import Store

TITLE = "Minsk looks for a way back"


async def test_the_list_is_there_at_once(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        assert TITLE in driver.screen_text()
        assert "0 done · 3 left" in driver.screen_text()
        assert driver.desk.pane is driver.desk.list


async def test_enter_opens_the_article_under_the_cursor(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter")
        paper = driver.desk.paper
        assert paper is not None and paper.article.title == TITLE
        assert driver.desk.pane is driver.desk.reader
        assert "On February 21st" in driver.screen_text()
        assert "ref 2014-03-03 10:15 (stamp)" in driver.screen_text()


async def test_the_panel_shows_actors_and_dates(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter")
        shown = driver.screen_text()
        assert "Aliaksandr Lukashenka ×3" in shown
        assert "Alexander Lukashenko" in shown
        assert "2014?-02-21" in shown and "“February 21st”" in shown


async def test_embedded_dates_resolve_against_their_own_stamp(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter")
        paper = driver.desk.paper
        assert paper is not None and paper.reading is not None
        values = {timex.text: timex.value for timex in paper.reading.timexes}
        assert values["February 21st"] == "2014-02-21"
        assert values["June 1st"] == "2012-06-01"


async def test_a_reference_date_of_ones_own_resolves_anew_at_once(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "D", "ctrl+u")
        await driver.type("2013-02-22")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None and paper.reading is not None
        values = {timex.text: timex.value for timex in paper.reading.timexes}
        assert values["February 21st"] == "2013-02-21"
        assert values["June 1st"] == "2012-06-01"
        assert "ref 2013-02-22 (yours)" in driver.screen_text()
        await driver.press("u")
        assert "ref 2014-03-03 10:15 (stamp)" in driver.screen_text()


async def test_a_decision_goes_on_to_the_next_and_leaves_the_row_in_place(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as driver:
        first = driver.desk.list.current
        assert first is not None
        await driver.press("K")
        assert driver.desk.list.cursor == 1
        row = driver.desk.list.row(0)
        assert row is not None and (row.article, row.triage) == (first.article, "kept")
        assert "1 done · 2 left" in driver.screen_text()
        await driver.press("R")
        assert len(driver.desk.list.keys) == 2


async def test_undo_and_redo_of_decisions(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("x", "K", "u", "u")
        assert "0 done · 3 left" in driver.screen_text()
        await driver.press("ctrl+r")
        assert "1 done · 2 left" in driver.screen_text()
        row = driver.desk.list.row(0)
        assert row is not None and row.triage == "dismissed"


async def test_opening_is_not_undone_in_place_of_a_decision(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("K", "enter", "h", "u")
        row = driver.desk.list.row(0)
        assert row is not None and row.triage == "inbox"


async def test_a_count_decides_about_several_in_one_change(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("3", "x")
        assert "3 done · 0 left" in driver.screen_text()
        await driver.press("u")
        assert "0 done · 3 left" in driver.screen_text()


async def test_repeat_does_the_last_decision_again(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("L", ".")
        triages = [driver.desk.list.row(n) for n in range(3)]
        assert [row.triage for row in triages if row] == ["later", "later", "inbox"]


async def test_tags_with_type_ahead(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("t")
        await driver.type("economy, talks")
        await driver.press("enter", "j", "t")
        await driver.type("eco")
        assert "#economy" in driver.screen_text()
        await driver.press("tab", "enter")
        row = driver.desk.list.row(1)
        assert row is not None and row.tags == ("economy",)


async def test_a_passage_with_a_note_is_marked_edited_and_deleted(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        desk = driver.desk
        await driver.press("j", "enter", "]", "e", "v", "s", "c")
        await driver.type("worth a look")
        await driver.press("enter")
        assert desk.paper is not None
        (annotation,) = desk.paper.annotations
        assert annotation.note == "worth a look" and annotation.selector is not None
        assert annotation.selector.exact.startswith("Minsk")
        assert "worth a look" in driver.screen_text()
        await driver.press("g", "g", "]", "a", "t")
        await driver.type("talks")
        await driver.press("enter")
        assert desk.paper.annotations[0].tags == ("talks",)
        await driver.press("]", "a", "[", "a", "d")
        assert desk.paper.annotations == ()
        await driver.press("u")
        assert len(desk.paper.annotations) == 1


async def test_a_note_left_is_offered_again(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("c")
        await driver.type("half a th")
        await driver.press("escape")
        assert "draft" in driver.foot
        await driver.press("c")
        assert "half a th" in driver.screen_text()
        await driver.type("ought")
        await driver.press("enter")
        row = driver.desk.list.row(0)
        assert row is not None and row.annotations == 1


async def test_search_in_the_text(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "slash")
        await driver.type("lukashenk")
        await driver.press("enter")
        assert "1 of 3" in driver.foot
        await driver.press("n")
        assert "2 of 3" in driver.foot
        await driver.press("N", "N")
        assert "3 of 3" in driver.foot
        await driver.press("escape", "n")
        assert "of 3" not in driver.foot


async def test_library_search_and_back(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("S")
        await driver.type("deficit")
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 1
        await driver.press("escape")
        assert len(driver.desk.list.keys) == 3


async def test_an_empty_filter_says_what_to_press(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("F")
        await driver.type("zzzz")
        await driver.press("enter")
        assert "Nothing matches." in driver.screen_text()
        assert "Esc shows all again." in driver.screen_text()


async def test_views(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("K", "v")
        await driver.type("kept")
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 1


async def test_why_names_the_rule_and_the_reference(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "]", "d", "]", "d", "w")
        assert "Reference date: 2014-03-03" in driver.screen_text()
        assert "year inferred" in driver.screen_text()
        await driver.press("x")
        assert "Reference date:" not in driver.screen_text()


async def test_filtering_the_list_by_an_actor(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "tab", "F")
        assert "with Aliaksandr Lukashenka" in driver.screen_text()
        assert len(driver.desk.list.keys) == 1


async def test_the_panel_leads_to_mentions(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "tab", "2", "j", "enter")
        current = driver.desk.reader.current
        assert current is not None and current.style == "date"


async def test_one_pane_at_eighty_columns_and_the_others_one_key_away(
    open_desk: OpenDesk,
) -> None:
    async with open_desk((80, 24)) as driver:
        desk = driver.desk
        assert desk.list.display and not desk.reader.display
        await driver.press("enter")
        assert desk.reader.display and not desk.list.display
        await driver.press("tab")
        assert desk.panel.display and not desk.reader.display


async def test_two_panes_in_between(open_desk: OpenDesk) -> None:
    async with open_desk((105, 30)) as driver:
        desk = driver.desk
        assert desk.list.display and desk.reader.display and not desk.panel.display


async def test_zoom_gives_one_pane_the_window(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        desk = driver.desk
        await driver.press("z")
        assert desk.list.display and not desk.reader.display
        await driver.press("z")
        assert all(pane.display for pane in desk.panes)


async def test_a_window_too_small_says_so(open_desk: OpenDesk) -> None:
    async with open_desk((20, 5)) as driver:
        assert "too small" in driver.screen_text()


async def test_a_failed_analysis_says_so_and_reading_goes_on(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = tmp_path / "broken.txt"
    source.write_text("A title\n\nThis will break the worker.\n", encoding="utf-8")
    async with open_desk(paths=[str(source)]) as driver:
        await driver.press("enter")
        assert "broken" in driver.screen_text()
        assert "Reading, marking and tagging work" in driver.screen_text()


async def test_an_empty_library_says_what_to_press(open_desk: OpenDesk, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    async with open_desk(folder=folder) as driver:
        assert "inbox" in driver.screen_text()
        assert driver.desk.services.library.count() >= 14  # the starter library


async def test_everything_is_found_again_after_a_restart(open_desk: OpenDesk, home: Path) -> None:
    async with open_desk() as driver:
        await driver.press("K", "enter", "v", "enter", "h", "s")
    with Store.open(home / "store") as store:
        notebook = Notebook(store)
        assert len(notebook.annotations()) == 1
        states = notebook.states().values()
        assert sorted(state.triage for state in states) == ["inbox", "kept"]
    async with open_desk() as driver:
        assert "1 done · 2 left" in driver.screen_text()
        await driver.press("u", "u", "u")
        assert "0 done · 3 left" in driver.screen_text()


async def test_pending_keys_show_what_may_follow(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("enter", "]")
        assert "next entity" in driver.foot and "next date" in driver.foot
        await driver.press("escape")
        assert "next entity" not in driver.foot


async def test_a_russian_layout_works(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("о")  # where j is
        assert driver.desk.list.cursor == 1
        await driver.press("Л")  # where K is
        row = driver.desk.list.row(1)
        assert row is not None and row.triage == "kept"


async def test_help_shows_the_keys_of_this_pane_first(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("enter", "question_mark")
        assert "In the reader" in driver.screen_text()
        await driver.press("escape")
        assert "In the reader" not in driver.screen_text()


async def test_the_palette_runs_a_command(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("colon")
        await driver.type("star")
        await driver.press("enter")
        row = driver.desk.list.row(0)
        assert row is not None and row.star
