from __future__ import annotations

from pathlib import Path

import pytest

from tui.annotations import AnnotationError, Notebook, make_selector
from tui.annotations.documents import to_annotation, to_state
from tui.model import ArticleState
from tui.store import Store

TEXT = "Lukashenka met Putin in Sochi. Nobody else was there, as far as is known."


def labels(store: Store) -> list[str]:
    return [change.label for change in reversed(store.history())]


def test_an_article_is_in_the_inbox_at_first(notebook: Notebook) -> None:
    assert notebook.state("a") == ArticleState("a")
    assert notebook.states() == {}


def test_decisions_are_kept(notebook: Notebook, store: Store) -> None:
    notebook.decide(["a"], "kept", title="Who is who")
    notebook.star(["a"], True, title="Who is who")
    notebook.mark(["a"], "read", title="")
    expected = ArticleState("a", read="read", triage="kept", star=True)
    assert notebook.state("a") == expected
    assert notebook.states() == {"a": expected}
    with Store.open(store.folder) as other:
        assert Notebook(other).state("a") == expected
    assert labels(store) == [
        "Kept “Who is who”",
        "Starred “Who is who”",
        "Marked an article as read",
    ]


def test_many_articles_are_one_change_and_one_undo(notebook: Notebook, store: Store) -> None:
    notebook.decide(["a"], "kept")
    change = notebook.decide((name for name in "abc"), "dismissed")
    assert change and change.label == "Dismissed 3 articles" and len(change.edits) == 3
    store.undo()
    assert notebook.states() == {"a": ArticleState("a", triage="kept")}


def test_what_changes_nothing_is_no_change(notebook: Notebook, store: Store) -> None:
    assert notebook.decide(["a"], "inbox") is None
    assert notebook.star(["a"], False) is None
    assert notebook.tag(["a"], remove=["x"]) is None
    assert notebook.restore(["a"]) is None
    assert notebook.delete(["none"]) is None
    notebook.decide(["a"], "later")
    assert notebook.decide(["a"], "later") is None
    assert len(store.history()) == 1


def test_undo_takes_back_a_decision_though_the_article_was_opened(
    notebook: Notebook, store: Store
) -> None:
    notebook.decide(["a"], "kept")
    notebook.mark(["a"], "opened", by_itself=True)
    store.undo()
    assert notebook.state("a") == ArticleState("a", read="opened")


def test_reading_on_never_goes_back_and_is_not_undone(notebook: Notebook, store: Store) -> None:
    notebook.star(["a"], True)
    notebook.reach("a", "opened", 120)
    notebook.reach("a", "read")
    notebook.reach("a", "opened", 40)
    assert notebook.state("a") == ArticleState("a", read="read", star=True, place=40)
    assert notebook.reach("a", "opened", 40) is None
    store.undo()
    assert notebook.state("a") == ArticleState("a", read="read", place=40)


def test_two_desks_on_one_article_keep_out_of_each_others_way(store: Store) -> None:
    with Store.open(store.folder) as second:
        here, there = Notebook(store), Notebook(second)
        here.decide(["a"], "kept")
        there.tag(["a"], ["x"])
        here.star(["a"], True)
        store.undo()
        store.undo()
        assert here.state("a") == ArticleState("a", tags=("x",))


def test_tags_keep_the_spelling_of_their_first_use(notebook: Notebook) -> None:
    notebook.tag(["a"], [" Minsk ", "to  check"])
    notebook.tag(["b", "a"], ["MINSK", "new"])
    annotation = notebook.annotate("b", note="hm", tags=["To Check", "minsk", "Minsk"])
    assert notebook.state("a").tags == ("Minsk", "to check", "new")
    assert notebook.state("b").tags == ("Minsk", "new")
    assert annotation.tags == ("to check", "Minsk")
    assert notebook.tags() == {"Minsk": 3, "to check": 2, "new": 2}


def test_tags_are_removed_in_any_case_and_in_the_same_change(
    notebook: Notebook, store: Store
) -> None:
    notebook.tag(["a"], ["one", "two"], title="T")
    notebook.tag(["a"], ["three"], ["ONE"], title="T")
    assert notebook.state("a").tags == ("two", "three")
    notebook.tag(["a"], remove=["two", "three"])
    assert notebook.states() == {}
    assert labels(store)[:2] == ["Tagged “T” +one +two", "Tagged “T” +three -ONE"]


def test_a_tag_both_removed_and_added_stays_once(notebook: Notebook) -> None:
    notebook.tag(["a"], ["x", "y"])
    notebook.tag(["a"], ["x"], ["x"])
    assert notebook.state("a").tags == ("y", "x")


def test_a_bad_tag_changes_nothing(notebook: Notebook, store: Store) -> None:
    with pytest.raises(AnnotationError):
        notebook.tag(["a"], ["good", " , "])
    with pytest.raises(AnnotationError):
        notebook.annotate("a", tags=[""])
    assert store.history() == []


def test_an_annotation_is_kept_with_its_passage(notebook: Notebook, store: Store) -> None:
    selector = make_selector(TEXT, 0, 10, "v1")
    made = notebook.annotate("a", selector, note="the president", tags=["who"], title="T")
    assert len(made.id) == 26 and made.created == made.updated != ""
    with Store.open(store.folder) as other:
        assert Notebook(other).annotation(made.id) == made
        assert Notebook(other).annotations("a") == [made]
    document = store.get("annotations", made.id)
    assert document and document["article"] == "a" and document["version"] == "v1"
    assert to_annotation(made.id, document) == made
    assert labels(store) == ["Noted on “Lukashenka”"]


def test_annotations_stand_in_the_order_of_the_text(notebook: Notebook) -> None:
    places = [(31, 37), (0, 10), (15, 20), (0, 5)]
    for start, end in places:
        notebook.annotate("b", make_selector(TEXT, start, end, "v1"))
    notebook.annotate("b", note="on the whole", version="v1")
    notebook.annotate("a", actor="putin", note="on an actor", version="v1")
    found = [note.selector and (note.selector.start, note.selector.end) for note in
             notebook.annotations("b")]  # fmt: skip
    assert found == [None, (0, 5), (0, 10), (15, 20), (31, 37)]
    assert [note.article for note in notebook.annotations()] == ["a"] + ["b"] * 5
    assert notebook.annotations("c") == []


def test_an_annotation_is_edited_and_deleted_and_comes_back(
    notebook: Notebook, store: Store
) -> None:
    selector = make_selector(TEXT, 0, 10, "v1")
    made = notebook.annotate("a", selector, note="one", tags=["x"])
    wider = make_selector("Now " + TEXT, 4, 20, "v2")
    assert notebook.edit(made.id, note="one") is None
    notebook.edit(made.id, note="two")
    notebook.edit(made.id, tags=[])
    notebook.edit(made.id, selector=wider)
    edited = notebook.annotation(made.id)
    assert edited and (edited.note, edited.tags, edited.selector) == ("two", (), wider)
    assert edited.created == made.created
    document = store.get("annotations", made.id)
    assert document and document["version"] == "v2"
    notebook.delete([made.id])
    assert notebook.annotations() == []
    store.undo()
    assert notebook.annotations() == [edited]
    for _ in range(3):
        store.undo()
    assert notebook.annotations() == [made]
    assert labels(store)[:5] == [
        "Noted on “Lukashenka”",
        "Changed the note on “Lukashenka”",
        "Changed the tags on “Lukashenka”",
        "Changed the span on “Lukashenka”",
        "Deleted an annotation",
    ]


def test_editing_what_is_gone_is_one_sentence(notebook: Notebook) -> None:
    with pytest.raises(AnnotationError, match="gone"):
        notebook.edit("none", note="x")


def test_deleted_articles_keep_their_annotations_and_come_back(
    notebook: Notebook, store: Store
) -> None:
    made = notebook.annotate("a", note="x")
    notebook.remove(["a", "b"])
    assert notebook.removed() == {"a", "b"}
    assert notebook.remove(["a"]) is None
    assert notebook.annotations("a") == [made]
    notebook.restore(["b"], title="B")
    assert notebook.removed() == {"a"}
    store.undo()
    store.undo()
    assert notebook.removed() == frozenset()
    assert labels(store)[1:3] == ["Deleted 2 articles", "Brought back “B”"]


def test_a_projection_can_follow_the_states(notebook: Notebook, store: Store) -> None:
    start = store.position
    notebook.decide(["a"], "kept")
    notebook.tag(["a"], ["x"])
    store.undo()
    store.undo()
    found = store.changes_since(start)
    assert found
    states = [
        to_state(edit.key, edit.after)
        for change in found[0]
        for edit in change.edits
        if edit.table == "states"
    ]
    kept = ArticleState("a", triage="kept")
    assert states == [kept, ArticleState("a", triage="kept", tags=("x",)), kept, ArticleState("a")]


def test_hostile_words_are_kept_as_they_are(notebook: Notebook, store: Store) -> None:
    hostile = "\x1b]52;c;aGk=\x07[@click=app.quit]x[/] \u202e\ud800 [/"
    made = notebook.annotate(hostile, make_selector(hostile, 0, 20, "v"), note=hostile)
    notebook.decide([hostile], "kept", title=hostile)
    with Store.open(store.folder) as other:
        assert Notebook(other).annotation(made.id) == made
        assert Notebook(other).state(hostile).triage == "kept"


def test_long_titles_are_cut_in_the_history(notebook: Notebook, store: Store) -> None:
    notebook.decide(["a"], "kept", title="word " * 50)
    assert labels(store) == ["Kept “" + "word " * 11 + "word…”"]


def test_a_store_without_room_passes_its_sentence_on(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.read_only = True
        with pytest.raises(Exception, match="cannot be written"):
            Notebook(store).decide(["a"], "kept")
