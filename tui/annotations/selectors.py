"""Where an annotation sits in a text, and where it sits in a later version of that text; pure.

After the W3C Web Annotation model: the quote, 32 characters of context on each side, and the
position in one version. A passage is followed into another version only where quote and both
contexts leave no doubt. Quote similarity alone prefers a look-alike sentence to an edited
original, so there is no fuzzy search: where there is doubt, the user is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from tui.model import Selector

CONTEXT = 32
"""Characters of context on each side."""

How = Literal["exact", "moved", "doubtful", "orphan"]
"""In the same version; surely the same passage; perhaps; not found."""

_SURE = 0.9  # both contexts at least this alike for "moved"
_MARGIN = 0.15  # ... and the runner-up's weaker context this much worse
_LOST = 0.25  # contexts less alike than this on the whole: another passage with the same words
_MANY = 200  # occurrences beyond this are only compared by equal contexts: "the" is no landmark


@dataclass(frozen=True, slots=True)
class Located:
    """Where a selector's passage is; of an orphan, an empty span near where it was."""

    start: int
    end: int
    how: How


def make_selector(text: str, start: int, end: int, version: str) -> Selector:
    """The selector of ``text[start:end]``, ``version`` being the text's hash."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage {start}-{end} in a text of {len(text)} characters")
    return Selector(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        version=version,
    )


def locate(selector: Selector, text: str, version: str) -> Located:
    """Find the selector's passage in ``text``, whose hash is ``version``."""
    length = len(selector.exact)
    if selector.version == version and text[selector.start : selector.end] == selector.exact:
        return Located(selector.start, selector.end, "exact")
    ranked = sorted(
        ((*_likeness(selector, text, start), -abs(start - selector.start), start))
        for start in _candidates(selector, text)
    )
    if not ranked or ranked[-1][1] < _LOST:
        near = min(selector.start, len(text))
        return Located(near, near, "orphan")
    weaker, _, _, start = ranked[-1]
    runner_up = ranked[-2][0] if len(ranked) > 1 else 0.0
    sure = weaker >= _SURE and weaker - runner_up >= _MARGIN
    return Located(start, start + length, "moved" if sure else "doubtful")


def _candidates(selector: Selector, text: str) -> list[int]:
    found = list(_occurrences(selector.exact, text))
    if len(found) <= _MANY:
        return found
    whole = selector.prefix + selector.exact + selector.suffix
    return [start + len(selector.prefix) for start in _occurrences(whole, text)][:_MANY]


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _likeness(selector: Selector, text: str, start: int) -> tuple[float, float]:
    """How alike the contexts are: the weaker of the two, and both on the average, 0 to 1."""
    end = start + len(selector.exact)
    before = _alike(selector.prefix, text[max(0, start - CONTEXT) : start])
    after = _alike(selector.suffix, text[end : end + CONTEXT])
    return min(before, after), (before + after) / 2


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
