"""The vocabulary of time: plain tables from words to numbers, in English and in Cyrillic.

Every table maps folded words (see :mod:`tui.dates.fold`) to what they mean; the macros of
:mod:`tui.dates.rule` turn the tables into the ``{month}`` that the rules are written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _numbered(lines: str, first: int = 1) -> dict[str, int]:
    """A table from text: the words of each line mean the line's number."""
    rows = enumerate(lines.strip().splitlines(), start=first)
    return {word: number for number, row in rows for word in row.split()}


def _counted(words: str, first: int = 1) -> dict[str, int]:
    """A table from text: each word means the next number."""
    return {word: number for number, word in enumerate(words.split(), start=first)}


MONTHS = _numbered("""
january jan. jan
february feb. feb
march mar. mar
april apr. apr
may
june jun. jun
july jul. jul
august aug. aug
september sept. sept sep. sep
october oct. oct
november nov. nov
december dec. dec
""")

# Belarusian, Russian and Ukrainian: the genitive, nominative and locative of each.
CYRILLIC_MONTHS = _numbered("""
студзеня студзень студзені января январь январе січня січень січні
лютага люты лютым февраля февраль феврале лютого лютий лютому
сакавіка сакавік сакавіку марта март марте березня березень березні
красавіка красавік красавіку апреля апрель апреле квітня квітень квітні
траўня травень траўні мая май мае маі травня травні
чэрвеня чэрвень чэрвені июня июнь июне червня червень червні
ліпеня ліпень ліпені июля июль июле липня липень липні
жніўня жнівень жніўні августа август августе серпня серпень серпні
верасня верасень верасні сентября сентябрь сентябре вересня вересень вересні
кастрычніка кастрычнік кастрычніку октября октябрь октябре жовтня жовтень жовтні
лістапада лістапад лістападзе ноября ноябрь ноябре листопада листопад листопаді
снежня снежань снежні декабря декабрь декабре грудня грудень грудні
""")

WEEKDAYS = _numbered("""
monday mon. mon
tuesday tues. tue. tues tue
wednesday wed. wed
thursday thurs. thur. thu. thurs thu
friday fri. fri
saturday sat. sat
sunday sun. sun
""")

SEASONS = {
    **{"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU"},
    **{"autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI"},
}

DAYPARTS = {
    **{"morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO"},
    **{"afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV"},
    **{"sunset": "EV", "night": "NI", "nights": "NI", "nighttime": "NI", "nightfall": "NI"},
}

UNITS = {
    **dict.fromkeys(("second", "seconds"), "second"),
    **dict.fromkeys(("minute", "minutes", "min", "mins"), "minute"),
    **dict.fromkeys(("hour", "hours", "hrs"), "hour"),
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("night", "nights"), "night"),
    **dict.fromkeys(("weekend", "weekends"), "weekend"),
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("quarter", "quarters"), "quarter"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("century", "centuries"), "century"),
    **dict.fromkeys(("millennium", "millennia", "millenniums"), "millennium"),
}

ONES = _counted(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""",
    first=0,
)
TENS = {
    **{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
    **{"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
VAGUE_NUMBERS = (
    *("several", "a few", "quite a few", "few", "many", "some", "a number of", "numerous"),
    *("countless", "various", "a handful of", "dozens of", "hundreds of"),
    *("thousands of", "a couple more", "multiple"),
)
ORDINALS = _counted(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in list(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}

FEASTS: dict[str, tuple[int, int] | tuple[int, int, int] | int | None] = {
    # name: (month, day); (month, weekday, which one, -1 for the last); days after Easter Sunday;
    # None where the country decides
    **dict.fromkeys(("christmas", "christmas day", "catholic christmas"), (12, 25)),
    **dict.fromkeys(("orthodox christmas",), (1, 7)),
    **dict.fromkeys(("new year", "new year's", "new year's day"), (1, 1)),
    **dict.fromkeys(("women's day", "international women's day"), (3, 8)),
    **dict.fromkeys(("may day", "labour day", "international workers' day"), (5, 1)),
    **dict.fromkeys(("valentine's day", "st. valentine's day", "saint valentine's day"), (2, 14)),
    **dict.fromkeys(("st. patrick's day", "st patrick's day", "saint patrick's day"), (3, 17)),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "defender of the fatherland day": (2, 23),
    "freedom day": (3, 25),
    "april fools' day": (4, 1),
    "victory day": (5, 9),
    "europe day": (5, 9),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "independence day": None,
    **dict.fromkeys(("easter", "easter sunday"), 0),
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "pentecost": 49,
}
INDEPENDENCE = {
    # The country named nearby decides which day "Independence Day" is.
    "belarus": (7, 3),
    "ukrain": (8, 24),
    "poland": (11, 11),
    "polish": (11, 11),
    "lithuania": (2, 16),
    "latvia": (11, 18),
    "estonia": (2, 24),
    "moldova": (8, 27),
    "georgia": (5, 26),
    "finland": (12, 6),
    "finnish": (12, 6),
    "americ": (7, 4),
    "united states": (7, 4),
    "u.s": (7, 4),
}


def number(words: str) -> float | None:
    """The number that words or digits stand for: ``two and a half`` 2.5; None when it is vague."""
    words = words.strip()
    if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", words):
        return float(words.replace(",", ""))
    if words in VAGUE_NUMBERS or not words:
        return None
    if words.endswith(("million", "billion")):
        amount = number(words[:-8])
        return amount and amount * (1e6 if words.endswith("million") else 1e9)
    if words in ("half a", "half an", "a half", "half"):
        return 0.5
    extra = 0.0
    half = re.search(r"(?:[ -]and)?[ -](?:a[ -])?half$", words)
    if half and half.start():
        words, extra = words[: half.start()], 0.5
    if words in ("a couple of", "a couple", "couple of", "couple", "a pair of", "the couple of"):
        return 2.0
    if words in ("a dozen", "dozen", "half a dozen", "half-dozen"):
        return 6.0 if "half" in words else 12.0
    if words in ("a score of", "a score"):
        return 20.0
    total, current = 0, 0
    for word in re.split(r"[ -]+", words):
        if word in ONES:
            current += ONES[word]
        elif word in TENS:
            current += TENS[word]
        elif word in ("a", "an", "single"):
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word == "score":
            current = max(current, 1) * 20
        elif re.fullmatch(r"\d+", word):
            current += int(word)
        elif word not in ("and", "of"):
            return None
    return total + current + extra


def ordinal(word: str) -> int | None:
    """The number of ``third``, ``3rd`` or ``twenty-first``."""
    digits = re.match(r"\d{1,3}", word)
    return int(digits[0]) if digits else ORDINALS.get(word.replace(" ", "-"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, single spaces widened."""
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in listed)
