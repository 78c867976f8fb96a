"""Rules for lengths of time and for what repeats."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"
SPELL = r"(?:(?:consecutive|successive|straight|full|whole|entire|long|short|more|additional|extra|further|trading|working|business|calendar|solid|tense|brief|remaining|continuous|uninterrupted|bloody|difficult|good)[ -]){0,2}"

RULES = (
    Rule(
        "duration.number",
        "DURATION",
        "duration",
        r"(?:{about_} )?(?P<the>the (?:first |entire |whole |full )?|(?:his|her|its|their|our) (?:first |last )?)?{n}[ -](?:more )?"
        + SPELL
        + r"{unit}'?(?:[ -](?:and[ -]a[ -]half|long|old))?(?:,? (?:and )?{n2} {unit2})?",
        "After [seven days] of arrest, he was released.",
        "P7D",
    ),
    Rule(
        "duration.hanging",
        "DURATION",
        "duration",
        r"(?:{about_} )?(?:the |these |those |his |her |its |their |our )?(?P<hang>past|last|next|coming|following|previous|preceding|first|final|upcoming|recent|final|ensuing|subsequent|initial|opening|closing|intervening) (?:{about_} )?{n}[ -]"
        + SPELL
        + r"{unit}",
        "Over [the past five years] exports have doubled.",
        "P5Y",
        REF,
    ),
    Rule(
        "duration.bare-period",
        "DURATION",
        "duration",
        r"(?P<hang>the past|the last|the coming|these past|recent|the next) (?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|decade|century)",
        "Exports doubled over [the past decade].",
        "P10Y",
        REF,
    ),
    Rule(
        "duration.half-year",
        "DURATION",
        "duration",
        r"(?P<n>half an?|a half)[ -]{unit}",
        "The mandate was prolonged by [half a year].",
        "P6M",
    ),
    Rule(
        "duration.fraction",
        "DURATION",
        "fraction",
        r"(?:{about_} )?(?:(?P<frac>a quarter|quarter|three quarters|three-quarters|a third|two thirds|two-thirds) (?:of )?(?:an?|the) |(?P<frac2>half a |half-))(?P<unit>century|year|decade|hour)",
        "He has ruled for [a quarter of a century].",
        "P25Y",
    ),
    Rule(
        "duration.and-half",
        "DURATION",
        "duration",
        r"(?:{about_} )?(?P<n>an?|one|two|three|four|five|six|\d) {unit} and a half",
        "The blockade lasted [a year and a half].",
        "P18M",
    ),
    Rule(
        "duration.whole",
        "DURATION",
        "duration",
        r"(?P<n>(?:the |an? )?(?:whole|entire|full)) {unit}",
        "It took [an entire week].",
        "P1W",
    ),
    Rule(
        "duration.units",
        "DURATION",
        "duration",
        r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)",
        "The talks dragged on for [months].",
        "PXM",
    ),
    Rule(
        "duration.unit-long",
        "DURATION",
        "duration",
        r"{unit}[ -]long",
        "The [month-long] strike was over.",
        "P1M",
    ),
    Rule(
        "set.every",
        "SET",
        "every",
        r"(?P<q>each|every|once (?:an?|every|each)|(?:twice|three times|four times|several times|\d{1,2} times) (?:an?|every|each|per)|per) (?:(?P<other>other|second) )?(?:{n} )?(?:single )?(?:{unit}|{weekday}|{season}|{month}|{daypart})",
        "Rallies are held [every Sunday].",
        "XXXX-WXX-7",
    ),
    Rule(
        "set.rate",
        "SET",
        "every",
        r"an? (?P<unit>day|week|month|year|hour|minute|decade)",
        "The plant makes 15 tractors [a year].",
        "P1Y",
    ),
    Rule(
        "set.adverb",
        "SET",
        "adverb",
        r"(?:(?P<often>twice|semi|bi)[ -]?)?(?P<adverb>hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|annually|annual|yearly|biannual|biennial)",
        "The rate is fixed [monthly].",
        "P1M",
    ),
    Rule(
        "set.weekdays",
        "SET",
        "every",
        r"(?P<on>on )?(?P<weekdays>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|weekdays)",
        "The market is open on [Saturdays] only.",
        "XXXX-WXX-6",
    ),
)
