"""The house rules that can be checked: who imports whom, and how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tui"

ALLOWED = {
    "model": set(),
    "home": set(),
    "settings": {"home"},
    # Shared by the worker that writes analyses and the desk that reads them.
    "analysis": {"model"},
    # The one place where dates and actors are resolved together, for desk and shell alike.
    "reading": {"model", "home", "dates", "actors"},
    # The user's word over what was recognised, for desk, exports and training alike.
    "corrected": {"model", "text", "dates", "annotations"},
    "text": {"model"},
    "dates": {"model", "text"},
    "actors": {"model", "text", "store"},
    "store": {"model"},
    "annotations": {"model", "text", "store"},
    "library": {"model", "text", "store", "annotations", "actors", "home"},
    "language": {"model", "text", "dates", "actors", "home", "settings", "analysis", "reading"},
    "exchange": {
        *("model", "text", "dates", "actors", "store", "annotations", "library"),
        *("analysis", "corrected"),
    },
    "desk": {
        *("model", "home", "settings", "text", "dates", "actors", "store", "annotations"),
        *("library", "exchange", "analysis", "reading", "corrected"),
    },
}
"""Which rooms each room may import; ``cli`` may import all."""

ONLY_IN = {"textual": "desk", "spacy": "language", "thinc": "language", "tinydb": "store"}
"""Libraries that one room keeps to itself."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_down_only(path: Path) -> None:
    here = room(path)
    for module in imports(path):
        top, *rest = module.split(".")
        assert ONLY_IN.get(top, here) == here, f"{top} belongs to {ONLY_IN[top]}"
        if top == "tui" and rest and here in ALLOWED and rest[0] != here:
            assert rest[0] in ALLOWED[here] or rest[0] == "__version__", f"{here} imports {module}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", ["tui.desk.app", "tui.library", "tui.annotations", "tui.dates"])
def test_the_desk_never_loads_spacy(module: str) -> None:
    code = f"import sys, {module}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_relative_imports_are_not_used() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), path
