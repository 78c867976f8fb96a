"""Filters and searches as people type them: words, and one ``#tag`` among them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tui.desk.widgets.prompt import Suggest, Suggestion
from tui.library import View

HINT = 'words, "a phrase", begin*, #tag'
"""What may be typed."""

_TAG = re.compile(r'(?:^|(?<=\s))#(?:"([^"]*)(?:"(?!\S)|$)|([^\s"]+)(?!\S))')
_BEGUN = re.compile(r'(?:^|(?<=\s))#("?)([^"]*)$')


def narrow(view: View, line: str, known: Iterable[str]) -> View:
    """The view with the words and the tag of a line in place of its own.

    A tag is meant in whatever case it is typed; ``known`` are those there are. Only one can be
    asked for: of several the last is taken.
    """
    tag = None
    for found in _TAG.finditer(line):
        typed = " ".join((found[1] or found[2] or "").split())
        fitting = (each for each in known if each.casefold() == typed.casefold())
        tag = next(fitting, typed) or None
    # What is left and looks like the beginning of a tag is none, now or when the line comes back.
    words = (word.lstrip("#") for word in _TAG.sub(" ", line).split())
    return replace(view, words=" ".join(filter(None, words)), tag=tag)


def line_of(view: View) -> str:
    """The line that :func:`narrow` made the view of, to go on typing in."""
    return " ".join(filter(None, [view.words, _written(view.tag) if view.tag else ""]))


def suggest_words(known: Mapping[str, int]) -> Suggest:
    """Complete a tag at the end of the line from those known, most used first."""

    def suggest(line: str) -> Sequence[Suggestion]:
        begun = _BEGUN.search(line)
        if begun is None or (not begun[1] and " " in begun[2]):
            return ()
        typed, head = begun[2].casefold(), line[: begun.start()]
        fitting = [
            (not tag.casefold().startswith(typed), -uses, tag)
            for tag, uses in known.items()
            if typed in tag.casefold()
        ]
        return [
            Suggestion(head + _written(tag), f"#{tag}", str(-uses))
            for _, uses, tag in sorted(fitting)
        ]

    return suggest


def _written(tag: str) -> str:
    return f'#"{tag}"' if " " in tag else f"#{tag}"
