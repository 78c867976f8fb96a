"""Selecting many articles, and the order of the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.widgets.prompt import Suggestion
from tui.library import SORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.screens.main import DeskScreen

LIST: tuple[Place, ...] = ("list",)


def _has_selection(desk: DeskScreen) -> bool:
    return bool(desk.list.selected)


@command(
    "list.unselect", "Select none", "escape", places=LIST, when=_has_selection, hint="select none"
)
def select_none(desk: DeskScreen, count: int) -> None:
    """Give the selection up."""
    desk.list.clear_selection()


@command("list.select", "Select many", "V", places=LIST, when=lambda d: bool(d.list.keys))
def select(desk: DeskScreen, count: int) -> None:
    """Begin or end a range at the cursor; decisions, stars and tags are then about all of it."""
    desk.list.toggle_range()
    _tell(desk)


@command("list.select-all", "Select all shown", "*", places=LIST, when=lambda d: bool(d.list.keys))
def select_all(desk: DeskScreen, count: int) -> None:
    """Select every article that the list shows, not only those in view."""
    desk.list.select_all()
    _tell(desk)


def _tell(desk: DeskScreen) -> None:
    desk.say(f"{len(desk.list.selected)} selected; decide about all of them, or Esc.")


@command("list.sort", "Sort", "o", places=LIST)
def sort(desk: DeskScreen, count: int) -> None:
    """Choose the order; choosing the same again turns it round."""
    view = desk.pile.view

    def suggest(typed: str) -> Sequence[Suggestion]:
        wanted = typed.lower()
        return [
            Suggestion(name, name, words if name != view.sort else f"{words} (now)")
            for name, words in SORTS.items()
            if wanted in f"{name} {words}"
        ]

    def done(name: str) -> None:
        for order in SORTS:
            if order == name:
                turned = not view.reverse if order == view.sort else False
                desk.pile.show(replace(view, sort=order, reverse=turned))
                desk.say(f"Sorted {desk.pile.view.describe_order()}.")

    desk.ask("Sort", done, suggest=suggest, must_choose=True)
