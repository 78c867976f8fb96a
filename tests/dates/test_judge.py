"""Articles that contradict their stamp are accused with evidence; sound ones are not."""

from __future__ import annotations

from tui.dates import Warning, recognise, resolve, warnings  # noqa: A004
from tui.model import Section


def judged(text: str, dateline: str | None, user: str | None = "") -> list[Warning]:
    sections = (Section(0, len(text), "main", dateline),)
    references = {} if user == "" else {0: user}
    timexes = resolve(text, recognise(text, sections), sections, references)
    return warnings(text, timexes, sections)


COMING = (
    "On May 3rd the envoys quarrelled. The treaty of June 2010 was on the table. "
    "The next summit is scheduled for May 24th, so in the coming two weeks both will be busy."
)


def test_an_event_told_as_coming_that_has_just_gone_by() -> None:
    warning = judged(COMING, "2014-07-01")[0]
    assert warning.strength == "strong"
    assert [COMING[a:b] for a, b in warning.evidence] == ["May 24th"]
    assert "38 days before 2014-07-01" in warning.message


def test_the_better_date_is_the_one_that_the_text_fits_exactly() -> None:
    assert judged(COMING, "2014-07-01")[0].suggestion == "2011-05-10"


def test_the_better_date_is_bounded_where_nothing_fits_exactly() -> None:
    text = COMING.replace("in the coming two weeks", "therefore")
    assert judged(text, "2014-07-01")[0].suggestion == "2011-05-03/2011-05-24"


def test_the_text_is_not_accused_at_its_true_date() -> None:
    assert judged(COMING, "2014-07-01", user="2011-05-10") == []


def test_a_cleared_reference_is_not_judged() -> None:
    assert judged(COMING, "2014-07-01", user=None) == []


def test_a_weekday_that_does_not_fit_the_year() -> None:
    text = "The court sat on Tuesday, September 9 and fined him."
    (warning,) = judged(text, "2016-10-01")
    assert (warning.strength, warning.suggestion) == ("strong", "2014")
    assert judged(text, "2014-10-01") == []


def test_a_later_event_told_as_past() -> None:
    text = "The square was cleared on 19 December 2010."
    (warning,) = judged(text, "2009-05-05")
    assert warning.strength == "strong"
    assert judged(text, "2010-12-20") == []
    assert judged("The vote will be held on 19 December 2010.", "2010-05-05") == []


def test_weak_signs_are_hints() -> None:
    (warning,) = judged("The accord was signed in May 2008.", "2014-05-05")
    assert warning.strength == "hint"


def test_sections_are_judged_apart() -> None:
    text = COMING + "\n\n" + COMING
    cut = len(COMING) + 2
    sections = (
        Section(0, cut, "main", "2014-07-01"),
        Section(cut, len(text), "embedded", "2011-05-10"),
    )
    timexes = resolve(text, recognise(text, sections), sections)
    assert {w.section for w in warnings(text, timexes, sections)} == {0}
