"""An application of the smallest kind, ended and suspended: what does not hang on the desk."""

from __future__ import annotations

import re
import signal
import sys
import termios
from pathlib import Path

import pytest
from textual.drivers import linux_driver

from tests.terminal import Terminal, environment
from tui.desk.ending import RESTORE, restore_terminal

APP = """
import sys
from pathlib import Path
from textual.binding import Binding
from textual.widgets import Static
from tui.desk import ending
class Small(ending.EndingApp, inherit_bindings=False):
    BINDINGS = [Binding("ctrl+z", "suspend_process")]
    def compose(self):
        yield Static("a small application")
    {leave}
ending.PATIENCE = {patience}
app = Small(Path(sys.argv[1]))
app.run()
print("left by", app.ended_by)
"""
STUCK = "def leave(self): self.query_one(Static).update('leaving')"


def command(home: Path, leave: str = "", patience: float = 60) -> list[str]:
    return [sys.executable, "-c", APP.format(leave=leave, patience=patience), str(home)]


def test_leaving_is_asked_for_by_a_signal(home: Path) -> None:
    with Terminal(command(home), environment(home)) as terminal:
        terminal.wait_for("a small application")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_ended() == 0
        assert f"left by {signal.SIGTERM}".encode() in terminal.raw


@pytest.mark.parametrize(("patience", "twice"), [(0.1, False), (60, True)])
def test_what_cannot_leave_is_ended_with_the_terminal_put_right(
    home: Path, patience: float, twice: bool
) -> None:
    """After a while, or at once when asked a second time."""
    with Terminal(command(home, STUCK, patience), environment(home)) as terminal:
        before = termios.tcgetattr(terminal._fd)
        terminal.wait_for("a small application")
        assert termios.tcgetattr(terminal._fd) != before
        terminal.signal(signal.SIGTERM)
        if twice:
            terminal.wait_for("leaving")  # two signals that come together are one
            terminal.signal(signal.SIGTERM)
        assert terminal.wait_ended() == 128 + signal.SIGTERM
        assert termios.tcgetattr(terminal._fd) == before
        assert bytes(terminal.raw).endswith(RESTORE.encode())


def test_coming_back_draws_everything_again(home: Path) -> None:
    """Textual alone leaves the screen blank (Textualize/textual #6298)."""
    shell = ["bash", "--norc", "--noprofile", "-i"]
    with Terminal(shell, environment(home)) as terminal:
        terminal.wait_for("bash")
        script = home.parent / "small.py"
        script.write_text(APP.format(leave="", patience=60))
        terminal.type(f"{sys.executable} {script} {home}\n")
        terminal.wait_for("a small application")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        mark = terminal.mark()
        terminal.type("fg\n")
        terminal.wait_until(lambda: b"a small application" in terminal.since(mark), "the screen")


def test_everything_that_textual_turns_on_is_turned_off() -> None:
    source = Path(linux_driver.__file__).read_text(encoding="utf-8")
    code = re.sub(r"(?m)^\s*#.*", "", source)
    turned_on = set(re.findall(r"\\x1b\[\?(\d+)h", code)) - {"7", "25"}
    turned_off = set(re.findall(r"\x1b\[\?(\d+)l", RESTORE))
    assert turned_on and turned_on <= turned_off
    assert "\x1b[<u" in RESTORE and "\x1b[?25h" in RESTORE and "\x1b[?7h" in RESTORE


def test_a_terminal_that_is_gone_is_no_error() -> None:
    restore_terminal([0] * 7, descriptor=999)
