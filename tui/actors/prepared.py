"""Ids and name keys of the world's actors, made beforehand: ``python -m tui.actors``.

Making them takes longer than all else in the registry, and they change only with the world's files
or with the rules of keys; a test fails where they were not made anew.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from tui.actors import keys
from tui.actors.rows import Row, rows
from tui.model import ActorKind

WORLD = Path(__file__).parent / "world"
"""Files of the states, regions, bodies, media, nations and people of the world."""

PREPARED = WORLD / "prepared.json.gz"


class Prepared(NamedTuple):
    """Of each row of a file its actor's id, and of persons, by the row's number, their keys."""

    file: str
    ids: list[str]
    people: dict[str, list[str]]


def actor_id(kind: ActorKind, name: str) -> str:
    """The id of an actor, made from its name alone: ``person:aliaksandr-lukashanka``.

    It is the same in every text and run. A person's is the same for all spellings with one key.
    """
    key = " ".join(keys.fold_words(name)) if kind == "person" else keys.plain(name)
    return f"{kind}:{key.replace(' ', '-') or '-'}"


def name_keys(row: Row) -> list[str]:
    """The keys of all names of a person; one word is a listed surname."""
    return sorted({keys.fold(text) for text, label, _ in row.spellings() if label == "PERSON"})


def world() -> list[Path]:
    """The world's files in their order."""
    return sorted(WORLD.glob("*.tsv"))


def digest(data: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


def prepare(path: Path) -> Prepared:
    """What is kept of a file."""
    data = path.read_bytes()
    found = rows(data, path)
    people = {str(n): name_keys(row) for n, row in enumerate(found) if row.kind == "person"}
    return Prepared(digest(data), [actor_id(row.kind, row.name) for row in found], people)


def load() -> list[Prepared]:
    """What was prepared of each of the world's files."""
    return [Prepared(*made) for made in json.loads(gzip.decompress(PREPARED.read_bytes()))]


def main() -> None:
    """Make the file anew."""
    made = [prepare(path) for path in world()]
    data = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    # No time stamp in the file, so that the same rows make the same bytes.
    PREPARED.write_bytes(gzip.compress(data, 9, mtime=0))
