"""Text from strangers in every view: nothing of it reaches the terminal but visible characters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from tests.desk.conftest import Driver, OpenDesk
from tests.text.hostile import DANGEROUS, HOSTILE, LONG_LINE
from tui.annotations import Notebook, make_selector
from tui.library import Document, Library
from tui.store import Store

NAMES = [name for name in HOSTILE if name != "surrogate"]  # no file holds half a character
TOGETHER = " ".join(HOSTILE[name] for name in NAMES)


def fill(folder: Path, title: str, text: str, note: str, tag: str) -> None:
    with Library(folder / "library.sqlite") as library, Store.open(folder / "store") as store:
        body = f"{title}\n\nMinsk waits. {text}\n\nIn Vilnius, {text[:600]}\n"
        added = library.add(
            Document(body, title=title, source=text[:600], addresses=(f"/{text[:600]}",))
        )
        version = library.text(added.article.id)
        assert version is not None
        notebook = Notebook(store)
        start = version.text.index("Minsk")
        end = min(len(version.text), start + 60)
        selector = make_selector(version.text, start, end, version.id)
        notebook.annotate(added.article.id, selector, note=note, tags=[tag])
        notebook.tag([added.article.id], add=[tag])
        library.projection.catch_up(folder / "store")


def check(driver: Driver, where: str) -> None:
    """No line on the screen drives the terminal, and all are as wide as the window."""
    width = driver.app.size.width
    for line in driver.lines():
        found = DANGEROUS.search(line)
        assert not found, f"{where}: {found!r} in {line!r}"
        assert "\t" not in line and "\n" not in line
        assert cell_len(line) == width, f"{where}: {line!r}"


ALL = (
    "K u enter ] e ] a w escape v s escape f escape y p y l tab 2 3 escape c escape escape h h t "
    "escape c escape F escape S escape ? escape"
)
FEW = "K enter ] d tab tab"
SCREENS = ("all annotations", "messages", "legend", "correct the title")


@pytest.mark.parametrize(
    ("size", "keys"), [((130, 36), ALL), ((80, 24), FEW)], ids=["wide", "small"]
)
async def test_every_view_of_a_hostile_article(
    open_desk: OpenDesk, tmp_path: Path, size: tuple[int, int], keys: str
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    title = re.sub(r"\s", " ", TOGETHER)
    fill(folder, title, TOGETHER, TOGETHER, re.sub(r"[^\w\[\]/@=.]", "", TOGETHER)[:90])
    async with open_desk(size, folder=folder) as driver:
        check(driver, "start")
        for key in keys.split(" "):
            await driver.press({"?": "question_mark"}.get(key, key))
            check(driver, key)
        assert driver.desk.paper is not None


async def test_screens_over_a_hostile_article(open_desk: OpenDesk, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    fill(folder, re.sub(r"\s", " ", TOGETHER), TOGETHER, TOGETHER, "tag")
    async with open_desk(folder=folder) as driver:
        await driver.press("K", "u")
        for screen in SCREENS:
            before = driver.screen_text()
            await driver.press("colon")
            driver.app.screen.query_one(Input).value = screen
            await driver.settle()
            await driver.press("enter")
            assert driver.screen_text() != before
            check(driver, screen)
            await driver.press("escape")


async def test_bracketed_words_are_shown_as_written(open_desk: OpenDesk, tmp_path: Path) -> None:
    folder = tmp_path / "brackets"
    folder.mkdir()
    fill(folder, "[UN] and [b]bold[/b]", "[@click=app.quit]x[/] [/", "[i]no[/i]", "[tag]")
    async with open_desk(folder=folder) as driver:
        await driver.press("enter")
        shown = driver.screen_text()
        for words in ("[UN] and [b]bold[/b]", "[@click=app.quit]x[/] [/", "[i]no[/i]", "#[tag]"):
            assert words in shown


async def test_a_line_of_two_hundred_thousand_characters(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    fill(folder, "A long line", LONG_LINE, LONG_LINE[:2_000], "long")
    async with open_desk(folder=folder) as driver:
        await driver.press("enter", "G", "g", "g")
        check(driver, "reader")
        assert driver.desk.reader.line_count > 2_500
