"""``briefs-tui restore``: put a backup back, or take that back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from tui import home
from tui.cli.backup import counted
from tui.cli.output import complain, say
from tui.exchange import backup


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, or none to take the last restore back."""
    parser.add_argument(
        "backup",
        nargs="?",
        metavar="BACKUP",
        help="a backup's file, its name among the backups, or latest",
    )
    parser.add_argument(
        "--look", action="store_true", help="say what would change, and change nothing"
    )
    parser.add_argument(
        "--undo", action="store_true", help="put back what the last restore replaced"
    )


def run(args: argparse.Namespace) -> int:
    """Check the backup, say what differs, and swap."""
    folder, now = home.data_folder(), datetime.now(UTC)
    if args.undo == bool(args.backup):
        complain("Name one backup (see `briefs-tui backup --list`), or --undo.")
        return 2
    if args.undo:
        done = backup.undo(folder, now=now)
    else:
        done = backup.restore(folder, _find(folder, args.backup), now=now, look=args.look)
    if done.manifest is not None:
        say(f"The backup was made {done.manifest.made}: {counted(done.manifest)}.")
    for line in done.differences:
        say(line)
    if done.kept is not None:
        say(
            f"{'Put back' if args.undo else 'Restored'}. What was here before is kept in "
            f"{done.kept}; `briefs-tui restore --undo` puts it back."
        )
    return 0


def _find(folder: Path, name: str) -> Path:
    """The file that is meant: a path, or one of the backups in their own folder."""
    known = {item.path.name: item.path for item in backup.listing(folder)}
    if name == "latest" and known:
        return next(iter(known.values()))
    return known.get(name, Path(name).expanduser())
