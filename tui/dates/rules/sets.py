"""Rules for what repeats."""

from __future__ import annotations

from tui.dates.rule import Rule

RULES = (
    Rule(
        "set.every",
        "SET",
        "every",
        r"(?P<q>each|every|once (?:an?|every|each)|(?:twice|three "
        r"times|four times|several times|\d{1,2} times) (?:an?|every|"
        r"each|per)|per) (?:(?P<other>other|second) )?(?:{n} )?(?:single "
        r")?(?:{unit}|{weekday}|{season}|{month}|{daypart})",
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
        r"(?:(?P<often>twice|semi|bi)[ -]?)?(?P<adverb>hourly|daily|"
        r"nightly|weekly|fortnightly|biweekly|monthly|quarterly|annually|"
        r"annual|yearly|biannual|biennial)",
        "The rate is fixed [monthly].",
        "P1M",
    ),
    Rule(
        "set.weekdays",
        "SET",
        "every",
        r"(?:on )?(?P<weekdays>mondays|tuesdays|wednesdays|thursdays|"
        r"fridays|saturdays|sundays|weekends|weekdays)",
        "The market is open [on Saturdays] only.",
        "XXXX-WXX-6",
    ),
)
