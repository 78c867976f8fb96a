"""TIMEX3 values and the calendar arithmetic on them; years before 1 and after 9999 stay out."""

from __future__ import annotations

import re
from datetime import date, timedelta

LETTER = {
    **{"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W"},
    **{"fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "weekend": "WE"},
}
YEARS = {"decade": 10, "century": 100, "millennium": 1000}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
UNKNOWN = {
    # how each granularity is written when nothing of it is known
    **{"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"},
    **{"quarter": "XXXX-QX", "half": "XXXX-HX", "weekend": "XXXX-WXX-WE", "decade": "XXXX"},
    **{"century": "XXXX", "season": "XXXX", "millennium": "XXXX"},
}


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in_month(year: int, month: int) -> int:
    """Length of a month."""
    following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else date(9999, 12, 31)
    return (following - timedelta(days=1)).day


def add_days(day: date, days: int) -> date | None:
    """The date so many days on, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of the month so many months on, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add(day: date, amount: float, unit: str) -> date | None:
    """The date so many units on; hours and less than a day do not move it."""
    if unit in YEARS:
        amount, unit = amount * YEARS[unit], "year"
    if abs(amount) > 100_000:
        return None
    if unit in ("year", "quarter", "month"):
        return add_months(day, round(amount * {"year": 12, "quarter": 3, "month": 1}[unit]))
    if unit in ("fortnight", "week", "weekend", "day", "night"):
        return add_days(
            day, round(amount * {"fortnight": 14, "week": 7, "weekend": 7}.get(unit, 1))
        )
    return add_days(day, round(amount / {"hour": 24, "minute": 1440, "second": 86400}[unit]))


def iso_week(day: date) -> str:
    """``2016-W07``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def season_of(day: date) -> tuple[int, str]:
    """The season a day lies in and the year in which that season began."""
    if day.month in (1, 2):
        return day.year - 1, "WI"
    return day.year, {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[day.month // 3 * 3]


def at(day: date, unit: str) -> str:
    """The value of the calendar unit (or season) that the day lies in."""
    if unit in ("week", "fortnight"):
        return iso_week(day)
    if unit == "weekend":
        return iso_week(day) + "-WE"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "season":
        year, season = season_of(day)
        return f"{year:04}-{season}"
    if unit == "decade":
        return f"{day.year // 10:03}X"
    if unit == "century":
        return f"{day.year // 100:02}XX"
    if unit == "millennium":
        return f"{day.year // 1000}XXX"
    return day.isoformat()


_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SPECIAL = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_PART = {"Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6)}
_PART |= {season: (month, 3) for season, month in SEASON_MONTH.items()}


def bounds(value: str) -> tuple[date | None, date | None]:
    """First and last day of what a value covers; None where that is not known."""
    if "/" in value:
        first, _, last = value.partition("/")
        return bounds(first)[0], bounds(last)[1]
    value = value.partition("T")[0] if value[:1].isdigit() else value
    if found := _WEEK.fullmatch(value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None, None
        return add_days(monday, 5 if found[3] else 0), add_days(monday, 6)
    if found := _SPECIAL.fullmatch(value):
        month, months = _PART[found[2]]
        return _span(int(found[1]), month, months)
    if found := _PLAIN.fullmatch(value):
        year = int(found[1])
        if found[3]:
            day = make_date(year, int(found[2]), int(found[3]))
            return day, day
        return _span(year, int(found[2]), 1) if found[2] else _span(year, 1, 12)
    if re.fullmatch(r"\d{1,3}X{1,3}", value) and len(value) == 4:
        known = value.rstrip("X")
        width = 10 ** (4 - len(known))
        first_year = int(known) * width
        return _span(max(first_year, 1), 1, 12 * (width if first_year else width - 1))
    return None, None


def _span(year: int, month: int, months: int) -> tuple[date | None, date | None]:
    first = make_date(year, month, 1)
    if first is None:
        return None, None
    end = add_months(first, months)
    return first, add_days(end, -1) if end else date(9999, 12, 31)


def granularity(value: str) -> str:
    """What the value is exact to: ``day``, ``month`` ...; empty for references such as now."""
    if "/" in value:
        return granularity(value.partition("/")[0])
    if value.endswith("_REF") or value.startswith("P"):
        return ""
    if "T" in value:
        return "minute" if ":" in value else "hour" if value[-1].isdigit() else "part of day"
    if value.startswith("BC"):
        return "year" if value[-1].isdigit() else "decade"
    if "-WE" in value:
        return "weekend"
    if "-W" in value and "-WI" not in value:
        return "day" if value.count("-") == 2 else "week"
    for mark, name in (("-Q", "quarter"), ("-H", "half")):
        if mark in value:
            return name
    if value[-2:] in SEASON_MONTH:
        return "season"
    dashes = value.count("-")
    if dashes == 0 and not value.startswith("X"):
        return {3: "millennium", 2: "century", 1: "decade", 0: "year"}.get(value.count("X"), "year")
    return ("year", "month", "day")[min(dashes, 2)]


_SMALLER = {
    **{"year": ("month", 12), "quarter": ("month", 3)},
    **{"day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)},
}


def duration(amount: float | None, unit: str, whole: bool = False) -> str:
    """``P3W``, ``PT72H``, ``PXM``, ``P2.5Y``; less than one in the next smaller unit (``P6M``).

    ``whole`` asks for the smaller unit for any fraction: ``P18M`` for a year and a half.
    """
    if unit in YEARS:
        if amount is None:
            return {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}[unit]
        return duration(amount * YEARS[unit], "year", whole)
    if amount is not None and unit == "fortnight":
        amount *= 2
    if amount is not None and unit in _SMALLER and (amount < 1 or whole):
        smaller, ratio = _SMALLER[unit]
        if amount != int(amount) and amount * ratio == int(amount * ratio):
            amount, unit = amount * ratio, smaller
    letter = LETTER[unit]
    digits = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{digits}{letter}"
