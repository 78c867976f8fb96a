"""Over real SSH, inside and outside tmux: a cut connection loses neither a key nor a place."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import ARTICLES
from tests.e2e.ssh import INSTALLED, Server, Unavailable, serving
from tests.terminal import COMMAND, PATIENCE, Terminal, environment

TMUX = shutil.which("tmux")

pytestmark = [
    pytest.mark.skipif(not INSTALLED, reason="openssh-server or its client is missing"),
    pytest.mark.skipif(sys.platform != "linux", reason="waits for processes as Linux can"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    try:
        with serving(tmp_path_factory.mktemp("sshd")) as started:
            yield started
    except Unavailable as error:
        pytest.skip(str(error))


Connect = Callable[..., Terminal]
"""Logs in and runs a command there; keywords are the terminal's."""


@pytest.fixture
def connect(server: Server, home: Path) -> Iterator[Connect]:
    opened: list[Terminal] = []

    def begin(*command: str, columns: int = 80, rows: int = 24) -> Terminal:
        env = environment(home)
        terminal = Terminal(server.command(command, env), env, columns, rows)
        opened.append(terminal)
        return terminal

    yield begin
    for terminal in opened:
        terminal.close()


def noting_its_process(path: Path, *command: str) -> list[str]:
    """The command, after its process id is written to ``path``."""
    return ["sh", "-c", f'echo $$ > {shlex.quote(str(path))}; exec "$@"', "sh", *command]


def wait_gone(process: int) -> None:
    """Wait until a process that is not ours has ended."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        assert select.select([descriptor], [], [], PATIENCE)[0], "the desk did not end"
    finally:
        os.close(descriptor)


def begin_a_note(desk: Terminal) -> None:
    """Star the first article, and type half a note on it."""
    desk.wait_for("Warsaw and Minsk", "Minsk offers")
    desk.press("s")
    desk.wait_for("★")
    desk.press("c")
    desk.wait_for("Note on")
    desk.type("half a thought на кириллице")
    desk.wait_for("half a thought на кириллице")


def finish_the_note(desk: Terminal) -> None:
    desk.type(", finished")
    desk.wait_for("half a thought на кириллице, finished")
    desk.press("enter")
    desk.wait_for("Noted")


def notes(home: Path) -> str:
    done = subprocess.run(
        [COMMAND, "export"], env=environment(home), capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_cut_connection_in_the_middle_of_a_note(
    connect: Connect, home: Path, tmp_path: Path
) -> None:
    desk = connect(*noting_its_process(tmp_path / "pid", COMMAND, str(ARTICLES)))
    begin_a_note(desk)
    process = int((tmp_path / "pid").read_text())
    desk.close()  # the client is killed: the other side notices a connection that is gone
    wait_gone(process)
    assert not list(home.glob("crashes/*"))

    again = connect(COMMAND, str(ARTICLES))
    again.wait_for("Warsaw and Minsk", "Minsk offers", "★")
    again.press("c")
    again.wait_for("half a thought на кириллице")
    finish_the_note(again)
    again.press("q")
    assert again.wait_ended() == 0
    assert "half a thought на кириллице, finished" in notes(home)


@pytest.fixture
def tmux(connect: Connect, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Log in to a tmux session of the test's own, which is made if it is not there."""
    if TMUX is None:
        pytest.skip("tmux is missing")
    socket_path = tmp_path / "tmux"
    words = [TMUX, "-u", "-f", "/dev/null", "-S", str(socket_path)]

    def begin(*command: str, **more: int) -> Terminal:
        return connect(*words, "new-session", "-A", "-s", "desk", shlex.join(command), **more)

    yield begin
    subprocess.run([*words, "kill-server"], check=False, capture_output=True)


def test_a_cut_connection_inside_tmux(
    tmux: Callable[..., Terminal], home: Path, tmp_path: Path
) -> None:
    command = noting_its_process(tmp_path / "pid", COMMAND, str(ARTICLES))
    desk = tmux(*command)
    begin_a_note(desk)
    desk.close()

    again = tmux(*command, columns=100, rows=30)  # attaches, from a larger window
    again.wait_for("half a thought на кириллице")
    finish_the_note(again)
    again.press("enter")
    again.wait_for("border")
    process = int((tmp_path / "pid").read_text())
    again.press("q")
    wait_gone(process)
    assert "half a thought на кириллице, finished" in notes(home)


def test_detaching_from_tmux_and_coming_back(tmux: Callable[..., Terminal]) -> None:
    desk = tmux(COMMAND, str(ARTICLES))
    desk.wait_for("Warsaw and Minsk", "Minsk offers")
    desk.press("j", "enter")
    desk.wait_for("March 14, 2016 17:05")
    desk.press("ctrl+b", "d")
    assert desk.wait_ended() == 0

    again = tmux(COMMAND, str(ARTICLES), columns=120, rows=36)
    again.wait_for("March 14, 2016 17:05", "Warsaw and Minsk")
    again.press("q")
    assert again.wait_ended() == 0
