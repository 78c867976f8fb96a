"""What can go wrong with the library, in sentences for people."""

from __future__ import annotations


class LibraryError(Exception):
    """The library cannot do what was asked; the message says what, where and what to do."""
