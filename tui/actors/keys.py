"""Name keys: one plain spelling for all the ways in which a person's name is written.

Lukashenko, Lukashenka, Лукашенко, Лукашэнка and Łukašenka differ by language (Russian or
Belarusian), by script and by the rules of transliteration; their key is the same. The key is
deliberately coarse in vowels and soft consonants, which the languages treat differently, and
exact in endings: Tsikhanouski is not Tsikhanouskaya, nor Ivanov Ivanova or Ivanenko. Equal keys
of *full* names link; a key says nothing about how similar two different names are.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from tui.actors.given_names import GROUPS

SOUNDS = str.maketrans(
    {
        **dict(zip("абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяѓѕјљњќџ", "", strict=False)),
        **dict(zip("абвгґдзклмнпрстуфх", "abvhhdzklmnprstufh", strict=True)),
        **{"е": "ie", "є": "ie", "ё": "io", "ж": "Z", "и": "i", "і": "i", "ї": "i", "й": "i"},
        **{"о": "o", "ў": "v", "ц": "ts", "ч": "C", "ш": "S", "щ": "SC", "ъ": "", "ы": "i"},
        **{"ь": "", "э": "e", "ю": "iu", "я": "ia", "ј": "i", "љ": "l", "њ": "n", "џ": "dZ"},
        **{"ѓ": "h", "ќ": "k", "ѕ": "dz", "ђ": "dZ", "ћ": "C", "қ": "k", "ғ": "h", "ә": "a"},
        **{"ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ң": "n"},
    }
)
"""Belarusian, Russian and Ukrainian letters in one table, and those of their neighbours."""

LACINKA = str.maketrans(
    {
        "š": "S",
        "č": "C",
        "ž": "Z",
        "ł": "l",
        "ŭ": "v",
        "ć": "t",
        "ś": "s",
        "ź": "z",
        "ż": "Z",
        "ń": "n",
    }
)
"""Letters with signs in Łacinka, Polish and the Baltic and South Slavic alphabets."""

POLISH = re.compile(r"[łżąęćśźńŭ]|sz|cz|rz[eyi]|wicz|ow(?:a|ski)?\b|sk[ai] .*w|ł")
"""Signs that a Latin spelling follows Polish or Belarusian Latin rules: ch is kh, c is ts."""

LATIN_RULES = tuple(
    (needed, re.compile(pattern), sound)
    for needed, pattern, sound in (
        ("c", r"s[hc]?hch|szcz|Sch", "SC"),
        ("s", r"sch|sh|sz", "S"),
        ("c", r"tch|tsch|cz", "C"),
        ("zh", r"zh", "Z"),
        ("h", r"kh|gh", "h"),
        ("ph", r"ph", "f"),
        ("th", r"th", "t"),
        ("ck", r"ck", "k"),
        ("x", r"x", "ks"),
        ("q", r"q", "k"),
        ("t", r"ts|tz|tc", "t"),
        ("g", r"g", "h"),
        ("w", r"w", "v"),
        ("", r"[jy]", "i"),
    )
)
"""English and other Latin spellings of the same sounds, longest first, each with the letters
without which it finds nothing: most words lack them, and looking is quick."""

SOUND_RULES = tuple(
    (needed, re.compile(pattern), sound)
    for needed, pattern, sound in (
        ("d", r"d[zZ]|dz", "d"),  # Belarusian dz before e and i is Russian d: Lebedzka, Lebedko
        ("ts", r"ts", "t"),  # likewise ts: Tsikhanouskaya, Tikhanovskaya
        ("", r"[eo]", "a"),  # akanye, and e that is ya in Belarusian
        ("i", r"i+(?=[aiu])", ""),  # the y of ya, ye, yu comes and goes
        ("", r"(.)\1+", r"\1"),
        ("u", r"(?<=[ai])u(?![a-zA-Z])", "v"),  # final short u: Niakliajeu, Nekliaev
        ("u", r"(?<=a)u(?=[^aiu])", "v"),
        ("ii", r"(?<=i)i$", ""),
        ("", r"(.)\1+", r"\1"),
    )
)
"""What the languages do to the sounds; applied in this order to every word."""

PATRONYMIC = re.compile(r".{2,}(?:aviC|iviC|iC|avna|ivna|iCna)$")
"""Endings of patronymics in key spelling."""

SPLIT = re.compile(r"[\s\-‐‑–—.·]+")
ARTICLES = frozenset({"al", "el", "ad", "as", "ash", "at", "bin", "ibn", "ul", "ur"})
"""Particles of Arabic names, which come and go."""


@functools.lru_cache(maxsize=65536)
def _sounds(word: str, polish: bool) -> str:
    """A folded word, capitals standing for the sounds sh, ch and zh."""
    word = word.translate(SOUNDS).translate(LACINKA)
    word = "".join(c for c in unicodedata.normalize("NFD", word) if c.isalnum())
    if polish:
        word = word.replace("rz", "Z").replace("cz", "C").replace("ch", "h").replace("c", "t")
    for needed, rule, sound in LATIN_RULES:
        if needed in word:
            word = rule.sub(sound, word)
    # What is left of c: English ch, a c before e and i, a c like k.
    word = word.replace("ch", "C")
    if "c" in word:
        word = re.sub(r"c(?=[eiy])", "t", word).replace("c", "k")
    for needed, rule, sound in SOUND_RULES:
        if needed in word:
            word = rule.sub(sound, word)
    return word


@functools.lru_cache(maxsize=65536)
def _spelled(sounds: str) -> str:
    return sounds.replace("S", "sh").replace("C", "ch").replace("Z", "zh")


@functools.cache
def _groups() -> dict[str, str]:
    """Each given name's key and the key of its group."""
    found: dict[str, str] = {}
    for group in GROUPS:
        first, *_ = names = group.split()
        for name in names:
            low = name.casefold()
            found.setdefault(
                _sounds(low, bool(POLISH.search(low))), _sounds(first.casefold(), False)
            )
    return found


def _words(name: str) -> list[str]:
    """The name's words as sounds; a surname before a comma is put last."""
    low = unicodedata.normalize("NFC", name).casefold().replace("’", "'").replace("ʼ", "'")
    surname, comma, rest = low.partition(",")
    if comma:
        low = f"{rest} {surname}"
    polish = bool(POLISH.search(low))
    words = [w.strip("'\"«»“”()") for w in SPLIT.split(low)]
    return [s for w in words if w and (s := _sounds(w, polish))]


def fold_words(name: str) -> tuple[str, ...]:
    """The name's words in key spelling, patronymic left out, given names by their groups."""
    words = _words(name)
    groups = _groups()
    if len(words) > 2:
        if PATRONYMIC.match(words[1]):
            del words[1]
        elif PATRONYMIC.match(words[-1]) and words[1] in groups:
            del words[-1]
        if len(words) > 2:
            words = [w for w in words if w not in ARTICLES] or words
    if len(words) < 2:
        return tuple(_spelled(w) for w in words)
    # The last word of a name in the usual order is the surname, never a given name.
    named = [groups.get(w, w) for w in words[:-1]]
    last = words[-1]
    if last in groups and not any(w in groups for w in words[:-1]):
        last = groups[last]
    return tuple(_spelled(w) for w in [*named, last])


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a person's name: equal for spellings of one name, whatever script or word order.

    A single word is folded as a surname. The words of a longer name are sorted, so that
    "Статкевич Николай" is "Nikolai Statkevich"; a patronymic is left out.
    """
    return " ".join(sorted(fold_words(name)))


def surname(name: str) -> str:
    """The key of a full name's last word."""
    words = fold_words(name)
    return words[-1] if words else ""


def same(a: str, b: str) -> float:
    """1.0 where two full names surely are one, else 0.0: the only link made without asking."""
    return float(fold(a) == fold(b) and compatible(a, b))


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of one of the groups, in any of their spellings."""
    sounds = _words(word)
    return len(sounds) == 1 and sounds[0] in _groups()


def plain(name: str) -> str:
    """The key of any other name: lower case, no signs, Cyrillic spelt in Latin, no "the"."""
    text = name.casefold()
    if not name.isascii():
        text = unicodedata.normalize("NFC", name).casefold().translate(SOUNDS)
        text = unicodedata.normalize("NFKD", _spelled(text))
        text = "".join(c for c in text if not unicodedata.combining(c))
    words = re.findall(r"\w+", text.replace("'", "").replace("’", ""))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@functools.lru_cache(maxsize=65536)
def patronymic(name: str) -> str:
    """The key of the given name in a name's patronymic; nothing where none is given."""
    words = _words(name)
    if len(words) < 3:
        return ""
    if PATRONYMIC.match(words[1]):
        word = words[1]
    elif PATRONYMIC.match(words[-1]) and words[1] in _groups():
        word = words[-1]
    else:
        return ""
    stem = re.sub(r"(?:aviC|iviC|iC|avna|ivna|iCna)$", "", word).rstrip("ai")
    return _stems().get(stem, stem)


@functools.cache
def _stems() -> dict[str, str]:
    """Given names as they stand in patronymics, with their groups."""
    return {name.rstrip("ai"): group for name, group in _groups().items()}


def compatible(a: str, b: str) -> bool:
    """Whether no patronymic says that two names with one key are two people."""
    one, other = patronymic(a), patronymic(b)
    return not one or not other or one[:4] == other[:4]
