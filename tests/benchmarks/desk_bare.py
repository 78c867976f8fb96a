"""The least that a Textual program can be: what the desk's start is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One widget with one word."""

    def compose(self) -> ComposeResult:
        yield Static("bare-and-ready")


if __name__ == "__main__":
    Bare().run()
