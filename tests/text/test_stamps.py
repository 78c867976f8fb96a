from __future__ import annotations

import pytest

from tui.text import read_stamp
from tui.text.stamps import line_stamp, opening_stamp

DAY, MINUTE = "2016-04-22", "2016-04-22T18:26"

WHOLE_LINES = {
    "April 22, 2016": DAY,
    "April 22, 2016 18:26": MINUTE,
    "April 22nd, 2016": DAY,
    "April 22 2016": DAY,
    "Apr. 22, 2016": DAY,
    "22 April 2016": DAY,
    "22 April, 2016": DAY,
    "22nd of April 2016": DAY,
    "22-Apr-2016": DAY,
    "22.04.2016": DAY,
    "22/04/2016": DAY,
    "04/22/2016": DAY,
    "2016-04-22": DAY,
    "2016/04/22": DAY,
    "2016-04-22T18:26:00Z": MINUTE,
    "2016-04-22T18:26:00+03:00": MINUTE,
    "2016-04-22 18:26": MINUTE,
    "22.04.2016 | 18:26": MINUTE,
    "18:26, 22 April 2016": MINUTE,
    "Friday, 22 April 2016": DAY,
    "Fri, 22 Apr 2016 18:26:00 +0300": MINUTE,
    "Posted on April 22, 2016": DAY,
    "Posted April 22, 2016 at 6:26 pm": MINUTE,
    "Published: 22 April 2016, 18:26": MINUTE,
    "Published 22 Apr 2016 18:26 EEST": MINUTE,
    "Date: 2016-04-22": DAY,
    "Last updated 22/04/2016 at 6:26 p.m.": MINUTE,
    "By Jane Doe | April 22, 2016": DAY,
    "Jane Doe / 22 April 2016": DAY,
    "April 22, 2016 by Jane Doe": DAY,
    "April 22, 2016 · 5 min read": DAY,
    "Minsk, April 22, 2016": DAY,
    "(April 22, 2016)": DAY,
    "**April 22, 2016**": DAY,
    "22 апреля 2016 г., 18:26": MINUTE,
    "Опубликовано 22 апреля 2016 в 18:26": MINUTE,
    "22 красавіка 2016": DAY,
    "22 квітня 2016 р.": DAY,
    "April\xa022,\xa02016": DAY,
    "29 February 2016": "2016-02-29",
}

NO_STAMPS = [
    "Lukashenka met Putin on April 22, 2016",
    "On April 22, 2016, they met.",
    "Elections of 22 April 2016",
    "April 22, 2016 saw protests in Minsk",
    "1 May 2016 in Minsk",
    "The Minsk agreement – 12 February 2015",
    "From April 22, 2016",
    "In Minsk, April 22, 2016",
    "The meeting (April 22, 2016)",
    "April 2016",
    "2016",
    "April 22",
    "30 February 2016",
    "12.04",
    "West-2017",
    "Call 22.04.2016.22",
    "a" * 200 + " 22 April 2016",
    "",
]


@pytest.mark.parametrize("line, expected", WHOLE_LINES.items())
def test_stamps_on_a_line_of_their_own(line: str, expected: str) -> None:
    assert read_stamp(line) == expected


@pytest.mark.parametrize("line", NO_STAMPS)
def test_sentences_and_fragments_are_no_stamps(line: str) -> None:
    assert line_stamp(line) is None


def test_an_update_is_told_from_a_publication() -> None:
    assert (stamp := line_stamp("Last updated: 23 April 2016")) and stamp.updated
    assert (stamp := line_stamp("Posted 22 April 2016")) and not stamp.updated


def test_ambiguous_notations_keep_their_readings() -> None:
    assert (stamp := line_stamp("04/05/2016"))
    assert stamp.readings == ("2016-05-04", "2016-04-05")
    assert (stamp := line_stamp("25/01/14"))
    assert stamp.readings == ("2014-01-25", "2025-01-14")


@pytest.mark.parametrize(
    "line",
    [
        "MINSK, April 22, 2016 (BelaPAN) — The president said",
        "MINSK, 22 April 2016 (BelaPAN) - The president said",
        "KYIV. April 22, 2016 (Interfax) - The president said",
        "St. Petersburg, Russia, April 22, 2016 (AP) – The president said",
        "WARSAW -- 22 April 2016 -- The president said",
        "April 22, 2016 – The president said",
        "МИНСК, 22 апреля 2016 — Президент заявил",
    ],
)
def test_agency_datelines_before_a_dash(line: str) -> None:
    stamp = opening_stamp(line)
    assert stamp and stamp.readings == (DAY,)


@pytest.mark.parametrize(
    "line",
    [
        "MINSK, April 22 (BelaPAN) — The president said",  # nothing printed says the year
        "On April 22, 2016 – a day after the vote – he left",
        "In Minsk, April 22, 2016 – a day after the vote – was calm",
        "April 22, 2016, was a calm day",
        "Lukashenka was elected on April 22, 2016 – a fraud",
    ],
)
def test_openings_that_are_no_datelines(line: str) -> None:
    assert opening_stamp(line) is None
