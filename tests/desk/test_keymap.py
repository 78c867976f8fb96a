"""The user's own keys and macros, against the declared commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import home as places
from tui.desk import keymap
from tui.desk.commands import Command, Place, always, load_all
from tui.desk.keys import KeyReader, bind
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


def test_keys_can_be_written_as_people_write_them() -> None:
    result = applied({"keep": ["Ctrl+K", "Esc", "F5", "g  Space", "shift+k", "PgDn", "ctrl+]"]})
    assert result["keep"].keys == (
        *("ctrl+k", "escape", "f5", "g space", "K", "pagedown", "ctrl+right_square_bracket"),
    )


def test_the_users_sequence_is_not_hidden_by_a_key_of_the_programs() -> None:
    result = applied({"sort": "x x", "undo": "o o"})
    assert result["drop"].keys == ()  # its x would go before
    assert result["wide"].keys == (">",)
    assert applied({"wide": "x x"})["drop"].keys == ("x",)  # in another pane


def test_keys_that_the_user_gave_to_another_are_no_longer_shown() -> None:
    assert applied({"sort": "x"})["drop"].keys == ()
    assert applied({"edit": "x"})["drop"].keys == ("x",)  # where the other cannot run
    assert applied({"undo": "x"})["drop"].keys == ("x",)  # the list's goes before
    assert applied(macros={"K": ["drop", "keep"]})["keep"].keys == ()
    commands = COMMANDS | {"first": made("first", "g g")}
    result = keymap.apply(Settings(keys={"sort": "g"}), commands)
    assert result["first"].keys == ()


def test_a_macro_repeats_as_a_whole() -> None:
    ran: list[str] = []

    def noted(id: str, places: tuple[Place, ...] = ("list",), when: Any = always) -> Command:
        def run(desk: object, count: int) -> None:
            ran.append(f"{id} {count}")

        return Command(id, id, (), places, "Help.", run, when, repeats=id == "b")

    commands = {
        each.id: each
        for each in (
            *(noted("a"), noted("b"), noted("c", when=never), noted("d", ("reader",))),
            COMMANDS["quit"],
        )
    }
    result = keymap.apply(Settings(macros={"X": ["a", "b", "c", "d"]}), commands)
    assert result["macro X"].repeats

    class Desk:
        def places(self) -> tuple[Place, ...]:
            return ("list", "anywhere")

        def can_run(self, command: Command) -> bool:
            return bool(command.can_run is always)

    result["macro X"].run(Desk(), 2)  # type: ignore[arg-type]
    assert ran == ["a 0", "b 0", "a 0", "b 0"]  # d is for another pane, c cannot run


@given(
    st.dictionaries(
        st.sampled_from([*COMMANDS]),
        st.lists(st.lists(st.sampled_from("Kxcoug"), min_size=1, max_size=2).map(" ".join)),
        max_size=4,
    )
)
@settings(max_examples=300)
def test_every_key_that_the_user_gave_is_reached(keys: dict[str, list[str]]) -> None:
    try:
        result = applied(keys)
    except SettingsError:
        return
    reader = KeyReader(bind(result.values()))
    for id, given_keys in keys.items():
        for key in given_keys if id != "edit" else ():
            for each in key.split():
                outcome = reader.feed(
                    each, (result[id].places[0], "anywhere"), lambda c: c.can_run is not never
                )
            assert outcome.command is not None
            # Another one only where the user gave that the same key, and it cannot always run.
            assert outcome.command.id == id or key in keys[outcome.command.id]


@pytest.mark.parametrize(
    ("keys", "macros", "said"),
    [
        ({"kepe": "y"}, {}, "'kepe' is not a command"),
        ({"keep": 3}, {}, "'keep' must be a key, a list of keys"),
        ({"keep": ["a", " "]}, {}, "'keep' must be a key, a list of keys"),
        ({"keep": "qq"}, {}, "'qq' of 'keep' is no key; write a character, a name such as"),
        ({"keep": "g hyper+k"}, {}, "'hyper+k' of 'keep' is no key"),
        ({"keep": "ctrl+"}, {}, "'ctrl+' of 'keep' is no key"),
        ({}, {"strg+x": ["keep"]}, "[macros] 'strg+x' of 'strg+x' is no key"),
        ({"keep": "ctrl+q"}, {}, "'ctrl+q' always quits; give 'keep' another key"),
        ({"keep": "ctrl+q k"}, {}, "'ctrl+q' always quits"),
        ({"keep": ["y", "y y"]}, {}, "'y' is given to 'keep', so 'y y' of 'keep' cannot be"),
        ({"keep": "y", "sort": "y y"}, {}, "'y' is given to 'keep', so 'y y' of 'sort' cannot be"),
        ({"sort": "y y", "undo": "y"}, {}, "'y' is given to 'undo', so 'y y' of 'sort' cannot be"),
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
    assert str(caught.value).startswith(f"{places.settings_file()}: ")


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
    keys = {id: " ".join(["ctrl+x", *f"{number:03}"]) for number, id in enumerate(commands)}
    result = keymap.apply(Settings(keys=keys), commands)
    assert all(result[id].keys[0] == key for id, key in keys.items())
