"""The desk's driver: every frame leaves in one piece.

Textual hands the beginning, the cells and the end of a frame one by one to a thread that writes
what it finds, and a scroll would go ahead of all. On a line each may then be a packet of its own:
the last of a key's bytes come later than they could, and a scroll shows before its new line.
"""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output, as Textual writes it: the terminal shows nothing in between."""


class FrameDriver(LinuxDriver):
    """Textual's driver, but for when things are written."""

    _held = ""
    _frame: list[str] | None = None

    def hold(self, data: str) -> None:
        """Send ``data`` right before whatever is written next; of a frame it is the first part."""
        self._held += data

    def write(self, data: str) -> None:
        """Send data, that of a frame at the frame's end."""
        if data == BEGIN:
            self._frame = []
            return
        data, self._held = self._held + data, ""
        if self._frame is None:
            super().write(data)
            return
        self._frame.append(data)
        if data.endswith(END):
            frame, self._frame = "".join(self._frame), None
            super().write(BEGIN + frame)
