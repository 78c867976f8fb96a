"""Plain types that the rooms pass to each other: no behaviour, no imports from the house.

Offsets are Unicode code points into the text of one version, end exclusive, everywhere.
Dates and times are ISO 8601 strings; instants of the program itself are UTC with a ``Z``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Label = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT"]
"""Entity labels, as in OntoNotes."""

ActorKind = Literal["person", "org", "country", "place", "group", "event"]
"""What an actor is."""

SectionKind = Literal["main", "embedded", "caption", "source"]
"""What a part of an article is."""

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""Types of temporal expression, as in TIMEX3."""

Doubt = Literal["sure", "year-inferred", "open", "two-readings"]
"""How sure a date is; ``open`` means that a part is unknown."""

Triage = Literal["inbox", "later", "kept", "dismissed"]
"""What the user decided about an article."""

ReadState = Literal["unread", "opened", "read"]
"""How far the user got with an article; ``read`` means to the end, or by an explicit key."""

Document = dict[str, Any]
"""A JSON object as the store keeps it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article with its own reference date; sections do not nest or overlap.

    ``dateline`` is the date printed on it (``2016-04-22`` or ``2016-04-22T18:26``), if any.
    """

    start: int
    end: int
    kind: SectionKind
    dateline: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The head of an article: what the library knows without its text.

    ``id`` is stable for good. ``address`` is where it came from (a path or URL, or ``""``),
    ``dateline`` the main section's date if one is known, ``version`` the id of the current
    :class:`Version`, ``added`` the instant of the first import.
    """

    id: str
    title: str
    source: str = ""
    dateline: str | None = None
    address: str = ""
    added: str = ""
    version: str = ""
    starter: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable text of an article; ``id`` is the SHA-256 hex digest of its UTF-8 bytes."""

    id: str
    article: str
    text: str
    added: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A named actor in a text: titles, "the" and "'s" are outside the span.

    ``rule`` says what found it and ``strength`` (0 to 1) how sure that is. ``actor`` and
    ``metonym_of`` (the state that a capital or palace stands for) are actor ids, set when the
    mention is resolved; ``why`` is one readable sentence on that link.
    """

    start: int
    end: int
    text: str
    label: Label
    rule: str
    strength: float = 1.0
    actor: str | None = None
    metonym_of: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression as recognised: where, which rule, and its parts; no value yet.

    ``parts`` is plain JSON, owned by :mod:`tui.dates`, and all that resolution needs beside the
    text and the section's reference date.
    """

    start: int
    end: int
    text: str
    type: TimexType
    rule: str
    parts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved temporal expression.

    ``value`` is a TIMEX3 value; ``reference`` the date it was resolved against, if it needed one;
    ``first`` and ``last`` the resolved interval as days, None where open; ``alternatives`` other
    values it may have; ``reason`` one readable sentence on how the value came about.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    doubt: Doubt
    rule: str
    granularity: str = ""
    reference: str | None = None
    alternatives: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that mentions refer to; ``id`` is made from the name's key."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the language worker recognised in one text: cached, never resolved.

    ``pipeline`` names the pipeline and its version, ``language`` is the text's language code.
    """

    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    expressions: tuple[Expression, ...]
    pipeline: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Reading:
    """An analysis resolved against reference dates, registry and ledger; made anew at will."""

    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    actors: Mapping[str, Actor]


@dataclass(frozen=True, slots=True)
class Selector:
    """Where an annotation sits, robustly: quote, context and position in one version.

    After the W3C Web Annotation model's TextQuoteSelector and TextPositionSelector; ``prefix``
    and ``suffix`` hold up to 32 characters.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    version: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note and tags on a span (``selector``), on an actor (``actor``) or on the whole article."""

    id: str
    article: str
    selector: Selector | None = None
    actor: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the user decided about one article. ``place`` is the reading place, as an offset."""

    article: str
    read: ReadState = "unread"
    triage: Triage = "inbox"
    star: bool = False
    tags: tuple[str, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """One document before and after a change; None where it did not or does not exist."""

    table: str
    key: str
    before: Document | None
    after: Document | None


@dataclass(frozen=True, slots=True)
class Change:
    """One reversible entry of the history: a sentence for people, and the edits it made.

    ``kind`` is ``do``, ``undo`` or ``redo``; for the latter two ``of`` is the change concerned.
    ``auto`` is what the program did by itself (an article was opened): undo passes over it.
    ``desk`` is the id of the session that made it.
    """

    id: str
    time: str
    label: str
    edits: tuple[Edit, ...]
    kind: Literal["do", "undo", "redo", "auto"] = "do"
    of: str | None = None
    desk: str = ""
