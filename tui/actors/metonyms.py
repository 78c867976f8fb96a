"""Whether a capital or a palace stands for a government: "Minsk refused", not "in Minsk"."""

from __future__ import annotations

import re

from tui.actors.registry import Registry
from tui.model import Mention

PLACED = re.compile(
    r"\b(?:in|at|near|around|outside|inside|within|throughout|across|over|downtown|central|"
    r"(?:city|streets?|centre|center|suburbs?|airport|embassy|people|residents?) (?:of|in)|"
    r"(?:city|town|capital),?|via|(?:north|south|east|west)(?:ern)?(?: of)?|km from|miles from|"
    r"office in|based in|born in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a place that is one."""

TRAVEL = re.compile(
    r"\b(?:visit\w*|trips?|tours?|travel\w*|fl(?:ew|y|ying|ights?|own)|return\w*|arriv\w*|mov\w+|"
    r"went|go|going|came|comes?|coming|invited|invitation|drove|driv\w+|left|leav\w+|deport\w*|"
    r"train|road|way|bus|route|brought|sent|transferred|escorted|headed|rush\w*)\b"
    r"(?:\W+\w+){0,3}?\W+(?:to|from|for)\s+$|\b(?:visit\w*|left|leav\w+|reach\w*|toured)\s+$",
    re.IGNORECASE,
)
"""Going somewhere."""

LIST_OF_PLACES = re.compile(r"^,\s+(?:[A-Z][a-z]+ \d|\d)")
"""A dateline or an address: Dublin, December 2012."""


def stands_for_state(
    text: str, mention: Mention, actor: str | None, registry: Registry
) -> str | None:
    """The id of the state that a mention stands for, or None where it is only a place."""
    state = registry.stands_for.get(actor or "")
    if state is None or mention.label not in ("GPE", "ORG"):
        return None
    if mention.label == "ORG":
        return state
    before = text[max(0, mention.start - 60) : mention.start].replace("\u00a0", " ")
    after = text[mention.end : mention.end + 12]
    if PLACED.search(before) or TRAVEL.search(before) or LIST_OF_PLACES.match(after):
        return None
    return state
