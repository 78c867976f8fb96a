"""Rules for what hangs on another date: today, last week, two days later, the same day."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"
ANAPHORIC = (
    r"same|previous|following|preceding|subsequent|next|that|this|that "
    r"same|this same|very same|very next|ensuing|prior|intervening"
)

RULES = (
    Rule(
        "relative.day",
        "DATE",
        "day",
        r"(?:the )?(?P<word>day before yesterday|day after tomorrow|today|yesterday|tomorrow)",
        "The ambassador was summoned [yesterday].",
        "2016-04-21",
        REF,
        mod=True,
    ),
    Rule(
        "relative.day-part",
        "TIME",
        "day",
        r"(?P<word>today|yesterday|tomorrow)(?: in the|'s)? {daypart}",
        "The plane landed [yesterday evening].",
        "2016-04-21TEV",
        REF,
        mod=True,
    ),
    Rule(
        "relative.night",
        "TIME",
        "day",
        r"(?P<word>tonight|last night|overnight|last evening)",
        "Police raided the flat [last night].",
        "2016-04-21TNI",
        REF,
        mod=True,
    ),
    Rule(
        "relative.this-part-of-day",
        "TIME",
        "this-part",
        r"(?P<rel>this|that|the same|the next|the following|the previous|"
        r"that same|next|same) (?:very )?{daypart}|the {daypart2} "
        r"(?P<rel2>before|after)(?= ?[,.;:)]|$)",
        "The plane landed [this morning].",
        "2016-04-22TMO",
        REF,
        mod=True,
    ),
    Rule(
        "relative.unit",
        "DATE",
        "unit",
        r"(?:(?P<rel>this|last|next|this past|this coming)|the (?P<rel2>last|"
        r"current|coming|upcoming)) (?:(?:calendar|financial|fiscal|"
        r"school|academic|whole|entire|full|very) )?(?P<unit>day|"
        r"week|weekend|month|quarter|year|decade|century)",
        "The rouble lost 5% [last week].",
        "2016-W15",
        REF,
        mod=True,
    ),
    Rule(
        "relative.unit-in-text",
        "DATE",
        "unit",
        rf"(?P<the>the |later |earlier )?(?P<rel>{ANAPHORIC}) (?:(?:calendar|"
        rf"financial|fiscal|whole|entire|full|very) )?(?P<unit>day|"
        rf"week|weekend|month|quarter|year|decade|century)",
        "Police detained him on 22 September 2017. On [the same day], another was freed.",
        "2017-09-22",
        REF,
        mod=True,
    ),
    Rule(
        "relative.unit-after",
        "DATE",
        "unit",
        r"(?P<the>the )(?P<unit>day|week|month|year) (?P<rel>before|"
        r"after|following)(?! (?:his|her|its|their|the|this|that|"
        r"these|those|a|an|he|she|it|they|we|i)\b)",
        "They flew in on 31 May 2012. [The day before], the ban had been widened.",
        "2012-05-30",
        REF,
    ),
    Rule(
        "relative.the-unit",
        "DATE",
        "unit",
        r"(?P<mod2>(?:the )?(?:early|late|later|earlier|middle|beginning|"
        r"start|end|close|turn|rest|remainder)(?: in| of)|(?:so far|"
        r"later|earlier|late|early)(?: in)?) (?P<rel>the) (?P<unit>day|"
        r"week|weekend|month|quarter|year|decade|century)",
        "The commission reports at [the end of the year].",
        "2016",
        REF,
    ),
    Rule(
        "relative.bare-unit",
        "DATE",
        "unit",
        r"(?P<rel>the) (?:(?:fiscal|financial) )?(?P<unit>weekend|day|week|month|quarter|year)",
        "They met during [the weekend].",
        "2016-W15-WE",
        REF,
    ),
    Rule(
        "relative.year-end",
        "DATE",
        "unit",
        r"(?:the )?(?P<unit>year|month|week)(?:'s |-| )end",
        "The commission reports by [year's end].",
        "2016",
        REF,
    ),
    Rule(
        "relative.same-unit-last-year",
        "DATE",
        "same-last-year",
        r"(?:the |that )?same (?P<unit>week|month|quarter|day) (?:of "
        r")?(?P<rel>last|the previous) year",
        "Sales fell against [the same quarter last year].",
        "2015-Q2",
        REF,
    ),
    Rule(
        "relative.week-of",
        "DATE",
        "shift-date",
        r"the (?P<unit>week|weekend) (?P<dir>of) (?:(?:the )?{day} "
        r"{month}|{month2} {day2})(?:,? {year})?",
        "The envoys came in [the week of March 14].",
        "2016-W11",
        REF,
        fixed={"n": 0.0},
    ),
    Rule(
        "relative.month",
        "DATE",
        "named",
        r"(?:the )?(?P<rel>this|last|next|past|this past|this coming|"
        r"coming|following|previous|the same) {month}",
        "The index was not so high since [last September].",
        "2015-09",
        REF,
        mod=True,
    ),
    Rule(
        "relative.season",
        "DATE",
        "named",
        r"(?:the )?(?P<rel>this|last|next|past|this past|this coming|"
        r"coming|following|previous|same|that|the) {season}",
        "The amnesty was announced [last summer].",
        "2015-SU",
        REF,
        mod=True,
    ),
    Rule(
        "relative.weekday",
        "DATE",
        "named",
        r"(?:the )?(?P<rel>this|last|next|past|this past|this coming|"
        r"coming|following|previous) {weekday}",
        "Police detained six people [last Friday].",
        "2016-04-15",
        REF,
        mod=True,
    ),
    Rule(
        "relative.ago",
        "DATE",
        "shift",
        r"(?:{about_} )?{n} (?:(?:calendar|full|short|long|whole) "
        r")?{unit} (?P<dir>ago|back)(?: (?P<day_word>today|yesterday))?",
        "The party lost its licence [three years ago].",
        "2013",
        REF,
    ),
    Rule(
        "relative.year-ago",
        "DATE",
        "shift",
        r"(?:the |a )?(?P<unit>year|month|week)-(?P<dir>ago|earlier)",
        "Profit fell from [the year-ago] level.",
        "2015",
        REF,
        fixed={"n": 1.0},
    ),
    Rule(
        "relative.units-ago",
        "DATE",
        "shift",
        r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|"
        r"decades|centuries) (?P<dir>ago|earlier|later)",
        "The party was founded [decades ago].",
        "PAST_REF",
        REF,
    ),
    Rule(
        "relative.later",
        "DATE",
        "shift",
        r"(?:{about_} )?{n} (?:(?:full|short|long|whole|more) )?{unit} "
        r"(?:(?P<dir>later|earlier|afterwards?|beforehand|previously|"
        r"thereafter)|(?P<dir2>before|after)(?= ?[,.;:)]|$))",
        "Sanctions were imposed on 27 February 2012. [Two days later] the envoys left.",
        "2012-02-29",
        REF,
    ),
    Rule(
        "relative.from-now",
        "DATE",
        "shift",
        r"(?:{about_} )?{n} {unit} (?P<dir>from now|from today|hence|ahead)",
        "The ban ends [two months from now].",
        "2016-06",
        REF,
    ),
    Rule(
        "relative.before-date",
        "DATE",
        "shift-date",
        r"(?:{about_} )?(?:{n}|the) (?P<unit>days?|weeks?|months?|"
        r"years?) (?P<dir>before|after|prior to) (?:(?:the )?{day} "
        r"{month}(?:,? {year})?|{month2} {day2}(?:,? {year2})?)",
        "The ban ends [two days after May 3, 2014].",
        "2014-05-05",
    ),
)
