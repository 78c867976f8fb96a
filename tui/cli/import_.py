"""``briefs-tui import``: add articles to the library."""

from __future__ import annotations

import argparse

from tui import home
from tui.annotations import Notebook
from tui.cli.output import Progress, complain, say, say_json
from tui.exchange.importing import import_all, tag_imported
from tui.library import Added, Library, Problem, read_documents
from tui.store import Store


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
    progress = Progress("read")

    def each(result: Added | Problem) -> None:
        progress.step()
        if isinstance(result, Problem):
            complain(result.message)
        elif args.json:
            say_json(_record(result))

    with Library(home.library_file()) as library:
        done = import_all(library, read_documents(args.sources), each)
    told = len(done.problems)
    if done.tags:
        with Store.open(home.store_folder()) as store:
            done.problems += tag_imported(Notebook(store), done)
        for problem in done.problems[told:]:
            complain(problem)
    progress.end()
    if not args.json:
        say(done.summary())
    return 1 if done.problems else 0


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
