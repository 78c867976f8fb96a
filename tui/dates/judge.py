"""Whether what an article tells fits the date that is printed on it.

Strong signs (:data:`STRONG`) accuse the date; weak ones (:data:`WEAK`) are shown as hints. Where
the text bounds the true date, a warning offers it: after the last date told as past, before the
first one told as coming, and not before the latest month or year named in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tui.dates import words
from tui.dates.cues import cues
from tui.dates.fold import Sentences, fold
from tui.dates.resolve_calendar import LONG
from tui.dates.resolver import section_indices
from tui.dates.values import bounds, make_date
from tui.model import Section, Timex

LONG_AGO = 3
"""Years between the latest year named and the reference date from which on a hint is given."""


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word that users see; the built-in class is not used here
    """A section whose content speaks against its reference date.

    ``section`` is the section's index; ``message`` one readable sentence; ``evidence`` the offsets
    of the words that speak against the date; ``suggestion`` a better date (``2013-02-22``) or the
    interval that the text allows (``2013-02-21/2013-03-15``), empty where nothing bounds it.
    """

    section: int
    strength: Literal["strong", "hint"]
    message: str
    evidence: tuple[tuple[int, int], ...] = ()
    suggestion: str = ""


@dataclass(frozen=True)
class _Told:
    """A date of a section with the way it is told."""

    timex: Timex
    tense: str
    prep: str
    first: date
    last: date

    @property
    def span(self) -> tuple[int, int]:
        return self.timex.start, self.timex.end

    @property
    def said(self) -> str:
        return f"“{self.timex.text}”"


def warnings(
    text: str, timexes: Sequence[Timex], sections: Sequence[Section] = ()
) -> list[Warning]:
    """What contradicts each section's reference date, the strong signs first.

    The reference date is the one that the timexes were resolved against; a section in which
    nothing hangs on one is held against its dateline. A section without either is not judged.
    """
    sections = sections or (Section(0, len(text), "main"),)
    folded = fold(text)
    sentences = Sentences(text, folded)
    within: dict[int | None, list[Timex]] = defaultdict(list)
    for timex, index in zip(
        timexes, section_indices([t.start for t in timexes], sections), strict=True
    ):
        within[index].append(timex)
    found: list[Warning] = []
    for number, section in enumerate(sections):
        inside = within[number]
        day = _reference(inside, section)
        if day is None:
            continue
        told = [item for t in inside if (item := _told(t, folded, sentences))]
        told = [item for item in told if not _is_stamp(item, section)]
        raised = [warning for sign in STRONG for warning in sign(told, day)]
        strong = [replace(w, section=number, strength="strong") for w in raised]
        if strong:
            better = _suggestion(told, inside, day)
            found += [replace(w, suggestion=w.suggestion or better) for w in strong]
        accused = {span for warning in strong for span in warning.evidence}
        raised = [w for sign in WEAK for w in sign(told, day) if not accused & {*w.evidence}]
        found += [replace(w, section=number, strength="hint") for w in raised]
    return sorted(found, key=lambda w: (w.strength != "strong", w.section))


def _day(value: str | None) -> date | None:
    parts = re.match(r"(\d{4})-(\d\d)-(\d\d)", value or "")
    return make_date(*map(int, parts.groups())) if parts else None


def _reference(timexes: Sequence[Timex], section: Section) -> date | None:
    """The date that the section was resolved against; its dateline where nothing needed one."""
    for timex in timexes:
        if day := _day(timex.reference):
            return day
    cleared = any(timex.doubt == "open" and timex.value[:1] == "X" for timex in timexes)
    return None if cleared else _day(section.dateline)


def _told(timex: Timex, folded: str, sentences: Sentences) -> _Told | None:
    first, last = bounds(timex.value)
    if first is None or last is None or timex.type == "SET":
        return None
    found = cues(folded, sentences, timex.start, timex.end, {"kind": "date"})
    return _Told(timex, found.get("tense", ""), found.get("prep", ""), first, last)


def _is_stamp(item: _Told, section: Section) -> bool:
    return bool(section.dateline) and item.timex.value[:10] == str(section.dateline)[:10]


# Signs ------------------------------------------------------------------------------------------

Sign = Callable[[Sequence[_Told], date], Iterator[Warning]]


def _expected_yet_gone(told: Sequence[_Told], day: date) -> Iterator[Warning]:
    """An event told as coming whose day has just gone by, and comes again only in a long time."""
    for item in told:
        other = _day(item.timex.alternatives[0]) if item.timex.alternatives else None
        if item.timex.doubt != "two-readings" or other is None or item.timex.granularity != "day":
            continue
        if item.first < day < other and (other - day).days > LONG:
            gone = (day - item.first).days
            message = f"{item.said} is told as coming, but lies {gone} days before {day}."
            yield Warning(0, "strong", message, (item.span,))


def _wrong_weekday(told: Sequence[_Told], day: date) -> Iterator[Warning]:
    """A weekday and a date without a year that do not go together in the year inferred."""
    for item in told:
        named = words.WEEKDAYS.get(re.split(r"[,\s]", item.timex.text.lower(), maxsplit=1)[0])
        if named is None or item.timex.doubt != "year-inferred" or item.first != item.last:
            continue
        if not re.search(r"\d", item.timex.text) or item.timex.type != "DATE":
            continue
        if item.first.isoweekday() != named:
            years = [
                y for y in range(day.year, day.year - 12, -1) if _falls_on(item.first, y, named)
            ]
            message = f"{item.said} is no such weekday in {item.first.year}."
            better = f"{years[0]}" if years else ""
            yield Warning(0, "strong", message, (item.span,), better)


def _falls_on(day: date, year: int, weekday: int) -> bool:
    moved = make_date(year, day.month, day.day)
    return moved is not None and moved.isoweekday() == weekday


def _later_told_as_past(told: Sequence[_Told], day: date) -> Iterator[Warning]:
    """A month or day after the reference date, written in full, that is told as past."""
    for item in told:
        if item.timex.doubt != "sure" or item.timex.granularity not in ("day", "month", "minute"):
            continue
        if item.first > day and item.tense == "past" and item.prep in ("on", "in", ""):
            message = f"{item.said} is told as past, but lies after {day}."
            yield Warning(0, "strong", message, (item.span,))


def _years_after(told: Sequence[_Told], day: date) -> Iterator[Warning]:
    """Years after the reference date that are not told as coming."""
    late = [t for t in told if t.timex.doubt == "sure" and t.first.year > day.year]
    late = [t for t in late if t.tense != "future" and t.prep not in ("by", "until", "till", "to")]
    late = [t for t in late if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", t.timex.value)]
    if late:
        message = f"{late[-1].said} lies after the reference date {day}."
        yield Warning(0, "hint", message, tuple(t.span for t in late))


def _long_ago(told: Sequence[_Told], day: date) -> Iterator[Warning]:
    """The latest year named in full lies some years back; far-off ones are background."""
    named = [t for t in told if t.timex.doubt == "sure" and t.timex.value[:4].isdigit()]
    latest = max(named, key=lambda t: t.last, default=None)
    if latest is None or latest.prep not in ("in", "on", ""):
        return
    if LONG_AGO <= day.year - latest.last.year <= 4 * LONG_AGO:
        message = f"The latest year named, in {latest.said}, is long before {day}."
        yield Warning(0, "hint", message, (latest.span,))


STRONG: tuple[Sign, ...] = (_expected_yet_gone, _wrong_weekday, _later_told_as_past)
WEAK: tuple[Sign, ...] = (_years_after, _long_ago)


# A better date -------------------------------------------------------------------------------


def _suggestion(told: Sequence[_Told], timexes: Sequence[Timex], day: date) -> str:
    """A date, or the span of dates, in which the text would be right."""
    yearless = [t for t in told if t.timex.doubt != "sure" and t.timex.granularity == "day"]
    yearless = [t for t in yearless if re.search(r"\d", t.timex.text)]
    past = [t.last for t in yearless if t.tense == "past"]
    coming = [t.first for t in yearless if t.timex.doubt == "two-readings" or t.tense == "future"]
    if not coming:
        return ""
    upper = min(coming)
    upper = make_date(_earliest_year(told, day, upper), upper.month, upper.day) or upper
    before = [d for p in past if (d := _last_before(p, upper)) and (upper - d).days < LONG]
    lower = max(before, default=None)
    exact = _anchor(timexes, upper)
    if exact and (lower is None or lower <= exact):
        return exact.isoformat()
    return f"{lower.isoformat()}/{upper.isoformat()}" if lower else f"../{upper.isoformat()}"


def _earliest_year(told: Sequence[_Told], day: date, upper: date) -> int:
    """The first year in which ``upper`` does not lie before the latest month named in full."""
    named = [t.first for t in told if t.timex.doubt == "sure" and t.first <= day]
    named = [first for first in named if first.year > day.year - 12]
    if not named:
        return day.year
    latest = max(named)
    return latest.year + ((upper.month, upper.day) < (latest.month, latest.day))


def _last_before(day: date, upper: date) -> date | None:
    for year in (upper.year, upper.year - 1):
        moved = make_date(year, day.month, day.day)
        if moved and moved <= upper:
            return moved
    return None


def _anchor(timexes: Sequence[Timex], upper: date) -> date | None:
    """The day from which a length such as "the coming three weeks" ends on the day expected."""
    for timex in timexes:
        if (
            timex.type == "DURATION"
            and timex.first
            and timex.last
            and timex.first == (timex.reference or "")[:10]
        ):
            length = date.fromisoformat(timex.last) - date.fromisoformat(timex.first)
            if timedelta(days=7) <= length <= timedelta(days=120):
                return upper - length
    return None
