"""The carried word lists: features of the model and material of the rules."""

from __future__ import annotations

import functools
import gzip
import json
from pathlib import Path

LISTS = Path(__file__).parent / "lists" / "words.json.gz"


@functools.cache
def load() -> dict[str, frozenset[str]]:
    """The lists by name; words are capitalised as in running text.

    Single words: ``first`` and ``last`` names, words of ``country`` and ``city`` names, ``norp``
    (nationalities, faiths, followings), ``org`` (institution words and well-known names),
    ``title`` (titles and roles), ``common`` (words mostly met in lower case, so written),
    ``small`` (towns) and ``people`` (languages), both without what is any other name or word.
    ``loc`` has some names of several words. Whole names: ``towns`` and
    ``regions``, and of both the well-known ``large`` ones.
    """
    data = json.loads(gzip.decompress(LISTS.read_bytes()))
    return {name: frozenset(words) for name, words in data.items()}


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set, for tables in the code."""
    return frozenset(words.split())
