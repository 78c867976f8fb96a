"""Articles and what is derived from them, in one SQLite file.

The importers load with their first use: the desk's first frame needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.library.documents import Added, Document, Problem
from tui.library.errors import LibraryError
from tui.library.library import Library
from tui.library.listing import Counts, Row
from tui.library.searching import Hit
from tui.library.views import SORTS, Sort, View

if TYPE_CHECKING:
    from tui.library.importers import pasted, read_documents

__all__ = [
    "SORTS",
    "Added",
    "Counts",
    "Document",
    "Hit",
    "Library",
    "LibraryError",
    "Problem",
    "Row",
    "Sort",
    "View",
    "pasted",
    "read_documents",
]


def __getattr__(name: str) -> Any:
    """Load an importer (PEP 562)."""
    if name not in ("pasted", "read_documents"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.library import importers

    return getattr(importers, name)
