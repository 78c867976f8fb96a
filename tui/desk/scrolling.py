"""Scrolling by the terminal itself: a few bytes where a repaint of all lines would take thousands.

Every terminal since the VT100 can move the lines of a region (DECSTBM, then SU or SD); Textual
repaints instead. A pane that spans the whole width may ask for it here, and then paints only
the lines that came into view; both go out in one frame. Panes that stand beside others cannot:
the region has no sides.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.desk.frames import FrameDriver

if TYPE_CHECKING:
    from textual.widget import Widget

MOST = 0.5
"""Beyond this part of the height a repaint is as good."""

UNABLE = {"dumb", "vt52", "cons25"}
"""Terminals without scroll regions, by TERM."""


def sequence(top: int, height: int, lines: int) -> str:
    """The control sequence that moves rows ``top`` to ``top + height`` up by ``lines`` (down if
    negative); rows count from 0. The region is the whole screen again afterwards.
    """
    step = f"\x1b[{lines}S" if lines > 0 else f"\x1b[{-lines}T"
    return f"\x1b[0m\x1b[{top + 1};{top + height}r{step}\x1b[r"


def scroll(widget: Widget, lines: int) -> bool:
    """Let the terminal scroll the rows of ``widget`` with the next frame, which is to paint those
    that come into view; False where all has to be repainted.

    Only what is on the screen is moved: while anything of the widget is still to be painted, or
    something lies over it, the rows are not what the terminal shows.
    """
    app, region = widget.app, widget.region
    driver = app._driver
    if (
        not isinstance(driver, FrameDriver)
        or os.environ.get("TERM", "") in UNABLE
        or os.environ.get("BRIEFS_SCROLL") == "repaint"
        or app.screen is not widget.screen
        or region.x != 0
        or region.width != app.size.width
        or abs(lines) > region.height * MOST
        or widget._repaint_required
        or widget._repaint_regions
        or widget in widget.screen._dirty_widgets
        or widget.screen._layout_required
    ):
        return False
    driver.hold(sequence(region.y, region.height, lines))
    # The painted lines are kept by row, and the rows moved; those that came in have none yet.
    kept = widget._styles_cache._cache
    moved = {row - lines: strip for row, strip in kept.items()}
    kept.clear()
    kept.update((row, strip) for row, strip in moved.items() if 0 <= row < region.height)
    return True
