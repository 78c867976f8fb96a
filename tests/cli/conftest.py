"""The shell commands run in-process, on a home of the test's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.annotations import Notebook, make_selector
from tui.cli import run
from tui.library import Document, Library
from tui.store import Store


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def failed_with(self, *words: str) -> bool:
        """Whether it failed with one line on standard error that holds these words."""
        (line,) = self.err.splitlines()
        return (
            self.status == 1
            and line.startswith("briefs-tui: ")
            and line.endswith(".")
            and all(word in line for word in words)
        )


Cli = Callable[..., Result]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command; wrong usage ends a program, and is a status here."""

    def call(*arguments: object) -> Result:
        capsys.readouterr()
        try:
            status = run([str(argument) for argument in arguments])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        out, err = capsys.readouterr()
        return Result(status, out, err)

    return call


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """The library of the test's home."""
    with Library(home / "library.sqlite") as library:
        yield library


@pytest.fixture
def notebook(home: Path) -> Iterator[Notebook]:
    """The notebook of the test's home."""
    with Store.open(home / "store") as store:
        yield Notebook(store)


@pytest.fixture
def annotate(library: Library, notebook: Notebook) -> Callable[..., str]:
    """Add an article and mark a passage of it with a note and tags; gives the article's id."""

    def annotate(text: str, exact: str, note: str = "", *tags: str) -> str:
        added = library.add(Document(text, source="Desk", dateline="2014-03-03"))
        version = library.text(added.article.id)
        assert version is not None
        start = version.text.index(exact)
        selector = make_selector(version.text, start, start + len(exact), version.id)
        notebook.annotate(added.article.id, selector, note=note, tags=tags)
        return added.article.id

    return annotate
