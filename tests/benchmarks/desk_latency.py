"""How long keys take, from the key to the last byte of what it causes: run by hand.

    python -m tests.benchmarks.desk_latency SMALL BIG [--work FOLDER] [--rounds 200] [--only PART]

SMALL and BIG are folders made by generate_library. What is compared runs at the same time in two
terminals (or in turn in one), key by key. The texts are made up and kept in the work folder.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from pathlib import Path

from tests.benchmarks.desk_runs import (
    analysed,
    desk,
    key,
    late,
    make,
    middle,
    pressed,
    row,
    text,
)
from tests.terminal import Terminal

SHORT, LONG = "Short one", "Long one"


def compare(what: str, base: list[float], other: list[float]) -> None:
    """Medians and 95th percentiles in milliseconds, with their ratios."""
    for name, of in (("median", middle), ("p95", late)):
        a, b = 1000 * of(base), 1000 * of(other)
        row(f"{what}, {name}", f"{b:.1f} / {a:.1f} ms", f"{b / a:.2f}")


def steps(count: int) -> list[str]:
    """Keys that go down and up again without scrolling."""
    return [("j", "k")[(n // 15) % 2] for n in range(count)]


def moves(small: Path, big: Path, rounds: int) -> None:
    """Cursor moves in a long list and in a short one."""
    with desk(small) as one, desk(big) as other:
        for terminal in (one, other):
            terminal.wait_for("? help")
            terminal.settled(2.0)
        found: tuple[list[float], list[float]] = ([], [])
        for step in steps(rounds):
            for terminal, times in zip((one, other), found, strict=True):
                times.append(key(terminal, step)[0])
        compare("cursor move, 100,000 rows against 100", *found)


def worker_of(terminal: Terminal) -> Path | None:
    """The language worker of a desk, in /proc."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[1]) == terminal.pid and b"tui.language" in (
                (process / "cmdline").read_bytes()
            ):
                return process
        except OSError:
            continue
    return None


def used(process: Path) -> float:
    """Seconds of CPU time that a process has used."""
    fields = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def busy(work: Path, rounds: int) -> None:
    """Cursor moves while the worker analyses the pile, and in a desk without one."""
    texts = {f"Heavy {n}": text(20_000, n) for n in range(150)}
    heavy = make(work / "heavy", texts)
    with desk(heavy) as idle, desk(heavy) as working:
        for terminal in (idle, working):
            terminal.wait_for("Heavy 0")
            terminal.settled(2.0)
        working.press("enter")
        working.wait_for("? help", "Heavy 0")
        working.press("h")
        working.wait_until(lambda: worker_of(working), "the worker")
        worker = worker_of(working)
        assert worker is not None
        while used(worker) < 3:  # Until it has loaded all that it needs.
            working.pump(0.5)
        found: tuple[list[float], list[float]] = ([], [])
        begun, before = time.perf_counter(), used(worker)
        for step in steps(rounds):
            for terminal, times in zip((idle, working), found, strict=True):
                terminal.settled(0.05)
                times.append(key(terminal, step)[0])
        share = (used(worker) - before) / (time.perf_counter() - begun)
        compare(f"cursor move, worker busy ({share:.0%} of a core) against none", *found)


def entities(work: Path, rounds: int) -> None:
    """From entity to entity in a long text and in a short one."""
    shorts = make(work / "short-one", {SHORT: text(2_000)})
    longs = make(work / "long-one", {LONG: text(100_000)})
    with desk(shorts) as one, desk(longs) as other:
        for terminal in (one, other):
            terminal.wait_for("one")
            terminal.settled(1.0)
            pressed(terminal, "enter")
            analysed(terminal)
        found: tuple[list[float], list[float]] = ([], [])
        for number in range(rounds):
            direction = ("]", "[")[(number // 12) % 2]
            for terminal, times in zip((one, other), found, strict=True):
                key(terminal, direction)
                times.append(key(terminal, "e")[0])
        compare("next entity, 100,000 words against 2,000", *found)


def rested(terminal: Terminal) -> None:
    """Wait until the desk and its worker have had nothing to do for a while."""
    desk_itself, before = Path(f"/proc/{terminal.pid}"), -1.0
    while True:
        worker = worker_of(terminal)
        now = used(desk_itself) + (used(worker) if worker is not None else 0)
        if now - before < 0.02 and not terminal.pump(0):
            return
        before = now
        terminal.pump(0.5)


def to_text(terminal: Terminal, words: bytes) -> float:
    """Seconds from Enter to the end of the frame with these words."""
    frame = re.compile(words + rb".*?\x1b\[\?2026l", re.DOTALL)
    mark, begun, count = terminal.mark(), time.perf_counter(), len(terminal.chunks)
    terminal.press("enter")
    terminal.wait_until(lambda: frame.search(terminal.since(mark)), words.decode())
    seen = b""
    for when, chunk in terminal.chunks[count:]:
        seen += chunk
        if frame.search(seen):
            return when - begun
    raise AssertionError(words)


def opening(work: Path, rounds: int) -> None:
    """From Enter to the text: two long articles in turn in one desk, two short ones in another.

    Each time the desk has come to rest before, so that nothing pays for what went before it.
    """
    shorts = {f"Short {n}": text(2_000, n) for n in (3, 4)}
    longs = {f"Long {n}": text(100_000, n) for n in (5, 6)}
    homes = [make(work / name, of) for name, of in (("shorts", shorts), ("longs", longs))]
    found: tuple[list[float], list[float]] = ([], [])
    with desk(homes[0]) as one, desk(homes[1]) as other:
        for terminal, texts in ((one, shorts), (other, longs)):
            terminal.settled(2.0)
            terminal.press("h")  # Another run may have left it with an article open.
            terminal.wait_for(*texts)
        for number in range(-2, rounds):  # The first of all load what opening needs.
            for terminal, texts, times in zip((one, other), (shorts, longs), found, strict=True):
                key(terminal, "kj"[number % 2])
                rested(terminal)
                body = list(texts.values())[number % 2]
                took = to_text(terminal, " ".join(body.split()[:4]).encode())  # No names yet.
                if number >= 0:
                    times.append(took)
                rested(terminal)
                terminal.press("h")
                terminal.wait_for("Enter open")
    compare("Enter to text, 100,000 words against 2,000", *found)


PARTS = ("moves", "busy", "entities", "opening")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("small", type=Path)
    parser.add_argument("big", type=Path)
    parser.add_argument("--work", type=Path, default=Path("/tmp/desk-benchmarks"))
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    chosen = parser.parse_args()
    parts = (chosen.only,) if chosen.only else PARTS
    row("from key to last byte", "milliseconds", "ratio")
    if "moves" in parts:
        moves(chosen.small, chosen.big, chosen.rounds)
    if "busy" in parts:
        busy(chosen.work, chosen.rounds)
    if "entities" in parts:
        entities(chosen.work, chosen.rounds // 3)
    if "opening" in parts:
        opening(chosen.work, chosen.rounds // 10)


if __name__ == "__main__":
    main()
