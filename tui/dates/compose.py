"""Joining neighbours that are one expression: a time and its date, the ends of a span."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.dates.parts import Parts
from tui.dates.rule import Rule
from tui.model import TimexType


@dataclass(frozen=True)
class Item:
    """A recognised expression before its cues are read."""

    start: int
    end: int
    type: TimexType
    rule: str
    parts: Parts


Found = tuple[Rule, re.Match[str], Parts]

# What a time of day may be joined to, and by which words.
_DAYS = (
    "date",
    "numeric",
    "day",
    "named",
    "weekday",
    "feast",
    "unit",
    "day-only",
    "date-that-year",
)
_TIME_THEN_DATE = re.compile(r" ?,? ?(?:on |of |of the |in the )?(?:the )?")
_DATE_THEN_TIME = re.compile(r",? {0,2}(?:at |- |— |\()?(?:about |around )?| in the | ?t ?")


def compose(folded: str, found: list[Found]) -> list[Item]:
    """One item for every expression, neighbours joined where they name one time."""
    items: list[Item] = []
    for rule, match, parts in found:
        item = Item(match.start(), match.end(), rule.type, rule.id, parts)
        joined = _join(folded, items[-1], item) if items else None
        if joined:
            items[-1] = joined
        else:
            items.append(item)
    return items


def _join(folded: str, left: Item, right: Item) -> Item | None:
    between = folded[left.end : right.start]
    if len(between) > 12 or "\n" in between:
        return None
    clock = ("clock", "part")
    if (
        left.parts["kind"] in clock
        and _is_day(right.parts)
        and "on" not in left.parts
        and _TIME_THEN_DATE.fullmatch(between)
    ):
        return Item(left.start, right.end, "TIME", left.rule, {**left.parts, "on": right.parts})
    if right.parts["kind"] in clock and _is_day(left.parts) and _DATE_THEN_TIME.fullmatch(between):
        return Item(left.start, right.end, "TIME", right.rule, {**right.parts, "on": left.parts})
    if left.parts["kind"] == "part" and right.parts["kind"] == "clock":
        return None
    return None


def _is_day(parts: Parts) -> bool:
    kind = parts["kind"]
    if kind == "date":
        return "d" in parts and "hour" not in parts
    if kind in ("weekday", "named"):
        return (
            "part" not in parts
            and "m" not in parts
            and "season" not in parts
            and not parts.get("weekdays")
        )
    if kind == "unit":
        return parts.get("unit") == "day"
    return kind in _DAYS and "part" not in parts
