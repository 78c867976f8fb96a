from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.annotations import Notebook
from tui.library import SORTS, Added, Library, Sort, View
from tui.store import Store

Add = Callable[..., Added]
ALL = View(triage=None)


def titles(library: Library, view: View) -> list[str]:
    return [row.title for row in library.listing.rows(library.listing.keys(view))]


@pytest.fixture
def five(library: Library, add: Add, store: Store) -> dict[str, str]:
    """Five articles, some decided upon; their ids by title."""
    ids = {
        title: add(title, date, source, body, f"/pile/{title}.txt").article.id
        for title, date, source, body in (
            ("Beta", "2016-04-22T18:26", "Digest", "Gas transit stopped."),
            ("alpha", "2017-09-25", "digest", "Gas prices rose. Talks failed."),
            ("«Gamma»", None, "", "Transit of gas."),
            ("Épsilon", "2016-04-22", "Focus", "Nothing at all."),
            ("Delta", "2020-01-01", "Focus", "Elections."),
        )
    }
    notebook = Notebook(store)
    notebook.decide([ids["Beta"]], "kept")
    notebook.decide([ids["Delta"]], "dismissed")
    notebook.star([ids["Beta"], ids["alpha"]], True)
    notebook.mark([ids["alpha"]], "read")
    notebook.mark([ids["Épsilon"]], "opened")
    notebook.tag([ids["alpha"], ids["Delta"]], ["энергия"])
    library.projection.catch_up(store.folder)
    return ids


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    "sort, expected",
    [
        ("date", ["«Gamma»", "Delta", "alpha", "Beta", "Épsilon"]),
        ("added", ["Delta", "Épsilon", "«Gamma»", "alpha", "Beta"]),
        ("title", ["alpha", "Beta", "Delta", "Épsilon", "«Gamma»"]),
        ("source", ["«Gamma»", "alpha", "Beta", "Delta", "Épsilon"]),
        ("unread", ["«Gamma»", "Delta", "Beta", "alpha", "Épsilon"]),
    ],
)
def test_orders(library: Library, sort: Sort, expected: list[str]) -> None:
    assert titles(library, replace(ALL, sort=sort)) == expected
    assert titles(library, replace(ALL, sort=sort, reverse=True)) == expected[::-1]


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    "view, expected",
    [
        (View(), ["«Gamma»", "alpha", "Épsilon"]),
        (View("kept"), ["Beta"]),
        (View("later"), []),
        (View(None, starred=True), ["alpha", "Beta"]),
        (View(starred=True), ["alpha"]),
        (View(None, words="gas "), ["«Gamma»", "alpha", "Beta"]),
        (View(None, words="gas tran"), ["«Gamma»", "Beta"]),
        (View(None, words="*"), ["«Gamma»", "Delta", "alpha", "Beta", "Épsilon"]),
        (View(None, words="gas", tag="энергия"), ["alpha"]),
        (View(None, source="Focus"), ["Delta", "Épsilon"]),
        (View(None, source=""), ["«Gamma»"]),
        (View(None, paths=("/pile/Beta.txt",)), ["Beta"]),
        (View(None, paths=("/pile/",)), ["«Gamma»", "Delta", "alpha", "Beta", "Épsilon"]),
        (View(None, paths=("/pil",)), []),
        (View(None, articles=frozenset()), []),
    ],
)
def test_filters(library: Library, view: View, expected: list[str]) -> None:
    assert titles(library, view) == expected


def test_a_view_of_chosen_articles(library: Library, five: dict[str, str]) -> None:
    chosen = frozenset([five["Beta"], five["Delta"], "unknown"])
    assert titles(library, View(None, articles=chosen)) == ["Delta", "Beta"]


def test_a_row_says_it_all(library: Library, five: dict[str, str]) -> None:
    (key,) = library.listing.keys_of([five["alpha"], "unknown"]).values()
    (row,) = library.listing.rows([key])
    assert (row.title, row.source, row.date, row.dated) == ("alpha", "digest", "2017-09-25", True)
    assert (row.read, row.triage, row.star, row.tags) == ("read", "inbox", True, ("энергия",))
    assert (row.annotations, row.starter) == (0, False)
    (row,) = library.listing.rows(list(library.listing.keys_of([five["«Gamma»"]]).values()))
    assert not row.dated and row.date == row.added


@pytest.mark.usefixtures("five")
def test_counts_tell_progress_whatever_the_decision_shown(library: Library) -> None:
    for view in (View(), View("kept"), View(None, starred=True)):
        counts = library.listing.counts(view)
        assert (counts.inbox, counts.kept, counts.dismissed, counts.later) == (3, 1, 1, 0)
        assert (counts.total, counts.done, counts.left) == (5, 2, 3)
        assert (counts.unread, counts.starred) == (3, 2)
    assert library.listing.counts(View(words="gas")).total == 3


@pytest.mark.usefixtures("five")
def test_tags_and_sources_with_their_numbers(library: Library) -> None:
    assert library.listing.tags() == [("энергия", 2)]
    assert library.listing.sources()[0] == ("Focus", 2)


def test_rows_come_in_the_order_asked_and_without_the_gone(library: Library, add: Add) -> None:
    ids = [add(f"Title {number}").article.id for number in range(3)]
    keys = library.listing.keys(ALL)
    library.forget([ids[1]])
    assert [row.title for row in library.listing.rows(keys)] == ["Title 2", "Title 0"]
    assert [row.title for row in library.listing.rows(keys[::-1])] == ["Title 0", "Title 2"]


def test_windows_of_a_list_fit_together(library: Library, add: Add) -> None:
    for number in range(10):
        add(f"Title {number}", f"2020-01-{number % 4 + 1:02}")
    for sort in SORTS:
        view = replace(ALL, sort=sort)
        windows = [library.listing.keys(view, 3, offset) for offset in range(0, 12, 3)]
        assert [key for window in windows for key in window] == list(library.listing.keys(view))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.sampled_from("gas \"'*()-:^NEAR,{}\x00"), max_size=12),
    tag=st.none() | st.text(max_size=3),
    sort=st.sampled_from(list(SORTS)),
)
@pytest.mark.usefixtures("five")
def test_no_view_is_an_error(library: Library, words: str, tag: str | None, sort: Sort) -> None:
    view = View(None, words=words, tag=tag, sort=sort)
    keys = library.listing.keys(view)
    assert library.listing.counts(view).total == len(keys) == len(library.listing.rows(keys))
