"""Tests for seasons, weekdays, feasts and parts of the day."""

from __future__ import annotations

from collections.abc import Callable

from tui.dates import words
from tui.dates.place import Place

SEASON_WORD = (
    r"\b(?:in|by|since|until|during|through|throughout|and|or|early|late|before|after|of|every|each|"
    r"over)(?: the)? "
)
NAMED_AFTER_A_SEASON = r" (?:olympic|olympics|paralympics|games|palace|war|soldier|park)\b"
NAMED_DAY = r"\b(?:black|bloody|ash|good|palm|ruby|cyber|maundy|super|fat) "
A_DATE = rf"(?:\d|the \d|{words.alternatives([*words.MONTHS, *words.WEEKDAYS])})"


def _lone_season(place: Place) -> bool:
    """Fall and spring are also verbs and nouns of other things; Winter Olympics is a name."""
    opens = place.before[-2:] in (". ", "") or place.before.endswith("\n")
    if not opens and _a_name(place):
        return False
    if place["season"] == "fall":
        behind = r" (?:of (?!\d)|to\b|in\b|from\b|back\b|short\b|under\b)"
        before = r"\b(?:in|by|since|last|during|early|late) "
        return place.follows(before) and not place.precedes(behind) and not place["mod"]
    if place["season"] == "spring" and not place["mod"]:
        if place.follows(r"\b(?:to|will|would|can|may|could|hot|mineral|thermal|a) "):
            return False
        return not place.precedes(r" (?:up|from|to|back|water|out|into)\b|-|s\b")
    return True


def _the_season(place: Place) -> bool:
    if _a_name(place):
        return False
    pointed = place["rel"] in ("last", "next", "this past", "this coming")
    if place["season"] == "fall" and not pointed:
        behind = r" (?:of (?!\d)|in\b|to\b|from\b)"
        return place.follows(SEASON_WORD) and not place.precedes(behind)
    return not (place["season"] == "spring" and place.precedes(r" of (?!\d)"))


def _a_name(place: Place) -> bool:
    return place.capital("season") and place.precedes(NAMED_AFTER_A_SEASON)


def _weekday(place: Place) -> bool:
    """A weekday in full with a capital, not part of a name such as Black Monday."""
    whole = len(place["weekday"]) > 5 and place.capital("weekday")
    return whole and not place.follows(NAMED_DAY)


def _feast(place: Place) -> bool:
    if not place.capital("feast"):
        return False
    if place["feast"] in ("easter", "christmas", "epiphany", "pentecost"):
        return not place.name_follows and not place.follows(r"\b(?:white|merry|happy) ")
    return True


def _day_part(place: Place) -> bool:
    """The morning of some day; dawns of eras and night raids are something else."""
    if place.precedes(rf" of (?!{A_DATE})|-|'s\b"):
        return False
    if place["daypart"] in ("dawn", "dusk", "sunrise", "sunset", "nightfall", "daybreak"):
        before = place.follows(r"\b(?:at|before|after|by|until|since) ")
        return before and place.precedes(r" (?:on|of) ")
    if place.match[0] == place["daypart"]:
        return place.follows(r"\b(?:at|by|all|since|until|of|every) ")
    return True


TESTS: dict[str, Callable[[Place], bool]] = {
    "period.season": _lone_season,
    "relative.season": _the_season,
    "period.weekday": _weekday,
    "period.feast": _feast,
    "time.part-of-day": _day_part,
}
"""The test of each rule, by its id."""
