"""Timelines: what is written is read back with other people's libraries."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fake_worker import analyse
from tests.text.hostile import DANGEROUS, HOSTILE
from tui.analysis import encode
from tui.annotations import Corrections, Notebook, make_selector
from tui.exchange.ics import calendar, escape, fold
from tui.exchange.timeline import (
    COLUMNS,
    Moment,
    choose,
    collect,
    edtf_list,
    left_out,
    timeline_csv,
)
from tui.library import Document, Library, LibraryError, Row
from tui.model import Timex
from tui.store import Store

TEXT = """Talks, and gas; a long road

April 22, 2016 18:26

On February 21st he met envoys, at 5 pm on 21 February 2016. From February 11th to 20th he was in
Sochi. In the coming three weeks the talks will continue. The next round is scheduled for
March 15th. In May 2012 and in 2010 it was so, last week too. He rests for three days every Sunday.
"""
OPEN = "A budget\n\nOn August 9th it was published.\n"
NOW = datetime(2016, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store") as store:
        yield store


def events_of(text: str) -> list[Any]:
    """The events as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def add(library: Library, text: str = TEXT) -> str:
    return library.add(Document(text, source="=Desk; Minsk")).article.id


def moments(library: Library, store: Store, **chosen: Any) -> list[Moment]:
    library.projection.catch_up(store.folder)
    rows = choose(library, Notebook(store), **chosen)
    return list(collect(library, Corrections(store), rows))


def test_csv_holds_every_date_with_its_doubt(library: Library, store: Store) -> None:
    id = add(library)
    found = moments(library, store)
    written = timeline_csv(found)
    assert written.left_out == ()
    lines = list(csv.DictReader(io.StringIO(written.text)))
    assert tuple(lines[0]) == COLUMNS and len(lines) == len(found) >= 9
    assert {line["article"] for line in lines} == {id}
    by_words = {line["words"]: line for line in lines}
    inferred = by_words["February 21st"]
    assert (inferred["value"], inferred["edtf"]) == ("2016-02-21", "2016?-02-21")
    assert (inferred["granularity"], inferred["doubt"]) == ("day", "year-inferred")
    assert inferred["dateline"] == "2016-04-22T18:26"
    month = by_words["May 2012"]
    assert (month["granularity"], month["first"], month["last"]) == (
        *("month", "2012-05-01", "2012-05-31"),
    )
    two = by_words["March 15th"]
    assert (two["edtf"], two["doubt"]) == ("[2016-03-15,2017-03-15]", "two-readings")
    assert lines[0]["source"] == "'=Desk; Minsk", "no spreadsheet takes it for a formula"
    days = [line["first"] for line in lines if line["first"]]
    assert days == sorted(days)


def test_a_calendar_is_read_by_icalendar(library: Library, store: Store) -> None:
    add(library)
    found = moments(library, store)
    written = calendar(found, NOW)
    read: Any = icalendar.Calendar.from_ical(written.text)
    assert read["VERSION"] == "2.0" and read["PRODID"]
    events = {str(event["SUMMARY"]): event for event in read.walk("VEVENT")}
    assert len({str(event["UID"]) for event in events.values()}) == len(events)
    title = "Talks, and gas; a long road"
    day = events[f"? February 21st (inferred): {title}"]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2016, 2, 21), date(2016, 2, 22))
    assert day["STATUS"] == "TENTATIVE" and day["DTSTAMP"].dt == NOW
    assert "EDTF 2016?-02-21" in day["DESCRIPTION"]
    month = events[f"May 2012 (month): {title}"]
    assert (month["DTSTART"].dt, month["DTEND"].dt) == (date(2012, 5, 1), date(2012, 6, 1))
    assert month["STATUS"] == "CONFIRMED"
    assert events[f"2010 (year): {title}"]["DTEND"].dt == date(2011, 1, 1)
    assert all(type(event["DTSTART"].dt) is date for event in events.values())


def test_of_two_readings_each_becomes_an_event(library: Library, store: Store) -> None:
    add(library)
    (two,) = [m for m in moments(library, store) if m.timex.doubt == "two-readings"]
    events = events_of(calendar([two], NOW).text)
    assert [event["DTSTART"].dt for event in events] == [date(2016, 3, 15), date(2017, 3, 15)]
    assert all(event["STATUS"] == "TENTATIVE" for event in events)
    assert len({str(event["UID"]) for event in events}) == 2


def test_what_a_format_cannot_hold_is_told(library: Library, store: Store) -> None:
    add(library)
    add(library, OPEN)
    found = moments(library, store)
    written = calendar(found, NOW)
    assert written.left_out == (
        "Left out: a calendar has no place for 1 date without a known day, 1 length of time, "
        "1 repeated time.",
    )
    assert "August" not in written.text
    assert edtf_list(found).left_out == (
        "Left out: EDTF has no form for 1 length of time, 1 repeated time.",
    )
    assert left_out([], "x") == ()


def test_every_line_of_the_list_is_edtf(library: Library, store: Store) -> None:
    add(library)
    add(library, OPEN)
    lines = [line.split("\t") for line in edtf_list(moments(library, store)).text.splitlines()]
    values = {words: value for value, _, _, words in lines}
    assert values["the coming three weeks"] == "2016-04-22/2016-05-13"
    assert values["last week"] == "2016-04-11?/2016-04-17?"
    assert values["August 9th"] == "XXXX-08-09"
    for value in values.values():
        assert str(parse_edtf(value))


def test_the_users_word_counts(library: Library, store: Store) -> None:
    id = add(library)
    version = library.text(id)
    assert version is not None
    at = version.text.index("February 21st")
    selector = make_selector(version.text, at, at + len("February 21st"), version.id)
    corrections = Corrections(store)
    corrections.set_reference(id, "2013-02-22")
    corrections.correct_date(id, selector, "2011-02-21")
    found = {m.timex.text: m for m in moments(library, store)}
    mine = found["February 21st"]
    assert (mine.timex.value, mine.doubt, mine.edtf) == ("2011-02-21", "yours", "2011-02-21")
    assert mine.dateline == "2013-02-22"
    assert found["last week"].timex.first == "2013-02-11"


def test_an_article_below_another_has_its_own_dateline(library: Library, store: Store) -> None:
    add(
        library, f"{TEXT}\nSimilar articles\n\nOlder\nJune 5, 2012 09:00\n\nOn June 1st it began.\n"
    )
    found = {m.timex.text: m for m in moments(library, store)}
    assert found["June 1st"].timex.value == "2012-06-01"
    assert found["June 1st"].dateline == "2012-06-05T09:00"
    assert found["February 21st"].dateline == "2016-04-22T18:26"


def test_a_kept_analysis_gives_the_same(library: Library, store: Store) -> None:
    id = add(library)
    before = moments(library, store)
    version = library.text(id)
    assert version is not None
    library.analyses.keep(version.id, "p", json.dumps(encode(analyse(version.text))), [])
    assert moments(library, store) == before


def test_articles_are_chosen(library: Library, store: Store) -> None:
    first, second, third = add(library), add(library, OPEN), add(library, "C\n\nIn 2010.\n")
    notebook = Notebook(store)
    notebook.decide([first, second], "kept")
    notebook.tag([first], ["Gas"])
    notebook.annotate(second, note="x", version="v", tags=["gas"])
    notebook.annotate(third, note="x", version="v")

    def chosen(**how: Any) -> set[str]:
        library.projection.catch_up(store.folder)
        return {row.article for row in choose(library, notebook, **how)}

    assert chosen() == {first, second, third}
    assert chosen(kept=True) == {first, second}
    assert chosen(annotated=True) == {second, third}
    assert chosen(tag="GAS") == {first, second}
    assert chosen(tag="gas", annotated=True) == {second}
    assert chosen(articles=[first, third], kept=True) == {first}
    with pytest.raises(LibraryError, match="no article a1"):
        chosen(articles=["a1"])


def test_foreign_text_breaks_no_format(library: Library, store: Store) -> None:
    add(library)
    row = moments(library, store)[0].row
    evil = f'{"".join(HOSTILE.values())}\r\nEND:VEVENT\r\n"x", {"щ" * 90}'
    found = [
        replace(m, row=replace(row, title=evil), timex=replace(m.timex, text=evil))
        for m in moments(library, store)
    ]
    for written in (timeline_csv(found), calendar(found, NOW), edtf_list(found)):
        assert not DANGEROUS.search(written.text.replace("\r\n", "\n"))
    events = events_of(calendar(found, NOW).text)
    assert len(events) == len(found) - 2 + 1  # two have no days, one has two readings
    lines = list(csv.reader(io.StringIO(timeline_csv(found).text)))
    assert {len(line) for line in lines} == {len(COLUMNS)} and len(lines) == len(found) + 1


@given(st.text())
def test_folded_lines_are_short_and_whole(text: str) -> None:
    line = "SUMMARY:" + escape(text.replace("\r", ""))
    parts = fold(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.dates(), st.integers(0, 4000))
def test_every_stretch_comes_back(first: date, days: int) -> None:
    try:
        last = first + timedelta(days=days)
    except OverflowError:
        return
    written = calendar([stretch(first, last)], NOW).text
    (event,) = events_of(written)
    assert event["DTSTART"].dt == first
    if last < date.max:
        assert event["DTEND"].dt == last + timedelta(days=1)


def stretch(first: date, last: date) -> Moment:
    row = Row(1, "a1", "T", "S", "", False, "", "read", "kept", False, (), 0, "v", False)
    value = f"{first}/{last}"
    timex = Timex(0, 5, "words", "DATE", value, "sure", "r", granularity="day")
    return Moment(row, replace(timex, first=str(first), last=str(last)))
