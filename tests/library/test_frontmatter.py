from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.frontmatter import Statements, split


def test_everything_that_is_stated_is_found() -> None:
    text = (
        "---\ntitle: 'Talks: resumed'\ndate: 2016-04-22T18:26:00+03:00\nsource: BelaPAN\n"
        "tags: [gas, Minsk talks, gas]\nurl: https://example.org/a\nother: {a: 1}\n---\n# Body\n"
    )
    stated = Statements(
        title="Talks: resumed",
        source="BelaPAN",
        dateline="2016-04-22T18:26",
        address="https://example.org/a",
        tags=("gas", "Minsk talks"),
    )
    assert split(text) == (stated, "# Body\n")


@pytest.mark.parametrize(
    "date", ["2016-04-22", "April 22, 2016", "22.04.2016", "'2016-04-22'", "2016/04/22"]
)
def test_dates_in_several_forms(date: str) -> None:
    assert split(f"---\ndate: {date}\n---\nx")[0].dateline == "2016-04-22"


def test_tags_may_be_a_line() -> None:
    assert split("---\ntags: gas, Minsk talks; oil\n---\nx")[0].tags == (
        "gas",
        "Minsk talks",
        "oil",
    )


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\nnever closed\n",
        "---\n- a list\n---\nx",
        "---\n{broken: [\n---\nx",
        "text\n---\ntitle: x\n---\n",
        "---\n" + "a: b\n" * 10_000 + "---\nx",
    ],
)
def test_anything_else_is_text(text: str) -> None:
    assert split(text) == (Statements(), text)


def test_a_bomb_of_references_does_no_harm() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
    )
    assert split(f"---\n{bomb}title: fine\ntags: *i\n---\nx")[0].title == "fine"


@given(st.text(st.sampled_from("---\n: ab[]{}'\"*&!|>#%@`,\x00\x1b"), max_size=60))
def test_nothing_raises(block: str) -> None:
    stated, body = split(f"---\n{block}\n---\nx")
    assert stated == Statements() or not body.startswith("---")
    assert body.endswith("x")
