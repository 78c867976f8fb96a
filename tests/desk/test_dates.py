"""Dates in the desk: their order, doubts and stretches, and stamps that the text contradicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.conftest import OpenDesk
from tui.annotations import Notebook
from tui.library import Document, Library
from tui.store import Store

STAMPED = """Talks go on

April 22, 2016 18:26

On February 21st, Aliaksandr Lukashenka received envoys from Vilnius. From February 11th to 20th
he was in Sochi, and on 21 February 2016 he was back. In the coming three weeks the talks will
continue. The next round is scheduled for March 15th. It was like that in 2010 and on a Monday in
May 2012.
"""

CAPTIONED = """The minister calls off his journey

March 3, 2014 10:15

The minister of transport has called off the journey to the northern ports that his office had
announced on February 25th, and gave the weather as the only reason for doing so this time.

На фото: министр Иван Петров

Two deputies who were to travel with him say that they heard of it on March 1st, from the radio,
and that nobody in the ministry has told them of another day since then.
"""

LONG = "A long brief\n\nMarch 3, 2014\n\n" + "\n\n".join(
    f"Paragraph {number} says that nothing much happened in Vilnius." for number in range(80)
)


@pytest.fixture
def stamped(home: Path) -> Path:
    """The folder with an article more, whose stamp its own words contradict."""
    with Library(home / "library.sqlite") as library:
        library.add(Document(STAMPED, source="Test desk"))
    return home


def panel(lines: list[str]) -> list[str]:
    """The panel's column of the screen."""
    return [line.split("│")[-1].strip() for line in lines]


async def test_a_contradicted_stamp_is_told_under_the_title(
    open_desk: OpenDesk, stamped: Path
) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter")
        sheet = driver.desk.reader.sheet
        (notice,) = [w for words in sheet.words.values() for w, look in words if look == "notice"]
        assert notice.startswith("! The stamp is contradicted: “March 15th” is told as coming")
        assert "The text fits" in notice and notice.endswith("D sets another date.")
        assert "! The stamp is contradicted" in driver.screen_text()
        paper = driver.desk.paper
        assert paper is not None and paper.warnings[0].strength == "strong"


async def test_a_warning_leads_to_its_words_and_says_why(
    open_desk: OpenDesk, stamped: Path
) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter", "tab", "2")
        assert "! the stamp is contradicted" in panel(driver.lines())
        await driver.press("w")
        assert "A sure sign: “March 15th” is told as coming" in driver.screen_text()
        await driver.press("escape", "enter")
        current = driver.desk.reader.current
        assert current is not None and current.item.text == "March 15th"
        await driver.press("h", "w")
        shown = " ".join(driver.screen_text().split())
        assert "Doubt: two readings." in shown and "Against the date:" in shown


async def test_another_reference_date_settles_the_warning(
    open_desk: OpenDesk, stamped: Path
) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter", "tab", "2", "D", "ctrl+u")
        await driver.type("2016-03-01")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None and paper.references == {0: "2016-03-01"}
        assert not [w for w in paper.warnings if w.strength == "strong"]
        assert "is contradicted" not in driver.screen_text()
        await driver.press("u")
        assert "is contradicted" in driver.screen_text()


async def test_a_day_in_which_the_text_would_be_right_is_offered(
    open_desk: OpenDesk, home: Path
) -> None:
    with Library(home / "library.sqlite") as library:
        text = STAMPED.replace(", and on 21 February 2016 he was back", ", as in December 2012")
        library.add(Document(text.replace("It was like that in 2010 and on", "It was on")))
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter", "tab", "2")
        paper = driver.desk.paper
        assert paper is not None
        better = paper.warnings[0].suggestion
        await driver.press("D")
        assert f"{better}" in driver.screen_text() and "fits the text" in driver.screen_text()
        await driver.press("tab", "enter")
        assert driver.desk.paper is not None and driver.desk.paper.references == {0: better}


@pytest.mark.parametrize("where", ["before", "behind"])
async def test_a_reference_date_holds_on_both_sides_of_a_caption(
    open_desk: OpenDesk, home: Path, where: str
) -> None:
    with Library(home / "library.sqlite") as library:
        article = library.add(Document(CAPTIONED)).article.id
    words = {"before": "February 25th", "behind": "March 1st"}[where]
    async with open_desk((150, 44)) as driver:
        driver.desk.opened.open(article, CAPTIONED.index(words))
        await driver.settle()
        driver.desk.go_to(driver.desk.reader)
        for _ in range(5):
            current = driver.desk.reader.current
            if current is not None and getattr(current.item, "text", "") == words:
                break
            await driver.press("]", "d")
        await driver.press("D", "ctrl+u")
        await driver.type("2013-03-05")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None and paper.reading is not None
        assert [s.kind for s in paper.outline.sections] == ["main", "caption", "main"]
        assert paper.references == {0: "2013-03-05", 2: "2013-03-05"}
        values = {timex.text: timex.value for timex in paper.reading.timexes}
        assert (values["February 25th"], values["March 1st"]) == ("2013-02-25", "2013-03-01")


async def test_one_day_stands_once_with_all_its_words(open_desk: OpenDesk, stamped: Path) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter", "tab", "2")
        lines = panel(driver.lines())
        at = lines.index("2016-02-21")
        assert lines[at + 1 : at + 3] == [
            "“21 February 2016”",
            "2016?-02-21 “February 21st”",
        ]


async def test_stretches_and_readings_are_shown_side_by_side(
    open_desk: OpenDesk, stamped: Path
) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter", "tab", "2")
        lines = panel(driver.lines())
        assert any("2016?-02-11 – 20" in line and "10 days" in line for line in lines)
        assert "2016-03-15 or 2017-03-15" in lines
        assert "2010  year" in lines
        assert "2016-04-22 – 05-13" in lines


async def test_the_list_is_filtered_by_a_day_and_by_a_stretch(
    open_desk: OpenDesk, stamped: Path
) -> None:
    with Library(stamped / "library.sqlite") as library:
        library.add(Document("Another day\n\nEnvoys met on 21 February 2016.\n"))
        library.add(Document("A year\n\nThat was so in 2016.\n"))
    async with open_desk((150, 44)) as driver:
        desk = driver.desk
        await driver.press("G")
        for _ in range(len(desk.list.keys)):  # Each is analysed when it is opened.
            await driver.press("enter", "h", "k")
        while desk.list.current is not None and desk.list.current.title != "Talks go on":
            await driver.press("j")
        await driver.press("enter", "tab", "2")
        await to_entry(driver, "21 February 2016")
        await driver.press("F")
        assert "all, naming 2016-02-21" in driver.screen_text()
        rows = desk.services.library.listing.rows(desk.list.keys)
        assert {row.title for row in rows} == {"Talks go on", "Another day"}
        await driver.press("escape")
        assert "naming" not in desk.top_bar.words


async def test_a_date_without_a_year_stands_apart_and_filters_nothing(open_desk: OpenDesk) -> None:
    async with open_desk((150, 44)) as driver:
        await driver.press("enter", "tab", "2")
        assert "“August 9th” year unknown" in driver.screen_text()
        await driver.press("F")
        assert "not known which days" in driver.foot


async def to_entry(driver: object, words: str) -> None:
    """Move the panel's cursor to a date."""
    from tests.desk.conftest import Driver

    assert isinstance(driver, Driver)
    for _ in range(30):
        entry = driver.desk.panel.current
        if entry is not None and getattr(entry.item, "text", "") == words:
            return
        await driver.press("j")
    raise AssertionError(words)


async def test_a_reference_date_of_ones_own_moves_the_days_in_the_index(
    open_desk: OpenDesk, stamped: Path
) -> None:
    def naming(day: str) -> int:
        analyses = driver.desk.services.library.database
        row = analyses.row("SELECT count(*) FROM dated WHERE first = ? AND last = first", (day,))
        return int(row[0])

    async with open_desk((150, 44)) as driver:
        await driver.press("j", "enter")
        assert (naming("2016-03-15"), naming("2013-03-15")) == (1, 0)
        await driver.press("D", "ctrl+u")
        await driver.type("2013-02-22")
        await driver.press("enter")
        assert (naming("2016-03-15"), naming("2013-03-15")) == (0, 1)


async def test_an_article_opens_where_it_was_left_at_once(
    open_desk: OpenDesk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library(home / "library.sqlite") as library:
        article = library.add(Document(LONG)).article.id
    async with open_desk() as driver:
        driver.desk.opened.open(article)
        await driver.settle()
        driver.desk.go_to(driver.desk.reader)
        await driver.press("ctrl+d", "ctrl+d", "ctrl+d")
        place = driver.desk.reader.place
        assert place > 0
        await driver.press("q")
    with Store.open(home / "store") as store:
        assert Notebook(store).state(article).place == place
    async with open_desk() as driver:
        desk = driver.desk
        desk.opened.open(article)  # before anything of the store has been read
        assert desk.reader.place == place
        await driver.settle()
        assert desk.reader.place == place
        desk.opened.open(article, 0)
        assert desk.reader.place == 0
