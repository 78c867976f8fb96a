"""The key reader: counts, sequences, escape, and Cyrillic layouts as a fallback only."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.desk.commands import Command, Place, always, load_all, shown_key
from tui.desk.keys import MAX_COUNT, KeyReader, Outcome, bind, key_named
from tui.desk.layouts import Layout


def made(id: str, *keys: str, places: tuple[Place, ...] = ("anywhere",)) -> Command:
    return Command(id, id, keys, places, "", lambda desk, count: None, always)


def reader(*commands: Command) -> KeyReader:
    return KeyReader(bind(commands))


def yes(_: Command) -> bool:
    return True


def typed(keys: KeyReader, *sequence: str, places: tuple[Place, ...] = ("anywhere",)) -> Outcome:
    """The outcome of the last key."""
    outcome = Outcome()
    for key in sequence:
        outcome = keys.feed(key, places, yes)
    return outcome


def ran(outcome: Outcome) -> tuple[str, int] | None:
    return (outcome.command.id, outcome.count) if outcome.command else None


DOWN, FIRST, LAST, LINE = (
    made("down", "j", "down"),
    made("first", "g g"),
    made("last", "G"),
    made("line", "g l"),
)


def test_a_key_runs_its_command_without_a_count() -> None:
    keys = reader(DOWN)
    assert ran(typed(keys, "j")) == ("down", 0)
    assert not keys.waiting


def test_an_unknown_key_does_nothing() -> None:
    assert typed(reader(DOWN), "Q") == Outcome()


def test_a_sequence_shows_what_may_follow_and_then_runs() -> None:
    keys = reader(FIRST, LINE)
    outcome = typed(keys, "g")
    assert outcome.pending == "g" and outcome.command is None
    assert [(rest, command.id) for rest, command in outcome.next] == [("g", "first"), ("l", "line")]
    assert ran(typed(keys, "l")) == ("line", 0)
    assert not keys.waiting


def test_a_wrong_key_ends_a_sequence_and_is_swallowed() -> None:
    keys = reader(FIRST, DOWN)
    assert typed(keys, "g", "j") == Outcome()
    assert ran(typed(keys, "j")) == ("down", 0)


def test_a_count_is_shown_and_handed_on_through_sequences() -> None:
    keys = reader(FIRST, DOWN)
    assert typed(keys, "1", "2").pending == "12"
    assert typed(keys, "g").pending == "12g"
    assert ran(typed(keys, "g")) == ("first", 12)
    assert ran(typed(keys, "j")) == ("down", 0)


def test_nought_begins_no_count_but_goes_on_with_one() -> None:
    start = made("start", "0")
    keys = reader(start, DOWN)
    assert ran(typed(keys, "0")) == ("start", 0)
    assert ran(typed(keys, "1", "0", "j")) == ("down", 10)
    assert typed(reader(DOWN), "0") == Outcome()


def test_a_digit_that_is_bound_here_begins_no_count() -> None:
    keys = reader(made("actors", "1", places=("panel",)), DOWN)
    assert ran(typed(keys, "1", places=("panel", "anywhere"))) == ("actors", 0)
    assert ran(typed(keys, "1", "j", places=("list", "anywhere"))) == ("down", 1)
    assert ran(typed(keys, "2", "1", "j", places=("panel", "anywhere"))) == ("down", 21)


def test_a_count_has_an_end() -> None:
    outcome = typed(reader(DOWN), *"9" * 30, "j")
    assert ran(outcome) == ("down", MAX_COUNT)


@pytest.mark.parametrize("key", ["²", "③", "፩", "f1", "12"])
def test_what_only_looks_like_a_digit_begins_no_count(key: str) -> None:
    keys = reader(DOWN)
    assert typed(keys, key) == Outcome()
    assert ran(typed(keys, "3", key)) is None
    assert ran(typed(keys, "j")) == ("down", 0)


def test_escape_ends_what_was_begun_and_else_is_a_key() -> None:
    back = made("back", "escape")
    keys = reader(back, FIRST)
    assert typed(keys, "4", "g", "escape") == Outcome()
    assert not keys.waiting
    assert ran(typed(keys, "escape")) == ("back", 0)


def test_the_more_special_place_comes_first() -> None:
    keys = reader(made("quit", "q"), made("cancel", "q", places=("span",)))
    assert ran(typed(keys, "q", places=("span", "anywhere"))) == ("cancel", 0)
    assert ran(typed(keys, "q", places=("reader", "anywhere"))) == ("quit", 0)


def test_of_two_commands_on_a_key_the_first_that_can_run_is_taken() -> None:
    keys = reader(made("hit", "n"), made("unread", "n"))
    assert ran(keys.feed("n", ("anywhere",), yes)) == ("hit", 0)
    assert ran(keys.feed("n", ("anywhere",), lambda c: c.id != "hit")) == ("unread", 0)
    assert keys.feed("n", ("anywhere",), lambda c: False) == Outcome()


def test_a_sequence_is_not_offered_where_nothing_of_it_can_run() -> None:
    keys = reader(made("yank", "y y"))
    assert keys.feed("y", ("anywhere",), lambda c: False) == Outcome()
    assert not keys.waiting


# -- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "key"),
    [
        *[("K", "K"), ("+", "+"), ("о", "о"), ("Ctrl+K", "ctrl+k"), ("shift+k", "K")],
        *[("ESC", "escape"), ("Return", "enter"), ("PgDn", "pagedown"), ("F12", "f12")],
        *[("Shift+Tab", "shift+tab"), ("shift+ctrl+Up", "ctrl+shift+up"), ("alt+K", "alt+K")],
        *[("Control+\\", "ctrl+backslash"), ("ctrl+^", "ctrl+circumflex_accent")],
        *[("alt++", "alt++"), ("meta+x", "alt+x")],
    ],
)
def test_a_key_is_named_as_it_arrives(written: str, key: str) -> None:
    assert key_named(written) == key
    assert key_named(key) == key


@pytest.mark.parametrize("written", ["gg", "ctrl+", "+k", "ctrl+gg", "win+x", "f25", "", "++"])
def test_what_is_no_key_has_no_name(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        key_named(written)


def test_the_programs_own_keys_are_named_as_they_arrive() -> None:
    for command in load_all().values():
        for sequence in command.keys:
            assert " ".join(key_named(key) for key in sequence.split(" ")) == sequence


# -- Cyrillic layouts ------------------------------------------------------------------------


def test_sequences_work_on_a_cyrillic_layout() -> None:
    keys = reader(FIRST, made("entity", "] e"))
    assert ran(typed(keys, "п", "п")) == ("first", 0)
    assert ran(typed(keys, "7", "ъ", "у")) == ("entity", 7)
    assert ran(typed(keys, "ї", "у")) == ("entity", 0)
    assert typed(keys, "п").pending == "g"


def test_the_ukrainian_star_is_a_star_once_a_letter_tells_the_layout() -> None:
    keys = reader(made("star", "s"), made("back", "b"), made("entity", "] e"))
    assert ran(typed(keys, "ї", "у")) == ("entity", 0)
    assert ran(typed(keys, "і")) == ("star", 0)
    assert ran(typed(keys, "ў", "і")) == ("back", 0)
    assert ran(typed(KeyReader(keys.bindings, Layout("ukrainian")), "і")) == ("star", 0)


def test_the_slash_key_of_a_cyrillic_layout_searches_and_does_not_repeat() -> None:
    keys = reader(made("search", "/"), made("repeat", "."), DOWN)
    assert ran(typed(keys, ".")) == ("repeat", 0)
    assert ran(typed(keys, "о", ".")) == ("search", 0)
    assert ran(typed(keys, "ю")) == ("repeat", 0)
    assert ran(typed(keys, "j", ".")) == ("repeat", 0)


def test_a_sequence_goes_on_by_place_in_whatever_layout_it_is_typed() -> None:
    keys = reader(made("slash", "g /"), made("dot", "g ."), FIRST)
    assert ran(typed(keys, "п", ".")) == ("slash", 0)
    assert ran(typed(keys, "g", ".")) == ("dot", 0)
    assert ran(typed(keys, "п", "g")) == ("first", 0)


def test_a_pending_sequence_is_shown_as_people_write_it() -> None:
    keys = reader(made("it", "ctrl+x g"))
    assert typed(keys, "3", "ctrl+x").pending == "3Ctrl+X"


KEYS = st.sampled_from([*"jgGsSo[]:;.,", *"опПіІыЫщўхъїжЖбю", "down", "escape"])
SEQUENCES = st.lists(KEYS, min_size=1, max_size=2).map(" ".join)


@given(st.lists(SEQUENCES, min_size=1, max_size=8, unique=True), KEYS)
@settings(max_examples=200)
@example(["j", "о"], "о")
@example(["j", "о j"], "о")
def test_a_fallback_never_beats_a_literal_binding(bound: list[str], key: str) -> None:
    keys = reader(*(made(sequence, sequence) for sequence in bound))
    outcome = typed(keys, key)
    literal = [sequence for sequence in bound if sequence.split(" ")[0] == key]
    if key in bound:
        assert ran(outcome) == (key, 0)
    elif literal:
        assert outcome.pending == shown_key(key) and {c.id for _, c in outcome.next} == set(literal)
    elif outcome.command is not None or outcome.pending:
        assert {*Layout().read(key)} & {sequence.split(" ")[0] for sequence in bound}


@given(st.lists(SEQUENCES, max_size=8, unique=True), st.lists(KEYS | st.sampled_from("0123456789")))
@settings(max_examples=150)
def test_whatever_is_typed_escape_brings_it_back_to_the_start(
    bound: list[str], pressed: list[str]
) -> None:
    keys = reader(*(made(sequence, sequence) for sequence in bound))
    for key in pressed:
        outcome = keys.feed(key, ("anywhere",), yes)
        assert keys.waiting == bool(outcome.pending)
        assert not (outcome.pending and outcome.command)
        assert 0 <= outcome.count <= MAX_COUNT
    if keys.waiting:
        assert keys.feed("escape", ("anywhere",), yes) == Outcome()
    assert not keys.waiting


@given(st.integers(1, 999), st.sampled_from(string.ascii_letters))
@settings(max_examples=50)
def test_any_count_reaches_any_command(count: int, key: str) -> None:
    outcome = typed(reader(made("it", key)), *str(count), key)
    assert ran(outcome) == ("it", count)


def test_binding_keeps_the_order_of_declaration() -> None:
    first, second = made("a", "n", places=("list",)), made("b", "n", "p", places=("list", "panel"))
    table = bind([first, second])
    assert table["list"]["n",] == [first, second]
    assert table["panel"] == {("n",): [second], ("p",): [second]}
