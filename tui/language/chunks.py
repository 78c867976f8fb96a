"""A spaCy tokenizer that remembers: the same tokens, without cutting the same chunk twice.

spaCy keeps how it cut what stands between two blanks, but for the rest of a text stops keeping
after the first special case (an abbreviation, "U.S."), so that in real articles it cuts most
chunks anew (``has_special`` in its ``tokenizer.pyx``, 3.8). Here the chunks of a text that are new
and no special case go through it first, by themselves.
"""

from __future__ import annotations

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

KEPT = 50_000
"""Chunks that are kept; later ones are cut anew each time."""

AROUND = ".,;:!?()[]\"'"
"""Signs around a word that do not keep it from being a special case."""


class RememberingTokenizer:
    """Cuts texts as the tokenizer that it is made of, which it takes over."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        tokenizer.max_cache_size = KEPT + len(tokenizer.rules)
        self._special = frozenset(tokenizer.rules)
        self._seen: set[str] = set()

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        new = set(text.split()) - self._seen
        if new and len(self._seen) < KEPT:
            self._seen |= new
            # In order, since words get their numbers as they come.
            self._tokenizer(" ".join(sorted(chunk for chunk in new if not self._may_be(chunk))))
        tokens: Doc = self._tokenizer(text)
        return tokens

    def _may_be(self, chunk: str) -> bool:
        """Whether a chunk may have a special case in it."""
        core = chunk.strip(AROUND)
        return chunk in self._special or core in self._special or not core.isalnum()
