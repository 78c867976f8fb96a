"""Visible stand-ins for characters that could drive a terminal or bend its columns.

Article text, titles, tags, notes and file names come from strangers. Whatever is shown passes
through here: each troublesome character becomes one visible character, so that offsets into
the text hold and none of its control characters arrives. The text that is stored stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tui.text.patterns import lazy

LONGEST_RUN: Final = 4
"""Combining and zero-width characters that may follow one base before they are replaced."""

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
PLACEHOLDER: Final = "\N{DOTTED CIRCLE}"

# C0 but newline and tab, DEL, C1; soft hyphen; Arabic letter mark; zero-width space, bidi marks,
# separators, embeddings and overrides; word joiner, invisible operators, isolates and the
# deprecated format characters; Hangul and Mongolian fillers; the byte order mark; surrogates;
# interlinear annotation; noncharacters; shorthand and musical format controls; tags.
# And whatever makes sequences of emoji, since terminals disagree on how wide those are: the
# zero-width joiner, variation selectors, the halves of flags, skin tones.
_TROUBLE = lazy(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u180e\u200b\u200d-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ufe00-\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]"
)
# The non-joiner stays inside words of the scripts that need it, Arabic to Mongolian. Elsewhere it
# only makes names that look the same and are not.
_NON_JOINER = lazy("(?<![\u0600-\u109f\u1780-\u18af\ua880-\uaaff])\u200c")
_NAMED: Final = {
    "\x7f": "\N{SYMBOL FOR DELETE}",
    "\xad": "\N{HYPHEN}",
    "\u200b": "\N{MIDDLE DOT}",
    "\u200d": "\N{MIDDLE DOT}",
    "\u2060": "\N{MIDDLE DOT}",
    "\ufeff": "\N{MIDDLE DOT}",
    "\u2028": "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}",
    "\u2029": "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}",
    # A selector may ask for the wide form of what stands before it: a blank takes that cell.
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), " "),
    **{chr(0x1F1E6 + n): chr(ord("A") + n) for n in range(26)},  # A flag is its country's code.
    **dict.fromkeys(map(chr, range(0x1F3FB, 0x1F400)), "\N{MIDDLE DOT}"),
}

# Marks are not word characters, so a run of them is found without a table of all marks; which
# of its members are really without width is then asked of the Unicode database. Conjoining
# Hangul vowels and finals are word characters, yet take no cell of their own.
# Text in Latin, Greek or Cyrillic letters with their punctuation has none of all that.
_UNUSUAL = lazy(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0558\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u202f-\u205f"
    "\u20a0-\u20bf\u2100-\u22ff\u2400-\u2426\u2500-\u25ff\ufffd]"
)
_RUNS = lazy(rf"(?:[^\w\s\x00-\u02ff]|[\u1160-\u11ff]){{{LONGEST_RUN + 1},}}")
_LEADING = lazy(r"(?m)^(?:[^\w\s\x00-\u02ff]|[\u1160-\u11ff])")
_BLANK = lazy(r"[\n\t]")
_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\n\t"


def visible(text: str) -> str:
    """``text`` with every troublesome character replaced by one visible character.

    Newline and tab stay, the view expands the latter. The result is as long as ``text``.
    """
    distinct = _distinct(text)  # Most texts have nothing to replace.
    if _TROUBLE.search(distinct):
        text = _TROUBLE.sub(_stand_in, text)
    if not _UNUSUAL.search(distinct):
        return text
    text = _NON_JOINER.sub("\N{MIDDLE DOT}", text)
    text = _LEADING.sub(_leading_mark, text)
    return _RUNS.sub(_shortened_run, text)


def one_line(text: str) -> str:
    """As :func:`visible`, for titles, tags and file names: newlines and tabs become blanks."""
    return visible(_BLANK.sub(" ", text))


def _distinct(text: str) -> str:
    """The characters of ``text`` beyond plain ASCII, each once; a long text takes a millisecond."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return "".join(set(rest.decode("utf-8", "surrogatepass")))


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character < " ":
        return chr(0x2400 + ord(character))
    return _NAMED.get(character, UNKNOWN)


def _takes_no_cell(character: str) -> bool:
    if "\u1160" <= character <= "\u11ff":
        return True
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def _leading_mark(match: re.Match[str]) -> str:
    """A mark without a base would sit on whatever the screen shows before the text."""
    return PLACEHOLDER if _takes_no_cell(match.group()) else match.group()


def _shortened_run(match: re.Match[str]) -> str:
    characters = list(match.group())
    run = 0
    for index, character in enumerate(characters):
        run = run + 1 if _takes_no_cell(character) else 0
        if run > LONGEST_RUN:
            characters[index] = PLACEHOLDER
    return "".join(characters)
