from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui import home
from tui.annotations import Correction, Corrections, make_selector
from tui.cli import make_parser, run
from tui.cli.corrected import apply, write_corrected
from tui.cli.train import TOUCH_STEPS
from tui.language.training import loop
from tui.library import Library
from tui.library.documents import Document
from tui.model import Version
from tui.store import Store

TEXT = "Head line\n\nZubr met Ann Lee in Oslo."
VERSION = Version("v", "a", TEXT, "")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[loop.Plan, Path, dict[str, Any]]]:
    made: list[tuple[loop.Plan, Path, dict[str, Any]]] = []
    monkeypatch.setattr(
        loop, "train", lambda plan, output, **options: made.append((plan, output, options))
    )
    return made


def correction(start: int, end: int, value: str | None) -> Correction:
    return Correction("mention", "a", make_selector(TEXT, start, end, "v"), value, "")


def test_the_command_line_becomes_a_plan(calls: list[Any], tmp_path: Path) -> None:
    gold = [str(tmp_path / name) for name in ("a.jsonl", "b.jsonl")]
    line = ["train", str(tmp_path / "out"), "--gold", *gold, "--seed", "3", "--steps", "1000"]
    assert run([*line, "--set", "training.dropout", "0.3", "--resume"]) == 0
    ((plan, output, options),) = calls
    assert [str(path) for path in plan.gold] == gold
    assert (plan.seed, plan.base, output) == (3, None, tmp_path / "out")
    assert options["resume"] is True
    settings = dict(plan.overrides)
    assert settings["training.max_steps"] == 1000
    assert settings["training.optimizer.learn_rate.warmup_steps"] == 100
    assert settings["training.dropout"] == 0.3


def test_corrections_alone_are_a_touch_on_the_carried_model(
    calls: list[Any], tmp_path: Path
) -> None:
    assert run(["train", str(tmp_path / "out"), "--corrections", "own.jsonl"]) == 0
    plan = calls[0][0]
    assert plan.base is not None and plan.base.name == "model"
    assert dict(plan.overrides)["training.max_steps"] == TOUCH_STEPS


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Nothing to train on"),
        (["--with-corrections"], "No names are corrected"),
        (["--gold", "none.jsonl"], "none.jsonl: cannot be read"),
        (["--corrections", "none.jsonl", "--base", "nowhere"], "none.jsonl: cannot be read"),
        (["--corrections", "x.jsonl", "--set", "training.no.such", "1"], "configuration"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.jsonl").write_text('{"text": "Oslo", "ents": []}')
    assert run(["train", "out", *arguments]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_wrong_usage_is_status_two() -> None:
    with pytest.raises(SystemExit) as error:
        make_parser("train").parse_args(["train"])
    assert error.value.code == 2


def test_the_user_has_the_last_word_on_mentions() -> None:
    found = [(11, 15, "PERSON"), (20, 27, "PERSON"), (31, 35, "GPE")]
    mine = [correction(11, 15, "ORG"), correction(20, 23, "PERSON"), correction(31, 35, None)]
    assert apply(found, mine, VERSION) == [(11, 15, "ORG"), (20, 23, "PERSON")]


def test_a_correction_whose_passage_is_gone_is_left_out() -> None:
    gone = Version("w", "a", "Quite another text.", "")
    assert apply([(0, 5, "ORG")], [correction(11, 15, "GPE")], gone) == [(0, 5, "ORG")]


def test_corrected_articles_are_written_whole(tmp_path: Path) -> None:
    with Library(home.library_file()) as library, Store.open(home.store_folder()) as store:
        added = library.add(Document(text=TEXT, title="Head line"))
        version = library.text(added.article.id)
        assert version is not None
        start = version.text.index("Zubr")
        selector = make_selector(version.text, start, start + 4, version.id)
        Corrections(store).correct_mention(added.article.id, selector, "ORG")
    assert write_corrected(tmp_path / "own.jsonl") == 1
    texts = [json.loads(line) for line in (tmp_path / "own.jsonl").read_text().splitlines()]
    names = {(one["text"][a:b], label) for one in texts for a, b, label in one["ents"]}
    assert ("Zubr", "ORG") in names
    assert ("Oslo", "GPE") in names, "what was not corrected is as the pipeline reads it"
