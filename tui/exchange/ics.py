"""The dates that articles name as a calendar (iCalendar, RFC 5545), one all-day event each.

A date coarser than a day becomes an event over all its days that says so in its summary; a
doubtful one is tentative and says why; of two readings each becomes an event. So nothing turns
into a precise day that is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tui.dates import values
from tui.exchange.timeline import Moment, Written, in_order, left_out
from tui.model import Timex
from tui.text import one_line

DOUBTFUL = {
    "year-inferred": "inferred",
    "open": "partly unknown",
    "two-readings": "one of two readings",
}
"""Doubts in the words of a summary."""

FOLD = 75
"""Most octets of a line, the line break not counted."""


def calendar(moments: Sequence[Moment], now: datetime | None = None) -> Written:
    """The calendar; ``now`` is the instant to give as that of its making."""
    stamp = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefs-tui//timeline//EN"]
    missing: list[Timex] = []
    for moment in in_order(moments):
        events = list(_events(moment, stamp))
        if not events:
            missing.append(moment.timex)
        for event in events:
            lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    text = "".join(f"{fold(line)}\r\n" for line in lines)
    return Written(text, left_out(missing, "a calendar has no place for"))


def _events(moment: Moment, stamp: str) -> Iterator[list[str]]:
    """The event of a date, or one for each of its readings; none where no days are known."""
    timex = moment.timex
    readings = [timex]
    if timex.doubt == "two-readings":
        for value in timex.alternatives:
            first, last = values.bounds(value)
            days = (first.isoformat(), last.isoformat()) if first and last else (None, None)
            readings.append(replace(timex, value=value, first=days[0], last=days[1]))
    for reading in readings:
        if timex.type != "SET" and reading.first and reading.last:
            yield _event(moment, reading, stamp)


def _event(moment: Moment, timex: Timex, stamp: str) -> list[str]:
    row, doubt = moment.row, moment.doubt
    first, last = date.fromisoformat(timex.first or ""), date.fromisoformat(timex.last or "")
    remarks = [_extent(timex, first, last), _clock(timex.value), DOUBTFUL.get(doubt, "")]
    known = ", ".join(remark for remark in remarks if remark)
    summary = f"{one_line(timex.text)}{f' ({known})' if known else ''}: {one_line(row.title)}"
    about = [
        f"{timex.value} (EDTF {moment.edtf})" if moment.edtf else timex.value,
        f"Doubt: {doubt}",
        one_line(timex.reason),
        " ".join(filter(None, (one_line(row.source), moment.dateline))),
    ]
    lines = [
        f"UID:{row.article}-{timex.start}-{timex.end}-{escape(timex.value)}@briefs-tui",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_compact(first)}",
        f"SUMMARY:{'? ' if doubt in DOUBTFUL else ''}{escape(summary)}",
        f"DESCRIPTION:{escape(chr(10).join(filter(None, about)))}",
        f"CATEGORIES:{escape(timex.granularity or timex.type.lower())},{escape(doubt)}",
        f"STATUS:{'TENTATIVE' if doubt in DOUBTFUL else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
    ]
    if last < date.max:  # The end is the day after the last one.
        lines.insert(3, f"DTEND;VALUE=DATE:{_compact(last + timedelta(days=1))}")
    return lines


def _extent(timex: Timex, first: date, last: date) -> str:
    if first == last:
        return ""
    whole = timex.type == "DATE" and "/" not in timex.value and timex.granularity not in ("", "day")
    return timex.granularity if whole else f"{(last - first).days + 1} days"


def _clock(value: str) -> str:
    clock = value.partition("T")[2]
    return clock[:5] if ":" in clock and "/" not in value and value[:1] != "P" else ""


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def escape(text: str) -> str:
    """Text as a value: the signs with a meaning there, and newlines, are written as escapes."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def fold(line: str) -> str:
    """A line broken as the format wants it: no part longer than :data:`FOLD` octets."""
    parts, used = [""], 0
    for character in line:
        size = len(character.encode())
        if used + size > FOLD:
            parts.append(" ")
            used = 1
        parts[-1] += character
        used += size
    return "\r\n".join(parts)
