"""What importers hand over: a document to be added, or a sentence on why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tui.model import Article


@dataclass(frozen=True, slots=True)
class Document:
    """A text from outside, and what its file states about it; the rest is read off the text.

    ``addresses`` are the paths and URLs where it was found, the one to show first. ``dateline``
    is ``YYYY-MM-DD`` or with ``THH:MM``. ``tags`` are for the caller to hand on: the library
    keeps nothing that is the user's.
    """

    text: str
    title: str = ""
    source: str = ""
    dateline: str | None = None
    addresses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starter: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A source that could not be imported; ``message`` is one line, safe for a terminal."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document.

    ``outcome`` is ``added`` for a new article, ``changed`` for a new version (or new statements)
    of a known one, ``same`` where the library held it already. ``removed`` tells that the user
    has removed the article, so that no list shows it.
    """

    article: Article
    outcome: Literal["added", "changed", "same"]
    document: Document = field(repr=False)
    removed: bool = False
