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


# "March and April 2017": the year behind the last one is the year of all.
_LIST = re.compile(
    r",? (?:and|or|to|until|till|through) (?:again )?(?:in |on |by "
    r")?(?:the )?|, ?(?:on |in )?| ?- ?|/"
)
# "May 4 and 5": a lone number behind a day of a month.
_MORE_DAYS = re.compile(
    r"(?: and|,| or| &) (?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?=[,.;:)]|"
    r" (?:and|were|was|the|in|at|to|with|a|by|he|she|it|they|we)\b)(?!,\d|"
    r" (?:people|of)\b|\.\d)"
)


def compose(folded: str, found: list[Found]) -> list[Item]:
    """One item for every expression, neighbours joined where they name one time."""
    items: list[Item] = []
    for rule, match, parts in found:
        item = Item(match.start(), match.end(), rule.type, rule.id, parts)
        joined = _join(folded, items[-1], item) if items else None
        if joined:
            items[-1] = joined
            continue
        items.append(item)
        if parts["kind"] == "date" and "m" in parts and "d" in parts and "y" not in parts:
            more = _MORE_DAYS.match(folded, item.end)
            if more and rule.id == "date.month-day":
                same = {"kind": "date", "m": parts["m"], "d": int(more["day"])}
                items.append(Item(more.start("day"), more.end(), "DATE", "date.another-day", same))
    for at in range(len(items) - 2, -1, -1):
        items[at] = _lend_year(folded, items[at], items[at + 1])
    return items


def _join(folded: str, left: Item, right: Item) -> Item | None:
    between = folded[left.end : right.start]
    if len(between) > 12 or "\n" in between or "(" in between or "on" in left.parts:
        return None
    clock = ("clock", "part")
    if left.parts["kind"] in clock and _is_day(right.parts) and _TIME_THEN_DATE.fullmatch(between):
        return Item(left.start, right.end, "TIME", left.rule, {**left.parts, "on": right.parts})
    if right.parts["kind"] in clock and _is_day(left.parts) and _DATE_THEN_TIME.fullmatch(between):
        return Item(left.start, right.end, "TIME", right.rule, {**right.parts, "on": left.parts})
    if "part" in left.parts and "d" in right.parts and between in (" of ", ", "):
        part = {"kind": "part", "part": left.parts["part"], "on": right.parts}  # Sunday dawn of
        return Item(left.start, right.end, "TIME", left.rule, part)
    return None


def _lend_year(folded: str, left: Item, right: Item) -> Item:
    """The year of the right one for a left one that has none, the year before where it must be."""
    kind = left.parts["kind"]
    if kind == "named" and "season" in left.parts and left.parts.get("rel") == "the":
        kind = "season"
    elif left.parts.keys() & {"y", "yy", "y2", "rel"}:
        return left
    if kind not in ("date", "season") or right.parts.get("y") is None:
        return left
    if right.parts["kind"] not in ("date", "season", "days"):
        return left
    if not _LIST.fullmatch(folded[left.end : right.start]):
        return left
    later = left.parts.get("m", 0) > right.parts.get("m", 12)
    year = right.parts["y"] - later
    return Item(left.start, left.end, left.type, left.rule, {**left.parts, "kind": kind, "y": year})


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
