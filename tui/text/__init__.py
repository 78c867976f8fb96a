"""Text as it comes: decoding, stand-ins for control characters, sentences, outline; all pure.

Offsets are code points into the text as given, end exclusive. What is only needed once an
article is read or imported loads with its first use: the desk's first frame needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tui.text.standins import one_line, visible

if TYPE_CHECKING:
    from tui.text.articles import article_starts
    from tui.text.decoding import TextError, decode, normalise
    from tui.text.outlines import Outline, outline
    from tui.text.segments import paragraphs, sentences, words
    from tui.text.stamps import read_stamp

__all__ = [
    "Outline",
    "TextError",
    "article_starts",
    "decode",
    "normalise",
    "one_line",
    "outline",
    "paragraphs",
    "read_stamp",
    "sentences",
    "visible",
    "words",
]

_LATER = {
    "article_starts": "articles",
    **dict.fromkeys(("TextError", "decode", "normalise"), "decoding"),
    **dict.fromkeys(("Outline", "outline"), "outlines"),
    **dict.fromkeys(("paragraphs", "sentences", "words"), "segments"),
    "read_stamp": "stamps",
}


def __getattr__(name: str) -> Any:
    """Load what was asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
