"""Reports of crashes: where the program was, never what it was reading."""

from __future__ import annotations

import errno
import linecache
import os
import platform
import sqlite3
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tui import __version__

FOLDER: Final = "crashes"
KEPT: Final = 20
"""Reports that are kept; older ones go."""

_LIBRARIES: Final = ("textual", "rich", "tinydb")
_TERMINAL: Final = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE")
_PRESENT: Final = ("TMUX", "STY", "SSH_CONNECTION", "TEXTUAL_DRIVER")
_ROOT: Final = Path(__file__).parent.parent.parent


def write_report(
    error: BaseException, folder: Path, environ: Mapping[str, str] = os.environ
) -> str:
    """Write a report on ``error`` into ``folder``'s crashes; one sentence on where it is.

    It holds the places in the code, versions, and facts of the terminal. Messages of errors and
    values of variables are left out, since they may quote articles, notes and names. Never
    raises: the sentence says where no report could be written.
    """
    said = "briefs-tui stopped because of a mistake of its own; what it had confirmed is kept."
    now = datetime.now(UTC)
    try:
        crashes = folder / FOLDER
        crashes.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = crashes / f"crash-{now:%Y%m%dT%H%M%S%fZ}.txt"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(report(error, now, environ))
        for old in sorted(crashes.glob("crash-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as failed:
        reason = failed.strerror or failed
        return f"{said} No report could be written to {folder / FOLDER}: {reason}."
    return f"{said} The report, without any text of yours, is in {path}."


def report(error: BaseException, now: datetime, environ: Mapping[str, str]) -> str:
    """The text of a report."""
    facts = [
        f"time: {now.isoformat(timespec='seconds')}",
        f"briefs-tui {__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}",
        ", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
        f"system: {platform.system()} {platform.release()} {platform.machine()}",
        "terminal: " + ", ".join(f"{name}={environ.get(name, '(unset)')}" for name in _TERMINAL),
        "around: " + (", ".join(name for name in _PRESENT if name in environ) or "nothing known"),
        f"size: {_size()}",
    ]
    return "\n".join([*facts, "", *_chain(error), ""])


def _size() -> str:
    try:
        size = os.get_terminal_size(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (OSError, ValueError):
        return "unknown"
    return f"{size.columns}x{size.lines}"


def _chain(error: BaseException | None, depth: int = 0) -> Iterator[str]:
    """An error and those that led to it, the latest first."""
    seen: set[int] = set()
    words = "error"
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        indent = "  " * depth
        yield f"{indent}{words}: {_name(error)}"
        for frame, line in traceback.walk_tb(error.__traceback__):
            code = frame.f_code
            yield f"{indent}  {_place(code.co_filename)}:{line} in {code.co_name}"
            source = linecache.getline(code.co_filename, line).strip()
            if source:
                yield f"{indent}      {source}"
        if isinstance(error, BaseExceptionGroup) and depth < 3:
            for inner in error.exceptions:
                yield from _chain(inner, depth + 1)
        words = "caused by" if error.__cause__ else "while handling"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _name(error: BaseException) -> str:
    """The kind of an error, and what of its message can only be the system's words."""
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError):
        return f"{name} ({errno.errorcode.get(error.errno or 0, 'unknown')})"
    if isinstance(error, sqlite3.Error):
        return f"{name} ({getattr(error, 'sqlite_errorname', 'unknown')})"
    return name


def _place(name: str) -> str:
    """A file's path without what is before the package: that names people and their folders."""
    path = Path(name)
    for parent in path.parents:
        if parent.name in ("site-packages", "dist-packages") or parent == _ROOT:
            return path.relative_to(parent).as_posix()
    return path.name
