"""However the desk ends, the terminal is as it was, and what was confirmed or typed is kept."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.conftest import ARTICLES, Start
from tests.terminal import COMMAND, Terminal, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SHELL = ("sh", "-c", '"$@"; echo "ended with $?"; read line', "sh")
"""A shell that runs the command and stays."""

CRASHING = """
import sys
from tui.desk.keys import KeyReader
from tui.__main__ import main
def feed(self, *arguments):
    secret = "Statkevich was released"
    raise ValueError(f"cannot read: {secret}")
KeyReader.feed = feed
sys.argv[0] = "briefs-tui"
sys.exit(main())
"""
"""A desk with a mistake in it: the first key ends it, with text of an article in the message."""


def child(terminal: Terminal) -> int:
    """The process that the terminal's own one started."""
    return int(Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()[0])


def modes(stream: bytes) -> dict[int, bool]:
    """Which of the terminal's private modes are left on by a program's output."""
    found: dict[int, bool] = {}
    for numbers, state in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", stream):
        found |= {int(number): state == b"h" for number in numbers.split(b";")}
    return found


def assert_sane(terminal: Terminal, attributes: Sequence[object]) -> None:
    """Main screen, cursor shown, lines wrapped, nothing reported, keys as before, cooked."""
    left = modes(bytes(terminal.raw))
    assert left[1049] is False
    assert {mode for mode, on in left.items() if on} <= {25, 7}
    assert left[25] and left[7]
    assert terminal.raw.count(b"\x1b[<u") >= len(re.findall(rb"\x1b\[>\d+u", terminal.raw))
    assert termios.tcgetattr(terminal._fd) == attributes


def type_half_a_note(desk: Terminal) -> None:
    desk.wait_for("Warsaw and Minsk", "Minsk offers")
    desk.press("c")
    desk.wait_for("Note on")
    desk.type("half a thought")
    desk.wait_for("half a thought")


def assert_draft_is_there(desk: Terminal) -> None:
    desk.wait_for("Warsaw and Minsk", "Minsk offers")
    desk.press("c")
    desk.wait_for("half a thought")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_like_quit(start: Start, number: int) -> None:
    desk = start(ARTICLES, through=SHELL)
    attributes = termios.tcgetattr(desk._fd)
    type_half_a_note(desk)
    os.kill(child(desk), number)
    desk.wait_for(f"ended with {128 + number}")
    assert_sane(desk, attributes)
    assert "Traceback" not in desk.text
    assert_draft_is_there(start(ARTICLES))


def test_a_lost_terminal_ends_it_and_keeps_the_draft(start: Start) -> None:
    desk = start(ARTICLES)
    type_half_a_note(desk)
    desk.hang_up()
    assert desk.wait_ended() == 128 + signal.SIGHUP
    assert_draft_is_there(start(ARTICLES))


def test_a_crash_says_where_the_report_is_and_shows_no_text(home: Path) -> None:
    command = [*SHELL, sys.executable, "-c", CRASHING, str(ARTICLES)]
    with Terminal(command, environment(home), columns=200) as desk:
        attributes = termios.tcgetattr(desk._fd)
        desk.wait_for("Warsaw and Minsk", "Minsk offers")
        desk.press("j")
        desk.wait_for("ended with 1", "a mistake of its own", "The report, without any text")
        assert_sane(desk, attributes)
        for words in ("Traceback", "Statkevich", "ValueError"):
            assert words not in desk.text
    (path,) = (home / "crashes").iterdir()
    report = path.read_text(encoding="utf-8")
    assert path.name in desk.text.replace("\n", "")
    assert "error: ValueError" in report and "TERM=xterm-256color" in report
    assert "released" not in report


def test_suspending_gives_the_terminal_back_and_fg_draws_the_desk_again(home: Path) -> None:
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, environment(home, PS1="ready> "), 120, 36) as terminal:
        terminal.wait_for("ready>")
        terminal.type(f"{COMMAND} {ARTICLES}\n")
        terminal.wait_for("Warsaw and Minsk", "Minsk offers")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        left = modes(bytes(terminal.raw))
        assert left[1049] is False and left[25]
        terminal.type("echo in be''tween\n")
        terminal.wait_for("in between")
        mark = terminal.mark()
        terminal.type("fg\n")
        terminal.wait_until(lambda: b"Minsk offers" in terminal.since(mark), "the list again")
        terminal.press("j", "enter")
        terminal.wait_for("March 14, 2016 17:05")
        terminal.press("q")
        terminal.wait_until(lambda: b"ready>" in terminal.since(mark), "the shell")
        assert modes(bytes(terminal.raw))[1049] is False
