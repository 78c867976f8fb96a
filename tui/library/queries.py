"""What the user types into a search, as a query of FTS5 that can never be wrong.

Bare words must all occur; "words in quotes" follow each other; a word ending in ``*`` and the
last word, while it is still being typed, stand for all that begin so.
"""

from __future__ import annotations

from tui.text.patterns import lazy

_TERM = lazy(r'"([^"]*)(?:("\*?)|\Z)|([^\s"]+)')
_WORD = lazy(r"\w")


def match_query(typed: str) -> str | None:
    """The FTS5 query for ``typed``; None where there is no word in it."""
    typed = typed.replace("\x00", " ").replace("“", '"').replace("”", '"').replace("„", '"')
    found: list[str] = []
    for term in _TERM.finditer(typed):
        quoted, closed, bare = term.groups()
        text = quoted if bare is None else bare.rstrip("*")
        if not _WORD.search(text):
            continue
        typing = term.end() == len(typed) and not closed
        begins = typing or term.group().endswith("*")
        found.append(f'"{text}"' + "*" * begins)
    return " AND ".join(found) or None
