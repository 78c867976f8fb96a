"""The signs in the chrome: one cell each, with a plain ASCII form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A set of signs; none is an emoji, all are one cell wide everywhere."""

    unread: str = "●"
    opened: str = "◐"
    read: str = "·"
    kept: str = "✓"
    later: str = "»"
    dismissed: str = "×"
    star: str = "★"
    note: str = "✎"
    bar: str = "▎"
    rule: str = "─"
    done: str = "━"
    left: str = "─"
    more: str = "…"
    dot: str = "·"


UNICODE = Glyphs()
ASCII = Glyphs("*", "o", " ", "+", ">", "x", "*", "#", "|", "-", "=", "-", "~", "-")


def needs_ascii(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to lack the signs: the Linux console, or no UTF-8 locale."""
    said = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "UTF-8"
    utf8 = "utf" in said.lower() or said in ("C", "POSIX")
    return environ.get("TERM") == "linux" or not utf8


def reverses_italics(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to show italics in reverse video.

    GNU Screen does, and so does tmux wherever its ``default-terminal`` begins with ``screen``.
    """
    return environ.get("TERM", "").startswith("screen")


def fit(text: str, width: int, more: str = "…") -> str:
    """The text in exactly ``width`` cells: cut with a sign, or filled with blanks."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + more, width)


QUOTED = 12
"""Cells of a quotation that are always left, to tell what it is."""


def squeeze(sentence: str, width: int, more: str = "…") -> str:
    """The sentence in ``width`` cells if what it quotes can be cut for that; else as it is.

    What stands after a quotation, such as how to undo, matters more than its last words.
    """
    start, end = sentence.find("“") + 1, sentence.rfind("”")
    excess = cell_len(sentence) - width
    if excess <= 0 or not 0 < start < end:
        return sentence
    quoted = sentence[start:end].removesuffix(more)
    room = max(QUOTED, cell_len(sentence[start:end]) - excess)
    return sentence[:start] + fit(quoted + more, room, more).rstrip() + sentence[end:]
