"""Training on a small sample, with a small network: repeatable, resumable, and it learns."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy

from tui.language.training.annotated import Annotated
from tui.language.training.checkpoint import CheckpointError
from tui.language.training.loop import Plan, Progress, train
from tui.language.training.written import fill, filled, sentences

EMBED = "components.ner.model.tok2vec.embed"
SMALL: dict[str, Any] = {
    f"{EMBED}.width": 32,
    f"{EMBED}.rows": [500, 200, 200, 200],
    "components.ner.model.tok2vec.encode.depth": 2,
    "components.ner.model.hidden_width": 32,
    "corpora.train.texts": 0,
    "corpora.train.written": 0,
    "training.max_steps": 40,
    "training.eval_frequency": 20,
    "training.optimizer.learn_rate.warmup_steps": 5,
    "training.optimizer.learn_rate.total_steps": 100,
    "training.optimizer.learn_rate.initial_rate": 0.01,
}


class StopError(Exception):
    pass


def write(path: Path, items: list[Annotated]) -> Path:
    lines = (json.dumps({"text": one.text, "ents": one.ents, "doc": one.doc}) for one in items)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    folder = tmp_path_factory.mktemp("data")
    items = list(filled(3, random.Random(1)))
    sample = [replace(item, doc=str(n // 3)) for n, item in enumerate(items[:220])]
    return Plan(
        gold=(write(folder / "gold.jsonl", sample[:200]),),
        dev=(write(folder / "dev.jsonl", sample[200:]),),
        overrides=tuple(SMALL.items()),
    )


@pytest.fixture(scope="module")
def trained(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(plan, tmp_path_factory.mktemp("trained") / "pipeline")


def weights(pipeline: Path) -> bytes:
    return (pipeline / "ner" / "model").read_bytes()


def entities(pipeline: Path, text: str) -> set[tuple[str, str]]:
    return {(ent.text, ent.label_) for ent in spacy.load(pipeline)(text).ents}


def test_a_small_sample_is_learned(trained: Path) -> None:
    assert ("Kremlin", "ORG") in entities(trained, "The Kremlin has not commented on the talks.")
    meta = json.loads((trained / "meta.json").read_text())
    assert meta["performance"]["mean"] > 0.3
    assert {"config.cfg", "gold.jsonl", "dev.jsonl", "wire.txt"} <= set(meta["training"]["sha256"])


def test_nothing_of_the_training_machine_is_written(trained: Path, plan: Plan) -> None:
    for path in trained.rglob("*"):
        if path.is_file():
            assert str(plan.gold[0].parent).encode() not in path.read_bytes()


def test_a_stopped_run_goes_on_to_the_weights_of_an_unbroken_one(
    plan: Plan, trained: Path, tmp_path: Path
) -> None:
    """Also: the same seed and data give the same weights."""

    def stop(progress: Progress) -> None:
        if progress.step == 25:
            raise StopError

    with pytest.raises(StopError):
        train(plan, tmp_path / "p", report=stop)
    steps: list[int] = []
    train(plan, tmp_path / "p", resume=True, report=lambda progress: steps.append(progress.step))
    assert steps[0] == 21
    assert weights(tmp_path / "p") == weights(trained)


def test_another_seed_gives_other_weights(plan: Plan, trained: Path, tmp_path: Path) -> None:
    short = replace(plan, seed=1, overrides=(*plan.overrides, ("training.max_steps", 5)))
    assert weights(train(short, tmp_path / "p")) != weights(trained)


def test_a_correction_changes_the_answer_on_a_sentence_like_it(
    plan: Plan, trained: Path, tmp_path: Path
) -> None:
    like = "Supporters of Zubrava gathered in the square."
    assert ("Zubrava", "ORG") not in entities(trained, like)
    sentence = "Members of Zubrava marched through the town."
    correction = write(tmp_path / "own.jsonl", [Annotated(sentence, ((11, 18, "ORG"),))])
    longer = tuple({**SMALL, "training.max_steps": 80}.items())
    again = replace(plan, corrections=(correction,), base=trained, overrides=longer)
    assert ("Zubrava", "ORG") in entities(train(again, tmp_path / "p"), like)


def test_resuming_another_run_is_refused(plan: Plan, tmp_path: Path) -> None:
    short = replace(plan, overrides=(*plan.overrides, ("training.max_steps", 2)))
    with pytest.raises(CheckpointError, match="nothing to resume"):
        train(short, tmp_path / "p", resume=True)
    train(short, tmp_path / "p")
    with pytest.raises(CheckpointError, match="other data or settings"):
        train(replace(short, seed=9), tmp_path / "p", resume=True)


def test_a_base_keeps_its_answers_whatever_labels_come_first(
    plan: Plan, trained: Path, tmp_path: Path
) -> None:
    """The order of the labels in new data must not be read into the old weights' last layer."""
    places = [Annotated("Ob Bay and Ob Sea", ((0, 6, "LOC"), (11, 17, "LOC")))] * 30
    other = replace(
        plan,
        gold=(write(tmp_path / "places.jsonl", places),),
        dev=(),
        overrides=(*plan.overrides, ("training.max_steps", 2)),
        base=trained,
    )
    same = train(replace(other, keep=1.0), tmp_path / "all")
    texts = [fill(line, random.Random(7)).text for line in sentences()[:40]]
    answers = [entities(trained, " ".join(texts)), entities(same, " ".join(texts))]
    assert answers[0] == answers[1] != set()
    half = train(replace(other, keep=0.5), tmp_path / "half")
    assert weights(half) != weights(same)
