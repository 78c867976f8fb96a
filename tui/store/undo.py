"""Which change undo and redo concern, and what they do to documents changed since; pure.

A desk takes back its own latest change that stands, by anybody's last word on it, and brings
back what it undid since its own last new change. What others changed since stays as they left
it: of a document that both changed, only the fields nobody else touched go back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tui.model import Change, Document
from tui.store.records import same


@dataclass(frozen=True, slots=True)
class Reversal:
    """What an undo or redo did: its own entry of the history, and a sentence for the user.

    ``kept`` counts the documents that (in part) stay as somebody else left them since.
    """

    change: Change
    message: str
    kept: int = 0

    @classmethod
    def of(cls, change: Change, kept: int) -> Reversal:
        """The result that ``change``, an undo or redo, had."""
        message = f"{'Undone' if change.kind == 'undo' else 'Done again'}: {change.label}"
        if kept and change.edits:
            message += f" (in part: {kept} changed elsewhere since, left so)"
        elif kept:
            message = f"Changed elsewhere since, so left as it is: {change.label}"
        return cls(change, message, kept)


def to_undo(newest_first: Iterable[Change], own: Callable[[str], bool]) -> Change | None:
    """The record to reverse: the latest own change that stands, or the redo that restored it."""
    last_word: dict[str, Change] = {}
    for change in newest_first:
        if change.of is not None:
            last_word.setdefault(change.of, change)
        elif change.kind == "do" and own(change.desk):
            record = last_word.get(change.id, change)
            if record.kind != "undo":
                return record
    return None


def to_redo(newest_first: Iterable[Change], own: Callable[[str], bool]) -> Change | None:
    """The undo record to reverse: the latest of the desk's own since its last new change."""
    settled: set[str] = set()
    for change in newest_first:
        if change.of is not None:
            if change.kind == "undo" and change.of not in settled and own(change.desk):
                return change
            settled.add(change.of)
        elif change.kind == "do" and own(change.desk):
            break
    return None


def turn_back(
    current: Document | None, before: Document | None, after: Document | None
) -> tuple[Document | None, bool]:
    """``current`` with the step from ``before`` to ``after`` taken back.

    The second value is True if something of it was changed since and stays. An empty document
    is an absent one of :class:`tui.store.records.Fields`, so what others added to it stays.
    """
    if current is None and {} in (before, after):
        current = {}
    if same(current, after):
        return before, False
    if same(current, before):
        return current, False
    if current is None or before is None or after is None:
        return current, True
    result, kept = dict(current), False
    for name in before.keys() | after.keys():
        old, new, now = (_field(document, name) for document in (before, after, current))
        if same(old, new) or same(now, old):
            continue
        if not same(now, new):
            kept = True
        elif name in before:
            result[name] = before[name]
        else:
            del result[name]
    return result, kept


def _field(document: Document, name: str) -> Document | None:
    """One field as a document of its own, so that an absent one differs from a null."""
    return {name: document[name]} if name in document else None
