"""What the words around an expression say: which way the verb points, and where it stands."""

from __future__ import annotations

import re

from tui.dates.fold import Sentences
from tui.dates.parts import Parts

_PREPOSITION = re.compile(
    r"\b(as of|as from|no later than|ahead of|late in|early in|by|"
    r"until|till|since|in|on|from|before|"
    r"after|during|of|between|to|for|through|throughout|within|over|at|following|than|and|or)"
    r"(?: the)? ?$"
)
_ADVERB = r"(?: not)?(?: \w{2,9}ly| also| still| now| first)?"
_FUTURE = (
    rf"(?:will|shall|won't|would|'ll)(?: not)?{_ADVERB}(?: be| have)?(?: "
    rf"\w{{2,15}}ly)?(?: \w{{2,15}})?",
    rf"(?:is|are|was|were|been|being|be){_ADVERB} (?:expected|scheduled|due|planned|set|slated|"
    r"supposed|likely|to|about|going|ready|poised)(?: to)?(?: be| have)?(?: \w{2,15})?",
    r"(?:scheduled|due|planned|slated|plans?|planning|intends?|hopes?|expects?|aims?|wants?|set|"
    r"promise[sd]?|agreed|vow(?:s|ed)?|pledge[sd]?)(?: to| for)(?: \w{2,15})?",
    r"(?:(?:has|have|had|was|were)(?: been)? )?(?:postponed|rescheduled|delayed|adjourned|moved|"
    r"put off|brought forward)(?: to| until| till)",
    r"upcoming|forthcoming|ahead of|no later than|until|till|expires?|deadline|to be(?: \w{2,15})?",
    r"can|could|may|might|must|should|begins|starts|opens|ends|takes (?:effect|place)|convenes|"
    r"resumes|(?:comes|enters) into force",
)
_IRREGULAR = (
    "said|told|met|came|went|took|made|held|won|lost|began|broke|rose|fell|saw|led|left|sent|spent|"
    "fought|became|got|gave|ran|flew|drove|grew|knew|hit|cut|shut|struck|sank|wrote|spoke|stood|"
    "sold|bought|brought|thought|found|felt|kept|built|put|withdrew|drew|overthrew|threw|swore|"
    "shot|laid|paid|chose|rode|sought|taught|caught|shrank|slid|swung|bore|undertook|did|quit|"
    "dealt|meant|arose"
)
_PAST = (
    r"(?:had|has|have|was|were|been)(?: not)?(?: been)?(?: \w{2,12}ly)?(?: \w{2,14}(?:ed|en|wn))?",
    _IRREGULAR,
    # an adjective ("a planned talk", "long-awaited") is no verb
    r"(?<![-])(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bof )\w{2,15}ed",
    r"since|ago",
)
_VERB = re.compile(
    rf"\b(?:(?P<future>{'|'.join(_FUTURE)})|(?P<past>{'|'.join(_PAST)})"
    r"|(?P<present>is|are|says?|remains?|recalls?))\b"
)
_AFTER = re.compile(r"\bafter \w{3,12}ing ?$")
_REACH = 240
"""How many characters to either side are looked at."""

_COUNTRIES = re.compile(
    r"belarus|ukrain|poland|polish|lithuania|latvia|estonia|moldova|georgia|finland|finnish|"
    r"americ|united states|u\.s\b"
)


def cues(folded: str, sentences: Sentences, start: int, end: int, parts: Parts) -> Parts:
    """The sentence's number, the preposition, the tense; whether it opens a sentence or title."""
    first, last = sentences.span(start)
    before = folded[max(first, start - _REACH) : start]
    found: Parts = {"sentence": sentences.number(start)}
    preposition = _PREPOSITION.search(before)
    if preposition:
        found["prep"] = preposition[1]
    if start - first <= 14:
        found["opens"] = True
    if _is_title(folded[first:last]):
        found["title"] = True
    if preposition is None and _AFTER.search(before):
        found["prep"] = "after"
    if not _is_absolute(parts):
        found["tense"] = _tense(before, folded[end : min(last, end + _REACH)])
    if parts.get("feast") == "independence day":
        country = _COUNTRIES.search(before) or _COUNTRIES.search(folded, end, last)
        if country:
            found["country"] = country[0]
    return found


def _is_title(sentence: str) -> bool:
    """A short line without a full stop."""
    line = sentence.rstrip()
    return len(line) <= 90 and line[-1:] not in (".", "!", "?", '"') and sentence[-1:] in ("\n", "")


def _is_absolute(parts: Parts) -> bool:
    return parts["kind"] in ("ref", "every", "adverb", "fraction") or "y" in parts


def _tense(before: str, after: str) -> str:
    """The last verb before the expression, else the first behind it."""
    tense = ""
    for verb in _VERB.finditer(before):
        tense = str(verb.lastgroup)
    if tense in ("", "present"):
        for verb in _VERB.finditer(after):
            if verb.lastgroup != "present":
                return str(verb.lastgroup)
    return tense
