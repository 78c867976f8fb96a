from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from tui.cli import run

TEXTS = [
    ("Oslo and Bergen", [[0, 4, "GPE"], [9, 15, "GPE"]]),
    ("Zubr in Oslo", [[0, 4, "ORG"], [8, 12, "GPE"]]),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    lines = (json.dumps({"text": text, "ents": ents, "doc": text[:4]}) for text, ents in TEXTS)
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A pipeline that knows two names, one of them wrongly."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [{"label": "GPE", "pattern": "Oslo"}, {"label": "PERSON", "pattern": "Zubr"}]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "mine")
    return tmp_path / "mine"


def test_figures_worst_texts_and_errors_of_pipelines_side_by_side(
    gold: Path, pipeline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--pipeline", str(pipeline), "--pipeline", str(pipeline), "--bare"]
    assert run(["evaluate", str(gold), *arguments, "--labels", "GPE,ORG,PERSON"]) == 0
    printed = capsys.readouterr().out
    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines() if line.strip()}
    assert rows["strict"] == ["66.7", "50.0", "57.1"] * 2
    assert rows["span"] == ["100.0", "75.0", "85.7"] * 2
    assert rows["GPE"] == ["100.0", "66.7", "80.0"] * 2
    assert "Zubr    ORG read as PERSON" in printed
    assert "Bergen  GPE read as none" in printed
    assert "1 right of 2, 1 found" in printed


def test_the_builtin_pipeline_is_measured_by_default(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", str(gold)]) == 0
    assert "builtin" in capsys.readouterr().out


@pytest.mark.parametrize("bare", [[], ["--bare"]])
def test_a_pipeline_that_cannot_be_loaded_is_one_sentence(
    gold: Path, bare: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", str(gold), "--pipeline", "no_such_pipeline", *bare]) == 1
    said = capsys.readouterr().err
    assert "no_such_pipeline" in said
    assert said.count("\n") == 1


def test_gold_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    assert run(["evaluate", str(tmp_path / "empty.jsonl")]) == 1
    assert "no annotated text" in capsys.readouterr().err
    assert run(["evaluate", str(tmp_path / "gone.jsonl")]) == 1
    assert "gone.jsonl" in capsys.readouterr().err
