"""How dates look: their values, their order in the panel, and why they are so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import dates
from tui.annotations import Correction, make_selector
from tui.corrected import RULE, Placed, Placing
from tui.desk import when
from tui.desk.widgets.panel import ACTORS, Entry
from tui.model import Doubt, Timex

STAMP = "2016-04-22T18:26"


def found(text: str, reference: str | None = STAMP) -> list[Timex]:
    return dates.tag(text, reference)


def one(text: str) -> Timex:
    (timex,) = found(text)
    return timex


def shown(entries: list[Entry]) -> list[str]:
    return ["".join(text for text, _ in line) for entry in entries for line in entry.lines]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was in 2010.", "2010"),
        ("It was in May 2012.", "2012-05"),
        ("On February 21st he came.", "2016?-02-21"),
        ("From February 11th to 20th he was there.", "2016?-02-11 – 20"),
        ("Last week he came.", "2016-04-11? – 17?"),
        ("The round is scheduled for March 15th.", "2016-03-15 or 2017-03-15"),
        ("It was on 3 May 2012 at 10:15.", "2012-05-03 10:15"),
        ("He rested for three days.", "P3D"),
    ],
)
def test_values_for_people(text: str, value: str) -> None:
    assert when.shown_value(one(text)) == value


@pytest.mark.parametrize(
    ("interval", "value"),
    [
        ("2013-02-11/2013-02-20", "2013-02-11 – 20"),
        ("2013-02-11/2013-03-02", "2013-02-11 – 03-02"),
        ("2012-12-30/2013-01-02", "2012-12-30 – 2013-01-02"),
        ("2012/2014", "2012 – 2014"),
        ("2013-02-11/2013-02-11", "2013-02-11 – 11"),
        ("2013-02/2013-02-11", "2013-02 – 2013-02-11"),
    ],
)
def test_of_a_stretch_only_what_differs_is_repeated(interval: str, value: str) -> None:
    assert when.stretch(interval) == value


def test_days_are_in_order_and_stand_once() -> None:
    timexes = found("On 3 May 2012 it began; on May 3rd, 2012 it ended. In 2011 it was so.")
    assert shown(list(when.date_entries(timexes))) == [
        "2011  year",
        "  “2011”",
        "2012-05-03",
        "  “3 May 2012”",
        "  “May 3rd, 2012”",
    ]


def test_what_has_no_day_comes_last_under_a_line_of_its_own() -> None:
    timexes = [one("In 2010 it was so."), *found("On August 9th it began.", None)]
    assert shown(list(when.date_entries(timexes[::-1]))) == [
        *("2010  year", "  “2010”", "  no day known"),
        *("XXXX-08-09", "  “August 9th” year unknown"),
    ]
    assert not list(when.date_entries([]))


def test_days_named_are_those_with_both_ends() -> None:
    timexes = found("On 3 May 2012, in 2010, for three days, on 3 May 2012.")
    assert when.days_named(timexes) == {
        ("2012-05-03", "2012-05-03"),
        ("2010-01-01", "2010-12-31"),
    }


def test_a_date_of_ones_own_says_so() -> None:
    mine = replace(one("On February 21st he came."), rule=RULE, doubt="sure")
    assert when.doubt_words(mine) == RULE
    assert "you said so" in when.reasons(mine)[1]


def test_corrections_that_the_text_does_not_show_are_listed() -> None:
    text = "On May 1st he came."
    selector = make_selector(text, 3, 10, "v")
    none = Correction("date", "a", selector, None, "1")
    lost = Correction("date", "a", selector, "2013-05-01", "1")
    placing = Placing((Placed(3, 10, none),), (lost,))
    entries = list(when.correction_entries(ACTORS, placing, "no date"))
    assert shown(entries) == [
        f"“May 1st” no date {RULE}",
        f"“May 1st” 2013-05-01 {RULE}",
        "  not surely found any more",
    ]
    assert [entry.item for entry in entries] == [placing.placed[0], lost]
    assert "no date" in when.correction_reasons(placing.placed[0])[1]
    assert "not surely found" in when.correction_reasons(lost)[2]


SURE_OR_NOT: list[Doubt] = ["sure", "year-inferred"]
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(DAYS, st.integers(0, 2000))
def test_a_stretch_can_be_read_back(first: date, days: int) -> None:
    last = first + timedelta(days)
    shown = when.stretch(f"{first}/{last}")
    begin, _, end = shown.partition(" – ")
    assert begin == str(first)
    assert begin[: len(begin) - len(end)] + end == str(last)
    assert last == first or begin.split("-")[-end.count("-") - 1] != end.split("-")[0]


@st.composite
def timexes(draw: st.DrawFn) -> list[Timex]:
    """Dates of one text: days, stretches and what has no day, sure or not."""
    found = []
    for place in range(draw(st.integers(0, 8))):
        first = draw(DAYS)
        last = first + timedelta(draw(st.sampled_from([0, 0, 6, 30])))
        value = str(first) if first == last else f"{first}/{last}"
        if draw(st.booleans()):
            kind: Doubt = draw(st.sampled_from(SURE_OR_NOT))
            made = replace(TIMEX, value=value, doubt=kind, first=str(first), last=str(last))
        else:
            rest = draw(st.sampled_from(["XXXX-08-09", "PRESENT_REF", "XXXX-WXX-1"]))
            made = replace(TIMEX, value=rest, doubt="open")
        found.append(replace(made, start=place, end=place + 1, text=f"words {place}"))
    return found


TIMEX = Timex(0, 1, "x", "DATE", "2014-01-01", "sure", "test")


@given(timexes())
def test_the_panel_has_every_date_once_in_the_order_of_days(found: list[Timex]) -> None:
    entries = list(when.date_entries(found))
    items = [entry.item for entry in entries if entry.item is not None]
    wanted = [timex for timex in found if not timex.value.endswith("_REF")]
    assert sorted(items, key=lambda t: t.start) == wanted
    firsts = [item.first or "9999" for item in items]
    assert firsts == sorted(firsts)
    text = "\n".join(shown(entries))
    assert all(text.count(f"“{timex.text}”") == 1 for timex in wanted)


@given(timexes())
def test_a_date_that_is_not_sure_never_looks_like_one_that_is(found: list[Timex]) -> None:
    for timex in found:
        if timex.doubt == "year-inferred":
            assert "?" in when.shown_value(timex)
        assert bool(when.doubt_words(timex)) == (timex.doubt != "sure")
