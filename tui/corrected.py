"""The user's word over what was recognised: reference dates, dates and names put right; pure.

A correction holds for its passage, which is followed into later versions of the text like an
annotation; where the passage cannot be followed without doubt the correction rests, and is shown
as lost. Of several on one passage the latest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from tui.annotations import AnnotationError, Correction, Own, locate, section_key
from tui.dates import values
from tui.model import Label, Mention, Section, Timex, TimexType, Version
from tui.text import article_starts

RULE: Final = "yours"
"""The rule of dates and mentions that the user set."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction and where its passage is now."""

    start: int
    end: int
    correction: Correction

    def covers(self, start: int, end: int) -> bool:
        """Whether it has anything to say about [start, end)."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Placing:
    """The corrections that hold in a text, in its order, and those whose passage is lost."""

    placed: tuple[Placed, ...] = ()
    lost: tuple[Correction, ...] = ()

    @property
    def refused(self) -> tuple[Placed, ...]:
        """Those that say "this is none": nothing in the text shows them."""
        return tuple(one for one in self.placed if one.correction.value is None)


def place(corrections: Iterable[Correction], version: Version) -> Placing:
    """Find the passages of corrections (the oldest first) in a text."""
    placed: list[Placed] = []
    lost: list[Correction] = []
    for correction in corrections:
        found = locate(correction.selector, version.text, version.id)
        if found.how in ("exact", "moved"):
            placed = [one for one in placed if not one.covers(found.start, found.end)]
            placed.append(Placed(found.start, found.end, correction))
        else:
            lost.append(correction)
    return Placing(tuple(sorted(placed, key=lambda one: one.start)), tuple(lost))


def correct_mentions(found: Sequence[Mention], text: str, placing: Placing) -> tuple[Mention, ...]:
    """The mentions of a text with the user's in the place of all that they overlap."""
    kept = [m for m in found if not any(p.covers(m.start, m.end) for p in placing.placed)]
    for one in placing.placed:
        if one.correction.value is not None:
            words, label = text[one.start : one.end], cast(Label, one.correction.value)
            kept.append(Mention(one.start, one.end, words, label, RULE))
    return tuple(sorted(kept, key=lambda mention: mention.start))


def correct_timexes(found: Sequence[Timex], text: str, placing: Placing) -> tuple[Timex, ...]:
    """The dates of a text with the user's in the place of all that they overlap."""
    kept = [t for t in found if not any(p.covers(t.start, t.end) for p in placing.placed)]
    for one in placing.placed:
        if one.correction.value is not None:
            kept.append(_timex(text, one.start, one.end, one.correction.value))
    return tuple(sorted(kept, key=lambda timex: timex.start))


def _timex(text: str, start: int, end: int, value: str) -> Timex:
    first, last = values.bounds(value)
    kind: TimexType = "DURATION" if value[:1] == "P" else "TIME" if "T" in value else "DATE"
    return Timex(
        start=start,
        end=end,
        text=text[start:end],
        type=kind,
        value=value,
        doubt="open" if kind != "DURATION" and first is None and value[:1] == "X" else "sure",
        rule=RULE,
        granularity=values.granularity(value),
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        reason="You set this value.",
    )


@dataclass(frozen=True, slots=True)
class Overrides:
    """All that the user put right in one text: reference dates by section number, and passages."""

    references: Mapping[int, str | None] = field(default_factory=dict)
    dates: Placing = Placing()
    mentions: Placing = Placing()


def overrides(own: Own, sections: Sequence[Section], version: Version) -> Overrides:
    """Find what the user put right in an article in a text of it."""
    keys = {number: section_key(sections, section) for number, section in enumerate(sections)}
    return Overrides(
        {number: own.references[key] for number, key in keys.items() if key in own.references},
        place(own.dates, version),
        place(own.mentions, version),
    )


# Reference dates --------------------------------------------------------------------------------


def leading_section(sections: Sequence[Section], offset: int) -> int:
    """The number of the section with which the article starts that a place belongs to."""
    inside = sum(section.start <= offset for section in sections)
    return article_starts(sections)[max(0, inside - 1)] if sections else 0


def references_of(
    sections: Sequence[Section], stated: str | None, own: Mapping[int, str | None]
) -> dict[int, str | None]:
    """What each section's dates resolve against where that is not its own dateline.

    ``stated`` is the date that a file or feed gave for the whole article, used where the text
    prints none; ``own`` are the user's, by section number. What is said of one part of an article
    holds for all of it: where it goes on, its captions and its source line.
    """
    found: dict[int, str | None] = {}
    starts = article_starts(sections)
    whole = {starts[number]: value for number, value in own.items() if number < len(starts)}
    for number, (section, start) in enumerate(zip(sections, starts, strict=True)):
        if start in whole:
            found[number] = whole[start]
        elif section.dateline is None and sections[start].kind == "main" and stated:
            found[number] = stated
    return found


# Values that people type ------------------------------------------------------------------------

_YEAR = r"(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)"
_DATE = re.compile(
    rf"{_YEAR}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W\d\d(?:-WE)?|-Q[1-4X]|-H[12X]"
    r"|-(?:SP|SU|FA|WI))?(?:T(?:MO|MI|AF|EV|NI|DT|\d\d(?::\d\d(?::\d\d)?)?))?|BC\d{4}",
    re.ASCII,
)
_LENGTH = re.compile(
    r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|DE|CE|ML|WE))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?",
    re.ASCII,
)
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?$")


def check_value(typed: str) -> str:
    """The TIMEX3 value that a user typed; raises :class:`AnnotationError` for anything else.

    What the desk shows is understood too: a blank before a time, the marks of doubt, and a
    stretch as ``2013-02-11 – 20``.
    """
    value = re.sub(r"\s*(?:–|—|/|\.\.)\s*", "/", typed.strip().upper()).translate(_MARKS)
    value = re.sub(r"(?<=\d) (?=\d\d(?::|$))", "T", value)
    first, slash, last = value.partition("/")
    if slash and re.fullmatch(r"\d\d(?:-\d\d)?", last):
        last = first[: -len(last)] + last
    ends = [first, last] if slash else [first]
    good = all(_is_date(end) for end in ends) or (not slash and _is_length(value))
    if good and slash:
        begin, stop = values.bounds(first)[0], values.bounds(last)[1]
        good = begin is not None and stop is not None and begin <= stop
    if not good:
        raise AnnotationError(
            f"{typed.strip()!r} is not a date: write 2016-04-22, 2016-04, 2016, "
            "2016-04-11/2016-04-20, P3W for a length, or none."
        )
    return "/".join(ends)


_MARKS = str.maketrans("", "", "?~%")


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    if clock := _CLOCK.search(value):
        hour, minute, second = (int(part or 0) for part in clock.groups())
        if hour > 24 or minute > 59 or second > 59:
            return False
    day = value.partition("T")[0]
    unknown = "X" in day or day.startswith("BC")
    return unknown or values.bounds(day)[0] is not None


def _is_length(value: str) -> bool:
    return _LENGTH.fullmatch(value) is not None and value[-1] not in "PT"
