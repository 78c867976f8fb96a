"""Ids of what the user makes."""

from __future__ import annotations


def new_id() -> str:
    """A new ULID: 26 letters and digits, unique, sorting by the time they were made."""
    from ulid import ULID  # 10 ms that the first frame need not wait for

    return str(ULID())
