"""``briefs-tui export``: what the user marked and noted, or the dates that articles name."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui import home
from tui.annotations import Corrections, Notebook
from tui.cli.output import Progress, complain, fail, json_line
from tui.exchange.evidence import collect
from tui.exchange.formats import FORMATS, TIMELINES
from tui.exchange.timeline import Moment, choose
from tui.exchange.timeline import collect as collect_dates
from tui.library import Library
from tui.store import Store
from tui.text import visible

SHORT = {"md": "markdown", "csv": "timeline-csv"}
"""Formats by how files of theirs commonly end, where that is not their name."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which format, of what, and where to."""
    parser.epilog = (
        f"What you marked and noted is written as {' or '.join(FORMATS)}; the dates that articles "
        f"name, with your corrections of them, as {' or '.join(TIMELINES)}."
    )
    formats = [*FORMATS, *TIMELINES]
    parser.add_argument(
        "--format",
        choices=formats,
        type=lambda name: SHORT.get(name, name),
        help="default what the file's name ends with, else jsonl",
    )
    parser.add_argument(
        "--json", action="store_const", const="jsonl", dest="format", help="same as --format jsonl"
    )
    parser.add_argument(
        "--tag", help="only what carries this tag; for dates: the articles that do, or notes there"
    )
    parser.add_argument("--kept", action="store_true", help="only of articles that you kept")
    parser.add_argument(
        "--annotated", action="store_true", help="only dates of articles that you noted or marked"
    )
    parser.add_argument(
        "--article", action="append", default=[], metavar="ID", help="only of this article"
    )
    parser.add_argument(
        "--output", "-o", type=Path, metavar="FILE", help="a file; default standard output"
    )


def run(args: argparse.Namespace) -> int:
    """Write the export, and say on standard error what a format could not hold."""
    if args.format is None:
        ending = args.output.suffix[1:].lower() if args.output is not None else ""
        ending = SHORT.get(ending, ending)
        args.format = ending if ending in {*FORMATS, *TIMELINES} else "jsonl"
    text = _timeline(args) if args.format in TIMELINES else _annotations(args)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        args.output.write_bytes(text.encode())
    except OSError as error:
        return fail(f"{args.output}: the export cannot be written ({error.strerror}).")
    return 0


def _annotations(args: argparse.Namespace) -> str:
    with Store.open(home.store_folder()) as store, Library(home.library_file()) as library:
        items = [
            item
            for item in collect(Notebook(store), Corrections(store), library, tag=args.tag)
            if (not args.kept or item.state.triage == "kept")
            and (not args.article or item.annotation.article in args.article)
        ]
    text = "".join(FORMATS[args.format](items, json_line))
    return text if args.output is not None else visible(text)


def _timeline(args: argparse.Namespace) -> str:
    moments: list[Moment] = []
    progress = Progress("dates")
    with Store.open(home.store_folder()) as store, Library(home.library_file()) as library:
        library.projection.catch_up(store.folder)
        rows = choose(
            library,
            Notebook(store),
            kept=args.kept,
            annotated=args.annotated,
            tag=args.tag,
            articles=args.article,
        )
        for moment in collect_dates(library, Corrections(store), rows):
            moments.append(moment)
            progress.step()
    progress.end()
    written = TIMELINES[args.format](moments)
    for sentence in written.left_out:
        complain(sentence)
    return written.text
