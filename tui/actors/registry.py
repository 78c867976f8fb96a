"""The actor registry: names of known actors, from plain text files, with a look-up that scales.

A registry file is UTF-8, one actor a line, five columns separated by tabs; ``#`` starts a comment
line and blank lines are skipped:

    kind <TAB> label <TAB> name <TAB> aliases <TAB> stands_for

``kind``
    person, org, country, place, group or event.
``label``
    The label of its mentions: PERSON, ORG, GPE, LOC, NORP or EVENT (a country is GPE, a place
    GPE or LOC, a group, such as a nation or a faith, NORP).
``name``
    The name to show. Together with the kind it makes the actor's id.
``aliases``
    Other spellings, in any script, separated by `` | ``. A bare surname is an alias only where it
    is listed. An alias of another label is written with the label before it: ``NORP:Belarusian``
    is a demonym of a country (its regular plural, ``Belarusians``, is understood), and
    ``GPE:Tehran`` or ``ORG:Kremlin`` work alike. May be empty.
``stands_for``
    Optional: the *name* of the country whose government this capital, palace or body is often
    named for (``Minsk`` stands for ``Belarus``). The country may stand in another file.

The same kind and name in several places is one actor: its aliases add up. Aliases are
case-sensitive, so that ``Trud`` is a newspaper and ``IT`` no pronoun; a word of four or more
letters in capitals (``RUSSIA``) finds its ordinary spelling too.
"""

from __future__ import annotations

import functools
import gc
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, cast, get_args

from tui.actors import keys
from tui.model import Actor, ActorKind, Label

WORLD = Path(__file__).parent / "world.tsv"
"""States, regions, bodies, media and nations of the world: under every registry."""

KINDS: frozenset[str] = frozenset(get_args(ActorKind))
LABELS: frozenset[str] = frozenset(get_args(Label))

FIRST_WORD = re.compile(r"\w+|\S")
ONE_TO_ONE = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "ʼ": "'", "‘": "'", "‑": "-"}
)
"""Characters that names and texts write differently; offsets do not change."""

SHOUTED = 4
"""Length from which a word in capitals may be an ordinary name."""


class RegistryError(Exception):
    """A registry file that cannot be read or understood; the message says where and why."""


class Name(NamedTuple):
    """What one known spelling says: the label of its mentions and the actor it names."""

    label: Label
    actor: str


class Match(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    names: tuple[Name, ...]


def actor_id(kind: ActorKind, name: str) -> str:
    """The id of an actor, made from its name alone: ``person:aliaksandr-lukashanka``.

    It is the same in every text and run. A person's is the same for all spellings with one key.
    """
    key = " ".join(keys.fold_words(name)) if kind == "person" else keys.plain(name)
    return f"{kind}:{key.replace(' ', '-') or '-'}"


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


class Registry:
    """Known actors and all their names; made once, then only read."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.stands_for: dict[str, str] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._claimed: frozenset[str] = frozenset()
        self._digest = hashlib.sha256()

    @classmethod
    def load(cls, paths: Iterable[Path], world: bool = True) -> Registry:
        """The registry of these files, on top of the world's (``world`` false: of these alone).

        What the files say of a spelling goes before what the world list says.
        Raises :class:`RegistryError` for a file or line that cannot be used.
        """
        registry = cls()
        capitals: list[tuple[str, str]] = []
        with _uncollected():
            for path in paths:
                registry._read(path, capitals)
            if world:
                registry._claimed = frozenset(registry._names)
                registry._read(WORLD, capitals)
                registry._claimed = frozenset()
            by_name = {a.name: a.id for a in registry.actors.values() if a.kind == "country"}
            registry.stands_for = {actor: by_name[s] for actor, s in capitals if s in by_name}
            registry._index()
        return registry

    @property
    def hash(self) -> str:
        """A digest of the files' contents: analyses made with other names are stale."""
        return self._digest.hexdigest()[:16]

    def labelled(self) -> Iterator[tuple[str, Label]]:
        """All spellings with their labels."""
        for text, names in self._names.items():
            for name in names:
                yield text, name.label

    def exact(self, text: str) -> tuple[Name, ...]:
        """What a spelling names: nothing, one actor, or several that share it."""
        text = " ".join(text.translate(ONE_TO_ONE).split())
        found = self._names.get(text)
        if found is None and text.isupper() and len(text) >= SHOUTED:
            found = self._names.get(text.title())
        return found or ()

    @functools.cached_property
    def people(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the persons by the keys of all their names; one word is a listed surname.

        Made when it is first needed: folding is the only slow part of a very large registry.
        """
        found: dict[str, tuple[str, ...]] = {}
        with _uncollected():
            for actor in self.actors.values():
                if actor.kind == "person":
                    for name in {keys.fold(n) for n in (actor.name, *actor.aliases)}:
                        found[name] = (*found.get(name, ()), actor.id)
        return found

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Known names in ``text[start:end]``, from left to right, the longest at each place."""
        piece = text[start:end].translate(ONE_TO_ONE)
        place = 0
        while (word := FIRST_WORD.search(piece, place)) is not None:
            place = word.end()
            match = self._at(piece, word.start(), word.group())
            if match is not None:
                place = match.end
                yield Match(start + match.start, start + match.end, match.names)

    def _at(self, text: str, start: int, first: str) -> Match | None:
        shouted = first.isupper() and len(first) >= SHOUTED
        for form, change in ((first, False), *(((first.capitalize(), True),) if shouted else ())):
            for length in self._lengths.get(form, ()):
                stop = start + length
                if stop > len(text) or (text[stop - 1 : stop + 1].isalnum() and stop < len(text)):
                    continue
                piece = text[start:stop]
                if change:
                    if not piece.isupper():
                        continue
                    piece = piece.title()
                if names := self._names.get(piece):
                    return Match(start, stop, names)
        return None

    def _read(self, path: Path, capitals: list[tuple[str, str]]) -> None:
        try:
            data = path.read_bytes()
            lines = data.decode("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise RegistryError(f"the actor registry {path} cannot be read: {error}") from error
        self._digest.update(data)
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                self._add(line, f"{path}, line {number}", capitals)

    def _add(self, line: str, where: str, capitals: list[tuple[str, str]]) -> None:
        columns = [c.strip() for c in line.split("\t")]
        if not 3 <= len(columns) <= 5:
            raise RegistryError(
                f"{where}: expected 3 to 5 columns with tabs between, found {len(columns)}"
            )
        kind, label, name, aliases, stands_for = columns + [""] * (5 - len(columns))
        if kind not in KINDS or label not in LABELS or not name:
            raise RegistryError(
                f"{where}: expected a kind, a label and a name, found {columns[:3]}"
            )
        identity = self._owner(name, kind) or actor_id(cast(ActorKind, kind), name)
        called = Name(cast(Label, label), identity)
        spellings = [(name, called)]
        for alias in filter(None, map(str.strip, aliases.split("|"))):
            prefix, colon, rest = alias.partition(":")
            own = colon and prefix in LABELS
            spellings.append(
                (rest, Name(cast(Label, prefix), identity)) if own else (alias, called)
            )
        for spelling, meant in spellings:
            self._name(spelling, meant)
            if meant.label == "NORP" and (several := plural(spelling)):
                self._name(several, meant)
        known = self.actors.get(identity)
        forms = (s for s, meant in spellings if meant.label != "NORP" or label == "NORP")
        seen = dict.fromkeys([*(known.aliases if known else ()), *forms])
        shown = known.name if known else name
        seen.pop(shown, None)
        self.actors[identity] = Actor(identity, shown, cast(ActorKind, kind), tuple(seen))
        if stands_for:
            capitals.append((identity, stands_for))

    def _owner(self, name: str, kind: str) -> str | None:
        """The actor of that kind whose name the files already gave to what the world list adds."""
        if name in self._claimed:
            for known in self._names[name]:
                if self.actors[known.actor].kind == kind:
                    return known.actor
        return None

    def _name(self, spelling: str, name: Name) -> None:
        if not spelling.isascii():  # all that is written differently is beyond ASCII
            spelling = spelling.translate(ONE_TO_ONE)
        spelling = " ".join(spelling.split())
        if spelling in self._claimed:
            return
        known = self._names.get(spelling)
        if known is None:
            self._names[spelling] = (name,)
        elif all(n.actor != name.actor for n in known):
            self._names[spelling] = (*known, name)

    def _index(self) -> None:
        lengths: dict[str, set[int]] = defaultdict(set)
        for spelling in self._names:
            if first := FIRST_WORD.match(spelling):
                lengths[first.group()].add(len(spelling))
        self._lengths = {w: tuple(sorted(found, reverse=True)) for w, found in lengths.items()}
