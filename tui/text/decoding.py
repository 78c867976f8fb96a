"""From the bytes of a file to text: encoding, newlines, normal form."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from tui.text.patterns import lazy


class TextError(ValueError):
    """Data that cannot be read as text; the message is one sentence without the file's name."""


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
"""Byte order marks (the longer first), the codec that drops them, and the encoding's name."""

_KINDS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)

_LEGACY: Final = {"cp1251": "windows-1251", "koi8_r": "koi8-r"}
_BY_FREQUENCY: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NEWLINES = lazy("\r\n|[\r\x85\u2028\u2029]")
_SURROGATES = lazy("[\ud800-\udfff]")


def decode(data: bytes) -> tuple[str, str]:
    """The text in ``data`` and the name of its encoding; newlines are left as they are.

    UTF-8, UTF-16 and UTF-32 (these with a byte order mark), windows-1251 and koi8-r. A few
    damaged bytes in UTF-8 become U+FFFD. Raises :class:`TextError` for what is no text.
    """
    if not data.strip():
        raise TextError("it is empty")
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise TextError(f"it is {kind}, not plain text")
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return _not_empty(data.decode(codec)), name
            except UnicodeDecodeError as error:
                raise TextError(f"it is damaged: not {name} at byte {error.start}") from None
    controls = len(_CONTROLS.findall(data))
    if controls > len(data) // 10:
        raise TextError("it is binary, not text (or UTF-16 without a byte order mark)")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    # A legacy text is broken UTF-8 almost everywhere; a damaged UTF-8 text almost nowhere.
    if sum(character > "\x7f" for character in mended) >= 10 * broken:
        return mended, "utf-8"
    if b"\x00" in data or controls > len(data) // 50:
        raise TextError("it is binary, not text")
    codec = _legacy_codec(data)
    return data.decode(codec, "replace"), _LEGACY[codec]


def normalise(text: str) -> str:
    """``text`` as the library keeps it: newlines folded to ``\\n``, Unicode normal form C.

    Lone surrogates, which no encoding can hold, become U+FFFD.
    """
    return unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", _NEWLINES.sub("\n", text)))


def _not_empty(text: str) -> str:
    if not text.strip():
        raise TextError("it is empty")
    return text


def _legacy_codec(data: bytes) -> str:
    from charset_normalizer import from_bytes  # 40 ms to import, and rarely needed

    found = from_bytes(data, cp_isolation=list(_LEGACY), enable_fallback=False)
    if not found:
        return "cp1251"
    least, most = found[0].chaos, found[0].coherence
    tied = [match for match in found if (match.chaos, match.coherence) == (least, most)]
    return min(tied, key=lambda match: _rarity(str(match))).encoding


def _rarity(text: str) -> int:
    """How rare the letters of ``text`` are in Russian: decides where the library cannot.

    It has no opinion on a word or two in one case, which either encoding reads as letters.
    """
    return sum(_BY_FREQUENCY.find(letter) for letter in text.lower())
