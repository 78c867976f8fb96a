"""From annotated texts to spaCy examples: joined, renamed, restyled, shuffled anew every epoch."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example

from tui.language.training.annotated import LABELS, Annotated
from tui.language.training.augment import Renamer, curly, renamed, title_case, upper
from tui.language.training.data import DataError, read_all
from tui.language.training.written import filled

TEXTS = sorted(Path(__file__).with_name("texts").glob("*.txt"))
"""Annotated texts of many kinds that were written to be trained on."""

LONGEST = 120
"""Sentences are joined only up to this many words: longer texts make batches uneven."""


@dataclass(frozen=True, slots=True)
class Styles:
    """How often a joined text is shown in another dress instead of its own (0 to 1)."""

    upper: float = 0.025
    title: float = 0.025
    curly: float = 0.4


def example(nlp: Language, item: Annotated) -> Example:
    """A training example; what is to be ignored is left open, not denied.

    So is an entity that does not end with a token. Entities with labels that the tagger does not
    learn (EVENT) are no entities to it.
    """
    doc = nlp.make_doc(item.text)
    reference = doc.copy()
    ents: list[Span] = []
    unclear: list[Span] = []
    for start, end, label in item.ents:
        if label not in LABELS:
            continue
        span = reference.char_span(start, end, label)
        if span is not None:
            ents.append(span)
        elif wide := reference.char_span(start, end, label, alignment_mode="expand"):
            unclear.append(wide)
    for start, end in item.ignore:
        if wide := reference.char_span(start, end, alignment_mode="expand"):
            unclear.append(wide)
    taken = {token.i for span in ents for token in span}
    unclear = [span for span in unclear if not taken & {token.i for token in span}]
    reference.set_ents(ents, missing=_disjoint(unclear))
    return Example(doc, reference)


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def join(sentences: list[Annotated]) -> Annotated:
    """Consecutive sentences of a document as one text, with a blank between them."""
    ents: list[tuple[int, int, str]] = []
    ignore: list[tuple[int, int]] = []
    length = 0
    for one in sentences:
        ents += [(start + length, end + length, label) for start, end, label in one.ents]
        ignore += [(start + length, end + length) for start, end in one.ignore]
        length += len(one.text) + 1
    text = " ".join(one.text for one in sentences)
    return Annotated(text, tuple(ents), sentences[0].source, sentences[0].doc, tuple(ignore))


def documents(items: Iterable[Annotated]) -> Iterator[list[Annotated]]:
    """Neighbours with the same source and document, together, a paragraph each."""
    for _, document in groupby(items, key=lambda item: (item.source, item.doc)):
        yield [paragraph for item in document for paragraph in item.paragraphs()]


def joined(document: list[Annotated], rng: random.Random) -> Iterator[Annotated]:
    """The sentences of a document in groups of one to four, drawn by ``rng``."""
    group: list[Annotated] = []
    size = rng.randint(1, 4)
    words = 0
    for sentence in document:
        count = sentence.text.count(" ") + 1
        if group and (len(group) == size or words + count > LONGEST):
            yield join(group)
            group, size, words = [], rng.randint(1, 4), 0
        group.append(sentence)
        words += count
    if group:
        yield join(group)


@dataclass(frozen=True, slots=True)
class Part:
    """Documents, read ``repeats`` times an epoch; a ``share`` also comes with other names."""

    documents: tuple[list[Annotated], ...]
    repeats: int
    share: float


class Mixture:
    """A training corpus: each call gives the examples of one epoch, the next call of the next.

    ``written`` is how often an epoch holds each sentence of ``sentences.txt``. The same parts and
    seed give the same epochs, in every process.
    """

    def __init__(
        self, parts: list[Part], seed: int, written: int = 0, styles: Styles | None = None
    ) -> None:
        self._parts = parts
        self._seed = seed
        self._written = written
        self._styles = styles or Styles()
        self._calls = 0

    def __call__(self, nlp: Language) -> Iterator[Example]:
        """The examples of the next epoch."""
        epoch = self._calls
        self._calls += 1
        return (example(nlp, item) for item in self.texts(epoch))

    def texts(self, epoch: int) -> list[Annotated]:
        """The texts of one epoch, shuffled. Raises DataError if there are none."""
        rng = random.Random(f"{self._seed}/{epoch}")
        texts = [
            text
            for part in self._parts
            for _ in range(part.repeats)
            for document in part.documents
            for text in self._variants(document, part.share, rng)
        ]
        texts += [self._dressed(text, rng) for text in filled(self._written, rng)]
        if not texts:
            raise DataError("There is nothing to train on: the files hold no text.")
        rng.shuffle(texts)
        return texts

    def _variants(
        self, document: list[Annotated], share: float, rng: random.Random
    ) -> Iterator[Annotated]:
        rename = Renamer(rng)
        for text in joined(document, rng):
            yield self._dressed(text, rng)
            if text.ents and rng.random() < share:
                yield self._dressed(renamed(text, rename), rng)

    def _dressed(self, text: Annotated, rng: random.Random) -> Annotated:
        if rng.random() < self._styles.curly:
            text = curly(text)
        draw = rng.random()
        if draw < self._styles.upper:
            return upper(text)
        return title_case(text) if draw < self._styles.upper + self._styles.title else text


def mixture(
    gold: list[str], silver: list[str], corrections: list[str], texts: int, written: int, seed: int
) -> Mixture:
    """The training corpus of our configuration, from paths.

    Per epoch gold is read twice, silver once, a user's corrections eight times (they are few),
    and ``texts`` times the texts written for training, which come with this package.
    """

    def part(paths: list[Path], repeats: int, share: float) -> Part:
        return Part(tuple(documents(read_all(paths))), repeats, share)

    parts = [
        part([Path(path) for path in paths], repeats, share)
        for paths, repeats, share in ((gold, 2, 0.3), (silver, 1, 0.18), (corrections, 8, 0.5))
    ]
    return Mixture([*parts, part(TEXTS if texts else [], texts, 0.5)], seed, written)


class Plain:
    """A development corpus: the texts of files as they are."""

    def __init__(self, paths: list[str]) -> None:
        self.items = read_all(map(Path, paths))

    def __call__(self, nlp: Language) -> Iterator[Example]:
        """All examples, in order."""
        return (example(nlp, item) for item in self.items)
