"""Laying out a text in lines of a comfortable measure; pure, by offsets.

Most lines of a brief are plain narrow characters, where the break is found by one search from
the right; only paragraphs with wide, combining or tab characters are measured cell by cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

TAB = 4
"""Cells that a tab takes in a view."""

AHEAD = 64
"""Lines laid out at a time."""

# Everything but what surely takes one cell: Latin, Greek, Cyrillic, and common signs.
_ODD = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2000-\u200a"
    r"\u2010-\u2027\u202f-\u205f\u20a0-\u20cf\u2100-\u22ff\u2400-\u2426\u2500-\u25fc\ufffd]"
)

_WORD = re.compile(r" +|\t|[^ \t]+")


class Line(NamedTuple):
    """One line of a page: text[start:end], or a line of the desk's own (``words``).

    A blank line has ``start == end``; blanks at the break belong to no line. (A named tuple, as
    these are made by the ten thousand.)
    """

    start: int
    end: int
    words: str | None = None
    style: str = ""


def width_of(text: str) -> int:
    """The cells that a piece of text takes, tabs included."""
    return cell_len(text.replace("\t", " " * TAB))


def wrap(text: str, measure: int, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Break text[start:end] into lines of at most ``measure`` cells, as they are asked for.

    Runs of blank lines become one; a word longer than the measure is cut.
    """
    begun, blank = False, None
    for line in _broken(text, measure, start, len(text) if end is None else end):
        if line.start == line.end:
            blank = blank or line
        else:
            if begun and blank is not None:
                yield blank
            begun, blank = True, None
            yield line


def _broken(text: str, measure: int, at: int, end: int) -> Iterator[Line]:
    """The lines with all blank ones."""
    while at <= end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        paragraph = text[at:stop]
        if not paragraph or paragraph.isspace():
            yield Line(at, at)
        elif (paragraph.isascii() and paragraph.isprintable()) or not _ODD.search(paragraph):
            yield from _break_by_characters(text, at, stop, measure)
        else:
            yield from _break_by_cells(text, at, stop, measure)
        at = stop + 1


def _break_by_characters(text: str, at: int, stop: int, measure: int) -> Iterator[Line]:
    """Break a paragraph in which every character is one cell wide."""
    while stop - at > measure:
        cut = text.rfind(" ", at + 1, at + measure + 1)
        if cut < 0:
            yield Line(at, at + measure)
            at += measure
        else:
            yield Line(at, cut)
            at = cut + 1
    yield Line(at, stop)


def _break_by_cells(text: str, at: int, stop: int, measure: int) -> Iterator[Line]:
    """Break a paragraph by measured words; a long word is cut between graphemes."""
    first, used = at, 0
    for match in _WORD.finditer(text, at, stop):
        word, width = match.group(), width_of(match.group())
        if used + width <= measure:
            used += width
            continue
        if word[0] == " ":
            yield Line(first, match.start())
            first, used = match.end(), 0
            continue
        if first < match.start():
            yield Line(first, match.start() - (text[match.start() - 1] == " "))
        first, used = match.start(), 0
        for begin, over, _ in split_graphemes(word)[0]:
            cells, place = width_of(word[begin:over]), match.start() + begin
            if used + cells > measure and place > first:
                yield Line(first, place)
                first, used = place, 0
            used += cells
    if first < stop:
        yield Line(first, stop)


def lay_out(
    text: str, measure: int, words: Mapping[int, Sequence[tuple[str, str]]]
) -> Iterator[Line]:
    """The lines of a text, and those of the desk's own before the offsets that they belong to.

    ``words`` are pieces with their style; all is broken at ``measure`` cells. The text has its
    stand-ins already.
    """
    at = 0
    for offset in sorted(words):
        if offset > at:
            yield from wrap(text, measure, at, offset)
        at = offset
        for shown, style in words[offset]:
            for line in list(wrap(shown, measure)) or [Line(0, 0)]:
                yield Line(offset, offset, shown[line.start : line.end], style)
    if text:
        yield from wrap(text, measure, at)


class Page:
    """Numbered lines in reading order, laid out only as far down as anybody has looked.

    So the first screen of a long text costs no more than that of a short one, and yet a line's
    number is its number for good.
    """

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Lines of the desk's own carry the offset of the text that follows them."""
        self._more = iter(lines)
        self._lines: list[Line] = []
        self._starts: list[int] = []

    @property
    def lines(self) -> Sequence[Line]:
        """All lines."""
        while self._lay_out():
            pass
        return self._lines

    def view(self, first: int, count: int) -> Sequence[Line]:
        """The lines from ``first`` on, at most ``count``; fewer at the end."""
        while len(self._lines) < first + count and self._lay_out():
            pass
        return self._lines[first : first + count]

    def line_at(self, offset: int) -> int:
        """The number of the text line that shows ``offset``, else of the last one before it."""
        while (not self._starts or self._starts[-1] <= offset) and self._lay_out():
            pass
        number = max(0, bisect_right(self._starts, offset) - 1)
        while number and (
            self._lines[number].words is not None or self._lines[number].start > offset
        ):
            number -= 1
        return number

    def lines_over(self, start: int, end: int) -> range:
        """The numbers of the lines that show any of text[start:end]."""
        return range(self.line_at(start), self.line_at(max(start, end - 1)) + 1)

    def _lay_out(self) -> bool:
        """Lay out some lines more; False if there are none."""
        new = list(islice(self._more, AHEAD))
        self._lines += new
        self._starts += [line.start for line in new]
        return bool(new)
