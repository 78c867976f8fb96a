"""Measure a pipeline against annotated texts: figures, the worst texts, the commonest errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import spacy

from tui.language import pipeline
from tui.language.training.annotated import Annotated, Span
from tui.language.training.scores import PLACE, Scores

Finder = Callable[[str], Iterable[Span]]
"""What finds the entities in a text."""


class PipelineError(Exception):
    """A pipeline to be measured cannot be loaded."""


def finder(name: str, bare: bool = False) -> Finder:
    """What a pipeline finds: with this program's rules or, if ``bare``, a model all alone.

    ``name`` is as in the settings. Raises :class:`PipelineError`.
    """
    if bare:
        try:
            nlp = spacy.load(pipeline.MODEL if name == "builtin" else name)
        except (OSError, ValueError) as error:
            raise PipelineError(f"{name}: not a spaCy pipeline ({error}).") from error
    else:
        made = pipeline.load(name)
        if made.problem:
            # Figures of another pipeline than the one asked for would mislead.
            raise PipelineError(made.problem)
        # spaCy's entities are whole tokens, mentions need not be ("U.S." in "U.S.-led").
        return lambda text: [(m.start, m.end, m.label) for m in made.nlp(text)._.mentions]
    return lambda text: [(ent.start_char, ent.end_char, ent.label_) for ent in nlp(text).ents]


@dataclass(frozen=True, slots=True)
class Error:
    """A kind of error: a name, its label in the gold and as found; None where it is not there."""

    text: str
    gold: str | None
    found: str | None


@dataclass(slots=True)
class Result:
    """What one pipeline did on all texts.

    ``places`` counts with GPE and LOC as one label; ``texts`` has the counts of each text by its
    name, ``errors`` how often each error was made.
    """

    scores: Scores = field(default_factory=Scores)
    places: Scores = field(default_factory=Scores)
    texts: dict[str, Scores] = field(default_factory=dict)
    errors: Counter[Error] = field(default_factory=Counter)

    def worst(self, count: int) -> list[tuple[str, Scores]]:
        """The texts with the most errors, and their counts."""

        def wrong(scores: Scores) -> int:
            strict = scores.strict
            return strict.gold + strict.predicted - 2 * strict.right

        ranked = sorted(self.texts.items(), key=lambda one: (-wrong(one[1]), one[0]))
        return [one for one in ranked[:count] if wrong(one[1])]


def evaluate(
    items: Sequence[Annotated], find: Finder, labels: Iterable[str] | None = None
) -> Result:
    """Run a pipeline over texts and compare; ``labels`` are those of the gold, if None."""
    wanted = set(labels) if labels is not None else labels_of(items)
    merged = {PLACE.get(label, label) for label in wanted}
    result = Result()
    for number, item in enumerate(items, start=1):
        found = [one for one in find(item.text) if one[2] in wanted]
        gold = [one for one in item.ents if one[2] in wanted]
        name = item.doc or f"{item.source} {number}"
        own = result.texts.setdefault(name, Scores())
        for scores in (result.scores, own):
            scores.add(gold, found, ignore=item.ignore)
        result.places.add(gold, found, merge=PLACE, labels=merged, ignore=item.ignore)
        result.errors.update(errors(item, gold, found))
    return result


def labels_of(items: Iterable[Annotated]) -> set[str]:
    """The labels that occur in the gold: others cannot be judged by it."""
    return {label for item in items for _, _, label in item.ents}


def errors(item: Annotated, gold: Iterable[Span], found: Iterable[Span]) -> list[Error]:
    """What is missed, spurious (outside of what the gold ignores), or has the wrong label."""
    right = {(start, end): label for start, end, label in gold}
    mine = {(start, end): label for start, end, label in found}
    wrong: list[Error] = []
    for start, end in sorted(right | mine):
        labels = right.get((start, end)), mine.get((start, end))
        ignored = labels[0] is None and any(start < b and a < end for a, b in item.ignore)
        if labels[0] != labels[1] and not ignored:
            wrong.append(Error(item.text[start:end], *labels))
    return wrong
