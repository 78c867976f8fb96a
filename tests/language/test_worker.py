from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from tui import analysis
from tui.language.pipeline import Pipeline, load
from tui.language.worker import serve


@pytest.fixture(scope="module")
def rules() -> Pipeline:
    return load("rules")


def answers(pipeline: Pipeline, *lines: str) -> list[dict[str, object]]:
    target = io.StringIO()
    serve(pipeline, lines, target)
    return [json.loads(line) for line in target.getvalue().splitlines()]


def test_it_is_ready_then_answers_line_by_line(rules: Pipeline) -> None:
    request = json.dumps({"id": "a", "text": "Putin left Minsk on Friday."})
    ready, answer = answers(rules, request, "\n")
    assert ready == {"ready": rules.id}
    assert answer["id"] == "a"
    read = analysis.decode(answer)
    assert [m.text for m in read.mentions] == ["Putin", "Minsk"]
    assert [x.text for x in read.expressions] == ["Friday"]
    assert answer["entities"] == [
        *({**e, "rule": "registry", "strength": 0.95} for e in answer["entities"]),  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 2}'])
def test_a_broken_line_is_answered_and_the_next_one_served(rules: Pipeline, line: str) -> None:
    _, broken, good = answers(rules, line, '{"id": 2, "text": "In Kenya."}')
    assert "error" in broken
    assert good["id"] == 2 and "error" not in good


def test_the_program_ends_when_its_input_closes() -> None:
    lines = "".join(
        json.dumps({"id": n, "text": f"Talks {n} in Kenya.\ud83d"}) + "\n" for n in (1, 2)
    )
    done = subprocess.run(
        [sys.executable, "-m", "tui.language", "--pipeline", "rules"],
        input=lines,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and done.stderr == ""
    assert "ready" in out[0] and [answer["id"] for answer in out[1:]] == [1, 2]


def test_a_registry_file_that_cannot_be_read_is_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui.language", "--pipeline", "rules", "--registry", "/no/such"],
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "/no/such" in done.stderr
