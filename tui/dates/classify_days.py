"""Tests for days, months and years: what is a name, a number or a verb instead."""

from __future__ import annotations

from collections.abc import Callable

from tui.dates.place import Place

NAMES = ("may", "march", "august", "april", "june")
"""Months that are also people's names, or verbs."""

TIME_WORD = (
    r"(?:^|[\s(\"'/—-])"
    r"(?:in|of|by|since|until|till|from|to|between|during|through|throughout|after|before|for|and|"
    r"or|around|circa|about|early|late|mid|last|next|this|that|past|as of|on|over|into|than|with|"
    r"but|each|every|per|beginning|following|previous|coming|same|like|within|towards?|again|also)"
    r" {1,2}(?:the )?|mid-|early-|late-|[(/\"-]"
)
"""What stands before a month that is meant as one."""

YEAR_WORD = (
    r"\b(?:in|since|until|till|during|throughout|circa|as of|after|before|early|late|mid|by) |\("
)
"""What stands before a number that can only be a year then."""

NUMBER_WORD = (
    r"(?:[$€£¥#№@+=<>.,:/'_]|\d |\b(?:no\.?|nos\.?|number|articles?|decree|resolution|order|law|"
    r"act|rule|section|paragraph|pages?|p\.|pp\.|boeing|airbus|flight|room|unit|route|highway|model|"
    r"type|usd|eur|byn|byr|us|rub|gbp|about|some|over|nearly|almost|than|approximately|roughly|"
    r"up to|least|most|only|total of|version|index|points?|level of|chapter|clause|file|case|"
    r"convention|contract|channel|vol\.?|volume|mig|su|tu|il|m|t|an estimated|further|another|"
    r"additional|exactly|kill(?:ed|ing)|costs?|worth|paid|pay|raised?|employs?))[ -]?(?:no\.? ?)?"
)
"""What stands before a number that is an amount or a label."""

COUNTED = (
    r"(?: ?(?:%|percent|per cent|°)|[.,:]\d|[-/]\d|\w|"
    r" (?:people|men|women|troops|soldiers|persons|children|members|megawatts?|mw|km|"
    r"kilomet\w{1,5}|miles|met(?:re|er)s|feet|tonnes?|tons?|kg|kilos|pounds|dollars|euros|roubles|rubles|votes|"
    r"seats|hectares|acres|barrels|points|units|hours|days|weeks|months|years|times|tanks|aircraft|"
    r"vehicles|houses|million|billion|thousand|cases|copies|jobs|workers|students|households|"
    r"prisoners|mph|rpm|hp|gmt|utc|hrs|square|cubic|index)\b)"
)
"""What stands behind a number that counts or measures."""

PLURAL = r" (?!elections|politics|olympics|games|talks)[a-z]{3,20}[^s\W]s\b(?!')"
CONTENT_WORD = (
    r" (?!and|but|when|which|who|that|the|was|were|has|had|have|for|with|from|after|before|until|"
    r"saw|he|she|they|there|it|his|her|presidential|parliamentary|election|world|winter|summer)"
    r"[a-z]{3,}"
)
TO_A_COUNTED_NUMBER = rf" (?:to|and|until|through) (?:1\d{{3}}|20\d\d){COUNTED}"


def _lone_month(place: Place) -> bool:
    """May, March, April and the like are also names and verbs: ask for a sign of time."""
    month = place["month"]
    if place["mod"]:
        return True
    if place.before.endswith("on "):
        return False  # October Square
    if len(month.rstrip(".")) <= 4 and month not in ("may", "june", "july"):
        return place.follows(TIME_WORD) and not place.precedes(r" ?\d")
    if month in NAMES and place.name_follows and not place.follows(YEAR_WORD):
        return False
    if place.follows(TIME_WORD):
        return not (month in ("march", "may") and place.before.endswith('"'))
    return month not in NAMES and not (place.name_follows and place.before.endswith(". "))


def _lone_year(place: Place) -> bool:
    """A number from 1000 to 2099 is a year only where the words around it allow that."""
    if place.precedes(COUNTED):
        return False
    if place["mod"]:
        return True
    if place.follows(r"\w|(?<!mid)(?<!post)(?<!pre)(?<!early)(?<!late)(?<!then)-"):
        return False
    if place.follows(NUMBER_WORD):
        return False
    if place.follows(YEAR_WORD):
        return True
    if place.follows(r"(?<!\d )(?:\b(?:and|or|with|to)|[,;:]) ") and place.precedes(CONTENT_WORD):
        return False
    if place.precedes(PLURAL) and not place.follows(r"\b(?:the|of|its|his|her|their|this) "):
        return False
    return not (place.follows(r"\b(?:from|between) ") and place.precedes(TO_A_COUNTED_NUMBER))


def _short_year(place: Place) -> bool:
    """'82 after a preposition of time or a season, never after a name."""
    before = r"\b(?:in|since|of|from|to|until|by|and|class of|summer|winter|spring|autumn|fall) "
    return place.follows(before) and not place.precedes(r"[\d'.,-]\w")


def _lone_day(place: Place) -> bool:
    """The 14th is a day with a preposition of time in front and no noun behind."""
    behind = (
        r"[,.;:)]|$| (?:and|was|were|when|but|the|they|he|she|it|in|at|a|to|after|before|with|as|"
        r"that)\b"
    )
    return place.follows(r"\b(?:on|until|till|by|since|from|before|after) ") and place.precedes(
        behind
    )


def _numeric(place: Place) -> bool:
    return not place.follows(r"[\d./-]") and not place.precedes(r"[./-]?\d|%|/")


TESTS: dict[str, Callable[[Place], bool]] = {
    "date.month": _lone_month,
    "date.year": _lone_year,
    "date.short-year": _short_year,
    "date.day-of-month": _lone_day,
    "date.numeric": _numeric,
    "date.numeric-short-year": _numeric,
}
"""The test of each rule, by its id."""
