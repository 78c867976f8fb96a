"""Known names: the registry's, towns and regions, and nationalities in all their compounds."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from tui.actors.keys import is_given_name
from tui.language.rules.bodies import two_names
from tui.language.rules.page import NEVER, Page
from tui.language.wordlists import listed, load
from tui.model import Mention

PREFIXES = listed("""
    all anti cis ex half inner inter intra mid neo non north northern one post pre pro pseudo south
    southern sub then trans ultra un west western east eastern once semi former
    """)
"""What may stand before a hyphen without being part of the name: pro-Western."""

NATION_STEMS = listed("""
    Afro Anglo Arab Armeno Austro Belaruso Czecho Euro Finno Franco Germano Greco Hispano Ibero
    Indo Israeli Italo Judeo Luso Polono Romano Russo Serbo Sino Slovako Turco Ukraino
    """)
"""Short forms of nations that stand before another nation: Russo-American."""

LANGUAGES = listed("""
    Afrikaans Amharic Arabic Aramaic Basque Bengali Breton Cantonese Catalan Cornish Dari Esperanto
    Farsi Frisian Gaelic Galician Guarani Gujarati Hausa Hebrew Hindi Igbo Javanese Khmer Ladino
    Malay Malayalam Mandarin Marathi Nahuatl Occitan Oromo Pashto Persian Punjabi Quechua Romani
    Sanskrit Sinhala Somali Swahili Tagalog Tamil Telugu Tibetan Tigrinya Urdu Uyghur Welsh Wolof
    Xhosa Yiddish Yoruba Zulu
    """)
"""Languages that are not called as a nation is; they are marked as nations are."""

PLACE_CUES = listed("in near from at outside around to into of towards toward across via")
"""Words after which a name that could be anything is a place."""

THE = "The "

BLANKS = str.maketrans("'-", "  ")

KNOWN, TOWN, LIKELY = 0.95, 0.7, 0.5


def known(page: Page) -> Iterator[Mention]:
    """Names that the registry lists."""
    for start, end in page.lines():
        for match in page.registry.matches(page.text, start, end):
            if _cut_off(page, match.start, match.end):
                continue
            label = match.names[0].label
            first = match.start
            strength = KNOWN
            if label == "ORG" and page.text.startswith(THE, first):
                # The Guardian, but not the Independent of The Independent Electoral Commission.
                if re.match(r" [A-Z]", page.text[match.end : match.end + 2]):
                    continue
                first += len(THE)
            piece = page.text[match.start : match.end]
            parts = two_names(page, match.start, match.end) if label == "ORG" else []
            if parts and not page.registry.is_name(piece):
                yield from (page.mention(*part, "registry", KNOWN) for part in parts)
                continue
            if label not in ("GPE", "NORP") and page.common(piece) and page.opens(match.start):
                strength = 0.4
            yield page.mention(first, match.end, label, "registry", strength)


def _cut_off(page: Page, start: int, end: int) -> bool:
    """Whether a match is a piece of a longer, hyphenated name: the Atlantic of Euro-Atlantic."""
    text = page.text
    if before := re.search(r"([^\W_]+)-$", text[max(0, start - 30) : start]):
        word = before.group(1)
        if word.lower() not in PREFIXES and not page.registry.exact(word):
            return True
    after = re.match(r"-([^\W_]+)", text[end : end + 30])
    return bool(
        after
        and after.group(1)[0].isupper()
        and after.group(1) not in ("Based", "Led", "Backed", "Style")
        and not page.registry.exact(after.group(1))
        and not page.registry.exact(after.group(1).rstrip("s"))
    )


@functools.cache
def _places() -> tuple[frozenset[str], frozenset[str]]:
    """All names of towns and regions, and the words that they begin with."""
    lists = load()
    names = lists["towns"] | lists["regions"] | lists["large"]
    return names, frozenset(name.translate(BLANKS).partition(" ")[0] for name in names)


def places(page: Page) -> Iterator[Mention]:
    """Towns and regions of the world by their full names."""
    known, begins = _places()
    words = page.words
    for index in page.capitals:
        word = words[index]
        text = word.text.title() if word.shouted else word.text
        if text.translate(BLANKS).partition(" ")[0] not in begins:
            continue
        for count in (4, 3, 2):
            run = words[index : index + count]
            if len(run) < count or run[-1].line != word.line or not run[-1].capital:
                continue
            name = page.text[word.start : run[-1].end]
            if (name.title() if word.shouted else name) in known:
                yield page.mention(word.start, run[-1].end, "GPE", "town", TOWN)
                break
        else:
            if text in known and (strength := _as_town(page, index, text)):
                yield page.mention(word.start, word.end, "GPE", "town", strength)


def _as_town(page: Page, index: int, text: str) -> float:
    """How surely a single word that may be a town is one; 0 for not."""
    words = page.words
    word = words[index]
    lists = page.lists
    if (
        page.common(text)
        or text in NEVER
        or any(text in lists[k] for k in ("title", "org", "norp"))
    ):
        return 0.0
    beside = words[max(0, index - 1) : index] + words[index + 1 : index + 2]
    lonely = not any(b.capital and b.line == word.line for b in beside)
    cued = index > 0 and words[index - 1].text in PLACE_CUES
    if text in lists["large"]:
        return TOWN if lonely or cued else LIKELY
    if text in lists["first"] or text in lists["last"] or len(text) < 4:
        return LIKELY if cued and lonely else 0.0
    return TOWN if cued and lonely else LIKELY


def nations(page: Page) -> Iterator[Mention]:
    """Two nations joined by a hyphen are one name of nations: Russo-American, Finnish-Russian."""
    for word in (page.words[index] for index in page.capitals):
        if "-" not in word.text:
            continue
        parts = word.text.split("-")
        kinds = [_is_nation(page, part) for part in parts]
        if all(kinds) or (parts[0] in NATION_STEMS and all(kinds[1:])):
            yield page.mention(word.start, word.end, "NORP", "nations", 0.9)


def _is_nation(page: Page, word: str) -> bool:
    names = page.registry.exact(word)
    return bool(names and names[0].label == "NORP") or (not names and word in page.lists["norp"])


def followers(page: Page) -> Iterator[Mention]:
    """Nationalities, faiths and followings of the word list that no registry names; languages."""
    known = page.lists["norp"] | LANGUAGES
    for word in (page.words[index] for index in page.capitals):
        if word.text in known and not page.common(word.text):
            yield page.mention(word.start, word.end, "NORP", "nation-list", 0.6)


def in_foreign_script(page: Page) -> Iterator[Mention]:
    """A Cyrillic given name and a surname; any two capitalised words in a caption."""
    name = r"[А-ЯЁІЎЄЇҐ][а-яёіўєїґ'-]+"
    for match in re.finditer(rf"(?<!\w){name}(?: {name})+(?!\w)", page.text):
        words = list(re.finditer(r"\S+", match.group()))
        given = next((n for n, w in enumerate(words) if is_given_name(w.group())), None)
        if given is None:
            if len(words) < 4:
                yield page.mention(*match.span(), "PERSON", "cyrillic-name", 0.5)
            continue
        # The given name, a patronymic if there is one, the surname; or the surname goes before.
        last = given + 2 if given + 2 < len(words) and _patronymic(words[given + 1]) else given + 1
        first, last = (given, last) if last < len(words) else (max(0, given - 1), len(words) - 1)
        start, end = match.start() + words[first].start(), match.start() + words[last].end()
        yield page.mention(start, end, "PERSON", "cyrillic-given-name", 0.8)


def _patronymic(word: re.Match[str]) -> bool:
    return re.search(r"(?:віч|вич|вна|ўна|ична|ічна|ич|іч)$", word.group()) is not None


def all_names(page: Page) -> Iterator[Mention]:
    """All that this module finds."""
    for rule in (known, places, nations, followers, in_foreign_script):
        yield from rule(page)
