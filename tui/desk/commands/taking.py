"""Taking text away: yanking to the clipboard, and following links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

READER: tuple[Place, ...] = ("reader",)


def _is_open(desk: DeskScreen) -> bool:
    return desk.paper is not None


def _on_item(desk: DeskScreen) -> bool:
    return desk.reader.current is not None


@command("yank", "Yank", "y y", places=("reader", "panel"), when=_is_open)
def yank(desk: DeskScreen, count: int) -> None:
    """Copy the current item: a passage or sentence with source and dateline, a note, a link."""
    desk.yanking.item()


@command("yank.article", "Yank the article", "y a", places=("reader",), when=_is_open)
def yank_article(desk: DeskScreen, count: int) -> None:
    """Copy the text of the article."""
    desk.yanking.article()


@command("yank.paragraph", "Yank the paragraph", "y p", places=("reader",), when=_is_open)
def yank_paragraph(desk: DeskScreen, count: int) -> None:
    """Copy the paragraph with source and dateline."""
    desk.yanking.around("paragraph")


@command("yank.sentence", "Yank the sentence", "y s", places=("reader",), when=_is_open)
def yank_sentence(desk: DeskScreen, count: int) -> None:
    """Copy the sentence with source and dateline."""
    desk.yanking.around("sentence")


@command("yank.link", "Yank the address", "y l", places=("reader",), when=_is_open)
def yank_link(desk: DeskScreen, count: int) -> None:
    """Copy the link under the cursor, else where the article came from."""
    desk.yanking.link()


@command("yank.row", "Yank the title", "y", places=("list",), when=lambda d: bool(d.list.keys))
def yank_row(desk: DeskScreen, count: int) -> None:
    """Copy title, source and date of the article under the cursor."""
    desk.yanking.row()


@command("span.yank", "Yank the passage", "y", places=("span",))
def yank_span(desk: DeskScreen, count: int) -> None:
    """Copy the passage with source and dateline."""
    desk.yanking.span()


@command("link.follow", "Follow", "enter", places=READER, when=_on_item)
def follow(desk: DeskScreen, count: int) -> None:
    """Show the current item in the panel; give a link to your own opener, or copy it."""
    desk.inspecting.follow()
