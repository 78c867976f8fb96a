"""Where the user was: kept and found again as it was, and never in the way when damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.conftest import OpenDesk
from tui.desk.session import NAME, Whereabouts
from tui.library import Library, View
from tui.library.views import SORTS
from tui.model import Triage
from tui.settings import Settings

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VIEWS = st.builds(
    View,
    triage=st.sampled_from([None, *get_args(Triage)]),
    starred=st.booleans(),
    words=TEXTS,
    tag=st.none() | TEXTS,
    source=st.none() | TEXTS,
    articles=st.none() | st.frozensets(TEXTS, max_size=3),
    label=TEXTS,
    paths=st.lists(TEXTS, max_size=2).map(tuple),
    dates=st.none() | st.tuples(TEXTS, TEXTS),
    sort=st.sampled_from([*SORTS]),
    reverse=st.booleans(),
)
WHEREABOUTS = st.builds(
    Whereabouts,
    view=st.none() | VIEWS,
    cursor=st.none() | TEXTS,
    open=st.none() | TEXTS,
    pane=st.none() | st.sampled_from(["list", "reader", "panel"]),
    zoomed=st.booleans(),
    measure=st.none() | st.integers(30, 140),
    hidden=st.lists(TEXTS, max_size=3).map(tuple),
)
JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
SOMEWHERE = Whereabouts(
    View(triage="kept", words="gas", dates=("2014-01-01", "2014-02-01"), sort="title"),
    *("01A", "01B", "reader", True, 60, ("NORP",)),
)


@given(WHEREABOUTS)
def test_a_round_trip_changes_nothing(where: Whereabouts) -> None:
    assert Whereabouts.of(where.text()) == where


@pytest.mark.parametrize("kept", [None, "", "{}", "null", "[]", "7", '"list"', "{", "nonsense"])
def test_where_nothing_usable_was_kept_one_is_nowhere(kept: str | None) -> None:
    assert Whereabouts.of(kept) == Whereabouts()


def test_what_cannot_be_read_at_all_is_nothing() -> None:
    assert Whereabouts.of("[" * 100_000) == Whereabouts()
    assert Whereabouts.of(r'{"open": "\ud800", "pane": "list"}') == Whereabouts()


@pytest.mark.parametrize("name", ["view", "cursor", "open", "pane", "zoomed", "measure", "hidden"])
@given(value=JSON)
def test_one_damaged_part_costs_no_other(name: str, value: Any) -> None:
    kept = json.loads(SOMEWHERE.text()) | {name: value}
    text = json.dumps(kept)
    if "\\ud" in text:
        return
    read = Whereabouts.of(text)
    default = getattr(Whereabouts(), name)
    if getattr(read, name) == default:
        assert read == replace(SOMEWHERE, **{name: default})
    else:
        assert json.loads(read.text()) == kept or name in ("hidden", "view")


@pytest.mark.parametrize("name", [*View().document()])
@given(value=JSON)
def test_a_view_is_whole_or_not_there(name: str, value: Any) -> None:
    kept = json.loads(SOMEWHERE.text())
    kept["view"][name] = value
    view = Whereabouts.of(json.dumps(kept)).view
    if view is not None:
        assert view.describe() and view.describe_order() and view.is_plain in (True, False)


@given(st.integers(0, 400))
def test_a_text_cut_off_is_nothing(length: int) -> None:
    text = SOMEWHERE.text()
    assert Whereabouts.of(text[: min(length, len(text) - 1)]) == Whereabouts()


def test_what_a_later_version_kept_besides_is_passed_over() -> None:
    kept = json.loads(SOMEWHERE.text()) | {"columns": [1, 2]}
    assert Whereabouts.of(json.dumps(kept)) == SOMEWHERE
    kept["view"]["colour"] = "red"
    assert Whereabouts.of(json.dumps(kept)) == replace(SOMEWHERE, view=None)


# -- in the desk -------------------------------------------------------------------------------


def keep(home: Path, where: str) -> None:
    with Library(home / "library.sqlite") as library:
        library.remember(NAME, where)


@pytest.mark.parametrize(
    "kept",
    [
        '{"view": {"triage": "nonsense"}, "open": 5, "measure": "wide"}',
        '{"open": "01NOSUCHARTICLE", "pane": "reader", "zoomed": true}',
        '{"measure": -1000000000000, "pane": "attic", "hidden": [1, "NORP", null]}',
    ],
)
async def test_the_desk_opens_on_whatever_was_kept(
    open_desk: OpenDesk, home: Path, kept: str
) -> None:
    keep(home, kept)
    async with open_desk() as driver:
        assert len(driver.desk.list.keys) == 3
        assert driver.desk.pane is driver.desk.list
        await driver.press("enter")
        assert driver.desk.paper is not None


async def test_pane_and_zoom_are_found_again_with_nothing_open(open_desk: OpenDesk) -> None:
    async with open_desk() as driver:
        await driver.press("tab", "tab", "z", "q")
    async with open_desk() as driver:
        assert driver.desk.pane is driver.desk.panel
        assert driver.desk.zoomed and not driver.desk.list.display


async def test_new_settings_hold_where_the_user_did_not_go_on_from_the_old(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(settings=Settings(measure=60, hidden_labels=("NORP",))) as driver:
        await driver.press("enter", "q")
    async with open_desk(settings=Settings(measure=50)) as driver:
        assert driver.desk.reader.measure == 50
        assert driver.desk.hidden == set()
        await driver.press("greater_than_sign", "q")
        measure = driver.desk.reader.measure
    async with open_desk(settings=Settings(measure=40)) as driver:
        assert driver.desk.reader.measure == measure != 40
