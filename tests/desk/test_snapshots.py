"""Three pictures of the desk on the starter library; the README shows the first.

``pytest tests/desk/test_snapshots.py --snapshot-update`` draws them anew: look at them before
they are committed.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import SVGImageSnapshotExtension

from tests.desk.conftest import Driver
from tui import home as places
from tui.annotations import Notebook, make_selector
from tui.desk.app import Desk
from tui.library import Document, Library, read_documents
from tui.settings import Settings
from tui.store import Store

WORKER = [sys.executable, "-m", "tests.desk.listed_worker"]
OPENED = "The forced landing in Minsk turns a domestic crisis into a European one"
LATER = "Four zeros fewer: a reform of appearances"


@pytest.fixture
def pictures(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(SVGImageSnapshotExtension)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with all colours, whatever the tests run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The starter library after some work."""
    with Library(tmp_path / "library.sqlite") as library, Store.open(tmp_path / "store") as store:
        for document in read_documents([places.carried("seeds") / "briefs"]):
            assert isinstance(document, Document)
            library.add(document)
        articles = {article.title: article for article in library.articles()}
        notebook, opened = Notebook(store), articles[OPENED]
        notebook.tag([opened.id], add=["sanctions", "aviation"])
        notebook.tag([articles[LATER].id], add=["economy"])
        notebook.decide([articles[LATER].id], "later")
        notebook.star([opened.id], True)
        version = library.text(opened.id)
        assert version is not None
        start = version.text.index("\n\n", version.text.index("2021")) + 2
        selector = make_selector(
            version.text, start, version.text.index(".", start) + 1, version.id
        )
        notebook.annotate(opened.id, selector, note="Who said so first?", tags=["aviation"])
        library.projection.catch_up(tmp_path / "store")
    return tmp_path


@asynccontextmanager
async def desk(home: Path, size: tuple[int, int]) -> AsyncIterator[Driver]:
    """The desk with its cursor on the article that is to be opened."""
    app = Desk(home, Settings(), worker=WORKER)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        rows = [driver.desk.list.row(number) for number in range(len(driver.desk.list.keys))]
        driver.desk.list.move_to([row.title if row else "" for row in rows].index(OPENED))
        await driver.settle()
        try:
            yield driver
        finally:
            await driver.settle()
            if driver.desk._opened is not None:
                driver.desk._opened.close()
    app.services.close()


async def test_the_desk(pictures: SnapshotAssertion, home: Path) -> None:
    async with desk(home, (120, 36)) as driver:
        await driver.press("enter")
        assert driver.app.export_screenshot(title="briefs-tui") == pictures


async def test_the_list_in_a_small_window(pictures: SnapshotAssertion, home: Path) -> None:
    async with desk(home, (80, 24)) as driver:
        assert driver.app.export_screenshot(title="briefs-tui") == pictures


async def test_the_reader_in_a_small_window(pictures: SnapshotAssertion, home: Path) -> None:
    async with desk(home, (80, 24)) as driver:
        await driver.press("enter", "]", "d")
        assert driver.app.export_screenshot(title="briefs-tui") == pictures
