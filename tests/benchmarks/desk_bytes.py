"""How many bytes keys send over the wire at 80x24 in 256 colours: run by hand.

    python -m tests.benchmarks.desk_bytes BIG [--work FOLDER]

BIG is a folder made by generate_library. The reader's figures are on a made-up article of 2,000
words with 300 names, kept in the work folder.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.desk_runs import desk, key, make, middle, row, text
from tests.terminal import Terminal

IDLE = 5.0


def report(what: str, sent: Sequence[int]) -> None:
    """Median and most of some numbers of bytes."""
    row(what, f"{middle(sent):.0f}", max(sent))


def in_list(big: Path) -> None:
    """Moving in a list of 100,000: within the screen, then scrolling it."""
    with desk(big) as terminal:
        terminal.wait_for("? help")
        terminal.settled(1.0)
        report("cursor move in the list", [key(terminal, "j")[1] for _ in range(20)])
        report("the same, scrolling", [key(terminal, "j")[1] for _ in range(20, 50)])
        report("page in the list", [key(terminal, "space")[1] for _ in range(10)])
        idle(terminal, "idle in the list, 5 s")
        spacy = loaded(terminal, "spacy")
        row("files of spaCy mapped by the desk", spacy, "")


def in_reader(home: Path) -> None:
    """Reading, with entities marked."""
    with desk(home) as terminal:
        terminal.wait_for("Made")
        terminal.press("enter")
        terminal.wait_for("Short")
        terminal.press("]", "e")
        while "w: why" not in terminal.text:
            terminal.settled(0.5)
            terminal.press("]", "e")
        terminal.settled(1.0)
        terminal.press("g", "g")
        terminal.settled()
        report("line in the reader", [key(terminal, "j")[1] for _ in range(30)])
        terminal.press("g", "g")
        terminal.settled()
        mark = terminal.mark()
        pages = [key(terminal, "space")[1] for _ in range(6)]
        report("page in the reader", pages)
        frames = terminal.since(mark).count(b"\x1b[?2026h") / len(pages)
        row("frames a page", f"{frames:.1f}", "")
        idle(terminal, "idle in the reader, 5 s")
        row("files of spaCy mapped by the desk, worker running", loaded(terminal, "spacy"), "")


def idle(terminal: Terminal, what: str) -> None:
    """What is sent when nothing is done."""
    terminal.settled(2.0)
    mark, end = terminal.mark(), time.monotonic() + IDLE
    while (left := end - time.monotonic()) > 0:
        terminal.pump(left)
    row(what, len(terminal.since(mark)), "")


def loaded(terminal: Terminal, library: str) -> int:
    """How many files of a library the program has mapped."""
    lines = Path(f"/proc/{terminal.pid}/maps").read_text(encoding="utf-8").splitlines()
    return len({line.split()[-1] for line in lines if f"/{library}/" in line})


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("big", type=Path)
    parser.add_argument("--work", type=Path, default=Path("/tmp/desk-benchmarks"))
    chosen = parser.parse_args()
    row("bytes at 80x24", "median", "most")
    in_list(chosen.big)
    in_reader(make(chosen.work / "short", {"Short": text(2_000)}))


if __name__ == "__main__":
    main()
