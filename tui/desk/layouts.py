"""Keyboard layouts: what a key means by its place where a Cyrillic layout is switched on.

A terminal sends the letter, never the place of the key, so the layout is told from the letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_SHIFTED = str.maketrans("`[];',./", '~{}:"<>?')
_CYRILLIC = {
    "russian": "ёйцукенгшщзхъфывапролджэячсмитьбю.",
    "belarusian": "ёйцукенгшўзх'фывапролджэячсмітьбю.",
    "ukrainian": "'йцукенгшщзхїфівапролджєячсмитьбю.",
}


def _table(row: str) -> dict[str, str]:
    """Characters of a layout by what the same key gives on a Latin one, shifted ones included."""
    found: dict[str, str] = {}
    for sign, key in zip(row, _LATIN, strict=True):
        found[sign] = key
        shifted = {".": ","}.get(sign, sign.upper())
        found.setdefault(shifted, key.translate(_SHIFTED).upper())
    return found


LAYOUTS: Mapping[str, Mapping[str, str]] = {name: _table(row) for name, row in _CYRILLIC.items()}
"""For each layout that is known, the Latin characters at the places of its own."""


@dataclass(slots=True)
class Layout:
    """The layout that the latest keys came from, as far as they tell.

    Of the layouts those are possible that have all the letters since the last switch between
    them; the Ukrainian and the Belarusian і sit at different places. ``own`` is the user's, where
    one is set; others are then a fallback for letters that it lacks.
    """

    own: str = ""
    _possible: tuple[str, ...] = tuple(LAYOUTS)
    _on: bool = False

    def read(self, key: str) -> tuple[str, ...]:
        """What a key may mean, the likelier first: itself, and the Latin one at its place.

        A letter is first of all itself, so that it can be bound; a sign that Latin layouts have
        at another place is first what that place means while the letters are Cyrillic.
        """
        head, sign = key[:-1], key[-1:]
        if head and not head.endswith("+"):
            return (key,)  # a name
        having = tuple(name for name, table in LAYOUTS.items() if sign in table)
        if having and sign.isalpha():
            both = tuple(name for name in self._possible if name in having)
            self._on, self._possible = True, both or having
            return (key, head + self._at_place_of(sign))
        if head:
            return (key,)  # ctrl+d comes from most terminals whatever the layout
        if sign.isalpha():
            self._on = False
        return (self._at_place_of(sign), key) if having and self._on else (key,)

    def _at_place_of(self, sign: str) -> str:
        """The Latin character, by the likeliest layout that has this one."""
        likely = (self.own, *self._possible, *LAYOUTS)
        return next(LAYOUTS[name][sign] for name in likely if sign in LAYOUTS.get(name, ()))


def latin(key: str) -> str:
    """A key by its place alone, for windows with a few keys of their own."""
    return Layout().read(key)[-1]
