"""Temporal expressions: recognise, classify, resolve, judge; pure."""

from __future__ import annotations

from tui.dates.notation import edtf
from tui.dates.judge import Warning, warnings
from tui.dates.recogniser import recognise
from tui.dates.resolver import resolve, tag
from tui.dates.table import rule_table

__all__ = ["Warning", "edtf", "recognise", "resolve", "rule_table", "tag", "warnings"]
