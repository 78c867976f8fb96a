"""The library: articles, their versions, and everything that is derived from them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Self

import tui.text
from tui.library import index, searching
from tui.library.analyses import Analyses
from tui.library.database import connect
from tui.library.documents import Added, Document, Problem
from tui.library.listing import Listing
from tui.library.searching import Hit
from tui.model import Article, Version

if TYPE_CHECKING:
    from tui.library.projection import Projection

BATCH: Final = 200
"""Documents that are added in one transaction."""

_NAMES: Final = [field.name for field in fields(Article)]
_FIELDS: Final = ", ".join(_NAMES)
_HOLES: Final = ", ".join("?" for _ in _NAMES)
_ARTICLE: Final = f"key, {_FIELDS}"


class Library:
    """The SQLite file of articles; made if there is none.

    A library belongs to the thread that opened it: each thread opens its own on the same path,
    and so may other processes. ``notices`` are sentences to tell the user once, ``read_only``
    tells that the file cannot be written. All methods raise
    :class:`~tui.library.errors.LibraryError` where the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = connect(path)  # for the parts of this room
        index.prepare(self.database.connection)
        self.notices = self.database.notices
        self.read_only = self.database.read_only
        self.listing = Listing(self.database)
        self.analyses = Analyses(self.database)

    @cached_property
    def projection(self) -> Projection:
        """What the list shows of the user's own state."""
        # The store and what is made with it are loaded after the desk's first frame.
        from tui.library.projection import Projection

        return Projection(self.database)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Adding

    def add(self, document: Document) -> Added:
        """Add a document, or recognise it by its text or one of its addresses."""
        (added,) = self.add_many([document])
        assert isinstance(added, Added)
        return added

    def add_many(self, documents: Iterable[Document | Problem]) -> Iterator[Added | Problem]:
        """Add documents as they come and say what became of each; problems pass through.

        Lazy: nothing is added until the result is iterated. What was given out is durable.
        """
        waiting = iter(documents)
        while batch := list(islice(waiting, BATCH)):
            with self.database.transaction():
                outcomes = [
                    item if isinstance(item, Problem) else self._add(item) for item in batch
                ]
                fresh = [
                    item.article.id
                    for item in outcomes
                    if isinstance(item, Added) and item.outcome != "same"
                ]
                if fresh:
                    index.refresh(self.database, fresh)
            yield from outcomes

    def _add(self, document: Document) -> Added:
        document = _storable(document)
        text = document.text
        version = hashlib.sha256(text.encode()).hexdigest()
        known = self._find("key = (SELECT key FROM versions WHERE versions.id = ?)", version)
        at_address = self._at(document.addresses)
        # A file moved over another one is the article that it was before, not a new version of
        # the other. One put back to an earlier state has that version again; a copy of an
        # earlier state from elsewhere takes nothing back.
        key, article = known or at_address or (None, None)
        now = _now()
        if key is None or article is None:
            return self._insert(document, text, version, now)
        self._register(key, document.addresses)
        seen = replace(article, address=next(iter(document.addresses), article.address))
        is_copy = known is not None and (at_address is None or at_address[0] != key)
        if is_copy and version != article.version:
            current = seen
        else:
            current = replace(_described(seen, document, text), version=version)
        if known is None:
            self._write_version(key, version, now, text)
        if current.version != article.version:
            self.analyses.forget(key)
        if current != article:
            self._write(key, current)
        return self._added(current, "same" if current == seen else "changed", document)

    def _insert(self, document: Document, text: str, version: str, now: str) -> Added:
        digest = base64.b32encode(bytes.fromhex(version)).decode().lower()
        address = document.addresses[0] if document.addresses else ""
        blank = Article(f"a{digest[:16]}", "", address=address, added=now, version=version)
        article = _described(blank, document, text)
        key = self._write(None, article)
        self._write_version(key, version, now, text)
        self._register(key, document.addresses)
        return self._added(article, "added", document)

    def _write(self, key: int | None, article: Article) -> int:
        """Insert an article, or with a key change it; its key."""
        values = [getattr(article, name) for name in _NAMES]
        return self.database.run(
            f"INSERT INTO articles ({_ARTICLE}) VALUES (?, {_HOLES}) "
            f"ON CONFLICT (key) DO UPDATE SET ({_FIELDS}) = ({_HOLES})",
            (key, *values, *values),
        )

    def _write_version(self, key: int, version: str, now: str, text: str) -> None:
        self.database.run(
            "INSERT INTO versions (id, key, added, text) VALUES (?, ?, ?, ?)",
            (version, key, now, text),
        )

    def _register(self, key: int, addresses: Iterable[str]) -> None:
        self.database.run_many(
            "INSERT OR REPLACE INTO addresses VALUES (?, ?)",
            [(address, key) for address in addresses],
        )

    def _added(
        self,
        article: Article,
        outcome: Literal["added", "changed", "same"],
        document: Document,
    ) -> Added:
        removed = self.database.row("SELECT removed FROM user WHERE article = ?", (article.id,))
        return Added(article, outcome, document, bool(removed and removed[0]))

    # Reading

    def article(self, article_id: str) -> Article | None:
        """The head of an article, as imported, or None."""
        found = self._find("id = ?", article_id)
        return found[1] if found else None

    def text(self, article_id: str) -> Version | None:
        """The current version of an article, or None."""
        found = self._versions(
            "versions.id = (SELECT version FROM articles WHERE id = ?)", article_id
        )
        return found[0] if found else None

    def version(self, version_id: str) -> Version | None:
        """A version by its own id, or None."""
        found = self._versions("versions.id = ?", version_id)
        return found[0] if found else None

    def versions(self, article_id: str) -> list[Version]:
        """All versions of an article, in the order in which they were first met."""
        return self._versions("articles.id = ?", article_id)

    def articles(self) -> Iterator[Article]:
        """All articles in the order in which they were added, removed ones among them."""
        last = 0
        while found := self.database.rows(
            f"SELECT {_ARTICLE} FROM articles WHERE key > ? ORDER BY key LIMIT 1000", (last,)
        ):
            last = found[-1][0]
            yield from (_article(row) for row in found)

    def count(self) -> int:
        """How many articles there are that the user has not removed."""
        (number,) = self.database.row("SELECT sum(number) FROM tally WHERE removed = 0")
        return int(number or 0)

    def search(self, typed: str, limit: int = 50) -> list[Hit]:
        """Articles with all the words of ``typed``, newest first; no input is an error."""
        return searching.search(self.database, typed, limit)

    # Small facts that may be lost without harm, such as what the desk showed last

    def recall(self, name: str) -> str | None:
        """What was remembered under a name, or None."""
        row = self.database.row("SELECT value FROM facts WHERE name = ?", (f"desk {name}",))
        return row[0] if row else None

    def remember(self, name: str, value: str) -> None:
        """Remember a text under a name; nothing where the library cannot be written."""
        if not self.read_only:
            self.database.run("INSERT OR REPLACE INTO facts VALUES (?, ?)", (f"desk {name}", value))

    # Removing and mending

    def forget(self, article_ids: Iterable[str]) -> None:
        """Take articles out of the library for good, with their texts and analyses.

        What the user made of them is in the store, and stays there.
        """
        index.remove(self.database, article_ids)

    def rebuild(self) -> None:
        """Make the list and the full-text index anew."""
        index.rebuild(self.database)

    def _find(self, condition: str, value: str | int) -> tuple[int, Article] | None:
        row = self.database.row(f"SELECT {_ARTICLE} FROM articles WHERE {condition}", (value,))
        return (row[0], _article(row)) if row else None

    def _at(self, addresses: Iterable[str]) -> tuple[int, Article] | None:
        for address in addresses:
            condition = "key = (SELECT key FROM addresses WHERE addresses.address = ?)"
            if found := self._find(condition, address):
                return found
        return None

    def _versions(self, condition: str, value: str) -> list[Version]:
        return [
            Version(*row)
            for row in self.database.rows(
                "SELECT versions.id, articles.id, versions.text, versions.added FROM versions "
                f"JOIN articles USING (key) WHERE {condition} ORDER BY versions.number",
                (value,),
            )
        ]


def _storable(document: Document) -> Document:
    """``document`` with all its strings as the library keeps them."""
    return replace(
        document,
        text=tui.text.normalise(document.text),
        title=tui.text.normalise(document.title),
        source=tui.text.normalise(document.source),
        addresses=tuple(
            address.encode("utf-8", "backslashreplace").decode() for address in document.addresses
        ),
    )


def _described(article: Article, document: Document, text: str) -> Article:
    """``article`` with what ``document`` states and, for the rest, what its text says."""
    title, source, dateline = document.title, document.source, document.dateline
    if not (title and source and dateline):
        found = tui.text.outline(text)
        title, source = title or found.title, source or found.source
        dateline = dateline or found.dateline
    return replace(
        article,
        title=title,
        source=source,
        dateline=dateline,
        starter=article.starter or document.starter,
    )


def _article(row: tuple[Any, ...]) -> Article:
    facts = dict(zip(_NAMES, row[1:], strict=True))
    return Article(**facts | {"starter": bool(facts["starter"])})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
