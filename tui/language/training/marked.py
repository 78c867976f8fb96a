"""Plain text with its names marked in it, as people write it: ``the [Kremlin|ORG] said``.

A line is a paragraph, a blank line ends a document, a line that begins with ``# `` is a comment.
``[Nord Stream 2|IGNORE]`` marks what is neither right nor wrong to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language.training.annotated import EVENT, LABELS, Annotated, Span

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
IGNORE = "IGNORE"


def parse(text: str, source: str = "", doc: str = "") -> Annotated:
    """One text without its marks, and what they say. Raises ValueError for an unknown label."""
    pieces: list[str] = []
    ents: list[Span] = []
    ignore: list[tuple[int, int]] = []
    done = length = 0
    for mark in MARK.finditer(text):
        before, (name, label) = text[done : mark.start()], mark.groups()
        start = length + len(before)
        length = start + len(name)
        if label == IGNORE:
            ignore.append((start, length))
        elif label in (*LABELS, EVENT):
            ents.append((start, length, label))
        else:
            raise ValueError(f"no label is called {label!r}: {mark[0]}")
        pieces += [before, name]
        done = mark.end()
    return Annotated("".join(pieces) + text[done:], tuple(ents), source, doc, tuple(ignore))


def documents(text: str, source: str = "") -> Iterator[Annotated]:
    """The documents of a file, numbered from 1, a line break between paragraphs.

    Raises ValueError for an unknown label.
    """
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    found = (part.strip() for part in "\n".join(lines).split("\n\n"))
    for number, document in enumerate(filter(None, found), start=1):
        yield parse(document, source, str(number))
