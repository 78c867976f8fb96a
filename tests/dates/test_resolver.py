"""The values: by the reference date, the passage, what was told before; section by section."""

from __future__ import annotations

import pytest

from tui.dates import recognise, resolve, tag
from tui.model import Section, Timex

REF = "2014-10-08"  # a Wednesday


def values(text: str, reference: str | None = REF) -> list[str]:
    return [timex.value for timex in tag(text, reference)]


def only(text: str, reference: str | None = REF) -> Timex:
    (timex,) = tag(text, reference)
    return timex


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was fined on September 30th.", "2014-09-30"),
        ("He was fined on 9 November.", "2013-11-09"),
        ("He will be tried on 9 November.", "2014-11-09"),
        ("The trial is due to open on January 20.", "2015-01-20"),
        ("The hearing was postponed to December 1.", "2014-12-01"),
        ("Prices rose in August.", "2014-08"),
        ("The minister, who is to resign in December, spoke.", "2014-12"),
        ("They arrived on Monday.", "2014-10-06"),
        ("They will leave on Monday.", "2014-10-13"),
        ("They left last Saturday.", "2014-10-04"),
        ("Debt grew in the third quarter.", "2014-Q3"),
        ("Debt will grow in the fourth quarter.", "2014-Q4"),
        ("They marched last spring.", "2014-SP"),
        ("They will march next spring.", "2015-SP"),
        ("It fell a fortnight ago.", "2014-W39"),
        ("It fell four months ago.", "2014-06"),
        ("It fell a decade ago.", "200X"),
    ],
)
def test_the_verb_decides_on_which_side_of_the_reference_a_date_lies(text: str, value: str) -> None:
    timex = only(text)
    assert (timex.value, timex.doubt, timex.reference) == (value, "year-inferred", REF)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was fined on September 30th.", "XXXX-09-30"),
        ("They met on 3-5 June.", "XXXX-06-03/XXXX-06-05"),
        ("They met last month.", "XXXX-XX"),
        ("They met on Sunday.", "XXXX-WXX-7"),
        ("Troops marched on Victory Day.", "XXXX-05-09"),
        ("Debt grew in the fourth quarter.", "XXXX-Q4"),
    ],
)
def test_without_a_reference_date_the_unknown_stays_open(text: str, value: str) -> None:
    timex = only(text, None)
    assert (timex.value, timex.doubt, timex.first) == (value, "open", None)
    assert "reference" in timex.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2008 war was short. On August 12th it ended.", ["2008", "2008-08-12"]),
        ("He spoke in March 2011. In May he resigned.", ["2011-03", "2011-05"]),
        ("It began on 28 December 2011. On 3 January it ended.", ["2011-12-28", "2012-01-03"]),
        ("He has led since 1994. On October 1 he spoke.", ["1994", "2014-10-01"]),
        ("He was freed in 2008. The trial will open on October 20.", ["2008", "2014-10-20"]),
        ("It rained in March and April 2011.", ["2011-03", "2011-04"]),
        ("It lasted from November to March 2011.", ["2010-11/2011-03"]),
    ],
)
def test_a_year_comes_from_the_passage_where_the_passage_is_about_it(
    text: str, expected: list[str]
) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met on 3 May 2011. The same day they parted.", "2011-05-03"),
        ("They met on 3 May 2011. Ten days later they parted.", "2011-05-13"),
        ("They met on 3 May 2011. A week earlier they had quarrelled.", "2011-04-26"),
        ("They met on 3–5 May 2011. The next day they parted.", "2011-05-06"),
        ("They met in May 2011. The following month they parted.", "2011-06"),
        ("They met in 2011. That year it snowed.", "2011"),
        ("They met in 2011. Two years later they parted.", "2013"),
        ("They met at 6.30 p.m. on 3 May 2011. Two hours later they parted.", "2011-05-03T20:30"),
        ("They met on 3 May 2011. That evening they parted.", "2011-05-03TEV"),
        ("They met on 3 May 2011 and parted on the 9th.", "2011-05-09"),
    ],
)
def test_what_hangs_on_a_date_told_before(text: str, last: str) -> None:
    assert values(text)[-1] == last
    assert tag(text, REF)[-1].doubt == "sure"


def test_undated_texts_go_on_from_year_to_year() -> None:
    text = "In November 1941 it began. In January it stalled, and in May it was over."
    assert values(text, None) == ["1941-11", "1942-01", "1942-05"]


def test_a_year_mentioned_in_passing_does_not_move_an_undated_text() -> None:
    text = (
        "On 2 August 1964 a ship was hit. A paper released in 2005 denied it. "
        "On 4 August it was said to be hit again. In 1965 the war grew."
    )
    assert values(text, None) == ["1964-08-02", "2005", "1964-08-04", "1965"]


TWO = "On March 3rd he spoke.\n\nOn March 5th she spoke."
CUT = TWO.index("\n\n") + 2
SECTIONS = (Section(0, CUT, "main", "2016-04-22"), Section(CUT, len(TWO), "embedded", "2011-01-10"))


def test_each_section_counts_from_its_own_dateline() -> None:
    found = resolve(TWO, recognise(TWO, SECTIONS), SECTIONS)
    assert [(t.value, t.reference) for t in found] == [
        ("2016-03-03", "2016-04-22"),
        ("2010-03-05", "2011-01-10"),
    ]


def test_the_users_reference_overrides_one_section_and_none_clears_it() -> None:
    expressions = recognise(TWO, SECTIONS)
    moved = resolve(TWO, expressions, SECTIONS, {0: "2013-03-20"})
    assert [t.value for t in moved] == ["2013-03-03", "2010-03-05"]
    cleared = resolve(TWO, expressions, SECTIONS, {1: None})
    assert [(t.value, t.doubt) for t in cleared] == [
        ("2016-03-03", "year-inferred"),
        ("XXXX-03-05", "open"),
    ]


def test_a_reference_without_sections_is_that_of_the_whole_text() -> None:
    text = "On March 3rd he spoke."
    assert resolve(text, recognise(text), (), {0: "2013-03-20"})[0].value == "2013-03-03"


@pytest.mark.parametrize(
    ("text", "value", "alternatives"),
    [
        ("The summit is scheduled for July 20.", "2014-07-20", ("2015-07-20",)),
        ("They vote next Friday.", "2014-10-10", ("2014-10-17",)),
        ("The paper of 04/03/2012 is lost.", "2012-03-04", ("2012-04-03",)),
    ],
)
def test_two_readings_are_both_kept(text: str, value: str, alternatives: tuple[str, ...]) -> None:
    timex = only(text)
    assert (timex.value, timex.doubt, timex.alternatives) == (value, "two-readings", alternatives)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was in February 2012.", "2012-02-01", "2012-02-29"),
        ("It was in Q2 2012.", "2012-04-01", "2012-06-30"),
        ("It was in the winter of 2012.", "2012-12-01", "2013-02-28"),
        ("It was in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It was last week.", "2014-09-29", "2014-10-05"),
        ("It was on 3-5 May 2011.", "2011-05-03", "2011-05-05"),
        ("In the coming three weeks they will act.", "2014-10-08", "2014-10-29"),
        ("They have acted for the past two months.", "2014-08-08", "2014-10-08"),
        ("It was in the fifties BC, around 52 BC.", None, None),
    ],
)
def test_the_first_and_the_last_day(text: str, first: str | None, last: str | None) -> None:
    timex = tag(text, REF)[-1]
    assert (timex.first, timex.last) == (first, last)


def test_a_sentence_served_ends_on_the_day_told() -> None:
    text = "On 22 May 2011, after serving seven days of arrest, he was freed."
    served = tag(text, REF)[1]
    assert (served.value, served.first, served.last) == ("P7D", "2011-05-15", "2011-05-22")


def test_every_result_says_why() -> None:
    text = "On May 5th, 2011 and last week, for two years; every day; now; in the 1990s; by Friday."
    found = tag(text, REF)
    assert len(found) == 7
    assert all(timex.reason and timex.rule for timex in found)
