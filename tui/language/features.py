"""What the trained model reads of a word: hashed forms, and which carried lists hold it.

spaCy looks both parts up by name (see the entry points in ``pyproject.toml``), so a pipeline of
ours loads wherever this package is installed. Flags are not saved with a pipeline: the callback
computes them anew, and a pipeline loaded without it is refused by spaCy, never silently worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

from spacy.language import Language
from spacy.ml.featureextractor import FeatureExtractor
from spacy.tokens import Doc
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d

from tui.language.wordlists import load

LISTS = ("first", "last", "country", "city", "norp", "org", "title", "loc", "small", "people")
"""Lists that a word is looked up in as written (and capitalised, where it is all capitals)."""

FIRST = 19
FLAGS = tuple(f"FLAG{FIRST + i}" for i in range(len(LISTS) + 2))
"""spaCy's free lexeme flags: one a list, then common words, then the shape of a surname."""

SURNAME = re.compile(
    r"[A-ZÀ-Ž][\w’'-]{2,}(?:enk[oa]|[eo]vi[cč]h?|[ai]uskas|[au]ičius|sk(?:i|y|yi|aya|a)|shvili|adze|"
    r"[eoiy]va?|yan|chuk|iuk|yuk|zade|[iy]ev|[iy]eva)"
)
"""Endings of surnames between the Baltic and the Caucasus; a hint to the model, never a verdict."""


def looked_up(word: str, words: Collection[str]) -> bool:
    """Whether a list holds a word; a word of four or more capitals is also tried capitalised."""
    return word in words or (len(word) >= 4 and word.isupper() and word.capitalize() in words)


def flag_tests() -> dict[str, Callable[[str], bool]]:
    """The test behind each flag of :data:`FLAGS`, on a word as written."""
    lists = load()

    def member(words: Collection[str]) -> Callable[[str], bool]:
        return lambda word: looked_up(word, words)

    tests = [member(lists[name]) for name in LISTS]
    common = lists["common"]
    tests.append(lambda word: word.lower() in common)
    tests.append(lambda word: SURNAME.fullmatch(word) is not None)
    return dict(zip(FLAGS, tests, strict=True))


def list_sizes() -> dict[str, int]:
    """How many words each list behind the flags has: a model fits lists like those it was shown."""
    lists = load()
    return {name: len(lists[name]) for name in (*LISTS, "common")}


def add_flags(nlp: Language) -> Language:
    """Teach the vocabulary of a pipeline the word lists; must run before it sees any text."""
    for number, test in enumerate(flag_tests().values(), start=FIRST):
        nlp.vocab.add_flag(test, number)
    return nlp


def word_list_flags() -> Callable[[Language], Language]:
    """The value of ``nlp.after_creation`` in our pipelines' configuration."""
    return add_flags


def use_numpy(nlp: Language) -> Language:
    """Let numpy multiply the matrices of a pipeline.

    thinc's own BLAS falls back to plain kernels on processors that it does not know (measured on
    one: 12 against 45 billion operations a second); numpy's knows more of them.
    """
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops
    return nlp


def numpy_products() -> Callable[[Language], Language]:
    """The value of ``nlp.after_pipeline_creation`` in our pipelines' configuration."""
    return use_numpy


def list_embed(width: int, attrs: list[str], rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Embed words by hashed attributes and by list membership, mixed to ``width``.

    ``rows`` is the size of the hash table of each attribute. List flags enter as plain numbers
    (0 or 1): a table each, as ``spacy.MultiHashEmbed`` would make, says the same to the next
    layer at twice its cost.
    """
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(width, size, column=i, seed=8 + i, dropout=0.0) for i, size in enumerate(rows)
    ]
    columns: Model[Ints2d, Floats2d] = concatenate(*tables, flag_columns(len(attrs), len(FLAGS)))
    mixed = len(tables) * width + len(FLAGS)
    embed: Model[list[Doc], list[Floats2d]] = chain(
        FeatureExtractor([*attrs, *FLAGS]),
        list2ragged(),
        with_array(columns),  # type: ignore[misc]
        with_array(Maxout(width, mixed, nP=3, normalize=True, dropout=0.0)),
        ragged2list(),
    )
    return embed


def flag_columns(start: int, count: int) -> Model[Ints2d, Floats2d]:
    """A layer without weights: ``count`` feature columns from ``start`` on, as floats."""
    return Model(
        "flag_columns",
        _flag_columns,
        dims={"nO": count, "nI": None},
        attrs={"start": start, "count": count},
    )


def _flag_columns(
    model: Model[Ints2d, Floats2d], X: Any, is_train: bool
) -> tuple[Any, Callable[[Floats2d], Any]]:
    start, count = model.attrs["start"], model.attrs["count"]
    Y = X[:, start : start + count].astype("float32")
    return Y, lambda dY: model.ops.alloc(X.shape, dtype=X.dtype)
