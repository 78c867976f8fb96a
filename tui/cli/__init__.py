"""The shell commands, one file each; without one, the desk opens.

Each command is a module with ``add_arguments(parser)`` and ``run(args) -> int``, loaded only when
it is asked for, so that nothing slows the desk's start.
"""

from __future__ import annotations

import importlib
import io
import sys
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    import argparse

COMMANDS = {
    "import": "add articles from files, folders or standard input",
    "search": "find articles by their words",
    "export": "write out what you marked and noted, or the dates that articles name",
    "tags": "list the tags in use",
    "analyze": "print who and when is found in texts",
    "doctor": "check store, library and index, and mend what can be mended",
    "backup": "copy store and library into one dated file",
    "restore": "put a backup back, keeping what is there now beside it",
    "serve": "show the desk in a browser",
    "keys": "print the table of keys",
    "train": "train the entity model",
    "evaluate": "measure pipelines against gold data",
    "completion": "print a shell completion script",
}
"""Names of the shell commands, with their one-line help."""


def make_parser(*names: str) -> argparse.ArgumentParser:
    """The parser with the arguments of the named commands (all have their help line)."""
    import argparse  # The desk starts without it.

    parser = argparse.ArgumentParser(
        prog="briefs-tui",
        description="A reading desk for short analytical articles. Without a command the desk "
        "opens: on your library, or on the files and folders named.",
    )
    parser.add_argument("--version", action="version", version=f"briefs-tui {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND or PATH")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words.capitalize() + ".")
        if name in names:
            importlib.import_module(f"tui.cli.{module_name(name)}").add_arguments(command)
    return parser


def module_name(command: str) -> str:
    """The module of a command; ``import`` is a word of Python's own."""
    return f"{command}_" if command == "import" else command


def run(arguments: list[str]) -> int:
    """Run one shell command; returns the exit status: 0, 1 for failure, 2 for wrong usage."""
    try:
        _finish_restore()
    except _known_errors() as error:
        from tui.cli.output import fail

        return fail(str(error))
    first = arguments[0] if arguments else ""
    if not first or (first not in COMMANDS and not first.startswith("-")):
        return _open_desk(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # Whatever the locale can show.
    args = make_parser(first).parse_args(arguments)
    if args.command is None:
        return _open_desk([])
    command = importlib.import_module(f"tui.cli.{module_name(args.command)}")
    from tui.cli.output import fail

    try:
        status: int = command.run(args)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return fail("Stopped.")
    except _known_errors() as error:
        return fail(str(error))


def _finish_restore() -> None:
    """Go on with a restore that died in the middle, before anything is opened."""
    from tui import home

    if any(home.data_folder().glob("restore-pending-*")):
        from tui.exchange.backup import finish

        finish(home.data_folder())


def _open_desk(paths: list[str]) -> int:
    from tui.cli.desk import open_desk

    try:
        return open_desk(paths)
    except _known_errors() as error:
        from tui.cli.output import fail

        return fail(str(error))


def _known_errors() -> tuple[type[Exception], ...]:
    """The errors whose message is a clear sentence for the user."""
    from tui.annotations import AnnotationError
    from tui.exchange.backup import BackupError
    from tui.library import LibraryError
    from tui.settings import SettingsError
    from tui.store import StoreError

    return (AnnotationError, BackupError, LibraryError, SettingsError, StoreError)
