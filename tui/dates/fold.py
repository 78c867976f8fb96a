"""Folding a text for matching, one character for one, and cutting it into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\t", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    }
)
# A line of prose that was wrapped by hand; titles and stamps are shorter.
_WRAP = re.compile(r"(?<=[^\n]{45})(?<![.!?:])\n(?=[^\s])")
_STOP = re.compile(r"[.!?][\"')\]]{0,3}[ \n]{1,3}(?=[\"'(\[]{0,2}[A-ZА-ЯІЎЄЇ0-9])|\n")
_NOT_A_STOP = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|sen|rep|gov|prof|st|jr|sr|no|vs|inc|corp|co|ltd|etc|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])|\b[a-z]\.[a-z])\.$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """The text in lower case with plain dashes, quotes and spaces; offsets stay the same."""
    low = text.lower()
    if len(low) != len(text):  # some capitals have a longer small form
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _WRAP.sub(" ", low.translate(_PLAIN))


class Sentences:
    """Where the sentences of a text begin; a new line also begins one."""

    def __init__(self, text: str, folded: str) -> None:
        self.starts = [0]
        for stop in _STOP.finditer(text):
            at = stop.start()
            if text[at] == "\n" and folded[at] == " ":
                continue
            if text[at] == "." and _NOT_A_STOP.search(text[max(0, at - 6) : at + 1]):
                continue
            self.starts.append(stop.end())
        self._length = len(text)

    def number(self, offset: int) -> int:
        """Which sentence the offset lies in, from 0."""
        return bisect_right(self.starts, offset) - 1

    def span(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that the offset lies in."""
        n = self.number(offset)
        end = self.starts[n + 1] if n + 1 < len(self.starts) else self._length
        return self.starts[n], end
