"""Temporal expressions: recognise, classify, resolve, judge; pure."""

from __future__ import annotations

from tui.dates.edtf import edtf
from tui.dates.judge import Warning, warnings
from tui.dates.recognise import recognise
from tui.dates.resolve import resolve, tag
from tui.dates.table import rule_table

__all__ = ["Warning", "edtf", "recognise", "resolve", "rule_table", "tag", "warnings"]
