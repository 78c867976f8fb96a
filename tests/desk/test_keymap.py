"""The user's own keys and macros, against the declared commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tui.desk import keymap
from tui.desk.commands import Command, Place, always, load_all
from tui.settings import Settings, SettingsError


def never(_: object) -> bool:
    return False


def sometimes(_: object) -> bool:
    return True


def made(id: str, *keys: str, places: tuple[Place, ...] = ("list",), when: Any = always) -> Command:
    return Command(id, id.title(), keys, places, "Help.", lambda desk, count: None, when)


COMMANDS = {
    each.id: each
    for each in (
        made("keep", "K", when=sometimes),
        made("drop", "x", when=sometimes),
        made("edit", "c", when=never),
        made("note", "c"),
        made("sort", "o"),
        made("wide", ">", places=("reader",)),
        made("undo", "u", places=("anywhere",)),
        made("quit", "q", places=("anywhere",)),
    )
}


def applied(
    keys: Mapping[str, Any] | None = None, macros: Mapping[str, Any] | None = None
) -> dict[str, Command]:
    return keymap.apply(Settings(keys=dict(keys or {}), macros=dict(macros or {})), COMMANDS)


def test_without_settings_all_stays_and_quit_has_a_last_resort() -> None:
    result = applied()
    assert list(result) == list(COMMANDS)
    assert result["keep"] is COMMANDS["keep"]
    assert result["quit"].keys == ("q", keymap.LAST_RESORT)


def test_one_key_several_keys_a_sequence_or_none() -> None:
    result = applied({"keep": "y", "drop": ["d  d", "X"], "sort": [], "quit": []})
    assert result["keep"].keys == ("y",)
    assert result["drop"].keys == ("d d", "X")
    assert result["sort"].keys == ()
    assert result["quit"].keys == (keymap.LAST_RESORT,)


def test_what_the_user_bound_goes_before_what_the_program_binds() -> None:
    assert next(iter(applied({"sort": "K"}))) == "sort"


def test_a_macro_is_a_command_where_its_members_apply() -> None:
    macro = applied(macros={"X": ["keep", "undo"]})["macro X"]
    assert (macro.keys, macro.places, macro.can_run) == (("X",), ("list",), always)
    assert "keep, then undo" in macro.help
    assert applied(macros={"X": ["undo", "keep"]})["macro X"].places == ("list",)
    assert applied(macros={"X": ["undo", "quit"]})["macro X"].places == ("anywhere",)


@pytest.mark.parametrize(
    ("keys", "macros", "said"),
    [
        ({"kepe": "y"}, {}, "'kepe' is not a command"),
        ({"keep": 3}, {}, "'keep' must be a key, a list of keys"),
        ({"keep": ["a", " "]}, {}, "'keep' must be a key, a list of keys"),
        ({}, {"X": ["kepe"]}, "names 'kepe', which is not a command"),
        ({}, {"X": []}, "'X' must be a list of command ids"),
        ({}, {"X": "keep"}, "'X' must be a list of command ids"),
        ({"keep": "y", "drop": "y"}, {}, "'y' is given to both 'keep' and 'drop'"),
        ({"sort": "y", "note": "y"}, {}, "'y' is given to both 'note' and 'sort'"),
        ({"sort": "X"}, {"X": ["keep"]}, "'X' is given to both 'sort' and 'macro X'"),
        ({"undo": "y", "quit": "y"}, {}, "'y' is given to both 'undo' and 'quit'"),
    ],
)
def test_a_mistake_is_one_sentence(keys: dict[str, Any], macros: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        applied(keys, macros)
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_an_unknown_keyboard_layout_is_one_sentence() -> None:
    with pytest.raises(SettingsError, match="'dvorak'; it is one of russian, belarusian, ukr"):
        keymap.apply(Settings(layout="dvorak"), COMMANDS)
    assert keymap.apply(Settings(layout="belarusian"), COMMANDS)


@pytest.mark.parametrize(
    "keys",
    [
        {"edit": "y", "note": "y"},  # as the program itself has it: the one that needs more first
        {"sort": "y", "wide": "y"},  # in different panes
        {"sort": ["y", "y"]},
        {"undo": "y", "sort": "y"},  # the more special place goes first
    ],
)
def test_what_can_all_be_reached_is_no_clash(keys: dict[str, Any]) -> None:
    result = applied(keys)
    assert all("y" in result[id].keys for id in keys)


def test_every_declared_command_can_be_bound_by_its_id() -> None:
    commands = load_all()
    keys = {id: f"ctrl+x {number}" for number, id in enumerate(commands)}
    result = keymap.apply(Settings(keys=keys), commands)
    assert all(result[id].keys[0] == key for id, key in keys.items())
