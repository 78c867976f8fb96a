"""Which matches are expressions of time at all.

Some rules have a test: it sees the match, the words in front and behind (folded), and the text as
written for its capitals, and says whether the match stands.
"""

from __future__ import annotations

import re

from tui.dates import classify_days, classify_lengths, classify_periods
from tui.dates.place import Place
from tui.dates.rule import Rule

_TESTS = {**classify_days.TESTS, **classify_periods.TESTS, **classify_lengths.TESTS}


def accept(rule: Rule, match: re.Match[str], text: str, folded: str) -> bool:
    """Whether the surroundings let the match be an expression of time."""
    start, end = match.span()
    if folded[max(0, start - 1) : start] in ("_", "@", "#"):
        return False
    place = Place(match, text, folded[max(0, start - 32) : start], folded[end : end + 32])
    for group in ("month", "month2", "weekday", "weekday2"):
        if _needs_capital(place[group]) and not place.capital(group):
            return False
    test = _TESTS.get(rule.id)
    return test is None or test(place)


def _needs_capital(word: str) -> bool:
    return bool(word) and word.isascii() and (len(word) < 5 or word in ("march", "august"))
