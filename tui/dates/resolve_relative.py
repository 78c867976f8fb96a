"""Values of what hangs on another date: today, last week, on Friday, two days later, at six."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tui.dates import resolve_calendar as cal
from tui.dates import resolve_periods as per
from tui.dates import values
from tui.dates.context import Context, Resolved
from tui.dates.parts import Parts

_DAY_SHIFT = {
    **{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2},
    **{"day after tomorrow": 2, "last night": -1, "last evening": -1, "overnight": 0},
}
_BACK = {"last", "previous", "past", "preceding", "before", "prior", "this past"}
_ON = {
    "next",
    "following",
    "coming",
    "upcoming",
    "after",
    "subsequent",
    "ensuing",
    "this coming",
    "very next",
}


_ANAPHORIC = {
    *("same", "previous", "following", "preceding", "subsequent", "that", "that same", "this same"),
    *("ensuing", "prior", "before", "after", "very next", "intervening"),
}


def _open(unit: str) -> Resolved:
    return Resolved(values.UNKNOWN.get(unit, "XXXX-XX-XX"), "open", "there is no reference date")


def day(parts: Parts, context: Context) -> Resolved:
    """Today, yesterday evening, tonight."""
    word = parts["word"]
    suffix = (
        "T" + parts["part"]
        if parts.get("part")
        else "TNI"
        if "night" in word
        else "TEV"
        if word == "last evening"
        else ""
    )
    if context.day is None:
        if word == "today" and context.told_day is not None:
            return Resolved("PRESENT_REF", "open", "today, without a reference date")
        return Resolved("XXXX-XX-XX" + suffix, "open", "there is no reference date")
    here = values.add_days(context.day, _DAY_SHIFT[word])
    if here is None:
        return _open("day")
    return Resolved(
        here.isoformat() + suffix,
        "year-inferred",
        f"{word}, counted from {context.reference}",
        context.reference,
    )


def _base(parts: Parts, context: Context, anaphoric: bool) -> tuple[date | None, bool]:
    """The day to count from, and whether that is the reference date."""
    if anaphoric and context.told_day is not None:
        return context.told_day, False
    if context.day is not None:
        return context.day, True
    return context.told_day, False


def _made(
    value: str, context: Context, from_reference: bool, reason: str, **more: object
) -> Resolved:
    if from_reference:
        return Resolved(
            value, "year-inferred", f"{reason}, counted from {context.reference}", context.reference
        )
    told = context.told
    doubt: Literal["sure", "year-inferred", "open", "two-readings"] = told.doubt if told else "sure"
    return Resolved(
        value,
        doubt,
        f"{reason}, counted from {told.value if told else 'the text'}",
        told.reference if told else None,
    )


def unit(parts: Parts, context: Context) -> Resolved:
    """Last week, this year, the same day, the following month, the end of the year."""
    name = parts["unit"]
    rel = str(parts.get("rel") or parts.get("rel2") or "the")
    rel = rel.removeprefix("the ").removeprefix("very ")
    anaphoric = rel in _ANAPHORIC or (rel == "next" and bool(parts.get("the")))
    if (
        name == "day"
        and rel == "the"
        and context.told
        and parts.get("sentence", 0) - context.told_sentence <= 2
    ):
        anaphoric = values.granularity(context.told.value) == "day"
    if context.day is None:
        if context.told_day is None or (rel == "last" and not parts.get("the")):
            return _open(name)
        anaphoric = True
    base, from_reference = _base(parts, context, anaphoric)
    if base is None:
        return _open(name)
    if rel in _ON and name in ("day", "week") and not from_reference and context.told_end:
        base = context.told_end
    step = -1 if rel in _BACK else 1 if rel in _ON else 0
    if name == "weekend" and rel == "the" and parts.get("tense") != "future":
        step = -1 if base.isoweekday() < 6 else 0
    moved = values.add(base, step, name)
    if moved is None:
        return _open(name)
    return _made(values.at(moved, name), context, from_reference, f"{rel} {name}")


def same_last_year(parts: Parts, context: Context) -> Resolved:
    """The same quarter last year."""
    base, from_reference = _base(parts, context, parts["rel"] != "last")
    moved = values.add(base, -1, "year") if base else None
    if moved is None:
        return _open(parts["unit"])
    return _made(values.at(moved, parts["unit"]), context, from_reference, "a year before")


def weekday(parts: Parts, context: Context) -> Resolved:
    """A bare weekday: the nearest on the side the verb points to."""
    wanted = parts.get("wd") or parts.get("wd2") or 1
    suffix = "T" + parts["part"] if parts.get("part") else ""
    week = parts.get("week") or parts.get("week2")
    rel = str(parts.get("rel") or parts.get("rel2") or "").removeprefix("the ")
    if rel in ("last", "next", "this", "following", "previous", "that"):
        return named(parts, context)
    base, from_reference = _base(parts, context, context.day is None)
    if base is None:
        return Resolved(f"XXXX-WXX-{wanted}{suffix}", "open", "there is no reference date")
    if week:
        days = wanted - base.isoweekday() + {"last": -7, "this": 0, "next": 7}[week]
    elif not from_reference or _points_ahead(parts):
        days = (wanted - base.isoweekday()) % 7
    else:
        days = -((base.isoweekday() - wanted) % 7)
    chosen = values.add_days(base, days) or base
    return _made(chosen.isoformat() + suffix, context, from_reference, "the nearest such day")


def _points_ahead(parts: Parts) -> bool:
    prep = parts.get("prep")
    return prep in ("until", "till") or (parts.get("tense") == "future" and prep != "since")


def named(parts: Parts, context: Context) -> Resolved:
    """Last Friday, next May, this spring."""
    rel = str(parts.get("rel") or parts.get("rel2") or "").removeprefix("the ")
    suffix = "T" + parts["part"] if parts.get("part") else ""
    anaphoric = rel in ("following", "previous", "same", "that")
    base, from_reference = _base(parts, context, anaphoric or context.day is None)
    if "season" in parts:
        return _named_season(parts, context, rel, base, from_reference)
    if "m" in parts:
        return _named_month(parts["m"], rel, context, base, from_reference)
    wanted = parts.get("wd") or parts.get("wd2") or 1
    if base is None:
        return Resolved(f"XXXX-WXX-{wanted}{suffix}", "open", "there is no reference date")
    if rel in _BACK:
        days = -((base.isoweekday() - wanted) % 7 or 7)
    elif rel in _ON:
        days = (wanted - base.isoweekday()) % 7 or 7
    else:
        days = wanted - base.isoweekday()
    chosen, week_after = values.add_days(base, days), values.add_days(base, days + 7)
    if chosen is None or week_after is None:
        return _open("day")
    made = _made(chosen.isoformat() + suffix, context, from_reference, f"{rel} such day")
    if rel != "next" or not from_reference or wanted <= base.isoweekday():
        return made
    other = week_after.isoformat() + suffix
    reason = "next may mean this week's or next week's"
    return Resolved(made.value, "two-readings", reason, made.reference, (other,))


def _named_month(
    month: int, rel: str, context: Context, base: date | None, from_reference: bool
) -> Resolved:
    if base is None:
        return Resolved(f"XXXX-{month:02}", "open", cal.OPEN)
    year = base.year
    if rel in _BACK:
        year -= month >= base.month
    elif rel in _ON:
        year += month <= base.month
    return _made(f"{year:04}-{month:02}", context, from_reference, f"{rel} such month")


def _named_season(
    parts: Parts, context: Context, rel: str, base: date | None, from_reference: bool
) -> Resolved:
    name = parts["season"]
    if rel in ("the", "that", "same", "this") and (rel != "this" or base is None):
        return per.season_near(parts, context)
    if base is None:
        return Resolved(f"XXXX-{name}", "open", cal.OPEN)
    here_year, here_name = values.season_of(base)
    order = ["SP", "SU", "FA", "WI"]
    if rel == "this":
        year = here_year if here_name == name else base.year
    elif rel in _BACK:
        year = here_year - (order.index(name) >= order.index(here_name))
    else:
        year = here_year + (order.index(name) <= order.index(here_name))
    return _made(f"{year:04}-{name}", context, from_reference, f"{rel} such season")


_FROM_NOW = {"ago": -1, "back": -1, "from now": 1, "from today": 1, "hence": 1, "ahead": 1}
_FROM_TOLD = {
    **{"earlier": -1, "beforehand": -1, "previously": -1, "before": -1},
    **{"later": 1, "afterward": 1, "afterwards": 1, "after": 1, "thereafter": 1},
}
_COARSER = {"night": "day", "fortnight": "week", "hour": "day", "minute": "day", "second": "day"}


def shift(parts: Parts, context: Context) -> Resolved | None:
    """Three years ago, two days later, a week earlier; never finer than the unit."""
    name: str = parts["unit"]
    word = str(parts.get("dir") or parts.get("dir2"))
    sign = _FROM_NOW.get(word) or _FROM_TOLD[word]
    amount = parts.get("n")
    if amount is None:
        return Resolved(f"{'PAST' if sign < 0 else 'FUTURE'}_REF", "open", "how long is not said")
    base, from_reference = _base(parts, context, word in _FROM_TOLD)
    if base is None:
        return _open(name)
    if sign > 0 and name in ("day", "night") and context.told_end and not from_reference:
        base = context.told_end
    moved = values.add(base, sign * amount, name)
    if moved is None:  # millions of years
        return Resolved(f"{'PAST' if sign < 0 else 'FUTURE'}_REF", "open", "outside the calendar")
    exact = _COARSER.get(name, name)
    if amount != int(amount) and exact == "year":
        exact = "month"
    told = context.told
    if name in ("hour", "minute") and told and not from_reference and ":" in told.value:
        return _later_that_day(told, sign * amount * (60 if name == "hour" else 1))
    if exact == "week" and not from_reference and told and values.granularity(told.value) == "day":
        exact = "day"
    return _made(values.at(moved, exact), context, from_reference, f"{amount:g} {name} {word}")


def _later_that_day(told: Resolved, minutes: float) -> Resolved:
    """A time so many minutes from one told before."""
    day, _, clock = told.value.partition("T")
    zone = "Z" if clock.endswith("Z") else ""
    days, rest = divmod(int(clock[:2]) * 60 + int(clock[3:5]) + round(minutes), 1440)
    base = values.bounds(day)[0]
    moved = values.add_days(base, days) if base else None
    value = f"{moved.isoformat() if moved else day}T{rest // 60:02}:{rest % 60:02}{zone}"
    return Resolved(value, told.doubt, f"counted from {told.value}", told.reference)


def shift_date(parts: Parts, context: Context) -> Resolved | None:
    """Two days after May 3."""
    given = {key: parts.get(key) or parts.get(key + "2") for key in ("m", "d", "y")}
    cues: Parts = {key: parts[key] for key in ("tense", "sentence") if key in parts}
    anchor = cal.calendar({"kind": "date", **given, **cues}, context)
    base, amount = values.bounds(anchor.value)[0], parts.get("n", 1.0)
    if base is None or amount is None:
        return Resolved("XXXX-XX-XX", "open", anchor.reason)
    unit_name = str(parts["unit"])
    sign = -1 if parts["dir"] in ("before", "prior to") else 1
    moved = values.add(base, sign * amount, unit_name)
    if moved is None:
        return None
    return Resolved(
        values.at(moved, unit_name), anchor.doubt, f"counted from {anchor.value}", anchor.reference
    )


def day_only(parts: Parts, context: Context) -> Resolved:
    """ "the 14th": of the month told last, else of the reference date's."""
    base, from_reference = _base(parts, context, True)
    if base is None or parts.get("d") is None:
        return Resolved(f"XXXX-XX-{parts.get('d') or 0:02}", "open", cal.OPEN)
    found = values.make_date(base.year, base.month, parts["d"])
    if found is None:
        return Resolved(f"XXXX-XX-{parts['d']:02}", "open", "that month has no such day")
    return _made(found.isoformat(), context, from_reference, "a day of that month")


def weekdays(parts: Parts, context: Context) -> Resolved | None:
    """From a weekday to a weekday."""
    first = weekday({**parts, "wd": parts["wd"]}, context)
    start = values.bounds(first.value)[0]
    if start is None:
        return Resolved(f"XXXX-WXX-{parts['wd']}/XXXX-WXX-{parts['wd2']}", "open", first.reason)
    end = values.add_days(start, (parts["wd2"] - parts["wd"]) % 7)
    return (
        Resolved(
            f"{start.isoformat()}/{end.isoformat()}", first.doubt, first.reason, first.reference
        )
        if end
        else None
    )
