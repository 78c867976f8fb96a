"""Annotations as JSON Lines: one object a line, everything kept, positions in code points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

from tui.exchange.evidence import Evidence


def jsonl(items: Iterable[Evidence], dumps: Callable[[Any], str]) -> Iterator[str]:
    """Lines of JSON; ``quote_checked`` tells that the quote was found at its positions."""
    for item in items:
        record = asdict(item.annotation)
        article = item.article
        record["article"] = {
            "id": item.annotation.article,
            "title": article.title if article else None,
            "source": article.source if article else None,
            "dateline": article.dateline if article else None,
            "address": article.address if article else None,
            "triage": item.state.triage,
            "tags": list(item.state.tags),
        }
        record["quote_checked"] = item.exact
        yield dumps(record) + "\n"
