"""Which matches are temporal at all, and the cues around those that are."""

from __future__ import annotations

import re

from tui.dates.fold import Sentences
from tui.dates.parts import Parts
from tui.dates.rule import Rule

_PREPOSITION = re.compile(
    r"(?:^|[\s(\"'/—-])(?:(?:in|of|by|since|until|till|from|to|between|during|through|throughout|after|"
    r"before|for|and|or|around|circa|about|early|late|mid|last|next|this|that|past|as of|on|over|into|"
    r"than|with|but|each|every|per|through|beginning|following|previous|coming|same|like|"
    r"within|toward|towards|late in|early in|again|also)[ ]{1,2}(?:the )?|mid-|early-|late-|\(|/|-|\")$"
)
_YEAR_CUE = re.compile(
    r"(?:^|[^\w])(?:in|since|until|till|from|to|between|during|through|throughout|after|before|for|and|or|"
    r"around|circa|early|late|mid|by|the|of|year|years|as of|last|next|late in|early in|on|into|this|its|"
    r"his|their|a|an|than|beginning|compared with|ended|ending|with|versus|vs\.?)[ (]{1,2}(?:the )?$|[(-]$|mid-$|\n$|^$"
)
_YEAR_FIRM = re.compile(
    r"(?:^|[^\w])(?:in|since|until|till|during|throughout|circa|as of|after|before|early|late|mid)[ ]$|\($"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#№@+=<>.,:/'_]|\b(?:no\.?|nos\.?|number|article|articles|decree|resolution|order|law|act|rule|section|paragraph|"
    r"page|pages|p\.|pp\.|boeing|airbus|flight|room|unit|route|highway|model|type|usd|eur|byn|byr|us|rub|"
    r"gbp|about|some|over|nearly|almost|than|approximately|roughly|up to|least|most|only|total of|version|"
    r"index|points?|level of|chapter|clause|file|case|convention|contract|serial|channel|vol\.?|volume|"
    r"mig|su|tu|il|m|t|bmp|an estimated|further|another|additional|exactly|kill(?:ed|ing)|with|costs?|worth|paid|pay|raised?|employs?)[ -]?(?:no\.? ?)?)$"
)
_COUNTED = re.compile(
    r" ?(?:%|percent|per cent|°)|[.,:]\d|[-/]\w|\w|"
    r" (?:people|men|women|troops|soldiers|persons|children|members|megawatts?|mw|km|kilomet\w{1,5}|miles|"
    r"metres|meters|feet|tonnes?|tons?|kg|kilos|pounds|dollars|euros|roubles|rubles|votes|seats|hectares|"
    r"acres|barrels|points|units|hours|days|weeks|months|years|times|tanks|aircraft|vehicles|houses|million|"
    r"billion|thousand|cases|copies|jobs|workers|students|households|prisoners|mph|rpm|hp|gmt|utc|hrs|square|cubic)\b"
)
_PLURAL = re.compile(r" ([a-z]{3,20}[^s\W]s)\b")
_NO_PLURALS = (
    "elections",
    "was",
    "has",
    "his",
    "this",
    "its",
    "olympics",
    "games",
    "talks",
    "protests",
    "events",
    "politics",
)


def accept(rule: Rule, match: re.Match[str], text: str, folded: str) -> bool:
    """Whether the surroundings let the match be an expression of time."""
    before = folded[max(0, match.start() - 24) : match.start()]
    after = folded[match.end() : match.end() + 24]
    if before[-1:] in "_@#" and before:
        return False
    if rule.check and not rule.check(match, folded):
        return False
    groups = match.groupdict()
    if not _capital(match, groups, text):
        return False
    test = _TESTS.get(rule.id)
    return test(match, groups, text, before, after) if test else True


def _capital(match: re.Match[str], groups: dict[str, str | None], text: str) -> bool:
    """English month names and short weekdays are written with a capital."""
    for name in ("month", "month2", "weekday", "weekday2"):
        found = groups.get(name)
        if (
            found
            and (found in ("may", "march", "mar", "august") or (len(found) < 5 and found.isascii()))
            and not text[match.start(name)].isupper()
        ):
            return False
    return True


Groups = dict[str, "str | None"]


def _lone_month(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    """May, March, August and the like are also names and verbs: ask for a sign of time."""
    if groups.get("mod"):
        return True
    month = groups.get("month") or ""
    if not month.isascii():
        return False
    if len(month.rstrip(".")) <= 4 and month not in ("may", "june", "july"):
        return bool(_PREPOSITION.search(before)) and not re.match(r" ?\d", after)
    following = text[match.end() : match.end() + 2]
    if _PREPOSITION.search(before):
        return True
    if month in ("may", "march", "august", "april", "june"):
        return False
    return not (following[:1] == " " and following[1:].isupper() and before[-2:] == ". ")


def _lone_year(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    """A number from 1000 to 2099 is a year only where the words around it allow that."""
    if groups.get("mod"):
        return not _COUNTED.match(after)
    year = int(groups["year"] or 0)
    if _COUNTED.match(after) and not re.match(r"-[a-z]", after):
        return False
    if (
        before[-1:]
        and (before[-1].isalnum() or before[-1] in "-")
        and not re.search(r"(?:mid|post|pre|early|late|then|\d)-$", before)
    ):
        return False
    if _NOT_A_YEAR_BEFORE.search(before):
        return False
    if _YEAR_FIRM.search(before):
        return True
    plural = _PLURAL.match(after)
    if (
        plural
        and plural[1] not in _NO_PLURALS
        and not re.search(r"\b(?:the|of|its|his|their)[ ]$", before)
    ):
        return False
    if re.search(r"\b(?:from|between)[ ]$", before):
        other = re.match(r" (?:to|and|until|through) (?:1\d{3}|20\d\d)( [a-z]{2,20})?", after)
        return not (other and other[1] and _COUNTED.match(other[1]))
    if re.search(r"\d{4} (?:to|and)[ ]$", before) and _COUNTED.match(after):
        return False
    return bool(_YEAR_CUE.search(before)) or 1700 <= year <= 2050


def _lone_day(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    """ "the 14th" is a day only with a preposition of time and no noun behind it."""
    return bool(
        re.search(r"\b(?:on|until|till|by|since|from|before|after|to|and)[ ]$", before)
    ) and not re.match(
        r"(?: |-)[a-z]{3,}(?<!was)(?<!were)(?<!with)(?<!when)(?<!and)(?<!but)(?<!the)(?<!they)",
        after,
    )


def _lone_season(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    if groups.get("mod"):
        return True
    season = groups["season"] or ""
    if season in ("spring", "fall"):
        return (
            bool(
                re.search(
                    r"\b(?:in|by|since|until|during|through|throughout|and|or|in the|by the|during the|early|late|before the|of the|until the|throughout the|every)[ ]$",
                    before,
                )
            )
            and not re.match(r" (?:of (?!\d)|to\b|in (?!\d)|water)", after)
            and (season == "spring" or not re.search(r"\b(?:the|to|and|or)[ ]$", before))
        )
    return True


def _the_season(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    if groups["season"] == "fall" and groups["rel"] in (
        "the",
        "this",
        "that",
        "same",
        "following",
        "previous",
    ):
        return not re.match(r" (?:of (?!\d)|in\b|to\b)", after) and bool(
            re.search(
                r"\b(?:in|during|by|throughout|until|of|late|early|over|through|for)[ ]$", before
            )
        )
    return not (groups["season"] == "spring" and re.match(r" (?:of (?!\d))", after))


def _bare_units(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return bool(
        re.search(
            r"\b(?:for|in|within|over|after|lasting|took|takes?|taken|last(?:ed)?|of|through|and|or|than|under|spent|many|these|by|just|only|mere|next|past|until|throughout)[ ]$",
            before,
        )
    ) and not re.match(r" (?:of age|old)|-old", after)


def _duration(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    if (
        re.match(r"[- ]olds?\b| of age\b", after)
        or (groups["unit"] or "").startswith("y")
        and "old" in match[0]
    ):
        return False
    if re.search(r"\bage[ds]?(?: of)?[ ]$", before):
        return False
    unit, n = groups["unit"] or "", groups["n"] or ""
    if unit == "second" and (not n[:1].isdigit() or "-" not in match[0]):
        return False
    if unit in ("quarter", "quarters", "night", "weekend") and n in (
        "a",
        "an",
        "some",
        "any",
        "one",
        "single",
    ):
        return False
    if unit == "min":
        return n[:1].isdigit()
    if n in ("any", "some", "single") and not unit.endswith("s"):
        return False
    return not (n in ("a", "an") and "-" in match[0])


def _a_rate(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    """ "15 tractors a year", "$5 a day": a number and at most two words stand in front."""
    return bool(
        re.search(
            r"(?:\d[\d,.]{0,12}|\b(?:once|twice|times|million|billion|thousand|hundred|percent|dozen))(?: (?!in\b|for\b|after\b|within\b|over\b|and\b|of\b)[a-z]{2,14}){0,2}[ ]$",
            before,
        )
    ) and not re.match(
        r" (?:and a half|ago|later|earlier|before|after|of|long|or|in\b|when|from)", after
    )


def _adverb(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return not (
        text[match.start() : match.start() + 1].isupper()
        and re.match(r" [A-Z]", text[match.end() : match.end() + 2])
    )


def _clock(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return not re.search(r"[\d.,:$€£]$", before) and not re.match(
        r"[.:,]?\d|%| ?(?:percent|million|billion)", after
    )


def _day_part(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    words_ = match[0]
    if words_ in ("dawn", "dusk", "sunrise", "sunset", "nightfall", "daybreak", "the dawn"):
        return not re.match(r" of\b", after)
    if re.match(
        r" (?:of (?!\d|(?:the )?\d|january|february|march|april|may|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun))",
        after,
    ):
        return False
    if words_ in ("morning", "afternoon", "evening", "night"):
        return bool(
            re.search(r"\b(?:at|by|all|since|until|early|late|of|one|every)[ ]$", before)
        ) and not re.search(r"\bone[ ]$", before)
    return (
        words_.startswith("the")
        or bool(groups.get("mod"))
        or words_[:4] in ("earl", "late", "mid ", "mid-")
    )


def _now(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return not (match[0] == "now" and before.endswith(("until ", "till ", "by ")) and False)


def _feast(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    feast = groups["feast"] or ""
    at = match.start("feast")
    if not text[at].isupper():
        return False
    if feast == "new year":
        return bool(
            re.search(r"\b(?:the|orthodox|before|after|by|for)[ ]$", before)
        ) or not re.match(r" [a-z]", after)
    return not (
        feast in ("easter", "christmas", "epiphany")
        and re.match(r" [A-Z]", text[match.end() : match.end() + 2]) is not None
        and feast != "christmas"
    ) and not re.match(r" (?:island|sunday|rising|offensive)", after)


def _weekday(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    at = match.start("weekday")
    return text[at].isupper() and not re.search(
        r"\b(?:black|bloody|ash|good|palm|ruby|man|cyber|maundy|super|fat|freaky)[ ]$", before
    )


def _the_day(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return groups["rel"] not in ("this", "that", "next", "last", "past") or True


def _short_year(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return not re.search(r"\w$", before) and not re.match(r"[\d'.,-]\w", after)


def _past(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    if match[0] == "the past":
        return bool(re.search(r"\b(?:in|of|from|with)[ ]$", before)) and not re.match(
            r" (?:\w+ )?(?:\w+ )?(?:days?|weeks?|months?|years?|decades?|century)", after
        )
    return True


def _numeric(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    return not re.search(r"[\d./-]$", before) and not re.match(r"[./-]\d", after)


def _every(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    if groups.get("unit") == "second" or (groups.get("q") == "per" and groups.get("month")):
        return False
    return not (groups.get("unit", "") in ("seconds",) and not groups.get("n"))


def _in_units(match: re.Match[str], groups: Groups, text: str, before: str, after: str) -> bool:
    """ "in three weeks" points ahead unless something was done, or is the lowest, in that time."""
    return False


_TESTS = {
    "date.month": _lone_month,
    "date.year": _lone_year,
    "date.day-of-month": _lone_day,
    "period.season": _lone_season,
    "relative.season": _the_season,
    "duration.units": _bare_units,
    "duration.number": _duration,
    "set.rate": _a_rate,
    "set.adverb": _adverb,
    "set.every": _every,
    "time.clock": _clock,
    "time.hour": _clock,
    "time.part-of-day": _day_part,
    "period.feast": _feast,
    "period.weekday": _weekday,
    "date.short-year": _short_year,
    "reference.past": _past,
    "date.numeric": _numeric,
    "date.numeric-short-year": _numeric,
    "relative.in-units": _in_units,
}

_IRREGULAR = (
    "said|told|met|came|went|took|made|held|won|lost|began|broke|rose|fell|saw|led|left|sent|spent|fought|"
    "became|got|gave|ran|flew|drove|grew|knew|hit|cut|shut|struck|sank|wrote|spoke|stood|sold|bought|"
    "brought|thought|found|felt|kept|built|set|put|withdrew|drew|overthrew|threw|swore|shot|laid|"
    "paid|chose|rode|woke|sought|taught|caught|shrank|sprang|stole|slid|swung|bore|undertook|"
    "was|were|had|did|did not|began|ended|burst|quit|dealt|slept|meant|forbade|arose|outbid"
)
_VERBS = re.compile(
    r"\b(?:(?P<future>(?:will|shall|won't|would|to be|going to|set to|due to|(?:is|are|was|were|been|being) (?:\w{2,9}ly )?(?:expected|scheduled|due|planned|set|slated|supposed|likely|to|about)(?: to)?)(?: not)?(?: be| have)?(?: \w{2,15}ly)?(?: \w{2,15})?|"
    r"(?:scheduled|due|planned|slated|upcoming|forthcoming|ahead of|plans?|intends?|hopes?|expects?|aims?|no later than|until|till|expires?|deadline)(?: to \w{2,15})?|'ll \w{2,15})"
    rf"|(?P<past>(?:had|has|have|was|were|been)(?: not)?(?: been)?(?: \w{{2,12}}ly)?(?: \w{{2,14}}(?:ed|en|wn))?|{_IRREGULAR}|\w{{2,15}}ed|dates? from|since|ago)"
    r"|(?P<present>is|are|says?|remains?|recalls?))\b"
)


def cues(folded: str, sentences: Sentences, start: int, end: int, parts: Parts) -> Parts:
    """The sentence that an expression stands in, and which way the nearest verb points."""
    first, last = sentences.span(start)
    number = sentences.number(start)
    inner = parts.get("on", parts)
    found: Parts = {"sentence": number}
    before = folded[max(first, start - 240) : start]
    prep = re.search(
        r"\b(by|until|till|since|in|on|from|before|after|during|of|ahead of|between|to|for|through|throughout|within|over)(?: the)?[ ]?$",
        before,
    )
    if prep:
        found["prep"] = prep[1]
    if inner["kind"] in ("ref", "every", "adverb", "fraction") or (
        "y" in inner and inner["kind"] == "date"
    ):
        return found
    tense = ""
    for verb in _VERBS.finditer(before):
        tense = str(verb.lastgroup)
    if tense in ("", "present"):
        verb_after = next(
            (
                v
                for v in _VERBS.finditer(folded[end : min(last, end + 240)])
                if v.lastgroup != "present"
            ),
            None,
        )
        if verb_after:
            tense = str(verb_after.lastgroup)
    if prep and prep[1] in ("ahead of",):
        tense = "future"
    found["tense"] = tense
    return found
