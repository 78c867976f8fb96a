"""For all tests: nothing of the person who runs them is read, changed or shown."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.annotations import Corrections, Notebook
from tui.store import Store

UNSET = ("COLORTERM", "NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL", "COLUMNS", "LINES")
"""Variables that would change what programs show or start."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ``BRIEFS_HOME`` of the test's own, not made yet; a neutral terminal, clock and language."""
    folder = tmp_path / "home"
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BRIEFS_HOME", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield folder
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store") as store:
        yield store


@pytest.fixture
def notebook(store: Store) -> Notebook:
    return Notebook(store)


@pytest.fixture
def corrections(store: Store) -> Corrections:
    return Corrections(store)
