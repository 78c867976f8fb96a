"""``briefs-tui completion``: a completion script for the shell."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For which shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def run(args: argparse.Namespace) -> int:
    """Print the script: ``eval "$(briefs-tui completion bash)"``."""
    import shtab

    from tui.cli import COMMANDS, make_parser

    print(shtab.complete(make_parser(*COMMANDS), args.shell))
    return 0
