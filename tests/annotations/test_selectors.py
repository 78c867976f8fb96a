from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.selectors import Located, locate, make_selector

ALPHA = "The Alpha council met on Monday and rejected the budget, as its chairman had announced."
BETA = "The Beta council met on Monday and rejected the budget, though nobody had expected it."
FILL = "Observers in the region had followed the preparations for months without much hope. "
TEXT = f"{FILL}{ALPHA} {FILL}\n\n{FILL}{BETA} {FILL}"
QUOTE = "council met on Monday and rejected the budget"


def on(text: str, quote: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def alpha_in(text: str, before: str = TEXT) -> Located:
    """Where the note on Alpha's quote is in another version of the text."""
    return locate(make_selector(before, *on(before, QUOTE), "v1"), text, "v2")


def test_a_selector_holds_quote_context_and_place() -> None:
    selector = make_selector("0123456789" * 10, 40, 45, "v")
    assert (selector.start, selector.end, selector.version) == (40, 45, "v")
    assert selector.exact == "01234"
    assert selector.prefix == "89" + "0123456789" * 3
    assert selector.suffix == "56789" + "0123456789" * 2 + "0123456"
    assert len(selector.prefix) == len(selector.suffix) == 32


def test_context_ends_where_the_text_does() -> None:
    selector = make_selector("abc", 0, 3, "v")
    assert (selector.prefix, selector.suffix) == ("", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_no_passage_is_no_selector(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make_selector("abc", start, end, "v")


@given(st.text(min_size=1), st.data())
def test_in_its_own_version_a_passage_is_exactly_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert locate(make_selector(text, start, end, "v"), text, "v") == Located(start, end, "exact")


def test_what_claims_to_be_the_same_version_but_is_not_is_searched() -> None:
    selector = make_selector(TEXT, *on(TEXT, QUOTE), "v1")
    assert locate(selector, "New first words. " + TEXT, "v1").how == "moved"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "A new paragraph on top.\n\n" + TEXT,
        TEXT.replace(FILL, FILL.replace("months", "years")),
        TEXT.replace("its chairman", "the chairman"),
        TEXT.replace(BETA, ""),
        f"{FILL}{BETA} {FILL}\n\n{FILL}{ALPHA} {FILL}",
    ],
    ids=["same", "above", "around", "nearby", "other gone", "swapped"],
)
def test_an_untouched_passage_moves_with_its_text(text: str) -> None:
    found = alpha_in(text)
    assert found.how == "moved"
    assert text[found.start : found.end] == QUOTE
    assert text[: found.start].endswith("The Alpha ")


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(ALPHA, ALPHA.replace("rejected", "adopted")),
        TEXT.replace(ALPHA, ""),
        TEXT.replace(ALPHA, ALPHA.replace("met on", "met\u00a0on")),
        TEXT.replace(FILL + "The Alpha", "Quite unexpectedly the city's own"),
    ],
    ids=["reworded", "deleted", "no-break space", "context rewritten"],
)
def test_a_look_alike_is_never_taken_silently(text: str) -> None:
    assert alpha_in(text).how in ("doubtful", "orphan")


def test_equal_passages_in_equal_contexts_are_doubtful_and_the_nearest_is_offered() -> None:
    text = "\n\n".join([FILL * 2 + ALPHA + " " + FILL * 2] * 3)
    selector = make_selector(text, *on(text, QUOTE, 1), "v1")
    found = locate(selector, "x" + text, "v2")
    assert found == Located(selector.start + 1, selector.end + 1, "doubtful")


def test_words_that_are_gone_leave_an_orphan_near_its_place() -> None:
    selector = make_selector(TEXT, *on(TEXT, QUOTE), "v1")
    assert locate(selector, FILL * 20, "v2") == Located(selector.start, selector.start, "orphan")
    assert locate(selector, "short", "v2") == Located(5, 5, "orphan")
    assert locate(selector, "", "v2") == Located(0, 0, "orphan")


def test_the_same_words_in_quite_another_place_are_an_orphan() -> None:
    text = "zzzz qqqq 1234 " * 5 + QUOTE + " 9876 wwww xxxx" * 5
    assert alpha_in(text).how == "orphan"


@pytest.mark.parametrize("quote", ["e", "the", " "])
def test_a_common_word_is_followed_by_its_context(quote: str) -> None:
    text = (FILL + ALPHA + " ") * 40
    marked = text[:5000] + "Now the very last words are quite different." + text[5000:]
    start = marked.index("Now the") + (0 if quote == " " else 4)
    start = marked.index(quote, start)
    selector = make_selector(marked, start, start + len(quote), "v1")
    moved = "Above. " + marked
    assert locate(selector, moved, "v2") == Located(start + 7, start + 7 + len(quote), "moved")


@given(st.text("ab \n", min_size=1, max_size=40), st.text("ab \n", max_size=40), st.data())
def test_what_is_found_has_the_very_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = locate(make_selector(old, start, end, "v1"), new, "v2")
    assert 0 <= found.start <= found.end <= len(new)
    if found.how == "orphan":
        assert found.start == found.end
    else:
        assert new[found.start : found.end] == old[start:end]


@given(st.integers(0, 400), st.integers(1, 60), st.text("xyz ", min_size=1))
def test_text_put_in_far_away_takes_a_unique_passage_along(
    place: int, length: int, more: str
) -> None:
    numbered = " ".join(f"word{number}" for number in range(100))
    start = 33 + place
    selector = make_selector(numbered, start, start + length, "v1")
    found = locate(selector, more + numbered, "v2")
    whole = selector.prefix + selector.exact + selector.suffix
    assert numbered.count(whole) == 1
    if found.how == "moved":
        assert found.start == start + len(more)
    else:  # so short that its like, with a context almost alike, is elsewhere
        assert found.how == "doubtful" and length < 8
