"""Values of decades, centuries, quarters, halves, seasons and feasts."""

from __future__ import annotations

from datetime import date

from tui.dates import values, words
from tui.dates.context import Context, Resolved
from tui.dates.parts import Parts
from tui.dates.resolve_calendar import OPEN, calendar, clock_year, in_passage, yearless


def decade(parts: Parts, context: Context) -> Resolved | None:
    """``199X``."""
    word = parts.get("decade") or parts["decade2"]
    digits = str(word).lstrip("'")
    if digits.isdigit():
        full = digits if len(digits) == 4 else ("20" if int(digits) < 30 else "19") + digits
    else:
        tens = {
            "twenties": 2,
            "thirties": 3,
            "forties": 4,
            "fifties": 5,
            "sixties": 6,
            "seventies": 7,
            "eighties": 8,
            "nineties": 9,
        }[word]
        near = context.told_day or context.day
        hundred = near.year // 100 if near else 19
        if near and hundred * 100 + tens * 10 > near.year:
            hundred -= 1
        full = f"{hundred}{tens}0"
    if full.endswith("000") and not str(word).startswith("'"):
        return Resolved(f"{full[:3]}X", "sure", "written in full")
    return Resolved(f"{full[:3]}X", "sure", "written in full")


def century(parts: Parts, context: Context) -> Resolved | None:
    """``19XX`` for the 20th century."""
    n = parts.get("ordinal")
    if not n or n > 25:
        return None
    return Resolved(f"{'BC' if parts.get('era') else ''}{n - 1:02}XX", "sure", "written in full")


def part_of_year(parts: Parts, context: Context) -> Resolved | None:
    """Quarters and halves; without a year the last begun, or the next if told as coming."""
    code = str(parts.get("code") or "")
    letter = next((c for c in code if c.isalpha()), parts.get("what", "quarter")[0]).upper()
    n = int(next((c for c in code if c.isdigit()), "0")) or parts.get("ordinal") or 0
    if parts.get("latter"):
        n = 1 if parts["latter"] == "former" else 2 if letter == "H" else 4
    if not 1 <= n <= (4 if letter == "Q" else 2):
        return None
    if "y" in parts:
        return Resolved(f"{parts['y']:04}-{letter}{n}", "sure", "the year stands in the text")
    rel = str(parts.get("rel") or "")
    told = rel in ("that", "same", "previous", "following") and context.told_day
    base = told or context.day or context.told_day
    if base is None:
        return Resolved(f"XXXX-{letter}{n}", "open", OPEN)
    reference = context.reference if base is context.day else None
    year = base.year + _YEARS_ON.get(rel.removesuffix(" year's"), 0)
    if not parts.get("whole-year") and not rel.endswith("'s"):
        length = 3 if letter == "Q" else 6
        first = date(year, (n - 1) * length + 1, 1)
        if parts.get("tense") == "future":
            year += values.add(first, length, "month") is not None and (
                first.month + length <= base.month
            )
        else:
            year -= first > base
    reason = f"counted from {base.isoformat()}"
    return Resolved(f"{year:04}-{letter}{n}", "year-inferred", reason, reference)


_YEARS_ON = {"last": -1, "previous": -1, "next": 1, "following": 1}


def season(parts: Parts, context: Context) -> Resolved:
    """Seasons; a winter is named after the year in which it begins."""
    name = parts["season"]
    rel = parts.get("rel")
    if parts.get("y"):
        year = parts["y"]
        return Resolved(f"{year:04}-{name}", "sure", "the year stands in the text")
    if rel:
        base = (
            context.day
            if rel in ("this", "last", "next") and context.day
            else context.told_day or context.day
        )
        if base is None:
            return Resolved(f"XXXX-{name}", "open", OPEN)
        year = base.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(str(rel), 0)
        inferred = base is context.day
        return Resolved(
            f"{year:04}-{name}",
            "year-inferred" if inferred else "sure",
            f"counted from {base.isoformat()}",
            context.reference if inferred else None,
        )
    return season_near(parts, context)


def season_near(parts: Parts, context: Context) -> Resolved:
    """The season around, before or after the reference date, or of the passage."""
    name = parts["season"]
    if in_passage(parts, context):
        return Resolved(
            f"{context.passage:04}-{name}",
            "year-inferred",
            f"the passage is about {context.passage}",
        )
    if context.day is None:
        near = clock_year(context, values.SEASON_MONTH[name] + 1)
        if near is None:
            return Resolved(f"XXXX-{name}", "open", OPEN)
        return Resolved(f"{near:04}-{name}", "year-inferred", f"the text stands at {context.year}")
    here = context.day
    now_year, now_name = values.season_of(here)
    year = here.year
    if now_name == name:
        year = now_year
    elif parts.get("tense") == "future":
        year += date(year, values.SEASON_MONTH[name], 1) < here
    else:
        year -= date(year, values.SEASON_MONTH[name], 1) > here
    return Resolved(
        f"{year:04}-{name}", "year-inferred", f"counted from {context.reference}", context.reference
    )


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(parts: Parts, context: Context) -> Resolved:
    """A feast; its year like that of any date without one."""
    where = words.FEASTS[parts["feast"]]
    if where is None:
        where = words.INDEPENDENCE.get(str(parts.get("country")))
        if where is None:
            return Resolved("XXXX-XX-XX", "open", "which country's day is not said")
    suffix = f"T{parts['part']}" if parts.get("part") else ""
    year = parts.get("y")
    if parts.get("rel") and context.day:
        year = context.day.year + _YEARS_ON.get(parts["rel"], 0)
    if isinstance(where, tuple) and len(where) == 2:
        found = calendar({**parts, "m": where[0], "d": where[1], "y": year}, context)
    else:
        found = _movable(where, year, parts, context)
    return Resolved(
        found.value + suffix, found.doubt, found.reason, found.reference, found.alternatives
    )


def _movable(
    where: tuple[int, int, int] | int, year: int | None, parts: Parts, context: Context
) -> Resolved:
    """A feast whose day depends on the year: Easter and what hangs on it, "the last Monday of"."""
    month = where[0] if isinstance(where, tuple) else 4
    if year is not None:
        near = Resolved(f"{year:04}", "sure", "the year stands in the text")
    else:
        near = yearless(parts, context, month, None)
    if not near.value[:4].isdigit():
        return Resolved("XXXX", "open", near.reason)
    number = int(near.value[:4])
    if isinstance(where, tuple):
        day = _nth_weekday(number, *where)
    else:
        day = values.add_days(easter(number), where) or easter(number)
    return Resolved(day.isoformat(), near.doubt, near.reason, near.reference)


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month, values.days_in_month(year, month))
        return date(year, month, last.day - (last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1))
