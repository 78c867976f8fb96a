"""``briefs-tui search``: find articles by their words."""

from __future__ import annotations

import argparse

from tui import home
from tui.cli.output import fail, say_json, table
from tui.library import Hit, Library
from tui.library.searching import SNIPPET


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The query, and how to answer."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "a phrase", begin*')
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--limit", type=int, default=50, help="at most so many (default 50)")


def run(args: argparse.Namespace) -> int:
    """Print what is found, newest first; 1 if nothing is."""
    with Library(home.library_file()) as library:
        hits = library.search(" ".join(args.query), args.limit)
        articles = [(hit, library.article(hit.article)) for hit in hits]
    if args.json:
        for hit, article in articles:
            if article is not None:
                say_json(
                    {
                        "id": article.id,
                        "title": article.title,
                        "dateline": article.dateline,
                        "source": article.source,
                        "snippet": hit.snippet,
                    }
                )
    else:
        table(((a.dateline or "no date")[:10], a.title, excerpt(h)) for h, a in articles if a)
    return 0 if hits else fail("Nothing was found.")


def excerpt(hit: Hit) -> str:
    """The snippet in whole words, with a sign where the text goes on."""
    words, last = hit.snippet, max((end for _, end in hit.marks), default=0)
    if len(words) == SNIPPET:  # It may have been cut within a word.
        words = words[: max(last, words.rfind(" "))] + "…"
    return "…" * bool(hit.start) + words.strip()
