"""The desk itself: three panes, two bars, and the one place where keys become commands."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.desk.arrangement import arranged
from tui.desk.changes import Changes
from tui.desk.commands import Command, Place, shown_key
from tui.desk.glyphs import ASCII, UNICODE, needs_ascii, squeeze
from tui.desk.hinting import Hinting
from tui.desk.keys import KeyReader, Outcome, bind
from tui.desk.layouts import Layout
from tui.desk.messages import Answered
from tui.desk.pile import Pile
from tui.desk.services import Services
from tui.desk.session import Session
from tui.desk.spanning import Spanning
from tui.desk.widgets.article_list import ArticleList
from tui.desk.widgets.bars import Bar
from tui.desk.widgets.lines import LineView
from tui.desk.widgets.panel import Panel
from tui.desk.widgets.reader import Reader
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.desk.inspecting import Inspecting
    from tui.desk.opened import Opened
    from tui.desk.paper import Paper
    from tui.desk.widgets.prompt import Suggest
    from tui.desk.yanking import Yanking

HEARTBEAT = 3.0
"""Seconds between looks at the store, and between writings of the session."""

HINTS = 6
"""Most hints in the footer."""


def _collect_again() -> None:
    """Collect garbage from now on, but never look through what the start has loaded."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class DeskScreen(Screen[None], inherit_bindings=False):
    """Owns the panes and gives keys to commands; what they do lives in its parts.

    ``pile`` is the list's contents, ``opened`` the article in the reader, ``spanning`` the passage
    being marked, ``changes`` everything that alters what the user made.
    """

    AUTO_FOCUS = None

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The panes paint what changes with the focus; the screen need not be sent anew for it."""

    def __init__(
        self,
        services: Services,
        settings: Settings,
        commands: dict[str, Command],
        paths: list[str],
        size: tuple[int, int],
    ) -> None:
        """``paths`` are files and folders to import and show, or none for the whole library.

        ``size`` is the window's, so that the first layout is the right one.
        """
        classes, shown = arranged(size, False, "list")
        super().__init__(classes=" ".join(classes))
        self.services = services
        self.settings = settings
        glyphs = ASCII if settings.ascii or needs_ascii(os.environ) else UNICODE
        self.list: ArticleList = ArticleList(services.library.listing.rows, glyphs)
        self.reader: Reader = Reader(settings.measure, glyphs)
        self.panel = Panel()
        for pane in self.panes:
            pane.put(pane.id in shown)
        self.top_bar, self.foot = Bar("top", glyphs), Bar("foot", glyphs)
        self.commands = commands
        self.keys = KeyReader(bind(self.commands.values()), Layout(settings.layout))
        self.changes: Changes = Changes(self)
        self._opened: Opened | None = None
        self.spanning: Spanning = Spanning(self)
        self.hinting: Hinting = Hinting(self)
        self.session: Session = Session(self)
        self.hidden: set[str] = set(settings.hidden_labels)
        self.messages: deque[str] = deque(maxlen=200)
        self._inspecting: Inspecting | None = None
        self._yanking: Yanking | None = None
        self.zoomed = False
        self.pile: Pile = Pile(self, paths)
        self.last_repeatable: tuple[Command, int] | None = None
        self._message: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """Bars above and below, panes between."""
        yield self.top_bar
        with Horizontal(id="panes"):
            yield self.list
            yield self.reader
            yield self.panel
        yield self.foot

    def on_mount(self) -> None:
        """Show the list's first window at once; everything else follows."""
        self.pile.start()
        self.set_focus(self.list, scroll_visible=False)
        self.lay_out()
        self.refresh_foot()
        if not self.pile.paths:
            self.call_after_refresh(self.session.resume)
        self.call_after_refresh(_collect_again)
        self.set_interval(HEARTBEAT, self._heartbeat)

    def _heartbeat(self) -> None:
        """Keep where the user is, and see what other desks did; sends nothing by itself."""
        if not self.pile.paths:
            self.session.keep()
        self.changes.look_for_others()

    # -- the open article --------------------------------------------------------------

    @property
    def opened(self) -> Opened:
        """What opens articles; loaded with the first one, since it needs all the rules."""
        if self._opened is None:
            from tui.desk.opened import Opened

            self._opened = Opened(self)
        return self._opened

    @property
    def paper(self) -> Paper | None:
        """The open article with all that is known of it."""
        return self._opened.paper if self._opened is not None else None

    @property
    def inspecting(self) -> Inspecting:
        """What looks at the current item; loaded when first used."""
        if self._inspecting is None:
            from tui.desk.inspecting import Inspecting

            self._inspecting = Inspecting(self)
        return self._inspecting

    @property
    def yanking(self) -> Yanking:
        """What copies text; loaded when first used."""
        if self._yanking is None:
            from tui.desk.yanking import Yanking

            self._yanking = Yanking(self)
        return self._yanking

    # -- panes -------------------------------------------------------------------------

    @property
    def panes(self) -> tuple[LineView, LineView, LineView]:
        """The panes from left to right."""
        return (self.list, self.reader, self.panel)

    @property
    def pane(self) -> LineView:
        """The pane that has the keys."""
        focused = self.focused
        return focused if isinstance(focused, LineView) else self.list

    def go_to(self, pane: LineView) -> None:
        """Give a pane the keys, and show it."""
        if pane is not self.pane:
            self.keys.reset()
        self.lay_out(pane)
        self.set_focus(pane, scroll_visible=False)
        self.refresh_foot()

    def lay_out(self, pane: LineView | None = None) -> None:
        """Choose the layout for the width: three panes, two, or one."""
        wanted, shown = arranged(self.app.size, self.zoomed, str((pane or self.pane).id))
        if self.classes != wanted:
            self.set_classes(wanted)  # In one go: each change has all panes styled anew.
        if {each.id for each in self.panes if each.display} != shown:
            for each in self.panes:
                each.put(each.id in shown)
            self.refresh(repaint=False, layout=True)  # In the next frame, not in the one after.
        if "-tiny" in wanted:
            self.top_bar.say((("Window too small.", "problem"),))
        else:
            self.pile.show_progress()

    def on_resize(self, event: events.Resize) -> None:
        """Another width may mean another layout."""
        self.lay_out()
        self.refresh_foot()

    # -- keys --------------------------------------------------------------------------

    def places(self) -> tuple[Place, ...]:
        """Where commands are looked for now, the most special place first."""
        if self.pane is self.reader:
            return ("span", "anywhere") if self.spanning.active else ("reader", "anywhere")
        return ("panel" if self.pane is self.panel else "list", "anywhere")

    def can_run(self, command: Command) -> bool:
        """Whether a command can run now."""
        return command.can_run(self)

    def on_key(self, event: events.Key) -> None:
        """Read a key; the panes themselves bind none."""
        event.stop()
        event.prevent_default()
        key = event.key
        if event.character is not None and event.is_printable and event.character != " ":
            key = event.character
        self._message = None
        if self.hinting.active:
            self.hinting.feed(key)
            self.refresh_foot()
            return
        outcome = self.keys.feed(key, self.places(), self.can_run)
        if outcome.command is not None:
            self.run_command(outcome.command, outcome.count)
        self.refresh_foot(outcome)

    def run_command(self, command: Command, count: int = 0) -> None:
        """Run a command, and remember it for ``.`` if it repeats."""
        if command.repeats:
            self.last_repeatable = (command, count)
        command.run(self, count)

    # -- messages and the foot ---------------------------------------------------------

    def say(self, message: str, problem: bool = False) -> None:
        """Show a sentence in the foot until the next key."""
        self._message = (message, "problem" if problem else "message")
        self.messages.append(f"{datetime.now():%H:%M:%S}  {message}")
        self.refresh_foot()

    def refresh_foot(self, outcome: Outcome | None = None) -> None:
        """Show what is pending, the last message, or the hints of this place."""
        if outcome is not None and outcome.pending:
            self.foot.say(self._continuations(outcome))
        elif self._message is not None:
            message, look = self._message
            fitting = squeeze(message, self.app.size.width - 1, self.list.glyphs.more)
            self.foot.say(((" ", "message"), (fitting, look)))
        else:
            self.foot.say(self._hints())

    def _continuations(self, outcome: Outcome) -> tuple[tuple[str, str], ...]:
        """What may follow what is pending: whole labels where they fit, else their last words."""
        labels = [(shown_key(rest), command.label.lower()) for rest, command in outcome.next]
        if sum(cell_len(f"  {key} {label}") for key, label in labels) > self.app.size.width - 6:
            labels = [(key, label.rpartition(" ")[2]) for key, label in labels]
        words = [(f" {outcome.pending} ", "accent")]
        for key, label in labels:
            words += [(f"  {key}", "key"), (f" {label}", "meta")]
        return tuple(words)

    def _hints(self) -> tuple[tuple[str, str], ...]:
        """At most six commands that can run here, those of this place alone first."""
        found: list[tuple[str, str]] = []
        places = self.places()
        chosen = [
            command
            for place in places
            for command in self.commands.values()
            if command.hint and command.keys and place in command.places and self.can_run(command)
        ]
        chosen.sort(key=lambda command: ("anywhere" in command.places, len(command.places)))
        number = len(self.list.selected) if self.pane is self.list else 0
        selected = f" {number} selected " if number else ""
        room = self.app.size.width - len(selected)
        for command in [self.commands["help"], *chosen[: HINTS - 1]]:
            hint = [
                (f" {shown_key(command.keys[0])}", "key"),
                (f" {command.hint or 'help'} ", "meta"),
            ]
            room -= sum(cell_len(piece) for piece, _ in hint)
            if room >= 0:
                found += hint
        found = found[2:] + found[:2]  # Help comes last, but is never left out.
        return ((selected, "accent"), *found) if selected else tuple(found)

    @property
    def theme_names(self) -> set[str]:
        """The themes that have the desk's own colours."""
        themes = self.app.available_themes.values()
        return {theme.name for theme in themes if "desk-person" in theme.variables}

    # -- leaving ------------------------------------------------------------------------

    def leave(self) -> None:
        """End the desk once all that was begun is kept."""

        async def wait() -> None:
            pending = [w for w in self.workers if w.group == "changes"]
            if pending:  # Textual takes an empty list for all workers, this one included.
                await self.workers.wait_for_complete(pending)
            if self._opened is not None:
                self._opened.close()
            self.app.exit()

        if self._opened is not None:
            self._opened.leave()
        if not self.pile.paths:
            self.session.keep()

        self.run_worker(wait(), group="leaving")

    def on_line_view_clicked(self, message: LineView.Clicked) -> None:
        """A click goes where it points; a second one on the same row opens it."""
        pane, line = message.view, message.line
        if pane is self.list and self.list.keys:
            row = line // self.list.row_height
            if row == self.list.cursor and self.pane is self.list:
                self.run_command(self.commands["list.open"])
                return
            self.list.move_to(row)
        elif pane is self.panel and self.panel.entries[self.panel.entry_at(line)].item is not None:
            self.panel.move_to(self.panel.entry_at(line))
        if pane in self.panes:
            self.go_to(pane)

    def on_paste(self, event: events.Paste) -> None:
        """A text pasted into the desk is imported."""
        event.stop()
        self.pile.paste(event.text)

    async def on_answered(self, message: Answered) -> None:
        """The language worker wrote a line."""
        await self.opened.take(message.answer)

    # -- asking ------------------------------------------------------------------------

    def ask(
        self,
        label: str,
        done: Callable[[str], None],
        value: str = "",
        suggest: Suggest | None = None,
        must_choose: bool = False,
        hint: str = "",
    ) -> None:
        """Ask for one line; ``done`` gets it unless the prompt was left."""

        from tui.desk.widgets.prompt import Prompt

        def answered(line: str | None) -> None:
            if line is not None:
                done(line)
            self.refresh_foot()

        self.app.push_screen(Prompt(label, value, suggest, must_choose, hint), answered)
