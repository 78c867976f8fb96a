"""Reports of crashes: enough to find the mistake, nothing of what was read."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from tui.desk import crash
from tui.desk.crash import write_report

SECRET = "Николай Статкевич was released"


def fail(text: str) -> None:
    inner = {"text": text}
    raise KeyError(inner["text"])


def caught(text: str = SECRET) -> ValueError:
    try:
        try:
            fail(text)
        except KeyError as error:
            raise ValueError(f"cannot read {text!r}") from error
    except ValueError as error:
        return error
    raise AssertionError


def the_report(folder: Path) -> str:
    (path,) = (folder / "crashes").iterdir()
    return path.read_text(encoding="utf-8")


def test_a_report_says_where_the_program_was(tmp_path: Path) -> None:
    write_report(caught(), tmp_path, {"TERM": "screen", "TMUX": "/tmp/secret-socket,1,0"})
    text = the_report(tmp_path)
    assert "error: ValueError\n" in text
    assert "caused by: KeyError\n" in text
    assert "tests/desk/test_crash.py:" in text and " in fail\n" in text
    assert 'raise KeyError(inner["text"])' in text
    assert "TERM=screen" in text and "around: TMUX\n" in text
    assert "briefs-tui 0" in text and "textual 8.2.8" in text


def test_a_report_holds_nothing_that_was_read(tmp_path: Path) -> None:
    write_report(caught(), tmp_path, {"TMUX": "/tmp/secret-socket,1,0"})
    for words in (SECRET, "Статкевич", "released", "secret-socket", str(Path.home())):
        assert words not in the_report(tmp_path)


def test_a_report_is_the_users_alone_and_the_sentence_names_it(tmp_path: Path) -> None:
    sentence = write_report(caught(), tmp_path, {})
    (path,) = (tmp_path / "crashes").iterdir()
    assert sentence.endswith(f"is in {path}.")
    assert "\n" not in sentence and SECRET not in sentence
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_the_system_says_is_told(tmp_path: Path) -> None:
    write_report(OSError(errno.ENOSPC, SECRET, f"/home/{SECRET}"), tmp_path, {})
    assert "error: OSError (ENOSPC)\n" in the_report(tmp_path)
    assert "released" not in the_report(tmp_path)


def test_what_sqlite_says_is_told(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error) as caught_one:
        sqlite3.connect(":memory:").execute(f"SELECT '{SECRET}' FROM nothing")
    write_report(caught_one.value, tmp_path, {})
    assert "sqlite3.OperationalError (SQLITE_ERROR)\n" in the_report(tmp_path)


def test_all_errors_of_a_group_are_in_the_report(tmp_path: Path) -> None:
    write_report(ExceptionGroup(SECRET, [caught(), OSError(errno.EIO, SECRET)]), tmp_path, {})
    text = the_report(tmp_path)
    assert "ExceptionGroup" in text and "KeyError" in text and "EIO" in text
    assert "released" not in text


def test_errors_that_cause_each_other_end(tmp_path: Path) -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    write_report(one, tmp_path, {})
    assert the_report(tmp_path).count("ValueError") == 1


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("in the way")
    sentence = write_report(caught(), tmp_path, {})
    assert "No report could be written to" in sentence and sentence.endswith("File exists.")


def test_old_reports_go(tmp_path: Path) -> None:
    sentences = [write_report(caught(), tmp_path, {}) for _ in range(crash.KEPT + 3)]
    left = sorted((tmp_path / "crashes").iterdir())
    assert len(left) == crash.KEPT
    assert sentences[-1].endswith(f"{left[-1]}.")
