"""How dates look: their values, doubts and order in the panel, and why they are so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from tui import dates
from tui.annotations import Correction
from tui.corrected import RULE, Placed, Placing
from tui.desk.widgets.panel import DATES, Entry, Words
from tui.model import Timex
from tui.text import one_line

DOUBTFUL = {
    "year-inferred": "year inferred",
    "open": "year unknown",
    "two-readings": "two readings",
}
"""Doubts in words."""

Days = tuple[str, str]
"""First and last day of a date."""


def doubt_words(timex: Timex) -> str:
    """How sure a date is, in words; nothing where it is sure."""
    return RULE if timex.rule == RULE else DOUBTFUL.get(timex.doubt, "")


def shown_value(timex: Timex) -> str:
    """A value for people: EDTF where it has a form, else TIMEX3; stretches as first – last.

    Two readings stand side by side.
    """
    if timex.doubt == "two-readings" and timex.alternatives:
        readings = (replace(timex, value=value, doubt="sure") for value in _readings(timex))
        return " or ".join(map(shown_value, readings))
    value = dates.edtf(timex)
    if value is None:
        if timex.type != "DATE" or not (timex.first and timex.last):
            return timex.value
        mark = "?" if timex.doubt == "year-inferred" else ""
        value = f"{timex.first}{mark}/{timex.last}{mark}"
    if "/" in value:
        return stretch(value)
    if "T" in value:
        return value[:16].replace("T", " ")
    clock = timex.value.partition("T")[2]
    return f"{value} {clock[:5]}" if ":" in clock else value


def _readings(timex: Timex) -> list[str]:
    return sorted({timex.value, *timex.alternatives})


def stretch(interval: str) -> str:
    """``2013-02-11 – 20`` for an EDTF interval: of the end only what differs from the start."""
    first, _, last = interval.partition("/")
    begin, end = first.split("-"), last.split("-")
    same = 0
    while len(begin) == len(end) > same + 1 and begin[same] == end[same]:
        same += 1
    return f"{first} – {'-'.join(end[same:])}"


def days_named(timexes: Iterable[Timex]) -> set[Days]:
    """First and last day of all dates that have both, for the library's index."""
    return {(timex.first, timex.last) for timex in timexes if timex.first and timex.last}


# The panel ------------------------------------------------------------------------------------


def date_entries(timexes: Sequence[Timex]) -> Iterator[Entry]:
    """The dates in order of their value, one value line a day; those without a year at the end."""
    dated = [timex for timex in timexes if not timex.value.endswith("_REF")]
    known = sorted((t for t in dated if t.first), key=_order)
    rest = [timex for timex in dated if not timex.first]
    for _, group in groupby(known, key=lambda timex: (timex.first, timex.last)):
        yield from _group(list(group))
    if known and rest:
        yield Entry(DATES, ((("  no day known", "meta"),),))
    for _, group in groupby(rest, key=lambda timex: timex.value):
        yield from _group(list(group))


def _order(timex: Timex) -> tuple[str, str, bool, bool, int]:
    plain = timex.doubt == "sure"
    return timex.first or "", timex.last or "", not plain, "T" in timex.value, timex.start


def _group(members: Sequence[Timex]) -> Iterator[Entry]:
    """The words that mean one day or stretch; a value that looks different stands with them."""
    head = members[0]
    value, extent = _value(head), _extent(head)
    look = "value" if head.doubt == "sure" else "doubt"
    lines: list[Words] = [((value, look), (f"  {extent}" if extent else "", "meta"))]
    for timex in members:
        own, plain = _value(timex), "value" if timex.doubt == "sure" else "doubt"
        words = (f"“{one_line(timex.text)}”", "meta")
        line: Words
        if own == value:
            line = (("  ", "meta"), words, (f" {doubt_words(timex)}".rstrip(), "doubt"))
        else:
            line = ((f"  {own} ", plain), words)
        yield Entry(DATES, (*lines, line), timex)
        lines = []


def _value(timex: Timex) -> str:
    """A length of time that is fixed in the calendar is shown by its days."""
    if timex.type == "DURATION" and timex.first and timex.last:
        return stretch(f"{timex.first}/{timex.last}")
    return shown_value(timex)


def _extent(timex: Timex) -> str:
    """How long a date is, where it is more than a day: ``month``, ``10 days``."""
    if not (timex.first and timex.last) or timex.first == timex.last or timex.type == "DURATION":
        return ""
    if timex.type == "DATE" and "/" not in timex.value and timex.granularity:
        return timex.granularity
    days = (date.fromisoformat(timex.last) - date.fromisoformat(timex.first)).days + 1
    return f"{days} days"


def correction_entries(part: int, placing: Placing, none: str) -> Iterator[Entry]:
    """The user's corrections that the text does not show; ``none`` says what a passage is not."""
    for one in placing.refused:
        quote = one_line(one.correction.selector.exact)
        yield Entry(part, (((f"“{quote}” {none}", "meta"), (f" {RULE}", "doubt")),), one)
    for lost in placing.lost:
        quote = one_line(lost.selector.exact)
        yield Entry(
            part,
            (
                ((f"“{quote}” {lost.value or none}", "meta"), (f" {RULE}", "doubt")),
                (("  not surely found any more", "warning"),),
            ),
            lost,
        )


# Why --------------------------------------------------------------------------------------------


def reasons(timex: Timex, warnings: Sequence[dates.Warning] = ()) -> list[str]:
    """The lines of the why window on a date: rule, reference, doubt and what it speaks against."""
    lines = [one_line(timex.text)]
    if timex.rule == RULE:
        lines.append(f"{timex.type} {timex.value}: you said so (E corrects it).")
        return lines
    lines.append(f"{timex.type} {timex.value}, found by {timex.rule}.")
    lines.append(timex.reason)
    if timex.reference:
        lines.append(f"Reference date: {timex.reference}.")
    if timex.doubt != "sure":
        lines.append(f"Doubt: {DOUBTFUL[timex.doubt]}.")
    if timex.alternatives:
        lines.append(f"Or: {', '.join(timex.alternatives)}.")
    for warning in warnings:
        if (timex.start, timex.end) in warning.evidence:
            strong = warning.strength == "strong"
            lines.append(f"{'Against' if strong else 'A hint against'} the date: {warning.message}")
    return [line for line in lines if line]


def correction_reasons(item: Placed | Correction) -> list[str]:
    """The lines of the why window on a correction that the text does not show."""
    lost = isinstance(item, Correction)
    one = item if isinstance(item, Correction) else item.correction
    said = one.value or f"no {'date' if one.kind == 'date' else 'name'}"
    state = "The passage is not surely found in this text any more." if lost else ""
    lines = [one_line(one.selector.exact), f"You said that this is {said}.", state]
    return [*filter(None, lines), "E corrects it, or withdraws what you said."]
