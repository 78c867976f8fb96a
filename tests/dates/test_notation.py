"""EDTF: what it can hold is read by the field's parser, what it cannot is left out."""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from tui.dates import edtf, rule_table, tag


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It was on 3 May 2011.", "2011-05-03"),
        ("It was in May 2011.", "2011-05"),
        ("It was in spring 2011.", "2011-21"),
        ("It was in the winter of 2011.", "2011-24"),
        ("It was in Q3 2011.", "2011-35"),
        ("It was in the first half of 2011.", "2011-01/2011-06"),
        ("It was in the 1990s.", "199X"),
        ("It was in the 19th century.", "18XX"),
        ("It was in 146 BC.", "-0145"),
        ("It was on 3-5 May 2011.", "2011-05-03/2011-05-05"),
        ("It was on May 3.", "2014?-05-03"),
        ("It was on 3-5 May.", "2014?-05-03/2014?-05-05"),
        ("It was yesterday.", "2014-10-07?"),
        ("It was last year.", "2013?"),
        ("It is scheduled for July 20.", "[2014-07-20,2015-07-20]"),
        ("It was on Tuesday night.", "2014-10-07?"),
        ("It was at 18:26 on 3 May 2011.", "2011-05-03T18:26:00"),
        ("It was last week.", None),
        ("It lasted two weeks.", None),
        ("It happens every week.", None),
        ("It is so now.", None),
    ],
)
def test_the_form(text: str, form: str | None) -> None:
    (timex,) = tag(text, "2014-10-08")
    assert edtf(timex) == form


def test_an_unknown_year_is_written_as_x() -> None:
    (timex,) = tag("It was on August 9th.")
    assert edtf(timex) == "XXXX-08-09"


def test_all_forms_of_the_rule_table_are_read_by_the_parser() -> None:
    for row in rule_table():
        for timex in tag(row.example.replace("[", "").replace("]", ""), row.reference):
            form = edtf(timex)
            if form is not None:
                assert parse_edtf(form) is not None, form
