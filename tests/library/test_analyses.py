from __future__ import annotations

from collections.abc import Callable

from tui.library import Added, Document, Library, View

Add = Callable[..., Added]


def test_an_analysis_is_kept_by_version_and_pipeline(library: Library, add: Add) -> None:
    version = add("A").article.version
    library.analyses.keep(version, "one", '{"ä": 1}', [])
    assert library.analyses.get(version, "one") == '{"ä": 1}'
    assert library.analyses.get(version, "two") is None
    library.analyses.keep(version, "two", "{}", [])
    assert library.analyses.get(version, "one") is None
    assert library.analyses.get("unknown", "one") is None


def test_appearances_count_articles(library: Library, add: Add) -> None:
    versions = [add(title).article.version for title in ("A", "B", "C")]
    library.analyses.keep(versions[0], "p", "{}", ["putin", "putin", "minsk"])
    library.analyses.keep(versions[1], "p", "{}", ["putin"])
    assert library.analyses.appearances("putin") == 2
    assert library.analyses.appearances("nobody") == 0
    assert len(library.analyses.articles_with("putin")) == 2
    assert library.analyses.count() == 2
    assert library.analyses.wanting("p", 10) == [versions[2]]
    assert len(library.analyses.wanting("q", 2)) == 2


def test_a_new_analysis_takes_the_place_of_the_old(library: Library, add: Add) -> None:
    version = add("A").article.version
    library.analyses.keep(version, "p", "{}", ["putin"])
    library.analyses.keep(version, "q", "{}", ["minsk"])
    assert library.analyses.appearances("putin") == 0
    assert library.analyses.appearances("minsk") == 1


def test_a_new_version_is_to_be_analysed_again(library: Library) -> None:
    first = library.add(Document("One", addresses=("/a",))).article.version
    library.analyses.keep(first, "p", "{}", ["putin"])
    second = library.add(Document("Two", addresses=("/a",))).article.version
    assert library.analyses.appearances("putin") == 0
    assert library.analyses.wanting("p", 10) == [second]
    library.analyses.keep(first, "p", "{}", ["putin"])  # late: the text has changed meanwhile
    assert library.analyses.appearances("putin") == 0
    assert library.analyses.count() == 0


def test_an_analysis_of_what_is_gone_is_dropped(library: Library, add: Add) -> None:
    article = add("A").article
    library.analyses.keep(article.version, "p", "{}", ["putin"])
    library.forget([article.id])
    assert library.analyses.get(article.version, "p") is None
    assert library.analyses.appearances("putin") == 0
    library.analyses.keep(article.version, "p", "{}", ["putin"])
    assert library.analyses.appearances("putin") == 0


def naming(library: Library, first: str, last: str) -> list[str]:
    keys = library.listing.keys(View(triage=None, sort="title", dates=(first, last)))
    return [row.title for row in library.listing.rows(keys)]


def test_articles_are_found_by_the_days_they_name(library: Library, add: Add) -> None:
    a, b = (add(title).article.version for title in ("A", "B"))
    day = ("2013-02-21", "2013-02-21")
    library.analyses.keep(a, "p", "{}", [], [day, day, ("2013-02-11", "2013-02-20")])
    library.analyses.keep(b, "p", "{}", [], [day, ("2013-01-01", "2013-12-31")])
    assert naming(library, *day) == ["A", "B"]
    assert naming(library, "2013-02-11", "2013-02-20") == ["A"]
    assert naming(library, "2013-02-12", "2013-02-20") == []  # only a part of A's stretch
    assert naming(library, "2013-01-01", "2013-12-31") == ["A", "B"]
    assert naming(library, "2012-01-01", "2012-12-31") == []


def test_dates_resolved_anew_take_the_place_of_the_old(library: Library, add: Add) -> None:
    version = add("A").article.version
    old, new = ("2016-02-21", "2016-02-21"), ("2013-02-21", "2013-02-21")
    library.analyses.keep(version, "p", "{}", ["putin"], [old])
    assert not library.analyses.redate(version, [old, old])
    assert library.analyses.redate(version, [new])
    assert (naming(library, *old), naming(library, *new)) == ([], ["A"])
    assert library.analyses.appearances("putin") == 1
    assert not library.analyses.redate("unknown", [new])


def test_a_new_text_has_no_dates_yet(library: Library) -> None:
    day = ("2016-02-21", "2016-02-21")
    first = library.add(Document("One", addresses=("/a",))).article.version
    library.analyses.keep(first, "p", "{}", [], [day])
    library.add(Document("Two", addresses=("/a",)))
    assert naming(library, *day) == []
    assert not library.analyses.redate(first, [day])  # late: the text has changed meanwhile
    assert naming(library, *day) == []
