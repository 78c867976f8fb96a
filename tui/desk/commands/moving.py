"""Moving in list, reader and panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

PANES: tuple[Place, ...] = ("list", "reader", "panel")


def _by(desk: DeskScreen, steps: int) -> None:
    """Move by rows, lines or entries, whatever the pane has."""
    if desk.pane is desk.list:
        desk.list.move_to(desk.list.cursor + steps)
    elif desk.pane is desk.reader:
        desk.reader.scroll_top(desk.reader.top + steps)
    else:
        desk.panel.move(steps)


def _page(desk: DeskScreen, pages: float) -> None:
    """Move by parts of what is in view, with two lines in common on whole pages."""
    pane = desk.pane
    lines = max(1, int(abs(pages) * pane.height) - (2 if abs(pages) >= 1 else 0))
    if pane is desk.list:
        lines = max(1, lines // desk.list.row_height)
    elif pane is desk.panel:
        lines = max(1, lines // 3)
    _by(desk, lines if pages > 0 else -lines)


@command("move.down", "Down", "j", "down", places=PANES)
def down(desk: DeskScreen, count: int) -> None:
    """Down by one row, line or entry; a number before it repeats it."""
    _by(desk, max(1, count))


@command("move.up", "Up", "k", "up", places=PANES)
def up(desk: DeskScreen, count: int) -> None:
    """Up by one."""
    _by(desk, -max(1, count))


@command("move.first", "First", "g g", "home", places=PANES)
def first(desk: DeskScreen, count: int) -> None:
    """To the beginning; with a number to that row or line."""
    _by(desk, -(10**9))
    if count > 1:
        _by(desk, count - 1)


@command("move.last", "Last", "G", "end", places=PANES)
def last(desk: DeskScreen, count: int) -> None:
    """To the end; with a number to that row or line."""
    if count:
        first(desk, count)
    else:
        _by(desk, 10**9)


@command("move.half-down", "Half a page down", "ctrl+d", places=PANES)
def half_down(desk: DeskScreen, count: int) -> None:
    """Down by half of what is in view."""
    _page(desk, 0.5 * max(1, count))


@command("move.half-up", "Half a page up", "ctrl+u", places=PANES)
def half_up(desk: DeskScreen, count: int) -> None:
    """Up by half of what is in view."""
    _page(desk, -0.5 * max(1, count))


@command("move.page-down", "Page down", "space", "pagedown", places=PANES)
def page_down(desk: DeskScreen, count: int) -> None:
    """Down by a page."""
    _page(desk, max(1, count))


@command("move.page-up", "Page up", "b", "pageup", places=PANES)
def page_up(desk: DeskScreen, count: int) -> None:
    """Up by a page."""
    _page(desk, -max(1, count))
