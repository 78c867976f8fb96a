"""What is known while a section is resolved: its reference date and what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from tui.dates import values
from tui.dates.parts import Parts
from tui.model import Doubt


@dataclass(frozen=True)
class Resolved:
    """The value of one expression and how it came about."""

    value: str
    doubt: Doubt = "sure"
    reason: str = ""
    reference: str | None = None
    alternatives: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


@dataclass
class Context:
    """The state of one section; ``told`` is the last date told, in the order of the text."""

    reference: str | None
    day: date | None = field(init=False)
    told: Resolved | None = None
    told_day: date | None = None
    told_end: date | None = None
    told_sentence: int = -9
    year: int | None = None
    year_sentence: int = -9
    year_firm: bool = False

    def __post_init__(self) -> None:
        found = re.match(r"(\d{4})-(\d\d)-(\d\d)", self.reference or "")
        self.day = values.make_date(*map(int, found.groups())) if found else None
        if self.day is None:
            self.reference = None

    def note(self, parts: Parts, resolved: Resolved) -> None:
        """Remember a date that was told, for those that hang on it."""
        kind = parts["kind"]
        if kind in ("duration", "every", "adverb", "fraction", "ref"):
            return
        first, last = values.bounds(resolved.value)
        if first is None or last is None:
            return
        if kind in ("decade", "century"):
            return
        sentence = parts.get("sentence", 0)
        self.told, self.told_day, self.told_end, self.told_sentence = (
            resolved,
            first,
            last,
            sentence,
        )
        if "y" in parts or "yy" in parts:
            self.year, self.year_sentence = first.year, sentence
            self.year_firm = is_topic(parts)


def is_topic(parts: Parts) -> bool:
    """Whether a dated expression sets the scene, rather than bounding or comparing."""
    return parts.get("prep") not in ("since", "until", "till", "by", "before", "from")
