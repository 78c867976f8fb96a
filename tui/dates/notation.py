"""Values as EDTF (ISO 8601-2), for display and export."""

from __future__ import annotations

import re

from tui.dates.values import SEASON_MONTH
from tui.model import Timex

_SEASONS = dict(zip(SEASON_MONTH, ("21", "22", "23", "24"), strict=True))
_QUARTERS = {"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
_HALVES = {"H1": ("01", "06"), "H2": ("07", "12")}
_SPECIAL = re.compile(r"-(?:SP|SU|FA|WI|Q\d|H\d)$")
_YEARLESS_DOUBT = re.compile(r"(?:date|range|cyrillic)\.|period\.feast")


def edtf(timex: Timex) -> str | None:
    """The value in EDTF, or None where EDTF has no form (weeks, lengths of time, repeated times).

    A year that was inferred is marked as uncertain (``2016?-02-21``), and so is a whole date that
    hangs on the reference date (``2016-04-21?`` for "yesterday"); EDTF cannot mark a season or
    quarter so, which become uncertain months (``2016-03?/2016-05?``). Two readings become
    ``[2013-02-21,2016-02-21]``. A part of a day is given as its day.
    """
    if timex.type in ("DURATION", "SET"):
        return None
    forms = [_form(value) for value in (timex.value, *timex.alternatives)]
    if forms[0] is None:
        return None
    if timex.doubt == "two-readings" and len(forms) > 1:
        known = sorted({form for form in forms if form})
        return f"[{','.join(known)}]" if not any("/" in form for form in known) else forms[0]
    if timex.doubt == "year-inferred":
        if _SPECIAL.search(timex.value):
            return _uncertain_span(timex)
        return "/".join(_uncertain(end, timex.rule) for end in forms[0].split("/"))
    return forms[0]


def _uncertain_span(timex: Timex) -> str | None:
    first, last = timex.first, timex.last
    return f"{first[:7]}?/{last[:7]}?" if first and last else None


def _form(value: str) -> str | None:
    if value.startswith("P") or value.endswith("_REF"):
        return None
    if "/" in value:
        ends = [_form(end) for end in value.split("/")]
        return "/".join(end for end in ends if end) if all(ends) else None
    if value.startswith("BC"):
        return f"-{int(value[2:]) - 1:04}" if value[2:].isdigit() else None
    day, _, time = value.partition("T")
    if time and ":" in time:
        zone = "Z" if time.endswith("Z") else ""
        clock = time.rstrip("Z")
        if day.startswith("X") or clock.startswith("24"):
            return day
        return f"{day}T{clock if clock.count(':') == 2 else clock + ':00'}{zone}"
    head, _, tail = day.rpartition("-")
    if head == "XXXX" and not tail.isdigit():
        return None
    if tail in _SEASONS:
        return f"{head}-{_SEASONS[tail]}"
    if tail in _QUARTERS:
        return f"{head}-{_QUARTERS[tail]}"
    if tail in _HALVES:
        first, last = _HALVES[tail]
        return f"{head}-{first}/{head}-{last}"
    return day if re.fullmatch(r"[\dX]{4}(?:-[\dX]{2}){0,2}", day) and day[:1] else None


def _uncertain(form: str, rule: str) -> str:
    """Mark the year alone where month and day are in the words, else the whole."""
    if "T" in form:
        return form.partition("T")[0] + "?"
    if "-" in form and _YEARLESS_DOUBT.match(rule):
        year, _, rest = form.partition("-")
        return f"{year}?-{rest}"
    return form + "?"
