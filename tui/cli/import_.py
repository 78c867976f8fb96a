"""``briefs-tui import``: add articles to the library."""

from __future__ import annotations

import argparse

from tui import home
from tui.cli.output import Progress, complain, say, say_json
from tui.library import Added, Library, Problem, read_documents


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, and how to answer."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="file, folder, or - for standard input"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line for each article"
    )


def run(args: argparse.Namespace) -> int:
    """Import all sources; 1 if any could not be, after the rest was."""
    problems = 0
    counts = {"added": 0, "changed": 0, "same": 0}
    progress = Progress("read")
    with Library(home.library_file()) as library:
        for result in library.add_many(read_documents(args.sources)):
            progress.step()
            if isinstance(result, Problem):
                problems += 1
                complain(result.message)
            else:
                counts[result.outcome] += 1
                if args.json:
                    say_json(_record(result))
    progress.end()
    if not args.json:
        say(
            f"{counts['added']} added, {counts['changed']} changed, {counts['same']} known already."
        )
    return 1 if problems else 0


def _record(result: Added) -> dict[str, str | None]:
    article = result.article
    return {
        "id": article.id,
        "outcome": result.outcome,
        "title": article.title,
        "dateline": article.dateline,
        "source": article.source,
        "address": article.address,
    }
