"""Values for what was found: each section against its own reference date, at once and purely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tui.dates import resolve_calendar as cal
from tui.dates import resolve_periods as per
from tui.dates import resolve_relative as rel
from tui.dates import resolve_time as tim
from tui.dates import values
from tui.dates.context import Context, Resolved
from tui.dates.parts import Parts
from tui.model import Expression, Section, Timex

Solver = Callable[[Parts, Context], "Resolved | None"]

_SOLVERS: dict[str, Solver] = {
    "date": cal.calendar,
    "date-that-year": cal.that_year,
    "numeric": cal.numeric,
    "numeric-range": cal.numeric_range,
    "days": cal.days,
    "months": cal.months,
    "years": cal.years,
    "era": cal.era,
    "decade": per.decade,
    "century": per.century,
    "part-of-year": per.part_of_year,
    "season": per.season,
    "feast": per.feast,
    "day": rel.day,
    "unit": rel.unit,
    "same-last-year": rel.same_last_year,
    "weekday": rel.weekday,
    "named": rel.named,
    "shift": rel.shift,
    "shift-date": rel.shift_date,
    "day-only": rel.day_only,
    "weekdays": rel.weekdays,
    "this-part": tim.this_part,
    "duration": tim.duration,
    "fraction": tim.fraction,
    "every": tim.every,
    "adverb": tim.adverb,
    "ref": tim.ref,
}


def _solve(parts: Parts, context: Context) -> Resolved | None:
    return _SOLVERS[parts["kind"]](parts, context)


_SOLVERS["clock"] = partial(tim.clock, solve=_solve)
_SOLVERS["part"] = partial(tim.part, solve=_solve)


def resolve(
    text: str,
    expressions: Sequence[Expression],
    sections: Sequence[Section] = (),
    references: Mapping[int, str | None] | None = None,
) -> list[Timex]:
    """The value of every expression, with how it came about and how sure it is.

    Each section counts from its own dateline; ``references`` puts another date (or None, for no
    date on purpose) in its place, by the section's index. Without sections the text is one, with
    no dateline (``references={0: ...}`` sets its date). Expressions that turn out to have no
    possible value are left out.
    """
    sections = sections or (Section(0, len(text), "main"),)
    given = references or {}
    contexts = [
        Context(given.get(index, section.dateline)) for index, section in enumerate(sections)
    ]
    outside = Context(None)
    timexes = []
    places = section_indices([expression.start for expression in expressions], sections)
    upcoming = _upcoming_years(expressions, places)
    for expression, place, year in zip(expressions, places, upcoming, strict=True):
        context = outside if place is None else contexts[place]
        context.upcoming = year
        parts = dict(expression.parts)
        resolved = _solve(parts, context)
        if resolved is None:
            continue
        timexes.append(_timex(expression, resolved))
        context.note(parts, resolved)
    return timexes


def section_indices(offsets: Sequence[int], sections: Sequence[Section]) -> list[int | None]:
    """For each offset the index of the section that it lies in, None between sections."""
    order = sorted(range(len(sections)), key=lambda index: sections[index].start)
    starts = [sections[index].start for index in order]
    found: list[int | None] = []
    for offset in offsets:
        at = bisect_right(starts, offset) - 1
        inside = at >= 0 and offset < sections[order[at]].end
        found.append(order[at] if inside else None)
    return found


def _upcoming_years(
    expressions: Sequence[Expression], places: Sequence[int | None]
) -> list[int | None]:
    """For each expression the next year named in full in the same section."""
    ahead: dict[int | None, int] = {}
    found: list[int | None] = []
    for expression, place in zip(reversed(expressions), reversed(places), strict=True):
        found.append(ahead.get(place))
        parts = expression.parts.get("on", expression.parts)
        year = parts.get("y") or parts.get("y2")
        if year and not parts.get("era"):
            ahead[place] = year
    return found[::-1]


def _timex(expression: Expression, resolved: Resolved) -> Timex:
    first, last = resolved.first, resolved.last
    if first is None and last is None:
        first, last = values.bounds(resolved.value)
    return Timex(
        start=expression.start,
        end=expression.end,
        text=expression.text,
        type=expression.type,
        value=resolved.value,
        doubt=resolved.doubt,
        rule=expression.rule,
        granularity=values.granularity(resolved.value) or str(expression.parts.get("unit", "")),
        reference=resolved.reference,
        alternatives=resolved.alternatives,
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        reason=f"{resolved.reason[:1].upper()}{resolved.reason[1:]}.",
    )


def tag(text: str, reference: str | None = None) -> list[Timex]:
    """Find and resolve in one call: the whole text counts from one reference date, or none."""
    from tui.dates.recogniser import recognise

    return resolve(text, recognise(text), (Section(0, len(text), "main", reference),))
