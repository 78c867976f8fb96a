"""Dates and names put right by the user: at once, undoable, and still so after a restart."""

from __future__ import annotations

from pathlib import Path

from tests.desk.conftest import FIRST, Driver, OpenDesk
from tui.annotations import Corrections
from tui.corrected import RULE
from tui.library import Document, Library, View
from tui.model import Mention, Timex
from tui.store import Store


def timex(driver: Driver, words: str) -> Timex | None:
    paper = driver.desk.paper
    assert paper is not None and paper.reading is not None
    return next((t for t in paper.reading.timexes if t.text == words), None)


def mentions(driver: Driver, words: str) -> list[Mention]:
    paper = driver.desk.paper
    assert paper is not None and paper.reading is not None
    return [m for m in paper.reading.mentions if m.text == words]


async def to_date(driver: Driver, words: str) -> None:
    """Open the first article, and make a date the current item."""
    await driver.press("j", "enter", "g", "g")
    await to_next(driver, "d", words)


async def to_next(driver: Driver, kind: str, words: str) -> None:
    for _ in range(20):
        await driver.press("]", kind)
        current = driver.desk.reader.current
        if current is not None and current.item.text == words:
            return
    raise AssertionError(words)


async def correct(driver: Driver, line: str) -> None:
    await driver.press("E", "ctrl+u")
    await driver.type(line)
    await driver.press("enter")


async def test_a_date_is_corrected_shown_as_yours_and_undone(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await to_date(driver, "February 21st")
        await driver.press("E")
        assert "This date is 2014-02-21" in " ".join(driver.screen_text().split())
        await driver.press("escape")
        await correct(driver, "2013-02-21")
        mine = timex(driver, "February 21st")
        assert mine is not None and (mine.value, mine.rule) == ("2013-02-21", RULE)
        assert "“February 21st” yours" in driver.screen_text()
        assert "2014?-02-21" not in driver.screen_text()
        await driver.press("w")
        assert "you said so" in driver.screen_text()
        await driver.press("escape", "u")
        found = timex(driver, "February 21st")
        assert found is not None and found.value == "2014-02-21"
        await driver.press("ctrl+r")
        mine = timex(driver, "February 21st")
        assert mine is not None and mine.value == "2013-02-21"


async def test_an_empty_line_withdraws_and_none_says_it_is_no_date(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await to_date(driver, "February 21st")
        await correct(driver, "none")
        assert timex(driver, "February 21st") is None
        assert "“February 21st” no date yours" in driver.screen_text()
        await driver.press("tab", "2", "E")
        assert "none" in driver.screen_text()
        await driver.press("ctrl+u", "enter")
        found = timex(driver, "February 21st")
        assert found is not None and found.value == "2014-02-21"
        await driver.press("u")
        assert timex(driver, "February 21st") is None


async def test_what_is_no_date_is_refused_in_a_sentence(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await to_date(driver, "February 21st")
        await correct(driver, "some day")
        assert "'some day' is not a date" in driver.foot
        await driver.press("E", "ctrl+u", "enter")
        assert "nothing to withdraw" in driver.foot
        found = timex(driver, "February 21st")
        assert found is not None and found.value == "2014-02-21"


async def test_a_passage_is_marked_as_a_date(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await to_date(driver, "February 21st")
        await driver.press("v", "l", "D")
        await driver.type("2013-02-21")
        await driver.press("enter")
        assert timex(driver, "February 21st") is None
        paper = driver.desk.paper
        assert paper is not None and paper.reading is not None
        (mine,) = [t for t in paper.reading.timexes if t.rule == RULE]
        assert mine.text.startswith("February 21st") and len(mine.text) > len("February 21st")


async def test_corrections_outlive_the_desk_a_new_version_and_a_new_analysis(
    open_desk: OpenDesk, home: Path
) -> None:
    async with open_desk() as driver:
        await to_date(driver, "February 21st")
        await correct(driver, "2013-02-21")
        await to_next(driver, "e", "KGB")
        await driver.press("E")
        await driver.type("gpe")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None
        address = paper.article.id
    with Library(home / "library.sqlite") as library:
        longer = FIRST.replace("two days.", "two days, and so did the dinner.")
        library.database.run(
            "INSERT INTO addresses SELECT '/a', key FROM articles WHERE id = ?", (address,)
        )
        added = library.add(Document(longer, source="Test desk", addresses=("/a",)))
        assert (added.outcome, added.article.id) == ("changed", address)
    async with open_desk() as driver:
        await driver.press("R")
        driver.desk.opened.open(address)
        await driver.settle()
        assert "so did the dinner" in driver.desk.reader.sheet.text
        mine = timex(driver, "February 21st")
        assert mine is not None and (mine.value, mine.rule) == ("2013-02-21", RULE)
        (name,) = mentions(driver, "KGB")
        assert (name.label, name.rule) == ("GPE", RULE)


async def test_a_correction_whose_passage_is_gone_is_listed_and_can_be_withdrawn(
    open_desk: OpenDesk, home: Path
) -> None:
    with Library(home / "library.sqlite") as library, Store.open(home / "store") as store:
        from tui.annotations import make_selector

        old = "A text that is gone: it spoke of May 9th, at some length, and of nothing else."
        selector = make_selector(old, old.index("May"), old.index("May") + 7, "x")
        keys = library.listing.keys(View())
        (row,) = [r for r in library.listing.rows(keys) if r.title.startswith("Minsk looks")]
        Corrections(store).correct_date(row.article, selector, "2013-05-09")
    async with open_desk() as driver:
        await driver.press("j", "enter", "tab", "2")
        assert "“May 9th” 2013-05-09 yours" in driver.screen_text()
        assert "not surely found any more" in driver.screen_text()
        await driver.press("enter")
        assert "no passage" in driver.foot
        await driver.press("E", "enter")
        assert "only be withdrawn" in driver.foot
        await driver.press("E", "ctrl+u", "enter")
        assert "May 9th" not in driver.screen_text().replace(driver.foot, "")


async def test_a_name_is_corrected_in_the_text(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "g", "g")
        await to_next(driver, "e", "Vilnius")
        await driver.press("E")
        assert "Now GPE; is" in driver.screen_text()
        assert "N NORP  " in driver.screen_text() and "nationality" in driver.screen_text()
        await driver.type("org")
        await driver.press("enter")
        (name,) = mentions(driver, "Vilnius")
        assert (name.label, name.rule) == ("ORG", RULE)
        assert "O Vilnius" in driver.screen_text()
        await driver.press("w")
        assert "ORG: you said so" in driver.screen_text()
        await driver.press("escape", "E")
        await driver.type("as")
        await driver.press("enter")
        (name,) = mentions(driver, "Vilnius")
        assert name.label == "GPE" and name.rule != RULE


async def test_an_actor_is_corrected_at_all_its_places_in_one_change(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "tab", "E")
        assert "Now PERSON (3 places); is" in driver.screen_text()
        await driver.type("none")
        await driver.press("enter")
        assert not mentions(driver, "Lukashenka") and not mentions(driver, "Alexander Lukashenko")
        assert "“Lukashenka” no name yours" in driver.screen_text()
        assert "(3 places)" in driver.foot
        await driver.press("u")
        assert mentions(driver, "Lukashenka") and mentions(driver, "Alexander Lukashenko")


async def test_a_passage_is_marked_as_a_name(open_desk: OpenDesk, home: Path) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "g", "g")
        await to_next(driver, "e", "KGB")
        await driver.press("v", "o", "h", "E")
        await driver.type("event")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None and paper.reading is not None
        (mine,) = [m for m in paper.reading.mentions if m.rule == RULE]
        assert (mine.text, mine.label) == ("The KGB", "EVENT")
    with Store.open(home / "store") as store:
        (kept,) = Corrections(store).mention_corrections(paper.article.id)
        assert (kept.selector.exact, kept.value) == ("The KGB", "EVENT")
