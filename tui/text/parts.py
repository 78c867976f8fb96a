"""Telling the article from those that its page embeds below or amid it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.model import SectionKind
from tui.text import cues
from tui.text.stamps import Stamp, line_stamp, opening_stamp

LONG: Final = 160
"""A line of at least this many characters is a paragraph of the body, however it ends."""

HEAD: Final = 500
"""A stamp may stand below a standfirst of up to this many characters and still be the article's."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where its full line begins, where its text starts, and the text.

    ``gap`` tells whether a blank line, or nothing, is above it.
    """

    begin: int
    start: int
    text: str
    gap: bool
    stamp: Stamp | None = field(init=False)
    opens_list: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stamp", line_stamp(self.text))
        object.__setattr__(self, "opens_list", cues.opens_list(self.text))

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
            and not self.opens_list
            and len(self.text) <= LONG
            and not cues.ends_as_prose(self.text)
            and any(character.isalpha() for character in self.text)
        )


@dataclass(slots=True)
class Part:
    """The lines of one article from ``first`` on; ``body`` counts its characters of prose."""

    first: int
    kind: SectionKind
    stamp: Stamp | None = None
    body: int = 0


def split(lines: Sequence[Line]) -> list[Part]:
    """The main article and those embedded in it, in order; there is always a first, main one.

    An embedded article is opened by a heading such as "Similar articles", or by a stamp amid
    the text, and then starts at the title above the stamp.
    """
    parts = [Part(0, "main")]
    last_body = max((index for index, line in enumerate(lines) if line.is_body), default=-1)
    in_list = False
    for index, line in enumerate(lines):
        part = parts[-1]
        if line.opens_list and 0 < index < len(lines) - 1:
            in_list = True
            parts.append(Part(index + 1, "embedded"))
        elif line.stamp:
            if _belongs(line.stamp, part, lines, index):
                part.stamp = _better(part.stamp, line.stamp)
            elif in_list or index < last_body:
                parts.append(Part(_title_above(part, lines, index), "embedded", line.stamp))
            elif not part.stamp:
                part.stamp = line.stamp  # the date is printed below the article
        elif in_list and part.body and line.gap and line.is_heading and _starts(lines, index):
            parts.append(Part(index, "embedded"))
        elif line.is_body:
            if not part.body and not part.stamp:
                part.stamp = opening_stamp(line.text)
            part.body += len(line.text)
    return parts


def _belongs(stamp: Stamp, part: Part, lines: Sequence[Line], index: int) -> bool:
    """Whether a stamp at ``index`` is that of the part it stands in, not of one that it opens."""
    if stamp.updated:
        return True
    own_title = index - 1 <= part.first
    if not part.body:
        # In a list of titles with their dates, each title starts an article of its own.
        return part.stamp is None or own_title or not lines[index - 1].is_heading
    return part.stamp is None and part.body <= HEAD and not lines[index - 1].is_heading


def _better(known: Stamp | None, other: Stamp) -> Stamp:
    """The date of publication rather than of an update, else the first."""
    return other if known is None or (known.updated and not other.updated) else known


def _title_above(part: Part, lines: Sequence[Line], index: int) -> int:
    """Where the article stamped at ``index`` starts: its title is above, or else below."""
    titles_below = part.kind == "embedded" and lines[part.first].stamp is not None
    above = index - 1
    return above if above > part.first and lines[above].is_heading and not titles_below else index


def _starts(lines: Sequence[Line], index: int) -> bool:
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and (below.is_body or below.stamp is not None)
