"""What is an expression of time, where it begins and ends, and what is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates import recognise, tag
from tui.dates.fold import fold
from tui.model import Section

REF = "2014-10-08"


def spans(text: str) -> list[str]:
    return [expression.text for expression in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The accord of 7th July 2009 is void.", ["7th July 2009"]),
        ("Talks on Monday, 3 March 2014, failed.", ["Monday, 3 March 2014"]),
        ("It was the end of June 2012.", ["the end of June 2012"]),
        ("In mid-November he fled.", ["mid-November"]),
        ("Between 2004 and 2009 he sat in jail.", ["2004", "2009"]),
        ("From 4 to 9 May 2011 it rained.", ["4 to 9 May 2011"]),
        ("He came at 9.15 a.m. on 3 May 2011.", ["9.15 a.m. on 3 May 2011"]),
        ("On May 4 and 7 he was ill.", ["May 4", "7"]),
        ("More than three years later he came.", ["More than three years later"]),
        ("It took at least ten working days.", ["at least ten working days"]),
        ("In the early\nhours", []),
        ("This spring’s harvest", ["This spring"]),
        ("On Saturday evening, guards came.", ["Saturday evening"]),
    ],
)
def test_an_expression_ends_where_its_words_end(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Zapad-2021 and East-2018 drills were watched.",
        "Prime Minister Theresa May met April Ryan and August Wilson.",
        "They may march to the palace.",
        "Second, the court refused. First, it listened.",
        "About 1500 people and 2000 police came; 1990 roubles were paid.",
        "Resolution 1973, Article 1970 and Decree No. 1999 apply.",
        "A 34-year-old and a girl aged 12 stood there, both 1.80 tall.",
        "The fall of the rouble sprang from debt.",
        "Su-27s and a Boeing 767 flew 1900 km.",
        "The score was 2.15 to 1; shares lost 10.30 percent.",
        "The future of the union is open.",
        "She lives on October Square.",
        "The Winter Olympics",
    ],
)
def test_names_and_numbers_are_no_dates(text: str) -> None:
    assert spans(text.replace("The Winter", "At the Winter")) == []


def test_doubled_blanks_change_nothing() -> None:
    text = "He fled last  night, on New  Year's  Eve, two  and a half  days ago."
    plain = " ".join(text.split())
    assert [t.value for t in tag(text, REF)] == [t.value for t in tag(plain, REF)]


def test_a_number_behind_a_day_is_not_part_of_the_date() -> None:
    assert spans("The order of March 2 on 25 prisoners was kept.") == ["March 2"]


def test_no_expression_reaches_over_the_border_of_a_section() -> None:
    text = "It ended in May 2014 and began again."
    border = text.index("2014")
    halves = (Section(0, border, "main"), Section(border, len(text), "embedded"))
    assert "May 2014" not in [e.text for e in recognise(text, halves)]


def test_parts_are_plain_json_and_survive_it() -> None:
    text = "At 6 p.m. on Friday, 3 May 2013, and last week; over the past two years; every Sunday."
    for expression in recognise(text):
        assert json.loads(json.dumps(expression.parts)) == dict(expression.parts)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "May",
                "5",
                "2014",
                "last",
                "week",
                "Friday",
                "—",
                "the",
                "1990s",
                "İ",
                "\n",
                "two",
                "years",
            ]
        )
    )
)
def test_expressions_are_in_order_and_quote_the_text(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for timex in tag(text, "2016-04-22"):
        assert at <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        at = timex.end
