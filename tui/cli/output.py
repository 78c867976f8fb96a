"""Printing for people and programs: nothing from an article can drive the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from tui.text import one_line, visible


def say(text: str = "") -> None:
    """Print a line for people, control characters replaced by stand-ins."""
    print(visible(text))


def say_json(value: Any) -> None:
    """Print one JSON object on a line; what a terminal might obey is written as an escape."""
    print(json_line(value))


def json_line(value: Any) -> str:
    """One line of JSON, readable in any script and harmless in a terminal."""
    text = json.dumps(value, ensure_ascii=False)
    shown = visible(text)
    if shown == text:
        return text
    return "".join(a if a == b else json.dumps(a)[1:-1] for a, b in zip(text, shown, strict=True))


def fail(message: str) -> int:
    """Say on standard error what went wrong, in one line; gives the exit status."""
    complain(message)
    return 1


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"briefs-tui: {one_line(message)}", file=sys.stderr)


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows in columns as wide as their widest cell."""
    from rich.cells import cell_len, set_cell_size

    cells = [tuple(one_line(cell) for cell in row) for row in rows]
    if not cells:
        return
    widths = [max(cell_len(row[n]) for row in cells) for n in range(len(cells[0]))]
    for row in cells:
        padded = (set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(padded).rstrip())


class Progress:
    """A count on standard error while long work goes on, if that is a terminal."""

    def __init__(self, words: str) -> None:
        """``words`` say what is counted."""
        self._words = words
        self._shown = sys.stderr.isatty()
        self._count = 0

    def step(self) -> None:
        """One more."""
        self._count += 1
        if self._shown and self._count % 25 == 0:
            print(f"\r{self._count} {self._words}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
