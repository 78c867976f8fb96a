"""How long the desk takes to its first frame with the list in it: run by hand.

    python -m tests.benchmarks.desk_first_frame SMALL BIG [--rounds 21]

SMALL and BIG are folders made by generate_library (100 and 100,000 articles). From the start of
the process to the chunk of output with the first row, against a bare Textual program with one
Static; interleaved, medians. After each frame the desk is left with ``q``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.desk_runs import (
    BARE,
    desk,
    first_sight,
    interleaved,
    middle,
    row,
)
from tests.terminal import Terminal, environment


def bare(home: Path) -> float:
    """One start of the bare program."""
    with Terminal(BARE, environment(home)) as terminal:
        return first_sight(terminal, b"bare-and-ready")


def list_on(home: Path) -> Callable[[], float]:
    """Starts of the desk on a library, with the cursor on top; a row is known by its date."""
    with desk(home) as terminal:
        terminal.wait_for("? help")
        terminal.press("g", "g", "q")
        terminal.wait_ended()

    def start() -> float:
        with desk(home) as terminal:
            seconds = first_sight(terminal, rb"20\d\d-\d\d-\d\d ")
            terminal.press("q")
            terminal.wait_ended()
            return seconds

    return start


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("small", type=Path)
    parser.add_argument("big", type=Path)
    parser.add_argument("--rounds", type=int, default=21)
    chosen = parser.parse_args()
    runs = {
        "bare": lambda: bare(chosen.small),
        "small": list_on(chosen.small),
        "big": list_on(chosen.big),
    }
    times = {name: middle(found) for name, found in interleaved(chosen.rounds, runs).items()}
    for name, seconds in times.items():
        row(f"first frame, {name}", f"{1000 * seconds:.0f} ms", f"{seconds / times['bare']:.2f}")
    row("big against small", "", f"{times['big'] / times['small']:.2f}")


if __name__ == "__main__":
    main()
