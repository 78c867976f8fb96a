"""Messages that cross areas of the desk."""

from __future__ import annotations

from typing import Any

from textual.message import Message


class Answered(Message):
    """The language worker wrote a line: ``ready``, an analysis, or an ``error`` for an id."""

    def __init__(self, answer: dict[str, Any]) -> None:
        """``answer`` is the line as JSON."""
        super().__init__()
        self.answer = answer
