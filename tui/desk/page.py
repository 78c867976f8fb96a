"""Laying out a text in lines of a comfortable measure; pure, by offsets.

Most lines of a brief are plain narrow characters, where the break is found by one search from
the right; only paragraphs with wide, combining or tab characters are measured cell by cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rich.cells import cell_len, split_graphemes

TAB = 4
"""Cells that a tab takes in a view."""

# Everything but what surely takes one cell: Latin, Greek, Cyrillic, and common signs.
_ODD = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2000-\u200a"
    r"\u2010-\u2027\u202f-\u205f\u20a0-\u20cf\u2100-\u22ff\u2400-\u2426\u2500-\u25fc\ufffd]"
)

_WORD = re.compile(r" +|\t|[^ \t]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: text[start:end], or a line of the desk's own (``words``).

    A blank line has ``start == end``; blanks at the break belong to no line.
    """

    start: int
    end: int
    words: str | None = None
    style: str = ""


def width_of(text: str) -> int:
    """The cells that a piece of text takes, tabs included."""
    return cell_len(text.replace("\t", " " * TAB))


def wrap(text: str, measure: int, start: int = 0, end: int | None = None) -> list[Line]:
    """Break text[start:end] into lines of at most ``measure`` cells.

    Runs of blank lines become one; a word longer than the measure is cut.
    """
    end = len(text) if end is None else end
    lines: list[Line] = []
    at = start
    while at <= end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if not text[at:stop].strip():
            if lines and lines[-1].start < lines[-1].end and stop < end:
                lines.append(Line(at, at))
        elif _ODD.search(text, at, stop):
            _break_by_cells(text, at, stop, measure, lines)
        else:
            _break_by_characters(text, at, stop, measure, lines)
        at = stop + 1
    while lines and lines[-1].start == lines[-1].end:
        lines.pop()
    return lines


def _break_by_characters(text: str, at: int, stop: int, measure: int, lines: list[Line]) -> None:
    """Break a paragraph in which every character is one cell wide."""
    while stop - at > measure:
        cut = text.rfind(" ", at + 1, at + measure + 1)
        if cut < 0:
            lines.append(Line(at, at + measure))
            at += measure
        else:
            lines.append(Line(at, cut))
            at = cut + 1
    lines.append(Line(at, stop))


def _break_by_cells(text: str, at: int, stop: int, measure: int, lines: list[Line]) -> None:
    """Break a paragraph by measured words; a long word is cut between graphemes."""
    first, used = at, 0
    for match in _WORD.finditer(text, at, stop):
        word, width = match.group(), width_of(match.group())
        if used + width <= measure:
            used += width
            continue
        if word[0] == " ":
            lines.append(Line(first, match.start()))
            first, used = match.end(), 0
            continue
        if first < match.start():
            lines.append(Line(first, match.start() - (text[match.start() - 1] == " ")))
        first, used = match.start(), 0
        for begin, over, _ in split_graphemes(word)[0]:
            cells, place = width_of(word[begin:over]), match.start() + begin
            if used + cells > measure and place > first:
                lines.append(Line(first, place))
                first, used = place, 0
            used += cells
    if first < stop:
        lines.append(Line(first, stop))


class Page:
    """Lines in reading order, with their places found by bisection."""

    def __init__(self, lines: list[Line]) -> None:
        """Lines of the desk's own carry the offset of the text that follows them."""
        self.lines = lines
        self._starts = [line.start for line in lines]

    def line_at(self, offset: int) -> int:
        """The number of the text line that shows ``offset``, else of the last one before it."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        while number and (
            self.lines[number].words is not None or self.lines[number].start > offset
        ):
            number -= 1
        return number

    def lines_over(self, start: int, end: int) -> range:
        """The numbers of the lines that show any of text[start:end]."""
        return range(self.line_at(start), self.line_at(max(start, end - 1)) + 1)
