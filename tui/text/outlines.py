"""What an article's text says about itself: title, dateline, source, and its sections.

Everything is read off whole lines: the layout of what people copy from web pages, not the
sense of its sentences. The work is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tui.model import Section, SectionKind
from tui.text import cues
from tui.text.parts import Line, Part, split
from tui.text.stamps import Stamp

LONGEST_TITLE: Final = 160
"""A first line longer than this is prose: the title is then its beginning."""

CUT_TITLE: Final = 80
"""How much of the prose makes a title where there is none."""

_INVISIBLE: Final = "\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a text; ``sections`` cover it in order, without gaps.

    ``dateline`` is the main section's, ``YYYY-MM-DD`` or with ``THH:MM``; ``day`` is without
    the time. Captions and source lines carry the dateline of the article that they stand in,
    so that the dates of every section resolve against its own.
    """

    title: str
    title_span: tuple[int, int]
    dateline: str | None
    source: str
    sections: tuple[Section, ...]

    @property
    def day(self) -> str | None:
        """The dateline without a time."""
        return self.dateline[:10] if self.dateline else None


def outline(text: str) -> Outline:
    """Read title, dateline, source and sections off ``text``; offsets are into it as given."""
    lines = _lines(text)
    if not lines:
        sections = (Section(0, len(text), "main"),) if text else ()
        return Outline("", (0, 0), None, "", sections)
    parts = split(lines)
    years = cache(lambda: sorted(cues.years(text)))  # Few stamps can be read in two ways.
    datelines = [_dateline(part.piece.stamp, years) for part in parts]
    kinds = _kinds(text, lines, parts)
    title = _title(lines)
    return Outline(
        title=" ".join(text[slice(*title)].split()),
        title_span=title,
        dateline=datelines[0],
        source=_source(lines, kinds),
        sections=_sections(len(text), lines, parts, datelines, kinds),
    )


def _lines(text: str) -> list[Line]:
    """The lines that are not blank; they end with LF, CRLF or CR."""
    lines: list[Line] = []
    gap = True
    below = 0
    for row in text.split("\n"):
        begin, below = below, below + len(row) + 1
        for piece in row.removesuffix("\r").split("\r") if "\r" in row else (row,):
            stripped = piece.strip().strip(_INVISIBLE).strip()
            if stripped:
                lines.append(Line(begin, begin + piece.index(stripped[0]), stripped, gap))
            gap = not stripped
            begin += len(piece) + 1
    return lines


def _title(lines: Sequence[Line]) -> tuple[int, int]:
    chosen = lines[0]
    for line in lines[:5]:
        if line.stamp is None and not cues.is_address(line.text):
            chosen = line
            break
    mark = cues.heading_mark(chosen.text)
    start, end = chosen.start + mark, chosen.start + len(chosen.text.rstrip("*"))
    if end - start <= LONGEST_TITLE:
        return start, max(start, end)
    cut = chosen.text.rfind(" ", mark + 1, mark + CUT_TITLE)
    return start, chosen.start + (cut if cut > 0 else mark + CUT_TITLE)


def _dateline(stamp: Stamp | None, years: Callable[[], Sequence[int]]) -> str | None:
    """The reading of a stamp that most of the years named in the text do not exceed."""
    if stamp is None:
        return None
    if len(stamp.readings) == 1:
        return stamp.readings[0]
    return max(stamp.readings, key=lambda reading: bisect_right(years(), int(reading[:4])))


def _kinds(text: str, lines: Sequence[Line], parts: Sequence[Part]) -> list[SectionKind]:
    """What each line belongs to."""
    cyrillic = cues.is_cyrillic(text)
    kinds: list[SectionKind] = []
    for part, end in zip(parts, [*(part.first for part in parts[1:]), len(lines)], strict=True):
        source = _closing(lines, part.first, end)
        for index in range(part.first, end):
            line = lines[index]
            if index >= source:
                kinds.append("source")
            elif (
                index > part.first
                and line.stamp is None
                and not line.announces
                and not cues.names_source(line.text)
                and cues.is_caption(line.text, cyrillic)
            ):
                kinds.append("caption")
            else:
                kinds.append(part.piece.kind)
    return kinds


def _closing(lines: Sequence[Line], first: int, end: int) -> int:
    """The index of the first of the lines that close a part with its source; ``end`` if none do."""
    last = end - 1
    if last > first and lines[last].announces:
        last -= 1
    source = end
    for index in range(last, max(first, last - 3), -1):
        line = lines[index]
        if cues.names_source(line.text):
            source = index
        elif not line.stamp:
            break
    if source == end == len(lines) and last > first + 1:
        line, above = lines[last], lines[last - 1]
        if not line.stamp and line.gap and above.is_body and cues.is_name_like(line.text):
            source = last
    return source


def _source(lines: Sequence[Line], kinds: Sequence[SectionKind]) -> str:
    named = [line for line, kind in zip(lines, kinds, strict=True) if kind == "source"]
    named += [line for line in lines[1:6] if cues.names_source(line.text)]
    return cues.source_name(named[0].text) if named else ""


def _sections(
    length: int,
    lines: Sequence[Line],
    parts: Sequence[Part],
    datelines: Sequence[str | None],
    kinds: Sequence[SectionKind],
) -> tuple[Section, ...]:
    """Runs of lines of one kind in one part, stretched so that they cover the text."""
    starts: list[tuple[int, SectionKind, str | None]] = []
    owner = -1
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        fresh = owner + 1 < len(parts) and index == parts[owner + 1].first
        owner += fresh
        if fresh or kind != kinds[index - 1]:
            starts.append((line.begin if starts else 0, kind, datelines[owner]))
    ends = [*(start for start, _, _ in starts[1:]), length]
    return tuple(
        Section(start, end, kind, dateline)
        for (start, kind, dateline), end in zip(starts, ends, strict=True)
    )
