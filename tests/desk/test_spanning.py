"""Marking a passage by keyboard, on a reader that is only a page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.desk.marks import Layer, Mark
from tui.desk.page import Page, wrap
from tui.desk.spanning import Spanning
from tui.desk.widgets.reader import ENTITIES
from tui.model import Article, Version
from tui.text import sentences, words

TEXT = """A title

Minsk waits. The KGB came on Tuesday, said Mr. Lukashenka. Nobody else did.

Vilnius waits too. It always did.
"""
NAMES = ("Minsk", "KGB", "Lukashenka", "Vilnius")


class FakeReader:
    """As much of the reader as marking needs."""

    def __init__(self, text: str = TEXT) -> None:
        self.sheet = SimpleNamespace(text=text)
        self.page = Page(wrap(text, 24))
        spans = [(text.find(name), text.find(name) + len(name)) for name in NAMES if name in text]
        self.marks = {ENTITIES: Layer.of(Mark(*span, "gpe") for span in spans)}
        self.current: Mark | None = None
        self.point = -1
        self.shown: tuple[tuple[int, int] | None, int | None] = (None, None)

    def select(self, words: str) -> None:
        start = self.sheet.text.index(words)
        self.current, self.point = Mark(start, start + len(words), "current"), start

    def set_span(self, span: tuple[int, int] | None, active: int | None = None) -> None:
        self.shown = (span, active)


def begun(words: str = "", text: str = TEXT) -> tuple[Spanning, FakeReader]:
    """Marking begun at some words of the text, else where the view begins."""
    reader = FakeReader(text)
    version = Version("v1", "a1", text, "")
    paper = SimpleNamespace(article=Article("a1", "A title"), version=version)
    spanning = Spanning(cast(Any, SimpleNamespace(reader=reader, paper=paper)))
    if words:
        reader.select(words)
    spanning.start()
    return spanning, reader


def marked(spanning: Spanning) -> str:
    assert spanning.span is not None
    return TEXT[slice(*spanning.span)]


def test_it_begins_with_the_current_item() -> None:
    spanning, reader = begun("KGB")
    assert spanning.active and marked(spanning) == "KGB"
    assert reader.shown == (spanning.span, TEXT.index("KGB") + 2)


def test_it_begins_with_the_first_sentence_in_view_where_there_is_no_item_in_view() -> None:
    spanning, _ = begun()
    assert marked(spanning) == "A title"
    spanning, reader = begun("KGB")
    spanning.stop()
    reader.point = TEXT.index("Vilnius") - 1
    assert spanning.start() and marked(spanning) == "Vilnius waits too."


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_there_may_be_nothing_to_mark(text: str) -> None:
    spanning, _ = begun(text=text)
    assert not spanning.active and not spanning.start()


def test_growing_by_text_objects() -> None:
    spanning, _ = begun("KGB")
    spanning.extend("word", 1)
    assert marked(spanning) == "KGB came"
    spanning.extend("sentence", 1)
    assert marked(spanning) == "The KGB came on Tuesday, said Mr. Lukashenka."
    spanning.extend("sentence", 1)
    assert marked(spanning).endswith("Nobody else did.")
    spanning.extend("entity", 1)
    assert marked(spanning).endswith("\n\nVilnius")
    spanning.extend("paragraph", 1)
    assert marked(spanning).endswith("It always did.")


def test_a_count_takes_several() -> None:
    spanning, _ = begun("KGB")
    spanning.extend("word", 3)
    assert marked(spanning) == "KGB came on Tuesday"


def test_the_other_end() -> None:
    spanning, reader = begun("KGB")
    spanning.other_end()
    assert reader.shown[1] == TEXT.index("KGB")
    spanning.extend("word", 1)
    assert marked(spanning) == "The KGB"
    spanning.move(-1, 1)
    assert marked(spanning) == "waits. The KGB"
    spanning.other_end()
    spanning.move(1, 1)
    assert marked(spanning) == "waits. The KGB came"


def test_words_are_given_back_but_never_all() -> None:
    spanning, _ = begun("The KGB came")
    spanning.move(-1, 1)
    assert marked(spanning) == "The KGB"
    spanning.move(-1, 9)
    assert marked(spanning) == "The"


def test_lines_of_the_page() -> None:
    spanning, reader = begun("KGB")
    spanning.move_line(1, 1)
    line = reader.page.lines[reader.page.line_at(TEXT.index("KGB")) + 1]
    assert spanning.span == (TEXT.index("KGB"), line.end)
    spanning.move_line(1, 99)
    assert spanning.span == (TEXT.index("KGB"), reader.page.lines[-1].end)
    spanning.move_line(-1, 99)
    assert spanning.span is not None
    assert spanning.span[1] > spanning.span[0]


def test_taking_the_passage_ends_the_marking() -> None:
    spanning, reader = begun("KGB")
    taken = spanning.take()
    assert taken is not None
    article, selector = taken
    assert (article, selector.exact, selector.version) == ("a1", "KGB", "v1")
    assert TEXT[selector.start : selector.end] == "KGB"
    assert not spanning.active and reader.shown == (None, None)
    assert spanning.take() is None


KINDS = st.sampled_from(["word", "sentence", "paragraph", "entity"])
COUNTS = st.integers(0, 4)
STEPS = st.sampled_from([1, -1])
MOVES = st.one_of(
    st.tuples(st.just("extend"), KINDS, COUNTS),
    st.tuples(st.just("move"), STEPS, COUNTS),
    st.tuples(st.just("move_line"), STEPS, COUNTS),
    st.tuples(st.just("other_end")),
)


@given(st.sampled_from(["A title", "KGB", "It always did."]), st.lists(MOVES, max_size=12))
@settings(max_examples=100, deadline=None)
def test_whatever_is_pressed_a_passage_stays_a_passage(
    words: str, moves: list[tuple[Any, ...]]
) -> None:
    spanning, reader = begun(words)
    for name, *arguments in moves:
        assert spanning.span is not None
        before = spanning.span
        getattr(spanning, name)(*arguments)
        start, end = spanning.span
        assert 0 <= start < end <= len(TEXT)
        if name == "extend":
            assert start <= before[0] and end >= before[1]
        elif name == "other_end":
            assert spanning.span == before
        else:
            assert start == before[0] or end == before[1]
        active = reader.shown[1]
        assert active is not None and active in (start, end - 1)


def test_objects_are_those_of_the_text() -> None:
    spanning, _ = begun("KGB")
    assert spanning.objects("word") == words(TEXT)
    assert spanning.objects("sentence") == sentences(TEXT)
    assert [TEXT[slice(*span)] for span in spanning.objects("entity")] == list(NAMES)
