"""Annotations as Markdown: a heading for each article, the quotes with notes and tags below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from tui.exchange.evidence import Evidence

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|&~])")
_BLANKS = re.compile(r"[ \t\r\n\v\f]+")  # No-break spaces are the author's: they stay.
_LIST_OR_RULE = re.compile(r"^(\d*)([-+=.)])(?=[ =-]|$)")


def plain(text: str) -> str:
    """Text that Markdown shows as written, on one line."""
    line = _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text).strip())
    return _LIST_OR_RULE.sub(r"\1\\\2", line)


def markdown(items: Iterable[Evidence], dumps: Callable[[Any], str]) -> Iterator[str]:
    """The document, piece by piece; ``dumps`` is for other formats."""
    for id, group in groupby(items, key=lambda item: item.annotation.article):
        members = list(group)
        article = members[0].article
        title = article.title if article else "(an article that is no longer in the library)"
        yield f"## {plain(title)}\n\n"
        where = [article.source, article.dateline, article.address] if article else []
        yield " · ".join(plain(part) for part in [*where, f"id {id}"] if part) + "\n\n"
        for item in members:
            yield from _entry(item)


def _entry(item: Evidence) -> Iterator[str]:
    annotation = item.annotation
    if annotation.selector is not None:
        doubt = "" if item.exact else " (the passage was not found in the text)"
        yield f"> {plain(annotation.selector.exact)}{doubt}\n\n"
    if annotation.actor is not None:
        yield f"On the actor {plain(annotation.actor)}:\n\n"
    for line in annotation.note.splitlines():
        yield f"{plain(line)}\n" if line.strip() else "\n"
    if annotation.note:
        yield "\n"
    if annotation.tags:
        yield " ".join(f"#{plain(tag).replace(' ', '-')}" for tag in annotation.tags) + "\n\n"
