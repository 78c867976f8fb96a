"""How it looks when the content of an article speaks against its date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui import dates
from tui.desk import warned
from tui.desk.widgets.panel import Entry
from tui.model import Section

STAMP = "2016-04-22T18:26"


def shown(entries: list[Entry]) -> list[str]:
    return ["".join(text for text, _ in line) for entry in entries for line in entry.lines]


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


def test_of_what_is_contradicted_the_first_sign_and_any_better_date_are_told() -> None:
    first = replace(STRONG, suggestion="")
    second = replace(STRONG, message="“April” too.", suggestion="../2013-03-15")
    (line,) = warned.notices([first, second], {0: "your reference date"})
    assert line.startswith("! Your reference date is contradicted: “March 15th” is late. (1 more")
    assert "The text fits a date up to 2013-03-15." in line


def test_each_section_has_a_line_of_its_own() -> None:
    other = replace(STRONG, section=1)
    assert len(warned.notices([STRONG, other], warned.reference_names(SECTIONS, {}, None))) == 2
    assert warned.notices([replace(STRONG, section=9)], {})[0].startswith("! The stamp is")


def test_a_hint_is_called_weak() -> None:
    assert warned.reasons(HINT, "In 2010 it was.")[1].startswith("A weak sign")
    assert not any("fits" in line for line in warned.reasons(HINT, "In 2010 it was."))


SIGNS = st.builds(
    dates.Warning,
    section=st.integers(0, 2),
    strength=st.sampled_from(["strong", "hint"]),
    message=st.text(st.sampled_from("ab é北\n\x1b\u202e “”."), max_size=80),
    evidence=st.just(((0, 3),)),
    suggestion=st.sampled_from(["", "2013-02-22", "2013-02-21/2013-03-15", "../2013-03-15"]),
)


@given(st.lists(SIGNS, max_size=5), st.integers(15, 60))
def test_signs_fit_the_panel_and_nothing_in_them_drives_the_terminal(
    signs: list[dates.Warning], width: int
) -> None:
    entries = list(warned.entries(signs, {}, width))
    assert [entry.item for entry in entries] == signs
    for line in shown(entries):
        assert cell_len(line) < width and line.isprintable()


@given(st.lists(SIGNS, max_size=5))
def test_only_strong_signs_are_told_under_the_title_and_none_is_left_out(
    signs: list[dates.Warning],
) -> None:
    signs.sort(key=lambda sign: sign.section)
    lines = warned.notices(signs, {})
    strong = [sign for sign in signs if sign.strength == "strong"]
    assert len(lines) == len({sign.section for sign in strong})
    more = [
        int(line.split(" more in the panel")[0].split("(")[-1]) for line in lines if "(" in line
    ]
    assert sum(more) + len(lines) == len(strong)
    assert all(line.isprintable() and line.endswith("D sets another date.") for line in lines)
