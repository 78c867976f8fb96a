"""The user's own keys: commands bound anew by their ids, and macros; mistakes in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.desk.commands import Command, always
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

    Raises :class:`SettingsError` for an unknown id, a value that is no key, two commands on one
    key in one place, where one would never be reached, or an unknown keyboard layout.
    """
    if settings.layout and settings.layout not in LAYOUTS:
        raise SettingsError(
            f"'layout' cannot be '{settings.layout}'; it is one of {', '.join(LAYOUTS)}, "
            "or left out."
        )
    result = dict(commands)
    for id, value in settings.keys.items():
        if id not in commands:
            raise SettingsError(f"[keys] '{id}' is not a command; briefs-tui keys lists their ids.")
        result[id] = replace(commands[id], keys=_keys(id, value))
    if LAST_RESORT not in result[QUIT].keys:
        result[QUIT] = replace(result[QUIT], keys=(*result[QUIT].keys, LAST_RESORT))
    for key, ids in settings.macros.items():
        macro = _macro(key, ids, commands)
        result[macro.id] = macro
    # What the user bound goes before what the program binds.
    own = {*settings.keys, *(f"macro {key}" for key in settings.macros)}
    _check_clashes([result[id] for id in result if id in own])
    return {id: result[id] for id in sorted(result, key=lambda id: id not in own)}


def _keys(id: str, value: Any) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key.strip() for key in keys):
        raise SettingsError(
            f"[keys] '{id}' must be a key, a list of keys, or [] for none; "
            'a sequence is written with blanks: "g g".'
        )
    return tuple(" ".join(key.split()) for key in keys)


def _macro(key: str, ids: Any, commands: Mapping[str, Command]) -> Command:
    if not isinstance(ids, list) or not ids:
        raise SettingsError(f"[macros] '{key}' must be a list of command ids.")
    for id in ids:
        if id not in commands:
            raise SettingsError(
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
        _keys(key, key),
        tuple(sorted(shared)),
        f"Your macro: {label}.",
        _run_all(members),
        always,
    )


def _run_all(members: list[Command]) -> Action:
    def run(desk: DeskScreen, count: int) -> None:
        for _ in range(max(1, count)):
            for member in members:
                if desk.can_run(member):
                    desk.run_command(member)

    return run


def _check_clashes(own: Iterable[Command]) -> None:
    """Of two commands that the user bound to one key of a place the first can hide the other."""
    taken: dict[tuple[str, str], Command] = {}
    for command in own:
        for place in command.places:
            for key in command.keys:
                other = taken.setdefault((place, key), command)
                if other is not command and other.can_run in (always, command.can_run):
                    raise SettingsError(
                        f"[keys] '{key}' is given to both '{other.id}' and '{command.id}'; "
                        "take one of them away."
                    )
