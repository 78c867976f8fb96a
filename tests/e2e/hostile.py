"""Text that strangers might send, planted with markers, and what must never follow from it.

Each piece of it says where it was planted, so that the stream of bytes tells what came through:
the words of an escape sequence may arrive, what makes a terminal obey them may not.
"""

from __future__ import annotations

import re

SELF_CONTAINED = "zero\u200b\u200c\u200d\u200bwidth Z" + "\u0301\u0327" * 12 + "algo "
EMOJI = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f1e7\U0001f1fe "
    "\U0001f44d\U0001f3fd 1\ufe0f\u20e3 \u231a "
)
WIDE = "北京の한국어 "
BRACKETS = ("[@click=app.quit]x[/]", "[/", "[UN]", "[sic]", "[b]", "list[int]")


def hostile(place: str) -> str:
    """One line of everything, marked with the place that it is planted in; no newline, no tab."""
    return (
        f"\x1b[3;45mSGR{place} \x1b]52;c;OSC52{place}\x07 \x1b]0;OSC0{place}\x1b\\ "
        f"\x1b[7;7HCUP{place} \x1bcRIS{place} \x9b3;46mCSI{place} \x9d0;OSC{place}\x9c "
        f"\x07\x08\x00\x7f\x0e\x0fC0{place} \x85 \r "
        f"user\u202eBIDI{place}\u202c \u2066ISO{place}\u2069\u200e\u200f\u061c\ufeff "
        f"{' '.join(BRACKETS)} {SELF_CONTAINED}{EMOJI}{WIDE}END{place}"
    )


FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e0fff]"
)
"""Characters that no text may bring to a terminal."""

OURS = re.compile(
    r"\r\n"
    r"|\x1b\[[0-9;]*[HJKm]"  # Cursor, erase, colours.
    r"|\x1b\[[0-9;]*[rST]"  # Scroll regions and scrolling.
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"
    r"|\x1b\[\?(?:2026|2048)\$p"
    r"|\x1b\[(?:>25|<)u"  # Kitty's keyboard protocol.
    r"|\x1b\]22;(?:default|text)\x07"  # The shape of the mouse pointer.
)
"""All control sequences that the desk itself needs."""

PLANTED = re.compile(
    r"\x1b\[3;45m|\x1b\[7;7H|\x1b\](?:0|52)|\x1bc|[\x80-\x9f]"  # As planted by hostile().
)


def trespasses(raw: bytes) -> list[str]:
    """What in a stream of bytes drives the terminal and is not the desk's own, with context."""
    text = raw.decode("utf-8", errors="surrogateescape")
    rest = OURS.sub("", text)
    found = [rest[max(0, m.start() - 20) : m.end() + 20] for m in FORBIDDEN.finditer(rest)]
    found += [m.group() for m in PLANTED.finditer(text)]
    found += [m.group() for m in re.finditer("[\ud800-\udfff]", text)]
    return found
