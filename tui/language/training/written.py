"""Sentences written for training, with gaps that are filled with made-up names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui.language.training.augment import Inventor
from tui.language.training.data import LABELS, Annotated, Span

PIECE = re.compile(r"\[([^\[\]|]+)(?:\|([A-Z]+))?\]")
"""A gap (``[TOWN]``) or a fixed name with its label (``[Kremlin|ORG]``)."""

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
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def fill(sentence: str, rng: random.Random) -> Annotated:
    """One sentence with its gaps filled. Raises ValueError for an unknown gap or label."""
    invent = Inventor(rng)
    text = ""
    ents: list[Span] = []
    last = invent.person()[1]
    done = 0
    for piece in PIECE.finditer(sentence):
        name, label = piece[1], piece[2]
        if label is None:
            if name not in GAPS:
                raise ValueError(f"no gap is called {name!r}: {sentence}")
            label = GAPS[name]
            if name == "PERSON":
                given, last, family_first = invent.person()
                name = f"{last} {given}" if family_first else f"{given} {last}"
            else:
                name = last if name == "LAST" else invent.filling(name)
        if label not in LABELS:
            raise ValueError(f"no label is called {label!r}: {sentence}")
        text += sentence[done : piece.start()]
        ents.append((len(text), len(text) + len(name), label))
        text += name
        done = piece.end()
    return Annotated(text + sentence[done:], tuple(ents), "written")


def filled(times: int, rng: random.Random) -> Iterator[Annotated]:
    """Every sentence, ``times`` times over, each time with other names."""
    for sentence in sentences():
        for _ in range(times):
            yield fill(sentence, rng)
