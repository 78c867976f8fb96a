from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.annotations import Corrections, Notebook, make_selector
from tui.library import Added, Library, Row, View
from tui.store import Store

Add = Callable[..., Added]


def rows(library: Library) -> dict[str, Row]:
    keys = library.listing.keys(View(triage=None))
    return {row.article: row for row in library.listing.rows(keys)}


@pytest.fixture
def ids(add: Add) -> list[str]:
    return [add(f"Title {number}", "2016-04-22", "S").article.id for number in range(3)]


def test_everything_the_list_shows_is_caught_up(
    library: Library, store: Store, ids: list[str]
) -> None:
    assert library.projection.catch_up(store.folder) is None  # the first time
    assert library.projection.catch_up(store.folder) == frozenset()
    notebook, corrections = Notebook(store), Corrections(store)
    notebook.decide(ids[:2], "kept")
    notebook.star([ids[0]], True)
    notebook.mark([ids[0]], "opened")
    notebook.tag([ids[0]], ["gas", "нафта"])
    annotation = notebook.annotate(ids[0], note="x", version="v")
    corrections.correct(ids[0], title="Right", source="Other")
    corrections.set_reference(ids[0], "2013-02-22")
    assert library.projection.catch_up(store.folder) == frozenset(ids[:2])
    row = rows(library)[ids[0]]
    assert (row.triage, row.star, row.read, row.annotations) == ("kept", True, "opened", 1)
    assert (row.title, row.source, row.date) == ("Right", "Other", "2013-02-22")
    assert row.tags == ("gas", "нафта")
    notebook.delete([annotation.id])
    assert library.projection.catch_up(store.folder) == frozenset(ids[:1])
    assert rows(library)[ids[0]].annotations == 0


def test_a_change_is_shown_at_once_and_harmless_when_met_again(
    library: Library, store: Store, ids: list[str]
) -> None:
    library.projection.catch_up(store.folder)
    notebook = Notebook(store)
    change = notebook.decide([ids[0]], "later")
    assert change is not None
    assert library.projection.apply(change) == frozenset(ids[:1])
    assert rows(library)[ids[0]].triage == "later"
    notebook.annotate(ids[0], note="x", version="v")
    for change in reversed(store.history(1)):
        library.projection.apply(change)
    library.projection.catch_up(store.folder)
    assert (rows(library)[ids[0]].triage, rows(library)[ids[0]].annotations) == ("later", 1)


def test_undo_is_a_change_like_others(library: Library, store: Store, ids: list[str]) -> None:
    before = rows(library)
    notebook = Notebook(store)
    notebook.decide(ids, "dismissed")
    library.projection.catch_up(store.folder)
    store.undo()
    library.projection.catch_up(store.folder)
    assert rows(library) == before


def test_deleted_articles_are_not_listed_found_or_counted(
    library: Library, store: Store, ids: list[str]
) -> None:
    Notebook(store).remove(ids[:1])
    library.projection.catch_up(store.folder)
    assert set(rows(library)) == set(ids[1:])
    assert library.count() == 2
    assert {hit.article for hit in library.search("title")} == set(ids[1:])
    article = library.article(ids[0])
    assert article is not None
    Notebook(store).restore(ids[:1])
    library.projection.catch_up(store.folder)
    assert set(rows(library)) == set(ids)


def test_importing_a_deleted_article_again_says_so(
    library: Library, store: Store, add: Add
) -> None:
    added = add("Title")
    Notebook(store).remove([added.article.id])
    library.projection.catch_up(store.folder)
    assert add("Title").removed and not added.removed


def test_corrected_titles_are_searched_instead(
    library: Library, store: Store, ids: list[str]
) -> None:
    Corrections(store).correct(ids[0], title="Pipeline")
    library.projection.catch_up(store.folder)
    assert [hit.article for hit in library.search("pipeline")] == ids[:1]
    Corrections(store).correct(ids[0], title="")
    library.projection.catch_up(store.folder)
    assert library.search("pipeline") == []
    assert rows(library)[ids[0]].title == "Title 0"


def test_no_reference_on_purpose_hides_the_printed_date(
    library: Library, store: Store, ids: list[str]
) -> None:
    Corrections(store).set_reference(ids[0], None)
    library.projection.catch_up(store.folder)
    assert not rows(library)[ids[0]].dated
    Corrections(store).clear_reference(ids[0])
    library.projection.catch_up(store.folder)
    assert rows(library)[ids[0]].date == "2016-04-22"


def test_what_was_decided_waits_for_the_article(
    library: Library, store: Store, add: Add, path: Path
) -> None:
    with Library(path.with_name("other.sqlite")) as other:
        first = add("Title")
        Notebook(store).decide([first.article.id], "kept")
        other.projection.catch_up(store.folder)
        added = other.add(first.document)
        assert rows(other)[added.article.id].triage == "kept"


def test_another_store_in_its_place_is_read_whole(
    library: Library, store: Store, ids: list[str], tmp_path: Path
) -> None:
    Notebook(store).decide(ids, "kept")
    library.projection.catch_up(store.folder)
    shutil.rmtree(store.folder)
    with Store.open(tmp_path / "store") as other:
        Notebook(other).decide(ids[:1], "later")
        assert library.projection.catch_up(other.folder) is None
    assert [rows(library)[key].triage for key in ids] == ["later", "inbox", "inbox"]


def test_the_reading_place_is_known_without_the_store(
    library: Library, store: Store, ids: list[str]
) -> None:
    notebook = Notebook(store)
    notebook.reach(ids[0], "opened", 120)
    library.projection.catch_up(store.folder)
    assert [library.listing.place(id) for id in [*ids, "unknown"]] == [120, 0, 0, 0]
    notebook.star(ids[:1], True)
    notebook.reach(ids[0], "read", 0)
    library.projection.catch_up(store.folder)
    assert library.listing.place(ids[0]) == 0


def test_a_correction_concerns_its_article(library: Library, store: Store, ids: list[str]) -> None:
    library.projection.catch_up(store.folder)
    corrections, place = Corrections(store), make_selector("On May 1st.", 3, 10, "v")
    corrections.correct_date(ids[0], place, "2013-05-01")
    assert library.projection.catch_up(store.folder) == frozenset(ids[:1])
    corrections.correct_mention(ids[1], place, None)
    corrections.withdraw("date", ids[0], place)
    assert library.projection.catch_up(store.folder) == frozenset(ids[:2])


def test_without_a_store_there_is_nothing_to_catch_up(library: Library, tmp_path: Path) -> None:
    assert library.projection.catch_up(tmp_path / "none") == frozenset()
    assert not (tmp_path / "none").exists()


steps = st.lists(
    st.tuples(
        st.sampled_from(["decide", "star", "tag", "annotate", "delete", "title", "date", "place"])
        | st.sampled_from(["remove", "restore", "undo", "redo", "catch up"]),
        st.integers(0, 2),
    ),
    max_size=12,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps)
def test_however_it_is_caught_up_it_equals_a_rebuild(
    library: Library, store: Store, ids: list[str], steps: list[tuple[str, int]]
) -> None:
    notebook, corrections = Notebook(store), Corrections(store)
    for step, number in steps:
        article = ids[number]
        match step:
            case "decide":
                notebook.decide([article], ("kept", "later", "inbox")[number])
            case "star":
                notebook.star([article], number > 0)
            case "tag":
                notebook.tag([article], ["gas"])
            case "annotate":
                notebook.annotate(article, note="x", version="v")
            case "delete":
                notebook.delete([note.id for note in notebook.annotations(article)[:1]])
            case "title":
                corrections.correct(article, title=f"Pipeline {number}"[: 10 * number])
            case "place":
                notebook.reach(article, "opened", 40 * number)
            case "date":
                corrections.set_reference(article, "2013-02-22" if number else None)
            case "remove":
                notebook.remove([article])
            case "restore":
                notebook.restore([article])
            case "undo":
                store.undo()
            case "redo":
                store.redo()
            case _:
                library.projection.catch_up(store.folder)
    library.projection.catch_up(store.folder)
    assert library.projection.differences(store.folder) == 0
    found = rows(library), library.search("pipeline"), library.listing.tags()
    library.projection.rebuild(store.folder)
    library.rebuild()
    assert (rows(library), library.search("pipeline"), library.listing.tags()) == found
