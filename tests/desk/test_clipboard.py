"""Yanked text on its way out: what is sent, what is kept, and what is claimed."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.desk.clipboard import LIMIT, Clipboard, sequence

XTERM = {"TERM": "xterm-256color"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
SCREEN = {"TERM": "screen", "STY": "1.pts-0.host"}
UNKNOWN = {"TERM": "screen-256color"}  # behind an ssh that does not pass TMUX or STY on

OSC_52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def sent(text: str, environ: dict[str, str]) -> str:
    found = sequence(text, environ)
    assert found is not None
    return found


def clipboard_after(stream: str) -> list[str]:
    """What a terminal would put into its clipboard."""
    return [base64.b64decode(payload).decode() for payload in OSC_52.findall(stream)]


def passed_by_tmux(stream: str) -> str:
    """What tmux passes on with allow-passthrough."""
    found = re.findall(r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\", stream)
    return "".join(found).replace("\x1b\x1b", "\x1b")


def passed_by_screen(stream: str) -> str:
    """What GNU Screen passes on: the strings, none longer than it takes."""
    found = re.findall(r"\x1bP(.*?)\x1b\\", stream, re.DOTALL)
    assert all(len(string) <= 250 for string in found)
    return "".join(found)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=2000))
def test_text_arrives_whole_through_anything(text: str) -> None:
    assert clipboard_after(sent(text, XTERM)) == [text]
    assert clipboard_after(sent(text, TMUX).split("\x1bP")[0]) == [text]
    assert clipboard_after(passed_by_tmux(sent(text, TMUX))) == [text]
    assert clipboard_after(passed_by_screen(sent(text, SCREEN))) == [text]
    assert clipboard_after(sent(text, UNKNOWN).split("\x1bP")[0]) == [text]
    assert clipboard_after(passed_by_screen(sent(text, UNKNOWN))) == [text]


@given(st.text(max_size=300))
def test_nothing_but_the_sequence_itself_is_control(text: str) -> None:
    """However hostile the text: base64 holds no control character."""
    for environ in (XTERM, TMUX, SCREEN, UNKNOWN):
        stream = sent(text.encode("utf-8", "replace").decode(), environ)
        rest = re.sub(r"\x1bPtmux;|\x1b\x1b\]52;c;|\x1b\]52;c;|\x1bP|\x1b\\|\x07", "", stream)
        assert re.fullmatch(r"[A-Za-z0-9+/=]*", rest)


def test_what_is_too_long_is_not_sent() -> None:
    longest = LIMIT // 4 * 3
    assert sequence("x" * longest, XTERM) is not None
    assert sequence("x" * (longest + 1), XTERM) is None


@pytest.mark.parametrize(
    "environ", [{"TERM": "linux"}, {**XTERM, "TERM_PROGRAM": "Apple_Terminal"}]
)
def test_a_terminal_without_clipboard_gets_nothing(environ: dict[str, str]) -> None:
    assert sequence("text", environ) is None


def yanked(tmp_path: Path, text: str, environ: dict[str, str]) -> tuple[str, list[str], Clipboard]:
    wire: list[str] = []
    clipboard = Clipboard(tmp_path / "data" / "yanked.txt", wire.append, environ)
    return clipboard.yank(text), wire, clipboard


def test_yanking_sends_keeps_and_says_no_more_than_is_known(tmp_path: Path) -> None:
    file = tmp_path / "data" / "yanked.txt"
    message, wire, clipboard = yanked(tmp_path, "Сказал он.", XTERM)
    said = "Sent “Сказал он.” to the clipboard (if that is allowed); it is in yanked.txt, too."
    assert message == said
    assert clipboard_after("".join(wire)) == ["Сказал он."]
    assert clipboard.register == file.read_text(encoding="utf-8") == "Сказал он."
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    clipboard.yank("Another")
    assert clipboard.register == file.read_text() == "Another"
    assert [path.name for path in file.parent.iterdir()] == ["yanked.txt"]


def test_the_way_through_tmux_is_named(tmp_path: Path) -> None:
    assert "through tmux (if that is allowed)" in yanked(tmp_path, "text", TMUX)[0]


def test_of_a_long_text_only_the_beginning_is_repeated(tmp_path: Path) -> None:
    message = yanked(tmp_path, "Minsk  waits\n" * 1000, XTERM)[0]
    assert message.startswith("Sent “Minsk waits Minsk waits ") and "…” to the" in message
    assert len(message) < 130


def test_what_is_not_sent_is_said_and_kept(tmp_path: Path) -> None:
    message, wire, clipboard = yanked(tmp_path, "ж" * 40_000, XTERM)
    assert message.startswith("Too long for a terminal's clipboard (80,000 bytes), not sent; it")
    assert wire == []
    assert len((tmp_path / "data" / "yanked.txt").read_text(encoding="utf-8")) == 40_000
    assert yanked(tmp_path, "x", {"TERM": "linux"})[0].startswith("This terminal has no clipboard")
    assert len(clipboard.register) == 40_000


def test_control_characters_are_yanked_as_stand_ins(tmp_path: Path) -> None:
    """Pasted into a shell, a newline runs what stands before it; an escape could do worse."""
    _, wire, clipboard = yanked(tmp_path, "a\x1b]0;title\x07\r\x9b31mb\u202ec\n\td", XTERM)
    assert clipboard.register == clipboard_after("".join(wire))[0]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", clipboard.register)
    assert clipboard.register.endswith("c\n\td")


def test_nothing_yanked_leaves_the_register_alone(tmp_path: Path) -> None:
    _, wire, clipboard = yanked(tmp_path, "kept", XTERM)
    wire.clear()
    assert clipboard.yank("") == "There is nothing to yank here."
    assert (clipboard.register, wire) == ("kept", [])


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    message, wire, clipboard = yanked(tmp_path, "text", XTERM)
    assert "cannot be written: " in message
    assert clipboard_after("".join(wire)) == ["text"]
    assert clipboard.register == "text"
