"""Where an expression may begin: one pass over the text, before any rule is tried.

Every expression holds a *telling* word (a month, a unit, a year, "yesterday"), and before it only
words that may open one ("the", "early", "two"). A rule with a new word needs it here too; the test
of the rule table notices where it is missing.
"""

from __future__ import annotations

import re
from functools import cache

from tui.dates import words
from tui.dates.rule import MACROS, widen

OPENERS = """
the a an this that these those last next past previous following preceding coming upcoming same
current each every once twice times per other early earlier late later mid middle beginning start
end close turn rest remainder outset height latter former final opening closing initial immediate
ensuing subsequent prior intervening of in on so far very too at least most about around
approximately roughly nearly almost over under more less fewer than up to till until through no
not just well some estimated little as long short within several few quite many couple dozen dozens
pair half quarter quarters third thirds score hundred hundreds thousand thousands handful number
single multiple numerous countless various and whole entire full fiscal financial calendar school
academic consecutive successive straight additional extra further trading working business
month months year years days weeks part recent recently near foreseeable distant
present modern right being semi bi ad fy st. hers his her its their our
"""
TELLING = """
today yesterday tomorrow tonight overnight noon midday midnight o'clock now nowadays currently
presently present moment time times date recent recently lately past ago while future term
weekdays twenties thirties forties fifties sixties seventies eighties nineties hourly daily nightly
weekly fortnightly biweekly monthly quarterly annually annual yearly biannual biennial
"""
NUMBERS = (
    r"1\d{3}s?|20\d\ds?|'\d\ds?|[2-9]0s",  # years and decades
    r"\d{1,2}[./:]\d\d?(?: ?[ap]\.?m| ?hrs)?|\d{1,2}-\d\d?-\d{4}",  # numeric dates, times
    r"[012]\d{3} ?(?:h|utc|gmt)|\d{1,2} ?(?:[ap]\.?m|o'clock)",
    r"\d{1,4} ?(?:bce?|b\.c|a\.d|ad)\b|\d{1,2}(?:st|nd|rd|th)|q[1-4]|h[12]|[1-4]q",
)


@cache
def gate() -> re.Pattern[str]:
    """The pattern of the pass, compiled when first needed: the desk resolves without it."""
    opening = [words.alternatives([*OPENERS.split(), *words.ONES, *words.TENS])]
    opening += [MACROS["ordinal"], MACROS["weekday"], r"\d{1,4}(?:st|nd|rd|th)?(?:\.\d)?"]
    telling = [words.alternatives(TELLING.split()), *NUMBERS]
    telling += [rf"(?:{MACROS['weekday']})s?", r"(?:year|month|week)'s?[ -]end"]
    telling += [r"(?:hour|day|week|month|year|decade)long", r"(?:million|billion) years"]
    telling += [
        MACROS[name] for name in ("month", "cyrillic", "season", "daypart", "feast", "unit")
    ]
    opens, tells = "|".join(opening), "|".join(telling)
    pattern = rf"(?<![\w.])(?:(?:{opens})[ ,—/-]{{1,3}}){{0,6}}?(?:{tells})(?!\w)"
    return re.compile(widen(pattern))
