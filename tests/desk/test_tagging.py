from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.desk.tagging import join_tags, split_tags, suggest_tags


def test_tags_are_parted_by_commas_and_trimmed() -> None:
    assert split_tags(" economy ,talks,, the  Union State ,") == [
        *("economy", "talks", "the Union State"),
    ]


def test_a_hash_before_a_tag_is_how_tags_are_shown_and_no_part_of_it() -> None:
    assert split_tags("#economy, # talks, C#") == ["economy", "talks", "C#"]


def test_each_tag_once() -> None:
    assert split_tags("a, b, a") == ["a", "b"]


def test_nothing_is_no_tag() -> None:
    assert split_tags("") == split_tags(" , #,") == []
    assert join_tags([]) == ""


TAG = st.text("abcäß #北-", min_size=1).map(lambda t: " ".join(t.lstrip("# ").split()))


@given(st.lists(TAG.filter(bool), unique=True))
def test_a_joined_line_is_split_into_the_same_tags(tags: list[str]) -> None:
    assert split_tags(join_tags(tags)) == tags


KNOWN = {"economy": 2, "energy": 7, "talks": 7, "Geo-economics": 1}


def test_those_that_begin_so_come_first_then_the_most_used() -> None:
    shown = [s.shown for s in suggest_tags(KNOWN)("e")]
    assert shown == ["#energy", "#economy", "#Geo-economics"]


def test_a_suggestion_replaces_only_the_last_tag() -> None:
    (found,) = suggest_tags(KNOWN)("prisoners, ta")
    assert (found.value, found.remark) == ("prisoners, talks", "7")


def test_what_stands_in_the_line_is_not_offered_again() -> None:
    assert [s.shown for s in suggest_tags(KNOWN)("talks, ")] == [
        *("#energy", "#economy", "#Geo-economics"),
    ]


def test_case_and_hash_do_not_matter() -> None:
    assert [s.value for s in suggest_tags(KNOWN)("#GEO")] == ["Geo-economics"]


def test_an_empty_line_offers_all() -> None:
    assert len(suggest_tags(KNOWN)("")) == 4
    assert suggest_tags({})("") == []
