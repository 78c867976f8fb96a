"""A home and its backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exchange.backups import NOW, fill, state
from tui.exchange.backup import create


@pytest.fixture
def backed_up(home: Path) -> tuple[Path, Path, dict[str, Any]]:
    """A home, its backup, and the state that is in it."""
    fill(home)
    path, _ = create(home, now=NOW)
    return home, path, state(home)
