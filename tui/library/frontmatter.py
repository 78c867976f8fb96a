"""Front matter: the YAML block with which a Markdown file may state title, date and source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tui.text import read_stamp
from tui.text.patterns import lazy

LONGEST: Final = 32_768
"""A longer block, in characters, is text."""

_BLOCK = lazy(r"\A---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_LIST = lazy(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Statements:
    """What a file states about its text; empty where it does not."""

    title: str = ""
    source: str = ""
    dateline: str | None = None
    address: str = ""
    tags: tuple[str, ...] = ()


def split(text: str) -> tuple[Statements, str]:
    """The statements of a front matter and the text below it.

    Without a readable one, nothing is stated and the text is all of ``text``. Newlines must be
    folded already.
    """
    block = _BLOCK.match(text) if text.startswith("---") else None
    if block is None or len(block[1]) > LONGEST:
        return Statements(), text
    fields = _fields(block[1])
    if fields is None:
        return Statements(), text
    return (
        Statements(
            title=_first(fields, "title", "headline"),
            source=_first(fields, "source", "publication", "publisher", "site"),
            dateline=_dateline(fields),
            address=_first(fields, "url", "link", "canonical", "canonical_url"),
            tags=_tags(fields),
        ),
        text[block.end() :],
    )


def _fields(block: str) -> Mapping[str, Any] | None:
    import yaml  # only Markdown files with front matter need it

    try:
        # Everything as strings: dates are read by the same rules as those in texts.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # nosec: builds strings, lists, dicts
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower(): value for key, value in loaded.items()}


def _first(fields: Mapping[str, Any], *names: str) -> str:
    for name in names:
        if isinstance(value := fields.get(name), str) and value.strip():
            return " ".join(value.split())
    return ""


def _dateline(fields: Mapping[str, Any]) -> str | None:
    for name in ("date", "published", "pubdate", "publishdate", "created"):
        if isinstance(value := fields.get(name), str) and (found := read_stamp(value)):
            return found
    return None


def _tags(fields: Mapping[str, Any]) -> tuple[str, ...]:
    value = fields.get("tags", fields.get("keywords", ""))
    listed = _LIST.split(value) if isinstance(value, str) else value
    if not isinstance(listed, list):
        return ()
    found = (" ".join(tag.split()) for tag in listed if isinstance(tag, str))
    return tuple(dict.fromkeys(tag for tag in found if tag))
