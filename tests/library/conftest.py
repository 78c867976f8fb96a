from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.library import Added, Document, Library
from tui.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "library.sqlite"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path) as library:
        yield library


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store") as store:
        yield store


@pytest.fixture
def add(library: Library) -> Callable[..., Added]:
    """Adds an article by its title, dateline, source, body and addresses."""

    def add(
        title: str, date: str | None = None, source: str = "", body: str = "", *addresses: str
    ) -> Added:
        text = f"{title}\n\n{body or f'The body of {title.lower()}, and no more.'}\n"
        return library.add(Document(text, title, source, date, addresses))

    return add
