"""The formats of exports, by name; apart, since the formats of dates need all their rules."""

from collections.abc import Callable, Sequence

from tui.exchange.ics import calendar
from tui.exchange.jsonl import jsonl
from tui.exchange.markdown import markdown
from tui.exchange.timeline import Moment, Written, edtf_list, timeline_csv

FORMATS = {"jsonl": jsonl, "markdown": markdown}
"""Exporters of annotations by the name of their format."""

TIMELINES: dict[str, Callable[[Sequence[Moment]], Written]] = {
    "timeline-csv": timeline_csv,
    "ics": calendar,
    "edtf": edtf_list,
}
"""Exporters of the dates that articles name, by the name of their format."""
