"""The command line as a whole: usage, statuses, and one clear line where something fails."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tui import __version__
from tui.cli import COMMANDS, module_name, run
from tui.store import Store


def test_the_version(cli: Cli) -> None:
    answer = cli("--version")
    assert (answer.status, answer.out, answer.err) == (0, f"briefs-tui {__version__}\n", "")


def test_help_names_every_command(cli: Cli) -> None:
    answer = cli("--help")
    assert answer.status == 0
    assert all(f"  {name} " in answer.out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"train", "evaluate"}))
def test_every_command_has_help_of_its_own(cli: Cli, name: str) -> None:
    answer = cli(name, "--help")
    assert answer.status == 0
    assert answer.out.startswith(f"usage: briefs-tui {name} ")
    assert COMMANDS[name][1:] in " ".join(answer.out.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such-option"],
        ["import"],
        ["import", "--no-such-option", "x"],
        ["search"],
        ["search", "--limit", "many", "x"],
        ["export", "--format", "no-such-format"],
        ["tags", "superfluous"],
        ["keys", "--xml"],
        ["doctor", "superfluous"],
        ["completion"],
        ["completion", "cmd.exe"],
        ["analyze"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two_with_a_word_on_standard_error(cli: Cli, arguments: list[str]) -> None:
    answer = cli(*arguments)
    assert answer.status == 2
    assert answer.out == ""
    assert "usage: briefs-tui" in answer.err


def test_a_path_that_is_not_there_is_neither_opened_nor_a_command(cli: Cli, home: Path) -> None:
    assert cli("serach").failed_with("serach: there is no such file or folder", "--help")
    assert not home.exists()


def test_the_desk_needs_a_terminal(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli().failed_with("needs a terminal")
    assert cli(tmp_path).failed_with("needs a terminal")

    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert cli().failed_with("dumb terminal")


@pytest.mark.parametrize("name", ["search x", "tags", "export", "doctor --check"])
def test_a_home_that_cannot_be_made_is_one_clear_line(cli: Cli, home: Path, name: str) -> None:
    home.write_text("a file stands where the folder should be")
    answer = cli(*name.split(" "))
    assert answer.status == 1
    assert str(home) in answer.out + answer.err
    assert "Traceback" not in answer.err and len(answer.err.splitlines()) <= 1


@pytest.mark.parametrize("name", ["search", "tags", "export"])
def test_a_library_or_store_that_is_something_else_is_left_alone(
    cli: Cli, home: Path, name: str
) -> None:
    with Store.open(home / "store"):
        foreign = [home / "library.sqlite", *(home / "store").glob("*.log")]
    assert len(foreign) > 1
    for path in foreign:
        path.write_bytes(b"something else entirely\n" * 40)
    answer = cli(name, *(["x"] if name == "search" else []))
    assert answer.status == 1 and len(answer.err.splitlines()) == 1
    assert all(path.read_bytes() == b"something else entirely\n" * 40 for path in foreign)


def test_a_pipe_that_is_closed_is_no_error(home: Path) -> None:
    program = f"{sys.executable} -m tui keys | head -n 1"
    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_stopping_by_hand_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.tags.run", stop)
    assert run(["tags"]) == 1
    assert capsys.readouterr().err == "briefs-tui: Stopped.\n"


def test_no_command_loads_what_it_does_not_need() -> None:
    code = (
        "import sys; from tui.cli import run; run(['tags']); run(['search', 'x']); "
        "run(['export']); sys.exit(bool({'spacy', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_modules_are_named_after_their_commands() -> None:
    assert module_name("import") == "import_" and module_name("tags") == "tags"
    folder = Path(sys.modules["tui.cli"].__file__ or "").parent
    assert all((folder / f"{module_name(name)}.py").is_file() for name in COMMANDS)
