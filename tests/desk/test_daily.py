"""The desk as a daily driver: selection, hints, views, sessions, pasting, own keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.desk.conftest import WORKER, OpenDesk
from tui.desk.app import Desk
from tui.desk.widgets.prompt import Suggestions
from tui.settings import Settings, SettingsError

TITLE = "Minsk looks for a way back"


async def test_all_annotations_lead_to_their_passages(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "]", "e", "v", "c")
        await driver.type("the capital")
        await driver.press("enter", "h", "k", "A")
        assert "the capital" in driver.screen_text() and TITLE in driver.screen_text()
        await driver.press("slash")
        await driver.type("zzz")
        assert "No annotation fits." in driver.screen_text()
        await driver.press("escape", "enter")
        assert driver.desk.paper is not None and driver.desk.paper.article.title == TITLE


async def test_selected_articles_are_decided_about_in_one_change(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("V", "j", "V", "K")
        assert "2 done · 1 left" in driver.screen_text()
        await driver.press("u", "asterisk", "x")
        assert "3 done · 0 left" in driver.screen_text()
        await driver.press("u")
        assert "0 done · 3 left" in driver.screen_text()


async def test_letter_hints_lead_to_what_is_in_view(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "f", "s")
        current = driver.desk.reader.current
        assert current is not None and current.item.text == "March 3, 2014 10:15"


async def test_a_saved_view_is_among_the_views(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("F")
        await driver.type("vilnius")
        await driver.press("enter", "colon")
        await driver.type("save this view")
        await driver.press("enter")
        await driver.type("Baltics")
        await driver.press("enter", "v")
        await driver.type("baltics")
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 2
    async with open_desk() as driver:
        await driver.press("v")
        assert "Baltics" in driver.screen_text()


async def test_the_desk_comes_back_to_where_it_was_left(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "greater_than_sign", "q")
        measure = driver.desk.reader.measure
    async with open_desk() as driver:
        desk = driver.desk
        assert desk.paper is not None and desk.paper.article.title == TITLE
        assert desk.pane is desk.reader
        assert desk.reader.measure == measure
        assert desk.list.cursor == 1


async def test_a_pasted_text_becomes_an_article(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        text = "A pasted one\n\nMay 5, 2013 10:00\n\nSomething was said in Minsk.\n"
        driver.app.post_message(events.Paste(text))
        await driver.settle()
        assert "Imported “A pasted one”" in driver.foot
        await driver.press("R")
        assert "1 new" in driver.foot
        assert "2013-05-05" in driver.screen_text()


async def test_an_article_is_deleted_and_brought_back(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("colon")
        await driver.type("delete articles")
        await driver.press("enter")
        assert len(driver.desk.list.keys) == 2
        await driver.press("u", "R")
        assert len(driver.desk.list.keys) == 3


async def test_keys_that_arrive_together_go_to_the_prompt_they_open(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        for key in "teco":
            driver.app.post_message(events.Key(key, key))
        await driver.settle()
        await driver.press("enter")
        row = driver.desk.list.row(0)
        assert row is not None and row.tags == ("eco",)


async def test_a_shift_pressed_by_itself_is_no_key(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("2", "left_shift", "G")
        assert driver.desk.list.cursor == 1
        await driver.press("g", "caps_lock", "g")
        assert driver.desk.list.cursor == 0


async def test_keys_on_cyrillic_layouts(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("о", "enter", "ъ", "у")
        current = driver.desk.reader.current
        assert current is not None and current.item.text == "Minsk"
        await driver.press("а", "ы")
        current = driver.desk.reader.current
        assert current is not None and current.item.text == "March 3, 2014 10:15"
        await driver.press("full_stop")
        await driver.type("минск о")
        assert driver.app.screen.query_one("PromptLine").value == "минск о"  # type: ignore[attr-defined]


async def test_own_keys_and_macros(open_desk: OpenDesk) -> None:
    settings = Settings(
        keys={"article.keep": ["a", "g k"], "article.dismiss": []},
        macros={"X": ["article.star", "article.keep"]},
    )
    async with open_desk(settings=settings) as driver:
        await driver.press("a", "x", "X", "g", "k")
        rows = [driver.desk.list.row(n) for n in range(3)]
        assert [row.triage for row in rows if row] == ["kept"] * 3
        assert [row.star for row in rows if row] == [False, True, False]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (Settings(keys={"article.kep": "a"}), "'article.kep' is not a command"),
        (Settings(keys={"article.keep": 5}), "must be a key"),
        (Settings(keys={"history.undo": "a", "palette": "a"}), "is given to both"),
        (Settings(macros={"X": ["nothing"]}), "is not a command"),
    ],
)
def test_wrong_keys_are_one_clear_sentence(settings: Settings, said: str, home: Path) -> None:
    with pytest.raises(SettingsError, match=said):
        Desk(home, settings, worker=WORKER)


def test_quit_is_always_bound(home: Path) -> None:
    app = Desk(home, Settings(keys={"quit": []}), worker=WORKER)
    assert app.commands["quit"].keys == ("ctrl+q",)
    app.services.close()


async def test_repeating_tags_puts_the_same_ones_without_asking(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("t")
        await driver.type("eco, gas")
        await driver.press("enter", "j", "full_stop", "j", "full_stop")
        rows = [driver.desk.list.row(number) for number in range(3)]
        assert [row.tags for row in rows if row] == [("eco", "gas")] * 3
        await driver.press("t", "ctrl+u")
        await driver.type("gas")
        await driver.press("enter", "k", "full_stop")
        rows = [driver.desk.list.row(number) for number in range(3)]
        assert [row.tags for row in rows if row] == [("eco", "gas"), ("gas",), ("gas",)]


async def test_a_macro_is_repeated_as_a_whole(open_desk: OpenDesk) -> None:
    own = Settings(macros={"X": ["article.star", "article.keep"]})
    async with open_desk(settings=own) as driver:
        await driver.press("X", "full_stop")
        rows = [driver.desk.list.row(number) for number in range(2)]
        assert [(row.star, row.triage) for row in rows if row] == [(True, "kept")] * 2


async def test_what_may_follow_is_shown_within_80_columns(open_desk: OpenDesk) -> None:
    async with open_desk(size=(80, 24)) as driver:
        await driver.press("enter", "y")
        assert "y yank" in driver.foot and "l address" in driver.foot
        assert len(driver.foot) < 80
        await driver.press("escape", "right_square_bracket")
        assert "e next entity" in driver.foot


async def test_the_palette_offers_first_what_begins_as_typed(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("colon")
        items = driver.app.screen.query_one(Suggestions).items
        assert not any(item.value.startswith("move.") for item in items)
        await driver.type("re")
        items = driver.app.screen.query_one(Suggestions).items
        assert all(item.shown.startswith("Re") for item in items[:3])


async def test_clicks_where_the_mouse_is_switched_on(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.pilot.click(driver.desk.list, offset=(5, 3))
        await driver.settle()
        assert driver.desk.list.cursor == 1
        await driver.pilot.click(driver.desk.list, offset=(5, 3))
        await driver.settle()
        assert driver.desk.paper is not None and driver.desk.pane is driver.desk.reader


async def test_notes_keep_to_their_passages_in_a_changed_text(
    open_desk: OpenDesk, home: Path
) -> None:
    file = home / "talks.txt"
    text = "Talks in Minsk\n\nMay 5, 2013\n\nA first sentence. The envoys left early. A last one.\n"
    file.write_text(text, encoding="utf-8")
    async with open_desk(paths=[str(file)]) as driver:
        await driver.press("enter", "3", "}", "]", "s", "v", "enter")
        paper = driver.desk.paper
        assert paper is not None
        marked = paper.annotations[0].selector
        assert marked is not None
    file.write_text(text.replace("Talks in", "Long talks in"), encoding="utf-8")
    async with open_desk(paths=[str(file)]) as driver:
        await driver.press("enter")
        (mark,) = driver.desk.reader.marks["annotations"].marks
        shown = driver.desk.reader.sheet.text[mark.start : mark.end]
        assert shown == marked.exact
    file.write_text("Talks in Minsk\n\nMay 5, 2013\n\nEverything is new here.\n", encoding="utf-8")
    async with open_desk(paths=[str(file)]) as driver:
        await driver.press("enter")
        assert driver.desk.reader.marks["annotations"].marks == []
        assert "not surely found" in driver.screen_text()


async def test_another_theme_is_shown_at_once(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        assert driver.desk.list.styles.background.hex == "#1C1C1C"
        await driver.press("colon")
        await driver.type("theme")
        await driver.press("enter")
        await driver.type("light")
        await driver.press("enter")
        assert driver.desk.list.styles.background.hex == "#EEEEEE"


async def test_a_broken_registry_file_is_one_sentence(open_desk: OpenDesk, tmp_path: Path) -> None:
    broken = tmp_path / "actors.tsv"
    broken.write_text("nonsense\n", encoding="utf-8")
    async with open_desk(settings=Settings(registry=(str(broken),))) as driver:
        await driver.press("j", "enter")
        assert driver.desk.paper is not None and "actors.tsv" in driver.desk.paper.problem
        assert "Reading, marking" in driver.screen_text()
