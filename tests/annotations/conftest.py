from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.annotations import Corrections, Notebook
from tui.store import Store


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
