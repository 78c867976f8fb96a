"""Copies of annotated texts with other names in them, so that the model reads contexts, not names.

Names are generated from the parts in ``names.toml``; within a document one name always gives way
to the same other one, and a surname to the surname of the new full name.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from tui.language.training.annotated import Annotated, Span

CAPITALS = "ABCDEFGHIKLMNOPRSTUVZ"
LENGTHS = (2, 3, 3, 3, 4, 4, 5)
"""Letters of made-up acronyms, and how many."""

Replace = Callable[[str, str], str]
"""From an entity's text and label to the text that takes its place."""


@cache
def parts() -> dict[str, Any]:
    """The contents of ``names.toml``, with every list of words split up."""

    def split(value: Any) -> Any:
        if isinstance(value, str):
            return value.split("|") if "|" in value else value.split()
        if isinstance(value, dict):
            return {key: split(item) for key, item in value.items()}
        return [split(item) if isinstance(item, dict) else item for item in value]

    raw = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    cultures = [
        {
            key: item if key in {"name", "share", "order"} else split(item)
            for key, item in one.items()
        }
        for one in raw["culture"]
    ]
    return {**{key: split(raw[key]) for key in raw if key != "culture"}, "culture": cultures}


class Inventor:
    """Makes up names; the same seed makes up the same ones."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._cultures = parts()["culture"]
        self._shares = [one["share"] for one in self._cultures]

    def _pick(self, group: str, name: str) -> str:
        return str(self._rng.choice(parts()[group][name]))

    def person(self) -> tuple[str, str, bool]:
        """A given name, a surname, and whether the surname comes first."""
        culture = self._rng.choices(self._cultures, self._shares)[0]
        last = self._rng.choice(culture["stem"]) + self._rng.choice(culture["ending"] or [""])
        return self._rng.choice(culture["given"]), last, "order" in culture

    def town(self) -> str:
        """A town that is hardly on any map."""
        stem, ending = self._pick("places", "stem"), self._pick("places", "ending")
        joint = " " if self._rng.random() < 0.04 else ""
        return stem + (" " + ending.capitalize() if joint else ending)

    def place(self) -> str:
        """A town, a region or a country."""
        draw = self._rng.random()
        if draw < 0.4:
            return self._pick("places", "country")
        if draw < 0.9:
            return self.town()
        return f"{self.town()} {self._pick('places', 'unit')}"

    def location(self) -> str:
        """A river, a street, a mountain range."""
        return f"{self.town()} {self._pick('places', 'feature')}"

    def group(self, plural: bool) -> str:
        """A nationality or the like, as an adjective or as a plural noun."""
        name = self._pick("groups", "norp")
        return f"{name}s" if plural and name[-1] in "nciktb" else name

    def organisation(self) -> str:
        """A ministry, party, firm, newspaper, unit, club, or an acronym."""
        pattern = self._pick("organisations", "pattern")
        while "{" in pattern:
            before, rest = pattern.split("{", 1)
            name, after = rest.split("}", 1)
            pattern = before + self.filling(name) + after
        return pattern

    def filling(self, name: str) -> str:
        """What a gap of this name is filled with, in a pattern or a written sentence."""
        makers: dict[str, Callable[[], str]] = {
            "place": self.town,
            "last": lambda: self.person()[1],
            "country": lambda: self._pick("places", "country"),
            "norp": lambda: self.group(plural=False),
            "stem": lambda: self._pick("places", "stem").strip("-"),
            "number": lambda: str(self._rng.randint(1, 99)),
            "caps": lambda: "".join(self._rng.choices(CAPITALS, k=self._rng.choice(LENGTHS))),
            "ORG": self.organisation,
            "TOWN": self.town,
            "PLACE": self.place,
            "COUNTRY": lambda: self._pick("places", "country"),
            "NORP": lambda: self.group(plural=False),
            "LOC": self.location,
        }
        return makers[name]() if name in makers else self._pick("organisations", name)


class Renamer:
    """Other names for those of one document: equal names stay equal, surnames in the family."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._invent = Inventor(rng)
        self._whole: dict[tuple[str, str], str] = {}
        self._given: dict[str, str] = {}
        self._last: dict[str, str] = {}

    def __call__(self, text: str, label: str) -> str:
        """The name that stands for this one in the document's copy."""
        key = (text, label)
        if key not in self._whole:
            self._whole[key] = self._new(text, label)
        return self._whole[key]

    def _new(self, text: str, label: str) -> str:
        if label == "PERSON":
            return self._person(text.split())
        if label == "GPE":
            return self._invent.place()
        if label == "LOC":
            return self._invent.location() if " " in text else text
        if label == "NORP":
            return self._invent.group(plural=text.endswith("s"))
        return self._invent.organisation()

    def _person(self, words: list[str]) -> str:
        if len(words) == 1:
            known = self._last.get(words[0]) or self._given.get(words[0])
            if known:
                return known
        given, last, family_first = self._invent.person()
        if len(words) == 1:
            return given if self._rng.random() < 0.2 else last
        given = self._given.setdefault(words[0], given)
        last = self._last.setdefault(words[-1], last)
        if len(words) > 2 and self._rng.random() < 0.3:
            given = f"{given} {self._rng.choice('ABDEGHJKLMNPRSTV')}."
        return f"{last} {given}" if family_first else f"{given} {last}"


def renamed(item: Annotated, rename: Replace) -> Annotated:
    """A copy of a text with every entity's name replaced."""
    pieces: list[str] = []
    ents: list[Span] = []
    ignore: list[tuple[int, int]] = []
    done = length = 0
    for start, end, label in sorted([*item.ents, *((a, b, "") for a, b in item.ignore)]):
        if start < done:
            continue
        before, name = item.text[done:start], item.text[start:end]
        length += len(before)
        if label:
            name = rename(name, label)
            ents.append((length, length + len(name), label))
        else:
            ignore.append((length, length + len(name)))
        length += len(name)
        pieces += [before, name]
        done = end
    text = "".join(pieces) + item.text[done:]
    return Annotated(text, tuple(ents), item.source, item.doc, tuple(ignore))


def restyled(item: Annotated, text: str) -> Annotated:
    """A copy with another text of the same length; itself where the lengths differ."""
    if len(text) != len(item.text):
        return item
    return replace(item, text=text)


def upper(item: Annotated) -> Annotated:
    """A copy in capitals, as in headlines of agencies."""
    return restyled(item, item.text.upper())


def title_case(item: Annotated) -> Annotated:
    """A copy with Every Word Capitalised, as in headlines."""
    return restyled(item, re.sub(r"(?<!\S)\w", lambda found: found[0].upper(), item.text))


def curly(item: Annotated) -> Annotated:
    """A copy with typographic quotation marks and apostrophes."""
    text = re.sub(r"(?<![^\s(\[])[\"']", lambda found: "“" if found[0] == '"' else "‘", item.text)
    return restyled(item, text.translate({ord('"'): "”", ord("'"): "’"}))
