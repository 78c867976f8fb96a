"""Scrolling by the terminal shows exactly what a full repaint would, cell by cell."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pyte
import pytest
from textual.pilot import Pilot

from tests.desk.conftest import WORKER, Driver
from tui.desk import scrolling
from tui.desk.app import Desk
from tui.desk.frames import FrameDriver
from tui.library import Document, Library

SCROLLS = int(os.environ.get("TESTS_SCROLLS", "150"))
"""How many random scrolls; the figure in the benchmarks' table was taken with 10,000."""

SIZE = (80, 24)


class Screen(pyte.Screen):
    """pyte's screen with the two controls that it lacks: scroll up and down in the region."""

    def move_lines(self, count: int) -> None:
        top, bottom = self.margins or pyte.screens.Margins(0, self.lines - 1)
        x, y = self.cursor.x, self.cursor.y
        for _ in range(abs(count)):
            self.cursor.y = bottom if count > 0 else top
            (self.index if count > 0 else self.reverse_index)()
        self.cursor.x, self.cursor.y = x, y


class Terminal:
    """A screen fed with what a program writes; S and T are picked out for it."""

    def __init__(self) -> None:
        self.screen = Screen(*SIZE)
        self._stream = pyte.Stream(self.screen)
        self.scrolled = 0

    def write(self, data: str) -> None:
        """Take what the driver hands to its thread."""
        for part in data.split("\x1b["):
            digits = part[: len(part) - len(part.lstrip("0123456789"))]
            rest = part[len(digits) :]
            if digits and rest[:1] in ("S", "T") and part is not data:
                self.screen.move_lines(int(digits) if rest[0] == "S" else -int(digits))
                self.scrolled += 1
                self._stream.feed(rest[1:])
            elif part is data or data.startswith(part):
                self._stream.feed(part)
            else:
                self._stream.feed("\x1b[" + part)

    def cells(self) -> list[list[pyte.screens.Char]]:
        buffer = self.screen.buffer
        return [[buffer[y][x] for x in range(SIZE[0])] for y in range(SIZE[1])]


class Recorder(FrameDriver):
    """The real driver without a terminal behind it: what it writes goes to the emulator."""

    terminal = Terminal()

    def start_application_mode(self) -> None:
        self._writer_thread = self.terminal  # type: ignore[assignment]
        self._app._sync_available = True
        self._post_size()

    def _post_size(self) -> None:
        from textual import events
        from textual.geometry import Size

        size = Size(*SIZE)
        self._app.call_later(self._app.post_message, events.Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        return SIZE

    def disable_input(self) -> None: ...

    def stop_application_mode(self) -> None: ...

    def close(self) -> None: ...

    def flush(self) -> None: ...


def repainted(app: Desk) -> list[list[pyte.screens.Char]]:
    """What a terminal shows after the whole screen is painted anew, from nothing kept."""
    fresh = Terminal()
    compositor = app.screen._compositor
    for widget in compositor.visible_widgets:
        widget._styles_cache.clear()
    fresh.write(compositor.render_full_update().render_segments(app.console))
    return fresh.cells()


def difference(app: Desk) -> str:
    """The first row that is not as a repaint would have it, or nothing."""
    shown, wanted = Recorder.terminal.cells(), repainted(app)
    for y, (row, other) in enumerate(zip(shown, wanted, strict=True)):
        if row != other:
            return f"row {y}: {''.join(c.data for c in row)!r} {''.join(c.data for c in other)!r}"
    return ""


@pytest.fixture
def long_home(home: Path) -> Path:
    """A library with a long article, so that there is something to scroll."""
    words = "Lukashenka met the KGB in Minsk on May 3rd, 2014, and Vilnius was told of it. "
    paragraphs = "\n\n".join(f"{n}. {words * (1 + n % 4)}" for n in range(60))
    with Library(home / "library.sqlite") as library:
        library.add(Document(f"A long one\n\nJune 1, 2020\n\n{paragraphs}\n", source="Test desk"))
        for number in range(60):
            library.add(
                Document(f"Filler {number}\n\nMay {number % 28 + 1}, 2019\n\nText {number}.")
            )
    return home


async def test_random_scrolls_equal_a_repaint(long_home: Path) -> None:
    random.seed(7)
    Recorder.terminal = Terminal()
    app = Desk(long_home, worker=WORKER)
    app.driver_class = Recorder
    async with app.run_test(headless=False, size=SIZE) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await _in_the_list(driver)
        await driver.press("g", "g")
        for _ in range(70):
            if (row := driver.desk.list.current) and row.title == "A long one":
                break
            await driver.press("j")
        await driver.press("enter")
        await driver.settle()
        await pilot.pause()
        assert difference(app) == ""
        await _in_the_reader(driver, pilot)
        driver.desk.opened.close()
    app.services.close()
    assert Recorder.terminal.scrolled > SCROLLS // 3


async def _in_the_list(driver: Driver) -> None:
    for step in range(SCROLLS // 10):
        pane = driver.desk.list
        pane.move_to(pane.cursor + random.choice((1, 1, 2, 3, -1, -1, -2, -5, 7, 40, -40)))
        if random.random() < 0.9:
            await driver.pilot.pause()
        if step % 10 == 0:
            await driver.pilot.pause()
            assert difference(driver.app) == "", step


async def _in_the_reader(driver: Driver, pilot: Pilot[None]) -> None:
    reader = driver.desk.reader
    for step in range(SCROLLS):
        reader.scroll_top(reader.top + random.choice((1, 1, 1, 2, 5, -1, -1, -2, -4, 12, -15, 0)))
        if random.random() < 0.05:
            reader.select(random.choice(reader.marks["entities"].marks))
        if random.random() < 0.9:
            await pilot.pause()
        if step % 20 == 0:
            await pilot.pause()
            assert difference(driver.app) == "", step


def test_the_sequence_sets_and_resets_the_region() -> None:
    assert scrolling.sequence(1, 22, 1) == "\x1b[0m\x1b[2;23r\x1b[1S\x1b[r"
    assert scrolling.sequence(1, 22, -3) == "\x1b[0m\x1b[2;23r\x1b[3T\x1b[r"


@pytest.mark.parametrize("size", [(130, 36), (105, 30)])
async def test_panes_side_by_side_are_repainted(long_home: Path, size: tuple[int, int]) -> None:
    app = Desk(long_home, worker=WORKER)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        assert not scrolling.scroll(driver.desk.list, 1)
    app.services.close()
