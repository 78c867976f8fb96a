"""What the user put right by hand: reference dates, heads of articles, dates and mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from tui.annotations import labels
from tui.annotations.documents import (
    CORRECTIONS,
    HEADS,
    REFERENCES,
    selector_document,
    to_selector,
)
from tui.annotations.errors import AnnotationError
from tui.model import Article, Change, Document, Label, Section, Selector
from tui.store import Fields, Store
from tui.text import article_starts

MAIN = "main"
"""The key of an article's main section."""

Kind = Literal["date", "mention"]
"""What a correction is about."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")


def section_key(sections: Sequence[Section], section: Section) -> str:
    """What calls a section the same after a new import: its kind and its number among its kind.

    All main or embedded sections of one article count as one, so they have one key.
    """
    ordered = sorted(sections, key=lambda other: other.start)
    numbers = range(len(ordered))
    whole = [
        start if other.kind in ("main", "embedded") else number
        for number, other, start in zip(numbers, ordered, article_starts(ordered), strict=True)
    ]
    alike = sorted({whole[n] for n in numbers if ordered[n].kind == section.kind})
    number = alike.index(next(whole[n] for n in numbers if ordered[n].start == section.start))
    return section.kind if number == 0 else f"{section.kind}-{number + 1}"


@dataclass(frozen=True, slots=True)
class Correction:
    """The user's word on one passage: another value, or None for "this is none"."""

    kind: Kind
    article: str
    selector: Selector
    value: str | None
    updated: str


@dataclass(frozen=True, slots=True)
class Own:
    """All that the user put right in the text of one article, the oldest first.

    ``references`` are by :func:`section_key`: a date, or None for "no date, on purpose".
    """

    references: Mapping[str, str | None] = field(default_factory=dict)
    dates: tuple[Correction, ...] = ()
    mentions: tuple[Correction, ...] = ()


class Corrections:
    """Corrections in a store, each one durable entry of the history.

    Methods that change something give that entry back, or None where nothing changed.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    # Reference dates

    def set_reference(
        self, article: str, value: str | None, section: str = MAIN, *, title: str = ""
    ) -> Change | None:
        """Say against which date a section's dates resolve; None: against none, on purpose.

        ``value`` is ``YYYY-MM-DD``, with a time if wanted; ``section`` is a :func:`section_key`.
        """
        if value is not None:
            check_date(value)
        label = f"Set the reference date of {labels.article(title)} to {value or 'none'}"
        return self._field(label, REFERENCES, article, section, value)

    def clear_reference(
        self, article: str, section: str = MAIN, *, title: str = ""
    ) -> Change | None:
        """Go back to the date printed on a section."""
        label = f"Cleared the reference date of {labels.article(title)}"
        return self._field(label, REFERENCES, article, section)

    def references(self, article: str) -> Mapping[str, str | None]:
        """What the user set, by section key: a date, or None for "no date, on purpose"."""
        return dict(self._store.get(REFERENCES, article) or {})

    # Heads of articles

    def correct(
        self, article: str, *, title: str | None = None, source: str | None = None
    ) -> Change | None:
        """Give an article another title or source; ``""`` goes back to the imported one."""
        wanted = {"title": title, "source": source}

        def documents() -> dict[tuple[str, str], Document | None]:
            fields = dict(self._store.get(HEADS, article) or {})
            fields |= {name: value for name, value in wanted.items() if value is not None}
            kept = {name: value for name, value in fields.items() if value}
            return {(HEADS, article): Fields(kept)}

        what = " and ".join(name for name, value in wanted.items() if value is not None)
        return self._store.commit(
            f"Corrected the {what} of {labels.article(title or '')}", documents
        )

    def corrections(self, article: str) -> Mapping[str, str]:
        """The corrected ``title`` and ``source`` of an article, as far as there are any."""
        return dict(self._store.get(HEADS, article) or {})

    def head(self, article: Article) -> Article:
        """The article with the title, source and date that the user gave it, for citing it."""
        references = self._store.get(REFERENCES, article.id) or {}
        own = self.corrections(article.id)
        return replace(
            article,
            title=own.get("title", article.title),
            source=own.get("source", article.source),
            dateline=references.get(MAIN, article.dateline),
        )

    # Dates and mentions in the text

    def own(self, article: str) -> Own:
        """All that the user put right in the text of an article."""
        return Own(
            self.references(article),
            tuple(self.date_corrections(article)),
            tuple(self.mention_corrections(article)),
        )

    def correct_date(self, article: str, selector: Selector, value: str | None) -> Change | None:
        """Say which date a passage means, as a TIMEX3 value; None: it is no date."""
        label = f"Corrected the date “{labels.short(selector.exact)}” to {value or 'none'}"
        return self._correct(label, "date", article, [selector], value)

    def date_corrections(self, article: str) -> list[Correction]:
        """The corrected dates of an article, oldest first: the latest word counts."""
        return self._corrections("date", article)

    def correct_mention(
        self,
        article: str,
        selector: Selector,
        label: Label | None,
        *,
        also: Sequence[Selector] = (),
    ) -> Change | None:
        """Say what kind of name a passage is, and ``also`` others are; None: it is none."""
        words = f"Corrected the name “{labels.short(selector.exact)}” to {label or 'none'}"
        words += f" ({1 + len(also)} places)" if also else ""
        return self._correct(words, "mention", article, [selector, *also], label)

    def mention_corrections(self, article: str) -> list[Correction]:
        """The corrected mentions of an article, oldest first: the latest word counts."""
        return self._corrections("mention", article)

    def withdraw(
        self,
        kind: Kind,
        article: str,
        selector: Selector,
        *,
        also: Sequence[Selector] = (),
    ) -> Change | None:
        """Take a correction back, and ``also`` others, so that the analysis counts again."""
        label = f"Withdrew the correction of “{labels.short(selector.exact)}”"
        keys = [_key(kind, article, one) for one in (selector, *also)]
        return self._store.commit(label, {(CORRECTIONS, key): None for key in keys})

    def _correct(
        self,
        label: str,
        kind: Kind,
        article: str,
        selectors: Sequence[Selector],
        value: str | None,
    ) -> Change | None:
        def documents() -> dict[tuple[str, str], Document | None]:
            now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            changed: dict[tuple[str, str], Document | None] = {}
            for selector in selectors:
                key = _key(kind, article, selector)
                document: Document = {
                    "article": article,
                    "kind": kind,
                    "selector": selector_document(selector),
                    "value": value,
                }
                known = self._store.get(CORRECTIONS, key)
                if not (known and known | document == known):
                    changed[CORRECTIONS, key] = {**document, "updated": now}
            return changed

        return self._store.commit(label, documents)

    def _corrections(self, kind: Kind, article: str) -> list[Correction]:
        found = []
        begin = f"{kind}:{article}:"
        for key, document in self._store.live().get(CORRECTIONS, {}).items():
            selector = to_selector(document["selector"]) if key.startswith(begin) else None
            if selector:
                value, updated = document["value"], document["updated"]
                found.append(Correction(kind, article, selector, value, updated))
        return sorted(found, key=lambda correction: correction.updated)

    def _field(
        self, label: str, table: str, article: str, name: str, *value: str | None
    ) -> Change | None:
        """Set one field of an article's document, or without a value drop it."""

        def documents() -> dict[tuple[str, str], Document | None]:
            fields = Fields(self._store.get(table, article) or {})
            fields.pop(name, None)
            if value:
                fields[name] = value[0]
            return {(table, article): fields}

        return self._store.commit(label, documents)


def check_date(value: str) -> None:
    """Refuse what is not ``YYYY-MM-DD``, with or without ``THH:MM`` or ``THH:MM:SS``."""
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        datetime.fromisoformat(value)
    except ValueError:
        raise AnnotationError(
            f"{value!r} is not a date: write it as 2016-04-22, or 2016-04-22T18:26."
        ) from None


def _key(kind: Kind, article: str, selector: Selector) -> str:
    return f"{kind}:{article}:{selector.version}:{selector.start}-{selector.end}"
