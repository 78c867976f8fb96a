"""Full text: articles by their words, newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from tui.library.database import Database
from tui.library.queries import match_query
from tui.text.patterns import lazy

AROUND: Final = 80
"""Characters of a snippet before its first hit."""

SNIPPET: Final = 240
"""Characters of a snippet at most."""

# Noncharacters, which no text should hold; where one does, its hits are not marked.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKED = lazy(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found.

    ``snippet`` is its text from offset ``start`` on, ``marks`` are the hits in the snippet, and
    ``spans`` all hits in the current version; none where only title or source hold the words.
    """

    article: str
    title: str
    source: str
    date: str
    snippet: str
    start: int
    marks: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]


_COMMON: Final = 200
"""Matches from which on it is quicker to walk a long list in its order than to sort them."""


def is_common(database: Database, query: str) -> bool:
    """Whether so many articles match that it is better to walk the list than to sort them."""
    (found,) = database.row(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
        (query, _COMMON),
    )
    return bool(found == _COMMON)


def search(database: Database, typed: str, limit: int) -> list[Hit]:
    """Articles with all the words of ``typed``, newest first; see :mod:`tui.library.queries`."""
    query = match_query(typed)
    if query is None:
        return []
    index = "INDEXED BY list_by_date" if is_common(database, query) else "NOT INDEXED"
    newest = database.rows(
        f"SELECT key FROM list {index} WHERE removed = 0 AND key IN "
        "(SELECT rowid FROM search WHERE search MATCH ?) ORDER BY date DESC, key DESC LIMIT ?",
        (query, limit),
    )
    keys = json.dumps([key for (key,) in newest])
    # Asking the whole index for the words' places in one article costs as much as a search. A
    # small index of just these articles is made instead, which finds exactly the same words.
    database.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.found USING fts5 "
        "(title, text, source, tokenize = 'unicode61 remove_diacritics 2')"
    )
    database.run("DELETE FROM temp.found")
    database.run(
        "INSERT INTO temp.found (rowid, title, text, source) SELECT key, title, text, source "
        "FROM searched WHERE key IN (SELECT value FROM json_each(?))",
        (keys,),
    )
    hits = {
        row[0]: _hit(*row[1:])
        for row in database.rows(
            "SELECT list.key, article, list.title, list.source, date, text, "
            f"highlight(found, 1, '{_OPEN}', '{_CLOSE}') FROM temp.found "
            "JOIN list ON list.key = found.rowid WHERE found MATCH ?",
            (query,),
        )
    }
    database.run("DELETE FROM temp.found")
    return [hits[key] for (key,) in newest if key in hits]


def _hit(article: str, title: str, source: str, date: str, text: str, marked: str) -> Hit:
    spans: list[tuple[int, int]] = []
    if _OPEN not in text and _CLOSE not in text:
        for number, match in enumerate(_MARKED.finditer(marked)):
            start = match.start() - 2 * number
            spans.append((start, start + len(match[1])))
    start = max(0, spans[0][0] - AROUND) if spans else 0
    if start:
        blank = text.find(" ", start, spans[0][0])
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), start + SNIPPET)
    marks = tuple((a - start, b - start) for a, b in spans if b <= end)
    return Hit(article, title, source, date, text[start:end], start, marks, tuple(spans))
