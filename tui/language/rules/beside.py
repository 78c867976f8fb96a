"""What the rules may say beside a trained model, which has read the text as well.

A rule that only guesses by the shape of words is more often wrong than the model where the two
differ, so it may agree and no more; a rule that has a reason which the model cannot see (a title,
a list, brackets, the rest of the article) may fill gaps and contradict.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.language.rules.page import Page
from tui.language.rules.settle import SURE
from tui.model import Mention

AGREEING = frozenset({"given-name", "surname-shape", "speaks", "headline-name"})
"""Rules that guess: what they find stands only where the model finds the same."""

FILLING = frozenset({"located", "acronym"})
"""Unsure rules that are right more often than not where the model has nothing or a lone word."""

STANDING = ("Forum", "Conference", "Congress")
"""Ends of names that are as often a body's as an event's."""

UNDER, OVER = 0.74, 0.76
"""Strengths that are just below and just above a model's."""


def beside(page: Page, proposals: Iterable[Mention], model: list[Mention]) -> Iterator[Mention]:
    """The proposals of the rules that may stand beside what the model found; then the model's."""
    starts = [mention.start for mention in model]
    for one in proposals:
        last = bisect_right(starts, one.end - 1)
        first = max(0, bisect_right(starts, one.start) - 1)
        touched = [m for m in model[first:last] if m.end > one.start]
        if weighed := _weighed(page, one, touched):
            yield weighed
    yield from model


def _weighed(page: Page, one: Mention, touched: list[Mention]) -> Mention | None:
    """A proposal as it may stand; None if it may not. ``touched`` is what the model has there."""
    same = any((m.start, m.end) == (one.start, one.end) for m in touched)
    if any(same and m.label == one.label for m in touched):
        return one if one.strength >= SURE or one.rule in FILLING else None
    if one.rule in AGREEING:
        return None
    if one.strength < SURE:
        doubtful = ("PERSON", "ORG") if one.label == "GPE" else ("PERSON", "GPE")
        guessed = not touched or (same and touched[0].label in doubtful)
        return replace(one, strength=OVER) if one.rule in FILLING and guessed else None
    if one.label != "NORP" and page.in_ballot(one.start, one.end):
        return None
    standing = any(m.label == "ORG" and m.start <= one.start for m in touched)
    if one.rule == "gathering" and standing and one.text.endswith(STANDING):
        return None
    return one
