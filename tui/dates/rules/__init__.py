"""The rule tables, in the order in which equally long matches are preferred."""

from __future__ import annotations

from tui.dates.rule import Rule
from tui.dates.rules import calendar, clock, cyrillic, durations, periods, relative, sets, vague

TABLE: tuple[Rule, ...] = (
    *sets.RULES,
    *calendar.RANGES,
    *periods.RULES,
    *relative.RULES,
    *calendar.RULES,
    *cyrillic.RULES,
    *clock.RULES,
    *vague.RULES,
    *durations.RULES,
)
"""All rules."""
