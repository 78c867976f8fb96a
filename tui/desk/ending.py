"""An application that ends well: after a signal, a lost connection, a mistake, a suspension.

Textual restores the terminal when its message loop ends, however it ends. So a signal ends the
loop instead of the process, and where even that does not work out in time, the terminal is put
right from beside it.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
from functools import partial
from pathlib import Path
from typing import Any, Final

from rich.text import Text

from tui.desk.typeahead import TypeAheadApp

PATIENCE: Final = 10.0
"""Seconds that an orderly end may take after a signal."""

RESTORE: Final = (
    "\x1b[?2026l"  # synchronised output: show what is held back
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse
    "\x1b[?2004l\x1b[?1004l\x1b[?2048l"  # bracketed paste, focus and size reports
    "\x1b[r\x1b[?7h\x1b[<u"  # scroll region, line wrap, kitty keyboard protocol
    "\x1b[0m\x1b[?1049l\x1b[?25h"  # colours, main screen, cursor
)
"""Takes back everything that Textual 8.2.8 or this program asks of a terminal."""

_SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)
_STDIN: Final = 0


class EndingApp(TypeAheadApp, inherit_bindings=False):
    """Ends on SIGTERM and SIGHUP like on quit, and reports a crash in one sentence.

    ``ended_by`` is the signal that ended it, or 0: a shell expects 128 more as exit status.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` takes the reports of crashes."""
        super().__init__()
        self.ended_by = 0
        self._reports = folder
        self._attributes: list[Any] | None = None

    def leave(self) -> None:
        """End once all that was begun is kept; to be overridden by what knows of that."""
        self.exit()

    # Signals

    def on_load(self) -> None:
        """Take the signals before the terminal is changed."""
        self._take_signals()

    def on_mount(self) -> None:
        """Take them back from drivers that take them too, and see to coming back."""
        self._take_signals()
        self.app_resume_signal.subscribe(self, self._draw_again)

    def _take_signals(self) -> None:
        if self.is_headless or threading.current_thread() is not threading.main_thread():
            return  # a test's, or embedded: the process is not ours
        if self._attributes is None and os.isatty(_STDIN):
            self._attributes = termios.tcgetattr(_STDIN)
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        if self.ended_by:  # asked twice: at once, then
            self._force(number)
        self.ended_by = number
        watchdog = threading.Timer(PATIENCE, partial(self._force, number))
        watchdog.daemon = True
        watchdog.start()
        if not self.is_web and not os.isatty(_STDIN):
            _let_go_of_terminal()
        self.leave()

    def _force(self, number: int) -> None:
        restore_terminal(self._attributes)
        os._exit(128 + number)

    # Coming back

    def _draw_again(self, _: object) -> None:
        """After ``fg`` Textual repaints nothing by itself (Textualize/textual #6298)."""
        self.screen.refresh(layout=True)

    # Mistakes

    def _handle_exception(self, error: Exception) -> None:
        """One sentence and a report, in place of Textual's traceback.

        That one shows the values of variables, and so texts and notes, to whoever looks over
        the shoulder or gets the terminal's log.
        """
        if self._exception is not None:
            return  # what follows from the first is in the first's report
        self._return_code = 1
        self._exception = error
        self._exception_event.set()
        from tui.desk.crash import write_report  # Needed once, if ever.

        self.panic(Text(write_report(error, self._reports)))


def restore_terminal(attributes: list[Any] | None, descriptor: int = 2) -> None:
    """Put the terminal right without Textual: main screen, cursor, cooked, nothing reported.

    ``attributes`` are those that :func:`termios.tcgetattr` gave before. Does what can be done,
    and never waits for a terminal that takes no more output.
    """
    try:
        if os.isatty(descriptor) and select.select([], [descriptor], [], 0.5)[1]:
            os.write(descriptor, RESTORE.encode())
        if attributes is not None:
            termios.tcsetattr(_STDIN, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        pass  # it is gone


def _let_go_of_terminal() -> None:
    """The terminal has hung up: what is still drawn goes nowhere instead of failing.

    Textual writes on a thread that ends with the first error, and then waits for it for ever.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
