"""Values of calendar dates: whole ones, those without a year, and ranges."""

from __future__ import annotations

from datetime import date

from tui.dates import values
from tui.dates.context import Context, Resolved
from tui.dates.parts import Parts
from tui.model import Doubt

OPEN = "nothing in the text gives the year and there is no reference date"


def year_of(parts: Parts, suffix: str = "") -> int | None:
    """The year that the words give, two-digit ones completed."""
    if parts.get("y" + suffix) is not None:
        return int(parts["y" + suffix])
    if not suffix and parts.get("yy") is not None:
        return _century(int(parts["yy"]))
    return None


def write(year: int | None, month: int | None, day: int | None) -> str:
    """The value with what is unknown as ``X``."""
    value = "XXXX" if year is None else f"{year:04}"
    if month is not None:
        value += f"-{month:02}"
        if day is not None:
            value += f"-{day:02}"
    return value


def calendar(parts: Parts, context: Context) -> Resolved:
    """A day, a month or a year; its year from the words, the passage or the reference date."""
    year, month, day = year_of(parts), parts.get("m"), parts.get("d")
    if year is None and parts.get("m2") and not month:
        month, day = parts["m2"], parts.get("d2")
    clock = ""
    if "hour" in parts:
        clock = f"T{parts['hour']:02}:{parts.get('minute', 0):02}"
    if year is not None:
        if month and day and values.make_date(year, month, day) is None:
            day = None
        return Resolved(write(year, month, day) + clock, "sure", "the year stands in the text")
    return yearless(parts, context, month or 1, day)


def yearless(parts: Parts, context: Context, month: int, day: int | None) -> Resolved:
    """A month, or a day of one, whose year has to be found."""
    if in_passage(parts, context):
        year = nearest_year(context.passage, context.passage_month, month)
        return Resolved(write(year, month, day), "year-inferred", f"the passage is about {year}")
    if context.day is None:
        year = clock_year(context, month)
        if year is None:
            return Resolved(write(None, month, day), "open", OPEN)
        if day == 29 and month == 2 and values.make_date(year, 2, 29) is None:
            year = min((year - 2, year - 1, year + 1, year + 2), key=lambda y: y % 4)
        return Resolved(
            write(year, month, day), "year-inferred", f"the text stands at {context.year}"
        )
    options = _candidates(context, month, day)
    if not options:
        return Resolved(write(None, month, day), "open", OPEN)
    return _by_tense(options, parts.get("tense", ""), context, month, day)


def clock_year(context: Context, month: int) -> int | None:
    """The year that brings a month closest to where the text stands; None if it stands nowhere."""
    return nearest_year(context.year, context.month, month)


def nearest_year(year: int | None, here: int | None, month: int) -> int | None:
    """The year in which ``month`` comes closest to the month ``here`` of ``year``."""
    if year is None or here is None:
        return year
    years = (year - 1, year, year + 1)
    return min(years, key=lambda other: abs((other - year) * 12 + month - here - AHEAD))


AHEAD = 0.5
"""Texts go on rather than back: of two equally near months the later one is meant."""


def in_passage(parts: Parts, context: Context) -> bool:
    """Whether a past year named in this or the previous sentence is what the passage is about."""
    if (
        context.passage is None
        or parts.get("tense") == "future"
        or parts.get("prep") in ("as of", "since")
    ):
        return False
    distance = int(parts.get("sentence", 0)) - context.passage_sentence
    return 0 <= distance <= 1


def _candidates(context: Context, month: int, day: int | None) -> list[tuple[int, date]]:
    """Years near the reference date in which the date exists, with its first day."""
    if context.day is None:
        return []
    found = []
    for year in range(context.day.year - 4, context.day.year + 5):
        first = values.make_date(year, month, day or 1)
        if first:
            found.append((year, first))
    return found


def _by_tense(
    options: list[tuple[int, date]], tense: str, context: Context, month: int, day: int | None
) -> Resolved:
    """The nearest such date on the side that the verb points to.

    One told as coming that has just gone by, and comes again only in a long time, has two
    readings: a reference date that is too late is then likelier than an event so far ahead.
    """
    assert context.day is not None
    now = context.day if day else context.day.replace(day=1)
    before = [option for option in options if option[1] <= now][-1]
    after = next(option for option in options if option[1] >= now)
    back, ahead = (now - before[1]).days, (after[1] - now).days
    past, future = write(before[0], month, day), write(after[0], month, day)
    if tense == "future" and ahead > LONG and back < SHORT:
        reason = f"told as coming, yet the last such day lies shortly before {context.reference}"
        return Resolved(past, "two-readings", reason, context.reference, (future,))
    if tense == "future" or (tense != "past" and back > 2 * SHORT and ahead < SHORT):
        chosen, side = future, "ahead of"
    else:
        chosen, side = past, "before"
    sign = "verb" if tense in ("past", "future") else "distance"
    reason = f"the nearest {side} {context.reference}, as the {sign} suggests"
    return Resolved(chosen, "year-inferred", reason, context.reference)


LONG, SHORT = 200, 100
"""Days ahead and days gone by from which on "scheduled for March 15th" is doubted."""


def that_year(parts: Parts, context: Context) -> Resolved:
    """ "August of that year", "May this year"."""
    shift = {
        "last": -1,
        "previous": -1,
        "the previous": -1,
        "next": 1,
        "following": 1,
        "the following": 1,
    }
    rel = parts["rel"]
    deictic = rel in ("this", "last", "next")
    base = context.day if deictic and context.day else context.told_day or context.day
    month, day = parts.get("m2") or parts.get("m"), parts.get("d2") or parts.get("d")
    if base is None:
        return Resolved(write(None, month, day), "open", OPEN)
    year = base.year + shift.get(rel, 0)
    inferred = base is context.day
    return Resolved(
        write(year, month, day),
        "year-inferred" if inferred else _doubt(context),
        f"{rel} year, counted from {base.isoformat()}",
        context.reference if inferred else None,
    )


def _doubt(context: Context) -> Doubt:
    return context.told.doubt if context.told else "sure"


def numeric(parts: Parts, context: Context) -> Resolved | None:
    """Day first by custom; month first, and year first for ``25/01/14``, where only that is a date.

    With a year of two digits the reading nearest to the reference date wins. Where the parts are
    joined by slashes and another reading is a date too, both are kept.
    """
    a, b = parts["a"], parts["b"]
    if "c" in parts:
        readings = [
            (_century(parts["c"]), b, a),
            (_century(parts["c"]), a, b),
            (_century(a), b, parts["c"]),
        ]
    else:
        readings = [(parts["y"], b, a), (parts["y"], a, b)]
    dates = list(dict.fromkeys(day for day in (values.make_date(*r) for r in readings) if day))
    if not dates:
        return None
    here = context.day
    if here is not None and "c" in parts:
        dates.sort(key=lambda day: abs((day - here).days))
    if len(dates) > 1 and parts.get("sep") == "/":
        others = tuple(day.isoformat() for day in dates[1:])
        return Resolved(
            dates[0].isoformat(),
            "two-readings",
            "the order of day, month and year is not certain",
            None,
            others,
        )
    return Resolved(dates[0].isoformat(), "sure", "written in full")


def _century(year: int) -> int:
    return year + (2000 if year <= 30 else 1900)


def numeric_range(parts: Parts, context: Context) -> Resolved | None:
    """Two numeric days of which the first may lack month and year."""
    last = values.make_date(parts["y2"], parts["b2"], parts["a2"])
    first = values.make_date(
        parts.get("y") or parts["y2"], parts.get("b") or parts["b2"], parts["a"]
    )
    if first is None or last is None or first > last:
        return None
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", "sure", "written in full")


def days(parts: Parts, context: Context) -> Resolved | None:
    """From a day to a day; what one end lacks, the other gives."""
    last_month = parts.get("m2", parts["m"])
    last = calendar(
        {**parts, "m": last_month, "d": parts["d2"], "y": parts.get("y2", parts.get("y"))}, context
    )
    if last.value.startswith("XXXX"):
        first_value = write(None, parts["m"], parts["d"])
        return Resolved(f"{first_value}/{last.value}", "open", last.reason)
    end = values.bounds(last.value)[0]
    if end is None or last.value.count("-") != 2:
        return None
    year = end.year - ((parts["m"], parts["d"]) > (end.month, end.day))
    if parts.get("y") and parts.get("y2"):
        year = parts["y"]
    first = values.make_date(year, parts["m"], parts["d"])
    if first is None:
        return None
    return Resolved(
        f"{first.isoformat()}/{last.value}",
        last.doubt,
        last.reason,
        last.reference,
        tuple(f"{write(int(a[:4]), parts['m'], parts['d'])}/{a}" for a in last.alternatives),
    )


def months(parts: Parts, context: Context) -> Resolved:
    """From a month to a month."""
    first, last = parts["m"], parts["m2"]
    if parts.get("y2") or parts.get("y"):
        end_year = parts.get("y2") or parts["y"] + (first > last)
        year = parts.get("y") or end_year - (first > last)
        return Resolved(
            f"{year:04}-{first:02}/{end_year:04}-{last:02}", "sure", "the year stands in the text"
        )
    end = yearless(parts, context, last, None)
    if end.value.startswith("XXXX"):
        return Resolved(f"XXXX-{first:02}/{end.value}", "open", end.reason)
    year = int(end.value[:4]) - (first > last)
    return Resolved(f"{year:04}-{first:02}/{end.value}", end.doubt, end.reason, end.reference)


def years(parts: Parts, context: Context) -> Resolved | None:
    """From a year to a year; the second may be short."""
    first, last = parts["y"], parts["y2"]
    if parts.get("era"):
        return (
            Resolved(f"BC{first:04}/BC{last:04}", "sure", "written in full")
            if first > last
            else None
        )
    if last < 100:
        last += first // 100 * 100
        last += 100 if last < first else 0
    if not first < last or last > 2150:
        return None
    return Resolved(f"{first:04}/{last:04}", "sure", "written in full")


def era(parts: Parts, context: Context) -> Resolved | None:
    """Years before and after Christ."""
    year = parts.get("y") or parts.get("y2") or 0
    before = str(parts.get("era", "")).startswith("b")
    if not year:
        return None
    return Resolved(f"BC{year:04}" if before else f"{year:04}", "sure", "written in full")
