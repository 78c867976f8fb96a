"""The user's own keys: commands bound anew by their ids, and macros; mistakes in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from tui import home
from tui.desk.commands import Command, always
from tui.desk.keys import key_named
from tui.desk.layouts import LAYOUTS
from tui.settings import Settings, SettingsError

if TYPE_CHECKING:
    from tui.desk.commands import Action
    from tui.desk.screens.main import DeskScreen

QUIT = "quit"
LAST_RESORT = "ctrl+q"
"""Quit is always bound to this, whatever the user binds."""


def apply(settings: Settings, commands: Mapping[str, Command]) -> dict[str, Command]:
    """The commands with the user's keys, and the user's macros as further commands.

    What the user bound comes first and goes before what the program binds: keys of the program's
    that could no longer be reached, or would keep one of the user's from being, are left out.

    Raises :class:`SettingsError` for an unknown id, a value that is no key, two commands on one
    key in one place, where one would never be reached, or an unknown keyboard layout.
    """
    if settings.layout and settings.layout not in LAYOUTS:
        raise _mistake(
            f"'layout' cannot be '{settings.layout}'; it is one of {', '.join(LAYOUTS)}, "
            "or left out."
        )
    for id in settings.keys:
        if id not in commands:
            raise _mistake(f"[keys] '{id}' is not a command; briefs-tui keys lists their ids.")
    own = {
        id: replace(command, keys=_keys("[keys]", id, settings.keys[id]))
        for id, command in commands.items()  # Their order matters: the first that can run is taken.
        if id in settings.keys
    }
    for key, ids in settings.macros.items():
        macro = _macro(key, ids, commands)
        own[macro.id] = macro
    _check_clashes(list(own.values()))
    result = own | {
        id: _beside(command, own.values()) for id, command in commands.items() if id not in own
    }
    if LAST_RESORT not in result[QUIT].keys:
        result[QUIT] = replace(result[QUIT], keys=(*result[QUIT].keys, LAST_RESORT))
    return result


def _mistake(sentence: str) -> SettingsError:
    return SettingsError(f"{home.settings_file()}: {sentence}")


def _keys(table: str, id: str, value: Any) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key.strip() for key in keys):
        raise _mistake(
            f"{table} '{id}' must be a key, a list of keys, or [] for none; "
            'a sequence is written with blanks: "g g".'
        )
    return tuple(dict.fromkeys(_sequence(table, id, key) for key in keys))


def _sequence(table: str, id: str, keys: str) -> str:
    try:
        return " ".join(key_named(word) for word in keys.split())
    except ValueError as error:
        raise _mistake(
            f"{table} '{error}' of '{id}' is no key; write a character, a name such as enter, "
            'space, f5 or ctrl+k, or a sequence with blanks: "g g".'
        ) from None


def _macro(key: str, ids: Any, commands: Mapping[str, Command]) -> Command:
    if not isinstance(ids, list) or not ids:
        raise _mistake(f"[macros] '{key}' must be a list of command ids.")
    for id in ids:
        if id not in commands:
            raise _mistake(
                f"[macros] '{key}' names '{id}', which is not a command; "
                "briefs-tui keys lists their ids."
            )
    members = [commands[id] for id in ids]
    label = ", then ".join(member.label.lower() for member in members)
    bound = [set(member.places) for member in members if "anywhere" not in member.places]
    shared = set.intersection(*bound) or bound[0] if bound else set(members[0].places)
    return Command(
        f"macro {key}",
        label.capitalize(),
        _keys("[macros]", key, key),
        tuple(sorted(shared)),
        f"Your macro: {label}.",
        _run_all(members),
        always,
        repeats=any(member.repeats for member in members),
    )


def _run_all(members: list[Command]) -> Action:
    def run(desk: DeskScreen, count: int) -> None:
        for _ in range(max(1, count)):
            for member in members:  # Each where the one before has led.
                if {*member.places} & {*desk.places()} and desk.can_run(member):
                    member.run(desk, 0)

    return run


def _meet(one: Command, other: Command) -> bool:
    """Whether there is a place where both apply."""
    return "anywhere" in (*one.places, *other.places) or bool({*one.places} & {*other.places})


def _check_clashes(own: Sequence[Command]) -> None:
    """Every key that the user gave is to be reached where its command can run."""
    for one in own:
        if one.id != QUIT and any(key.split()[0] == LAST_RESORT for key in one.keys):
            raise _mistake(f"[keys] '{LAST_RESORT}' always quits; give '{one.id}' another key.")
    for one, other in combinations(own, 2):
        both = {*one.keys} & {*other.keys} if {*one.places} & {*other.places} else ()
        if both and one.can_run in (always, other.can_run):
            raise _mistake(
                f"[keys] '{min(both)}' is given to both '{one.id}' and '{other.id}'; "
                "take one of them away."
            )
    for one, other in product(own, own):
        for key, longer in product(one.keys, other.keys):
            if longer.startswith(f"{key} ") and _meet(one, other):
                raise _mistake(
                    f"[keys] '{key}' is given to '{one.id}', so '{longer}' of '{other.id}' "
                    "cannot be typed; take one of them away."
                )


def _beside(command: Command, own: Iterable[Command]) -> Command:
    """One of the program's commands without the keys that the user's have taken."""

    def is_taken(key: str) -> bool:
        return any(
            (each.startswith(f"{key} ") and _meet(command, one))
            or (
                f"{key} ".startswith(f"{each} ")
                and {*command.places} <= {*one.places}
                and one.can_run in (always, command.can_run)
            )
            for one in own
            for each in one.keys
        )

    left = tuple(key for key in command.keys if not is_taken(key))
    return command if left == command.keys else replace(command, keys=left)
