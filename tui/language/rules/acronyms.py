"""Acronyms: what brackets define, and words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.language.rules.page import Page, Word
from tui.language.wordlists import listed
from tui.model import Mention

NOT_ORGS = listed("""
    GDP USD EUR BYN BYR RUB UAH COVID COVID-19 PM MP MPs MEP MEPs TV CEO VAT IT AIDS HIV DNA NPP
    LNG FDI PR ID PhD AM GMT CET NGO NGOs SME SMEs IPO LGBT LGBTQ UAV UAVs WMD ICBM MA BA CCTV
    SMS VPN PCR ICU PPE OK VIP HR AI UI FM DJ CD DVD PDF URL FAQ ASAP II III IV VI VII VIII IX
    XI XII XIV XV XVI XIX XX XXI CPI PPP ETA QR PS SU MiG BTR BMP NLAW HIMARS MANPADS AK DST ATM
    GPS LED SUV GM NB AD BC EST EDT PST UTC CEST POW POWs IED IEDs SARS GNP BSE GMO GMOs MW GW
    """)
"""Words in capitals that name no organisation."""

NO_BODIES = listed("""
    Act Agreement Area Award Bill Code Convention Currency Day Disease Law Medal Order Pact Plan
    Prize Product Programme Program Project Protocol Region Syndrome System Tax Treaty Virus Zone
    """)
"""Last words of full names that name no organisation: Distinguished Service Medal (DSM)."""

MEMBERS = listed("Companion Fellow Graduate Knight Member Members Officer")
"""First words of full names that name somebody's rank: Member of the Legislative Assembly (MLA)."""

LONGEST_NAME = 160
"""Characters of the longest name that an acronym may stand for."""

SHORTEST = 3
"""Letters of the shortest unknown word in capitals that is taken for an acronym beside a model."""

SHOUTED = 5
"""From more letters on a word in capitals that is also a name is rather somebody's name."""

ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Z]{0,4}(?:-[A-Z]{2,})?")

IN_BRACKETS = re.compile(r" \((?:the |the \")?([A-ZÀ-Ž][A-Za-zÀ-ž.]*[A-ZÀ-Ž][a-zà-ž]?)\"?[),;]")

DEFINED, GUESSED = 0.9, 0.5


def definitions(page: Page) -> Iterator[Mention]:
    """Full Name (ABC) defines ABC, and is a name itself."""
    defined: set[str] = set()
    for match in re.finditer(r"\((?:the |the \")?([A-Z][A-Za-z.]*[A-Z][A-Za-z]?)\"?\)", page.text):
        short = match.group(1)
        if short in NOT_ORGS or len(short) > 9:
            continue
        letters = [c for c in short if c.isupper()]
        span = _expansion(page, match.start(), letters)
        if span is None:
            continue
        names = page.registry.exact(short)
        label = names[0].label if names else "ORG"
        yield page.mention(*span, label, "defines-acronym", DEFINED)
        defined.add(short)
    for word in page.words:
        if word.text in defined:
            yield page.mention(word.start, word.end, "ORG", "acronym-defined", DEFINED)


def _expansion(page: Page, end: int, letters: list[str]) -> tuple[int, int] | None:
    """The name before ``end`` whose capitals begin with the letters, in order."""
    text = page.text
    line = max(text.rfind("\n", 0, end) + 1, text.rfind(")", 0, end) + 1, end - LONGEST_NAME)
    before = [*re.finditer(r"[^\s()\",;:]+", text[line:end])][-14:]
    if not before or before[-1].group() in NO_BODIES:
        return None
    capitals = [m for m in before if m.group()[0].isupper()]
    for first in reversed(capitals):
        if first.group()[0] != letters[0]:
            continue
        initials = [
            part[0].upper()
            for m in before
            if m.start() >= first.start()
            for part in m.group().split("-")
            if part
        ]
        rest = iter(initials)
        if all(letter in rest for letter in letters):
            start, stop = line + first.start(), line + before[-1].end()
            if not text[stop:end].strip() and first.group() not in {"The", "A", *MEMBERS}:
                return start, stop
    return None


def in_brackets(page: Page, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The short name in brackets after an organisation, whatever its letters stand for.

    Estonia's Internal Security Service (KAPO): it is the same body everywhere in the article.
    """
    defined: set[str] = set()
    for mention in mentions:
        match = IN_BRACKETS.match(page.text, mention.end) if mention.label == "ORG" else None
        if match is None or len(match.group(1)) > 9:
            continue
        names = page.registry.exact(match.group(1))
        if names and names[0].label != "ORG":
            continue
        yield page.mention(*match.span(1), "ORG", "in-brackets", DEFINED)
        if match.group(1) not in NOT_ORGS:
            defined.add(match.group(1))
    for word in page.words if defined else ():
        if word.text in defined:
            yield page.mention(word.start, word.end, "ORG", "acronym-defined", DEFINED)


def acronyms(page: Page) -> Iterator[Mention]:
    """Unknown words in capitals."""
    shouting: dict[int, bool] = {}
    for index in page.capitals:
        word = page.words[index]
        text = word.text
        if not ACRONYM.fullmatch(text) or text in NOT_ORGS or page.common(text):
            continue
        if not text.isupper() and sum(c.isupper() for c in text) < 3:
            continue
        if word.line in page.headlines:
            if word.line not in shouting:
                shouting[word.line] = _shouting(page, word.line)
            if shouting[word.line]:
                continue
        rule = "acronym" if _stands_alone(page, index) else "capitals"
        yield page.mention(word.start, word.end, "ORG", rule, GUESSED)


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a word in capitals is no part of a longer name, no dateline and no place."""
    words = page.words
    word = words[index]
    name = word.text.title()
    if len(word.text) < SHORTEST or name in page.lists["towns"]:
        return False
    if len(name) > SHOUTED and (name in page.lists["first"] or name in page.lists["last"]):
        return False
    if index == 0 or words[index - 1].line != word.line or page.registry.exact(word.text):
        return False
    beside = [words[index - 1], *words[index + 1 : index + 2]]
    return not any(_joined(page, word, other) for other in beside)


def _joined(page: Page, word: Word, other: Word) -> bool:
    """Whether two neighbours may be one name: PKP Cargo, AK-47, OKO.press."""
    between = page.text[min(word.end, other.end) : max(word.start, other.start)]
    if not between:
        return other.text not in {*"(),;:.!?'\"", "—", "–"} or _goes_on(page, other)
    return between == " " and (other.capital or other.text[0].isdigit())


def _goes_on(page: Page, sign: Word) -> bool:
    """Whether a full stop stands inside a word: OKO.press."""
    after = page.text[sign.end : sign.end + 1]
    return sign.text == "." and after.isalnum()


def _shouting(page: Page, line: int) -> bool:
    words = [w for w in page.words if w.line == line and w.text.isalpha()]
    return sum(w.text.isupper() for w in words) > 0.5 * len(words)
