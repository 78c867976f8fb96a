"""The desk's end of the language worker, against a small worker that speaks the real protocol."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from queue import Queue
from typing import Any

import pytest

from tests.desk.conftest import WORKER
from tui.analysis import decode
from tui.desk.analyser import Analyser, Job

Heard = Queue[tuple[str, Any]]
Begin = Callable[[list[str]], Analyser]

PATIENCE = 60.0
"""Seconds after which a worker that says nothing is a failure."""

ECHO = """
import sys, json
print(json.dumps({"ready": "echo"}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if request["text"] == "die":
        sys.exit(1)
    if request["text"] == "babble":
        print("no JSON", flush=True)
    else:
        print(json.dumps(request), flush=True)
"""


@pytest.fixture
def heard() -> Heard:
    """What came back, in order: answers, and failures with their sentence."""
    return Queue()


@pytest.fixture
def begin(heard: Heard) -> Iterator[Begin]:
    analysers: list[Analyser] = []

    def begin(command: list[str]) -> Analyser:
        analyser = Analyser(
            lambda answer: heard.put(("answer", answer)),
            lambda problem, id: heard.put((id, problem)),
            command,
        )
        analysers.append(analyser)
        return analyser

    yield begin
    for analyser in analysers:
        analyser.close()


def answer(heard: Heard) -> Any:
    kind, value = heard.get(timeout=PATIENCE)
    assert kind == "answer", value
    return value


def test_no_worker_is_started_before_it_is_needed(begin: Begin) -> None:
    analyser = begin([sys.executable, "-c", ECHO])
    assert analyser._process is None and analyser._thread is None


def test_the_worker_says_its_name_and_then_answers(begin: Begin, heard: Heard) -> None:
    analyser = begin(WORKER)
    analyser.ask(Job("a", "Minsk waits\n\nLukashenka does not, on March 3, 2014.\n"))
    assert answer(heard) == {"ready": "test 1"}
    reply = answer(heard)
    assert reply["id"] == "a"
    assert [mention.text for mention in decode(reply).mentions] == ["Minsk", "Lukashenka"]


def test_a_text_that_breaks_the_worker_is_answered_with_an_error(
    begin: Begin, heard: Heard
) -> None:
    analyser = begin(WORKER)
    analyser.ask(Job("a", "This will break the worker."))
    analyser.ask(Job("b", "Minsk."))
    assert "ready" in answer(heard)
    assert answer(heard) == {"id": "a", "error": "ValueError: broken"}
    assert answer(heard)["id"] == "b"


def test_any_text_arrives_as_it_is(begin: Begin, heard: Heard) -> None:
    text = "“ü” 北京 \x1b[31m\u2028\r\n\x00 Статкевіч"
    begin([sys.executable, "-c", ECHO]).ask(Job("a", text, "2014-03-03"))
    answer(heard)
    assert answer(heard) == {"id": "a", "text": text, "dateline": "2014-03-03"}


def test_the_open_article_goes_before_those_ahead(begin: Begin, heard: Heard) -> None:
    analyser = begin([sys.executable, "-c", ECHO])
    analyser._jobs.extend(Job(id, id) for id in "abc")
    assert analyser.waiting == 3
    analyser.ask(Job("open", "x"), urgent=True)
    answer(heard)
    assert [answer(heard)["id"] for _ in range(4)] == ["open", "a", "b", "c"]
    assert analyser.waiting == 0


def test_a_worker_that_cannot_be_started_is_a_sentence(begin: Begin, heard: Heard) -> None:
    begin(["/no/such/worker"]).ask(Job("a", "x"))
    id, problem = heard.get(timeout=PATIENCE)
    assert id == "a"
    assert problem.startswith("The text could not be analysed (") and problem.endswith(").")


@pytest.mark.parametrize("text", ["die", "babble"])
def test_after_a_failure_the_next_text_gets_a_new_worker(
    begin: Begin, heard: Heard, text: str
) -> None:
    analyser = begin([sys.executable, "-c", ECHO])
    analyser.ask(Job("a", text))
    assert answer(heard) == {"ready": "echo"}
    id, problem = heard.get(timeout=PATIENCE)
    assert id == "a" and "could not be analysed" in problem
    analyser.ask(Job("b", "again"))
    assert answer(heard) == {"ready": "echo"}
    assert answer(heard)["text"] == "again"


def test_closing_ends_the_worker_and_the_thread(begin: Begin, heard: Heard) -> None:
    analyser = begin([sys.executable, "-c", ECHO])
    analyser.ask(Job("a", "x"))
    answer(heard), answer(heard)
    process, thread = analyser._process, analyser._thread
    assert process is not None and thread is not None
    assert process.poll() is None
    analyser.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert process.poll() is not None
    assert heard.empty()
