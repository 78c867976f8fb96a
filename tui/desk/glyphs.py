"""The signs in the chrome: one cell each, with a plain ASCII form."""

from __future__ import annotations

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


def fit(text: str, width: int, more: str = "…") -> str:
    """The text in exactly ``width`` cells: cut with a sign, or filled with blanks."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + more, width)
