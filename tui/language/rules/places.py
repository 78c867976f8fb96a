"""Named places by the noun beside them: streets, squares, rivers, prisons, regions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.names import LANGUAGES
from tui.language.rules.page import NAME, NEVER, Page, cues
from tui.model import Label, Mention

PLACE = rf"(?:(?:al|as|ash|at|el)-)?{NAME}"
"""A word in the name of a place, with its Arabic article: al-Anbar."""

FEATURES = (
    r"Sea|Ocean|River|Lake|Bay|Gulf|Strait|Straits|Canal|Channel|Peninsula|Island|Islands|Isles|"
    r"Mountain|Mountains|Valley|Desert|Forest|Delta|Plateau|Coast|Basin|Steppe|Reservoir|Street|"
    r"Square|Avenue|Boulevard|Prospekt|Park|Bridge|Palace|Airport|Heights|Hills|Corridor|Gap|"
    r"Prison|Detention Center|Detention Centre|Stadium|Cathedral|Cemetery|Harbour|Harbor|"
    r"Waterfall|Falls|Archipelago|Border"
)
SMALL_FEATURES = r"street|square|avenue|boulevard|river|palace|embankment"
BEFORE = r"Mount|Lake|Cape|Gulf of|Strait of|Bay of|Isle of|Sea of|River"
PARTS = (
    r"Region|Oblast|Province|District|County|Governorate|Voivodeship|Prefecture|Krai|Raion|State"
)
SMALL_PARTS = r"region|state"
WITH_PARTS = r"province|district|oblast|county|governorate|voivodeship|krai|raion|rayon"
SITES = r"prison|jail|penal colony|detention cent(?:er|re)|airport|bridge"
TOWN_NOUNS = r"town|city|village|capital|port|settlement|municipality"

KNOWN = ("towns", "regions", "large")
"""Lists of places that a prison or an airport may be named by and stay what they are."""

RULES: tuple[tuple[str, Label, str, float], ...] = (
    ("feature", "LOC", rf"(?<!\w)({NAME}(?: {NAME}){{0,2}} (?:{FEATURES}))(?!\w)", 0.8),
    ("feature", "LOC", rf"(?<!\w)((?:{BEFORE}) {NAME}(?: {NAME})?)(?!\w)", 0.75),
    ("small-feature", "LOC", rf"(?<!\w)({NAME}(?: {NAME})? (?:{SMALL_FEATURES}))(?!\w)", 0.7),
    ("site", "LOC", rf"(?<![\w-])({PLACE}(?: {NAME})?) (?:{SITES})(?!\w)", 0.86),
    ("part", "GPE", rf"(?<!\w)({NAME}(?: {NAME})? (?:{PARTS}))(?!\w)", 0.75),
    ("with-part", "GPE", rf"(?<![\w-])({PLACE}(?: {NAME})? (?:{WITH_PARTS}))(?!\w)", 0.7),
    ("small-part", "GPE", rf"(?<![\w-])({PLACE}(?: {NAME})?) (?:{SMALL_PARTS})(?!\w)", 0.6),
    ("town-noun", "GPE", rf"\b(?:{TOWN_NOUNS}) of ({NAME}(?:[ -]{NAME})?)(?!\w)", 0.65),
    ("town-noun", "GPE", rf"\b(?:town|city|village|settlement|capital),? ({NAME})(?!\w)", 0.6),
)


CUES = (
    *(cues(FEATURES), cues(BEFORE), cues(SMALL_FEATURES)),
    *(cues(SITES) | {"detention"}, cues(PARTS), cues(WITH_PARTS), cues(SMALL_PARTS)),
    *(cues(TOWN_NOUNS), cues(TOWN_NOUNS)),
)
"""Of each rule the words without which it finds nothing."""


def all_places(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for (rule, label, pattern, strength), needed in zip(RULES, CUES, strict=True):
        if not page.has(needed):
            continue
        for match in re.finditer(pattern, page.text):
            start, end = match.span(1)
            start = _trimmed(page, start, end)
            piece = page.text[start:end]
            if (
                piece
                and " " not in piece
                and rule in ("feature", "part", "with-part", "small-feature")
            ):
                continue
            if piece and piece not in NEVER and not _ordinary(page, piece, rule):
                yield page.mention(start, end, label, rule, strength)
    yield from _located(page)


def _trimmed(page: Page, start: int, end: int) -> int:
    """The start after words that only happen to have a capital."""
    while word := re.match(r"(\S+) ", page.text[start:end]):
        text = word.group(1).removesuffix("'s")
        names = page.registry.exact(text)
        nation = bool(names) and (names[0].label == "NORP" or names[0].actor.startswith("country:"))
        if not (nation or (page.common(text) and page.opens(start)) or text in ("The", "In")):
            break
        start += word.end()
    return start


def _ordinary(page: Page, piece: str, rule: str) -> bool:
    """Whether the piece is no name: all its words are common ones, or it is a nation's."""
    words = piece.split()
    names = page.registry.exact(words[0])
    if rule == "site" and (names or any(piece in page.lists[k] for k in KNOWN)):
        return True
    if rule.endswith("-part") and names and names[0].label != "GPE":
        return True
    if rule.startswith(("small", "with")) and page.common(words[0]):
        return True
    return rule not in ("feature", "part") and all(page.common(w) for w in words)


def _located(page: Page) -> Iterator[Mention]:
    """An unknown name after a word that places it: "in Narochansk"."""
    cues = "[Ii]n|[Nn]ear|[Oo]utside|throughout|towards?"
    pattern = rf"\b(?:{cues}) ({NAME})(?=[ ,.;)]|$)(?! {NAME})"
    for match in re.finditer(pattern, page.text):
        piece = match.group(1)
        if len(piece) < 4 or piece.isupper() or page.common(piece) or page.registry.exact(piece):
            continue
        if (
            piece in NEVER
            or piece in LANGUAGES
            or any(piece in page.lists[k] for k in ("org", "title", "norp"))
        ):
            continue
        yield page.mention(*match.span(1), "GPE", "located", 0.5)
