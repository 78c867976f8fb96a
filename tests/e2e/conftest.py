"""The installed program in a pseudo-terminal, on a library of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import COMMAND, Terminal, environment

ARTICLES = Path(__file__).parent / "articles"
"""Two articles as they come: one with a stamp that it contradicts, one with no date."""

STAMPED = "Minsk offers Brussels a talk, and keeps Moscow waiting"
UNDATED = "Warsaw and Minsk talk about the border through third parties"

Start = Callable[..., Terminal]
"""Starts ``briefs-tui`` with arguments; keywords are the terminal's, others are variables.

``through`` is a command before it that starts it in its turn.
"""


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Start the program as often as wanted; all are ended at the end."""
    terminals: list[Terminal] = []

    def begin(*arguments: object, columns: int = 120, rows: int = 36, **more: Any) -> Terminal:
        term = more.pop("term", "xterm-256color")
        cwd = more.pop("cwd", None)
        command = [*more.pop("through", ()), COMMAND, *map(str, arguments)]
        terminal = Terminal(command, environment(home, **more), columns, rows, cwd, term)
        terminals.append(terminal)
        return terminal

    yield begin
    for terminal in terminals:
        terminal.close()
