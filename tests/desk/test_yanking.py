"""What is yanked: quotes that say where they are from, notes, dates, links, whole texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.conftest import FIRST, Driver, OpenDesk
from tui import dates
from tui.annotations import make_selector
from tui.desk.widgets.panel import ACTORS, ANNOTATIONS, DATES, Entry
from tui.desk.yanking import cited, entry_words, headline, noted, quoted
from tui.library import Row
from tui.model import Annotation, Article

ARTICLE = Article("a", "A budget", "Test desk", "2014-03-03T10:15")
ROW = Row(
    *(1, "a", "A budget", "Test desk", "2014-03-03T10:15", True, "2020-01-01"),
    *("unread", "inbox", False, (), 0, "v", False),
)
SELECTOR = make_selector("On May 1st, the KGB\nwas silent.", 12, 30, "v")


def test_a_quote_says_where_it_is_from() -> None:
    assert quoted("the KGB was silent", ARTICLE) == (
        "“the KGB was silent” (A budget, Test desk, 2014-03-03)"
    )


@pytest.mark.parametrize(
    ("article", "where"),
    [
        (replace(ARTICLE, dateline=None), "(A budget, Test desk)"),
        (replace(ARTICLE, source=""), "(A budget, 2014-03-03)"),
        (Article("a", "A budget"), "(A budget)"),
    ],
)
def test_what_is_not_known_is_left_out(article: Article, where: str) -> None:
    assert quoted("Yes.", article) == f"“Yes.” {where}"


@given(st.text())
def test_a_quote_is_one_line_whatever_it_quotes(passage: str) -> None:
    shown = quoted(passage, ARTICLE)
    assert len(shown.splitlines()) == 1
    assert shown.startswith(f"“{' '.join(passage.split())}”")


def test_an_annotation_is_its_quote_and_its_note() -> None:
    marked = Annotation("1", "a", SELECTOR)
    assert noted(marked, ARTICLE) == "“the KGB was silent” (A budget, Test desk, 2014-03-03)"
    both = replace(marked, note="Why?\nAsk.")
    assert noted(both, ARTICLE).split("\n")[1:] == ["Why?", "Ask."]
    assert noted(replace(both, selector=None), ARTICLE) == "Why?\nAsk."
    assert noted(Annotation("1", "a"), ARTICLE) == ""


def test_a_row_is_title_source_and_a_date_that_is_one() -> None:
    assert headline(ROW) == "A budget, Test desk, 2014-03-03"
    assert headline(replace(ROW, dated=False)) == "A budget, Test desk"
    assert headline(replace(ROW, dated=False, source="")) == "A budget"


def test_entries_of_the_panel() -> None:
    (timex,) = dates.tag("On May 1st he came.", "2014-03-03")
    assert entry_words(Entry(DATES, (), timex), ARTICLE) == (
        "2013?-05-01: “May 1st” (A budget, Test desk, 2014-03-03)"
    )
    note = Annotation("1", "a", None, note="Why?")
    assert entry_words(Entry(ANNOTATIONS, (), note), ARTICLE) == "Why?"
    lines = ((("Lukashenka ", "name"), ("  person", "kind")), (("  Лукашенко", "meta"),))
    assert entry_words(Entry(ACTORS, lines, "person:x"), ARTICLE) == (
        "Lukashenka person\nЛукашенко"
    )


# -- in the desk -------------------------------------------------------------------------------


def register(driver: Driver) -> str:
    return driver.desk.yanking._clipboard.register


async def test_yanking_in_the_reader(open_desk: OpenDesk) -> None:
    where = "(Minsk looks for a way back, Test desk, 2014-03-03)"
    async with open_desk() as driver:
        await driver.press("j", "enter", "3", "]", "e", "y", "y")
        assert register(driver) == f"“Vilnius” {where}"
        await driver.press("y", "s")
        assert register(driver).startswith("“On February 21st, Aliaksandr Lukashenka received")
        await driver.press("y", "p")
        assert register(driver).endswith(f"lasted two days.” {where}")
        await driver.press("y", "a")
        assert register(driver) == FIRST
        await driver.press("v", "w", "y")
        assert register(driver).endswith(where) and not driver.desk.spanning.active
        await driver.press("y", "l")
        assert driver.foot.strip() == "The article has no address."


async def test_yanking_in_the_panel_takes_what_stands_there(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "tab", "2", "y", "y")
        assert "“" in register(driver) and register(driver)[:2] == "20"
        await driver.press("1", "y", "y")
        assert "“" not in register(driver)


async def test_a_current_link_is_yanked_as_it_is(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("enter", "h", "I")
        await driver.press("escape")
        driver.desk.pile.paste("With a link\n\nMay 5, 2013\n\nSee https://example.org/a for it.\n")
        await driver.settle()
        await driver.press("R", "g", "g", "G", "enter", "f")
        labels = driver.desk.hinting._hints.marks
        (label,) = [name for name, mark in labels.items() if mark.style == "link"]
        await driver.press(*label, "y", "y")
        assert register(driver) == "https://example.org/a"


async def test_a_quote_is_dated_as_its_part_of_the_article_is(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("j", "enter", "D", "ctrl+u")
        await driver.type("2013-03-04")
        await driver.press("enter")
        paper = driver.desk.paper
        assert paper is not None and paper.article.dateline == "2014-03-03T10:15"
        assert cited(paper, FIRST.index("The KGB")).dateline == "2013-03-04"
        assert cited(paper, FIRST.index("On June 1st")).dateline == "2012-06-05T09:00"
        await driver.press("y", "p")
        assert (driver.desk.services.folder / "yanked.txt").read_text().endswith("2013-03-04)")
