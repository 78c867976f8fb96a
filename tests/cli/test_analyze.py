from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tui.cli import analyze
from tui.dates import rule_table
from tui.model import Section

BRIEF = """\
Arrests resumed

April 22, 2016 18:26

On February 21st Lukashenko met Vladimir Putin in Sochi.

Similar articles

Older arrests
September 25, 2012 11:14

On September 22nd Nikolai Statkevich left Minsk.
"""


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    analyze.add_arguments(parser)
    return analyze.run(parser.parse_args(arguments))


@pytest.fixture(autouse=True)
def rules_only(home: Path) -> None:
    """The rules alone: loading a model is not what is tested here."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text('pipeline = "rules"\n')


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(BRIEF, encoding="utf-8")
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_line_has_the_shape_of_the_contract(
    brief: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--jsonl", str(brief)) == 0
    (line,) = lines(capsys)
    assert line["id"] == str(brief)
    assert line["dateline"] == "2016-04-22"
    embedded = next(s for s in line["sections"] if s["kind"] == "embedded")
    assert embedded["dateline"] == "2012-09-25"
    for item in (*line["entities"], *line["dates"]):
        assert BRIEF[item["start"] : item["end"]] == item["text"]
        assert item["rule"]
    actors = {e["text"]: e["actor"] for e in line["entities"]}
    assert set(filter(None, actors.values())) <= set(line["actors"])
    assert line["actors"][actors["Lukashenko"]]["name"] == "Aliaksandr Lukashenka"
    assert {"name", "kind", "aliases"} <= set(line["actors"][actors["Sochi"]])
    values = {d["text"]: d["value"] for d in line["dates"]}
    assert values["February 21st"] == "2016-02-21"
    assert values["September 22nd"] == "2012-09-22"


def test_a_given_dateline_is_the_main_sections_alone(
    brief: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--jsonl", "--dateline", "2013-03-01", str(brief)) == 0
    (line,) = lines(capsys)
    values = {d["text"]: d["value"] for d in line["dates"]}
    assert line["dateline"] == "2013-03-01"
    assert values["February 21st"] == "2013-02-21"
    assert values["September 22nd"] == "2012-09-22"


def test_a_main_article_around_a_caption_has_one_dateline() -> None:
    parts = [
        *(Section(0, 5, "main", "2020-01-01"), Section(5, 9, "caption", "2020-01-01")),
        *(Section(9, 20, "main", "2020-01-01"), Section(20, 30, "embedded", "2019-01-01")),
        Section(30, 40, "caption", "2019-01-01"),
    ]
    assert [s.dateline for s in analyze.dated(parts, "2021-05-26")] == [
        *["2021-05-26"] * 3,
        *["2019-01-01"] * 2,
    ]


def test_newlines_stay_and_offsets_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dos.txt"
    text = "Title\r\n\r\nIn Kenya\u00a0the e\u0301lite left.\r\n"
    path.write_bytes(text.encode())
    assert run("--jsonl", str(path)) == 0
    (line,) = lines(capsys)
    entity = next(e for e in line["entities"] if e["text"] == "Kenya")
    assert text[entity["start"] : entity["end"]] == "Kenya"


def test_json_lines_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [
        {"id": 1, "text": "It fell on Friday in Kenya.", "dateline": "2021-05-26"},
        {"id": "two", "text": "It fell on Friday.", "dateline": None},
    ]
    feed(monkeypatch, "\n\n".join(json.dumps(t) for t in texts).encode())
    assert run("--jsonl", "-") == 0
    one, two = lines(capsys)
    assert (one["id"], two["id"]) == (1, "two")
    assert (one["dateline"], two["dateline"]) == ("2021-05-26", None)
    assert one["dates"][0]["value"] in ("2021-05-21", "2021-05-28")
    assert two["dates"][0]["value"] == "XXXX-WXX-5"


def test_broken_input_is_one_line_each_and_the_rest_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(
        monkeypatch,
        b'{"id": 1\n"text"\n{"id": 2}\n{"id": 3, "text": "x", "dateline": "soon"}\n\xff\n'
        b'{"id": 4, "text": "In Kenya."}\n',
    )
    assert run("--jsonl", "-") == 1
    done = capsys.readouterr()
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == [4]
    problems = done.err.splitlines()
    assert len(problems) == 5
    assert all(f"line {n}" in line for n, line in enumerate(problems, 1))


def test_an_unreadable_file_is_one_line_and_the_rest_is_done(
    brief: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("--jsonl", str(tmp_path / "none.txt"), str(tmp_path / "empty.txt"), str(brief)) == 1
    done = capsys.readouterr()
    assert len(done.out.splitlines()) == 1
    assert [("none.txt" in x, "empty.txt" in x) for x in done.err.splitlines()] == [
        *((True, False), (False, True))
    ]


def test_a_text_that_fails_is_one_line_and_the_rest_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.language.pipeline import Pipeline

    whole = Pipeline.analyse

    def failing(pipeline: Pipeline, text: str) -> Any:
        if text == "bad":
            raise ValueError("no")
        return whole(pipeline, text)

    monkeypatch.setattr(Pipeline, "analyse", failing)
    feed(monkeypatch, b'{"id": "one", "text": "bad"}\n{"id": "two", "text": "good"}\n')
    assert run("--jsonl", "-") == 1
    done = capsys.readouterr()
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == ["two"]
    assert "one" in done.err and len(done.err.splitlines()) == 1


def test_a_dateline_that_is_none_is_refused(
    brief: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--dateline", "2021-13-45", str(brief)) == 1
    assert "2021-13-45" in capsys.readouterr().err


def test_a_readable_form_and_nothing_written(
    brief: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(home.rglob("*"))
    assert run(str(brief)) == 0
    out = capsys.readouterr().out
    assert "Aliaksandr Lukashenka" in out and "2016-02-21" in out
    assert sorted(home.rglob("*")) == before


def test_actor_ids_are_the_same_in_every_article_and_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ["Nikolai Statkevich left.", "It was Мікалай Статкевіч.", "Mikola Xyzzenko of Minsk"]
    feed(monkeypatch, "\n".join(json.dumps({"id": 1, "text": t}) for t in texts * 2).encode())
    assert run("--jsonl", "-") == 0
    ids = [[e["actor"] for e in line["entities"]] for line in lines(capsys)]
    assert ids[:3] == ids[3:] and ids[0] == ids[1]


def test_the_rules_for_dates_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--rules") == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "type", "example", "value", "reference"]
    assert [row.split()[0] for row in rows] == [row.id for row in rule_table()]
    assert run("--rules", "--jsonl") == 0
    assert lines(capsys) == [
        {
            **{"id": row.id, "type": row.type, "example": row.example},
            **{"value": row.gives, "reference": row.reference},
        }
        for row in rule_table()
    ]


def test_a_text_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert "name a text file" in capsys.readouterr().err
