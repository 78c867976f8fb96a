"""Organisations: official names, media, units, quoted names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.acronyms import NOT_ORGS, acronyms, definitions
from tui.language.rules.bodies import HEADS, leads, own_nation
from tui.language.rules.page import NAME, NEVER, POSSESSIVE, Page, Word, cues
from tui.language.wordlists import listed
from tui.model import Mention

BUILDINGS = listed("Hospital Station")
"""Heads of names that are as often a place's; a model that has read the text knows better."""

PLACE_WORDS = listed("Convention Correctional Detention Shopping Space")
"""Before "Center" they say that it is a place."""

UNITS = listed("""
    Army Battalion Brigade Command Corps Division Fleet Guards Regiment Squad Squadron Wing
    """)
"""Military units, whose number belongs to the name: 6th Guards Mechanised Brigade."""

LINKS = frozenset({"of", "for", "on", "to", "against", "in"})

TOPICAL = listed("Commission Committee Court Department Directorate Ministry Service")
"""Heads after which come topics, often several: Ministry of Culture, Sports and Tourism."""

TOPICS = listed("""
    Agriculture Commerce Culture Defence Defense Economy Education Energy Environment Equality
    Finance Health Industry Information Interior Justice Labor Labour Science Security Sport Sports
    Tourism Trade Transport
    """)
"""What ministries are for, whoever else may be called so."""

LEGISLATURES = listed("Assembly Congress Duma Parliament Rada Senate")
"""Heads of which "for" and "to" are no part: elected to the Duma for United Russia."""

MEDIA_NOUNS = (
    r"newspaper|daily|weekly|magazine|news agency|agency|news website|website|web site|portal|"
    r"news portal|channel|TV channel|TV station|broadcaster|outlet|radio station|news site|"
    r"publication|tabloid|online resource|YouTube channel|Telegram channel"
)
GROUP_NOUNS = (
    r"party|movement|association|organisation|organization|union|coalition|bloc|campaign|"
    r"initiative|company|firm|holding|plant|factory|group|foundation|fund|NGO|think tank|centre|"
    r"center|club|bank|concern|corporation|enterprise|operator|battalion|regiment|brigade"
)
UNIT_NOUNS = r"battalion|brigade|regiment|division|militia|squadron"

MOST_WORDS = 16
"""Words of the longest official name, before and after the word that says what it is."""

LED = re.compile(r"-[a-z]+$")
"""The end of NATO-led."""

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")

OFFICIAL, NAMED, CUED, GUESSED = 0.85, 0.9, 0.62, 0.5


def _of(page: Page, index: int) -> int:
    """The index after "of the Proper-Proper Name" and the like that follow ``index``."""
    words = page.words
    place = index
    last = min(len(words), index + MOST_WORDS)
    while place + 1 < last and words[place].line == words[index - 1].line:
        inner = place + 1
        topical = place > index and words[index - 1].text in TOPICAL
        if words[place].text == "," and topical and (end := _listed(page, inner, last)):
            place = end
            continue
        if words[place].text in LINKS or words[place].text in ("and", "&"):
            joined = words[place].text in ("and", "&")
            if words[inner].text == "the":
                if joined:
                    break
                inner += 1
            run = _run(page, inner, last)
            link = words[place].text
            if run == inner or leads(page, words[index - 1].text, words[inner:run]):
                break
            if link in ("for", "to") and words[index - 1].text in LEGISLATURES:
                break
            if link == "in" and (place == index or not _is_country(page, words[inner:run])):
                break
            if joined and not (
                _continues(page, words[inner:run])
                or (topical and run == inner + 1 and _topic(page, words[inner]))
            ):
                break
            place = run
        else:
            break
    return place


def _run(page: Page, start: int, last: int) -> int:
    """The index after the capitalised words from ``start`` on."""
    words = page.words
    end = start
    while end < last and _proper(page, words[end], words[end - 1]):
        text = words[end].text
        somebody = end > start and text in page.lists["first"] and not page.common(text)
        if text in NEVER or (somebody and words[end + 1 : end + 2] and words[end + 1].capital):
            break
        end += 1
    return end


def _listed(page: Page, start: int, last: int) -> int:
    """The index after "Sports" in "Ministry of Culture, Sports and Tourism"; 0 for no such list."""
    words = page.words
    end = start
    while end < last and _topic(page, words[end]):
        end += 1
    more = start < end < last - 1 and words[end].text in ("and", ",")
    return end if more and _topic(page, words[end + 1]) else 0


def _topic(page: Page, word: Word) -> bool:
    """Whether a word may say what a ministry is for."""
    text = word.text
    if text in TOPICS:
        return True
    if not text.istitle() or text in HEADS or text in NEVER or page.registry.exact(text):
        return False
    return page.common(text) or text not in page.lists["first"] | page.lists["towns"]


def _continues(page: Page, words: list[Word]) -> bool:
    """Whether "and" goes on with the same name: Ministry of Labour and Social Protection."""
    ordinary = any(page.common(word.text) for word in words)
    return ordinary and words[0].text not in HEADS and not page.registry.exact(words[0].text)


def _is_country(page: Page, words: list[Word]) -> bool:
    names = page.registry.exact(page.text[words[0].start : words[-1].end])
    return any(name.actor.startswith("country:") for name in names)


def _proper(page: Page, word: Word, before: Word) -> bool:
    gap = page.text[before.end : word.start]
    return word.capital and word.text[0].isalpha() and gap in (" ", "'s ", "' ")


def official_names(page: Page) -> Iterator[Mention]:
    """Capitalised words around the name of an institution: State Security Service of Georgia."""
    words = page.words
    for index in page.capitals:
        word = words[index]
        if word.text not in HEADS or (word.line in page.headlines and word.first):
            continue
        start = _start(page, index)
        end = index + 1
        while (
            end < min(len(words), index + MOST_WORDS)
            and words[end].text in HEADS
            and _proper(page, words[end], words[end - 1])
        ):
            end += 1
        if end < len(words) and words[end].text in HEADS and words[end].line == word.line:
            continue
        after = _of(page, end)
        start = _without_nation(page, words, start, index)
        if start == index and after == end:
            continue
        first, last = words[start].start, words[after - 1].end
        if any(name.label != "ORG" for name in page.registry.exact(page.text[first:last])):
            continue
        if words[end - 2 : end - 1] and words[end - 2].text in PLACE_WORDS:
            continue
        strength = CUED if words[end - 1].text in BUILDINGS else OFFICIAL
        rule = "headline-name" if word.line in page.headlines else "official-name"
        yield page.mention(first, last, "ORG", rule, strength)


def _start(page: Page, head: int) -> int:
    """The index of the first word of the name whose kind the word at ``head`` says."""
    words = page.words
    most = max(0, head - MOST_WORDS)
    start = head
    while start > most and _modifies(page, words[start - 1], words[start]):
        start -= 1
    # Food and Drug Administration: ordinary words only, none of them an institution.
    left, joint = (words[start - 2], words[start - 1]) if start > most + 2 else (None, None)
    if (
        left
        and joint
        and joint.text in ("and", "&")
        and start < head
        and _modifies(page, left, joint)
        and all(_topic(page, w) for w in [left, *words[start:head]])
    ):
        whole = start - 2
        while (
            whole > most
            and _topic(page, words[whole - 1])
            and _modifies(page, words[whole - 1], words[whole])
        ):
            whole -= 1
        article = whole > most and words[whole - 1].text.lower() == "the"
        if article or all(page.common(w.text) for w in words[whole:head] if w is not joint):
            start = whole
            while start > most and _modifies(page, words[start - 1], words[start]):
                start -= 1
    number = words[start - 1] if start > most else None
    if number and words[head].text in UNITS and ORDINAL.fullmatch(number.text):
        start -= 1
    return start


def _modifies(page: Page, word: Word, after: Word) -> bool:
    """Whether a word before an institution's name belongs to it."""
    if not word.capital or not word.text[0].isalpha():
        return False
    if after.text not in ("and", "&") and not _proper(page, after, word):
        return False
    if word.text in NEVER or LED.search(word.text):
        return False
    titled = word.text in page.lists["title"]
    if page.text[word.end : after.start] != " ":
        # A possessor belongs to the name if it is an ordinary word: the Lord's Resistance Army.
        return (page.common(word.text) or titled) and not word.first
    return not titled or word.text in ("General", "Prosecutor", "Chief", "Justice")


def _without_nation(page: Page, words: list[Word], start: int, head: int) -> int:
    """The start after countries and nationalities that are mentions of their own."""
    while start < head and own_nation(page, [w.text for w in words[start : head + 1]]):
        start += 1
    return start


MEDIA_CUES = cues(MEDIA_NOUNS) | cues(MEDIA_NOUNS.title()) | cues(MEDIA_NOUNS.upper())
FIRMS = "OJSC|JSC|LLC|OAO|OOO|ZAO|PJSC|CJSC|Ltd"
REPORTING = frozenset({"according", "reported", "reports", "told", "quoted"})
RUN = rf"{NAME}(?: {NAME}){{0,3}}"

CUED_BY = (
    ("media-noun", MEDIA_CUES, rf"\b(?i:{MEDIA_NOUNS}) \"?({RUN})"),
    ("media-noun", MEDIA_CUES, rf"(?<!\w)({RUN})\"? (?:{MEDIA_NOUNS})\b"),
    (
        "reports",
        REPORTING,
        rf"\b(?:according to|reported by|reports|told|quoted by|, reported) ({NAME})"
        rf"(?= newspaper|,|\.|\s*$)",
    ),
    ("reports", REPORTING, rf"(?<!\w)({RUN}) (?:reported|reports)\b"),
    ("quoted-name", cues(GROUP_NOUNS), rf"\b(?:{GROUP_NOUNS}) \"({RUN})\""),
    ("quoted-name", cues(GROUP_NOUNS), rf"\"({RUN})\" (?:{GROUP_NOUNS})\b"),
    ("company", cues(FIRMS), rf"(?<!\w)(?:{FIRMS}) \"?({RUN})"),
    ("unit", cues(UNIT_NOUNS), rf"(?<!\w)({NAME} (?:{UNIT_NOUNS}))\b"),
)
"""Rules with the words without which they find nothing, and their patterns."""


def cued(page: Page) -> Iterator[Mention]:
    """Names beside a noun that says what they are, or that report."""
    for rule, needed, pattern in CUED_BY:
        if not page.has(needed):
            continue
        for match in re.finditer(pattern, page.text):
            span = _trim(page, *match.span(1))
            if span:
                yield page.mention(*span, "ORG", rule, CUED if rule != "reports" else GUESSED)


def _trim(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The span less leading words that are no name; None if nothing is left or it is known."""
    while True:
        word = re.match(r"\S+", page.text[start:end])
        if word is None:
            return None
        text = word.group().removesuffix("'s")
        known = page.registry.exact(text)
        lead = text in ("The", "A", "An", "In", "As", "Its", "This") or (
            known and known[0].label in ("NORP", "GPE") and word.end() < end - start
        )
        if not lead and not (page.common(text) and text.istitle()):
            break
        start += word.end()
        while start < end and page.text[start] == " ":
            start += 1
        if start >= end:
            return None
    end = start + len(POSSESSIVE.sub("", page.text[start:end]))
    piece = page.text[start:end]
    if not piece or not piece[0].isupper():
        return None
    if page.registry.exact(piece) or piece in NOT_ORGS or piece in NEVER:
        return None
    return start, end


def source_line(page: Page) -> Iterator[Mention]:
    """The outlet that a source line names: Belarus in focus."""
    found = page.outline
    for part in found.sections:
        if part.kind == "source" and found.source:
            start = page.text.find(found.source, part.start, part.end)
            if start >= 0 and found.source[0].isupper() and len(found.source.split()) < 7:
                end = start + len(found.source)
                yield page.mention(start, end, "ORG", "source-line", NAMED)


def all_organisations(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for rule in (official_names, definitions, acronyms, cued, source_line):
        yield from rule(page)
