"""The one key reader: sequences, counts and pending keys, on whatever layout they are typed.

Textual's own bindings know single keys only, so they are not used for commands. A key is
written as its character (``j``, ``]``) or its name (``ctrl+d``, ``escape``, ``space``); a
sequence is keys with blanks between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tui.desk.commands import Command, Place, shown_key
from tui.desk.layouts import Layout

MAX_COUNT = 99_999
"""Larger counts are cut to this."""

_DIGITS = frozenset("0123456789")

_NAMED = frozenset(
    {
        *("enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end"),
        *("pageup", "pagedown", "up", "down", "left", "right"),
        *(f"f{number}" for number in range(1, 25)),
    }
)
_OTHERWISE = {
    **{"esc": "escape", "return": "enter", "del": "delete", "ins": "insert"},
    **{"pgup": "pageup", "pgdn": "pagedown", "control": "ctrl", "meta": "alt"},
}
_WITH_CTRL = {
    **{"]": "right_square_bracket", "\\": "backslash", "^": "circumflex_accent"},
    **{"_": "underscore"},
}
"""Signs that Textual names where Ctrl is held."""


def key_named(word: str) -> str:
    """A key as it arrives, from how a person writes it: ``Ctrl+K``, ``Esc``, ``shift+k``.

    Raises :class:`ValueError` for what is no key.
    """
    if len(word) == 1:
        return word
    head, name = (word[:-2], "+") if word.endswith("++") else word.rpartition("+")[::2]
    held = head.lower().split("+") if "+" in word else []
    modifiers = {_OTHERWISE.get(each, each) for each in held}
    if len(name) > 1:
        name = _OTHERWISE.get(name.lower(), name.lower())
    elif name and modifiers == {"shift"}:
        return name.upper()
    elif "ctrl" in modifiers:
        name = _WITH_CTRL.get(name, name.lower())
    known = len(name) == 1 or name in _NAMED or name in _WITH_CTRL.values()
    if not known or not modifiers <= {"ctrl", "alt", "shift"}:
        raise ValueError(word)
    return "+".join([*sorted(modifiers), name])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a key led to: a command to run, a pending state to show, or neither.

    ``pending`` is what was typed so far (with the count), ``next`` the possible continuations.
    """

    command: Command | None = None
    count: int = 0
    pending: str = ""
    next: tuple[tuple[str, Command], ...] = ()


@dataclass(slots=True)
class KeyReader:
    """Reads keys one at a time against the bindings of the places given.

    ``bindings`` maps a place to sequences and their commands; where several commands share a
    sequence in one place, the first that can run is taken. ``layout`` is the keyboard's.
    """

    bindings: Mapping[Place, Mapping[tuple[str, ...], list[Command]]]
    layout: Layout = field(default_factory=Layout)
    _typed: tuple[str, ...] = ()
    _count: str = ""

    def reset(self) -> None:
        """Forget a half-typed sequence and count."""
        self._typed, self._count = (), ""

    @property
    def waiting(self) -> bool:
        """Whether a sequence or count has been begun."""
        return bool(self._typed or self._count)

    def feed(
        self, key: str, places: Iterable[Place], can_run: Callable[[Command], bool]
    ) -> Outcome:
        """Take one key; ``places`` in order of precedence."""
        places = tuple(places)
        if self.waiting and key == "escape":
            self.reset()
            return Outcome()
        if key in _DIGITS and not self._typed:
            bound = not self._count and self._match((key,), places, can_run)
            if not bound and (self._count or key != "0"):
                self._count = str(min(int(self._count + key), MAX_COUNT))
                return Outcome(pending=self._count)
        for candidate in self.layout.read(key):
            typed = (*self._typed, candidate)
            if found := self._match(typed, places, can_run):
                count = int(self._count or 0)
                self.reset()
                return Outcome(command=found, count=count)
            if continuations := self._continuations(typed, places, can_run):
                self._typed = typed
                shown = self._count + shown_key(" ".join(typed))
                return Outcome(pending=shown, next=continuations)
        self.reset()
        return Outcome()

    def _match(
        self, typed: tuple[str, ...], places: tuple[Place, ...], can_run: Callable[[Command], bool]
    ) -> Command | None:
        for place in places:
            for command in self.bindings.get(place, {}).get(typed, ()):
                if can_run(command):
                    return command
        return None

    def _continuations(
        self, typed: tuple[str, ...], places: tuple[Place, ...], can_run: Callable[[Command], bool]
    ) -> tuple[tuple[str, Command], ...]:
        found: dict[str, Command] = {}
        for place in places:
            for sequence, commands in self.bindings.get(place, {}).items():
                if len(sequence) > len(typed) and sequence[: len(typed)] == typed:
                    rest = " ".join(sequence[len(typed) :])
                    for command in commands:
                        if rest not in found and can_run(command):
                            found[rest] = command
        return tuple(found.items())


def bind(
    commands: Iterable[Command],
) -> dict[Place, dict[tuple[str, ...], list[Command]]]:
    """Index commands by place and key sequence."""
    table: dict[Place, dict[tuple[str, ...], list[Command]]] = {}
    for command in commands:
        for place in command.places:
            for keys in command.keys:
                sequence = tuple(keys.split(" "))
                table.setdefault(place, {}).setdefault(sequence, []).append(command)
    return table
