"""The automatic backup: made in the background by a process of its own, once it is due."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tui import home
from tui.settings import Settings

FIRST: Final = 30.0
"""Seconds after the desk's start at which to look, when nobody waits for anything any more."""

AGAIN: Final = 3600.0
"""Seconds until the next look: desks stay open for days."""


async def back_up(folder: Path, settings: Settings) -> str:
    """Make a backup if one is due; what to tell the user, or ``""``.

    Only of the home that the shell commands see too. The process goes on if the desk ends
    first: a backup appears whole or not at all.
    """
    if folder != home.data_folder() or settings.backups < 1:
        return ""
    from tui.exchange.backup import due  # the first frame does not wait for it

    if not due(folder, settings.backup_days, datetime.now(UTC)):
        return ""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tui", "backup", "--automatic"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    _, said = await process.communicate()
    return said.decode(errors="replace").strip().removeprefix("briefs-tui: ")
