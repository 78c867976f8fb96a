from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.text.hostile import HOSTILE, LONG_LINE
from tui.library import Added, Document, Library, Problem
from tui.text import normalise

Add = Callable[..., Added]
TEXT = "A title of some length\n\n22 April 2016\n\nThe body of it, in a sentence.\n"


def test_what_is_added_can_be_read_again(library: Library) -> None:
    added = library.add(Document(TEXT, addresses=("/pile/a.txt",)))
    article = library.article(added.article.id)
    assert article == added.article
    assert added.outcome == "added"
    assert (article.title, article.dateline) == ("A title of some length", "2016-04-22")
    assert article.address == "/pile/a.txt"
    version = library.text(article.id)
    assert version is not None and version.text == TEXT
    assert version.id == article.version == hashlib.sha256(TEXT.encode()).hexdigest()
    assert library.version(version.id) == version


def test_what_a_document_states_wins_over_its_text(library: Library) -> None:
    added = library.add(Document(TEXT, title="Stated", source="S", dateline="2017-01-01"))
    assert (added.article.title, added.article.source) == ("Stated", "S")
    assert added.article.dateline == "2017-01-01"


def test_ids_come_from_the_first_text_alone(tmp_path: Path) -> None:
    ids = set()
    for name, before in (("one", 0), ("two", 3)):
        with Library(tmp_path / name) as library:
            for number in range(before):
                library.add(Document(f"Another {number}"))
            ids.add(library.add(Document(TEXT)).article.id)
    assert len(ids) == 1
    assert len(ids.pop()) == 17


def test_importing_again_adds_nothing(library: Library) -> None:
    document = Document(TEXT, addresses=("/pile/a.txt",))
    first = library.add(document)
    again = library.add(document)
    assert (again.outcome, again.article) == ("same", first.article)
    assert library.count() == 1
    assert len(library.versions(first.article.id)) == 1


def test_newlines_and_composition_make_no_difference(library: Library) -> None:
    first = library.add(Document("Café\nbody"))
    again = library.add(Document("Cafe\u0301\r\nbody"))
    assert (again.outcome, again.article.id) == ("same", first.article.id)


def test_a_changed_file_is_a_new_version_of_its_article(library: Library) -> None:
    first = library.add(Document(TEXT, addresses=("/a.txt",)))
    changed = library.add(Document(TEXT + "More.\n", addresses=("/a.txt",)))
    assert (changed.outcome, changed.article.id) == ("changed", first.article.id)
    assert [v.text for v in library.versions(first.article.id)] == [TEXT, TEXT + "More.\n"]
    assert library.count() == 1
    assert [hit.article for hit in library.search("more")] == [first.article.id]


def test_a_file_put_back_has_its_first_version_again(library: Library) -> None:
    for text in (TEXT, TEXT + "More.\n", TEXT):
        added = library.add(Document(text, addresses=("/a.txt",)))
    assert added.outcome == "changed"
    assert len(library.versions(added.article.id)) == 2
    current = library.text(added.article.id)
    assert current is not None and current.text == TEXT
    assert library.search("more") == []


def test_a_moved_file_is_the_same_article_and_changes_there(library: Library) -> None:
    first = library.add(Document(TEXT, addresses=("/a.txt",)))
    moved = library.add(Document(TEXT, addresses=("/b.txt",)))
    assert (moved.outcome, moved.article.id) == ("same", first.article.id)
    assert moved.article.address == "/b.txt"
    changed = library.add(Document(TEXT + "More.\n", addresses=("/b.txt",)))
    assert (changed.outcome, changed.article.id) == ("changed", first.article.id)


def test_a_file_moved_over_another_stays_itself(library: Library) -> None:
    first = library.add(Document(TEXT, addresses=("/a.txt",)))
    library.add(Document("Quite another\n\ntext", addresses=("/b.txt",)))
    moved = library.add(Document(TEXT, addresses=("/b.txt",)))
    assert (moved.outcome, moved.article.id) == ("same", first.article.id)
    assert library.count() == 2


def test_other_statements_on_the_same_text_are_taken_over(library: Library, add: Add) -> None:
    library.add(Document(TEXT, title="One"))
    changed = library.add(Document(TEXT, title="Two"))
    assert (changed.outcome, changed.article.title) == ("changed", "Two")
    assert [hit.title for hit in library.search("two")] == ["Two"]
    assert library.search("one") == []


def test_problems_pass_through_in_their_place(library: Library) -> None:
    problem = Problem("x", "Cannot import x: it is empty.")
    outcomes = list(library.add_many([Document("a"), problem, Document("b")]))
    assert [type(item) for item in outcomes] == [Added, Problem, Added]


def test_what_was_given_out_is_durable_whatever_comes_after(path: Path) -> None:
    def documents() -> list[Document]:
        return [Document(f"Title {number}") for number in range(450)]

    with Library(path) as library:
        outcomes = library.add_many(documents())
        next(outcomes)
        with Library(path) as other:
            assert other.count() == 200


def test_a_failing_source_leaves_no_half_batch(library: Library) -> None:
    def documents() -> Iterator[Document]:
        yield Document("a")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        list(library.add_many(documents()))
    assert library.count() == 0
    assert library.add(Document("b")).outcome == "added"


def test_forgotten_articles_leave_nothing(library: Library, add: Add) -> None:
    kept, gone = add("Kept gas").article, add("Gone gas", None, "", "", "/g.txt").article
    library.forget([gone.id, "unknown"])
    assert library.count() == 1
    assert library.article(gone.id) is None and library.text(gone.id) is None
    assert [hit.article for hit in library.search("gas")] == [kept.id]
    assert library.add(Document("Gone gas again", addresses=("/g.txt",))).outcome == "added"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_kept_as_it_came(library: Library, text: str) -> None:
    added = library.add(Document(f"{text}\n\n{text} word", title=text, source=text))
    version = library.text(added.article.id)
    assert version is not None and version.text == normalise(f"{text}\n\n{text} word")
    (row,) = library.listing.rows(library.listing.keys_of([added.article.id]).popitem()[1:])
    assert row.article == added.article.id
    assert [hit.article for hit in library.search("word")] == [added.article.id]
    library.search(text)


def test_a_very_long_line(library: Library) -> None:
    added = library.add(Document(LONG_LINE))
    assert len(added.article.title) <= 80
    (hit,) = library.search("word")
    assert len(hit.snippet) <= 240


def test_each_thread_opens_its_own(path: Path) -> None:
    errors: list[BaseException] = []

    def work(name: str) -> None:
        try:
            with Library(path) as library:
                for number in range(20):
                    library.add(Document(f"{name} {number}"))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    with Library(path) as library:
        assert library.count() == 60


def test_all_articles_can_be_walked(library: Library) -> None:
    list(library.add_many(Document(f"Title {number}") for number in range(1500)))
    assert [article.title for article in library.articles()] == [f"Title {n}" for n in range(1500)]


def test_small_facts_are_remembered(path: Path) -> None:
    with Library(path) as library:
        assert library.recall("place") is None
        library.remember("place", "one")
        library.remember("place", "two")
    with Library(path) as library:
        assert library.recall("place") == "two"
