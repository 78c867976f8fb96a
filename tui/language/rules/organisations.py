"""Organisations: official names, acronyms and what defines them, media, quoted names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.page import NAME, NEVER, POSSESSIVE, Page, Word
from tui.language.wordlists import listed
from tui.model import Label, Mention
from tui.text import outline

HEADS = listed("""
    Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority
    Bank Battalion Bloc Board Brigade Broadcaster Bureau Cabinet Center Centre Chamber Chancellery
    Church Club Coalition College Commissariat Commission Committee Company Confederation Congress
    Consortium Corporation Corps Council Court Department Directorate Division Duma Embassy
    Exchange Faculty Federation Fleet Force Forces Foundation Front Fund Gazette Group Guard Guards
    Headquarters Herald Holding Hospital Inspectorate Institute Institution Journal Laboratory
    League Legion Ltd LLC Inc Magazine Militia Ministry Mission Movement Museum Navy Network
    Observatory Office Organisation Organization Orchestra Parliament Partnership Party Police Post
    Presidium Press Rada Regiment Registry Secretariat Senate Service Services Society Squad Staff
    Station Syndicate Telegraph Television Theater Theatre Times Treasury Tribunal Tribune Trust
    Union Unit University Watch Works
    """)
"""Words that name a kind of organisation."""

STARTS = HEADS | listed("House Council National State General Prosecutor Centre Union")

STATE_BODIES = listed("""
    Administration Army Assembly Authority Bank Cabinet Chamber Chancellery Commission Committee
    Congress Council Court Department Directorate Embassy Fleet Force Forces Guard Guards
    Inspectorate Ministry Navy Office Parliament Police Presidium Prosecutor Secretariat Senate
    Service Services Staff Treasury Government Duma
    """)
"""Bodies that every state has: "Belarusian" before them is a mention of its own."""

OWN_WORDS = listed("Helsinki Olympic National Popular People's Red Democratic Christian")
"""After one of these the nationality belongs to the name: Belarusian National Congress."""

LINKS = frozenset({"of", "for", "on", "to", "against", "in"})

NOT_ORGS = listed("""
    GDP USD EUR BYN BYR RUB UAH COVID COVID-19 PM MP MPs MEP MEPs TV CEO VAT IT AIDS HIV DNA NPP
    LNG FDI PR ID PhD AM GMT CET NGO NGOs SME SMEs IPO LGBT LGBTQ UAV UAVs WMD ICBM MA BA CCTV
    SMS VPN PCR ICU PPE OK VIP HR AI UI FM DJ CD DVD PDF URL FAQ ASAP II III IV VI VII VIII IX
    XI XII XIV XV XVI XIX XX XXI CPI PPP ETA QR PS SU MiG BTR BMP NLAW HIMARS MANPADS AK DST ATM
    GPS LED SUV GM NB AD BC
    """)
"""Words in capitals that name no organisation."""

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

LONGEST_NAME = 160
"""Characters of the longest name that an acronym may stand for."""

LED = re.compile(r"-[a-z]+$")
"""The end of NATO-led."""

ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Z]{0,4}(?:-[A-Z]{2,})?")

OFFICIAL, DEFINED, CUED, GUESSED = 0.85, 0.9, 0.62, 0.5


def _of(page: Page, index: int) -> int:
    """The index after "of the Proper-Proper Name" and the like that follow ``index``."""
    words = page.words
    place = index
    last = min(len(words), index + MOST_WORDS)
    while place + 1 < last and words[place].line == words[index - 1].line:
        inner = place + 1
        if words[place].text in LINKS or words[place].text in ("and", "&"):
            joined = words[place].text in ("and", "&", ",")
            if words[inner].text == "the":
                if joined:
                    break
                inner += 1
            run = inner
            while run < last and _proper(page, words[run], words[run - 1]):
                run += 1
            if run == inner:
                break
            if words[place].text == "in" and (
                place == index or not _is_place(page, words[inner:run])
            ):
                break
            if joined and not _continues(page, words[inner:run]):
                break
            place = run
        else:
            break
    return place


def _continues(page: Page, words: list[Word]) -> bool:
    """Whether "and" goes on with the same name: Ministry of Labour and Social Protection."""
    ordinary = any(page.common(word.text) for word in words)
    return ordinary and words[0].text not in HEADS and not page.registry.exact(words[0].text)


def _is_place(page: Page, words: list[Word]) -> bool:
    name = page.text[words[0].start : words[-1].end]
    names = page.registry.exact(name)
    return bool(names and names[0].label in ("GPE", "LOC")) or name in page.lists["towns"]


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
        start = index
        while start > max(0, index - MOST_WORDS) and _modifies(
            page, words[start - 1], words[start]
        ):
            start -= 1
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
        if word.first and start == index and after == end:
            continue
        if start == index and after == end:
            continue
        if word.line in page.headlines and after == end and start == index:
            continue
        yield page.mention(
            words[start].start, words[after - 1].end, "ORG", "official-name", OFFICIAL
        )


def _modifies(page: Page, word: Word, after: Word) -> bool:
    """Whether a word before an institution's name belongs to it."""
    if not _proper(page, after, word) or not word.capital or not word.text[0].isalpha():
        return False
    if word.text in NEVER or LED.search(word.text):
        return False
    titled = word.text in page.lists["title"]
    if page.text[word.end : after.start] != " ":
        # A possessor belongs to the name if it is an ordinary word: the Lord's Resistance Army.
        return (page.common(word.text) or titled) and not word.first
    return not titled or word.text in ("General", "Prosecutor", "Chief")


def _without_nation(page: Page, words: list[Word], start: int, head: int) -> int:
    """The start after countries and nationalities that are mentions of their own."""
    while start < head and own_nation(page, [w.text for w in words[start : head + 1]]):
        start += 1
    return start


def own_nation(page: Page, words: list[str]) -> bool:
    """Whether the first of an organisation's words is a nation or state named beside it.

    Every state has a parliament, so "Belarusian" is not part of its name; the Belarusian National
    Congress is called so.
    """
    names = page.registry.exact(words[0])
    nation = bool(names and names[0].label in ("NORP", "GPE"))
    body = words[-1] in STATE_BODIES or words[-1].isupper()
    return nation and len(words) > 1 and body and not OWN_WORDS & set(words)


def two_names(page: Page, start: int, end: int) -> list[tuple[int, int, Label]]:
    """The parts of an organisation's short name with its country: "KGB" of "Belarus"."""
    words = page.text[start:end].split()
    if len(words) < 2:
        return []
    short, of, *country = words
    if of == "of" and short.isupper() and page.registry.exact(" ".join(country)):
        middle, second = start + len(short), end - len(" ".join(country))
    elif own_nation(page, words):
        middle, second = start + len(short), start + len(short) + 1
    else:
        return []
    parts: list[tuple[int, int, Label]] = []
    for first, last in ((start, middle), (second, end)):
        names = page.registry.exact(page.text[first:last])
        parts.append((first, last, names[0].label if names else "ORG"))
    return parts


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
    line = max(page.text.rfind("\n", 0, end) + 1, end - LONGEST_NAME)
    before = [*re.finditer(r"[^\s()\",;:]+", page.text[line:end])][-14:]
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
            if not page.text[stop:end].strip() and first.group() not in ("The", "A"):
                return start, stop
    return None


def acronyms(page: Page) -> Iterator[Mention]:
    """Unknown words in capitals."""
    for word in (page.words[index] for index in page.capitals):
        text = word.text
        if not ACRONYM.fullmatch(text) or text in NOT_ORGS or page.common(text):
            continue
        if not text.isupper() and sum(c.isupper() for c in text) < 3:
            continue
        if word.line in page.headlines and _shouting(page, word.line):
            continue
        yield page.mention(word.start, word.end, "ORG", "acronym", GUESSED)


def _shouting(page: Page, line: int) -> bool:
    words = [w for w in page.words if w.line == line and w.text.isalpha()]
    return sum(w.text.isupper() for w in words) > 0.5 * len(words)


def cued(page: Page) -> Iterator[Mention]:
    """Names beside a noun that says what they are, or that report."""
    run = rf"{NAME}(?: {NAME}){{0,3}}"
    patterns = (
        ("media-noun", rf"\b(?i:{MEDIA_NOUNS}) \"?({run})"),
        ("media-noun", rf"(?<!\w)({run})\"? (?:{MEDIA_NOUNS})\b"),
        (
            "reports",
            rf"\b(?:according to|reported by|reports|told|quoted by|, reported) ({NAME})"
            rf"(?= newspaper|,|\.|\s*$)",
        ),
        ("reports", rf"(?<!\w)({run}) (?:reported|reports)\b"),
        ("quoted-name", rf"\b(?:{GROUP_NOUNS}) \"({run})\""),
        ("quoted-name", rf"\"({run})\" (?:{GROUP_NOUNS})\b"),
        ("company", rf"(?<!\w)(?:OJSC|JSC|LLC|OAO|OOO|ZAO|PJSC|CJSC|Ltd) \"?({run})"),
        ("unit", rf"(?<!\w)({NAME} (?:{UNIT_NOUNS}))\b"),
    )
    for rule, pattern in patterns:
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
    if page.registry.exact(piece) or piece in NOT_ORGS or piece in NEVER:
        return None
    return start, end


def source_line(page: Page) -> Iterator[Mention]:
    """The outlet that a source line names: Belarus in focus."""
    found = outline(page.text)
    for part in found.sections:
        if part.kind == "source" and found.source:
            start = page.text.find(found.source, part.start, part.end)
            if start >= 0 and found.source[0].isupper() and len(found.source.split()) < 7:
                end = start + len(found.source)
                yield page.mention(start, end, "ORG", "source-line", DEFINED)


def all_organisations(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for rule in (official_names, definitions, acronyms, cued, source_line):
        yield from rule(page)
