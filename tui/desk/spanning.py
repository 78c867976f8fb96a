"""Marking a passage by keyboard: two ends on the text, moved by words, lines and text objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import tui.text
from tui.desk.widgets.reader import ENTITIES
from tui.model import Selector

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

Span = tuple[int, int]


class Spanning:
    """The passage being marked. ``anchor`` stays, ``active`` moves; ``o`` changes them over."""

    def __init__(self, desk: DeskScreen) -> None:
        """No passage is being marked at first."""
        self._desk = desk
        self._span: Span | None = None
        self._at_end = True

    @property
    def active(self) -> bool:
        """Whether a passage is being marked."""
        return self._span is not None

    @property
    def span(self) -> Span | None:
        """The passage, as offsets into the text."""
        return self._span

    def start(self) -> bool:
        """Begin with the current item, else with the first sentence in view."""
        reader = self._desk.reader
        text = reader.sheet.text
        if not text:
            return False
        if reader.current is not None and reader.point == reader.current.start:
            self._set((reader.current.start, reader.current.end))
            return True
        first = reader.point + 1
        following = [s for s in tui.text.sentences(text, first) if s[1] > first]
        if following:
            self._set(following[0])
        return bool(following)

    def stop(self) -> None:
        """Mark nothing any more."""
        self._set(None)

    def take(self) -> tuple[str, Selector] | None:
        """Article and selector of the passage, which is no longer being marked."""
        from tui.annotations import make_selector

        paper, span = self._desk.paper, self._span
        if paper is None or span is None:
            return None
        self.stop()
        return paper.article.id, make_selector(paper.version.text, *span, paper.version.id)

    def other_end(self) -> None:
        """Move the other end from now on."""
        self._at_end = not self._at_end
        self._set(self._span)

    def extend(self, kind: str, count: int) -> None:
        """Take in the text object at the moving end, then the next ones."""
        for _ in range(max(1, count)):
            objects = self.objects(kind)
            if self._span is None or not objects:
                return
            start, end = self._span
            if self._at_end:
                after = [o for o in objects if o[1] > end]
                if after:
                    self._set(
                        (min(start, after[0][0]) if after[0][0] < end else start, after[0][1])
                    )
            else:
                before = [o for o in objects if o[0] < start]
                if before:
                    self._set((before[-1][0], end))

    def move(self, step: int, count: int) -> None:
        """Move the moving end by words, so that the passage grows or shrinks."""
        for _ in range(max(1, count)):
            if self._span is None:
                return
            start, end = self._span
            objects = self.objects("word")
            if self._at_end:
                ends = [o[1] for o in objects if (o[1] > end if step > 0 else start < o[1] < end)]
                if ends:
                    self._set((start, ends[0 if step > 0 else -1]))
            else:
                starts = [
                    o[0] for o in objects if (start < o[0] < end if step > 0 else o[0] < start)
                ]
                if starts:
                    self._set((starts[0 if step > 0 else -1], end))

    def move_line(self, step: int, count: int) -> None:
        """Move the moving end by lines of the page."""
        if self._span is None:
            return
        start, end = self._span
        page = self._desk.reader.page
        text_lines = [line for line in page.lines if line.words is None and line.start < line.end]
        at = end - 1 if self._at_end else start
        number = max(i for i, line in enumerate(text_lines) if line.start <= at or i == 0)
        line = text_lines[max(0, min(number + step * max(1, count), len(text_lines) - 1))]
        if self._at_end:
            self._set((start, max(line.end, start + 1)))
        else:
            self._set((min(line.start, end - 1), end))

    def objects(self, kind: str) -> Sequence[Span]:
        """All words, sentences, paragraphs or entities of the open text."""
        text = self._desk.reader.sheet.text
        if kind == "word":
            return tui.text.words(text)
        if kind == "sentence":
            return tui.text.sentences(text)
        if kind == "paragraph":
            return tui.text.paragraphs(text)
        return [(m.start, m.end) for m in self._desk.reader.marks[ENTITIES].marks]

    def _set(self, span: Span | None) -> None:
        self._span = span
        if span is None:
            self._at_end = True
        active = None if span is None else (span[1] - 1 if self._at_end else span[0])
        self._desk.reader.set_span(span, active)
