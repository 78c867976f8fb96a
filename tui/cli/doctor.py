"""``briefs-tui doctor``: check store, library and index; mend what can be made again."""

from __future__ import annotations

import argparse

from tui import home
from tui.cli.output import fail, say, say_json
from tui.library import doctor as library_doctor
from tui.store import check as store_check
from tui.store import repair as store_repair


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to mend."""
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line for each finding"
    )
    parser.add_argument(
        "--check", action="store_true", help="only say what is wrong, change nothing"
    )


def run(args: argparse.Namespace) -> int:
    """Print what is wrong and what was mended; 1 if anything is left."""
    folder, store, library = home.data_folder(), home.store_folder(), home.library_file()
    if folder.exists() and not folder.is_dir():
        return fail(f"{folder}: this is no folder; move it away, or set BRIEFS_HOME.")
    found = [("store", words) for words in store_check(store)]
    found += [("library", words) for words in library_doctor.check(library, store)]
    mended: list[tuple[str, str]] = []
    left = found
    if found and not args.check:
        mended = [("store", words) for words in store_repair(store)]
        mended += [("library", words) for words in library_doctor.repair(library, store)]
        left = [("store", words) for words in store_check(store)]
        left += [("library", words) for words in library_doctor.check(library, store)]
    for kind, entries in (("problem", found), ("mended", mended), ("left", left if mended else [])):
        for where, words in entries:
            if args.json:
                say_json({"where": where, kind: words})
            else:
                say(f"{where}: {words}" if kind == "problem" else f"{where}, {kind}: {words}")
    if not found and not args.json:
        say(f"{folder}: store, library and index are in order.")
    return fail(f"{folder}: not everything is in order.") if left else 0
