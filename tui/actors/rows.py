"""The file of an actor registry: UTF-8 text, one actor a line, five columns separated by tabs.

    kind <TAB> label <TAB> name <TAB> aliases <TAB> stands_for

``#`` starts a comment line and blank lines are skipped.

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

A name or alias that may as well be something else has a question mark before it (``?Republica``):
it makes no mention by itself, but says who is meant where something else finds one.

The same kind and name in several places is one actor: its aliases add up. Aliases are
case-sensitive, so that ``Trud`` is a newspaper and ``IT`` no pronoun; a word of four or more
letters in capitals (``RUSSIA``) finds its ordinary spelling too.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast, get_args

from tui.model import ActorKind, Label

KINDS: frozenset[str] = frozenset(get_args(ActorKind))
LABELS: frozenset[str] = frozenset(get_args(Label))

DOUBT = "?"
"""What stands before a name that may be something else."""

ONE_TO_ONE = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "ʼ": "'", "‘": "'", "‑": "-"}
)
"""Characters that names and texts write differently; offsets do not change."""


class RegistryError(Exception):
    """A registry file that cannot be read or understood; the message says where and why."""


Spelling: TypeAlias = tuple[str, Label, bool]
"""One way to write a name, the label that it gives to a mention, and whether it makes one."""


class Row(NamedTuple):
    """One line of a registry file, but for blanks around its columns as it is written."""

    kind: ActorKind
    label: Label
    written: str
    aliases: str
    stands_for: str

    @property
    def name(self) -> str:
        """The name to show."""
        return self.written.removeprefix(DOUBT)

    def spellings(self) -> list[Spelling]:
        """The name and all aliases. There are many, so this is made to be quick."""
        found: list[Spelling] = []
        for text in (self.written, *self.aliases.split("|")):
            label, sure = self.label, True
            if ":" in text:
                prefix, _, rest = text.partition(":")
                if prefix.strip() in LABELS:
                    label, text = cast(Label, prefix.strip()), rest
            text = plainly(text)
            if text.startswith(DOUBT):
                text, sure = text[1:], False
            if text:
                found.append((text, label, sure))
        return found


def plainly(name: str) -> str:
    """A name with plain apostrophes and single blanks, as it is looked up."""
    if name.isascii() and "  " not in name:  # nearly all
        return name.strip()
    return " ".join(name.translate(ONE_TO_ONE).split())


ROW = re.compile(
    rf"^ *({'|'.join(sorted(KINDS))}) *\t *({'|'.join(sorted(LABELS))}) *\t *([^\t\n]*[^\t\n ]) *"
    r"(?:\t *([^\t\n]*?) *(?:\t *([^\t\n]*?) *)?)?$",
    re.MULTILINE,
)
NO_ROW = re.compile(r"\s*(?:#.*)?")


def rows(data: bytes, path: Path) -> list[Row]:
    """The rows of a file with those contents.

    Raises :class:`RegistryError` for a line that cannot be used.
    """
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RegistryError(f"the actor registry {path} cannot be read: {error}") from error
    found = [Row._make(columns) for columns in ROW.findall(text)]
    lines = text.split("\n")
    if len(found) < sum(not NO_ROW.fullmatch(line) for line in lines):
        for number, line in enumerate(lines, 1):
            if not ROW.fullmatch(line) and not NO_ROW.fullmatch(line):
                raise RegistryError(
                    f"{path}, line {number}: expected a kind, a label and a name, and perhaps "
                    f"aliases and a country, with tabs between, found {line!r:.80}"
                )
    return found
