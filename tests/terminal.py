"""A program in a pseudo-terminal, driven and seen from outside as a person does.

The harness plays a modern terminal: it answers what programs ask of one (synchronised output,
device attributes, cursor position, colours) and keeps every byte received with the time of its
arrival. The emulator is fed only when somebody looks at the screen, so timings are of the
program alone. Nothing here sleeps: all waiting is for output, with a deadline.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sysconfig
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte
from pyte.screens import wcwidth

COMMAND = str(Path(sysconfig.get_path("scripts")) / "briefs-tui")
"""The installed command of the environment that the tests run in."""

PATIENCE = float(os.environ.get("TESTS_PATIENCE", "60"))
"""Seconds after which something that was waited for is missing; slow machines need many."""

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    # As a terminal with the kitty keyboard protocol sends it: an ESC alone would have to be
    # told from the beginning of another key by waiting.
    "escape": "\x1b[27u",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
}

_QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p"  # DECRQM: is this mode known?
    rb"|\x1b\[(?P<position>6n)"  # DSR: where is the cursor?
    rb"|\x1b\[(?P<attributes>0?c)"  # DA1: what are you?
    rb"|\x1b\[\?(?P<kitty>u)"  # kitty keyboard protocol: which flags are set?
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"  # OSC 10 and 11: foreground, background
)
# CSI with a private marker that pyte would print in part.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;]*\$?|\][^\x07\x1b]{0,64})?\Z")


class Screen(pyte.Screen):
    """pyte's screen with SU and SD, drawing characters without width as terminals do.

    pyte drops the rest of a run at a joiner or variation selector. Here each code point takes
    the width that it has by itself: a terminal that knows no grapheme clusters, which is the
    one whose columns are bent most easily.
    """

    def scroll_up(self, count: int = 1) -> None:
        self._scroll(count, self.margins.bottom if self.margins else self.lines - 1, self.index)

    def scroll_down(self, count: int = 1) -> None:
        self._scroll(count, self.margins.top if self.margins else 0, self.reverse_index)

    def _scroll(self, count: int, edge: int, step: Callable[[], None]) -> None:
        row, self.cursor.y = self.cursor.y, edge
        for _ in range(count or 1):
            step()
        self.cursor.y = row

    def draw(self, data: str) -> None:
        run = ""
        for character in data:
            if wcwidth(character) == 0:
                super().draw(run)
                run = ""
                self._join(character)
            else:
                run += character
        super().draw(run)

    def _join(self, character: str) -> None:
        line, x = self.buffer[self.cursor.y], self.cursor.x
        while x > 0 and not line[x - 1].data:
            x -= 1  # The second cell of a wide character is empty.
        if x > 0:
            line[x - 1] = line[x - 1]._replace(data=line[x - 1].data + character)


class Stream(pyte.ByteStream):
    """pyte's parser with SU and SD."""

    csi = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"scroll_up", "scroll_down"}


def environment(home: Path, **extra: str) -> dict[str, str]:
    """What a program sees of its surroundings: nothing of the user who runs the tests.

    ``PYTHONPATH`` stays, so that it is the program from the tree that the tests are run from.
    """
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "BRIEFS_HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "OMP_NUM_THREADS": "1",
        **extra,
    }


class Terminal:
    """A terminal of a given size with one program in it."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
        term: str = "xterm-256color",
    ) -> None:
        """Start the program; ``env`` is all of its environment but ``TERM``."""
        self.columns, self.rows = columns, rows
        self.chunks: list[tuple[float, bytes]] = []
        self.raw = bytearray()
        self.started = time.perf_counter()
        self.status: int | None = None
        self._screen = Screen(columns, rows)
        self._stream = Stream(self._screen)
        self._fed = self._answered = 0
        self._open = True
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child becomes another program at once
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(command[0], list(command), {**env, "TERM": term})
            finally:
                os._exit(127)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- the wire ----------------------------------------------------------------------

    def pump(self, timeout: float) -> bool:
        """Take in what arrives within ``timeout`` seconds; False if nothing did."""
        if not self._open or not select.select([self._fd], [], [], max(0.0, timeout))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so when the last program has left the terminal.
            data = b""
        if not data:
            self._open = False
            return False
        self.chunks.append((time.perf_counter(), data))
        self.raw += data
        self._answer()
        return True

    def _answer(self) -> None:
        """Answer the questions in what arrived since the last time."""
        for query in _QUERY.finditer(self.raw, self._answered):
            self._answered = query.end()
            if mode := query["mode"]:
                # Synchronised output is known and off, everything else unknown.
                self.write(b"\x1b[?%s;%d$y" % (mode, 2 if mode == b"2026" else 0))
            elif query["position"]:
                row, column = self.cursor
                self.write(b"\x1b[%d;%dR" % (row + 1, column + 1))
            elif query["attributes"]:
                self.write(b"\x1b[?62;22c")
            elif query["kitty"]:
                self.write(b"\x1b[?0u")
            else:
                self.write(b"\x1b]%s;rgb:1c1c/1c1c/1c1c\x1b\\" % query["colour"])

    def write(self, data: bytes) -> None:
        """Send bytes as the keyboard would."""
        while data and self._open:
            data = data[os.write(self._fd, data) :]

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a name of :data:`KEYS`, ``ctrl+x``, or a character."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.write(bytes([ord(key[-1].upper()) & 0x1F]))
            else:
                self.write(KEYS.get(key, key).encode())

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self.write(text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window; the program gets SIGWINCH."""
        self._feed()
        self.columns, self.rows = columns, rows
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def mark(self) -> int:
        """A place in the stream of bytes, for :meth:`since`."""
        return len(self.raw)

    def since(self, mark: int) -> bytes:
        """The bytes received after a mark."""
        return bytes(self.raw[mark:])

    # -- the screen --------------------------------------------------------------------

    def _feed(self) -> None:
        """Show the emulator all that came, but for half a frame or half a sequence."""
        data = bytes(self.raw[self._fed :])
        if self._open:
            begun, ended = data.rfind(b"\x1b[?2026h"), data.rfind(b"\x1b[?2026l")
            if begun > ended:
                data = data[:begun]
            rest = _UNFINISHED.search(data)
            data = data[: rest.start()] if rest is not None else data
        if data:
            self._fed += len(data)
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, blanks at their ends cut."""
        self._feed()
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines)

    @property
    def cells(self) -> list[list[str]]:
        """The screen cell by cell; the second cell of a wide character is empty."""
        self._feed()
        buffer = self._screen.buffer
        return [[buffer[y][x].data for x in range(self.columns)] for y in range(self.rows)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor, from 0."""
        self._feed()
        return self._screen.cursor.y, self._screen.cursor.x

    # -- waiting -----------------------------------------------------------------------

    def wait_until(
        self, seen: Callable[[], object], what: str = "what was waited for", timeout: float = 0
    ) -> None:
        """Take in output until ``seen()`` is true; fails with the screen after the timeout."""
        deadline = time.monotonic() + (timeout or PATIENCE)
        while not seen():
            left = deadline - time.monotonic()
            arrived = self.pump(min(left, 0.5)) if left > 0 else False
            if not arrived and (left <= 0 or not self._open):
                if seen():
                    return
                ended = "" if self._open else ", and the program has ended"
                raise AssertionError(f"{what} did not come{ended}; the screen:\n{self.text}")

    def wait_for(self, *texts: str, timeout: float = 0) -> None:
        """Wait until the screen shows all these texts."""
        self.wait_until(
            lambda: all(text in (shown := self.text) for text in texts), f"{texts}", timeout
        )

    def wait_gone(self, *texts: str, timeout: float = 0) -> None:
        """Wait until the screen shows none of these texts."""
        self.wait_until(
            lambda: not any(text in self.text for text in texts), f"the end of {texts}", timeout
        )

    def settled(self, quiet: float = 0.25, timeout: float = 0) -> None:
        """Wait until nothing has arrived for ``quiet`` seconds."""
        deadline = time.monotonic() + (timeout or PATIENCE)
        while self.pump(quiet):
            if time.monotonic() > deadline:
                raise AssertionError(f"the output does not end; the screen:\n{self.text}")

    # -- the end -----------------------------------------------------------------------

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def wait_ended(self, timeout: float = 0) -> int:
        """Wait for the program's end; its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + (timeout or PATIENCE)
        while self.status is None:
            self.pump(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise AssertionError(f"the program does not end; the screen:\n{self.text}")
        while self.pump(0):
            pass
        return self.status

    def hang_up(self) -> None:
        """Close the terminal as a lost connection does: the program gets SIGHUP."""
        self._open = False
        os.close(self._fd)
        self._fd = -1

    def close(self) -> None:
        """End the program, if it still runs, and close the terminal."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        if self._fd >= 0:
            self.hang_up()
