"""Institutions: the words that name them, and what beside such a name is none of its parts."""

from __future__ import annotations

import re

from tui.language.rules.page import NEVER, Page, Word
from tui.language.wordlists import listed
from tui.model import Label

HEADS = listed("""
    Academy Administration Agency Airlines Airways Alliance Archdiocese Army Assembly Association
    Authority Bank Battalion Bloc Board Brigade Broadcaster Bureau Cabinet Center Centre Chamber
    Chancellery Church Club Coalition College Command Commissariat Commission Committee Company
    Confederation Congress Consortium Corporation Corps Council Court Department Diocese
    Directorate Division Duma Embassy Exchange Faculty Federation Fleet Force Forces Foundation
    Foundations Front Fund Gazette Group Guard Guards Headquarters Herald Holding Hospital Inc
    Inspectorate Institute Institutes Institution Journal LLC Laboratory League Legion Ltd Magazine
    Militia Ministry Mission Movement Museum Navy Network Observatory Office Orchestra Organisation
    Organization Parliament Partnership Party Police Post Presidium Press Rada Regiment Registry
    Secretariat Senate Service Services Society Squad Staff Station Syndicate Telegraph Television
    Theater Theatre Times Treasury Tribunal Tribune Trust Union Unit University Watch Works
    """)
"""Words that name a kind of organisation."""

STATE_BODIES = listed("""
    Cabinet Department Duma Embassy Government Ministry Parliament Presidium Senate Treasury
    """)
"""Bodies that every state has: "Belarusian" before them is a mention of its own."""

FORCES = listed("Army Fleet Forces Navy Police")
"""Likewise after an adjective ("Peruvian Navy"), but not after a country: Kenya Defence Forces."""

STATE_WORDS = listed("""
    Border Central Constitutional Federal Foreign General Interior Investigative Ministry
    Presidential Security State Supreme
    """)
"""First words of such bodies after an adjective: the Russian Federal Security Service."""

OWN_WORDS = listed("Helsinki Olympic National Popular People's Red Democratic Christian")
"""After one of these the nationality belongs to the name: Belarusian National Congress."""

SCHOLARLY = listed("""
    Academy Association Church College Foundation Hospital Institute Laboratory Museum Order
    School Society Theater Theatre University
    """)
"""Heads that are named after persons; of any other, "of" and a person says who leads it."""

LINKED = re.compile(r" (?:and|in|&) (?:the )?")

ENGLISH = re.compile(
    r"(?:tions?|ments?|t(?:y|ies)|ings?|als?|ics?|isms?|ures?|[ae]nces?|ships?|airs|[eo]rs|ans|"
    r"ives?|ates?|ries|ry|ants?|ents?|ness|ists?)$"
)
"""Endings of ordinary words rather than of names."""


def own_nation(page: Page, words: list[str]) -> bool:
    """Whether the first of an organisation's words is a nation or state named beside it.

    Every state has a parliament, so "Belarusian" is not part of its name; the Belarusian National
    Congress is called so.
    """
    names = page.registry.exact(words[0])
    # A continent is no state: the European Parliament is called so.
    country = [n.label for n in names if n.actor.startswith("country:")]
    if len(words) < 2 or not country or OWN_WORDS & set(words):
        return False
    if words[-1] in STATE_BODIES or words[-1].isupper():
        return True
    stately = words[1] in STATE_WORDS and words[-1] in HEADS
    return country[0] == "NORP" and (stately or words[-1] in FORCES)


def two_names(page: Page, start: int, end: int) -> list[tuple[int, int, Label]]:
    """The parts of an organisation's short name with its country: "KGB" of "Belarus"."""
    words = page.text[start:end].split()
    if len(words) < 2:
        return []
    if joined := _joined(page, start, end):
        return joined
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


def _joined(page: Page, start: int, end: int) -> list[tuple[int, int, Label]]:
    """Two names that the registry knows, and a small word between: Democrats in Congress."""
    for link in LINKED.finditer(page.text, start, end):
        first = page.registry.exact(page.text[start : link.start()])
        second = page.registry.exact(page.text[link.end() : end])
        if first and second and not page.registry.exact(page.text[start:end]):
            return [(start, link.start(), first[0].label), (link.end(), end, second[0].label)]
    return []


def led(page: Page, start: int, end: int) -> list[tuple[int, int, Label]]:
    """The parts of an organisation's name with who leads it: "Home Office" of "Jane Xyzzy"."""
    text = page.text
    place = text.rfind(" of ", start, end)
    if place < 0:
        return []
    first = place + len(" of ")
    words = page.between(first, end)
    head = text[start:place].rpartition(" ")[2]
    if not words or not leads(page, head, words):
        return []
    person = next((w.start for w in words if w.text not in page.lists["title"]), end)
    parts: list[tuple[int, int, Label]] = [(start, place, "ORG")]
    return [*parts, (person, end, "PERSON")] if person < end else parts


def leads(page: Page, head: str, words: list[Word]) -> bool:
    """Whether words after "of" name who leads: Joint Force of Minni Minnawi, Party of Mrs May."""
    first = words[0].text
    if first in page.lists["title"]:
        return len(words) > 1 and not (page.common(words[1].text) or words[1].text in HEADS)
    name = page.text[words[0].start : words[-1].end]
    lists = page.lists
    if head in SCHOLARLY or len(words) > 3 or any(name in lists[k] for k in ("towns", "regions")):
        return False
    given = first in lists["first"] and not page.common(first)
    places = (lists["city"], lists["country"], lists["loc"], lists["norp"])
    for word in words:
        text = word.text
        if page.common(text) or text in HEADS or text in NEVER or text.isupper():
            return False
        if page.registry.exact(text) or any(text in known for known in places):
            return False
        if not given and ENGLISH.search(text):
            return False
    return given or len(words) > 1
