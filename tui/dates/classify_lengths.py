"""Tests for times, lengths of time, what repeats and what is vague."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.dates import words
from tui.dates.place import Place

BARE_BEFORE = (
    r"\b(?:for|in|within|over|after|lasting|took|takes?|taken|last(?:ed)?|of|through|and|or|than|"
    r"under|spent|these|by|just|only|mere|until|throughout|the|over the|peaceful|long|dark) "
)


def _bare_units(place: Place) -> bool:
    if not place.follows(BARE_BEFORE) or place.follows(r"\b(?:of|and|or|by) the "):
        return False
    return not place.precedes(r" (?:of age|old)|-old")


def _duration(place: Place) -> bool:
    """Not an age, an ordinal, a share or an amount per something."""
    unit, n, said = place["unit"], place["n"], place.match[0]
    if place.precedes(r"[- ]olds?\b| of age\b") or said.endswith("old"):
        return False
    if place.follows(r"\bage[ds]?(?: of)? |\d[-/.]|[$€£]"):
        return False
    if unit == "second" and not n.isdigit():
        return False
    if unit in ("quarter", "night", "weekend") and words.number(n) in (None, 1.0):
        return False
    if unit == "quarters" and not re.search(r"consecutive|successive|straight", said):
        return False
    if unit in ("min", "mins", "hrs", "yr", "yrs"):
        return n[:1].isdigit()
    if n in ("some", "various") and not unit.endswith("s"):
        return False
    return not (n in ("a", "an") and "-" in said)


RATE = (
    r"(?:\d[\d,.]{0,12}|\b(?:once|twice|times|million|billion|thousand|hundred|percent|dozen))"
    r"(?: (?!in\b|for\b|after\b|within\b|over\b|and\b|of\b)[a-z]{2,14}){0,2} "
)


def _a_rate(place: Place) -> bool:
    """ "15 tractors a year": a number and at most two words stand in front."""
    return place.follows(RATE) and not place.precedes(
        r" (?:and a half|ago|later|earlier|before|after|of|long|or|in\b|when|from|since)|-"
    )


TIME_BEFORE = (
    r"\b(?:at|by|from|until|till|to|since|around|about|before|after|between|and|at about|is|of) |"
    r"\d{4}[,.]?[ t]|\d[.,]? |[(\n,-] ?|(?:day|yesterday|today|tomorrow|night|morning),? |^"
)
ZONE_BEHIND = r" (?:on|hours|hrs|local|[a-z]{3,8} time)\b"


def _clock(place: Place) -> bool:
    """A time, not a result, a share or a price."""
    if re.search(r"[\d.:$€£]$", place.before):
        return False
    if place.precedes(r"[.:,]?\d|%| ?(?:percent|million|billion)"):
        return False
    if place["meridiem"] or place["zone"] or place["zone2"]:
        return True
    return bool(place.follows(TIME_BEFORE) or place.precedes(ZONE_BEHIND))


def _bare_unit(place: Place) -> bool:
    """End the week, for the day: the period that the text is about."""
    if place["unit"] == "weekend":
        return True
    before = (
        r"\b(?:ends?|ended|ending|finish(?:ed|ing)?|closed?|closing|for|in|during|of|late in|"
        r"earlier in|later in|so far|throughout|on) "
    )
    behind = r"[,.;:)]|$|\n| (?:at|with|and|down|up|as|on|but|after|by|to|amid)\b"
    of_the_day = (
        r"\b(?:times|man|woman|person|team|player|book|film|word|one|light|order|issue) of "
    )
    return place.follows(before) and place.precedes(behind) and not place.follows(of_the_day)


def _past(place: Place) -> bool:
    """In the past, not the past of something, nor the past three years."""
    if not place.match[0].endswith("the past"):
        return True
    unit = r"(?:hours?|days?|weeks?|months?|quarters?|years?|decades?|century|centuries)\b"
    in_the = place.follows(r"\b(?:in|of|from|with) ")
    return in_the and not place.precedes(rf"(?: [\w-]+){{0,3}} {unit}")


def _future(place: Place) -> bool:
    """In the future, not the future of something."""
    if place.match[0] != "the future":
        return True
    return place.follows(r"\b(?:in|for) ") and not place.precedes(r" of\b")


def _every(place: Place) -> bool:
    return place["unit"] not in ("second", "seconds") and not (
        place["q"] == "per" and place["month"] != ""
    )


def _adverb(place: Place) -> bool:
    """Not in the name of a newspaper."""
    return not (
        place.capital(0)
        and (place.name_follows or not place.before or place.before[-2:] not in (". ", '" '))
    )


def _a_span(place: Place) -> bool:
    """ "for the next year" is a length, "the next year" a date."""
    return not (
        place["rel2"] in ("last", "coming")
        and place.follows(r"\b(?:for|over|in|within|during|of) ")
    )


def _the_next(place: Place) -> bool:
    """ "for the next year" and "in the next decade" are lengths."""
    if not place.match[0].startswith("the next") or place["unit"] == "day":
        return True
    if place.follows(r"\b(?:for|over|within|during) "):
        return False
    return place["unit"] not in ("year", "decade", "century") or not place.before.endswith("in ")


TESTS: dict[str, Callable[[Place], bool]] = {
    "relative.bare-unit": _bare_unit,
    "relative.unit": _a_span,
    "relative.unit-in-text": _the_next,
    "time.clock": _clock,
    "time.hour": _clock,
    "duration.number": _duration,
    "duration.units": _bare_units,
    "set.rate": _a_rate,
    "set.every": _every,
    "set.adverb": _adverb,
    "reference.past": _past,
    "reference.future": _future,
}
"""The test of each rule, by its id."""
