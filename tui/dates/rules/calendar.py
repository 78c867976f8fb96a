"""Rules for dates of the calendar: whole, partial, numeric, and ranges of them."""

from __future__ import annotations

from tui.dates.rule import Rule

REF = "2016-04-22"
WEEKDAY = r"(?:(?:{weekday}),? (?:the )?)?"
DASH = r" ?(?:-|—|/| to | till | until | through ) ?"
CLOCK = r",?(?: at|,|;|t| -)? ?{hour}[:.]{minute}(?::{second})?(?: ?{meridiem})?(?: ?\(?{zone}\)?)?"

RULES = (
    Rule(
        "date.iso",
        "DATE",
        "date",
        r"{year}(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])",
        "The file is dated [2018-11-30].",
        "2018-11-30",
    ),
    Rule(
        "time.iso",
        "TIME",
        "date",
        r"{year}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])[t ]"
        r"{hour}:{minute}(?::{second}(?:\.\d{1,6})?)?{zone}?",
        "Posted [2018-11-30T18:26].",
        "2018-11-30T18:26",
    ),
    Rule(
        "date.numeric",
        "DATE",
        "numeric",
        r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})",
        "The law came into force on [01.07.2014].",
        "2014-07-01",
    ),
    Rule(
        "date.numeric-short-year",
        "DATE",
        "numeric",
        r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{2})(?![\d/]|\.\d)",
        "The note bears the date [25.03.17].",
        "2017-03-25",
    ),
    Rule(
        "date.day-month-year",
        "DATE",
        "date",
        WEEKDAY + r"(?:the )?{day}(?: of)? {month},?(?: of)? {year}",
        "On [14 March 2014], the opposition called for a boycott.",
        "2014-03-14",
    ),
    Rule(
        "date.month-day-year",
        "DATE",
        "date",
        WEEKDAY + r"{month} ?(?:the )?{day},? ?(?:of )?{year}",
        "The decree was signed on [February 21, 2016].",
        "2016-02-21",
    ),
    Rule(
        "date.day-month-that-year",
        "DATE",
        "date-that-year",
        r"(?:(?:the )?{day}(?: of)? {month}|{month2} {day2}),? (?:of "
        r")?(?:the )?(?P<rel>that|the same|same|this|last|next|the "
        r"following|following|the previous|previous) year",
        "He was elected in 1994. On [10 July of that year] he took office.",
        "1994-07-10",
        REF,
    ),
    Rule(
        "date.month-day",
        "DATE",
        "date",
        WEEKDAY + r"{month} (?:the )?{day}",
        "He met the chairman on [February 21st].",
        "2016-02-21",
        REF,
    ),
    Rule(
        "date.day-month",
        "DATE",
        "date",
        WEEKDAY + r"(?:the )?{day}(?: of)? {month}",
        "The board met on [29 February] and raised the rate.",
        "2016-02-29",
        REF,
    ),
    Rule(
        "date.day-of-month",
        "DATE",
        "day-only",
        r"(?:{weekday},? )?the (?P<day>3[01](?:st|th)|[12]?\d(?:st|nd|rd|th))",
        "Talks opened on 12 May 2015 and ended on [the 14th].",
        "2015-05-14",
        REF,
    ),
    Rule(
        "date.month-year",
        "DATE",
        "date",
        r"{month},? ?(?:of |in )?(?:the year )?{year}",
        "She said so in [December 2012].",
        "2012-12",
        mod=True,
    ),
    Rule(
        "date.month-short-year",
        "DATE",
        "date",
        r"{month},? '(?P<yy>\d\d)",
        "She said so in [December '12].",
        "2012-12",
        mod=True,
    ),
    Rule(
        "date.month-that-year",
        "DATE",
        "date-that-year",
        r"{month2} (?:of )?(?:the )?(?P<rel>that|the same|same|this|"
        r"last|next|the following|following|the previous|previous) "
        r"year",
        "He was elected in 1994. In [August of that year] he travelled.",
        "1994-08",
        REF,
        mod=True,
    ),
    Rule(
        "date.month",
        "DATE",
        "date",
        r"(?:the month of )?{month}",
        "In [March], the regulator devalued the rouble.",
        "2016-03",
        REF,
        mod=True,
    ),
    Rule(
        "date.year",
        "DATE",
        "date",
        r"(?:the year )?{year}",
        "Lukashenko has ruled the country since [1994].",
        "1994",
        mod=True,
    ),
    Rule(
        "date.fiscal-year",
        "DATE",
        "date",
        r"(?:the )?(?:fiscal|financial)(?: year)? {year}|fy ?(?P<year2>20\d\d)",
        "The deficit of [fiscal 2013] was high.",
        "2013",
        mod=True,
    ),
    Rule(
        "date.short-year",
        "DATE",
        "date",
        r"'(?P<yy>\d\d)(?!s)",
        "Prices were the lowest since ['82].",
        "1982",
    ),
    Rule(
        "date.year-era",
        "DATE",
        "era",
        r"(?:ad (?P<y>\d{1,4})|(?P<y2>\d{1,4}) ?(?P<era>b\.c\.e\.|"
        r"b\.c\.|bce|bc|a\.d\.|ad|ce)(?!\w))",
        "The city fell in [146 BC].",
        "BC0146",
        mod=True,
    ),
    Rule(
        "date.decade",
        "DATE",
        "decade",
        r"(?:the )?(?:(?:early|mid|late|middle)(?:[ -]|-to-late )?)?(?P<decade>1\d\d0|"
        r"20\d0|'\d0)'?s|the (?:(?:early|mid|late|middle)(?:[ -]|"
        r"-to-late ))?(?P<decade2>[2-9]0)'?s",
        "The party was founded in [the 1990s].",
        "199X",
        mod=True,
    ),
    Rule(
        "date.decade-in-words",
        "DATE",
        "decade",
        r"(?:the )?(?:(?:early|mid|late)[ -])?(?P<decade>twenties|"
        r"thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        "A generation shaped by [the nineties].",
        "199X",
        mod=True,
    ),
    Rule(
        "date.century",
        "DATE",
        "century",
        r"(?:the )?(?:(?:early|mid|late)[ -])?{ordinal}[ -]centur(?:y|"
        r"ies)(?: (?P<era>bce|bc|b\.c\.))?",
        "Borders drawn in [the 20th century].",
        "19XX",
        mod=True,
    ),
)

RANGES = (
    Rule(
        "range.days-of-month",
        "DATE",
        "days",
        r"(?:the )?{day}" + DASH + r"(?:the )?{day2}(?: of)? {month}(?:,? {year}" + ")?",
        "The exercises took place on [14-20 September 2017].",
        "2017-09-14/2017-09-20",
    ),
    Rule(
        "range.days-between",
        "DATE",
        "days",
        r"(?<=between\s)(?:the )?{day} and (?:the )?{day2}(?: of)? {month}(?:,? {year}" + ")?",
        "It took place between [3 and 7 June 2015].",
        "2015-06-03/2015-06-07",
    ),
    Rule(
        "range.days-sharing-a-year",
        "DATE",
        "days",
        r"(?:(?:the )?{day}(?: of)? {month} to (?:the )?{day2}(?: of)? {month2},? {year2}|"
        r"{month3} {day3} to {month4} {day4},? {year4})",
        "The fair was open from [29 June to 2 July 2015].",
        "2015-06-29/2015-07-02",
    ),
    Rule(
        "range.months-sharing-a-year",
        "DATE",
        "months",
        r"{month} (?:to|through) {month2},? {year2}",
        "Trade fell from [January to August 2017].",
        "2017-01/2017-08",
    ),
    Rule(
        "range.month-days",
        "DATE",
        "days",
        r"{month} {day}(?: ?(?:-|—|/) ?| (?:to|till|until|through) ){day2}(?:,? {year})?",
        "He visited Beijing on [July 3-5].",
        "2015-07-03/2015-07-05",
        REF,
    ),
    Rule(
        "range.day-month-day-month",
        "DATE",
        "days",
        r"(?:the )?{day}(?: of)? {month}(?:,? {year})? ?(?:-|—) ?(?:the "
        r")?{day2}(?: of)? {month2}(?:,? {year2}" + ")?",
        "The exhibition ran [20 July-5 August 2018].",
        "2018-07-20/2018-08-05",
    ),
    Rule(
        "range.month-day-month-day",
        "DATE",
        "days",
        r"{month} {day}(?:,? {year})? ?(?:-|—) ?{month2} {day2}(?:,? {year2})?",
        "The delegation stayed [December 28th - January 3rd].",
        "2015-12-28/2016-01-03",
        REF,
    ),
    Rule(
        "range.months",
        "DATE",
        "months",
        r"{month}(?: {year})? ?(?:-|—|/) ?{month2}(?:,? {year2})?",
        "Exports shrank in [January-June 2016].",
        "2016-01/2016-06",
        mod=True,
    ),
    Rule(
        "range.years",
        "DATE",
        "years",
        r"(?:the years )?{year}(?: ?[-—] ?|/)(?P<year2>(?:1\d|20)\d\d|\d\d)(?![-.\d/])",
        "The currency lost a third of its value ([2008-2009]).",
        "2008/2009",
    ),
    Rule(
        "range.years-era",
        "DATE",
        "years",
        r"(?P<y>\d{1,4}) ?[-—] ?(?P<y2>\d{1,4}) ?(?P<era>b\.c\.e\.|b\.c\.|bce|bc)(?!\w)",
        "The revolt of [499-493 BC] failed.",
        "BC0499/BC0493",
    ),
    Rule(
        "range.numeric",
        "DATE",
        "numeric-range",
        r"(?P<a>\d{1,2})(?:\.(?P<b>\d{1,2}))?(?:\.(?P<y>\d{4}))? "
        r"?[-—] ?(?P<a2>\d{1,2})\.(?P<b2>\d{1,2})\.(?P<y2>\d{4})",
        "The term ran [01.03-15.04.2017].",
        "2017-03-01/2017-04-15",
    ),
    Rule(
        "range.weekdays",
        "DATE",
        "weekdays",
        r"{weekday} ?(?:-|—|through|to) ?{weekday2}",
        "The shops are shut [Friday-Sunday].",
        "2016-04-22/2016-04-24",
        REF,
    ),
)
