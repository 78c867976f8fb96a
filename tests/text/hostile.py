"""Strings that strangers might send, for every place that shows text; made for these tests."""

from __future__ import annotations

import re

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "clipboard": "\x1b]52;c;cGxhbnRlZA==\x07",
    "window title": "\x1b]0;planted\x1b\\",
    "C1": "\x9b31mred\x9d0;planted\x9c\x85",
    "bell and more": "a\x07b\x08c\x00d\x0ee\x0ff\x7f",
    "returns": "seen\rhidden\x0b\x0c",
    "override": "user \u202egnp.exe\u202c",
    "isolates": "\u2066a\u2067b\u2068c\u2069 \u200e\u200f\u061c",
    "separators": "one\u2028two\u2029three",
    "action": "[@click=app.quit]x[/]",
    "open bracket": "[/",
    "brackets": "[UN] and [sic] in list[int] [b]",
    "zero width": "a\u200b\u200c\u200d\u2060\ufeffb" + "\u200d" * 50,
    "combining": "Z" + "\u0301\u0327" * 40 + "algo",
    "leading mark": "\u0301mark",
    "tags": "flag\U000e0067\U000e0062\U000e007f",
    "annotation": "\ufff9base\ufffaruby\ufffb",
    "soft hyphen": "exam\xadple",
    "surrogate": "lone \ud800 half",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f \U0001f1e7\U0001f1fe",
    "wide": "北京 도쿄 ｶﾅ",
    "jamo": "\u1100" + "\u1161" * 30,
}
"""By what they try."""

LONG_LINE = "word " * 40_000

DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What must never come out of :func:`tui.text.visible`."""
