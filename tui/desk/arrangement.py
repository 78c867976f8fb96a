"""How many panes stand side by side in a window, and which. Pure."""

from __future__ import annotations

THREE_PANES, TWO_PANES = 120, 100
"""Columns from which three and two panes stand side by side."""

SMALLEST = (24, 6)
"""Below this many columns or rows nothing can be shown but a sentence."""


def arranged(
    size: tuple[int, int], zoomed: bool, pane: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The screen's classes for a window, and the ids of the panes that are shown in it.

    ``size`` is in columns and rows; ``pane`` is the one that has the keys, ``zoomed`` shows it
    alone.
    """
    width, height = size
    across = "-three" if width >= THREE_PANES else "-two" if width >= TWO_PANES else "-one"
    across = "-one" if zoomed else across
    panes = {
        "-three": {"list", "reader", "panel"},
        "-two": {"reader", "panel" if pane == "panel" else "list"},
        "-one": {pane},
    }
    tiny = {"-tiny"} if width < SMALLEST[0] or height < SMALLEST[1] else set()
    return frozenset({across, *tiny}), frozenset(panes[across])
