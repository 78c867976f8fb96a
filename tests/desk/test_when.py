"""How dates and warnings look: pure parts of the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui import dates
from tui.annotations import Correction, make_selector
from tui.corrected import RULE, Placed, Placing
from tui.desk import warned, when
from tui.desk.widgets.panel import ACTORS, Entry
from tui.model import Section, Timex

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


SECTIONS = (
    Section(0, 50, "main", STAMP),
    Section(50, 90, "embedded", "2014-01-01"),
    Section(90, 99, "caption"),
)
STRONG = dates.Warning(0, "strong", "“March 15th” is late.", ((3, 13),), "2013-02-22")
HINT = dates.Warning(1, "hint", "“2010” is long ago.", ((5, 9),))


def test_what_dates_hang_on_is_named() -> None:
    names = warned.reference_names(SECTIONS, {0: "2013-02-22"}, None)
    assert names[0] == "your reference date"
    assert names[1] == "the stamp of an embedded article"
    assert warned.reference_names((Section(0, 9, "main"),), {}, "2016-01-01")[0] == (
        "the stated date"
    )


def test_only_sure_signs_stand_under_the_title() -> None:
    names = warned.reference_names(SECTIONS, {}, None)
    other = replace(STRONG, message="“April” too.", suggestion="")
    assert warned.notices([STRONG, other, HINT], names) == [
        "! The stamp is contradicted: “March 15th” is late. (1 more in the panel) "
        "The text fits 2013-02-22. D sets another date."
    ]
    assert warned.notices([HINT], names) == []


def test_signs_in_the_panel_are_wrapped_to_its_width() -> None:
    names = warned.reference_names(SECTIONS, {}, None)
    entries = list(warned.entries([STRONG, HINT], names, 24))
    lines = shown(entries)
    assert lines[0] == "! the stamp is" and all(len(line) <= 23 for line in lines)
    assert "? a sign against the" in lines
    assert [entry.item for entry in entries] == [STRONG, HINT]


@pytest.mark.parametrize(
    ("suggestion", "words"),
    [
        ("2013-02-22", "2013-02-22"),
        ("2013-02-21/2013-03-15", "2013-02-21 – 03-15"),
        ("../2013-03-15", "a date up to 2013-03-15"),
    ],
)
def test_a_better_date_in_words(suggestion: str, words: str) -> None:
    assert warned.shown_suggestion(suggestion) == words


def test_why_a_stamp_is_doubted() -> None:
    lines = warned.reasons(STRONG, "On March 15th it is.")
    assert "Evidence: “March 15th” (Enter goes there)." in lines
    assert "The text fits 2013-02-22." in lines
