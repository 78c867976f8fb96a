"""The user's word over what was recognised."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations import AnnotationError, Correction, Own, make_selector, section_key
from tui.corrected import (
    RULE,
    check_value,
    correct_mentions,
    correct_timexes,
    leading_section,
    overrides,
    place,
    references_of,
)
from tui.dates import recognise, resolve, values
from tui.model import Mention, Section, Timex, Version

TEXT = "On May 1st, May Lee went to Oslo. She came back on June 3rd, and in May."


def version(text: str) -> Version:
    return Version(hashlib.sha256(text.encode()).hexdigest(), "a", text, "")


def correction(words: str, value: str | None, text: str = TEXT, updated: str = "1") -> Correction:
    start = text.index(words)
    selector = make_selector(text, start, start + len(words), version(text).id)
    return Correction("date", "a", selector, value, updated)


def dates(text: str, *corrections: Correction) -> dict[str, Timex]:
    found = resolve(text, recognise(text), (), {0: "2016-07-01"})
    placing = place(corrections, version(text))
    return {timex.text: timex for timex in correct_timexes(found, text, placing)}


def test_a_corrected_date_takes_the_place_of_the_one_found() -> None:
    before, after = dates(TEXT), dates(TEXT, correction("May 1st", "2013-05-01"))
    assert before["May 1st"].value == "2016-05-01"
    mine = after.pop("May 1st")
    assert (mine.value, mine.doubt, mine.rule, mine.granularity) == (
        *("2013-05-01", "sure", RULE, "day"),
    )
    assert (mine.first, mine.last, mine.type) == ("2013-05-01", "2013-05-01", "DATE")
    assert after == {words: timex for words, timex in before.items() if words != "May 1st"}


def test_a_passage_may_be_made_a_date_or_none() -> None:
    found = dates(TEXT, correction("June 3rd", None), correction("back", "P3W"))
    assert "June 3rd" not in found
    assert (found["back"].type, found["back"].first) == ("DURATION", None)
    refused = place([correction("June 3rd", None)], version(TEXT)).refused
    assert [TEXT[one.start : one.end] for one in refused] == ["June 3rd"]


def test_of_overlapping_corrections_the_latest_counts() -> None:
    found = dates(TEXT, correction("May 1st", "2013-05-01"), correction("On May 1st", "2012"))
    assert found["On May 1st"].value == "2012" and "May 1st" not in found


def test_a_correction_follows_its_passage_into_a_new_version() -> None:
    mine = correction("June 3rd", "2010-06-03")
    longer = f"A new first line, as editors add them.\n\n{TEXT}"
    assert dates(longer, mine)["June 3rd"].value == "2010-06-03"
    rewritten = "Another text altogether, of June 3rd too."
    placing = place([mine], version(rewritten))
    assert (placing.placed, placing.lost) == ((), (mine,))
    assert dates(rewritten, mine)["June 3rd"].value == "2016-06-03"


def test_corrected_mentions() -> None:
    found = [
        Mention(3, 6, "May", "PERSON", "model"),
        Mention(12, 19, "May Lee", "PERSON", "model"),
        Mention(28, 32, "Oslo", "ORG", "model"),
    ]
    mine = [correction("May 1st", None), correction("Oslo", "GPE")]
    corrected = correct_mentions(found, TEXT, place(mine, version(TEXT)))
    assert [(m.text, m.label, m.rule) for m in corrected] == [
        *(("May Lee", "PERSON", "model"), ("Oslo", "GPE", RULE)),
    ]
    assert all(TEXT[m.start : m.end] == m.text for m in corrected)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12), st.booleans()), max_size=6))
def test_what_holds_never_overlaps(spans: list[tuple[int, int, bool]]) -> None:
    here = version(TEXT)
    mine = [
        Correction("date", "a", make_selector(TEXT, s, s + n, here.id), "2013" if on else None, "1")
        for s, n, on in spans
    ]
    placing = place(mine, here)
    for one, other in zip(placing.placed, placing.placed[1:], strict=False):
        assert one.end <= other.start
    if mine:
        assert mine[-1] in [one.correction for one in placing.placed]


def test_all_that_was_put_right_in_an_article() -> None:
    own = Own(dates=(correction("May 1st", "2013"),), mentions=(correction("Oslo", None),))
    found = overrides(own, [Section(0, len(TEXT), "main")], version(TEXT))
    assert [one.correction.value for one in found.dates.placed] == ["2013"]
    assert [one.correction for one in found.mentions.refused] == list(own.mentions)


def test_reference_dates_by_section() -> None:
    sections = [
        Section(0, 50, "main"),
        Section(50, 60, "caption"),
        Section(60, 90, "embedded", "2014-01-01"),
        Section(90, 120, "embedded", "2015-01-01"),
    ]
    given = Own({"embedded-2": None, "main": "2013-02-22", "gone": "2000-01-01"})
    own = overrides(given, sections, version(TEXT)).references
    assert own == {0: "2013-02-22", 3: None}
    assert references_of(sections, "2016-01-01", own) == {0: "2013-02-22", 1: "2013-02-22", 3: None}
    assert references_of(sections, "2016-01-01", {}) == {0: "2016-01-01", 1: "2016-01-01"}


@pytest.mark.parametrize("part", [0, 2, 4])
def test_a_reference_date_holds_for_all_parts_of_the_main_article(part: int) -> None:
    sections = [
        *(Section(0, 50, "main", "2016-04-22"), Section(50, 60, "caption", "2016-04-22")),
        *(Section(60, 90, "main", "2016-04-22"), Section(90, 120, "embedded", "2015-01-01")),
        *(Section(120, 150, "main", "2016-04-22"), Section(150, 160, "source", "2016-04-22")),
    ]
    given = Own({section_key(sections, sections[part]): "2013-02-22"})
    own = overrides(given, sections, version(TEXT)).references
    found = references_of(sections, None, own)
    assert found == dict.fromkeys((0, 1, 2, 4, 5), "2013-02-22")
    assert leading_section(sections, sections[part].start) == 0


@pytest.mark.parametrize("part", [1, 3])
def test_a_reference_date_holds_for_both_parts_of_an_embedded_article(part: int) -> None:
    sections = [
        *(Section(0, 50, "main", "2016-04-22"), Section(50, 60, "embedded")),
        *(Section(60, 90, "caption"), Section(90, 120, "embedded"), Section(120, 130, "embedded")),
    ]
    given = Own({section_key(sections, sections[part]): None})
    own = overrides(given, sections, version(TEXT)).references
    assert references_of(sections, "2016-04-22", own) == {1: None, 2: None, 3: None}
    assert leading_section(sections, sections[part].start) == 1


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (" 2016-02-21 ", "2016-02-21"),
        ("2016?-02-21", "2016-02-21"),
        ("2013-02-11 – 20", "2013-02-11/2013-02-20"),
        ("2013-02-11 – 03-02", "2013-02-11/2013-03-02"),
        ("2013-02-11/2013-02-20", "2013-02-11/2013-02-20"),
        ("2013-02-21 18:26", "2013-02-21T18:26"),
        ("xxxx-01-09", "XXXX-01-09"),
        *((same, same) for same in ("2016", "2016-02", "198X", "19XX", "2016-W07", "2016-W07-WE")),
        *((same, same) for same in ("2016-SU", "2016-Q3", "2016-H1", "BC0044", "2016-02-21TEV")),
        *((same, same) for same in ("P3W", "PT36H", "PXM", "P2Y6M", "P1DE")),
    ],
)
def test_values_that_people_type(typed: str, value: str) -> None:
    assert check_value(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("", "yes", "21.2.2016", "2016-13", "2015-02-29", "2016-2-1", "2016-W60", "P", "PT", "P3"),
        *("2016-02-21T25:00", "2016-02-21T18:61", "2016/2013", "2016-01-01/P3W", "2016//2017"),
        *("PRESENT_REF", "2016-02-2١"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(AnnotationError, match=r"is not a date: write 2016-04-22"):
        check_value(typed)


@given(st.dates(), st.dates())
def test_every_day_and_stretch_can_be_typed(one: object, other: object) -> None:
    first, last = sorted(map(str, (one, other)))
    assert values.bounds(check_value(f"{first}/{last}")) != (None, None)


@given(st.text("0123456789XTPW-/:.?QHBC ", max_size=14))
def test_what_is_accepted_is_accepted_again(typed: str) -> None:
    try:
        value = check_value(typed)
    except AnnotationError:
        return
    assert check_value(value) == value
