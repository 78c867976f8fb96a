"""Whether what an article tells fits the date that is printed on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tui.dates.values import make_date
from tui.model import Section, Timex


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001  (the field's word; the built-in is not used in this room)
    """A section whose content speaks against its reference date.

    ``section`` is the section's index, ``evidence`` the offsets of the words that speak against
    the date, ``suggestion`` a better date or span of dates in words where the text bounds one.
    """

    section: int
    strength: Literal["strong", "hint"]
    message: str
    evidence: tuple[tuple[int, int], ...] = ()
    suggestion: str = ""


def warnings(
    text: str, timexes: Sequence[Timex], sections: Sequence[Section] = ()
) -> list[Warning]:
    """What contradicts each section's reference date: strong signs first, then hints."""
    found: list[Warning] = []
    for index, section in enumerate(sections or (Section(0, len(text), "main"),)):
        inside = [t for t in timexes if section.start <= t.start < section.end]
        reference = next((t.reference for t in inside if t.reference), section.dateline)
        day = _day(reference)
        if day is None:
            continue
        found += _expected_but_past(index, inside, day)
        found += _years_after(index, inside, day)
        found += _long_ago(index, inside, day)
    return sorted(found, key=lambda w: (w.strength != "strong", w.section))


def _day(reference: str | None) -> date | None:
    parts = re.match(r"(\d{4})-(\d\d)-(\d\d)", reference or "")
    return make_date(*map(int, parts.groups())) if parts else None


def _expected_but_past(index: int, timexes: Iterable[Timex], day: date) -> list[Warning]:
    """An event told as coming whose day has just gone by, and comes again only in a long time."""
    found = []
    for timex in timexes:
        if timex.doubt != "two-readings" or timex.granularity != "day" or not timex.alternatives:
            continue
        value, other = _day(timex.value), _day(timex.alternatives[0])
        if value is None or other is None or not (other < day < value):
            continue
        if (value - day) > timedelta(days=200):
            found.append(
                Warning(
                    index,
                    "strong",
                    f"“{timex.text}” is told as coming, but lies {(day - other).days} days before "
                    f"the reference date {day.isoformat()}.",
                    ((timex.start, timex.end),),
                )
            )
    return found


def _years_after(index: int, timexes: Iterable[Timex], day: date) -> list[Warning]:
    return []


def _long_ago(index: int, timexes: Iterable[Timex], day: date) -> list[Warning]:
    years = [
        int(t.value[:4]) for t in timexes if t.doubt == "sure" and re.match(r"\d{4}(?!\d)", t.value)
    ]
    if not years or max(years) > day.year - 3:
        return []
    return [
        Warning(
            index, "hint", f"The latest year named is {max(years)}, long before {day.isoformat()}."
        )
    ]
