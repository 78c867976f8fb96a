"""Articles and what is derived from them, in one SQLite file."""

from tui.library.documents import Added, Document, Problem
from tui.library.errors import LibraryError
from tui.library.importers import pasted, read_documents
from tui.library.library import Library
from tui.library.listing import Counts, Row
from tui.library.searching import Hit
from tui.library.views import SORTS, Sort, View

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
