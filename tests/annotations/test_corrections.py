from __future__ import annotations

import pytest

from tui.annotations import AnnotationError, Corrections, make_selector, section_key
from tui.model import Article, Section
from tui.store import Store

TEXT = "On March 2 the minister spoke in Minsk. On March 2 he left."


def test_a_section_is_called_by_kind_and_number() -> None:
    sections = [
        Section(0, 10, "main"),
        Section(10, 20, "embedded", "2014-01-01"),
        Section(20, 30, "caption", "2014-01-01"),
        Section(30, 40, "embedded", "2015-01-01"),
    ]
    keys = [section_key(sections, section) for section in sections]
    assert keys == ["main", "embedded", "caption", "embedded-2"]
    assert section_key(list(reversed(sections)), sections[3]) == "embedded-2"


def test_the_parts_of_one_article_are_called_the_same() -> None:
    sections = [
        *(Section(0, 10, "main"), Section(10, 20, "caption"), Section(20, 30, "main")),
        *(Section(30, 40, "embedded"), Section(40, 50, "caption"), Section(50, 60, "embedded")),
        *(Section(60, 70, "embedded"), Section(70, 80, "main")),
    ]
    assert [section_key(sections, section) for section in sections] == [
        *("main", "caption", "main", "embedded", "caption-2", "embedded", "embedded-2", "main")
    ]


def test_reference_dates_are_set_to_none_and_cleared(
    corrections: Corrections, store: Store
) -> None:
    assert corrections.references("a") == {}
    corrections.set_reference("a", "2016-04-22", title="T")
    corrections.set_reference("a", "2017-09-25T10:00", "embedded")
    corrections.set_reference("b", None)
    assert corrections.references("a") == {"main": "2016-04-22", "embedded": "2017-09-25T10:00"}
    assert corrections.references("b") == {"main": None}
    assert corrections.set_reference("b", None) is None
    corrections.clear_reference("a")
    corrections.clear_reference("b")
    assert corrections.clear_reference("b") is None
    assert corrections.references("a") == {"embedded": "2017-09-25T10:00"}
    assert corrections.references("b") == {}
    store.undo()
    assert corrections.references("b") == {"main": None}
    assert store.history()[-1].label == "Set the reference date of “T” to 2016-04-22"


@pytest.mark.parametrize(
    "value", ["", "2016", "2016-02-30", "20160422", "22 April", "2016-04-22T25:00", "2016-W16"]
)
def test_what_is_no_date_is_refused(corrections: Corrections, value: str) -> None:
    with pytest.raises(AnnotationError, match="write it as 2016-04-22"):
        corrections.set_reference("a", value)
    assert corrections.references("a") == {}


def test_heads_are_corrected_and_go_back(corrections: Corrections, store: Store) -> None:
    corrections.correct("a", title="Better")
    corrections.correct("a", source="BelTA")
    assert corrections.corrections("a") == {"title": "Better", "source": "BelTA"}
    corrections.correct("a", title="")
    assert corrections.corrections("a") == {"source": "BelTA"}
    store.undo()
    store.undo()
    assert corrections.corrections("a") == {"title": "Better"}
    assert corrections.corrections("b") == {}


def test_an_article_is_cited_as_the_user_put_it_right(corrections: Corrections) -> None:
    article = Article("a", "Worse", "TASS", "2016-04-22")
    assert corrections.head(article) == article
    corrections.correct("a", title="Better")
    corrections.set_reference("a", "2013-02-22")
    assert corrections.head(article) == Article("a", "Better", "TASS", "2013-02-22")
    corrections.set_reference("a", None)
    assert corrections.head(article).dateline is None
    assert corrections.head(Article("b", "Other")) == Article("b", "Other")


def test_dates_are_corrected_passage_by_passage(corrections: Corrections, store: Store) -> None:
    first, second = make_selector(TEXT, 3, 10, "v1"), make_selector(TEXT, 43, 50, "v1")
    corrections.correct_date("a", first, "2011-03-02")
    corrections.correct_date("a", second, None)
    corrections.correct_date("b", first, "2012")
    found = corrections.date_corrections("a")
    assert [(c.selector, c.value) for c in found] == [(first, "2011-03-02"), (second, None)]
    assert all(correction.updated for correction in found)
    assert corrections.correct_date("a", second, None) is None
    corrections.correct_date("a", first, "2010-03-02")
    assert {c.selector.start: c.value for c in corrections.date_corrections("a")} == {
        3: "2010-03-02",
        43: None,
    }
    assert corrections.mention_corrections("a") == []
    corrections.withdraw("date", "a", first)
    assert [c.selector for c in corrections.date_corrections("a")] == [second]
    store.undo()
    assert len(corrections.date_corrections("a")) == 2


def test_mentions_are_corrected_apart_from_dates(corrections: Corrections, store: Store) -> None:
    place = make_selector(TEXT, 33, 38, "v1")
    corrections.correct_mention("a", place, "GPE")
    corrections.correct_mention("a", place, None)
    (found,) = corrections.mention_corrections("a")
    assert (found.selector, found.value, found.article) == (place, None, "a")
    assert corrections.date_corrections("a") == []
    assert [change.label for change in store.history()] == [
        "Corrected the name “Minsk” to none",
        "Corrected the name “Minsk” to GPE",
    ]


def test_several_mentions_are_corrected_and_withdrawn_in_one_change(
    corrections: Corrections, store: Store
) -> None:
    one, other = make_selector(TEXT, 33, 38, "v1"), make_selector(TEXT, 3, 8, "v1")
    assert corrections.correct_mention("a", one, "ORG", also=[other])
    assert [c.value for c in corrections.own("a").mentions] == ["ORG", "ORG"]
    assert store.history()[0].label == "Corrected the name “Minsk” to ORG (2 places)"
    assert corrections.correct_mention("a", one, "ORG", also=[other]) is None
    corrections.withdraw("mention", "a", one, also=[other])
    assert corrections.own("a").mentions == ()
    store.undo()
    assert len(corrections.own("a").mentions) == 2
    store.undo()
    assert corrections.own("a").mentions == ()


def test_all_that_was_put_right_in_an_article(corrections: Corrections) -> None:
    place = make_selector(TEXT, 33, 38, "v1")
    corrections.set_reference("a", "2013-02-22")
    corrections.correct_date("a", place, "2013-02-21")
    corrections.correct_mention("ab", place, "GPE")
    own = corrections.own("a")
    assert own.references == {"main": "2013-02-22"}
    assert [c.value for c in own.dates] == ["2013-02-21"] and own.mentions == ()
