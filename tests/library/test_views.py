from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.library import View
from tui.library.queries import match_query


def test_views_are_values() -> None:
    assert View(tag="gas") == replace(View(), tag="gas")
    assert len({View(), View(), View(starred=True)}) == 2


def test_views_describe_themselves() -> None:
    assert View().describe() == "inbox"
    view = View(None, True, words=' gas  "transit"', tag="oil", source="", paths=("/a", "/b"))
    assert (
        view.describe() == 'all, starred, “gas "transit"”, #oil, from no source, in /a and 1 more'
    )
    assert View(articles=frozenset("ab"), label="with Putin").describe() == "inbox, with Putin"
    assert View(articles=frozenset("ab")).describe() == "inbox, 2 chosen"
    assert View(None, dates=("2013-02-21", "2013-02-21")).describe() == "all, naming 2013-02-21"
    stretch = View(None, dates=("2013-02-11", "2013-02-20"))
    assert stretch.describe() == "all, naming 2013-02-11 to 2013-02-20"
    assert not stretch.is_plain and stretch.without_filter() == View(None)
    assert View().describe_order() == "newest first"
    assert View(sort="title", reverse=True).describe_order() == "by title, from Z"


def test_a_filter_can_be_cleared() -> None:
    assert View("kept", words="x", tag="y", sort="title").without_filter() == View(
        "kept", sort="title"
    )


def test_queries() -> None:
    assert match_query("gas transit ") == '"gas" AND "transit"'
    assert match_query("gas tran") == '"gas" AND "tran"*'
    assert match_query('"gas transit" x ') == '"gas transit" AND "x"'
    assert match_query('"gas tra') == '"gas tra"*'
    assert match_query("lukash* gas ") == '"lukash"* AND "gas"'
    assert match_query('a"b" ') == '"a" AND "b"'
    assert match_query(' * " - ') is None


@given(st.text(st.sampled_from("ab \"'*()-:^+NOT\x00\x1b“”"), max_size=30))
def test_queries_never_hold_an_open_quote(typed: str) -> None:
    assert (match_query(typed) or "").count('"') % 2 == 0
