"""Finding temporal expressions: where they are, by which rule, and their parts as plain JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.dates import words
from tui.dates.classify import accept
from tui.dates.compose import compose
from tui.dates.cues import cues
from tui.dates.fold import Sentences, fold
from tui.dates.parts import parts_of
from tui.dates.rule import MACROS, Rule
from tui.dates.rules import TABLE
from tui.model import Expression, Section

# Words that can stand before the telling word of an expression.
_OPENERS = (
    r"the|an?|this|that|these|those|last|next|past|previous|following|coming|upcoming|same|current|"
    r"each|every|once|twice|times|per|other|early|earlier|late|later|mid|middle|beginning|start|"
    r"end|close|turn|rest|remainder|first|second|latter|final|opening|closing|of|in|on|so|far|very|"
    r"at|least|most|about|around|approximately|roughly|nearly|almost|over|under|more|less|fewer|"
    r"than|up|to|no|just|only|well|exactly|some|estimated|little|not|as|long|within|several|few|"
    r"quite|many|couple|dozens?|pair|half|quarters?|thirds?|score|hundreds?|thousands?|and|whole|"
    r"entire|full|fiscal|financial|calendar|recent|these|his|her|its|their|our|month|years?|too|"
    r"distant|near|recently|foreseeable|immediate|initial|preceding|subsequent|ensuing|prior|"
    r"present|formerly|latter|former|whole|the|right|being|semi|bi|ad|till|until|through|modern|year|number|handful|short|st\.|"
    r"consecutive|successive|straight|single|long|additional|extra|further|trading|working|"
    r"business|most|very|any|old|height|outset|part|days|weeks|months|fy|"
    rf"{words.alternatives([*words.ONES, *words.TENS])}|\d{{1,4}}(?:st|nd|rd|th)?(?:\.\d)?|"
    rf"(?:{MACROS['ordinal']})|(?:{MACROS['weekday']})"
)
# Words without which there is no expression.
_CORES = (
    rf"{MACROS['month']}|{MACROS['cyrillic']}|(?:{MACROS['weekday']})s?|weekdays|{MACROS['season']}|{MACROS['daypart']}|"
    rf"{MACROS['feast']}|{MACROS['unit']}|1\d{{3}}s?|20\d\ds?|'\d\ds?|[2-9]0s|(?:year|month|week)'s?[ -]end|"
    r"\d{1,2}[./:]\d\d?(?: ?[ap]\.?m| ?hrs)?|\d{1,2}-\d\d?-\d{4}|[012]\d{3} ?(?:h|utc|gmt)|\d{1,2} ?(?:[ap]\.?m|o'clock)|"
    r"(?:\d{1,4} ?)(?:bce?|b\.c|a\.d|ad)\b|\d{1,2}(?:st|nd|rd|th)|q[1-4]|h[12]|[1-4]q|"
    r"o'clock|today|yesterday|tomorrow|tonight|overnight|noon|midday|midnight|now|nowadays|"
    r"currently|presently|recent|present|moment|time|date|recently|lately|formerly|past|ago|while|future|"
    r"term|soon|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|"
    r"hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|annually|annual|yearly|"
    r"biannual|biennial|times|(?:hour|day|week|month|year|decade)long|million years|billion years"
)


@cache
def _gate() -> re.Pattern[str]:
    """Where an expression may begin: openers, then a telling word; compiled when first needed."""
    return re.compile(rf"(?<![\w.])(?:(?:{_OPENERS})[ ,—/-]{{1,3}}){{0,6}}?(?:{_CORES})(?!\w)")


_WORD = re.compile(r"(?<!\w)[\w']")


def recognise(text: str, sections: Sequence[Section] = ()) -> list[Expression]:
    """All temporal expressions of a text, in order and without overlaps.

    What is found does not depend on any reference date. ``sections`` only keep an expression from
    reaching over a border. The parts of each are plain JSON: what the words say, and the cues
    around them (``tense``, ``sentence``) that :func:`tui.dates.resolve` weighs.
    """
    folded = fold(text)
    borders = [section.start for section in sections]
    found = [
        (rule, match, parts_of(rule, match))
        for rule, match in _matches(text, folded)
        if not any(match.start() < border < match.end() for border in borders)
    ]
    joined = compose(folded, found)
    sentences = Sentences(text, folded)
    return [
        Expression(
            item.start,
            item.end,
            text[item.start : item.end],
            item.type,
            item.rule,
            {**item.parts, **cues(folded, sentences, item.start, item.end, item.parts)},
        )
        for item in joined
    ]


def _matches(text: str, folded: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    at = 0
    search = _gate().search
    while gate := search(folded, at):
        for word in _WORD.finditer(folded, gate.start(), gate.end()):
            best = _longest(text, folded, word.start())
            if best:
                yield best
                at = best[1].end()
                break
        else:
            at = gate.end()


def _longest(text: str, folded: str, at: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in TABLE:
        match = rule.regex.match(folded, at)
        if (
            match
            and match.end() > at
            and (best is None or match.end() > best[1].end())
            and accept(rule, match, text, folded)
        ):
            best = rule, match
    return best
