"""``briefs-tui tags``: the tags in use, on articles and passages."""

from __future__ import annotations

import argparse

from tui import home
from tui.annotations import Notebook
from tui.cli.output import say_json, table
from tui.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to answer."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Print each tag with its uses, most used first."""
    with Store.open(home.store_folder()) as store:
        counts = Notebook(store).tags()
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))
    if args.json:
        for tag, uses in ordered:
            say_json({"tag": tag, "uses": uses})
    else:
        table((str(uses), f"#{tag}") for tag, uses in ordered)
    return 0
