"""``briefs-tui backup`` and ``restore``, as a shell user meets them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from tests.exchange.backups import fill, state
from tests.exchange.test_backup import killed_at
from tui.cli import run
from tui.exchange.backup import restore


@pytest.fixture
def filled(home: Path) -> Path:
    fill(home)
    return home


def test_backing_up_destroying_restoring_and_undoing(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(filled)
    assert run(["backup"]) == 0
    assert "3 articles, 2 annotations, 2 tags, 7 changes." in capsys.readouterr().out
    (filled / "library.sqlite").write_bytes(b"junk")
    assert run(["restore", "latest"]) == 0
    said = capsys.readouterr().out
    assert "cannot be compared" in said and "`briefs-tui restore --undo` puts it back" in said
    assert state(filled) == before
    assert run(["restore", "--undo"]) == 0
    assert (filled / "library.sqlite").read_bytes() == b"junk"


def test_looking_changes_nothing(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["backup"])
    assert run(["restore", "latest", "--look"]) == 0
    assert capsys.readouterr().out.endswith("Nothing differs.\n")
    assert not list(filled.glob("before-restore-*"))


def test_backups_are_listed_and_named(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backup", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["articles"] == 3 and Path(made["path"]).is_file()
    assert run(["backup", "--list", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    listed = json.loads(line)
    assert listed == {"path": made["path"], "kind": "backup", "made": made["made"]}
    assert run(["restore", Path(made["path"]).name]) == 0
    assert run(["backup", str(tmp_path / "mine.tar.gz")]) == 0
    assert run(["restore", str(tmp_path / "mine.tar.gz")]) == 0


def test_automatic_backups_follow_the_settings(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", int)  # the tests' own process stays as urgent as it is
    (filled / "config.toml").write_text("backups = 0\n")
    assert run(["backup", "--automatic"]) == 0
    assert capsys.readouterr().out == ""
    (filled / "config.toml").write_text("backups = 2\n")
    assert run(["backup", "--automatic"]) == 0
    assert capsys.readouterr().out.startswith("Backed up to ")
    assert run(["backup", "--automatic"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["restore"], 2, "Name one backup"),
        (["restore", "latest", "--undo"], 2, "Name one backup"),
        (["restore", "latest"], 1, "cannot be read: No such file"),
        (["restore", "--undo"], 1, "nothing to undo"),
        (["backup"], 1, "There is nothing in"),
        (["backup", "/nowhere/at/all.tar.gz"], 1, "make that folder first"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    home: Path, arguments: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == status
    said = capsys.readouterr().err
    assert words in said and said.count("\n") == 1


def test_any_command_first_finishes_a_restore_that_died(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(filled)
    run(["backup"])
    (path,) = (filled / "backups").glob("*.tar.gz")
    for step in count():
        assert killed_at(step, lambda: restore(filled, path, now=datetime.now(UTC)))
        if list(filled.glob("restore-pending-*")):
            break
    capsys.readouterr()
    assert run(["tags"]) == 0
    assert "Minsk" in capsys.readouterr().out
    assert not list(filled.glob("restore-pending-*"))
    assert state(filled) == before
