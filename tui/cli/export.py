"""``briefs-tui export``: what the user marked and noted, as JSON Lines or Markdown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tui import home
from tui.annotations import Notebook
from tui.cli.output import fail, json_line
from tui.exchange import FORMATS
from tui.exchange.evidence import collect
from tui.library import Library
from tui.store import Store
from tui.text import visible


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which format, of what, and where to."""
    parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help="default jsonl")
    parser.add_argument(
        "--json", action="store_const", const="jsonl", dest="format", help="same as --format jsonl"
    )
    parser.add_argument("--tag", help="only what carries this tag")
    parser.add_argument(
        "--output", "-o", type=Path, metavar="FILE", help="a file; default standard output"
    )


def run(args: argparse.Namespace) -> int:
    """Write the annotations, and say on standard error what a format could not hold."""
    with Store.open(home.store_folder()) as store, Library(home.library_file()) as library:
        items = list(collect(Notebook(store), library, tag=args.tag))
    text = "".join(FORMATS[args.format](items, json_line))
    if args.output is not None:
        try:
            args.output.write_text(text, encoding="utf-8")
        except OSError as error:
            return fail(f"{args.output}: the export cannot be written ({error.strerror}).")
    else:
        sys.stdout.write(visible(text))
    return 0
