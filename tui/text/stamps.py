"""Posting stamps: the dates that articles carry about themselves, apart from their prose.

A stamp is a line of its own ("Posted on April 22, 2016 at 18:26"), or opens the first paragraph
before a dash ("MINSK, April 22, 2016 (Agency) -"). A sentence that names a date is never one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from tui.text.patterns import lazy

LONGEST: Final = 160
"""Lines longer than this, in characters, are prose."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp and the dates that it can be read as, the likeliest first.

    Each reading is ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM`` in the stamp's own local time.
    ``updated`` tells "last updated" from the date of publication.
    """

    readings: tuple[str, ...]
    updated: bool = False


_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв студзеня січня",
            "february feb февраля фев лютага лютого",
            "march mar марта мар сакавіка березня",
            "april apr апреля апр красавіка квітня",
            "may мая траўня травня",
            "june jun июня июн чэрвеня червня",
            "july jul июля июл ліпеня липня",
            "august aug августа авг жніўня серпня",
            "september sept sep сентября сен верасня вересня",
            "october oct октября окт кастрычніка жовтня",
            "november nov ноября ноя лістапада листопада",
            "december dec декабря дек снежня грудня",
        ),
        1,
    )
    for name in names.split()
}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s?(?:г\.|года|году|р\.|року|год))?"
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|понедельник|вторник|"
    r"среда|четверг|пятница|суббота|воскресенье|панядзелак|аўторак|серада|чацвер|пятніца|субота|"
    r"нядзеля|понеділок|вівторок|середа|четвер|п.ятниця|неділя)"
)
_ZONE = (
    r"(?:\s?(?:\(?(?:utc|gmt|msk|eest|eet|cest|cet|bst|est|edt|et|z)\b\)?)?(?:\s?[+-]\d\d:?\d\d)?)"
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:[.,]\d+)?)?"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?{_ZONE}"
)
_DATES: Final = (
    rf"{_MONTH}\s{_DAY}(?:,\s?|\s){_YEAR}",
    rf"{_DAY}(?:\sof)?[\s-]{_MONTH},?[\s-]{_YEAR}",
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"
    r"(?:\s?(?:г\.|года|р\.))?",
    r"(?P<a>\d\d)(?P<mark>[./])(?P<b>\d\d)(?P=mark)(?P<c>\d\d)",
)
_CLOCK = rf"(?:[,|]?\s?(?:(?:at|в|о|а)\s)?[-–—|·]?\s?|T){_TIME}"


@cache
def _cores() -> tuple[re.Pattern[str], ...]:
    """A date with its weekday and time, by notation; made when first needed."""
    early = rf"(?:{_TIME.replace('?P<', '?P<early_')}[,|]?\s(?:[-–—|]\s)?)?"
    start = rf"(?<![\w./-]){early}(?:{_WEEKDAY},?\s)?"
    return tuple(
        re.compile(rf"{start}{form}(?:{_CLOCK})?(?![\w/])", re.IGNORECASE) for form in _DATES
    )


_LABEL = lazy(
    r"(?:(?P<updated>(?:last\s)?(?:updated?|modified|edited|changed)|обновлено|абноўлена|оновлено)|"
    r"(?:(?:first|originally)\s)?(?:posted|published|publication\sdate|released?|created|issued|"
    r"written|added|dated?|date\sof\spublication)|опубликовано|дата(?:\sпубликации)?|"
    r"апублікавана|опубліковано|добавлено|размещено)(?:\s(?:on|at|in))?\s?[:|-]?\s?$",
    re.IGNORECASE,
)
_MARKS: Final = " ([*_#"
_BAR = r"[|·•/]"
_DASHES = r"(?:[–—]|--?)"
_NAME = r"[^\W\d_a-zа-яёўіїє][\w.'’-]*"
_NAMES = rf"(?!(?:On|In|At|As|By|From|Since|Until|After|Before)\b){_NAME}(?:[\s/]{_NAME}){{0,4}}"
# What may stand beside the date on its line: beyond a bar almost anything short, beyond a comma
# or a dash only a place or a name ("Minsk, April 22, 2016").
_BEFORE = lazy(rf"[^.!?]{{1,80}}\s?{_BAR}\s?|(?:[Bb]y\s)?{_NAMES}(?:,|\s{_DASHES})\s")
_AFTER = lazy(
    rf"[)\]*_.]*(?:[,.]?\s{_BAR}\s.{{1,80}}|,?\s\(?[Bb]y\s[^.!?]{{1,60}}|"
    rf"(?:,|\s{_DASHES})\s{_NAMES}|\s\([^)]{{1,60}}\))?"
)
_PLACE = lazy(rf"{_NAMES}(?:,\s{_NAME})?(?:\s\([^)]{{1,30}}\))?(?:[,.:]?\s|\s?(?:{_DASHES}|/)\s?)")
_DASH = lazy(r",?\s?(?:\([^)]{1,40}\)|/[^/]{1,40}/)?(?:\s?[–—]|\s?--|\s-)\s*(?=\S)")
_HAS_DATE = lazy(r"\d\D*\d")
_BLANKS = lazy(r"\s+")


def line_stamp(line: str) -> Stamp | None:
    """The stamp that the whole of ``line`` is, if it is one."""
    if len(line) > LONGEST or not _HAS_DATE.search(line):
        return None
    line = _BLANKS.sub(" ", line.strip())
    for core in _cores():
        match = core.search(line)
        if match is None or not _AFTER.fullmatch(line, match.end()):
            continue
        before = line[: match.start()].lstrip(_MARKS)
        label = _LABEL.search(before)
        rest = before[: label.start()] if label else before
        if rest and not _BEFORE.fullmatch(rest):
            continue
        if readings := _readings(match):
            return Stamp(readings, updated=bool(label and label["updated"]))
    return None


def read_stamp(text: str) -> str | None:
    """The date that ``text`` states, as ``YYYY-MM-DD`` or with ``THH:MM``; None if it is none."""
    stamp = line_stamp(text)
    return stamp.readings[0] if stamp else None


def opening_stamp(line: str) -> Stamp | None:
    """The stamp before a dash at the start of ``line``, as news agencies print it.

    One without a year gives None: nothing printed says which year it was.
    """
    head = _BLANKS.sub(" ", line[:LONGEST].lstrip())
    if not _HAS_DATE.search(head):
        return None
    for core in _cores():
        match = core.search(head)
        if match is None or not _DASH.match(head, match.end()):
            continue
        if match.start() and not _PLACE.fullmatch(head, 0, match.start()):
            continue
        if readings := _readings(match):
            return Stamp(readings)
    return None


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    found = match.groupdict()
    time = _time(found.get("hour"), found.get("minute"), found.get("half")) or _time(
        found.get("early_hour"), found.get("early_minute"), found.get("early_half")
    )
    readings: list[str] = []
    for year, month, day in _triples(found):
        try:
            reading = date(year, month, day).isoformat() + time
        except ValueError:
            continue
        if reading not in readings:
            readings.append(reading)
    return tuple(readings)


def _triples(found: dict[str, str | None]) -> list[tuple[int, int, int]]:
    """Year, month and day in every order that the notation allows, day before month first."""
    if found.get("c"):
        a, b, c = (int(found[name] or 0) for name in "abc")
        return [(_century(c), b, a), (_century(a), b, c), (_century(c), a, b)]
    year = int(found["year"] or 0)
    if found.get("first"):
        first, second = int(found["first"] or 0), int(found["second"] or 0)
        return [(year, second, first), (year, first, second)]
    month = (found["month"] or "").lower()
    return [(year, _MONTHS.get(month) or int(month), int(found["day"] or 0))]


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


def _time(hour: str | None, minute: str | None, half: str | None) -> str:
    if hour is None or minute is None:
        return ""
    number = int(hour)
    if half:
        number = number % 12 + (12 if half.lower() == "p" else 0)
    return f"T{number:02}:{minute}"
