"""What every export starts from: annotations joined with their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.annotations import Corrections, Notebook, make_selector
from tui.exchange.evidence import collect
from tui.library import Document, Library

TEXT = "Minsk waits\n\nEnvoys from Vilnius spoke of gas.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as library:
        yield library


def test_an_annotation_comes_with_its_article_and_what_was_decided(
    library: Library, notebook: Notebook, corrections: Corrections
) -> None:
    article = library.add(Document(TEXT)).article
    notebook.decide([article.id], "kept")
    made = notebook.annotate(article.id, make_selector(TEXT, 13, 19, article.version), note="Who?")
    (item,) = collect(notebook, corrections, library)
    assert (item.annotation, item.article, item.exact) == (made, article, True)
    assert item.state.triage == "kept"


def test_a_passage_of_an_earlier_version_is_still_exact(
    library: Library, notebook: Notebook, corrections: Corrections
) -> None:
    article = library.add(Document(TEXT, addresses=("/a.txt",))).article
    notebook.annotate(article.id, make_selector(TEXT, 13, 19, article.version))
    changed = library.add(Document("Quite another text.\n", addresses=("/a.txt",))).article
    assert changed.id == article.id and changed.version != article.version
    (item,) = collect(notebook, corrections, library)
    assert item.exact and item.article == changed


def test_what_does_not_stand_where_it_says_is_not_exact(
    library: Library, notebook: Notebook, corrections: Corrections
) -> None:
    article = library.add(Document(TEXT)).article
    selector = make_selector(TEXT.replace("Envoys", "Envoy "), 13, 19, article.version)
    notebook.annotate(article.id, selector)
    notebook.annotate(article.id, None, note="on the whole")
    notebook.annotate("gone", make_selector(TEXT, 13, 19, "0" * 64))
    items = {
        item.annotation.note or item.annotation.article: item
        for item in collect(notebook, corrections, library)
    }
    assert [item.exact for item in items.values()] == [False] * 3
    assert items["gone"].article is None


def test_one_tag_in_any_spelling(
    library: Library, notebook: Notebook, corrections: Corrections
) -> None:
    notebook.annotate("a", tags=["Gas Transit"])
    notebook.annotate("b", tags=["oil"])
    notebook.annotate("c")
    assert [
        e.annotation.article for e in collect(notebook, corrections, library, "gas  transit")
    ] == ["a"]
    assert len(list(collect(notebook, corrections, library))) == 3


def test_the_users_title_and_date_are_the_evidences(
    library: Library, notebook: Notebook, corrections: Corrections
) -> None:
    article = library.add(Document(TEXT, dateline="2016-04-22")).article
    notebook.annotate(article.id, note="Who?")
    corrections.correct(article.id, title="Minsk is waiting")
    corrections.set_reference(article.id, "2013-02-22")
    (item,) = collect(notebook, corrections, library)
    assert item.article is not None
    assert (item.article.title, item.article.dateline) == ("Minsk is waiting", "2013-02-22")
