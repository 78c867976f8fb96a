"""All notes and highlights of the library: filtered by typing, each one key from its passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tui.desk.layouts import latin
from tui.desk.presenting import annotation_lines
from tui.desk.widgets.bars import Bar
from tui.desk.widgets.panel import Entry, Panel
from tui.model import Annotation
from tui.text import one_line

Found = tuple[Annotation, str]
"""An annotation with the title of its article."""


class Annotations(Screen[Annotation | None], inherit_bindings=False):
    """The annotations, newest first; the result is the one to go to."""

    def __init__(self) -> None:
        """Shown at once, filled as soon as the annotations are read."""
        super().__init__()
        self._found: Sequence[Found] | None = None
        self._panel, self._top, self._foot = Panel(), Bar("top"), Bar("foot")
        self._wanted, self._typing = "", False

    def compose(self) -> ComposeResult:
        """Bars above and below, the annotations between."""
        yield self._top
        yield self._panel
        yield self._foot

    def on_mount(self) -> None:
        """Show all."""
        self._panel.focus()
        self._show()

    def fill(self, found: Sequence[Found]) -> None:
        """Show these, which are all that there are."""
        self._found = sorted(found, key=lambda item: item[0].updated, reverse=True)
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        words = self._wanted.casefold().split()
        fitting = [f for f in self._found if all(w in _text(*f).casefold() for w in words)]
        entries = [
            Entry(0, (((one_line(title), "meta"),), *annotation_lines(a), ()), a)
            for a, title in fitting
        ]
        none = "No annotation fits." if self._found else "Nothing is marked yet: v in a text."
        self._panel.show(entries or [Entry(0, (((none, "meta"),),))])
        self._top.say(((" annotations ", "accent"), (f"{len(fitting)}", "meta")))
        typed = ((" filter ", "key"), (self._wanted + ("_" if self._typing else ""), "message"))
        hints = ((" Enter", "key"), (" go to  ", "meta"), ("/", "key"), (" filter  ", "meta"))
        closing = (("Esc", "key"), (" back ", "meta"))
        self._foot.say((*typed, *closing) if self._typing or self._wanted else (*hints, *closing))

    def on_key(self, event: events.Key) -> None:
        """Move, filter, go to one, or leave."""
        event.stop()
        event.prevent_default()
        if self._typing:
            self._type(event)
            self._show()
            return
        page = max(1, self._panel.height // 4)
        steps = {"j": 1, "down": 1, "k": -1, "up": -1, "space": page, "b": -page}
        actions: dict[str, Callable[[], object]] = {
            "escape": lambda: self.dismiss(None),
            "q": lambda: self.dismiss(None),
            "h": lambda: self.dismiss(None),
        }
        key = latin(event.key)
        if key in steps:
            self._panel.move(steps[key])
        elif key == "F" or event.character in ("/", "."):  # The same key, on a Cyrillic layout.
            self._typing = True
            self._show()
        elif event.key == "enter" and self._panel.current is not None:
            if isinstance(self._panel.current.item, Annotation):
                self.dismiss(self._panel.current.item)
        elif key in actions:
            actions[key]()

    def _type(self, event: events.Key) -> None:
        if event.key in ("enter", "escape"):
            self._typing = False
            self._wanted = "" if event.key == "escape" else self._wanted
        elif event.key == "backspace":
            self._wanted = self._wanted[:-1]
        elif event.is_printable and event.character:
            self._wanted += event.character


def _text(annotation: Annotation, title: str) -> str:
    """Everything of an annotation that a filter looks at."""
    exact = annotation.selector.exact if annotation.selector else ""
    return " ".join((title, exact, annotation.note, *(f"#{tag}" for tag in annotation.tags)))
