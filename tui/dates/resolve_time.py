"""Values of times of day, lengths of time and what repeats."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from tui.dates import values, words
from tui.dates.context import Context, Resolved
from tui.dates.parts import Parts

Solve = Callable[[Parts, Context], "Resolved | None"]


def _which_day(parts: Parts, context: Context, solve: Solve) -> Resolved:
    """The day that a time belongs to: the one it is joined to, told last, or the reference date."""
    if "on" in parts:
        found = solve(
            {**parts["on"], **{k: parts[k] for k in ("tense", "sentence", "prep") if k in parts}},
            context,
        )
        if found and "T" not in found.value:
            return found
    near = parts.get("sentence", 0) - context.told_sentence <= (1 if context.day else 99)
    told = context.told
    if told and near and values.granularity(told.value) in ("day", "part of day", "minute", "hour"):
        day = told.value.partition("T")[0]
        return Resolved(day, told.doubt, f"on the day told before, {day}", told.reference)
    if context.day:
        return Resolved(
            context.day.isoformat(),
            "year-inferred",
            f"on the reference date {context.reference}",
            context.reference,
        )
    return Resolved("XXXX-XX-XX", "open", "the day is not said")


def clock(parts: Parts, context: Context, solve: Solve) -> Resolved | None:
    """``2016-04-22T18:26``."""
    word = str(parts.get("word") or "")
    hour, minute = parts.get("hour"), parts.get("minute")
    if word in ("noon", "midday", "midnight"):
        hour, minute = (24, 0) if word == "midnight" else (12, 0)
    elif word:
        hour = int(words.number(word) or 0)
        if parts.get("part") in ("AF", "EV", "NI") and hour < 12:
            hour += 12
    half = re.sub(r"[. ]", "", str(parts.get("meridiem") or ""))
    if hour is None or hour > 24 or (half in ("am", "pm") and not 1 <= hour <= 12):
        return None
    if half in ("pm", "noon") and hour < 12:
        hour += 12
    elif half in ("am", "midnight") and hour == 12:
        hour = 24 if half == "midnight" else 0
    day = _which_day(parts, context, solve)
    zone = "Z" if str(parts.get("zone") or parts.get("zone2") or "") in ("utc", "gmt", "z") else ""
    seconds = f":{parts['second']:02}" if "second" in parts else ""
    return Resolved(
        f"{day.value}T{hour:02}:{minute or 0:02}{seconds}{zone}",
        day.doubt,
        day.reason,
        day.reference,
    )


def part(parts: Parts, context: Context, solve: Solve) -> Resolved:
    """The morning of a day."""
    day = _which_day(parts, context, solve)
    return Resolved(f"{day.value}T{parts['part']}", day.doubt, day.reason, day.reference)


def this_part(parts: Parts, context: Context) -> Resolved:
    """This morning, that night, the next afternoon."""
    rel = str(parts.get("rel") or parts["rel2"]).removeprefix("the ")
    told = context.told_day if rel not in ("this",) or context.day is None else None
    base = told or context.day
    if base is None:
        return Resolved(f"XXXX-XX-XXT{parts['part']}", "open", "the day is not said")
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "before": -1}.get(rel, 0)
    day = values.add_days(base, step) or base
    if told:
        return Resolved(
            f"{day.isoformat()}T{parts['part']}",
            context.told.doubt if context.told else "sure",
            f"counted from {base.isoformat()}",
            context.told.reference if context.told else None,
        )
    return Resolved(
        f"{day.isoformat()}T{parts['part']}",
        "year-inferred",
        f"counted from {context.reference}",
        context.reference,
    )


def duration(parts: Parts, context: Context) -> Resolved | None:
    """``P3W``; with the days it covers where it hangs on a date."""
    name = parts.get("unit") or parts["unit2"]
    amount = parts.get("n")
    if parts.get("half") and amount is not None:
        amount += 0.5
    if parts.get("n2") is not None and amount is not None:
        return _sum(amount, name, parts["n2"], parts["unit2"])
    if name == "weekend":
        return Resolved(f"P{amount or 'X':g}WE" if amount else "PXWE", "sure", "a length of time")
    value = values.duration(amount, name, bool(parts.get("half")))
    first, last = _hangs(parts, context, amount, name)
    if first is None or last is None:
        return Resolved(value, "sure", "a length of time")
    reference = context.reference if context.day in (first, last) else None
    counted = reference or (context.told.value if context.told else "")
    return Resolved(
        value, "sure", f"a length of time, counted from {counted}", reference, (), first, last
    )


def _sum(a: float, unit_a: str, b: float, unit_b: str) -> Resolved | None:
    first, second = values.duration(a, unit_a), values.duration(b, unit_b)
    if second.startswith("PT") and first.startswith("PT"):
        return Resolved(first + second[2:], "sure", "a length of time")
    return Resolved(first + second[1:], "sure", "a length of time")


def _hangs(
    parts: Parts, context: Context, amount: float | None, name: str
) -> tuple[date | None, date | None]:
    """The days that a length covers: ahead of or up to the reference date or a day told.

    "In the coming three weeks" and "will ... in three weeks" reach ahead of the reference date,
    "the past five years" up to it, "after serving seven days" up to the day told just before.
    """
    if amount is None:
        return None, None
    hang = str(parts.get("hang") or parts.get("hang2") or "")
    hang = hang.removeprefix("the ").removeprefix("these ").removeprefix("this ")
    ahead = parts.get("prep") in ("in", "within") and parts.get("tense") == "future"
    if context.day and (hang in ("coming", "next", "upcoming") or (ahead and not hang)):
        return context.day, values.add(context.day, amount, name)
    if context.day and hang in ("past", "last"):
        return values.add(context.day, -amount, name), context.day
    told = context.told_day
    same_sentence = parts.get("sentence") == context.told_sentence
    if parts.get("prep") == "after" and told and told == context.told_end and same_sentence:
        return values.add(told, -amount, name), told
    return None, None


def fraction(parts: Parts, context: Context) -> Resolved | None:
    """A quarter of a century."""
    frac = str(parts.get("frac") or parts.get("frac2") or "")
    share = (
        3 / 4
        if "three" in frac
        else 2 / 3
        if "two" in frac
        else 1 / 3
        if "third" in frac
        else 1 / 2
        if "half" in frac
        else 1 / 4
    )
    unit = parts["unit"]
    amount = share * values.YEARS.get(unit, 1)
    name = "year" if unit in values.YEARS else unit
    if unit == "year":
        amount, name = share * 12, "month"
    elif unit == "hour":
        amount, name = share * 60, "minute"
    return Resolved(values.duration(round(amount, 1), name), "sure", "a length of time")


def every(parts: Parts, context: Context) -> Resolved | None:
    """``P1Y`` for twice a year, ``XXXX-WXX-7`` for every Sunday."""
    if parts.get("weekdays"):
        word = str(parts["weekdays"]).rstrip("s")
        value = {"weekend": "XXXX-WXX-WE", "weekday": "XXXX-WXX-XX"}.get(
            word
        ) or f"XXXX-WXX-{words.WEEKDAYS[word]}"
    elif "wd" in parts:
        value = f"XXXX-WXX-{parts['wd']}"
    elif "season" in parts:
        value = f"XXXX-{parts['season']}"
    elif "m" in parts:
        value = f"XXXX-{parts['m']:02}"
    elif "part" in parts:
        value = f"XXXX-XX-XXT{parts['part']}"
    elif parts.get("unit") == "weekend":
        value = "XXXX-WXX-WE"
    else:
        amount = parts["n"] if "n" in parts else 2.0 if parts.get("other") else 1.0
        value = values.duration(amount, parts["unit"])
    return Resolved(value, "sure", "repeats")


def adverb(parts: Parts, context: Context) -> Resolved:
    """``P1M`` for monthly."""
    units = {
        **{
            "hourly": (1.0, "hour"),
            "daily": (1.0, "day"),
            "nightly": (1.0, "day"),
            "weekly": (1.0, "week"),
        },
        **{"fortnightly": (2.0, "week"), "biweekly": (2.0, "week"), "monthly": (1.0, "month")},
        **{"quarterly": (1.0, "quarter"), "annually": (1.0, "year"), "annual": (1.0, "year")},
        **{"yearly": (1.0, "year"), "biannual": (6.0, "month"), "biennial": (2.0, "year")},
    }
    amount, unit = units[parts["adverb"]]
    return Resolved(values.duration(amount, unit), "sure", "repeats")


def ref(parts: Parts, context: Context) -> Resolved:
    """Now, recently, in the near future."""
    return Resolved(str(parts["value"]), "open", "points without saying when")
