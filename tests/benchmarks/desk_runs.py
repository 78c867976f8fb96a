"""What the benchmarks of the desk share: starting it, timing keys, made-up texts, tables."""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.terminal import COMMAND, Terminal, environment
from tui.library import Added, Document, Library

BARE = [sys.executable, str(Path(__file__).parent / "desk_bare.py")]
PLACES = "Minsk Moscow Kyiv Vilnius Warsaw Brussels Belarus Russia Ukraine Lithuania Poland Gomel"
"""Names that are found wherever they stand."""

QUIET = 0.12
"""Seconds without output after which a key has had its effect."""


def desk(home: Path, columns: int = 80, rows: int = 24) -> Terminal:
    """The desk on a home folder: 256 colours, as over SSH."""
    return Terminal([COMMAND], environment(home), columns, rows)


def first_sight(terminal: Terminal, pattern: bytes) -> float:
    """Seconds from the start of the program to the chunk that completes ``pattern``."""
    wanted = re.compile(pattern)
    terminal.wait_until(lambda: wanted.search(terminal.raw), pattern.decode())
    seen = b""
    for when, chunk in terminal.chunks:
        seen += chunk
        if wanted.search(seen):
            return when - terminal.started
    raise AssertionError(pattern)


def key(terminal: Terminal, *keys: str) -> tuple[float, int]:
    """Press keys; seconds to the last byte of what they caused, and the number of bytes."""
    mark, begun = terminal.mark(), time.perf_counter()
    terminal.press(*keys)
    terminal.pump(5)
    while terminal.pump(QUIET):
        pass
    return terminal.chunks[-1][0] - begun, len(terminal.since(mark))


def analysed(terminal: Terminal) -> None:
    """Wait until the open article's names are found, and go back to its beginning."""
    while "w: why" not in terminal.text:
        pressed(terminal, "]", "e")
    terminal.settled(2.0)
    pressed(terminal, "g", "g")


def pressed(terminal: Terminal, *keys: str) -> None:
    """Press keys and wait until nothing moves any more."""
    terminal.press(*keys)
    terminal.settled(1.0)


def text(words: int, seed: int = 1) -> str:
    """A made-up article in which three of twenty words are names, 100 words a paragraph."""
    rng = random.Random(seed)
    syllables = ["".join(pair) for pair in zip("bdgklmnprstvz" * 5, "aeiou" * 13, strict=True)]
    stock = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(4_000)]
    names = PLACES.split()
    paragraphs = []
    for _ in range(words // 100):
        chosen = rng.choices(stock, k=100)
        for place in range(5, 100, 20):
            for name in range(3):
                chosen[place + 4 * name] = rng.choice(names)
        sentences = [" ".join(chosen[at : at + 20]).capitalize() for at in range(0, 100, 20)]
        paragraphs.append(". ".join(sentences) + ".")
    return "\n\n".join(paragraphs)


def make(home: Path, texts: dict[str, str]) -> Path:
    """A library of these texts by title, the first one the newest; made once."""
    if not (home / "library.sqlite").exists():
        with Library(home / "library.sqlite") as library:
            for number, (title, body) in enumerate(texts.items()):
                day = f"2020-{12 - number // 28:02}-{28 - number % 28:02}"
                document = Document(f"{title}\n\n{body}", title=title, dateline=day, source="Made")
                (added,) = library.add_many([document])
                assert isinstance(added, Added)
    return home


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def late(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def interleaved(rounds: int, runs: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Run all in turn, round after round, after one that does not count."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            value = run()
            if number:
                found[name].append(value)
    return found


def row(what: str, *cells: object) -> None:
    """A row of a Markdown table."""
    print(f"| {what} | {' | '.join(map(str, cells))} |", flush=True)
