"""What can go wrong with the store, in sentences for people."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked; the message says what, where and what to do."""
