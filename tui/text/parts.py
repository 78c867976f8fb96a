"""Telling the article from those that its page embeds below or amid it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.model import SectionKind
from tui.text import cues
from tui.text.stamps import LONGEST, Stamp, line_stamp, opening_stamp

LONG: Final = 160
"""A line of at least this many characters is a paragraph of the body, however it ends."""

HEAD: Final = 500
"""A stamp may stand below a standfirst of up to this many characters and still be the article's."""


@dataclass(slots=True)
class Line:
    """A line that is not blank: where its full line begins, where its text starts, and the text.

    ``gap`` tells whether a blank line, or nothing, is above it. (Not frozen: a text has thousands,
    and opening an article waits for them.)
    """

    begin: int
    start: int
    text: str
    gap: bool
    stamp: Stamp | None = None
    opens_list: bool = False
    points_elsewhere: bool = False

    def __post_init__(self) -> None:
        if len(self.text) <= LONGEST:  # A longer line is prose, whatever it says.
            self.stamp = line_stamp(self.text)
            self.opens_list = cues.opens_list(self.text)
            self.points_elsewhere = cues.points_elsewhere(self.text)

    @property
    def announces(self) -> bool:
        """Whether this announces other articles and belongs to none of them."""
        return self.opens_list or self.points_elsewhere

    @property
    def is_body(self) -> bool:
        """Whether this is prose of the article."""
        long = len(self.text) >= LONG
        return not self.stamp and (long or (len(self.text) > 60 and cues.ends_as_prose(self.text)))

    @property
    def is_heading(self) -> bool:
        """Whether this could be the title of an article."""
        return (
            not self.stamp
            and not self.announces
            and len(self.text) <= LONG
            and not cues.ends_as_prose(self.text)
            and any(character.isalpha() for character in self.text)
        )


@dataclass(slots=True)
class Piece:
    """One article of the page: its kind, its stamp, and how many characters of prose it has."""

    kind: SectionKind
    stamp: Stamp | None = None
    body: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The lines from ``first`` up to the next part; a piece goes on after an inset."""

    first: int
    piece: Piece


def split(lines: Sequence[Line]) -> list[Part]:
    """The main article and those embedded in it, in order; there is always a first, main one.

    An embedded article is opened by a heading such as "Similar articles", or by a stamp amid
    the text, and then starts at the title above the stamp. Headlines under "Read also" are an
    embedded part too, after which the article goes on.
    """
    parts = [Part(0, Piece("main"))]
    last_body = max((index for index, line in enumerate(lines) if line.is_body), default=-1)
    in_list = False
    for index, line in enumerate(lines):
        part = parts[-1]
        piece = part.piece
        if index < part.first:
            continue  # a headline of an inset
        if line.announces and 0 < index < len(lines) - 1:
            end = _headlines_end(lines, index + 1)
            if line.opens_list or end == len(lines) or lines[end].stamp:
                in_list = True
                if part.first == index:
                    parts.pop()
                parts.append(Part(index + 1, Piece("embedded")))
            elif end > index + 1:
                parts += [Part(index + 1, Piece("embedded")), Part(end, piece)]
        elif line.stamp:
            if _belongs(line.stamp, part, lines, index):
                piece.stamp = _better(piece.stamp, line.stamp)
            elif in_list or index < last_body:
                parts.append(Part(_start(part, lines, index), Piece("embedded", line.stamp)))
            elif not piece.stamp:
                piece.stamp = line.stamp  # the date is printed below the article
        elif in_list and piece.body and line.gap and line.is_heading and _starts(lines, index):
            parts.append(Part(index, Piece("embedded")))
        elif line.is_body:
            if not piece.body and not piece.stamp:
                piece.stamp = opening_stamp(line.text)
            piece.body += len(line.text)
    return parts


def _headlines_end(lines: Sequence[Line], first: int) -> int:
    """The index behind the run of titles that starts at ``first``."""
    end = first
    while end < len(lines) and lines[end].is_heading and (end == first or not lines[end].gap):
        end += 1
    return end


def _belongs(stamp: Stamp, part: Part, lines: Sequence[Line], index: int) -> bool:
    """Whether a stamp at ``index`` is that of the part it stands in, not of one that it opens."""
    piece, below_title = part.piece, index - 1 <= part.first
    if stamp.updated:
        return True
    if not piece.body:
        # In a list of titles with their dates, each title starts an article of its own.
        return piece.stamp is None or below_title or not lines[index - 1].is_heading
    return piece.stamp is None and piece.body <= HEAD and not lines[index - 1].is_heading


def _better(known: Stamp | None, other: Stamp) -> Stamp:
    """The date of publication rather than of an update, else the first."""
    return other if known is None or (known.updated and not other.updated) else known


def _start(part: Part, lines: Sequence[Line], index: int) -> int:
    """Where the article stamped at ``index`` starts: its title is above, or else below."""
    titles_below = part.piece.kind == "embedded" and lines[part.first].stamp is not None
    above = index - 1
    return above if above > part.first and lines[above].is_heading and not titles_below else index


def _starts(lines: Sequence[Line], index: int) -> bool:
    """Whether what is below the heading at ``index`` belongs to it."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and (below.is_body or below.stamp is not None)
