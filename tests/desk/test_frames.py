"""The driver: what makes up a frame is written at once, and what was held goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants
from textual.drivers.headless_driver import HeadlessDriver

from tests.desk.conftest import WORKER
from tui.desk.app import Desk
from tui.desk.frames import BEGIN, END, FrameDriver


class Writer:
    """Stands in for the thread that writes."""

    def __init__(self) -> None:
        self.writes: list[str] = []

    def write(self, data: str) -> None:
        self.writes.append(data)


def driver() -> tuple[FrameDriver, list[str]]:
    writer, made = Writer(), FrameDriver.__new__(FrameDriver)  # A real one wants a terminal.
    made._writer_thread = writer  # type: ignore[assignment]
    return made, writer.writes


def test_a_frame_is_one_write() -> None:
    made, writes = driver()
    for part in (BEGIN, "cells", "cursor", END):
        made.write(part)
    assert writes == [f"{BEGIN}cellscursor{END}"]


def test_what_stands_outside_of_frames_is_written_at_once() -> None:
    made, writes = driver()
    made.write("title")
    made.write("mouse")
    assert writes == ["title", "mouse"]


def test_what_is_held_is_the_first_part_of_the_next_frame() -> None:
    made, writes = driver()
    made.hold("scroll ")
    made.hold("again ")
    assert writes == []
    for part in (BEGIN, "cells", END):
        made.write(part)
    made.write("later")
    assert writes == [f"{BEGIN}scroll again cells{END}", "later"]


def test_where_the_terminal_knows_no_frames_what_is_held_goes_with_the_next_write() -> None:
    made, writes = driver()
    made.hold("scroll ")
    made.write("cells")
    assert writes == ["scroll cells"]


@given(st.lists(st.sampled_from(["a", "b", "hold", "frame"])))
def test_nothing_is_lost_doubled_or_put_out_of_order(parts: list[str]) -> None:
    made, writes = driver()
    wanted, held = "", ""
    for number, part in enumerate([*parts, "a"]):
        word = f"{part}{number} "
        if part == "hold":
            made.hold(word)
            held += word
        elif part == "frame":
            for piece in (BEGIN, word, END):
                made.write(piece)
            wanted, held = f"{wanted}{BEGIN}{held}{word}{END}", ""
        else:
            made.write(word)
            wanted, held = wanted + held + word, ""
    assert "".join(writes) == wanted
    assert len(writes) == 1 + sum(part != "hold" for part in parts)


def test_the_desk_takes_this_driver(home: Path) -> None:
    app = Desk(home, worker=WORKER)
    assert app.driver_class is FrameDriver
    app.services.close()


def test_where_another_driver_is_asked_for_that_one_is_taken(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "DRIVER", f"{HeadlessDriver.__module__}:HeadlessDriver")
    app = Desk(home, worker=WORKER)
    assert app.driver_class is HeadlessDriver
    app.services.close()
