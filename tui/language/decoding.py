"""A trained ``ner`` read quickly: the same entities as spaCy finds, without its loop by word.

spaCy's recogniser walks over a text word by word, and every step multiplies one row of numbers,
which costs more than the whole network before it. But outside an entity a step looks at nothing
that earlier steps decided, only at its own word (see ``set_context_tokens`` in spaCy's
``_state.pxd``). So all steps outside are computed at once, and only the words inside an entity
one by one. Which steps are allowed where follows ``BiluoPushDown`` in spaCy's ``ner.pyx``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from tui.language.network import Floats, Network, readable

Indexes = NDArray[np.int_]

FEATURES = 3
"""Words that a step of spaCy's ``ner`` looks at: the next, the entity's first, the one before."""


def decodable(pipe: Any) -> bool:
    """Whether a component is a recogniser of the kind that :class:`Decoder` can read."""
    if type(pipe) is not EntityRecognizer:
        return False
    model = pipe.model
    return bool(
        model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == FEATURES
        and isinstance(model.get_ref("lower").get_param("W"), np.ndarray)
        and model.get_ref("upper").get_dim("nO") == pipe.moves.n_moves
    )


class Decoder:
    """Sets ``doc.ents`` as a trained ``ner`` would; a component that goes in its place."""

    def __init__(self, recogniser: Any) -> None:
        """For a :func:`decodable` recogniser, which must not be trained any further."""
        self._recogniser = recogniser
        model = recogniser.model
        tok2vec = model.get_ref("tok2vec")
        self._embed: Callable[[Doc], Floats] = (
            Network(tok2vec) if readable(tok2vec) else lambda doc: tok2vec.predict([doc])
        )
        self._lower = model.get_ref("lower")
        upper = model.get_ref("upper")
        self._bias: Floats = self._lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._offsets: Floats = upper.get_param("b")
        # A move is "O" or a letter (begin, in, last, unit) and a label: "B-GPE". A "U-" without
        # one is for words that are set beforehand, which do not come here.
        names = (recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves))
        moves = [name.partition("-")[::2] for name in names]
        number = {move: number for number, move in enumerate(moves)}
        outside = [n for n, (kind, label) in enumerate(moves) if kind == "O" or _opens(kind, label)]
        self._outside = np.array(outside)
        self._moves = [moves[n] for n in outside]
        self._begin = np.array([kind == "B" for kind, _ in self._moves])
        self._name = np.array([kind != "O" for kind, _ in self._moves])
        # Of each of these moves the two that may follow inside its entity: go on, or end.
        self._on = np.array([number["I", label] if label else 0 for _, label in self._moves])
        self._end = np.array([number["L", label] if label else 0 for _, label in self._moves])

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities; what is set already is left to spaCy's own way."""
        if not len(doc):
            return doc
        if doc.has_annotation("ENT_IOB"):
            found: Doc = self._recogniser(doc)
            return found
        doc.set_ents(
            [Span(doc, start, end, label) for start, end, label in self._entities(doc)],
            default="outside",
        )
        return doc

    def _entities(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        # One row a word, after a row for "no word"; for each place that it can have in a step.
        rows: Floats = self._lower.predict(self._embed(doc))
        states = rows[1:, 0] + rows[0, 1] + rows[0, 2] + self._bias
        scores = states.max(axis=2) @ self._weights[self._outside].T + self._offsets[self._outside]
        # An entity must not start with a blank, nor go over the start of a sentence.
        marks = doc.to_array(["SENT_START", "IS_SPACE"])
        ends = np.append(marks[1:, 0] == 1, True)
        scores[np.ix_(ends, self._begin)] = -np.inf
        scores[np.ix_(marks[:, 1] == 1, self._name)] = -np.inf
        best = scores.argmax(axis=1)
        starts = np.flatnonzero(self._name[best])
        lasts = self._lasts(rows, ends, starts, best[starts])
        reached = 0
        for start, last in zip(starts.tolist(), lasts.tolist(), strict=True):
            if start >= reached:
                reached = last + 1
                yield start, reached, self._moves[best[start]][1]

    def _lasts(
        self, rows: Floats, ends: NDArray[np.bool_], starts: Indexes, moves: Indexes
    ) -> Indexes:
        """The last words of the entities that begin at ``starts`` with those moves."""
        lasts = starts.copy()
        # How much better it is to end than to go on.
        gain = self._weights[self._end] - self._weights[self._on]
        bias = self._offsets[self._end] - self._offsets[self._on]
        goes_on = np.flatnonzero(self._begin[moves])
        at = starts[goes_on] + 1
        while len(goes_on):
            first = starts[goes_on] + 1
            # The rows are one ahead of the words.
            states = rows[at + 1, 0] + rows[first, 1] + rows[at, 2] + self._bias
            step = moves[goes_on]
            over = ends[at] | ((states.max(axis=2) * gain[step]).sum(axis=1) > -bias[step])
            lasts[goes_on[over]] = at[over]
            goes_on, at = goes_on[~over], at[~over] + 1
        return lasts


def _opens(kind: str, label: str) -> bool:
    """Whether a move begins an entity."""
    return kind in ("B", "U") and bool(label)
