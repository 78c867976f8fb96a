"""Taking text out of the desk: through the terminal's clipboard, a register and a file.

OSC 52 asks the terminal in front of the user to put text into its clipboard, over SSH and
through multiplexers too. Whether it does is its own affair and is never answered, so nothing
here claims it; the register and the file hold the text in any case.
"""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tui.text import visible

LIMIT: Final = 74_994
"""Most bytes of base64 that are sent: terminals drop sequences of more than 100,000 bytes or
so, and some of more than this."""

_CHUNK: Final = 240
"""Bytes of one string that GNU Screen passes on; its older versions take 256."""

_SAID: Final = 48
"""Characters of the text that the message repeats, to tell what was taken."""

_WITHOUT: Final = ("linux", "dumb", "vt100", "vt220")
"""Values of TERM of terminals that have no clipboard, and might show the sequence."""


def sequence(text: str, environ: Mapping[str, str]) -> str | None:
    """What to send to the terminal for ``text`` to get into its clipboard.

    None where that cannot work: the terminal is known to have none, or the text is too long.
    ``environ`` tells what stands between the program and the terminal.
    """
    payload = base64.b64encode(text.encode()).decode()
    term = environ.get("TERM", "")
    no_clipboard = term in _WITHOUT or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    if no_clipboard or len(payload) > LIMIT:
        return None
    plain = f"\x1b]52;c;{payload}\x07"
    if "TMUX" in environ or term.startswith("tmux"):
        # The plain one works with tmux's `set-clipboard on`, the other with `allow-passthrough
        # on`; neither can be asked for cheaply, and each is harmless where the other is meant.
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if "STY" in environ:
        return _for_screen(plain)
    if term.startswith("screen"):
        # Screen, or tmux behind an ssh that does not tell: tmux drops what is meant for Screen.
        return plain + _for_screen(plain)
    return plain


def _for_screen(plain: str) -> str:
    chunks = (plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK))
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)


class Clipboard:
    """Where yanked text goes. ``register`` is what was yanked last."""

    def __init__(
        self, file: Path, write: Callable[[str], None], environ: Mapping[str, str] = os.environ
    ) -> None:
        """``file`` is for reading from outside; ``write`` sends to the terminal as it stands."""
        self.register = ""
        self._file = file
        self._write = write
        self._environ = environ

    def yank(self, text: str) -> str:
        """Send text on its ways; the sentence says what is known of where it arrived.

        Control characters become visible stand-ins: what is pasted elsewhere can drive nothing
        there either.
        """
        text = visible(text)
        if not text:
            return "There is nothing to yank here."
        self.register = text
        lost = self._keep(text)
        asked = sequence(text, self._environ)
        if asked is not None:
            self._write(asked)
            way = "through tmux" if "\x1bPtmux;" in asked else "to the clipboard"
            words = " ".join(text.split())
            quoted = words if len(words) <= _SAID else f"{words[:_SAID].rstrip()}…"
            kept = lost or f"it is in {self._file.name}, too"  # The folder is in the README.
            return f"Sent “{quoted}” {way} (if that is allowed); {kept}."
        where = lost or f"it is in {self._file}"
        size = len(text.encode())
        if len(base64.b64encode(text.encode())) > LIMIT:
            return f"Too long for a terminal's clipboard ({size:,} bytes), not sent; {where}."
        return f"This terminal has no clipboard, not sent; {where}."

    def _keep(self, text: str) -> str:
        """Write the file, whole or not at all; says what became of the text where it cannot."""
        temporary = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Not synced: the file is for now, and a key never waits for a disk.
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            with os.fdopen(os.open(temporary, flags, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
            temporary.replace(self._file)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            reason = error.strerror or error
            return f"it is kept until the desk closes ({self._file} cannot be written: {reason})"
        return ""
