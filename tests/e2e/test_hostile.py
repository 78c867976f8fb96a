"""Foreign text is never trusted: nothing of it drives the terminal, in any view or command.

Every view and every shell command shows the planted text in a pseudo-terminal. What is proved on
the bytes: apart from the few control sequences that the desk itself needs there is no control
character at all. And on the screen: borders stand in one column, words in brackets as written.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.hostile import BRACKETS, hostile, trespasses
from tests.terminal import COMMAND, Terminal, environment
from tui.annotations import Notebook, make_selector
from tui.library import Library, View
from tui.store import Store

TITLE = hostile("TITLE").replace("\r", "")  # A return ends the first line.


def file_name(place: str) -> str:
    """A name that a file system takes: no slash, no NUL, at most 255 bytes."""
    return hostile(place).replace("/", "_").replace("\0", "").encode()[:200].decode(errors="ignore")


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hostile name and hostile articles in it, and some plain ones."""
    folder = tmp_path_factory.mktemp("pile") / file_name("FOLDER")
    folder.mkdir()
    text, source = hostile("TEXT"), json.dumps(hostile("SOURCE"))
    paragraphs = "\n\n".join(f"Again. {hostile(f'BODY{n}')}" for n in range(8))
    stamp = "September {} 2014\n\nAlexander Lukashenko in Minsk.".format
    texts = {
        "a.txt": f"{TITLE}\n\n{stamp('9,')} {text}\n\n{paragraphs}\n",
        "b.md": f"---\ntitle: {json.dumps(hostile('YAML'))}\nsource: {source}\ndate: 2014-09-08\n"
        "---\nLukashenko again.\n",
        f"{file_name('FILE')}.txt": f"A plain title\n\n{stamp('7,')}\n",
        "long.txt": f"A long line\n\n{stamp('6,')}\n\n{'word ' * 40_000}\n\n{'x' * 200_000}",
        "title.txt": f"{'T' * 200_000}\n\n{stamp('5,')} That was it.\n",
    }
    for name, words in texts.items():
        (folder / name).write_text(words, encoding="utf-8", newline="")
    # Bytes that are C1 controls in ISO 8859, in a text and (not even UTF-8) in a name.
    raw = (
        b"Raw bytes\n\nSeptember 4, 2014\n\nnone \x9b31mRAWCSI \x9d0;RAWOSC\x9c \x85 \xef\xf0\xe8\n"
    )
    (folder / "raw.txt").write_bytes(raw)
    named = folder / os.fsdecode(b"raw \x9b31mRAWNAME \xff.txt")
    named.write_text(f"A raw name\n\n{stamp('3,')}\n")
    return folder


@pytest.fixture(scope="module")
def kept(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pile in a library, with notes, tags and highlights on its worst article."""
    home = tmp_path_factory.mktemp("kept") / "home"
    subprocess.run(
        [COMMAND, "import", str(pile)], env=environment(home), check=True, capture_output=True
    )
    with Store.open(home / "store") as store, Library(home / "library.sqlite") as library:
        notebook, listing = Notebook(store), library.listing
        row = next(r for r in listing.rows(listing.keys(View())) if "SGRTITLE" in r.title)
        version = library.text(row.article)
        assert version is not None
        selector = make_selector(version.text, 0, len(TITLE), version.id)
        tags = [hostile(place)[:90] for place in ("TAG", "TAGTOO")]
        note = f"{hostile('NOTE')}\n{hostile('NOTELINE')}"
        notebook.tag([row.article], tags)
        notebook.annotate(row.article, selector, note=note, tags=tags)
        notebook.annotate(row.article, note=note)
    return home


@pytest.fixture
def library(home: Path, kept: Path) -> Path:
    """A library of the test's own to do with as it likes."""
    return shutil.copytree(kept, home)


class Watch:
    """Presses keys, and looks at the screen each time."""

    def __init__(self, desk: Terminal) -> None:
        self.desk = desk

    def press(self, *keys: str, shows: str) -> None:
        """Press keys and wait for some text; the panes' borders must stand straight."""
        self.desk.press(*keys)
        self.see(shows)

    def press_until(self, *keys: str, shows: str) -> None:
        """Press keys again and again until they show some text."""

        def pressed() -> bool:
            if shows not in self.desk.text:
                self.desk.press(*keys)
                self.desk.settled(0.5)
            return shows in self.desk.text

        self.desk.wait_until(pressed, shows)
        self.straight()

    def see(self, shows: str) -> None:
        self.desk.wait_for(shows)
        self.straight()

    def command(self, words: str, shows: str) -> None:
        """Run a command by its name."""
        self.desk.press(":")
        self.desk.wait_for("a command")
        self.desk.type(words)
        self.press("enter", shows=shows)

    def close(self, window: str) -> None:
        """Leave a window or prompt with Esc, and wait until these words of it are gone."""
        self.desk.press("escape")
        self.desk.wait_gone(window)
        self.straight()

    def straight(self) -> None:
        """Every row of the panes has its borders where the first one has them, or a window's."""
        rows = self.desk.cells[1:-1]
        lines = [[x for x, cell in enumerate(row) if cell in "│╭╮╰╯" and cell] for row in rows]
        panes = {tuple(line) for line in lines if line}
        expected = {120: 2, 80: 0}[self.desk.columns]
        whole = max(panes, key=lambda line: sum(line == tuple(x) for x in lines), default=())
        if expected and len(whole) == expected:
            window = {x for line in panes - {whole} for x in line} - set(whole)
            assert len(window) in (0, 2), f"bent columns {panes}:\n{self.desk.text}"
        for row in self.desk.cells:
            assert len(row) == self.desk.columns


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36)])
def test_every_view(start: Start, library: Path, columns: int, rows: int) -> None:
    desk = start(columns=columns, rows=rows)
    see = Watch(desk)
    see.see("A plain title")
    see.press("g", "g", shows="␛[3;45m")
    for words in ("A raw name", "A long line", "TTTT…"):
        assert words in desk.text
    see.press("K", shows="Kept “␛[3;45mSGRTITLE")
    see.press("u", shows="Undone: Kept “␛[3;45mSGRTITLE")
    see.press("g", "g", "t", shows="Tags [3;45mSGRTAG")
    see.close("Tags [")
    see.command("correct the title", shows="Title ␛[3;45mSGRTITLE")
    see.close("Title ␛")
    see.command("messages", shows="Kept “␛[3;45mSGRTITLE")
    see.close("Kept “␛[3;45mSGRTITLE")
    # The reader, to the last line.
    see.press("g", "g", "enter", shows="OSC52TITLE")
    see.press("}", shows="▎")
    for _ in range(12):
        desk.press("space")
        desk.settled(0.1)
        see.straight()
    assert "ENDBODY7" in desk.text and "👨·👩·👧" in desk.text
    for words in BRACKETS:
        assert words in desk.text
    see.press_until("g", "g", "]", "d", shows="DATE  2014-09-09")  # When it is analysed.
    see.press("g", "g", "]", "e", shows="w: why")
    see.press("w", shows="found by")
    see.close("found by")
    desk.press("f")
    desk.settled()
    see.straight()
    desk.press("escape")
    desk.settled()
    desk.press("/")
    desk.wait_gone("K keep")  # The prompt stands where the hints were.
    desk.type("ENDBODY3")
    see.press("enter", shows="1 of 1")
    see.close("1 of 1")
    see.press("c", shows="Note on")
    see.close("Note on")
    # The panel, and the note editor with what is in it already.
    see.press("g", "g", "tab", shows="1 Actors")
    see.press("3", shows="3 Notes")
    see.press("c", shows="Edit the note")
    see.close("Edit the note")
    see.press("t", shows="Tags")
    see.close("Tags")
    see.press("?", shows="Help")
    see.press("/", shows="filter:")
    desk.type("[e")
    see.see("Previous entity")
    see.press("escape", shows="/ filters")
    see.close("/ filters")
    # What a terminal pastes goes into prompts as it stands, but for ESC.
    see.press("S", shows="Search")
    desk.type(f"\x1b[200~{hostile('PASTE').replace(chr(27), '').replace(chr(0), '')}\x1b[201~")
    desk.settled()
    see.press("enter", shows="all, “")
    see.press("escape", shows="A plain title")
    see.press("A", shows="␛[3;45mSGRNOTE")
    see.press("escape", shows="A plain title")
    # Lines and titles of 200,000 characters, the second from the end of the list.
    see.press("G", "k", "k", "k", shows="A long line")
    see.press("enter", shows="word word word")
    see.press("G", shows="xxxxxxxx")
    see.press("h", "j", "enter", shows="TTTTTTTTTTTTTTTT")
    see.press("G", shows="That was it.")
    desk.press("q")
    assert desk.wait_ended() == 0
    assert trespasses(bytes(desk.raw)) == []


def test_paths_with_hostile_names(start: Start, pile: Path) -> None:
    desk = start(f"./{pile.name}", cwd=pile.parent)
    Watch(desk).see("SGRFOLDER")
    desk.wait_for("A plain title")
    desk.press("q")
    assert desk.wait_ended() == 0
    assert trespasses(bytes(desk.raw)) == []


def test_a_click_runs_nothing(start: Start, home: Path, library: Path) -> None:
    (home / "config.toml").write_text("mouse = true\n")
    desk = start()
    desk.wait_for("␛[3;45mSGRTITLE")
    desk.press("g", "g", "enter")
    desk.wait_for("[@click=app.quit]x[/]")
    desk.settled()
    row = next(y for y, line in enumerate(desk.lines) if "[@click=app.quit]x[/]" in line)
    column = "".join(cell or " " for cell in desk.cells[row]).index("x[/]")
    for button in ("M", "m"):
        desk.type(f"\x1b[<0;{column + 1};{row + 1}{button}")
    desk.press("?")
    desk.wait_for("Help")


COMMANDS = {
    "import": ("import", "PILE"),
    "import as JSON": ("import", "--json", "PILE"),
    "import of a name that is none": ("import", file_name("NOWHERE")),
    "search": ("search", "lukashenko"),
    "search as JSON": ("search", "--json", "lukashenko"),
    "search for it": ("search", hostile("QUERY").replace("\0", "")),
    "export": ("export",),
    "export as Markdown": ("export", "--format", "markdown"),
    "export of a tag": ("export", "--tag", hostile("TAG").replace("\0", "")[:80]),
    "tags": ("tags",),
    "tags as JSON": ("tags", "--json"),
    "analyze": ("analyze", "PILE/a.txt", "PILE/raw.txt"),
    "analyze as JSON": ("analyze", "--jsonl", "PILE/a.txt"),
    "doctor": ("doctor",),
    "doctor as JSON": ("doctor", "--json"),
    "keys": ("keys",),
    "keys as JSON": ("keys", "--json"),
    "a path that is none": (file_name("NOPATH"),),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_every_shell_command(
    start: Start, library: Path, pile: Path, arguments: tuple[str, ...]
) -> None:
    shell = start(*(a.replace("PILE", str(pile)) for a in arguments))
    assert shell.wait_ended() in (0, 1)
    shown = bytes(shell.raw).replace(b"\r\x1b[K", b"")  # Progress clears its line.
    assert trespasses(shown) == []
    assert b"Traceback" not in shown
    if "--json" in arguments or "--jsonl" in arguments:
        for line in shown.decode().split("\r\n"):
            assert not line or json.loads(line)
