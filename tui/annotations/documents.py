"""How what the user makes looks in the store: table names, and documents to types and back.

A projection that follows the store's changes reads their documents with these functions too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.model import Annotation, ArticleState, Document, Selector
from tui.store import Fields

STATES = "states"
"""Read state, triage, star and tags of articles, by article id."""

ANNOTATIONS = "annotations"
"""Annotations, by ULID."""

TAGS = "tags"
"""The spelling in which each tag was first written, by the tag's key."""

REMOVED = "removed"
"""The articles that the user deleted, by article id."""

REFERENCES = "references"
"""The user's own reference dates, by article id; one field for each section."""

HEADS = "heads"
"""Corrected titles and sources, by article id."""

CORRECTIONS = "corrections"
"""Corrected dates and mentions, one for each passage."""


def state_document(state: ArticleState) -> Fields:
    """The document of a state: only what differs from the state that every article has at first."""
    fields = Fields()
    if state.read != "unread":
        fields["read"] = state.read
    if state.triage != "inbox":
        fields["triage"] = state.triage
    if state.star:
        fields["star"] = True
    if state.tags:
        fields["tags"] = list(state.tags)
    if state.place:
        fields["place"] = state.place
    return fields


def to_state(article: str, document: Mapping[str, Any] | None) -> ArticleState:
    """The state that a document holds; None and an empty one are the state at first."""
    document = document or {}
    return ArticleState(
        article=article,
        read=document.get("read", "unread"),
        triage=document.get("triage", "inbox"),
        star=document.get("star", False),
        tags=tuple(document.get("tags", ())),
        place=document.get("place", 0),
    )


def selector_document(selector: Selector | None) -> Document | None:
    """The plain form of a selector."""
    if selector is None:
        return None
    return {
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "version": selector.version,
    }


def to_selector(document: Mapping[str, Any] | None) -> Selector | None:
    """The selector that :func:`selector_document` wrote."""
    return None if document is None else Selector(**document)


def annotation_document(annotation: Annotation, version: str) -> Document:
    """The document of an annotation; ``version`` is the hash of the text it was made on."""
    return {
        "article": annotation.article,
        "version": version,
        "selector": selector_document(annotation.selector),
        "actor": annotation.actor,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "created": annotation.created,
        "updated": annotation.updated,
    }


def to_annotation(key: str, document: Mapping[str, Any]) -> Annotation:
    """The annotation that a document holds."""
    return Annotation(
        id=key,
        article=document["article"],
        selector=to_selector(document["selector"]),
        actor=document["actor"],
        note=document["note"],
        tags=tuple(document["tags"]),
        created=document["created"],
        updated=document["updated"],
    )
