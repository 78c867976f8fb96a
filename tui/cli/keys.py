"""``briefs-tui keys``: the table of keys, with the user's own."""

from __future__ import annotations

import argparse

from tui import settings
from tui.cli.output import say_json, table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to answer."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Print every command with its place, keys, id and help."""
    from tui.desk import keymap
    from tui.desk.commands import load_all

    commands = keymap.apply(settings.load(), load_all()).values()
    if args.json:
        for each in commands:
            say_json(
                {
                    "id": each.id,
                    "label": each.label,
                    "keys": list(each.keys),
                    "places": list(each.places),
                    "help": each.help,
                }
            )
    else:
        table((each.shown_keys(), ", ".join(each.places), each.id, each.label) for each in commands)
    return 0
