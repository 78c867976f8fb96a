"""The one declaration of every command: what all of them keep to."""

from __future__ import annotations

import re
import string
from itertools import pairwise
from typing import get_args

import pytest

from tui.desk.commands import REGISTRY, Command, Place, always, command, load_all, shown_key
from tui.desk.keys import bind

COMMANDS = list(load_all().values())
NAMED = {
    *("enter", "escape", "tab", "space", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", "backspace", "delete"),
}


@pytest.mark.parametrize("each", COMMANDS, ids=[each.id for each in COMMANDS])
def test_a_command_is_declared_whole(each: Command) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?", each.id)
    assert REGISTRY[each.id] is each
    assert each.label[0].isupper() and not each.label.endswith(".")
    assert each.help.endswith(".") and len(each.help) >= 10 and each.help != each.label
    assert each.places and set(each.places) <= set(get_args(Place))
    assert len(set(each.keys)) == len(each.keys)
    assert len(each.hint) <= 12 and (each.keys or not each.hint)
    for key in (key for sequence in each.keys for key in sequence.split(" ")):
        *modifiers, name = key.split("+") if len(key) > 1 else [key]
        assert set(modifiers) <= {"ctrl", "shift"}, key
        assert name in NAMED or (len(name) == 1 and name in string.printable), key
        assert not ("shift" in modifiers and len(name) == 1), key


def test_labels_are_not_shared_within_a_place() -> None:
    for place in get_args(Place):
        labels = [each.label for each in COMMANDS if place in each.places]
        assert len(set(labels)) == len(labels)


def test_no_command_of_a_place_is_out_of_reach() -> None:
    for place, table in bind(COMMANDS).items():
        for sequence, found in table.items():
            always_run = [number for number, each in enumerate(found) if each.can_run is always]
            assert always_run in ([], [len(found) - 1]), f"{place}: {sequence} hides a command"


def test_no_key_of_a_place_is_the_beginning_of_another_there() -> None:
    table = bind(COMMANDS)
    for place, here in table.items():
        reachable = {*here, *(table["anywhere"] if place != "anywhere" else ())}
        for one, other in pairwise(sorted(reachable)):
            assert other[: len(one)] != one, f"{place}: {one} hides {other}"


def test_quitting_and_help_are_anywhere_and_can_always_run() -> None:
    for id in ("quit", "help", "palette", "history.undo", "history.redo"):
        each = REGISTRY[id]
        assert each.keys and each.places == ("anywhere",) and each.can_run is always


def test_the_keys_of_the_contract_are_bound() -> None:
    table = bind(COMMANDS)
    wanted = {
        "anywhere": "tab|shift+tab|z|u|ctrl+r|.|:|ctrl+p|ctrl+l|?|ctrl+z|q|S",
        "list": "j|k|g g|G|ctrl+d|ctrl+u|space|b|K|x|L|i|s|m|t|c|n|p|V|enter|F|v|o|R|I|/",
        "reader": "j|k|g g|G|K|x|L|i|s|m|t|c|n|p|] e|[ e|] d|[ d|] a|[ a|] s|[ s|}|{|v|d|D|<|>|"
        "escape|h|/|N|w|f",
        "span": "w|e|s|p|o|enter|t|c|escape",
        "panel": "enter|F|1|2|3|w|j|k|g g|G|c|t|d",
    }
    for place, keys in wanted.items():
        here = {" ".join(sequence) for sequence in table[place]}  # type: ignore[index]
        assert set(keys.split("|")) <= here


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [
        ("j", "j"),
        ("G", "G"),
        ("g g", "gg"),
        ("] e", "]e"),
        ("ctrl+d", "Ctrl+D"),
        ("shift+tab", "Shift+Tab"),
        ("escape", "Esc"),
        ("enter", "Enter"),
        ("pagedown", "PgDn"),
        ("up", "↑"),
        ("+", "+"),
    ],
)
def test_how_keys_are_written(sequence: str, shown: str) -> None:
    assert shown_key(sequence) == shown


def test_an_id_cannot_be_declared_twice() -> None:
    with pytest.raises(ValueError, match=r"quit"):
        command("quit", "Quit again")(lambda desk, count: None)
