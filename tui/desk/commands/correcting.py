"""Putting right what was recognised: dates and names, found wrongly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command

if TYPE_CHECKING:
    from tui.desk.correcting import Kind
    from tui.desk.screens.main import DeskScreen

HERE: tuple[Place, ...] = ("reader", "panel")
SPAN: tuple[Place, ...] = ("span",)


def _on_date(desk: DeskScreen) -> bool:
    return _is_on(desk, "date")


def _on_mention(desk: DeskScreen) -> bool:
    return _is_on(desk, "mention")


def _is_on(desk: DeskScreen, kind: Kind) -> bool:
    if desk.paper is None:  # Nothing can be current; the rules need not be loaded for that.
        return False
    from tui.desk.correcting import target

    return target(desk, kind) is not None


@command("date.correct", "Correct the date", "E", places=HERE, when=_on_date, hint="correct")
def correct_date(desk: DeskScreen, count: int) -> None:
    """Say which date the current one means; "none": it is no date, empty: as it was found."""
    from tui.desk.correcting import ask_date, target

    if found := target(desk, "date"):
        ask_date(desk, found)


@command("mention.correct", "Correct the name", "E", places=HERE, when=_on_mention, hint="correct")
def correct_mention(desk: DeskScreen, count: int) -> None:
    """Say what kind of name the current one is, or that it is none; in the panel, all of them."""
    from tui.desk.correcting import ask_mention, target

    if found := target(desk, "mention"):
        ask_mention(desk, found)


@command("span.mention", "Mark as a name", "E", places=SPAN)
def mark_mention(desk: DeskScreen, count: int) -> None:
    """Say that the passage is a name that was not found, and of what kind."""
    from tui.desk.correcting import ask_mention, passage

    if found := passage(desk, "mention"):
        ask_mention(desk, found)


@command("span.date", "Mark as a date", "D", places=SPAN)
def mark_date(desk: DeskScreen, count: int) -> None:
    """Say that the passage is a date that was not found, and which."""
    from tui.desk.correcting import ask_date, passage

    if found := passage(desk, "date"):
        ask_date(desk, found)
