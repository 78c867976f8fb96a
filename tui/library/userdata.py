"""What the store's documents mean for the list: the one place that knows both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from tui.annotations import MAIN
from tui.annotations.documents import (
    ANNOTATIONS,
    CORRECTIONS,
    HEADS,
    REFERENCES,
    REMOVED,
    STATES,
    to_state,
)
from tui.library.listing import READ_STATES, TRIAGES
from tui.model import Document, Edit

TABLES: Final = (STATES, ANNOTATIONS, HEADS, REFERENCES, REMOVED)
"""The store's tables that the list shows something of; all but annotations by article id."""

DEFAULTS: Final[dict[str, Any]] = {
    "read": 0,
    "triage": 0,
    "star": 0,
    "tags": "[]",
    "title": None,
    "source": None,
    "dateline": None,
    "removed": 0,
    "place": 0,
}
"""The columns of ``user``, as they are for an article of which the store knows nothing."""


def columns(table: str, document: Document | None) -> dict[str, Any]:
    """What a document, or its absence, puts into the columns of ``user``."""
    document = document or {}
    if table == STATES:
        state = to_state("", document)
        return {
            "read": READ_STATES.index(state.read),
            "triage": TRIAGES.index(state.triage),
            "star": int(state.star),
            "tags": json.dumps(state.tags, ensure_ascii=False),
            "place": state.place,
        }
    if table == HEADS:
        return {name: document.get(name) for name in ("title", "source")}
    if table == REFERENCES:
        # "None, on purpose" is an empty dateline, which hides the printed one.
        return {"dateline": (document[MAIN] or "") if MAIN in document else None}
    return {"removed": int(bool(document))}


def articles(edit: Edit) -> set[str]:
    """The articles of which an edit changes something that is shown."""
    if edit.table in (ANNOTATIONS, CORRECTIONS):
        return {str(document["article"]) for document in (edit.before, edit.after) if document}
    return {edit.key} if edit.table in TABLES else set()


def expected(
    live: Mapping[str, Mapping[str, Document]],
) -> tuple[dict[str, tuple[Any, ...]], dict[str, str]]:
    """The rows of ``user`` by article, but for default ones, and the article of each annotation."""
    rows: dict[str, dict[str, Any]] = {}
    for table in TABLES:
        if table != ANNOTATIONS:
            for article, document in live.get(table, {}).items():
                rows.setdefault(article, dict(DEFAULTS)).update(columns(table, document))
    states = {article: tuple(row.values()) for article, row in rows.items() if row != DEFAULTS}
    marks = live.get(ANNOTATIONS, {})
    return states, {key: str(document["article"]) for key, document in marks.items()}
