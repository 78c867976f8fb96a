"""The store's figures, as ratios taken in one run; see README.md beside this file.

Run: ``.venv/bin/python -m tests.benchmarks.store_figures``
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui.model import Document
from tui.store import Store, files

SMALL, LARGE = 1_000, 100_000
CHANGES = 300
OPENINGS = 9
WORDS = ("minister", "president", "council", "protest", "election", "border", "union", "court")


def annotation(number: int) -> Document:
    """An annotation about as long as real ones: a quote with context, a short note, tags."""
    chance = random.Random(number)

    def words(count: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(count))

    version = f"{chance.getrandbits(256):064x}"
    selector = {
        "start": number,
        "end": number + 40,
        "exact": words(6),
        "prefix": words(4)[:32],
        "suffix": words(4)[:32],
        "version": version,
    }
    return {
        "article": f"{chance.getrandbits(80):020x}",
        "version": version,
        "selector": selector,
        "actor": None,
        "note": words(8),
        "tags": [chance.choice(WORDS)],
        "created": "2026-01-01T00:00:00.000Z",
        "updated": "2026-01-01T00:00:00.000Z",
    }


def key(number: int) -> str:
    return f"01J{number:023}"


def fill(folder: Path, count: int) -> Store:
    """A store of ``count`` annotations, each made by a change of its own, in batches of 1,000."""
    store = Store.open(folder)
    for first in range(0, count, 1000):
        store.commit(
            "Filled",
            {("annotations", key(n)): annotation(n) for n in range(first, first + 1000)},
        )
    store.compact()
    return store


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def changes(folder: Path) -> None:
    """A durable change at both sizes and the bare append of its bytes, interleaved."""
    small, large = fill(folder / "small", SMALL), fill(folder / "large", LARGE)
    bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    took: dict[str, list[float]] = {"small": [], "large": [], "bare": []}

    def change(store: Store, number: int) -> int:
        path = store._journal.path(2)
        before = path.stat().st_size
        place, document = ("annotations", key(number % SMALL)), annotation(number + LARGE)
        start = time.perf_counter()
        store.commit("Changed the note on “minister”", {place: document})
        took["small" if store is small else "large"].append(time.perf_counter() - start)
        return path.stat().st_size - before

    def append(size: int) -> None:
        data = b"x" * size
        start = time.perf_counter()
        os.write(bare, data)
        files.sync(bare)
        took["bare"].append(time.perf_counter() - start)

    size = 0
    for number in range(CHANGES):
        size = change(small, number)
        change(large, number)
        append(size)
    middle = {name: statistics.median(times) for name, times in took.items()}
    for name, times in took.items():
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"change, {name:5} {middle[name] * 1e3:7.2f} ms   p95 {p95 * 1e3:7.2f} ms")
    print(f"bytes of a change       {size}")
    print(f"100,000 against 1,000   {middle['large'] / middle['small']:.2f}   (goal 1.5)")
    print(f"100,000 against bare    {middle['large'] / middle['bare']:.2f}   (goal 3)")
    print(f"compaction at 100,000   {timed(large.compact):.2f} s")
    small.close()
    large.close()


OPEN = """
import json, sys, time
from pathlib import Path
from tui.store import Store
kind, path = sys.argv[1], Path(sys.argv[2])
start = time.perf_counter()
if kind == "json":
    with path.open(encoding="utf-8") as file: count = len(json.load(file)["annotations"])
else:
    store = Store.open(path); count = len(store.live()["annotations"])
took = time.perf_counter() - start
assert count == 100_000, count
print(took)
"""


def in_a_process(code: str, *arguments: str) -> float:
    command = [sys.executable, "-c", code, *arguments]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def openings(folder: Path) -> None:
    """Opening and loading 100,000 annotations and ``json.load`` of them, in fresh processes."""
    fresh = folder / "large"
    with Store.open(fresh) as store:
        (folder / "plain.json").write_text(json.dumps(store.live()), encoding="utf-8")
    worst = folder / "worst"  # as long a journal behind the snapshot as closing leaves there
    with fill(worst, LARGE) as store:
        limit, number = (worst / "documents.json").stat().st_size * 0.95, 0
        path = store._journal.path(2)
        while path.stat().st_size < limit:
            batch = range(number, number := number + 500)
            store.commit(
                "Changed",
                {("annotations", key(n % LARGE)): annotation(n + LARGE) for n in batch},
            )
    took: dict[str, list[float]] = {"json.load": [], "store": [], "store, longest journal": []}
    for _ in range(OPENINGS):
        took["json.load"].append(in_a_process(OPEN, "json", str(folder / "plain.json")))
        took["store"].append(in_a_process(OPEN, "store", str(fresh)))
        took["store, longest journal"].append(in_a_process(OPEN, "store", str(worst)))
    base = statistics.median(took["json.load"])
    for name, times in took.items():
        middle = statistics.median(times)
        print(f"loading, {name:24} {middle * 1e3:6.0f} ms   {middle / base:.2f}   (goal 2)")


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as name:
        changes(Path(name))
        openings(Path(name))


if __name__ == "__main__":
    main()
