"""What the language worker recognised in each version, and who appears where."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from tui.library.database import Database

Days = tuple[str, str]
"""First and last day of a date, ISO 8601."""


class Analyses:
    """The cache of analyses; part of a :class:`tui.library.Library`.

    A pipeline is named with everything that its result depends on (version, pattern set).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, version: str, pipeline: str | None = None) -> str | None:
        """The analysis of a version kept from this (or any) pipeline, as JSON, or None."""
        found = self._database.row(
            "SELECT analysis FROM analyses WHERE version = ? AND pipeline = coalesce(?, pipeline)",
            (version, pipeline),
        )
        return zlib.decompress(found[0]).decode() if found else None

    def keep(
        self,
        version: str,
        pipeline: str,
        analysis: str,
        actors: Iterable[str],
        dates: Iterable[Days] = (),
    ) -> None:
        """Keep an analysis (JSON), with the ids of the actors and the days in it; earlier ones go.

        That of a version that has gone meanwhile is dropped.
        """
        with self._database.transaction():
            known = self._article_of(version)
            if known is None:
                return
            key, current = known
            self._database.run("DELETE FROM analyses WHERE version = ?", (version,))
            self._database.run(
                "INSERT INTO analyses VALUES (?, ?, ?)",
                (version, pipeline, zlib.compress(analysis.encode(), 1)),
            )
            if version == current:
                self.forget(key)
                self._database.run_many(
                    "INSERT OR IGNORE INTO appearances VALUES (?, ?)",
                    [(actor, key) for actor in actors],
                )
                self._write_dates(key, dates)

    def redate(self, version: str, dates: Iterable[Days]) -> bool:
        """Keep other days for a text whose dates were resolved anew; whether that changed any.

        Nothing is kept for a text that is not an article's current one.
        """
        wanted = set(dates)
        key, current = self._article_of(version) or (0, "")
        if version != current or wanted == self._dates(key):
            return False
        with self._database.transaction():
            self._database.run("DELETE FROM dated WHERE key = ?", (key,))
            self._write_dates(key, wanted)
        return True

    def forget(self, key: int) -> None:
        """Forget who and when is in the article of that key, whose text has changed."""
        self._database.run("DELETE FROM appearances WHERE key = ?", (key,))
        self._database.run("DELETE FROM dated WHERE key = ?", (key,))

    def _article_of(self, version: str) -> tuple[int, str] | None:
        """The key of the article that a version belongs to, and that article's current version."""
        found: tuple[int, str] | None = self._database.row(
            "SELECT versions.key, articles.version FROM versions JOIN articles USING (key) "
            "WHERE versions.id = ?",
            (version,),
        )
        return found

    def _dates(self, key: int) -> set[Days]:
        return set(self._database.rows("SELECT first, last FROM dated WHERE key = ?", (key,)))

    def _write_dates(self, key: int, dates: Iterable[Days]) -> None:
        self._database.run_many(
            "INSERT OR IGNORE INTO dated VALUES (?, ?, ?)",
            [(first, last, key) for first, last in dates],
        )

    def appearances(self, actor: str) -> int:
        """In how many analysed articles an actor appears."""
        (number,) = self._database.row(
            "SELECT count(*) FROM appearances JOIN list USING (key) "
            "WHERE actor = ? AND removed = 0",
            (actor,),
        )
        return int(number)

    def articles_with(self, actor: str) -> frozenset[str]:
        """The ids of the analysed articles in which an actor appears."""
        return frozenset(
            article
            for (article,) in self._database.rows(
                "SELECT article FROM appearances JOIN list USING (key) "
                "WHERE actor = ? AND removed = 0",
                (actor,),
            )
        )

    def count(self) -> int:
        """How many articles have their current text analysed."""
        (number,) = self._database.row(
            "SELECT count(*) FROM list WHERE removed = 0 "
            "AND version IN (SELECT version FROM analyses)"
        )
        return int(number)

    def wanting(self, pipeline: str, limit: int) -> list[str]:
        """Versions that ``pipeline`` has yet to analyse, of the newest articles first."""
        return [
            version
            for (version,) in self._database.rows(
                "SELECT version FROM list WHERE removed = 0 AND NOT EXISTS (SELECT 1 FROM analyses "
                "WHERE analyses.version = list.version AND pipeline = ?) "
                "ORDER BY date DESC, key DESC LIMIT ?",
                (pipeline, limit),
            )
        ]
