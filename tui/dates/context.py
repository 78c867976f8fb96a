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
    """The state of one section while it is read from its beginning to its end.

    ``told`` is the last date told, with its first and last day and its sentence: what "the same
    day" and "two weeks later" hang on. The *clock* (``year``, ``month``) is where the telling
    stands; a date mentioned in passing moves what was told, but not the clock. ``passage`` is a
    past year that the current passage is about, with the sentence that named or used it last;
    ``upcoming`` is the next year that the text names in full.
    """

    reference: str | None
    day: date | None = field(init=False)
    told: Resolved | None = None
    told_day: date | None = None
    told_end: date | None = None
    told_sentence: int = -9
    year: int | None = None
    month: int | None = None
    upcoming: int | None = None
    passage: int | None = None
    passage_month: int | None = None
    passage_sentence: int = -9

    def __post_init__(self) -> None:
        found = re.match(r"(\d{4})-(\d\d)-(\d\d)", self.reference or "")
        self.day = values.make_date(*map(int, found.groups())) if found else None
        if self.day is not None and not 100 <= self.day.year <= 9900:
            self.day = None  # no news is dated so; keeps the arithmetic inside the calendar
        if self.day is None:
            self.reference = None

    def note(self, parts: Parts, resolved: Resolved) -> None:
        """Remember a date that was told, for those that hang on it."""
        first, last = values.bounds(resolved.value)
        if parts["kind"] in _TIMELESS or first is None or last is None:
            return
        if not 100 <= first.year <= last.year <= 9900:
            return
        sentence = parts.get("sentence", 0)
        self.told, self.told_day, self.told_end = resolved, first, last
        self.told_sentence = sentence
        self._move_clock(parts, resolved.value, first, last)
        if self.day is None:
            return
        explicit = any(key in parts for key in ("y", "yy", "y2"))
        if explicit and sets_the_scene(parts) and self._is_past(parts, first):
            self.passage, self.passage_sentence = first.year, sentence
            self.passage_month = first.month if "m" in parts else None
        elif explicit:
            self.passage = None
        elif self.passage is not None and abs(self.passage - first.year) <= 1 and "m" in parts:
            self.passage, self.passage_month = first.year, first.month
            self.passage_sentence = sentence

    def _is_past(self, parts: Parts, first: date) -> bool:
        """Only years well before the reference date can be what a passage is about."""
        assert self.day is not None
        return self.day.year - first.year >= (1 if "m" in parts else 2)

    def _move_clock(self, parts: Parts, value: str, first: date, last: date) -> None:
        """Move to a date that the text goes on to; stay at one that it only mentions.

        A year is only mentioned when the next year named in full is closer to where the text
        stood before, when it bounds something ("by 1940"), or when it is far off in mid-sentence.
        """
        exact = values.granularity(value) not in ("year", "half", "decade", "century")
        if "/" in value and self.year is not None and first.year <= self.year <= last.year:
            return
        if parts["kind"] in ("shift", "unit") and (not exact or first.year != self.year):
            return
        if self.year is not None:
            jump = abs(first.year - self.year)
            if not exact and jump == 0:
                return
            if jump and self.upcoming is not None:
                if abs(self.upcoming - self.year) < abs(self.upcoming - first.year):
                    return
            elif not (parts.get("opens") or parts.get("title")) and (
                jump > 3 or (jump and not exact and not sets_the_scene(parts))
            ):
                return
        self.year, self.month = first.year, first.month if exact else None


_TIMELESS = ("duration", "every", "adverb", "fraction", "ref", "decade", "century")


def sets_the_scene(parts: Parts) -> bool:
    """Whether a date says what is told about, rather than bounding or comparing."""
    return parts.get("prep") not in (
        "since",
        "until",
        "till",
        "by",
        "before",
        "from",
        "as of",
        "than",
        "to",
    )
