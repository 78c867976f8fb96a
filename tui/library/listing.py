"""The list's projection: which rows a view has, and what stands in a row."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tui.library.database import Database
from tui.library.queries import match_query
from tui.library.searching import is_common
from tui.library.views import Sort, View
from tui.model import ReadState, Triage

TRIAGES: Final[tuple[Triage, ...]] = ("inbox", "later", "kept", "dismissed")
READ_STATES: Final[tuple[ReadState, ...]] = ("unread", "opened", "read")
"""What the numbers in the list's columns stand for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article as the list shows it.

    ``key`` names the row while the library is open, and is never kept elsewhere. ``date`` is
    the dateline, or where there is none (``dated`` False) the instant of the import.
    """

    key: int
    article: str
    title: str
    source: str
    date: str
    dated: bool
    added: str
    read: ReadState
    triage: Triage
    star: bool
    tags: tuple[str, ...]
    annotations: int
    version: str
    starter: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles a view has by decision, and how many of them all are unread."""

    inbox: int = 0
    later: int = 0
    kept: int = 0
    dismissed: int = 0
    unread: int = 0
    starred: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.inbox + self.later + self.kept + self.dismissed

    @property
    def done(self) -> int:
        """Those about which a decision was made for good."""
        return self.kept + self.dismissed

    @property
    def left(self) -> int:
        """Those still to be decided on."""
        return self.inbox + self.later


_ORDERS: Final[dict[Sort, tuple[tuple[str, bool], ...]]] = {
    "date": (("date", True), ("key", True)),
    "added": (("added", True), ("key", True)),
    "title": (("title_key", False), ("date", True), ("key", True)),
    "source": (("source_key", False), ("date", True), ("key", True)),
    "unread": (("seen", False), ("date", True), ("key", True)),
}
"""The columns of each order, and whether they run downwards; as the indexes of the schema."""

_BATCH: Final = 500


class Listing:
    """Reads the list; part of a :class:`tui.library.Library`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keys(self, view: View, limit: int | None = None, offset: int = 0) -> array[int]:
        """The keys of the view's rows in its order, as they are now.

        The first screenful comes at once however long the list is; all of a long list take
        some tens of milliseconds.
        """
        where, values = _conditions(view)
        order = ", ".join(
            f"{column} {'DESC' if down != view.reverse else 'ASC'}"
            for column, down in _ORDERS[view.sort]
        )
        # With a plain filter the order's index holds all that is asked for. Other conditions
        # find few rows as a rule: then it is best to start from those.
        query = match_query(view.words)
        walk = view.is_plain or (query is not None and is_common(self._database, query))
        index = f"INDEXED BY list_by_{view.sort}" if walk else "NOT INDEXED"
        statement = f"SELECT key FROM list {index} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        values += [-1 if limit is None else limit, offset]
        return array("q", (key for (key,) in self._database.rows(statement, values)))

    def rows(self, keys: Sequence[int]) -> list[Row]:
        """The rows of ``keys`` in that order, without those that are gone from the library."""
        found: dict[int, Row] = {}
        for start in range(0, len(keys), _BATCH):
            batch = keys[start : start + _BATCH]
            statement = f"SELECT {_COLUMNS} FROM list WHERE key IN ({_marks(batch)})"
            for row in self._database.rows(statement, batch):
                found[row[0]] = _row(row)
        return [found[key] for key in keys if key in found]

    def keys_of(self, articles: Iterable[str]) -> dict[str, int]:
        """The keys of articles by id, without unknown ones."""
        statement = (
            "SELECT article, key FROM list WHERE key IN (SELECT key FROM articles WHERE id IN "
            "(SELECT value FROM json_each(?)))"
        )
        return dict(self._database.rows(statement, [json.dumps(list(articles))]))

    def place(self, article: str) -> int:
        """Where the user was in an article when it was last left, as an offset into its text."""
        row = self._database.row("SELECT place FROM user WHERE article = ?", (article,))
        return int(row[0]) if row else 0

    def counts(self, view: View) -> Counts:
        """How many articles meet the view's conditions, whatever was decided about them.

        At once for a plain view, however long the list is.
        """
        where, values = _conditions(view.whole())
        found: dict[str, int] = {}
        unread = starred = 0
        # A plain view of the whole list has no condition that the tally does not know.
        source = "tally" if view.is_plain else "(SELECT *, 1 AS number FROM list)"
        statement = (
            "SELECT triage, sum(number), sum(number * (1 - seen)), sum(number * star) "
            f"FROM {source} WHERE {where} GROUP BY triage"
        )
        for triage, number, new, stars in self._database.rows(statement, values):
            found[TRIAGES[triage]] = number
            unread += new
            starred += stars
        return Counts(**found, unread=unread, starred=starred)

    def tags(self) -> list[tuple[str, int]]:
        """All tags on articles and how many carry each, the commonest first."""
        return self._database.rows(
            "SELECT tag, count(*) AS number FROM tagged JOIN list USING (key) WHERE NOT removed "
            "GROUP BY tag ORDER BY number DESC, tag"
        )

    def sources(self) -> list[tuple[str, int]]:
        """All sources and how many articles are from each, the commonest first."""
        return self._database.rows(
            "SELECT source, count(*) AS number FROM list WHERE NOT removed "
            "GROUP BY source ORDER BY number DESC, source"
        )


def _conditions(view: View) -> tuple[str, list[Any]]:
    """The view's filter as SQL and its values."""
    parts = ["removed = 0"]
    values: list[Any] = []

    def also(condition: str, *more: Any) -> None:
        parts.append(condition)
        values.extend(more)

    if view.triage is not None:
        also("triage = ?", TRIAGES.index(view.triage))
    if view.starred:
        also("star = 1")
    if query := match_query(view.words):
        also("key IN (SELECT rowid FROM search WHERE search MATCH ?)", query)
    if view.tag is not None:
        also("key IN (SELECT key FROM tagged WHERE tag = ?)", view.tag)
    if view.source is not None:
        also("source = ?", view.source)
    if view.dates is not None:
        # A date within these days lies wholly in them: "in 2013" is not about 21 February.
        also("key IN (SELECT key FROM dated WHERE first >= ? AND last <= ?)", *view.dates)
    if view.articles is not None:
        also(
            "key IN (SELECT key FROM articles WHERE id IN (SELECT value FROM json_each(?)))",
            json.dumps(sorted(view.articles)),
        )
    if view.paths:
        below = " OR ".join("address = ? OR (address >= ? AND address < ?)" for _ in view.paths)
        bounds = [part for path in view.paths for part in _below(path)]
        also(f"key IN (SELECT key FROM addresses WHERE {below})", *bounds)
    return " AND ".join(parts), values


def _below(path: str) -> tuple[str, str, str]:
    """The path itself, and the bounds of everything below it ("0" follows "/" in order)."""
    stem = path.rstrip("/")
    return path, f"{stem}/", f"{stem}0"


_COLUMNS: Final = (
    "key, article, title, source, date, dateline, added, read, triage, star, tags, annotations, "
    "version, starter"
)


def _row(row: Sequence[Any]) -> Row:
    return Row(
        key=row[0],
        article=row[1],
        title=row[2],
        source=row[3],
        date=row[4],
        dated=row[5] is not None,
        added=row[6],
        read=READ_STATES[row[7]],
        triage=TRIAGES[row[8]],
        star=bool(row[9]),
        tags=tuple(json.loads(row[10])),
        annotations=row[11],
        version=row[12],
        starter=bool(row[13]),
    )


def _marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))
