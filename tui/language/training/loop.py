"""Train a pipeline from annotated files: repeatable, measured on the way, stopped and resumed.

The pieces are spaCy's (configuration, initialisation, batches, updates, averages). Its loop
itself (``spacy.training.loop.train``) cannot resume, so the few lines of it that count are here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

import spacy
from spacy.language import Language
from spacy.schemas import ConfigSchemaTraining
from spacy.training import Example
from spacy.util import (
    load_config,
    load_model_from_config,
    registry,
    resolve_dot_names,
)
from thinc.api import fix_random_seed

from tui.language.features import list_sizes
from tui.language.training.annotated import LABELS, Annotated
from tui.language.training.checkpoint import Checkpoint
from tui.language.training.corpus import TEXTS, Mixture
from tui.language.training.data import DataError, read
from tui.language.training.scores import PLACE, Scores
from tui.language.training.written import SENTENCES

CONFIG = Path(__file__).with_name("config.cfg")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a training run is made of; equal plans on equal files give equal weights.

    Training starts from the weights of the pipeline ``base``, if there is one, else from nothing.
    ``keep`` (0 to 1) is how much of the starting weights the written ones hold, the trained ones
    holding the rest: less of what was known is forgotten (Wortsman et al. 2022, "Robust
    fine-tuning of zero-shot models").
    ``overrides`` change the configuration, as in ``{"training.max_steps": 100}``.
    """

    gold: tuple[Path, ...] = ()
    silver: tuple[Path, ...] = ()
    corrections: tuple[Path, ...] = ()
    dev: tuple[Path, ...] = ()
    base: Path | None = None
    keep: float = 0.0
    seed: int = 0
    config: Path = CONFIG
    overrides: tuple[tuple[str, Any], ...] = ()

    def checksums(self) -> dict[str, str]:
        """SHA-256 of every file that goes in, by its name; written texts are the package's own."""
        files = [self.config, *self.gold, *self.silver, *self.corrections, *self.dev]
        files += [*TEXTS, SENTENCES]
        if self.base is not None:
            files.append(self.base / "ner" / "model")
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}

    def fingerprint(self) -> str:
        """One hash of all that decides the weights."""
        facts = [sorted(self.checksums().items()), self.seed, self.keep, list(self.overrides)]
        return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: after ``step`` updates of ``steps``; scores where just measured."""

    step: int
    steps: int
    words: int
    seconds: float
    loss: float
    score: float | None = None
    scores: dict[str, float] = field(default_factory=dict)
    best: bool = False


def train(
    plan: Plan,
    output: Path,
    *,
    resume: bool = False,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Path:
    """Write the pipeline that is best on the dev files (the last, without any) to ``output``.

    Every ``training.eval_frequency`` updates all that is needed to go on is kept beside it, in
    ``<output>.checkpoint``; with ``resume`` a stopped run goes on from there and ends with the
    same weights as one that never stopped. Raises DataError and CheckpointError.
    """
    nlp, corpus, settings = _begin(plan)
    optimizer = settings["optimizer"]
    start = _weights(nlp)
    steps, every = settings["max_steps"], settings["eval_frequency"]
    dev = [(path.name, list(read(path))) for path in plan.dev]
    checkpoint = Checkpoint(output.with_name(output.name + ".checkpoint"), plan.fingerprint())
    batches = settings["batcher"](_endless(corpus, nlp))
    done, best = checkpoint.load(nlp, optimizer) if resume else (0, -1.0)
    for _ in range(done):
        next(batches)
    if resume:
        checkpoint.load_randomness()
    started, words = monotonic(), 0
    losses: dict[str, float] = {}
    for step in range(done + 1, steps + 1):
        batch = next(batches)
        nlp.update(batch, drop=settings["dropout"], losses=losses, sgd=optimizer)
        optimizer.step_schedules()
        words += sum(len(one) for one in batch)
        progress = Progress(step, steps, words, monotonic() - started, sum(losses.values()))
        if step % every and step != steps:
            report(progress)
            continue
        with nlp.use_params(_mixed(optimizer.averages, start, plan.keep)):
            scores = measure(nlp, dev) if dev else {}
            score = scores.get("mean", float(step))
            if score > best:
                save(nlp, output, plan, scores)
        report(replace(progress, score=score, scores=scores, best=score > best))
        best = max(best, score)
        checkpoint.save(nlp, optimizer, step, best)
        losses.clear()
    return output


def _begin(plan: Plan) -> tuple[Language, Mixture, dict[str, Any]]:
    """An untrained pipeline, its corpus, and the resolved ``[training]`` settings."""
    fix_random_seed(plan.seed)
    raw = load_config(plan.config, overrides=_overrides(plan), interpolate=False)
    nlp = load_model_from_config(raw, auto_fill=True)
    config = nlp.config.interpolate()
    settings = registry.resolve(config["training"], schema=ConfigSchemaTraining)
    (corpus,) = resolve_dot_names(config, [settings["train_corpus"]])
    tagger: Any = nlp.get_pipe("ner")
    for label in LABELS:
        # Said beforehand, so that the whole corpus need not be read once to find them.
        tagger.add_label(label)
    nlp.initialize(lambda: islice(corpus(nlp), 100), sgd=settings["optimizer"])
    if plan.base is not None:
        _start_from(tagger, plan.base)
    return nlp, corpus, settings


def _overrides(plan: Plan) -> dict[str, Any]:
    paths = {
        name: [str(path) for path in getattr(plan, name)]
        for name in ("gold", "silver", "corrections", "dev")
    }
    return {
        **{f"paths.{name}": value for name, value in paths.items()},
        "system.seed": plan.seed,
        **dict(plan.overrides),
    }


def _endless(corpus: Mixture, nlp: Language) -> Iterator[Example]:
    while True:
        yield from corpus(nlp)


def _start_from(tagger: Any, base: Path) -> None:
    """Set a tagger's weights to those of a trained pipeline of the same shape.

    The parser's moves come along: the order of its labels is that of the weights' last layer.
    """
    try:
        trained: Any = spacy.load(base).get_pipe("ner")
        tagger.from_bytes(trained.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    except (OSError, KeyError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise DataError(
            f"{base}: cannot be trained further with this configuration ({reason})."
        ) from error


def _weights(nlp: Language) -> dict[tuple[int, str], Any]:
    """Copies of a tagger's weights, by layer and name, as optimisers key them."""
    tagger: Any = nlp.get_pipe("ner")
    return {
        (layer.id, name): layer.get_param(name).copy()
        for layer in tagger.model.walk()
        for name in layer.param_names
        if layer.has_param(name)
    }


def _mixed(
    trained: dict[tuple[int, str], Any], start: dict[tuple[int, str], Any], keep: float
) -> dict[tuple[int, str], Any]:
    """Trained weights with a share of those from the start."""
    if not keep:
        return trained
    return {
        key: (keep * start[key] + (1 - keep) * value.reshape(start[key].shape)).astype("float32")
        for key, value in trained.items()
    }


def measure(nlp: Language, dev: list[tuple[str, list[Annotated]]]) -> dict[str, float]:
    """Strict F1 of PERSON, ORG and PLACE by dev file (one at least), and their mean."""
    found: dict[str, float] = {}
    for name, items in dev:
        scores = Scores()
        for item, doc in zip(items, nlp.pipe([item.text for item in items]), strict=True):
            predicted = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
            scores.add(
                item.ents,
                predicted,
                labels=("PERSON", "ORG", "PLACE"),
                merge=PLACE,
                ignore=item.ignore,
            )
        found[name] = scores.strict.f1
    return {**found, "mean": sum(found.values()) / len(found)}


def save(nlp: Language, output: Path, plan: Plan, scores: dict[str, float]) -> None:
    """Write the pipeline as a folder that ``spacy.load`` reads, without what only training needs.

    Training fills the string store with every word it saw; only the labels are needed to
    predict, so only they are kept. Paths of the training machine are left out.
    """
    nlp.meta["name"] = "briefs"
    nlp.meta["performance"] = {name: round(value, 4) for name, value in scores.items()}
    nlp.meta["training"] = {
        "seed": plan.seed,
        "keep": plan.keep,
        "lists": list_sizes(),
        "sha256": plan.checksums(),
    }
    paths = dict(nlp.config["paths"])
    nlp.config["paths"] = {name: [] for name in paths}
    nlp.to_disk(output)
    nlp.config["paths"] = paths
    labels = sorted({label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])})
    strings = output / "vocab" / "strings.json"
    strings.write_text(json.dumps(labels), encoding="utf-8")
