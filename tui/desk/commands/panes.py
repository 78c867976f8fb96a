"""Panes, history, help and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import command
from tui.desk.widgets.prompt import Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.screens.main import DeskScreen


def _step(desk: DeskScreen, step: int) -> None:
    panes = list(desk.panes)
    desk.go_to(panes[(panes.index(desk.pane) + step) % len(panes)])


@command("pane.next", "Next pane", "tab", hint="next pane")
def next_pane(desk: DeskScreen, count: int) -> None:
    """Go to the next pane: list, reader, panel."""
    _step(desk, 1)


@command("pane.previous", "Previous pane", "shift+tab")
def previous_pane(desk: DeskScreen, count: int) -> None:
    """Go to the previous pane."""
    _step(desk, -1)


@command("pane.zoom", "Zoom the pane", "z")
def zoom(desk: DeskScreen, count: int) -> None:
    """Give this pane the whole window, or take it back."""
    desk.zoomed = not desk.zoomed
    desk.lay_out()


@command("history.undo", "Undo", "u")
def undo(desk: DeskScreen, count: int) -> None:
    """Take back your latest change, of whatever kind; a count takes back several."""
    desk.changes.undo(count)


@command("history.redo", "Redo", "ctrl+r")
def redo(desk: DeskScreen, count: int) -> None:
    """Do again what was undone last."""
    desk.changes.redo(count)


@command("repeat", "Repeat", ".", when=lambda desk: desk.last_repeatable is not None)
def repeat(desk: DeskScreen, count: int) -> None:
    """Do the last decision, tag or mark again, here."""
    if desk.last_repeatable is not None:
        last, last_count = desk.last_repeatable
        desk.run_command(last, count or last_count)


@command("palette", "Commands", ":", "ctrl+p")
def palette(desk: DeskScreen, count: int) -> None:
    """Choose a command by its name; those that cannot run now are not offered."""

    def suggest(typed: str) -> Sequence[Suggestion]:
        wanted = typed.lower().split()
        found = [
            each
            for each in desk.commands.values()
            if each.id != "palette"
            and desk.can_run(each)
            and set(each.places) & set(desk.places())
            and all(word in f"{each.label} {each.id}".lower() for word in wanted)
        ]
        # What begins as it is typed first, and last what everybody knows the keys of.
        found.sort(
            key=lambda each: (
                not f"{each.label} ".lower().startswith(tuple(wanted[:1])),
                each.id.startswith("move."),
            )
        )
        return [Suggestion(each.id, each.label, each.shown_keys()) for each in found]

    def chosen(id: str) -> None:
        desk.run_command(desk.commands[id])

    desk.ask(":", chosen, suggest=suggest, must_choose=True, hint="a command")


@command("help", "Help", "?")
def help_screen(desk: DeskScreen, count: int) -> None:
    """Show all keys, those of this pane first."""
    from tui.desk.screens.help import Help

    desk.app.push_screen(Help(desk.commands.values(), desk.places()))


@command("messages", "Messages")
def messages(desk: DeskScreen, count: int) -> None:
    """Show the latest messages again."""
    from tui.desk.screens.info import Info

    lines = list(desk.messages)[::-1]
    desk.app.push_screen(Info("Messages", ["The latest first:", *(lines or ["None yet."])]))


@command("drafts", "Half-written notes")
def drafts(desk: DeskScreen, count: int) -> None:
    """Choose a note that was left half-written, and go on with it."""
    from tui.desk.noting import choose_draft

    choose_draft(desk)


@command("legend", "Legend of the marks")
def legend(desk: DeskScreen, count: int) -> None:
    """Show what the signs of the list and the looks of the text mean."""
    from tui.desk.screens.legend import Legend

    desk.app.push_screen(Legend(desk.list.glyphs, desk.reader))


@command("theme", "Theme")
def theme(desk: DeskScreen, count: int) -> None:
    """Choose another theme for this session; the settings keep one for good."""

    def suggest(typed: str) -> Sequence[Suggestion]:
        # Textual's own themes lack the desk's colours.
        names = [name for name in desk.app.available_themes if name in desk.theme_names]
        return [Suggestion(name, name) for name in names if typed.lower() in name]

    def done(name: str) -> None:
        desk.app.theme = name

    desk.ask("Theme", done, suggest=suggest, must_choose=True)


@command("redraw", "Redraw", "ctrl+l")
def redraw(desk: DeskScreen, count: int) -> None:
    """Paint the whole screen again, and look for what another desk changed."""
    desk.changes.look_for_others()
    desk.refresh(layout=True)


@command("suspend", "Suspend", "ctrl+z")
def suspend(desk: DeskScreen, count: int) -> None:
    """Go back to the shell; fg returns here."""
    desk.app.action_suspend_process()


@command("quit", "Quit", "q", "ctrl+q")
def quit_desk(desk: DeskScreen, count: int) -> None:
    """Leave; everything is already kept."""
    desk.leave()
