"""Finding temporal expressions: where they are, by which rule, and their parts as plain JSON."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tui.dates.classify import accept
from tui.dates.compose import compose
from tui.dates.cues import cues
from tui.dates.fold import Sentences, fold
from tui.dates.gate import gate
from tui.dates.parts import parts_of
from tui.dates.rule import Rule
from tui.dates.rules import TABLE
from tui.model import Expression, Section

_WORD = re.compile(r"(?<!\w)[\w']")


def recognise(text: str, sections: Sequence[Section] = ()) -> list[Expression]:
    """All temporal expressions of a text, in order and without overlaps.

    What is found does not depend on any reference date. ``sections`` only keep an expression from
    reaching over a border. The parts of each are plain JSON: what the words say, and the cues
    around them (``tense``, ``sentence``) that :func:`tui.dates.resolve` weighs.
    """
    folded = fold(text)
    borders = sorted(section.start for section in sections)
    found = [
        (rule, match, parts_of(rule, match))
        for rule, match in _matches(text, folded)
        if bisect_right(borders, match.start()) == bisect_left(borders, match.end())
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
    search = gate().search
    while found := search(folded, at):
        for word in _WORD.finditer(folded, found.start(), found.end()):
            best = _longest(text, folded, word.start())
            if best:
                yield best
                at = best[1].end()
                break
        else:
            at = found.end()


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
