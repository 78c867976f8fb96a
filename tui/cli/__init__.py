"""The shell commands, one file each."""

from __future__ import annotations

from tui import __version__


def run(arguments: list[str]) -> int:
    """Run one shell command; returns the exit status."""
    if arguments == ["--version"]:
        print(f"briefs-tui {__version__}")
    return 0
