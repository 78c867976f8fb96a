"""Rules for quarters, halves, seasons, weekdays and feasts."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"
OF_YEAR = r",?(?: of| in)?(?: the)? ?(?:(?:fiscal|financial)(?: year)? )?{year}"
THAT_YEAR = (
    r",? (?:of |in )?(?:the )?(?P<rel>this|that|last|next|same|previous|"
    r"following|current)? ?(?:fiscal |financial )?year"
)

RULES = (
    Rule(
        "period.quarter-year",
        "DATE",
        "part-of-year",
        r"(?:the )?(?:(?:{ordinal}|(?P<latter>latter|former|last|"
        r"final))[ -](?P<what>quarter|half)|(?P<code>[qh][1-4]|[1-4]q))" + OF_YEAR,
        "Real wages grew in [Q1 2021].",
        "2021-Q1",
        mod=True,
    ),
    Rule(
        "period.quarter-that-year",
        "DATE",
        "part-of-year",
        r"(?:the )?(?:(?:{ordinal}|(?P<latter>latter|former|last|"
        r"final))[ -](?P<what>quarter|half)|(?P<code>[qh][1-4]))" + THAT_YEAR,
        "The loan comes in [the second half of the year].",
        "2016-H2",
        REF,
        fixed={"whole-year": True},
        mod=True,
    ),
    Rule(
        "period.quarter",
        "DATE",
        "part-of-year",
        r"(?:(?P<rel>the|this year's|last year's|next year's|its|"
        r"their|a|fiscal|year-ago) )?(?:(?:fiscal|financial) )?(?:{ordinal}[ -](?P<what>quarter)"
        r"|(?P<code>q[1-4]))",
        "Lending contracted in [the third quarter].",
        "2015-Q3",
        REF,
        mod=True,
    ),
    Rule(
        "period.season-year",
        "DATE",
        "season",
        r"(?:the )?{season},?(?: of| in)?(?: the year)? (?P<y>(?:1\d|"
        r"20)\d\d)(?:[-/](?P<y2>(?:1\d|20)?\d\d))?(?!\d)",
        "Devaluation began in [spring 2011].",
        "2011-SP",
        mod=True,
    ),
    Rule(
        "period.season-that-year",
        "DATE",
        "season",
        r"(?:the )?{season}(?: of)? (?:the )?(?P<rel>this|that|last|"
        r"next|same|previous|following) year",
        "He was elected in 1994. In [the autumn of that year] prices rose.",
        "1994-FA",
        REF,
        mod=True,
    ),
    Rule(
        "period.season",
        "DATE",
        "season",
        r"{season}",
        "The price rose again in [autumn].",
        "2015-FA",
        REF,
        mod=True,
    ),
    Rule(
        "period.weekday",
        "DATE",
        "weekday",
        r"{weekday}(?: (?P<rel2>last|next))?",
        "The foreign minister arrived in Riga on [Tuesday].",
        "2016-04-19",
        REF,
        mod=True,
    ),
    Rule(
        "period.weekday-week",
        "DATE",
        "weekday",
        r"{weekday} (?:of )?(?P<week>this|last|next) week|(?P<week2>this|"
        r"last|next) week'?s? (?:on )?(?P<weekday2>monday|tuesday|"
        r"wednesday|thursday|friday|saturday|sunday)",
        "Six people were held on [Friday last week].",
        "2016-04-15",
        REF,
    ),
    Rule(
        "period.weekday-part",
        "TIME",
        "weekday",
        r"(?:(?P<rel>last|next|this|that|the following|the previous) "
        r")?{weekday}(?:'s)? (?:in the )?(?:(?:early|late|mid)[ -])?{daypart}|"
        r"(?:the )?(?P<daypart2>morning|afternoon|evening|night) "
        r"of {weekday2}",
        "Crowds gathered on [Sunday evening].",
        "2016-04-17TEV",
        REF,
        mod=True,
    ),
    Rule(
        "period.feast",
        "DATE",
        "feast",
        r"{feast}(?:,? (?:of |in )?{year})?(?: (?P<rel>this|last|next) year)?",
        "Troops paraded on [Victory Day] in the rain.",
        "2015-05-09",
        REF,
    ),
    Rule(
        "period.feast-part",
        "TIME",
        "feast",
        r"(?P<feast>christmas|christmas eve|new year's eve|christmas day|easter) {daypart}",
        "They crossed the river on [Christmas night].",
        "2015-12-25TNI",
        REF,
    ),
)
