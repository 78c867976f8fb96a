"""A trained ``ner`` read quickly: the same entities as spaCy finds, without its loop by word.

spaCy's recogniser walks over a text word by word, and every step multiplies one row of numbers,
which costs more than the whole network before it. But outside an entity a step looks at nothing
that earlier steps decided, only at its own word (see ``set_context_tokens`` in spaCy's
``_state.pxd``). So all steps outside are computed at once, and only the words inside an entity
one by one. Which steps are allowed where follows ``BiluoPushDown`` in spaCy's ``ner.pyx``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]

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
        self._embed = model.get_ref("tok2vec")
        self._lower = model.get_ref("lower")
        upper = model.get_ref("upper")
        self._bias: Floats = self._lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._offsets: Floats = upper.get_param("b")
        # A move is "O" or a letter (begin, in, last, unit) and a label: "B-GPE". A "U-" without
        # one is for words that are set beforehand, which do not come here.
        names = (recogniser.moves.get_class_name(n) for n in range(recogniser.moves.n_moves))
        moves = [name.partition("-")[::2] for name in names]
        self._number = {move: number for number, move in enumerate(moves)}
        outside = [n for n, (kind, label) in enumerate(moves) if kind == "O" or _opens(kind, label)]
        self._outside = np.array(outside)
        self._moves = [moves[n] for n in outside]
        self._begin = np.array([kind == "B" for kind, _ in self._moves])
        self._name = np.array([kind != "O" for kind, _ in self._moves])

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
        rows: Floats = self._lower.predict(self._embed.predict([doc]))
        states = rows[1:, 0] + rows[0, 1] + rows[0, 2] + self._bias
        scores = self._scored(states, self._outside)
        # An entity must not start with a blank, nor go over the start of a sentence.
        marks = doc.to_array(["SENT_START", "IS_SPACE"])
        ends = np.append(marks[1:, 0] == 1, True)
        scores[np.ix_(ends, self._begin)] = -np.inf
        scores[np.ix_(marks[:, 1] == 1, self._name)] = -np.inf
        best = scores.argmax(axis=1)
        reached = 0
        for start in np.flatnonzero(self._name[best]).tolist():
            if start < reached:
                continue
            kind, label = self._moves[best[start]]
            reached = start + 1 if kind == "U" else self._last(rows, ends, start, label) + 1
            yield start, reached, label

    def _last(self, rows: Floats, ends: NDArray[np.bool_], start: int, label: str) -> int:
        """The last word of an entity that begins at ``start``."""
        moves = np.array(sorted((self._number["I", label], self._number["L", label])))
        last = moves.tolist().index(self._number["L", label])
        at = start + 1
        while not ends[at]:
            # The rows are one ahead of the words.
            state = rows[at + 1, 0] + rows[start + 1, 1] + rows[at, 2] + self._bias
            if self._scored(state[None], moves)[0].argmax() == last:
                break
            at += 1
        return at

    def _scored(self, states: Floats, moves: NDArray[np.int_]) -> Floats:
        """The scores of some moves in some states."""
        scores: Floats = states.max(axis=2) @ self._weights[moves].T + self._offsets[moves]
        return scores


def _opens(kind: str, label: str) -> bool:
    """Whether a move begins an entity."""
    return kind in ("B", "U") and bool(label)
