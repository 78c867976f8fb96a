"""What a tag's name may be, and when two spellings are the same tag; pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from tui.annotations.errors import AnnotationError

LONGEST = 100
"""Characters that a tag may have."""

_JOINERS = "\u200c\u200d"  # scripts and emoji need them


def tag_name(text: str) -> str:
    """A tag's name as it is kept: NFC, single blanks, no control characters, no commas.

    Raises :class:`AnnotationError` if nothing is left or it is too long.
    """
    text = "".join(" " if _unfit(character) else character for character in text)
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name.strip(_JOINERS + " "):
        raise AnnotationError("A tag needs at least one visible character.")
    if len(name) > LONGEST:
        raise AnnotationError(f"A tag has at most {LONGEST} characters; this one has {len(name)}.")
    return name


def tag_key(name: str) -> str:
    """What makes two names the same tag: upper and lower case do not matter."""
    return unicodedata.normalize("NFC", tag_name(name).casefold())


def without(tags: Iterable[str], unwanted: Iterable[str]) -> list[str]:
    """``tags`` but those that are one of ``unwanted``, in any case."""
    keys = {tag_key(tag) for tag in unwanted}
    return [tag for tag in tags if tag_key(tag) not in keys]


def _unfit(character: str) -> bool:
    category = unicodedata.category(character)
    return character == "," or (category in ("Cc", "Cf", "Cs") and character not in _JOINERS)
