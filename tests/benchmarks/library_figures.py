"""How long the library takes with many articles, against few: run by hand.

    python -m tests.benchmarks.library_figures SMALL BIG

SMALL and BIG are folders made by generate_library. Each figure is the median of interleaved
runs in milliseconds, and the ratio of the two: absolute times depend on the machine.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.library import Document, Library, View
from tui.model import Change, Edit

ALL = View(triage=None)
WORDS = ("lukashenka", "gazprom kremlin", '"belarus in focus"', "mins", "babo", "ba", "statk put")
"""A common word, two, a phrase, and prefixes."""


def first_window(path: Path, view: View) -> None:
    """What the first frame needs: open, the first keys, a screenful of rows, the progress."""
    with Library(path) as library:
        library.listing.rows(library.listing.keys(view, 200)[:50])


def figures(library: Library) -> dict[str, Callable[[], object]]:
    """What is measured on an open library, by name."""
    path, listing = library.path, library.listing
    measured: dict[str, Callable[[], object]] = {
        "open, first 200 keys, 50 rows": lambda: first_window(path, View()),
        "the same, by title": lambda: first_window(path, View(sort="title")),
        "the same, kept only": lambda: first_window(path, View("kept")),
        "first 200 keys of a word": lambda: listing.keys(View(words="gazprom"), 200),
        "all keys": lambda: listing.keys(ALL),
        "all keys of the inbox": lambda: listing.keys(View()),
        "progress": lambda: listing.counts(View()),
        "50 rows": lambda: listing.rows(listing.keys(ALL, 50, 100)),
        "show one change": lambda: show_change(library),
        "import one article": lambda: import_one(library),
    }
    for typed in WORDS:
        measured[f"search {typed}"] = lambda typed=typed: library.search(typed, 50)  # type: ignore[misc]
    return measured


def show_change(library: Library) -> None:
    """Apply a decision on one article to the list."""
    (row,) = library.listing.rows(library.listing.keys(replace(ALL, sort="added"), 1))
    after = {"triage": "kept" if row.triage == "inbox" else "inbox"}
    edit = Edit("states", row.article, None, after)
    library.projection.apply(Change("x", "", "", (edit,)))


def import_one(library: Library) -> None:
    """Add an article that is new."""
    library.add(Document(f"A new one {time.time_ns()}\n\n" + "Some words of its body. " * 80))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs=2, type=Path, metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=15)
    chosen = parser.parse_args()
    libraries = [Library(folder / "library.sqlite") for folder in chosen.folders]
    print(f"| what | {' | '.join(f'{one.count():,}' for one in libraries)} | ratio |")
    print("|---|---|---|---|")
    sides = [figures(library) for library in libraries]
    for name in sides[0]:
        taken: list[list[float]] = [[], []]
        for _ in range(chosen.runs):
            for side, times in zip(sides, taken, strict=True):
                begun = time.perf_counter()
                side[name]()
                times.append((time.perf_counter() - begun) * 1000)
        few, many = map(statistics.median, taken)
        print(f"| {name} | {few:.2f} ms | {many:.2f} ms | {many / few:.1f} |", flush=True)


if __name__ == "__main__":
    main()
