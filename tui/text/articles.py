"""Which sections make up one article: what goes on after a caption or an inset is the same one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Section


def article_starts(sections: Sequence[Section]) -> list[int]:
    """For every section the number of the section that its article starts with.

    ``sections`` are in the order of the text. There is one main article, whatever stands amid it.
    An embedded one goes on behind a caption under the same dateline; next to one another two
    embedded sections are two articles. Captions and source lines belong to the article above.
    """
    starts: list[int] = []
    main: int | None = None
    for number, section in enumerate(sections):
        start = starts[-1] if starts else number
        if section.kind == "main":
            main = start = number if main is None else main
        elif section.kind == "embedded":
            above = sections[number - 1] if number else section
            goes_on = above.kind == "caption" and sections[start].kind == "embedded"
            if not (goes_on and sections[start].dateline == section.dateline):
                start = number
        starts.append(start)
    return starts
