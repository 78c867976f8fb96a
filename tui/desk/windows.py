"""What the windows over the desk share: their styles, read with the first of them."""

from __future__ import annotations

from pathlib import PurePath

from tui import home

STYLES: list[str | PurePath] = [str(home.carried("styles") / "windows.tcss")]
"""Paths of the style sheets of windows."""
