"""The rules as a table that a linguist can read."""

from __future__ import annotations

from dataclasses import dataclass

from tui.dates.rules import TABLE


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: its id, the type it gives, an example with the expression in brackets, its value.

    ``reference`` is the reference date of the example, if it needs one.
    """

    id: str
    type: str
    example: str
    gives: str
    reference: str | None


def rule_table() -> list[Row]:
    """All rules in order; every example holds (a test runs them)."""
    return [Row(rule.id, rule.type, rule.example, rule.gives, rule.reference) for rule in TABLE]
