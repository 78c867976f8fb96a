"""From the words of a match to numbers and codes: the parts of an expression."""

from __future__ import annotations

import re
from typing import Any

from tui.dates import words
from tui.dates.rule import Rule

Parts = dict[str, Any]


def parts_of(rule: Rule, match: re.Match[str]) -> Parts:
    """Everything a match says, as plain JSON; names of the groups become names of the parts."""
    parts: Parts = {"kind": rule.kind, **rule.fixed}
    for name, found in match.groupdict().items():
        if found is not None and name != "second":
            _read(parts, name, " ".join(found.split()))
    if rule.kind == "duration" and "n" not in parts and _is_one(match[0]):
        parts["n"] = 1.0
    if "hour" in parts and match.groupdict().get("second"):
        parts["second"] = int(match["second"])
    return parts


def _is_one(said: str) -> bool:
    """Whether a length without a number is one unit: "the past year", "month-long"."""
    return not re.search(r"s\b", said.replace("this ", ""))


def _read(parts: Parts, name: str, found: str) -> None:
    stem, number = (name[:-1], name[-1]) if name[-1:].isdigit() else (name, "")
    number = {"3": "", "4": "2"}.get(number, number)  # a second way to write the same rule
    if stem == "month":
        parts["m" + number] = words.MONTHS[found]
    elif stem == "cyrillic":
        parts["m" + number] = words.CYRILLIC_MONTHS[found]
    elif stem == "day":
        parts["d" + number] = words.ordinal(found)
    elif stem == "year":
        parts["y" + number] = int(found)
    elif stem in ("y", "m", "d", "a", "b", "c"):
        parts[stem + number] = int(found)
    elif stem == "yy":
        parts["yy"] = int(found)
    elif stem == "weekday":
        parts["wd" + number] = words.WEEKDAYS[found]
    elif stem == "season":
        parts["season"] = words.SEASONS[found]
    elif stem == "daypart":
        parts["part"] = words.DAYPARTS[found]
    elif stem == "unit":
        parts["unit" + number] = words.UNITS[found]
    elif stem == "n":
        parts["n" + number] = words.number(
            re.sub(r"^(?:whole|entire|full|(?:the|an?) (?:whole|entire|full))$", "one", found)
        )
    elif stem == "ordinal":
        parts["ordinal"] = words.ordinal(found)
    elif stem in ("hour", "minute"):
        parts[stem] = int(found)
    elif stem == "mod":
        parts["mod"] = found
    else:
        parts[stem if stem in ("rel", "daypart", "weekday") else name] = found
