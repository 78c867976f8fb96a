"""Paragraphs, sentences and words as offsets into a text, without a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tui.text.patterns import lazy

Span = tuple[int, int]
"""Start and end, in code points, end exclusive."""

WIDEST_WRAP: Final = 100
"""Lines longer than this are paragraphs of their own, not the product of hard wrapping."""

_BLOCK = lazy(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = lazy(r"[^\n]+")
_WORD = lazy(r"\w+(?:[’'‑-]\w+)*")

# Marks that may end a sentence, what may close after them, a blank, and the next thing's start.
_BREAK = lazy(r"(?:(?<![.!?])[.!?]+|…)[\"'”’»)\]]*(\s+)(?=[\"'“‘„«(\[–—-]*\s?([^\W\d_]|\d))")
_BEFORE = lazy(r"[^\s\"'“”‘’„«»(\[]*$")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER_LAST = _listed(
    "c ca mr mrs ms messrs dr prof rev hon fr sr gen col lt maj capt cpt sgt cmdr adm brig gov sen "
    "rep pres st sts ste mt ft vs cf eg ie viz al approx est fig figs no nos vol pp art arts "
    "sec ch jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri "
    "sat sun им ул пр пл гр проф акад ген полк сов тов св см напр т.н вул праф e.g i.e p.s"
)
"""Abbreviations that another word always follows, so that their full stop ends no sentence."""

_PERHAPS_LAST = _listed(
    "u.s u.k u.n e.u u.s.s.r d.c a.m p.m etc inc ltd co corp jr bros dept ph.d b.c a.d г гг в "
    "вв др т.д т.п млн млрд тыс руб"
)
"""Abbreviations that may end a sentence: they do where the next word is one that opens them."""

_OPENERS = _listed(
    "the a an this that these those it its he she they we i you his her their our there here "
    "in on at by for from with after before during since while when where if as although "
    "though but and or so yet however moreover meanwhile also thus then what who why how not "
    "no most many some several both all one another according earlier later despite"
)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs of ``text``, without the blanks around them.

    Blank lines separate them; so does a single newline, unless the lines were hard wrapped:
    that is, unless each line of the block is too full to take the first word of the next.
    """
    found: list[Span] = []
    for block in _BLOCK.finditer(text, start, len(text) if end is None else end):
        lines = [line.span() for line in _LINE.finditer(text, block.start(), block.end())]
        spans = [block.span()] if _is_wrapped(text, lines) else lines
        found += [trimmed for span in spans if (trimmed := _trimmed(text, span))]
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text``; none crosses a paragraph, and a heading is one of its own."""
    found: list[Span] = []
    for first, last in paragraphs(text, start, end):
        begin = first
        for blank_start, blank_end in _breaks(text, first, last):
            found.append((begin, blank_start))
            begin = blank_end
        found.append((begin, last))
    return found


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of ``text``: letters and digits, with inner hyphens and apostrophes."""
    return [word.span() for word in _WORD.finditer(text, start, len(text) if end is None else end)]


def _trimmed(text: str, span: Span) -> Span | None:
    part = text[span[0] : span[1]]
    start = span[0] + len(part) - len(part.lstrip())
    end = span[1] - (len(part) - len(part.rstrip()))
    return (start, end) if start < end else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    width = max(end - start for start, end in lines)
    if len(lines) == 1 or width > WIDEST_WRAP or width < 40:
        return False
    for (start, end), (below, below_end) in pairwise(lines):
        word = text[below:below_end].split(None, 1)[0]
        if end - start + 1 + len(word) <= width:
            return False
    return True


def _breaks(text: str, start: int, end: int) -> Iterator[Span]:
    """The blanks between the sentences of one paragraph."""
    for match in _BREAK.finditer(text, start, end):
        if _ends_sentence(text, start, match):
            yield match.span(1)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    following = match.group(2)
    if following.islower():
        return False
    if text[match.start()] != "." or text[match.start() + 1] == ".":
        return True
    before = _BEFORE.search(text, max(start, match.start() - 20), match.start())
    word = before.group() if before else ""
    if word.isdigit() and match.start() - len(word) == start:
        return False  # "1. The first point"
    folded = word.lower()
    next_word = _WORD.match(text, match.start(2))
    opens = (
        next_word is not None
        and next_word.group().lower() in _OPENERS
        and text[next_word.end() : next_word.end() + 1] != "."  # "A. A. Lukashenka"
    )
    if folded in _NEVER_LAST:
        # "No. 5", "Sept. 8", "St. Petersburg"; but "He said no. The talks ended."
        return folded in ("no", "sun", "sat", "art", "mar", "al") and opens
    if folded in _PERHAPS_LAST or (len(word) == 1 and word.isupper()) or _is_initials(word):
        return opens and word != "I"
    return True


def _is_initials(word: str) -> bool:
    """``A.A``, ``J.R.R``: single capitals joined by full stops."""
    return "." in word and all(len(part) == 1 and part.isupper() for part in word.split("."))
