"""Persons: by given name, by title or role before the name, by the shape of a surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.page import NEVER, Page, Word
from tui.language.wordlists import listed
from tui.model import Mention

PARTICLES = listed("van von der den de del della di da dos du la le ter ten bin ibn al el ul ur af")
"""Small words inside names."""

NO_PERSON = NEVER | listed(
    """
    Act Agreement Treaty Law Code Constitution Article Chapter Plan Programme Program Project
    Protocol Decree Election Elections Day Week Month Year Prize Award Street Square Avenue River
    Lake Sea Mount Operation Hurricane Cyclone Typhoon North South East West Northern Southern
    Eastern Western Central New Old First Second Third Airport Island Islands Province Region Zone
    County District Fort Camp Games Cup Summit War
    """
)
"""Capitalised words that no name of a person holds."""

ARABIC = re.compile(r"(?:al|el|ar|as|ash|ad|an|at|ul)-[A-Z]")
"""A name with its article: al-Assad."""

NUMERALS = listed("II III IV V VI VII VIII IX X XI XII XIV XVI Jr Jr. Sr")

ADDRESSES = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Madam", "Dear"})
"""Words before a title that is addressed: after Mr. Speaker and a comma comes anybody."""

SPEAKS = listed("""
    said says told tells added adds noted notes stressed stated argued claimed explained insisted
    replied answered wrote writes believes thinks warned admitted confirmed denied tweeted recalled
    """)
"""What only a person or a medium does."""

SURNAME = re.compile(
    r"[^\W\d_][\w'-]+(?:enk[oa]|(?:[eo]v|av)i[ctč]h?|[aeiou]uskas|[ai]it[eė]|ičius|"
    r"(?:s|c|dz?)k(?:i|y|yi|ij|yy|aya|aia|aja)|shvili|adze|[eo]va|[eo]v|[ai]ou|ava|yan|chuk|"
    r"[iy]uk|niuk|zade|oglu|[iy]ev|[iy]eva|wicz|owska|owski|sson|opoulos|escu|ević|ović|ikov)"
)
"""Endings of surnames from the Baltic to the Caucasus and the Balkans."""

TITLED, NAMED, SHAPED, GUESSED = 0.9, 0.85, 0.58, 0.45


def can_be_name(page: Page, word: Word) -> bool:
    """Whether a word may stand in a person's name at all."""
    text = word.text
    if ARABIC.match(text):
        return True
    if not word.capital or text in NO_PERSON:
        return False
    if text in page.lists["org"] or text in page.lists["title"]:
        return False
    if len(text) > 1 and text.isupper() and not word.shouted and "." not in text:
        return False
    known = page.registry.exact(text)
    return not (known and known[0].label in ("NORP", "ORG", "LOC"))


def _is_country(page: Page, text: str) -> bool:
    return any(n.actor.startswith("country:") for n in page.registry.exact(text))


def _is_listed_place(page: Page, text: str) -> bool:
    return text in page.lists["city"] or text in page.lists["country"]


def _run(page: Page, index: int, most: int = 4) -> list[Word]:
    """The words from ``index`` on that can be one person's name, particles inside only."""
    words = page.words
    run: list[Word] = []
    names = 0
    place = index
    while place < len(words) and names < most and words[place].line == words[index].line:
        word = words[place]
        if run and page.text[run[-1].end : word.start] != " ":
            break
        if can_be_name(page, word) and not (names and _is_country(page, word.text)):
            run.append(word)
            names += 1
        elif run and word.text in NUMERALS:
            run.append(word)
            break
        elif run and word.text in PARTICLES:
            run.append(word)
        else:
            break
        place += 1
    while run and run[-1].text in PARTICLES:
        run.pop()
    return run


def _end(page: Page, run: list[Word]) -> int:
    """The end of a name, with the full stop of "Jr."."""
    last = run[-1]
    return last.end + (last.text in ("Jr", "Sr") and page.text[last.end : last.end + 1] == ".")


def given_names(page: Page) -> Iterator[Mention]:
    """A given name and what follows it: Roman Protasevich, Masoud Pezeshkian."""
    first = page.lists["first"]
    words = page.words
    for index in page.capitals:
        word = words[index]
        text = word.text.capitalize() if word.shouted else word.text
        start = text.split("-")[0] if "-" in text else text
        if text not in first and start not in first:
            continue
        if not can_be_name(page, word) or _is_country(page, text):
            continue
        if index and words[index - 1].text in first and _beside(page, words[index - 1], word):
            continue
        run = _run(page, index)
        surnames = [w for w in run[1:] if w.text not in PARTICLES and len(w.text) > 2]
        if not surnames:
            continue
        # Star, Golden and Will are given names too: then the surname has to be a known one.
        known = [w for w in surnames if w.text in page.lists["last"] and not page.common(w.text)]
        if page.common(text) and (not known or word.first or word.line in page.headlines):
            continue
        if all(page.common(w.text) and w.text not in page.lists["last"] for w in surnames):
            continue
        # Mwai KIBAKI: a surname in capitals is somebody's way of saying that it is one.
        capitals = (
            word.text.istitle()
            and run[-1].shouted
            and run[-1].text.isalpha()
            and word.line not in page.headlines
        )
        rule = "capital-surname" if capitals else "given-name"
        yield page.mention(word.start, _end(page, run), "PERSON", rule, NAMED)


def _beside(page: Page, left: Word, right: Word) -> bool:
    return left.line == right.line and page.text[left.end : right.start] == " "


def titles(page: Page) -> Iterator[Mention]:
    """A name after a title or role: KGB Chairman Vladimir Vakulchik, spokesman Peskov."""
    titles = page.lists["title"]
    words = page.words
    for index, word in enumerate(words[:-1]):
        if word.text not in titles or words[index + 1].text in titles:
            continue
        place = index + 1
        comma = words[place].text == "," and index + 2 < len(words)
        if comma:
            place += 1
        run = _run(page, place)
        if not run or run[0].line != word.line or not run[0].text[0].isupper():
            continue
        if not comma and page.text[word.end : run[0].start] != " ":
            continue
        count = sum(w.capital for w in run)
        after = index + (2 if comma else 1) + len(run)
        if len(run) == 1 and (len(run[0].text) == 1 or _goes_on(page, run[0], after)):
            continue
        if comma and index and words[index - 1].text in ADDRESSES:
            continue
        if (comma and count < 2) or (word.line in page.headlines and count < 2):
            continue
        if count == 1 and (page.common(run[0].text) or page.registry.exact(run[0].text)):
            continue
        if count == 1 and comma and _is_listed_place(page, run[0].text):
            continue
        if any(page.common(w.text) for w in run if w.capital) and not any(
            w.text in page.lists["first"] for w in run
        ):
            continue
        yield page.mention(run[0].start, _end(page, run), "PERSON", "title", TITLED)


def _goes_on(page: Page, word: Word, after: int) -> bool:
    """Whether a lone word is followed by a title: Deputy Prime Minister, Wisconsin Senator."""
    words = page.words
    return (
        after < len(words)
        and words[after].text in page.lists["title"]
        and words[after].capital
        and _beside(page, word, words[after])
    )


def shapes(page: Page) -> Iterator[Mention]:
    """A lone word that looks like a surname, or one that speaks."""
    words = page.words
    for index in page.capitals:
        word = words[index]
        if len(word.text) < 4 or page.common(word.text) or not can_be_name(page, word):
            continue
        if (
            _is_listed_place(page, word.text)
            or page.registry.exact(word.text)
            or word.line in page.headlines
        ):
            continue
        after = words[index + 1].text if index + 1 < len(words) else ""
        if SURNAME.fullmatch(word.text):
            yield page.mention(word.start, word.end, "PERSON", "surname-shape", SHAPED)
        elif after in SPEAKS:
            yield page.mention(word.start, word.end, "PERSON", "speaks", SHAPED)


def lone_surnames(page: Page) -> Iterator[Mention]:
    """A common surname on its own inside a sentence, when nothing says that it is a place."""
    for index in page.capitals:
        word = page.words[index]
        if word.first or len(word.text) < 4 or word.text not in page.lists["last"]:
            continue
        beside = page.words[index - 1 : index] + page.words[index + 1 : index + 2]
        if any(b.capital and b.line == word.line for b in beside) or word.line in page.headlines:
            continue
        if page.common(word.text) or not can_be_name(page, word):
            continue
        if not _is_listed_place(page, word.text) and not page.registry.exact(word.text):
            yield page.mention(word.start, word.end, "PERSON", "lone-surname", 0.42)


def unknown_pairs(page: Page) -> Iterator[Mention]:
    """Two or three capitalised words in a row that are in no list: most often a person."""
    reached = 0
    for index in page.capitals:
        word = page.words[index]
        if word.start < reached or page.common(word.text):
            continue
        run = _run(page, index)
        reached = run[-1].end if run else reached
        capitals = [w for w in run if w.text not in PARTICLES]
        if not 2 <= len(capitals) <= 3 or run[0].line in page.headlines:
            continue
        if any(page.common(w.text) or w.text.isupper() for w in capitals):
            continue
        if any(w.text in page.lists["country"] for w in capitals):
            continue
        strength = SHAPED if SURNAME.fullmatch(capitals[-1].text) else GUESSED
        yield page.mention(run[0].start, run[-1].end, "PERSON", "unknown-pair", strength)


def all_people(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for rule in (given_names, titles, shapes, lone_surnames, unknown_pairs):
        yield from rule(page)
