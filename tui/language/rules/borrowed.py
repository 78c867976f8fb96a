"""What a trained pipeline found, cut to this project's conventions and made a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.language.rules.acronyms import NOT_ORGS
from tui.language.rules.bodies import led, two_names
from tui.language.rules.page import NEVER, Page
from tui.model import Label, Mention

LABELS: dict[str, Label] = {
    **{"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "NORP": "NORP"},
    **{"LOC": "LOC", "FAC": "LOC", "EVENT": "EVENT"},
}
"""Other pipelines' labels in ours; labels that are not here are dropped."""

STRENGTH = 0.75

HYPHENED = re.compile(r"-(?!\w*(?:ed|led|era|like|style|born|run)\b)[^\W\d_]+(?![\w-])")
"""The rest of a double name, which a model may cut: Lee Hyung-taik; but not Putin-led."""

LEADING = re.compile(r"(?i:(?:the|a|an|mr|mrs|ms|dr)\b\.?\s+|[\"'\s(\[•*—–-]+)")
TRAILING = re.compile(
    r"(?:'s|[\s\"',;:)\]]+|(?<![A-Z.])(?<!\bSt)(?<!\b[JS]r)\.|\s(?:of|and|for|in|the|on|to|at)|"
    r"(?<=[\w.])-(?:[a-z]*ed|led|run|held|born|era|wide|like|style|friendly))$"
)


def from_model(page: Page, entities: Iterable[tuple[int, int, str]]) -> Iterator[Mention]:
    """The entities ``(start, end, label)`` of a model as proposals."""
    opening = {w.start: w for w in page.words if w.first}
    for start, end, label in entities:
        ours = LABELS.get(label)
        if ours is None:
            continue
        for first, last in _lines(page.text, start, end):
            first, last = _trimmed(page, first, last, ours)
            if first >= last or not any(c.isalpha() for c in page.text[first:last]):
                continue
            if ours == "PERSON" and (rest := HYPHENED.match(page.text, last)):
                last = rest.end()
            piece = page.text[first:last]
            lone = first in opening and " " not in piece and ours in ("PERSON", "GPE", "LOC")
            if piece in NEVER or (lone and page.common(piece)):
                continue
            if ours == "ORG" and piece in NOT_ORGS and not page.registry.exact(piece):
                continue
            parts = _parts(page, first, last, ours) or [(first, last, ours)]
            yield from (page.mention(*part, "model", STRENGTH) for part in parts)


def _parts(page: Page, start: int, end: int, label: Label) -> list[tuple[int, int, Label]]:
    """The names that a span is made of, if more than one."""
    if label == "ORG" and (parts := two_names(page, start, end) or led(page, start, end)):
        return parts
    return _hyphened(page, start, end) if "-" in page.text[start:end] else []


def _hyphened(page: Page, start: int, end: int) -> list[tuple[int, int, Label]]:
    """The names that a hyphen joins to no name of its own: "U.S." and "German" of U.S.-German."""
    text = page.text
    place = text.find("-", start, end)
    left, right = page.registry.exact(text[start:place]), page.registry.exact(text[place + 1 : end])
    if not left or not right or page.registry.exact(text[start:end]):
        return []
    if {left[0].label, right[0].label} != {"GPE", "NORP"}:
        return []
    return [(start, place, left[0].label), (place + 1, end, right[0].label)]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a span between line breaks; no name goes over one."""
    for piece in re.finditer(r"[^\n\r]+", text[start:end]):
        yield start + piece.start(), start + piece.end()


def _trimmed(page: Page, start: int, end: int, label: Label) -> tuple[int, int]:
    """The span without determiner, title, possessive and stray punctuation."""
    changed = True
    while changed and start < end:
        changed = False
        # The registry may know the article as part of the name: The Hague.
        known = page.registry.exact(page.text[start:end])
        if not known and (lead := LEADING.match(page.text, start, end)):
            start, changed = lead.end(), True
        if not known and (trail := TRAILING.search(page.text[start:end])):
            end, changed = start + trail.start(), True
        word = re.match(r"\S+", page.text[start:end])
        if (
            label == "PERSON"
            and word
            and word.end() < end - start
            and word.group() in page.lists["title"]
        ):
            start, changed = start + word.end(), True
    return start, end
