"""Rules for times of day, alone or joined to a date."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"

RULES = (
    Rule(
        "time.clock",
        "TIME",
        "clock",
        r"{hour}(?::|\.){minute}(?::{second})? ?{meridiem}(?: ?\(?(?:{zone}|"
        r"local time|[a-z]{3,10} time)(?: ?[+-]\d{1,2})?\)?)?|{hour2}:{minute2}(?::{second2})"
        r"?(?: ?hours| ?hrs)?(?: \(?{zone2}(?: ?[+-]\d{1,2})?\)?)?",
        "The bus left at [9.30 a.m.] on the dot.",
        "2016-04-22T09:30",
        REF,
    ),
    Rule(
        "time.hour",
        "TIME",
        "clock",
        r"{hour} ?{meridiem}(?: (?:{zone}|local time|[a-z]{3,10} time))?",
        "The bus left at [6 p.m.] on the dot.",
        "2016-04-22T18:00",
        REF,
    ),
    Rule(
        "time.oclock",
        "TIME",
        "clock",
        r"(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|"
        r"eleven|twelve|\d{1,2}) o'clock(?: in the {daypart})?",
        "It ended at [six o'clock in the evening].",
        "2016-04-22T18:00",
        REF,
    ),
    Rule(
        "time.military",
        "TIME",
        "clock",
        r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:(?P<h>hours|hrs|h)|{zone})",
        "The banks acted at [0800 UTC].",
        "2016-04-22T08:00Z",
        REF,
    ),
    Rule(
        "time.noon",
        "TIME",
        "clock",
        r"(?P<word>noon|midday|midnight)",
        "The ultimatum ran out at [noon].",
        "2016-04-22T12:00",
        REF,
    ),
    Rule(
        "time.part-of-day",
        "TIME",
        "part",
        r"(?:the )?(?:(?:early|late|mid)[ -])?{daypart}(?: hours(?= of| on))?",
        "They marched in [the evening].",
        "2016-04-22TEV",
        REF,
        mod=True,
    ),
)
