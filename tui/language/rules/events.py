"""Events with a name of their own: exercises, wars, summits, games, uprisings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.rules.page import NAME, NEVER, Page, cues
from tui.language.wordlists import listed
from tui.model import Mention

DRILLS = (
    r"(?:(?:joint |strategic |military |command |staff |naval |large-scale )*"
    r"(?:exercises?|drills?|war ?games?|manoeuvres?|maneuvers?))"
)
DRILL = r"(?:exercises?|drills?|war ?games?|manoeuvres?|maneuvers?)"
"""Likewise right after a name, to which it then belongs."""

KNOWN_DRILLS = (
    r"Zapad|West|Vostok|East|Kavkaz|Caucasus|Tsentr|Center|Centre|Union Shield|Defender Europe|"
    r"Slavic Brotherhood|Anaconda|Anakonda|Sea Breeze|Cobra Gold|Indestructible Brotherhood|"
    r"Saber Strike|Trident Juncture|Rapid Trident|Steadfast Defender|Allied Resolve|Ocean Shield"
)
GATHERINGS = (
    r"Summit|Forum|Games|War|Conference|Revolution|Uprising|Cup|Championships?|Festival|Congress|"
    r"Olympics|Massacre|Genocide|Rebellion|Insurgency|Crusade|Intifada|Referendum|Biennale|March|"
    r"Marathon|Marches|Talks|Spring|Offensive|Expo|Tournament|Fair|Exhibition|Mutiny|Riots|Revolt|"
    r"Incident|Wars|Coup|Famine|Purge"
)

TROUBLES = ("Wars", "Incident", "Coup", "Famine", "Purge")
"""Of these, common words make no name: Trade Wars."""

NAMED_EVENTS = "Operation|Hurricane|Cyclone|Typhoon"
HAPPENINGS = "Games|War|Revolution|Uprising|Massacre|Genocide|Rebellion|March"
"""What may be named by what comes after it; a Conference of Presidents is a body."""

RULES = (
    ("exercise", rf"(?<![\w-])(({NAME}(?: {NAME})?)-(?:19|20)\d\d(?: {DRILLS})?)(?![\w-])", 0.85),
    ("exercise", rf"(?<![\w-])((?:{KNOWN_DRILLS}) (?:19|20)\d\d(?: {DRILLS})?)(?![\w-])", 0.85),
    ("exercise", rf"(?<![\w-])((?:{KNOWN_DRILLS}) {DRILLS})(?!\w)", 0.85),
    ("exercise", rf"\b(?:{DRILLS}) \"?((?:{KNOWN_DRILLS})(?:[ -](?:19|20)\d\d)?)(?!\w)", 0.85),
    ("drill", rf"(?<![\w-])({NAME}(?: {NAME})?(?:[ -]\d{{2,4}})? {DRILL})(?!\w)", 0.8),
    ("drill", rf"(?<!\w)(Exercise {NAME}(?: {NAME})?(?:[ -]\d{{1,4}})?)(?![\w-])", 0.8),
    (
        "war",
        r"(?<!\w)((?:First|Second|Third|1st|2nd) (?:World|Chechen|Gulf|Karabakh|Congo) War)",
        0.9,
    ),
    ("operation", rf"(?<!\w)((?:{NAMED_EVENTS}) {NAME}(?: {NAME})?)", 0.8),
    ("war", rf"(?<!\w)((?:Battle|Siege|Massacre) of (?:the )?{NAME}(?: {NAME})?)(?!\w)", 0.8),
    (
        "gathering",
        rf"(?<![\w-])((?:(?:19|20)\d\d )?{NAME}(?: {NAME}){{0,3}} (?:{GATHERINGS}))(?![\w-])",
        0.75,
    ),
    ("gathering", rf"(?<![\w-])((?:{HAPPENINGS}) of {NAME}(?: {NAME})?)(?!\w)", 0.6),
)


HELD = listed("hosted hosts held holds organised organized attended opened launched staged")
HOSTED = (
    rf"\b(?:{'|'.join(sorted(HELD))}) (?:an?|the|the annual|his|her|its|their) "
    rf"\"?({NAME}(?: {NAME}){{1,2}})(?![\w-])"
)

DRILL_NAMES = cues(KNOWN_DRILLS)
DRILL_WORDS = listed("exercise exercises drill drills war games manoeuvre manoeuvres maneuvers")
WARS = frozenset({"First", "Second", "Third", "1st", "2nd"})
BATTLES = frozenset({"Battle", "Siege", "Massacre"})

CUES = (
    frozenset(str(year) for year in range(1900, 2100)),
    *(DRILL_NAMES, DRILL_NAMES, DRILL_NAMES, DRILL_WORDS, frozenset({"Exercise"}), WARS),
    *(cues(NAMED_EVENTS), BATTLES, cues(GATHERINGS), cues(HAPPENINGS)),
)
"""Of each rule the words without which it finds nothing."""


def all_events(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for (rule, pattern, strength), needed in zip(RULES, CUES, strict=True):
        if not page.has(needed):
            continue
        for match in re.finditer(pattern, page.text):
            start, end = match.span(1)
            start = _trimmed(page, start, end)
            piece = page.text[start:end]
            if rule == "gathering" and not _named(page, piece):
                continue
            if rule == "drill" and not _own_name(page, piece):
                continue
            yield page.mention(start, end, "EVENT", rule, strength)
    yield from _hosted(page)


def _trimmed(page: Page, start: int, end: int) -> int:
    """The start after articles and a possessor: "Putin's", "The"."""
    while word := re.match(r"(\S+) ", page.text[start:end]):
        text = word.group(1)
        if text not in NEVER and not text.endswith("'s"):
            break
        start += word.end()
    return start


def _named(page: Page, piece: str) -> bool:
    words = piece.split()
    if len(words) < 2 or words[-1] == "March" or words[0] in ("March", "Spring", "Congress", "War"):
        return False
    if words == ["Civil", "War"] or (words[-1] in TROUBLES and all(page.common(w) for w in words)):
        return False
    return not re.match(r"(?:Next|Last|This|That|Early|Late|Foreign|Prime|President)\b", piece)


def _own_name(page: Page, piece: str) -> bool:
    """Whether a drill has a name of its own: Eagle Assault, but not NATO, Russian or Joint."""
    words = [word for word in piece.split() if word[0].isupper() and word != "Exercise"]
    named = [w for w in words if not (page.common(w) and w not in page.lists["last"])]
    known = [n.label for w in (*words, " ".join(words)) for n in page.registry.exact(w)]
    strange = any(label != "EVENT" for label in known)
    return not strange and (bool(named) or len(words) > 1)


def _hosted(page: Page) -> Iterator[Mention]:
    """Ordinary words with capitals that somebody held: "hosted a Big Conversation"."""
    if not page.has(HELD):
        return
    for match in re.finditer(HOSTED, page.text):
        words = match.group(1).split()
        named = any(page.registry.exact(w) or w in page.lists["first"] for w in words)
        if page.common(words[-1]) and words[-1] not in page.lists["org"] and not named:
            yield page.mention(*match.span(1), "EVENT", "held", 0.6)
