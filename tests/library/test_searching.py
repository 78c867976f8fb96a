from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.text.hostile import HOSTILE
from tui.library import Added, Library

Add = Callable[..., Added]
BODY = (
    "The talks on gas transit failed. " * 10
    + "Николай Статкевич and José were freed. "
    + "x " * 200
)


def test_hits_mark_the_words_in_snippet_and_text(library: Library, add: Add) -> None:
    added = add("Title", "2016-04-22", "Digest", BODY)
    version = library.text(added.article.id)
    assert version is not None
    (hit,) = library.search("статк")
    assert [version.text[a:b] for a, b in hit.spans] == ["Статкевич"]
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Статкевич"]
    assert version.text[hit.start :].startswith(hit.snippet)
    assert (hit.title, hit.source, hit.date) == ("Title", "Digest", "2016-04-22")


def test_phrases_accents_and_case(library: Library, add: Add) -> None:
    add("Title", None, "", BODY)
    assert library.search('"gas transit"') and not library.search('"transit gas"')
    assert library.search("JOSE freed") and library.search("нИКОЛАЙ")
    assert not library.search("gas oil ")
    assert library.search("gas tran") and not library.search("gas tran ")


def test_titles_and_sources_are_searched_too(library: Library, add: Add) -> None:
    add("Unusual", None, "Digest", "Nothing here.")
    for typed in ("unusual", "digest"):
        (hit,) = library.search(typed)
        assert hit.snippet.startswith("Unusual\n\nNothing here.")


def test_newest_come_first_up_to_the_limit(library: Library, add: Add) -> None:
    for year in (2015, 2018, 2016, 2017):
        add(f"Gas {year}", f"{year}-01-01")
    assert [hit.title for hit in library.search("gas", 3)] == ["Gas 2018", "Gas 2017", "Gas 2016"]


def test_texts_with_the_markers_in_them_are_only_not_marked(library: Library, add: Add) -> None:
    add("Title", None, "", "gas \ufdd0 gas \ufdd1 gas")
    (hit,) = library.search("gas")
    assert hit.spans == ()


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=30) | st.text(st.sampled_from("gas \"'*()-:^NEARORNOT,{}+\x00"), max_size=20)
)
def test_nothing_typed_is_an_error(library: Library, typed: str) -> None:
    library.search(typed)


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries(library: Library, add: Add, typed: str) -> None:
    add("Title", None, "", typed)
    library.search(typed)
