"""The network below a trained ``ner``, computed quickly: the numbers that spaCy would compute.

A word's own numbers (its hashed forms and list flags, mixed) are the same wherever it stands, so
they are kept for the next time; and the convolutions go over a few hundred words at a time, which
stay in the processor's cache, where thinc takes a text whole.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]

MIX = r"maxout>>layernorm(?:>>dropout)?"
CONVOLUTION = rf"residual\(expand_window>>{MIX}\)"
READABLE = re.compile(
    rf"extract_features>>list2ragged>>with_array\([^()]*\)>>with_array\({MIX}\)>>ragged2list"
    rf">>with_array\({CONVOLUTION}(?:>>{CONVOLUTION})*\)>>list2array>>linear"
)
"""The networks that :class:`Network` knows, by the name that thinc makes of their layers."""

KEPT = 30_000
"""Words whose numbers are kept, 12 MB; then all are forgotten."""

AT_ONCE = 400
"""Words that go through the convolutions together."""


def readable(tok2vec: Any) -> bool:
    """Whether a network is made of the layers that :class:`Network` computes."""
    if not READABLE.fullmatch(tok2vec.name):
        return False
    windows = [x for x in tok2vec.walk() if x.name == "expand_window"]
    return all(x.attrs["window_size"] == 1 for x in windows)


class Network:
    """A trained word network; call it with a text for a row of numbers a word."""

    def __init__(self, tok2vec: Any) -> None:
        """For a :func:`readable` network, which must not be trained any further."""
        embed, convolutions = tok2vec.layers[0].layers
        extract, _, columns, mix, _ = embed.layers
        self._features = extract.attrs["columns"]
        self._columns = columns.layers[0]
        self._mix = _maxout(mix)
        self._convolutions = [_maxout(layer) for layer in convolutions.layers[0].layers]
        self._linear = tok2vec.layers[-1]
        self._kept: dict[tuple[int, int], int] = {}
        self._rows: Floats = np.zeros((KEPT, self._mix.width), dtype="float32")

    def __call__(self, doc: Doc) -> Floats:
        """The numbers of each word of a text that has any."""
        reach = len(self._convolutions)
        # As in training there are rows of zeros before and after a text.
        inside: Floats = np.pad(self._words(doc), ((reach, reach), (0, 0)))
        outside = np.empty((len(doc), inside.shape[1]), dtype="float32")
        for start in range(0, len(doc), AT_ONCE):
            stop = min(start + AT_ONCE, len(doc))
            # Each convolution looks one row further: what is cut off spoils ``reach`` rows.
            piece = inside[start : stop + 2 * reach]
            for mixed in self._convolutions:
                piece = piece + mixed(_windows(piece))
            outside[start:stop] = piece[reach : len(piece) - reach]
        linear = self._linear
        numbers: Floats = outside @ linear.get_param("W").T + linear.get_param("b")
        return numbers

    def _words(self, doc: Doc) -> Floats:
        """What each word is by itself."""
        # A token may have another norm than its word has elsewhere ("'s"); all else is the word's.
        words = list(zip(*doc.to_array(["ORTH", "NORM"]).T.tolist(), strict=True))
        places = [self._kept.get(word, -1) for word in words]
        new = {word: at for at, word in enumerate(words) if places[at] < 0}
        if not new:
            return self._rows[places]
        if len(new) > KEPT:
            return self._made(doc, list(range(len(doc))))
        if len(self._kept) + len(new) > KEPT:
            self._kept.clear()
            return self._words(doc)
        held = len(self._kept)
        self._rows[held : held + len(new)] = self._made(doc, list(new.values()))
        self._kept.update(zip(new, range(held, held + len(new)), strict=True))
        return self._rows[[self._kept[word] for word in words]]

    def _made(self, doc: Doc, places: list[int]) -> Floats:
        features = doc.to_array(self._features)[places]
        return self._mix(self._columns.predict(features))


def _windows(rows: Floats) -> Floats:
    """Each row between the one before it and the one after it."""
    wide = np.zeros((len(rows), 3, rows.shape[1]), dtype="float32")
    wide[1:, 0] = rows[:-1]
    wide[:, 1] = rows
    wide[:-1, 2] = rows[1:]
    return wide.reshape(len(rows), -1)


class _Maxout:
    """A maxout layer of thinc's with the layer norm that follows it."""

    def __init__(self, weights: Floats, bias: Floats, gain: Floats, shift: Floats) -> None:
        self.width, self._pieces, _ = weights.shape
        # All first pieces, then all second ones: so that the largest is taken of whole rows.
        self._weights = np.ascontiguousarray(
            weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)
        )
        self._bias = np.ascontiguousarray(bias.T).reshape(-1)
        self._gain, self._shift = gain, shift

    def __call__(self, rows: Floats) -> Floats:
        pieces = rows @ self._weights
        pieces += self._bias
        width = self.width
        best: Floats = pieces[:, :width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, pieces[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / width + 1e-8
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self._gain
        best += self._shift
        return best


def _maxout(layer: Any) -> _Maxout:
    """The one maxout layer in a layer, with its norm."""
    maxout = next(x for x in layer.walk() if x.name == "maxout")
    norm = next(x for x in layer.walk() if x.name == "layernorm")
    parts = (maxout.get_param(k) for k in "Wb"), (norm.get_param(k) for k in "Gb")
    return _Maxout(*parts[0], *parts[1])
