"""A text as the rules see it: normalised one to one, cut into lines and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from tui.actors.registry import Registry
from tui.language.wordlists import listed, load
from tui.model import Label, Mention
from tui.text import Outline, outline, sentences

PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t", " "),
        **dict.fromkeys("’‘ʼ′‛", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑", "-"),
        # Halves of characters, which no encoding can hold.
        **{chr(half): "\ufffd" for half in range(0xD800, 0xE000)},
    }
)
"""Typographic variants and what the rules and the model read instead; lengths are equal."""

DOMAINS = (
    "am|az|by|com|cz|de|ee|eu|fm|fr|ge|info|int|io|kz|lt|lv|md|me|net|news|online|org|pl|ru|tv|"
    "ua|uk"
)

WORD = re.compile(
    rf"""
      (?:[A-Z]\.){{2,}}                                   # U.S.
    | [^\W_]+(?:-[^\W_]+)*\.(?:{DOMAINS})\b(?![.'-]?\w)   # TUT.BY, in any case
    | (?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|Rev|Adm|Amb|No|vs)\.(?=\s)
    | [A-Z]\.(?=\s?[A-Z])                                 # an initial
    | (?:[A-Z]\.)*[^\W_]+(?:['&-][^\W_]+)*                # a word, with hyphens and apostrophes
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAME = r"[^\W\d_a-zß-öø-ÿа-яёіўїєґ](?:[\w/&-]|\.(?=\w)|'(?!s\b)(?=\w)){1,40}"
"""One capitalised word in the patterns of the rules, without a possessive."""

NEVER = listed(
    """
    January February March April May June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday Christmas Easter Ramadan The A An In On At Of And But For By To From With As It He She
    They We I This That These Those There Here When While After Before Since Until If Although
    Though However Moreover Meanwhile Also According Photo Source Read More Cover Image Video Not
    No Yes Its His Her Their Our Your My Such Some Any What Who Why How Where Which Both Each Every
    Фота Фото Крыніца Источник Джерело
    """
)
"""Capitalised words that belong to no name."""

BALLOT = re.compile(
    r"\b(?:1[789]|20)\d\d ([A-Z]\w+(?: [A-Z][\w-]+)*)(?: [a-z-]+){0,2} "
    r"(?:(?:by-)?elections?|primary|primaries|referendums?|caucus(?:es)?)\b"
)
"""The title of an election: 1992 United States presidential election."""

GLUED = re.compile(r"([A-Z]?[a-z]{2,})([A-Z][a-z]{3,})")
"""A heading glued to the next word: focusLukashenko."""

JOINED = re.compile(r"[ –]([A-ZÀ-Ž0-9]\w*)")
"""A capitalised word or a number right after a name."""

POSSESSIVE = re.compile(r"(?i:'s?)$")


def cues(alternatives: str) -> frozenset[str]:
    """The first words of a pattern's plain alternatives: what :meth:`Page.has` may look for."""
    return frozenset(one.split()[0] for one in alternatives.split("|"))


class Word(NamedTuple):
    """One word or sign. ``text`` is without a possessive ``'s``, and so is the span.

    ``line`` is the line it stands on, ``capital`` says that it starts with a capital letter, and
    ``first`` that this may just be because it opens a sentence.
    """

    start: int
    end: int
    text: str
    line: int
    first: bool
    capital: bool

    @property
    def shouted(self) -> bool:
        """Whether it is all capitals, four letters or more."""
        return len(self.text) >= 4 and self.text.isupper()


@cache
def lists() -> dict[str, frozenset[str]]:
    """The carried lists as the rules read them: what is a common word, too, is no given name.

    The model weighs such words by itself; a rule believes them ("Media", "Justice").
    """
    found = load()
    ordinary = {word.capitalize() for word in found["common"]}
    return {**found, "first": found["first"] - ordinary}


class Page:
    """One text with the registry and the lists that are used on it."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.given = text
        self.text = text.translate(PLAIN)
        self.registry = registry
        self.lists = lists()

    @cached_property
    def outline(self) -> Outline:
        """The text's sections and where it is from."""
        return outline(self.text)

    def lines(self) -> Iterator[tuple[int, int]]:
        """The lines that are not blank: no name runs over the end of one."""
        start = 0
        for line in self.text.splitlines(keepends=True):
            if not line.isspace():
                yield start, start + len(line.rstrip())
            start += len(line)

    @cached_property
    def words(self) -> list[Word]:
        """All words and signs, in order."""
        starts = {start for start, _ in sentences(self.text)}
        found: list[Word] = []
        for number, (start, end) in enumerate(self.lines()):
            opening = True
            for match in WORD.finditer(self.text, start, end):
                for first, last in self._parts(match):
                    piece = self.text[first:last]
                    if "'" in piece:
                        piece = POSSESSIVE.sub("", piece) or piece
                    opening = opening or first in starts
                    capital = piece[0].isupper()
                    found.append(Word(first, first + len(piece), piece, number, opening, capital))
                    if piece[0].isalnum():
                        opening = False
                    elif piece in ':"(—–•-[' and (piece != "(" or opening):
                        opening = opening or piece in ':"—•'
        return found

    @cached_property
    def ballots(self) -> list[tuple[int, int]]:
        """The titles of elections, in which nothing is a mention of its own."""
        return [match.span(1) for match in BALLOT.finditer(self.text)]

    def in_ballot(self, start: int, end: int) -> bool:
        """Whether a span lies in the title of an election."""
        return any(first <= start and end <= last for first, last in self.ballots)

    def alone(self, start: int, end: int, label: Label) -> bool:
        """Whether no capitalised word is joined to a span, of whose name it would be a part."""
        after = JOINED.match(self.text, end)
        if after and after.group(1) not in NEVER:
            return False
        before = self.before(start)
        if before is None or self.text[start - 1 : start] != " ":
            return self.text[start - 1 : start] != "–"
        return (
            not before.capital
            or before.end != start - 1
            or (before.first and self.common(before.text))
            or before.text in NEVER
            or before.text.endswith(".")
            or before.text in self.lists["title"]
            or (label == "PERSON" and before.text in self.lists["norp"])
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def before(self, start: int) -> Word | None:
        """The word before the one that starts there; None at the beginning."""
        index = bisect_left(self._starts, start)
        return self.words[index - 1] if index else None

    def between(self, start: int, end: int) -> list[Word]:
        """The words that start in a span."""
        starts = self._starts
        return self.words[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All different words and parts of words."""
        return frozenset(re.findall(r"\w+", self.text))

    def has(self, cues: frozenset[str]) -> bool:
        """Whether any of some words stands in the text: a quick look before a slow search."""
        return not cues.isdisjoint(self.vocabulary)

    @cached_property
    def capitals(self) -> list[int]:
        """The indexes of the words that start with a capital letter."""
        return [index for index, word in enumerate(self.words) if word.capital]

    def _parts(self, match: re.Match[str]) -> list[tuple[int, int]]:
        piece = match.group()
        if len(piece) <= 6 or piece.islower() or piece.istitle():
            return [match.span()]
        glued = GLUED.fullmatch(piece)
        if glued and glued[1].lower() in self.lists["common"] and self._is_name(glued[2]):
            middle = match.start() + len(glued[1])
            return [(match.start(), middle), (middle, match.end())]
        return [match.span()]

    def _is_name(self, word: str) -> bool:
        return bool(self.registry.exact(word)) or re.search(rf"[ (]{word}\b", self.text) is not None

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Numbers of the lines in title case or capitals, where a capital means little."""
        by_line: dict[int, list[Word]] = {}
        for word in self.words:
            if len(word.text) > 3 and word.text.isalpha():
                by_line.setdefault(word.line, []).append(word)
        ends = {w.line: w.text for w in self.words}
        return frozenset(
            number
            for number, words in by_line.items()
            if ends[number] not in {".", ";", ","}
            and 3 < len(words) < 25
            and sum(w.capital for w in words) > 0.7 * len(words)
        )

    def common(self, word: str) -> bool:
        """Whether a word is an ordinary one that is mostly written small."""
        return word.lower() in self.lists["common"]

    def opens(self, start: int) -> bool:
        """Whether a place is the start of a sentence, where any word has a capital."""
        before = self.text[max(0, start - 20) : start].rstrip(" \"'(")
        return not before or before[-1] in ".!?:\n"

    def mention(self, start: int, end: int, label: Label, rule: str, strength: float) -> Mention:
        """A proposal; the text is taken as given."""
        return Mention(start, end, self.given[start:end], label, rule, strength)
