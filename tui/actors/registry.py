"""The actor registry: names of known actors, with a look-up that scales.

Who is in it is read from plain text files (:mod:`tui.actors.rows`): those of the user, and under
them the world's. Reading only notes who is called how; ids, keys and actors are made when asked
for, since a text names few of many.
"""

from __future__ import annotations

import functools
import gc
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeAlias

from tui.actors import prepared
from tui.actors.prepared import actor_id, name_keys
from tui.actors.rows import ONE_TO_ONE, RegistryError, Row, plainly, rows
from tui.model import Actor, Label

FIRST_WORD = re.compile(r"\w+|\S")

SHOUTED = 4
"""Length from which a word in capitals may be an ordinary name."""


class Name(NamedTuple):
    """What one known spelling says: the label of its mentions and the actor it names."""

    label: Label
    actor: str


Entry: TypeAlias = tuple[Label, int]
"""What a spelling says before anybody has asked: a label and the number of a row."""


class Match(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    names: tuple[Name, ...]


def plural(demonym: str) -> str | None:
    """The regular plural of a demonym that has one: Belarusians, but not "Japaneses"."""
    irregular = re.search(r"(?:ese|sh|ch|s|x|m[ae]n|ic|gasy)$", demonym)
    return None if irregular else demonym + "s"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection, which would walk over all names again and again for nothing."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _Actors(Mapping[str, Actor]):
    """Actors by their ids, made of their rows when they are asked for."""

    def __init__(self, by_id: Mapping[str, tuple[Row, ...]]) -> None:
        self._rows = by_id
        self._made: dict[str, Actor] = {}

    def __getitem__(self, identity: str) -> Actor:
        actor = self._made.get(identity)
        if actor is None:
            first, *_ = found = self._rows[identity]
            forms = {
                text: None
                for row in found
                for text, label, _ in row.spellings()
                if label != "NORP" or row.label == "NORP"
            }
            forms.pop(first.name, None)
            actor = self._made[identity] = Actor(identity, first.name, first.kind, tuple(forms))
        return actor

    def __contains__(self, identity: object) -> bool:
        return identity in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Registry:
    """Known actors and all their names; made once, then only read."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._owners: dict[int, int] = {}
        self._ids: dict[int, str] = {}
        self._keys: dict[int, list[str]] = {}
        self._worlds: dict[str, int] = {}
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._doubtful: dict[str, tuple[Entry, ...]] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._digest = hashlib.sha256()

    @classmethod
    def load(cls, paths: Iterable[Path], world: bool = True) -> Registry:
        """The registry of these files, on top of the world's (``world`` false: of these alone).

        What the files say of a spelling goes before what the world's say.
        Raises :class:`RegistryError` for a file or line that cannot be used.
        """
        registry = cls()
        with _uncollected():
            for path in paths:
                registry._read(path, frozenset())
            if world:
                claimed = frozenset((*registry._entries, *registry._doubtful))
                for path in prepared.world():
                    first = len(registry._rows)
                    registry._worlds[prepared.digest(registry._read(path, claimed))] = first
        return registry

    @property
    def hash(self) -> str:
        """A digest of the files' contents: analyses made with other names are stale."""
        return self._digest.hexdigest()[:16]

    def labelled(self) -> Iterator[tuple[str, Label]]:
        """All spellings with their labels."""
        for text, entries in self._entries.items():
            for label, _ in entries:
                yield text, label

    def exact(self, text: str) -> tuple[Name, ...]:
        """What a spelling surely names: nothing, one actor, or several that share it."""
        if found := self._called(text):
            return found
        text = plainly(text)
        if not (found := self._called(text)) and text.isupper() and len(text) >= SHOUTED:
            found = self._called(text.title())
        return found

    def meant(self, text: str) -> tuple[Name, ...]:
        """Like :meth:`exact`, but for a mention: what may be something else counts, too."""
        return self.exact(text) or self._names_of(self._listed(plainly(text)))

    def is_name(self, text: str) -> bool:
        """Whether a spelling is the name that an actor is shown by, not an alias alone."""
        return any(self._rows[number].name == text for _, number in self._listed(text))

    def _listed(self, text: str) -> tuple[Entry, ...]:
        """Who is listed by a spelling, surely or doubtfully."""
        return (*self._entries.get(text, ()), *self._doubtful.get(text, ()))

    @functools.cached_property
    def actors(self) -> Mapping[str, Actor]:
        """All actors by their ids."""
        self._take_prepared()
        by_id: dict[str, tuple[Row, ...]] = {}
        for number, row in enumerate(self._rows):
            identity = self._id(number)
            by_id[identity] = (*by_id.get(identity, ()), row)
        return _Actors(by_id)

    def _take_prepared(self) -> None:
        """Take over, once, the ids and keys of the world's rows in files that are as they were."""
        for made in prepared.load() if self._worlds else ():
            if (first := self._worlds.get(made.file)) is not None:
                self._ids |= {n: i for n, i in enumerate(made.ids, first) if n not in self._owners}
                self._keys |= {first + int(number): found for number, found in made.people.items()}
        self._worlds.clear()

    @functools.cached_property
    def stands_for(self) -> Mapping[str, str]:
        """Ids of countries by those of the capitals and the like that stand for them."""
        countries = {r.name: n for n, r in enumerate(self._rows) if r.kind == "country"}
        return {
            self._id(number): self._id(countries[row.stands_for])
            for number, row in enumerate(self._rows)
            if row.stands_for in countries
        }

    @functools.cached_property
    def people(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the persons by the keys of all their names; one word is a listed surname."""
        self._take_prepared()
        found: dict[str, tuple[str, ...]] = {}
        for number, row in enumerate(self._rows):
            if row.kind == "person":
                identity = self._id(number)
                for key in self._keys.get(number) or name_keys(row):
                    if identity not in (known := found.get(key, ())):
                        found[key] = (*known, identity)
        return found

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Known names in ``text[start:end]``, from left to right, the longest at each place."""
        piece = text[start:end].translate(ONE_TO_ONE)
        reached = 0
        for word in FIRST_WORD.finditer(piece):
            if word.start() >= reached and (match := self._at(piece, word.start(), word.group())):
                reached = match.end
                yield Match(start + match.start, start + match.end, match.names)

    def _at(self, text: str, start: int, first: str) -> Match | None:
        shouted = first.isupper() and len(first) >= SHOUTED
        for form, change in ((first, False), *(((first.capitalize(), True),) if shouted else ())):
            for length in sorted(self._lengths.get(form, ()), reverse=True):
                stop = start + length
                if stop > len(text) or (text[stop - 1 : stop + 1].isalnum() and stop < len(text)):
                    continue
                piece = text[start:stop]
                if change:
                    if not piece.isupper():
                        continue
                    piece = piece.title()
                if names := self._called(piece):
                    return Match(start, stop, names)
        return None

    def _read(self, path: Path, claimed: frozenset[str]) -> bytes:
        """Add the rows of a file; spellings that are ``claimed`` stay what they are."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise RegistryError(f"the actor registry {path} cannot be read: {error}") from error
        self._digest.update(data)
        for row in rows(data, path):
            number = len(self._rows)
            self._rows.append(row)
            if row.name in claimed:
                # What is added to an actor of the files under the name that they gave it.
                listed = self._listed(row.name)
                owners = (n for _, n in listed if self._rows[n].kind == row.kind)
                self._owners[number] = self._owners.get(owner := next(owners, number), owner)
            for spelling, label, sure in row.spellings():
                if spelling not in claimed:
                    self._enter(spelling, (label, number), sure)
                if label == "NORP" and (several := plural(spelling)) and several not in claimed:
                    self._enter(several, (label, number), sure)
        return data

    def _enter(self, spelling: str, entry: Entry, sure: bool) -> None:
        entries = self._entries if sure else self._doubtful
        if spelling in entries:
            entries[spelling] = (*entries[spelling], entry)
            return
        entries[spelling] = (entry,)
        if not sure:
            return
        first, length = spelling.partition(" ")[0], len(spelling)
        if not first.isalnum() and (word := FIRST_WORD.match(first)):
            first = word.group()
        lengths = self._lengths.get(first, ())
        if length not in lengths:
            self._lengths[first] = (length, *lengths)

    def _called(self, spelling: str) -> tuple[Name, ...]:
        """What a spelling names, just as it stands."""
        names = self._names.get(spelling)
        if names is None:
            if (entries := self._entries.get(spelling)) is None:
                return ()
            names = self._names[spelling] = self._names_of(entries)
        return names

    def _names_of(self, entries: Iterable[Entry]) -> tuple[Name, ...]:
        by_actor: dict[str, Name] = {}
        for label, number in entries:
            actor = self._id(number)
            by_actor.setdefault(actor, Name(label, actor))
        return tuple(by_actor.values())

    def _id(self, number: int) -> str:
        """The id of the actor that a row is about."""
        identity = self._ids.get(number)
        if identity is None:
            row = self._rows[self._owners.get(number, number)]
            identity = self._ids[number] = actor_id(row.kind, row.name)
        return identity
