"""``briefs-tui doctor``: check store, library and index; mend what can be made again."""

from __future__ import annotations

import argparse

from tui import home
from tui import library as library_room
from tui import store as store_room
from tui.cli.output import say, say_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to mend."""
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line for each finding"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index and the list's projection again"
    )


def run(args: argparse.Namespace) -> int:
    """Print what is wrong; 1 if anything is and was not mended."""
    store, library = home.store_folder(), home.library_file()
    findings = [("store", words) for words in store_room.check(store)]
    if library.exists():
        if args.rebuild:
            with library_room.Library(library) as opened:
                opened.rebuild(store)
        findings += [("library", words) for words in library_room.check(library, store)]
    for where, words in findings:
        if args.json:
            say_json({"where": where, "problem": words})
        else:
            say(f"{where}: {words}")
    if not findings and not args.json:
        say(f"{home.data_folder()}: store, library and index are in order.")
    return 1 if findings else 0
