from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Section, SectionKind
from tui.text import article_starts, outline

KINDS: list[SectionKind] = ["main", "embedded", "caption", "source"]
CAPTIONED = """\
The minister calls off his journey

March 3, 2014 10:15

The minister of transport has called off the journey to the northern ports that his office had \
announced on Tuesday, and gave the weather as the only reason for it.

На фото: министр Иван Петров

Two deputies who were to travel with him say that they heard of it on Friday, from the radio, \
and that nobody has told them of another day.
"""


def parts(*given: tuple[SectionKind, str | None]) -> list[Section]:
    return [Section(10 * n, 10 * n + 10, kind, day) for n, (kind, day) in enumerate(given)]


def test_the_main_article_goes_on_behind_a_caption() -> None:
    sections = outline(CAPTIONED).sections
    assert [s.kind for s in sections] == ["main", "caption", "main"]
    assert article_starts(sections) == [0, 0, 0]


def test_the_main_article_goes_on_behind_an_inset() -> None:
    sections = parts(("main", None), ("embedded", None), ("main", None), ("source", None))
    assert article_starts(sections) == [0, 1, 0, 0]


def test_an_embedded_article_goes_on_behind_its_caption() -> None:
    sections = parts(
        ("main", "2016-01-01"),
        ("embedded", "2014-01-01"),
        ("caption", "2014-01-01"),
        ("embedded", "2014-01-01"),
        ("embedded", "2014-01-01"),
        ("source", "2014-01-01"),
    )
    assert article_starts(sections) == [0, 1, 1, 1, 4, 4]


def test_another_dateline_behind_a_caption_is_another_article() -> None:
    sections = parts(
        ("main", None),
        ("embedded", "2014-01-01"),
        ("caption", "2014-01-01"),
        ("embedded", "2015-01-01"),
    )
    assert article_starts(sections) == [0, 1, 1, 3]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from([None, "2014-01-01"]))))
def test_every_section_belongs_to_one_article_above_or_to_itself(
    given: list[tuple[SectionKind, str | None]],
) -> None:
    sections = parts(*given)
    starts = article_starts(sections)
    assert len(starts) == len(sections)
    for number, start in enumerate(starts):
        assert start <= number
        assert starts[start] == start
    assert len({s for s, part in zip(starts, sections, strict=True) if part.kind == "main"}) <= 1
