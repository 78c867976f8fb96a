"""The lines that the store's files are made of: JSON with a checksum, one record a line.

A line is the CRC-32 of the JSON as eight hex digits, a space, the JSON in UTF-8, a newline.
The JSON never holds a raw newline, so a line is complete exactly if it ends in one and its
checksum is right. Lone surrogates pass through, so no text that Python can hold is refused.
"""

from __future__ import annotations

import json
import math
import zlib
from typing import Any

from tui.model import Change, Document, Edit
from tui.store.errors import StoreError

FORMAT = 1
"""Version of all the store's formats; a higher one is never read, let alone written."""


CHECKSUM = 9
"""Bytes of a line before its JSON."""

_EDITS = b',"edits":['


class Fields(Document):
    """A document whose fields each stand for themselves, an absent one for its default.

    Without fields it does not exist. Undo of the change that created one leaves the fields that
    others added since, where any other document would have to stay or go as a whole. In the
    history its absence is ``{}``, that of any other document None.
    """


class Damaged(ValueError):
    """A line that is not what was written."""


def encode(value: Any) -> bytes:
    """Compact JSON of a value that :func:`plain` has passed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def seal(value: Any) -> bytes:
    """The line that holds ``value``."""
    body = encode(value)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def unseal(line: bytes) -> Any:
    """The value that a line holds; :class:`Damaged` if it is torn or altered."""
    body = line[CHECKSUM:-1]
    if line[-1:] != b"\n" or line[:CHECKSUM] != b"%08x " % zlib.crc32(body):
        raise Damaged
    return json.loads(body)


def plain(value: Any, where: str = "document") -> Any:
    """A deep copy in plain JSON types, or :class:`StoreError` where JSON cannot hold it.

    ``json.dumps`` alone would turn integer keys into strings and write NaN, both of which come
    back as something else. Tuples become lists.
    """
    kind = type(value)
    if value is None or kind in (str, bool, int):
        return value
    if kind is float and math.isfinite(value):
        return value
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise StoreError(f"Cannot keep {where}: its key {key!r} is not a string.")
        return {str(key): plain(item, f"{where}.{key}") for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, f"{where}[{index}]") for index, item in enumerate(value)]
    if isinstance(value, str):
        return str(value)
    raise StoreError(f"Cannot keep {where}: JSON cannot hold {kind.__name__} {value!r:.60}.")


def same(one: Document | None, other: Document | None) -> bool:
    """Whether two documents would be written alike; unlike ``==``, tells 1 from 1.0 and True."""
    if one is None or other is None:
        return one is other
    return one == other and _ordered(one) == _ordered(other)


def _ordered(document: Document) -> str:
    return json.dumps(document, sort_keys=True)


def from_change(change: Change) -> Document:
    """The record of a change, as the journal keeps it: the id first, the edits last."""
    return {
        "id": change.id,
        "time": change.time,
        "kind": change.kind,
        "of": change.of,
        "desk": change.desk,
        "label": change.label,
        "edits": [[edit.table, edit.key, edit.before, edit.after] for edit in change.edits],
    }


def to_change(record: Any) -> Change:
    """The change that a record holds; :class:`Damaged` if it is not a change's."""
    try:
        return Change(
            id=record["id"],
            time=record["time"],
            label=record["label"],
            edits=tuple(Edit(*edit) for edit in record["edits"]),
            kind=record["kind"],
            of=record["of"],
            desk=record["desk"],
        )
    except (KeyError, TypeError) as error:
        raise Damaged from error


def to_head(line: bytes) -> Change:
    """A change without its edits, from its line; much cheaper, but its checksum is not looked at.

    The bytes that part them cannot be inside a string, where a quote has a backslash before it.
    """
    end = line.find(_EDITS)
    try:
        return to_change({**json.loads(line[CHECKSUM:end] + b"}"), "edits": ()})
    except (ValueError, TypeError) as error:
        raise Damaged from error


def record_start(change: str) -> bytes:
    """How the JSON of the change with this id begins."""
    return encode({"id": change})[:-1]
