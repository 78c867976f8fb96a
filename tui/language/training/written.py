"""Sentences written for training, with gaps that are filled with made-up names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui.language.training.annotated import Annotated
from tui.language.training.augment import Inventor
from tui.language.training.marked import parse

SENTENCES = Path(__file__).with_name("sentences.txt")

GAP = re.compile(r"\[(\w+)\]")
"""A gap, as ``[TOWN]``; a fixed name is a mark with its label, as ``[Kremlin|ORG]``."""

GAPS = {
    "PERSON": "PERSON",
    "LAST": "PERSON",
    "ORG": "ORG",
    "TOWN": "GPE",
    "PLACE": "GPE",
    "COUNTRY": "GPE",
    "NORP": "NORP",
    "LOC": "LOC",
}
"""The label of what fills a gap."""


@cache
def sentences() -> tuple[str, ...]:
    """The lines of ``sentences.txt`` that are sentences."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def fill(sentence: str, rng: random.Random) -> Annotated:
    """One sentence with its gaps filled. Raises ValueError for an unknown gap or label."""
    invent = Inventor(rng)
    last = invent.person()[1]

    def marked_name(gap: re.Match[str]) -> str:
        nonlocal last
        kind = gap[1]
        if kind not in GAPS:
            raise ValueError(f"no gap is called {kind!r}: {sentence}")
        if kind == "PERSON":
            given, last, family_first = invent.person()
            name = f"{last} {given}" if family_first else f"{given} {last}"
        else:
            name = last if kind == "LAST" else invent.filling(kind)
        return f"[{name}|{GAPS[kind]}]"

    return parse(GAP.sub(marked_name, sentence), "written")


def filled(times: int, rng: random.Random) -> Iterator[Annotated]:
    """Every sentence, ``times`` times over, each time with other names."""
    for sentence in sentences():
        for _ in range(times):
            yield fill(sentence, rng)
