"""Making the list and the full-text index from what was imported and what the user did."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from typing import Final

from tui.library.database import Database

# The row that the list should have for each article that is touched. CROSS JOIN keeps SQLite
# from walking all articles to find the few.
_FRESH: Final = """
    SELECT a.key, a.id, a.version,
        coalesce(u.title, a.title), coalesce(u.source, a.source),
        nullif(coalesce(u.dateline, a.dateline), ''), a.added, a.starter,
        coalesce(u.read, 0), coalesce(u.triage, 0), coalesce(u.star, 0), coalesce(u.tags, '[]'),
        (SELECT count(*) FROM annotated WHERE annotated.article = a.id), coalesce(u.removed, 0),
        coalesce(nullif(coalesce(u.dateline, a.dateline), ''), a.added), coalesce(u.read, 0) > 0,
        sort_key(coalesce(u.title, a.title)), sort_key(coalesce(u.source, a.source))
    FROM temp.touched CROSS JOIN articles AS a USING (key) LEFT JOIN user AS u ON u.article = a.id
"""
_IN_SEARCH: Final = "SELECT key, title, text, source FROM searched WHERE key IN (SELECT key FROM "


def prepare(connection: sqlite3.Connection) -> None:
    """Give ``connection`` what the statements here need."""
    connection.create_function("sort_key", 1, sort_key, deterministic=True)


def sort_key(text: str) -> str:
    """What titles and sources are sorted by: without case, accents and leading quotes."""
    plain = unicodedata.normalize("NFKD", text.lstrip("\"'“”‘’„«([*_ ")).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))


def refresh(database: Database, articles: Iterable[str] | None = None) -> None:
    """Bring list and index up to date for ``articles`` (ids), or for all; in a transaction."""
    with database.transaction():
        _collect(database, articles)
        # The index must be told what it held before that changes.
        database.run("DELETE FROM temp.stale")
        database.run(
            "INSERT INTO temp.stale SELECT list.key FROM temp.touched CROSS JOIN list USING (key) "
            "JOIN articles AS a USING (key) LEFT JOIN user AS u ON u.article = a.id WHERE "
            "(list.title, list.source, list.version) "
            "IS NOT (coalesce(u.title, a.title), coalesce(u.source, a.source), a.version)"
        )
        database.run(
            "INSERT INTO search (search, rowid, title, text, source) SELECT 'delete', * FROM "
            f"({_IN_SEARCH} temp.stale))"
        )
        database.run(
            "INSERT INTO temp.stale SELECT key FROM temp.touched "
            "WHERE key NOT IN (SELECT key FROM list)"
        )
        database.run("DELETE FROM list WHERE key IN (SELECT key FROM temp.touched)")
        database.run(f"INSERT INTO list {_FRESH}")
        database.run(f"INSERT INTO search (rowid, title, text, source) {_IN_SEARCH} temp.stale)")
        database.run("DELETE FROM tagged WHERE key IN (SELECT key FROM temp.touched)")
        database.run(
            "INSERT OR IGNORE INTO tagged SELECT tag.value, list.key FROM temp.touched "
            "CROSS JOIN list USING (key), json_each(list.tags) AS tag WHERE list.tags != '[]'"
        )


def remove(database: Database, articles: Iterable[str]) -> None:
    """Take articles out of list, index and library; in a transaction."""
    with database.transaction():
        _collect(database, articles)
        database.run(
            "INSERT INTO search (search, rowid, title, text, source) SELECT 'delete', * FROM "
            f"({_IN_SEARCH} temp.touched))"
        )
        database.run("DELETE FROM articles WHERE key IN (SELECT key FROM temp.touched)")


def rebuild(database: Database) -> None:
    """Make the list and the index anew from the articles and the user's state."""
    with database.transaction():
        database.run("DELETE FROM list")
        database.run("DELETE FROM tally")
        database.run("DELETE FROM tagged")
        _collect(database, None)
        database.run(f"INSERT INTO list {_FRESH}")
        database.run(
            "INSERT OR IGNORE INTO tagged SELECT tag.value, list.key FROM list, "
            "json_each(list.tags) AS tag WHERE list.tags != '[]'"
        )
        database.run("INSERT INTO search (search) VALUES ('rebuild')")


def _collect(database: Database, articles: Iterable[str] | None) -> None:
    """Fill ``temp.touched`` with the keys of ``articles``, or of all."""
    database.run("CREATE TEMP TABLE IF NOT EXISTS touched (key INTEGER PRIMARY KEY)")
    database.run("CREATE TEMP TABLE IF NOT EXISTS stale (key INTEGER PRIMARY KEY)")
    database.run("DELETE FROM temp.touched")
    if articles is None:
        database.run("INSERT INTO temp.touched SELECT key FROM articles")
    else:
        database.run(
            "INSERT INTO temp.touched SELECT key FROM articles WHERE id IN "
            "(SELECT value FROM json_each(?))",
            [json.dumps(list(articles))],
        )
