"""The sentences by which the history calls the user's changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.model import ReadState, Triage

DECIDED: Final[dict[Triage, str]] = {
    "inbox": "Moved {} back to the inbox",
    "later": "Put {} off until later",
    "kept": "Kept {}",
    "dismissed": "Dismissed {}",
}
MARKED: Final[dict[ReadState, str]] = {
    "unread": "Marked {} as unread",
    "opened": "Marked {} as opened",
    "read": "Marked {} as read",
}
_LONGEST = 60


def articles(ids: Sequence[str], title: str) -> str:
    """One article by its title, several by their number."""
    if len(ids) != 1:
        return f"{len(ids)} articles"
    return article(title)


def article(title: str) -> str:
    """An article by its title, if it is known."""
    return f"“{short(title)}”" if title.strip() else "an article"


def passage(exact: str, title: str) -> str:
    """A marked passage by its first words, else the article."""
    return f"“{short(exact)}”" if exact else article(title)


def short(text: str) -> str:
    """The start of a text, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def tags(added: Sequence[str], removed: Sequence[str]) -> str:
    """Tags as they were added and removed."""
    return " ".join([*(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])
