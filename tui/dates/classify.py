"""Which matches are expressions of time at all: the tests that some rules ask for.

A test sees the match, the words in front and behind (folded), and the text as written for its
capitals. It says whether the match stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tui.dates import words
from tui.dates.rule import Rule


@dataclass(frozen=True)
class Place:
    """A match and what surrounds it."""

    match: re.Match[str]
    text: str
    before: str
    after: str

    def __getitem__(self, group: str) -> str:
        return self.match.groupdict().get(group) or ""

    def capital(self, group: str | int) -> bool:
        """Whether the group begins with a capital in the text as written."""
        return self.text[self.match.start(group)].isupper()

    @property
    def name_follows(self) -> bool:
        """Whether a capitalised word follows at once."""
        following = self.text[self.match.end() : self.match.end() + 2]
        return following[:1] == " " and following[1:].isupper()


def _ends(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return lambda words_before: _compiled(rf"(?:{pattern})$").search(words_before)


def _begins(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return lambda words_after: _compiled(pattern).match(words_after)


_compiled = cache(re.compile)  # when first asked: the desk resolves and never recognises


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


# Months, days and years -----------------------------------------------------------------------

_time_word = _ends(
    r"(?:^|[\s(\"'/—-])(?:in|of|by|since|until|till|from|to|between|during|through|throughout|after|"
    r"before|for|and|or|around|circa|about|early|late|mid|last|next|this|that|past|as of|on|over|"
    r"into|than|with|but|each|every|per|beginning|following|previous|coming|same|like|within|"
    r"towards?|again|also) {1,2}(?:the )?|mid-|early-|late-|[(/\"-]"
)
_NAMES = ("may", "march", "august", "april", "june")


def _lone_month(place: Place) -> bool:
    """May, March, April and the like are also names and verbs: ask for a sign of time."""
    month = place["month"]
    if place["mod"]:
        return True
    if place.before.endswith("on "):
        return False  # October Square
    if len(month.rstrip(".")) <= 4 and month not in ("may", "june", "july"):
        return bool(_time_word(place.before)) and not _begins(r" ?\d")(place.after)
    if month in _NAMES and place.name_follows and not _year_firmly_after(place.before):
        return False
    if _time_word(place.before):
        return not (month in ("march", "may") and place.before.endswith('"'))
    return month not in _NAMES and not (place.name_follows and place.before.endswith(". "))


_year_never_after = _ends(
    r"[$€£¥#№@+=<>.,:/'_]|\d |\b(?:no\.?|nos\.?|number|articles?|decree|resolution|order|law|act|rule|"
    r"section|paragraph|pages?|p\.|pp\.|boeing|airbus|flight|room|unit|route|highway|model|type|usd|"
    r"eur|byn|byr|us|rub|gbp|about|some|over|nearly|almost|than|approximately|roughly|up to|least|"
    r"most|only|total of|version|index|points?|level of|chapter|clause|file|case|convention|contract|"
    r"channel|vol\.?|volume|mig|su|tu|il|m|t|an estimated|further|another|additional|exactly|"
    r"kill(?:ed|ing)|costs?|worth|paid|pay|raised?|employs?|article \d{1,3},?)[ -]?(?:no\.? ?)?"
)
_year_never_before = _begins(
    r" ?(?:%|percent|per cent|°)|[.,:]\d|[-/]\d|\w|"
    r" (?:people|men|women|troops|soldiers|persons|children|members|megawatts?|mw|km|kilomet\w{1,5}|"
    r"miles|met(?:re|er)s|feet|tonnes?|tons?|kg|kilos|pounds|dollars|euros|roubles|rubles|votes|"
    r"seats|hectares|acres|barrels|points|units|hours|days|weeks|months|years|times|tanks|aircraft|"
    r"vehicles|houses|million|billion|thousand|cases|copies|jobs|workers|students|households|"
    r"prisoners|mph|rpm|hp|gmt|utc|hrs|square|cubic|index)\b"
)
_year_firmly_after = _ends(
    r"\b(?:in|since|until|till|during|throughout|circa|as of|after|before|early|late|mid|by)[ ]|\("
)
_loosely_after = _ends(r"(?<!\d )(?:(?:\b(?:and|or|with|to)|[,;:]) )")
_content_word = _begins(
    r" (?!and|but|when|which|who|that|the|was|were|has|had|have|for|with|from|after|before|until|"
    r"saw|he|she|they|there|it|his|her|presidential|parliamentary|election|world|winter|summer)"
    r"[a-z]{3,}"
)
_counted_plural = _begins(r" (?!elections|politics|olympics|games|talks)[a-z]{3,20}[^s\W]s\b(?!')")
_determiner = _ends(r"\b(?:the|of|its|his|her|their|this)[ ]")


def _lone_year(place: Place) -> bool:
    """A number from 1000 to 2099 is a year only where the words around it allow that."""
    before, after = place.before, place.after
    if _year_never_before(after):
        return False
    if place["mod"]:
        return True
    if before[-1:].isalnum() or (
        before[-1:] == "-" and not _ends(r"(?:mid|post|pre|early|late|then)-")(before)
    ):
        return False
    if _year_never_after(before):
        return False
    if _year_firmly_after(before):
        return True
    if _loosely_after(before) and _content_word(after):
        return False
    if _counted_plural(after) and not _determiner(before):
        return False
    if _ends(r"\b(?:from|between)[ ]")(before):
        other = _begins(r" (?:to|and|until|through) (?:1\d{3}|20\d\d)")(after)
        return not (other and _year_never_before(after[other.end() :]))
    return True


def _short_year(place: Place) -> bool:
    """'82 after a preposition of time or a season, never after a name."""
    return bool(
        _ends(
            r"\b(?:in|since|of|from|to|until|by|and|class of|summer|winter|spring|autumn|fall)[ ]"
        )(place.before)
    ) and not _begins(r"[\d'.,-]\w")(place.after)


def _lone_day(place: Place) -> bool:
    """ "the 14th" is a day with a preposition of time and no noun behind it."""
    return bool(_ends(r"\b(?:on|until|till|by|since|from|before|after)[ ]")(place.before)) and bool(
        _begins(
            r"[,.;:)]|$| (?:and|was|were|when|but|the|they|he|she|it|in|at|a|to|after|before|with|as|that)\b"
        )(place.after)
    )


def _numeric(place: Place) -> bool:
    return not re.search(r"[\d./-]$", place.before) and not _begins(r"[./-]?\d|%|/")(place.after)


# Seasons, weekdays, feasts, parts of the day --------------------------------------------------

_season_word = _ends(
    r"\b(?:in|by|since|until|during|through|throughout|and|or|early|late|before|after|of|every|each|over)(?: the)?[ ]"
)


_named_after_season = _begins(r" (?:olympic|olympics|paralympics|games|palace|war|soldier|park)\b")


def _a_name(place: Place) -> bool:
    return place.capital("season") and bool(_named_after_season(place.after))


def _lone_season(place: Place) -> bool:
    """ "fall" and "spring" are also verbs and nouns of other things; Winter Olympics is a name."""
    opens = place.before[-2:] in (". ", "") or place.before.endswith("\n")
    if not opens and _a_name(place):
        return False
    if place["mod"] and place["season"] != "fall":
        return True
    if place["season"] == "fall":
        return (
            bool(_ends(r"\b(?:in|by|since|last|during|early|late)[ ]")(place.before))
            and not _begins(r" (?:of (?!\d)|to\b|in\b|from\b|back\b|short\b|under\b)")(place.after)
            and not place["mod"]
        )
    if place["season"] == "spring":
        return not _ends(r"\b(?:to|will|would|can|may|could|hot|mineral|thermal|a)[ ]")(
            place.before
        ) and not _begins(r" (?:up|from|to|back|water|out|into)\b|-|s\b")(place.after)
    return True


def _the_season(place: Place) -> bool:
    if _a_name(place):
        return False
    if place["season"] == "fall" and place["rel"] not in (
        "last",
        "next",
        "this past",
        "this coming",
    ):
        return bool(_season_word(place.before)) and not _begins(r" (?:of (?!\d)|in\b|to\b|from\b)")(
            place.after
        )
    return not (place["season"] == "spring" and _begins(r" of (?!\d)")(place.after))


def _weekday(place: Place) -> bool:
    """A weekday in full with a capital, not part of a name such as Black Monday."""
    return (
        len(place["weekday"]) > 5
        and place.capital("weekday")
        and not _ends(r"\b(?:black|bloody|ash|good|palm|ruby|cyber|maundy|super|fat)[ ]")(
            place.before
        )
    )


def _feast(place: Place) -> bool:
    if not place.capital("feast"):
        return False
    if place["feast"] in ("easter", "christmas", "epiphany", "pentecost"):
        return not place.name_follows and not _ends(r"\b(?:white|merry|happy)[ ]")(place.before)
    return True


def _day_part(place: Place) -> bool:
    """The morning of some day; dawns of eras and night raids are something else."""
    said = place.match[0]
    if _begins(
        r" of (?!\d|the \d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|-|'s\b"
    )(place.after):
        return False
    if place["daypart"] in ("dawn", "dusk", "sunrise", "sunset", "nightfall", "daybreak"):
        return (
            bool(_ends(r"\b(?:at|before|after|by|until|since)[ ]")(place.before))
            and not _begins(r" (?:on|of) ")(place.after) is None
        )
    if said == place["daypart"]:
        return bool(_ends(r"\b(?:at|by|all|since|until|of|every)[ ]")(place.before))
    return True


# Lengths of time ------------------------------------------------------------------------------

_bare_before = _ends(
    r"\b(?:for|in|within|over|after|lasting|took|takes?|taken|last(?:ed)?|of|through|and|or|than|"
    r"under|spent|these|by|just|only|mere|until|throughout|the|over the|peaceful|long|dark)[ ]"
)


def _bare_units(place: Place) -> bool:
    return (
        bool(_bare_before(place.before))
        and not _begins(r" (?:of age|old)|-old")(place.after)
        and not _ends(r"\b(?:of|and|or|by) the[ ]")(place.before)
    )


def _duration(place: Place) -> bool:
    """Not an age, an ordinal, a share or an amount per something."""
    unit, n, said = place["unit"], place["n"], place.match[0]
    if _begins(r"[- ]olds?\b| of age\b")(place.after) or said.endswith("old"):
        return False
    if _ends(r"\bage[ds]?(?: of)?[ ]|\d[-/.]|[$€£]")(place.before):
        return False
    if unit == "second" and not n.isdigit():
        return False
    if unit in ("quarter", "night", "weekend") and words.number(n) in (None, 1.0):
        return False
    if unit == "quarters" and not re.search(r"consecutive|successive|straight", said):
        return False
    if unit in ("min", "mins", "hrs", "yr", "yrs"):
        return n[:1].isdigit()
    if n in ("any", "some", "various", "recent") and not unit.endswith("s"):
        return False
    return not (n in ("a", "an") and "-" in said)


_rate = _ends(
    r"(?:\d[\d,.]{0,12}|\b(?:once|twice|times|million|billion|thousand|hundred|percent|dozen))"
    r"(?: (?!in\b|for\b|after\b|within\b|over\b|and\b|of\b)[a-z]{2,14}){0,2}[ ]"
)


def _a_rate(place: Place) -> bool:
    """ "15 tractors a year": a number and at most two words stand in front."""
    return bool(_rate(place.before)) and not _begins(
        r" (?:and a half|ago|later|earlier|before|after|of|long|or|in\b|when|from|since)|-"
    )(place.after)


_time_before = _ends(
    r"\b(?:at|by|from|until|till|to|since|around|about|before|after|between|and|at about|is|of)[ ]|"
    r"\d{4}[,.]?[ t]|\d[.,]?[ ]|[(\n,-][ ]?|(?:day|yesterday|today|tomorrow|night|morning),?[ ]|^"
)
_zone_behind = _begins(r" (?:on|hours|hrs|local|[a-z]{3,8} time)\b")


def _clock(place: Place) -> bool:
    """A time, not a result, a share or a price."""
    if re.search(r"[\d.:$€£]$", place.before):
        return False
    if _begins(r"[.:,]?\d|%| ?(?:percent|million|billion)")(place.after):
        return False
    if place["meridiem"] or place["zone"] or place["zone2"]:
        return True
    return bool(_time_before(place.before) or _zone_behind(place.after))


def _bare_unit(place: Place) -> bool:
    """ "for the day", "end the week": the period that the text is about."""
    if place["unit"] == "weekend":
        return True
    return (
        bool(
            _ends(
                r"\b(?:ends?|ended|ending|finish(?:ed|ing)?|closed?|closing|for|in|during|of|late in|earlier in|later in|so far|throughout|on)[ ]"
            )(place.before)
        )
        and bool(
            _begins(r"[,.;:)]|$|\n| (?:at|with|and|down|up|as|on|but|after|by|to|amid)\b")(
                place.after
            )
        )
        and not _ends(
            r"\b(?:times|man|woman|person|team|player|book|film|word|one|hours?|light|order|issues?) of[ ]"
        )(place.before)
    )


def _past(place: Place) -> bool:
    if place.match[0].endswith("the past"):
        return bool(_ends(r"\b(?:in|of|from|with)[ ]")(place.before)) and not _begins(
            r"(?: [\w-]+){0,3} (?:hours?|days?|weeks?|months?|quarters?|years?|decades?|century|centuries)\b"
        )(place.after)
    return True


def _future(place: Place) -> bool:
    """ "in the future", not the future of something."""
    if place.match[0] != "the future":
        return True
    return bool(_ends(r"\b(?:in|for)[ ]")(place.before)) and not _begins(r" of\b")(place.after)


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
        and _ends(r"\b(?:for|over|in|within|during|of)[ ]")(place.before)
    )


def _the_next(place: Place) -> bool:
    """ "for the next year" and "in the next decade" are lengths."""
    if not place.match[0].startswith("the next") or place["unit"] == "day":
        return True
    if _ends(r"\b(?:for|over|within|during)[ ]")(place.before):
        return False
    return place["unit"] not in ("year", "decade", "century") or not place.before.endswith("in ")


_TESTS: dict[str, Callable[[Place], bool]] = {
    "date.month": _lone_month,
    "date.year": _lone_year,
    "date.short-year": _short_year,
    "date.day-of-month": _lone_day,
    "date.numeric": _numeric,
    "date.numeric-short-year": _numeric,
    "period.season": _lone_season,
    "relative.season": _the_season,
    "relative.bare-unit": _bare_unit,
    "relative.unit": _a_span,
    "relative.unit-in-text": _the_next,
    "period.weekday": _weekday,
    "period.feast": _feast,
    "time.clock": _clock,
    "time.hour": _clock,
    "time.part-of-day": _day_part,
    "duration.number": _duration,
    "duration.units": _bare_units,
    "set.rate": _a_rate,
    "set.every": _every,
    "set.adverb": _adverb,
    "reference.past": _past,
    "reference.future": _future,
}
