"""``doctor``, ``keys`` and ``completion``."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tui.cli import COMMANDS
from tui.desk.commands import load_all


def test_a_sound_library(cli: Cli, home: Path, annotate: Callable[..., str]) -> None:
    annotate("Minsk waits\n\nIt waits.\n", "It waits", "Why?")
    answer = cli("doctor")
    assert answer.status == 0
    assert answer.out == f"{home}: store, library and index are in order.\n"
    assert (cli("doctor", "--json").out, cli("doctor", "--json").status) == ("", 0)


def test_nothing_there_yet_is_in_order_and_stays_nothing(cli: Cli, home: Path) -> None:
    assert cli("doctor").status == 0
    assert not home.exists()


def test_a_home_that_is_no_folder_is_not_in_order(cli: Cli, home: Path) -> None:
    home.write_text("not a folder", encoding="utf-8")
    assert cli("doctor").failed_with(str(home), "no folder")


def spoil(home: Path) -> None:
    """Empty the list, which can be made again from what else is there."""
    with closing(sqlite3.connect(home / "library.sqlite")) as connection, connection:
        connection.execute("DELETE FROM list")


def test_what_is_wrong_is_said_and_left_with_check(
    cli: Cli, home: Path, annotate: Callable[..., str]
) -> None:
    annotate("Minsk waits\n\nIt waits.\n", "It waits")
    spoil(home)
    answer = cli("doctor", "--check", "--json")
    assert answer.failed_with("not everything is in order")
    assert answer.records and all(set(record) == {"where", "problem"} for record in answer.records)
    assert {record["where"] for record in answer.records} == {"library"}
    assert cli("doctor", "--check").status == 1


def test_what_can_be_made_again_is_mended(
    cli: Cli, home: Path, annotate: Callable[..., str]
) -> None:
    annotate("Minsk waits\n\nIt waits.\n", "It waits")
    spoil(home)
    answer = cli("doctor")
    assert answer.status == 0 and "library, mended: " in answer.out
    assert cli("doctor", "--check").status == 0
    assert "Minsk waits" in cli("search", "minsk").out


def test_the_table_of_keys_is_what_is_declared(cli: Cli) -> None:
    records = cli("keys", "--json").records
    assert [record["id"] for record in records] == list(load_all())
    for record in records:
        assert list(record) == ["id", "label", "keys", "places", "help"]
        assert record["places"] and record["help"]
    lines = cli("keys").out.splitlines()
    assert len(lines) == len(records)
    assert any(line.split() == ["gg", "Home", *line.split()[2:]] for line in lines)


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_completion_script_knows_every_command(cli: Cli, shell: str, tmp_path: Path) -> None:
    answer = cli("completion", shell)
    assert (answer.status, answer.err) == (0, "")
    assert all(name in answer.out for name in COMMANDS)
    if shell == "bash" and (bash := shutil.which("bash")):
        script = tmp_path / "script"
        script.write_text(answer.out, encoding="utf-8")
        assert subprocess.run([bash, "-n", script], check=False).returncode == 0
