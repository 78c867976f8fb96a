"""Rules for lengths of time."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"
SPELL = (
    r"(?:(?:consecutive|successive|straight|full|whole|entire|long|short|"
    r"more|additional|extra|further|trading|working|business|calendar|"
    r"solid|tense|brief|remaining|continuous|uninterrupted|bloody|difficult|"
    r"good)[ -]){0,2}"
)

RULES = (
    Rule(
        "duration.hanging",
        "DURATION",
        "duration",
        r"(?:the |these |those )?(?P<hang>past|last|next|coming|following|"
        r"previous|preceding|first|final|upcoming|recent|final|ensuing|"
        r"subsequent|initial|opening|closing|intervening) (?:{about_} "
        r")?{n}[ -]" + SPELL + r"{unit}",
        "Over [the past five years] exports have doubled.",
        "P5Y",
        REF,
    ),
    Rule(
        "duration.bare-period",
        "DURATION",
        "duration",
        r"(?:(?P<hang>the past|the last|the coming|these past|the "
        r"next|the following|the intervening|the ensuing|the previous|"
        r"the preceding|the final|the early|the first|coming|past) "
        r"(?P<unit>days|weeks|months|years|decades|centuries|hours|"
        r"minutes|decade|century)|(?P<hang2>the past|this past|the "
        r"last|the next|the coming) (?P<unit2>year|month|week|quarter|"
        r"day|hour))",
        "Exports doubled over [the past decade].",
        "P10Y",
        REF,
    ),
    Rule(
        "duration.half-year",
        "DURATION",
        "duration",
        r"(?P<n>half an?|a half)[ -](?P<unit>year|day|hour|decade|century|century|month)",
        "The mandate was prolonged by [half a year].",
        "P6M",
    ),
    Rule(
        "duration.fraction",
        "DURATION",
        "fraction",
        r"(?:{about_} )?(?:(?P<frac>a quarter|quarter|three quarters|"
        r"three-quarters|a third|two thirds|two-thirds) (?:of )?(?:an?|"
        r"the) |(?P<frac2>half a |half-))(?P<unit>century|year|decade|"
        r"hour)",
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
        fixed={"half": True},
    ),
    Rule(
        "duration.whole",
        "DURATION",
        "duration",
        r"(?:the |an? )?(?P<n>whole|entire|full) {unit}",
        "It took [an entire week].",
        "P1W",
    ),
    Rule(
        "duration.number",
        "DURATION",
        "duration",
        r"(?:{about_} )?(?P<the>the (?:first |entire |whole |full )?)?{n}[ -](?:more )?"
        + SPELL
        + r"{unit}'?(?:[ -](?:and[ -]a[ -]half|long|old))?(?:,? (?:and )?(?!an? ){n2} {unit2})?",
        "After [seven days] of arrest, he was released.",
        "P7D",
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
        r"(?P<unit>day|week|month|year|decade|century|hour|minute)s?[ -]?long",
        "The [month-long] strike was over.",
        "P1M",
    ),
)
