"""Opening the desk in this terminal."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from tui import settings as settings_module


def open_desk(paths: list[str]) -> int:
    """Run the desk on the user's library, or on the files and folders named."""
    problem = _problem(paths)
    if problem:
        from tui.cli.output import fail

        return fail(problem)
    # While everything loads there is nothing to collect, and looking costs a tenth of the start;
    # the desk's first frame switches the collector on again.
    gc.disable()
    settings = settings_module.load()
    from tui.desk.app import Desk

    app = Desk(settings=settings, paths=paths)
    try:
        app.run(mouse=settings.mouse)
    finally:
        app.services.close()
    return 128 + app.ended_by if app.ended_by else app.return_code or 0


def _problem(paths: list[str]) -> str:
    """Why the desk cannot be opened so, or nothing."""
    missing = [path for path in paths if not os.path.lexists(Path(path).expanduser())]
    if missing:
        return f"{missing[0]}: there is no such file or folder, and no such command; see --help."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The desk needs a terminal; see --help for the commands that work in scripts."
    if os.environ.get("TERM", "dumb") == "dumb":
        return "The desk cannot be shown on a dumb terminal; set TERM, or use the commands."
    return ""
