"""What a rule is, and the small language in which rules are written.

A pattern is a regular expression on the folded text (lower case, plain dashes and quotes) in which
``{month}`` stands for any word of that list and names what it found, ``{month2}`` does the same for
a second one, and a blank stands for one to three blanks. A rule matches only at word borders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tui.dates import words
from tui.model import TimexType

_DIGIT_WORDS = words.alternatives([*words.ONES, *words.TENS])
_NUMBER = (
    rf"(?:{words.alternatives(words.VAGUE_NUMBERS)}|(?:a |the )?couple of|a couple|a pair of|"
    r"half a dozen|a dozen|half an?|a half|single|\d{1,4}(?:\.\d{1,2})? "
    r"(?:million|billion)|\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?|"
    rf"(?:a )?(?:hundred|thousand|score)(?: and)?(?:[ -]{{1,3}}(?:{_DIGIT_WORDS})){{0,2}}|"
    rf"(?:{_DIGIT_WORDS})(?:[ -]{{1,3}}(?:and |hundred |thousand )?(?:{_DIGIT_WORDS}|"
    rf"hundred|thousand|score)){{0,4}}|an?)"
    r"(?:(?:[ -]{1,3}and)?[ -]{1,3}(?:a[ -]{1,3})?half)?"
)

MACROS = {
    "month": words.alternatives(words.MONTHS),
    "cyrillic": words.alternatives(words.CYRILLIC_MONTHS),
    "weekday": words.alternatives(words.WEEKDAYS),
    "season": words.alternatives(words.SEASONS),
    "daypart": words.alternatives(words.DAYPARTS),
    "feast": words.alternatives(words.FEASTS),
    "unit": words.alternatives(words.UNITS),
    "ordinal": words.alternatives(words.ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)",
    "n": _NUMBER,
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)|"
    + words.alternatives([w for w, n in words.ORDINALS.items() if n != 2] + ["second"]),
    "year": r"1\d{3}|20\d{2}",
    "hour": r"2[0-4]|1\d|0?\d",
    "minute": r"[0-5]\d",
    "second": r"[0-5]\d",
    "meridiem": r"a\.m\.|p\.m\.|a\.m|p\.m|am|pm|noon|midnight",
    "zone": r"utc|gmt|z|est|edt|cst|cdt|mst|mdt|pst|pdt|et|cet|cest|eet|msk",
    "mod": r"(?:the )?(?:very )?(?:early|late|mid|middle|beginning|start|end|close|turn|outset|"
    r"first half|latter part|early part|first part|second part|rest|"
    r"remainder|middle part|height|run-up)(?: in| of|-| )(?: ?the)?|"
    r"(?:earlier|later|early|late)(?: in| on)?(?: the)?|"
    r"(?:the )?(?:opening|closing|final|last|first) (?:days|weeks|months) of(?: the)?",
    "about": r"(?:about|around|approximately|roughly|nearly|almost|circa|over|under|"
    r"more than|less than|fewer than|at least|at most|up to|no more than|no less than|just over|"
    r"just under|well over|some|an estimated|little more than|a little more than|"
    r"little over|a little over|as long as|as much as|as little as|as many as|not more than)",
}


@dataclass(frozen=True)
class Rule:
    """One row of a rule table.

    ``id`` is the readable name that every result carries; ``kind`` names the way of resolving
    (see :mod:`tui.dates.resolver`); ``fixed`` holds parts that the words do not vary.
    ``example`` is a sentence with the expression in brackets, ``gives`` its value there, against
    ``reference``. ``mod`` lets "early", "the end of" and the like stand in front. ``check`` looks
    at the surroundings and may refuse the match.
    """

    id: str
    type: TimexType
    kind: str
    pattern: str
    example: str
    gives: str
    reference: str | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    mod: bool = False
    check: Callable[[re.Match[str], str], bool] | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern, anchored where it is tried."""
        front = "(?:(?P<mod>{mod}) ?)?".replace("{mod}", MACROS["mod"]) if self.mod else ""
        return re.compile(widen(front) + "(?:" + expand(self.pattern) + r")(?!\w)")


def expand(pattern: str) -> str:
    """Put the word lists in for their names and widen the blanks."""

    def named(found: re.Match[str]) -> str:
        name = found[1]
        body = MACROS[name.rstrip("0123456789_")]
        return f"(?P<{name}>{body})" if not name.endswith("_") else f"(?:{body})"

    return widen(re.sub(r"\{([a-z]+[0-9_]?)\}", named, pattern))


def widen(pattern: str) -> str:
    """Let every blank of a pattern stand for one to three (and ``" ?"`` for none too)."""
    return re.sub(r"(?<!\[) (\?)?", lambda m: " {0,3}" if m[1] else " {1,3}", pattern)
