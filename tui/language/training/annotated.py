"""Annotated texts as plain data: what training and measuring work on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int, str]
"""Start, end (code points, end exclusive) and label."""

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP")
"""What the trained model tells apart; EVENT is left to rules."""

EVENT = "EVENT"


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text (a sentence or a whole article) with its entities, in order.

    ``source`` and ``doc`` say where it is from: neighbours with equal ones are consecutive parts
    of one document. In ``ignore`` nothing is right or wrong.
    """

    text: str
    ents: tuple[Span, ...]
    source: str = ""
    doc: str = ""
    ignore: tuple[tuple[int, int], ...] = ()

    def paragraphs(self) -> Iterator[Annotated]:
        """The lines of the text that are not blank, each with offsets of its own."""
        begin = 0
        for line in self.text.split("\n"):
            end = begin + len(line)
            if line.strip():
                yield Annotated(
                    line,
                    tuple((a - begin, b - begin, c) for a, b, c in self.ents if begin <= a < end),
                    self.source,
                    self.doc,
                    tuple((a - begin, b - begin) for a, b in self.ignore if begin <= a < end),
                )
            begin = end + 1
