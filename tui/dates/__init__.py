"""Temporal expressions: recognise, classify, resolve, judge; pure."""

from __future__ import annotations

from tui.dates.judge import Warning, warnings  # noqa: A004 - the word that users see
from tui.dates.notation import edtf
from tui.dates.recogniser import recognise
from tui.dates.resolver import resolve, tag
from tui.dates.table import rule_table

__all__ = ["Warning", "edtf", "recognise", "resolve", "rule_table", "tag", "warnings"]
