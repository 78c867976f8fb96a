"""Organisations told by their own text: "Promo-LEX, a monitoring group", "the union Unite"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.beside import OVER, UNDER
from tui.language.rules.page import NAME, NEVER, Page, cues
from tui.model import Mention

KINDS = (
    "agency|airline|alliance|association|band|bank|battalion|brigade|broadcaster|brewery|campaign|"
    "channel|charity|club|coalition|company|daily|enterprise|federation|firm|foundation|group|"
    "initiative|institute|magazine|maker|manufacturer|militia|movement|network|newspaper|NGO|"
    "operator|organisation|organization|outlet|party|platform|portal|publisher|retailer|"
    "tabloid|union|watchdog|website|weekly"
)
"""Nouns that say what kind of organisation a name is."""

BEFORE = (
    "agency|airline|band|bank|broadcaster|channel|coalition|company|daily|firm|group|magazine|"
    "movement|network|newspaper|NGO|operator|organisation|organization|outlet|party|tabloid|union|"
    "website|weekly"
)
"""Those of them that stand right before the name: the union Unite."""

ADJECTIVE = (
    r"(?!(?:of|the|in|at|for|to|from|by|with|and|or|who|whose|member|leader|head|founder|editor|"
    r"chief|owner|activist|man|woman)\b)[\w'-]+"
)
ENDS = (
    r"(?=[,.;:)]|$| (?:that|which|of|in|for|led|based|linked|founded|with|close|run|owned|and)\b)"
)
RUN = rf"{NAME}(?: {NAME}){{0,2}}"

AFTER = re.compile(
    rf"(?<![\w-])({RUN}), (?:a|an|the|another|one of the|[A-Z]\w+'s) (?:{ADJECTIVE} ){{0,4}}?"
    rf"(?:{KINDS}){ENDS}",
    re.MULTILINE,
)
IN_FRONT = re.compile(rf"(?<![-\w])(?:{BEFORE})(,?) ({RUN})(?![\w-])")
AFTER_CUES, FRONT_CUES = cues(KINDS), cues(BEFORE)

FIRST_HALF = re.compile(r"[A-Z]\w+ (?:and|for|without) $")
"""What stands before the second half of a name: Justice for Everyone, an NGO."""

SECOND_HALF = re.compile(rf" (?:of|for|to|with|without) {NAME}")
"""What stands after the first half of one: the group Right to Play."""


def appositions(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    if page.has(AFTER_CUES):
        for match in AFTER.finditer(page.text):
            if _may_be(page, *match.span(1)):
                yield page.mention(*match.span(1), "ORG", "apposition", OVER)
    if page.has(FRONT_CUES):
        for match in IN_FRONT.finditer(page.text):
            start, end = match.span(2)
            if not _may_be(page, start, end):
                continue
            # After "a leader of the group, Nidal Saada" comes a person as well.
            doubtful = match.group(1) and " " in match.group(2)
            if page.common(match.group(2).split()[0]):
                more = SECOND_HALF.match(page.text, end)
                end = more.end() if more else end
            yield page.mention(start, end, "ORG", "apposition", UNDER if doubtful else OVER)


def _may_be(page: Page, start: int, end: int) -> bool:
    """Whether a name is none that the lists know as something else."""
    words = page.text[start:end].split()
    if page.common(words[0]):
        before = page.text[max(0, start - 40) : start]
        if page.opens(start) or FIRST_HALF.search(before):
            return False
    titles, given = page.lists["title"], page.lists["first"]
    if any(word in NEVER or word in titles for word in words) or words[0] in given:
        return False
    known = (page.text[start:end], *words)
    return not any(name.label != "ORG" for word in known for name in page.registry.exact(word))
