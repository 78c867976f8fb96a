"""A day at the desk, from outside: what is decided, tagged, marked and noted is all kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import ARTICLES, STAMPED, UNDATED, Start
from tests.terminal import COMMAND, Terminal, environment

NOTE = "Ask [MP] twice: who gains?"


def shell(home: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a shell command says, as JSON Lines."""
    done = subprocess.run(
        [COMMAND, *arguments], env=environment(home), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def open_stamped(desk: Terminal) -> None:
    """Open the stamped article from the list that shows both."""
    desk.wait_for("Warsaw and Minsk", "Minsk offers")
    desk.press("j", "enter")
    desk.wait_for("March 14, 2016 17:05")


def leave(desk: Terminal) -> None:
    desk.press("q")
    assert desk.wait_ended() == 0


def test_articles_are_shown_with_who_and_when(start: Start) -> None:
    desk = start(ARTICLES)
    open_stamped(desk)
    desk.wait_for("1 Actors", "2 Dates", "2012-10")
    assert "ref 2016-03-14 17:05 (stamp)" in desk.text
    assert "another article · ref 2017-10-02" in desk.text
    # The caption's Cyrillic name and the text's Latin one are one person.
    desk.wait_for("Statkevich ×2", "Мікола Статкевіч")
    desk.press("K")  # Advances; there is no further article, so go back for the other one.
    desk.wait_for("u undoes")
    desk.press("h", "k", "enter")
    desk.wait_for("ref none (no date found)", "Bruzgi", "XXXX-06-06", "year unknown")
    leave(desk)


def test_all_that_was_done_is_there_the_next_day(start: Start, home: Path) -> None:
    desk = start(ARTICLES, rows=80)  # Room for the notes below all actors and dates.
    open_stamped(desk)
    desk.press("v")
    desk.wait_for("highlight")  # The footer of marking.
    desk.press("c")
    desk.wait_for("Note on the passage")
    desk.type(NOTE)
    desk.press("enter")
    desk.wait_for("Noted", "u undoes", NOTE)
    desk.press("t")
    desk.wait_for("economy, prisoners")
    desk.type("talks, Gazprom’s price")
    desk.press("enter")
    desk.wait_for("Tagged", "(stamp) · #talks")
    desk.press("K")
    desk.wait_for("Kept", "1 done · 1 left")

    desk.press("u")
    desk.wait_for("Undone: Kept", "0 done · 2 left")
    desk.press("u")
    desk.wait_for("Undone: Tagged")
    assert "#talks" not in desk.text
    desk.press("u")
    desk.wait_for("Undone: Noted")
    assert NOTE not in desk.text
    for words in ("Noted", "Tagged", "Kept"):
        desk.press("ctrl+r")
        desk.wait_for(f"Done again: {words}")
    desk.wait_for(NOTE, "#talks", "1 done · 1 left")
    desk.press("u")
    desk.wait_for("Undone: Kept")
    desk.press("ctrl+r")
    desk.wait_for("Done again: Kept")
    leave(desk)

    again = start(rows=80)
    again.wait_for("inbox", "Warsaw and Minsk")
    assert "Minsk offers" not in again.text
    again.press("v")
    again.wait_for("dismissed")
    again.type("kept")
    again.press("enter")
    again.wait_for("Minsk offers", "✓", "✎1", "#talks")
    again.press("enter")
    again.wait_for(NOTE, "ref 2016-03-14 17:05 (stamp) · #talks")
    again.press("u")
    again.wait_for("Undone: Kept")
    again.press("ctrl+r")
    again.wait_for("Done again: Kept")
    leave(again)

    (note,) = shell(home, "export", "--format", "jsonl")
    assert note["note"] == NOTE and note["quote_checked"]
    assert note["article"]["title"] == STAMPED and note["article"]["triage"] == "kept"
    assert note["article"]["tags"] == ["talks", "Gazprom’s price"]
    assert {line["tag"]: line["uses"] for line in shell(home, "tags", "--json")} == {
        "talks": 1,
        "Gazprom’s price": 1,
    }


def test_a_kill_in_the_middle_loses_nothing_that_was_confirmed(start: Start, home: Path) -> None:
    desk = start(ARTICLES)
    open_stamped(desk)
    desk.press("s")
    desk.wait_for("★")
    desk.press("c")
    desk.wait_for("Note on “")
    desk.type("half a thought")
    desk.wait_for("half a thought")
    desk.settled()  # The draft is written behind the keys.
    desk.signal(signal.SIGKILL)
    assert desk.wait_ended() == -signal.SIGKILL

    again = start(ARTICLES)
    open_stamped(again)
    again.wait_for("★")
    again.press("c")
    again.wait_for("half a thought")
    again.type(", finished")
    again.press("enter")
    again.wait_for("Noted", "half a thought, finished")
    again.signal(signal.SIGKILL)
    again.wait_ended()
    (note,) = shell(home, "export")
    assert note["note"] == "half a thought, finished"


def test_the_place_in_an_article_is_kept(start: Start) -> None:
    desk = start(ARTICLES, columns=80, rows=16)
    open_stamped(desk)
    desk.press("ctrl+d", "ctrl+d")
    desk.wait_gone("March 14, 2016 17:05")
    desk.settled()
    first = desk.lines[1]
    leave(desk)
    again = start(ARTICLES, columns=80, rows=16)
    again.wait_for("Minsk offers")
    again.press("j", "enter")
    again.wait_until(lambda: again.lines[1] == first, "the same first line")
    leave(again)


def test_two_desks_on_one_store_see_each_other(start: Start, home: Path) -> None:
    one = start(ARTICLES)
    one.wait_for("Warsaw and Minsk", "Minsk offers")
    two = start(ARTICLES)
    two.wait_for("Warsaw and Minsk", "Minsk offers")
    one.press("K")
    one.wait_for("Kept", "1 done · 1 left")
    two.press("j", "x")
    two.wait_for("Dismissed", "2 done · 0 left")
    two.press("u")  # One's own change only, though the other desk's is no older.
    two.wait_for("Undone: Dismissed", "1 done · 1 left")
    one.press("ctrl+l")
    one.wait_for("1 done · 1 left")
    leave(one)
    leave(two)
    everything = {article["title"]: article for article in shell(home, "search", "--json", "Minsk")}
    assert set(everything) == {STAMPED, UNDATED}


@pytest.fixture
def read_only(home: Path) -> Iterator[list[str]]:
    """A command that starts another one, for which the home cannot be written."""
    if os.geteuid() == 0:  # Whom no modes bind.
        mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
        through = ["unshare", "--mount", "sh", "-c", mount, str(home)]
        home.mkdir()
        if subprocess.run([*through, "true"], check=False).returncode:
            pytest.skip("the superuser may write everywhere, and may not mount here")
        yield through
    else:
        lock = 'chmod -R a-w "$0" && exec "$@"'
        yield ["sh", "-c", lock, str(home)]
        for path in [home, *home.rglob("*")]:
            path.chmod(0o700)


def test_a_home_that_cannot_be_written_is_said_so(start: Start, read_only: list[str]) -> None:
    desk = start(ARTICLES)
    open_stamped(desk)
    leave(desk)
    again = start(through=read_only)
    again.wait_for("Minsk offers")
    again.press("K")
    again.wait_for("cannot be written")
    again.press("j", "enter")
    again.wait_for("March 14, 2016 17:05")
    leave(again)


def refused(home: Path, *arguments: str, **variables: str) -> str:
    """The one sentence with which the program does not start."""
    env = environment(home, TERM="xterm-256color") | variables
    done = subprocess.run(
        [COMMAND, *arguments], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("briefs-tui: ") and line.endswith(".")
    return line


def test_without_a_terminal_there_is_one_sentence(home: Path) -> None:
    assert "terminal" in refused(home)
    assert not home.exists()


def one_sentence(terminal: Terminal) -> str:
    """All that the program printed before it ended with status 1, unwrapped."""
    assert terminal.wait_ended() == 1
    assert b"\x1b" not in terminal.raw
    text = terminal.raw.decode().strip()
    assert "\n" not in text and text.startswith("briefs-tui: ")
    return text


def test_on_a_dumb_terminal_there_is_one_sentence(start: Start) -> None:
    assert "dumb terminal" in one_sentence(start(term="dumb"))


@pytest.mark.parametrize(
    "settings", ["theme = [", "colour = 1", 'measure = "wide"', "\x00", "theme = 'no such'"]
)
def test_broken_settings_are_one_sentence(start: Start, home: Path, settings: str) -> None:
    home.mkdir()
    (home / "config.toml").write_text(settings)
    assert "config.toml" in one_sentence(start())


def test_paths_that_are_not_there_are_one_sentence(start: Start) -> None:
    assert "no such file" in one_sentence(start("./nowhere"))


def test_a_name_of_a_command_is_a_path_with_a_dot(start: Start, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "a.txt").write_text((ARTICLES / "undated.txt").read_text())
    desk = start("./search", cwd=tmp_path)
    desk.wait_for("Warsaw and Minsk", "from ./search")
    leave(desk)
