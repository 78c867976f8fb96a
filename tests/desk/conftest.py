"""A small library, and a desk on it that is driven like a person would."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.desk.app import Desk
from tui.desk.screens.main import DeskScreen
from tui.library import Document, Library
from tui.settings import Settings

WORKER = [sys.executable, "-m", "tests.desk.fake_worker"]

FIRST = """Minsk looks for a way back

March 3, 2014 10:15

On February 21st, Aliaksandr Lukashenka received envoys from Vilnius. The talks lasted two days.

“We are open,” said Lukashenka. The KGB was silent. A further round is scheduled for March 15th.

Similar articles

An older quarrel
June 5, 2012 09:00

On June 1st, Alexander Lukashenko spoke in Minsk about the same matter.
"""

SECOND = """A budget without a deficit

On August 9th, the Belarusian ministry of finance published its figures.
"""

THIRD = """Third brief of the day

February 4, 2014

Nothing much happened in Vilnius.
"""


@dataclass
class Driver:
    """Presses keys and waits until all they caused is done."""

    app: Desk
    pilot: Pilot[None]

    @property
    def desk(self) -> DeskScreen:
        screen = self.app.screen_stack[1]
        assert isinstance(screen, DeskScreen)
        return screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if c == " " else c for c in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait for workers, and for the language worker's answers where an article is open."""
        busy = True
        async with asyncio.timeout(PATIENCE):
            while busy:
                await self.app.workers.wait_for_complete()
                await self.pilot.pause()
                opened = self.desk._opened
                paper = self.desk.paper
                waiting = paper is not None and paper.reading is None and not paper.problem
                busy = bool(opened and waiting) or any(w.is_running for w in self.app.workers)

    def lines(self) -> list[str]:
        """What is on the screen, as text."""
        compositor = self.app.screen._compositor
        return ["".join(segment.text for segment in strip) for strip in compositor.render_strips()]

    def screen_text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines())

    @property
    def foot(self) -> str:
        return self.desk.foot.words


PATIENCE = 120
"""Seconds after which what a key caused is surely stuck."""

OpenDesk = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def home(home: Path) -> Path:
    """The test's own home, with three articles in its library."""
    home.mkdir()
    with Library(home / "library.sqlite") as library:
        for text in (FIRST, SECOND, THIRD):
            library.add(Document(text, source="Test desk"))
    return home


@pytest.fixture
def open_desk(home: Path) -> OpenDesk:
    """Open the desk on that folder, in a window of a size."""

    @asynccontextmanager
    async def start(size: tuple[int, int] = (130, 36), **more: Any) -> AsyncIterator[Driver]:
        settings = more.pop("settings", Settings())
        app = Desk(more.pop("folder", home), settings, worker=WORKER, **more)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            try:
                yield driver
            finally:
                await driver.settle()
                if driver.desk._opened is not None:
                    driver.desk._opened.close()
        app.services.close()

    return start
