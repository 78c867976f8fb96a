"""``briefs-tui backup``: store and library in one dated file."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from tui import home, settings
from tui.cli.output import say, say_json
from tui.exchange import backup
from tui.exchange.backup import Manifest, instant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, or which there are."""
    parser.add_argument(
        "target",
        nargs="?",
        type=Path,
        metavar="FILE|FOLDER",
        help="a new file, or a folder for a dated one; default: backups, among the user's data",
    )
    parser.add_argument("--list", action="store_true", help="list the backups there are instead")
    parser.add_argument(
        "--automatic",
        action="store_true",
        help="only if one is due by the settings backups and backup_days; prunes old ones",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line for each")


def run(args: argparse.Namespace) -> int:
    """Make a backup and say what is in it, or list those there are."""
    folder, now = home.data_folder(), datetime.now(UTC)
    if args.list:
        for item in backup.listing(folder):
            if args.json:
                say_json({"path": str(item.path), "kind": item.kind, "made": instant(item.made)})
            else:
                say(f"{item.made:%Y-%m-%d %H:%M} UTC  {item.kind:9}  {item.path}")
        return 0
    if args.automatic:
        chosen = settings.load()
        os.nice(10)  # nobody waits for it
        if path := backup.automatic(folder, chosen.backups, chosen.backup_days, now):
            say_json({"path": str(path)}) if args.json else say(f"Backed up to {path}.")
        return 0
    path, manifest = backup.create(folder, args.target, now=now)
    if args.json:
        say_json({"path": str(path), "made": manifest.made, **manifest.counts})
    else:
        say(f"{path}: {counted(manifest)}.")
    return 0


def counted(manifest: Manifest) -> str:
    """What a backup holds, in words."""
    counts = manifest.counts
    kinds = ("articles", "annotations", "tags", "changes")
    return ", ".join(f"{counts.get(kind, 0)} {kind}" for kind in kinds)
