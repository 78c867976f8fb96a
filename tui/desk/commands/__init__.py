"""The one declaration of every command: keys, help, places and behaviour.

The key reader, footer, help, palette, ``:`` line and the table of keys in the docs are all
derived from what is declared here with :func:`command`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

Place = Literal["anywhere", "list", "reader", "panel", "span"]
"""Where a command applies; ``span`` is the reader while a passage is being marked."""

Action = Callable[["DeskScreen", int], None]
"""What a command does; the number is the count typed before it, or 0 for none."""

Predicate = Callable[["DeskScreen"], bool]
"""Whether a command can run now."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: ``keys`` are its default keys, each a sequence such as ``"g g"``.

    ``hint`` is the short word for the footer (commands without one are never shown there).
    ``repeats`` marks those that ``.`` does again.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    places: tuple[Place, ...]
    help: str
    run: Action
    can_run: Predicate
    hint: str = ""
    repeats: bool = False

    def shown_keys(self) -> str:
        """The keys as people write them: ``gg``, ``Ctrl+D``."""
        return "  ".join(shown_key(key) for key in self.keys)


REGISTRY: dict[str, Command] = {}
"""All commands by id, in order of declaration."""


def always(_: DeskScreen) -> bool:
    """The predicate of commands that can always run."""
    return True


def command(
    id: str,
    label: str,
    *keys: str,
    places: tuple[Place, ...] = ("anywhere",),
    when: Predicate = always,
    hint: str = "",
    repeats: bool = False,
) -> Callable[[Action], Action]:
    """Declare the decorated function as a command; its docstring is the help."""

    def declare(run: Action) -> Action:
        if id in REGISTRY:
            raise ValueError(f"command {id} is declared twice")
        text = " ".join((run.__doc__ or "").split())
        REGISTRY[id] = Command(id, label, keys, places, text, run, when, hint, repeats)
        return run

    return declare


def shown_key(sequence: str) -> str:
    """A key sequence as people write it."""
    names = {"enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Space"}
    names |= {"pageup": "PgUp", "pagedown": "PgDn", "delete": "Del", "insert": "Ins"}
    arrows = {"up": "↑", "down": "↓", "left": "←", "right": "→"}

    def one(key: str) -> str:
        head, plus, tail = key.rpartition("+")
        if plus and tail:
            return f"{head.title()}+{one(tail) if tail in names else tail.title()}"
        return names.get(key) or arrows.get(key) or (key.title() if len(key) > 1 else key)

    return "".join(one(key) for key in sequence.split(" "))


def load_all() -> dict[str, Command]:
    """Import every theme of commands, and return the filled registry."""
    # Of two commands on one key the first that can run is taken: those that need more come first.
    from tui.desk.commands import moving, selecting, searching  # isort: skip
    from tui.desk.commands import marking, reading, taking  # isort: skip
    from tui.desk.commands import correcting, deciding, mending, panes  # isort: skip

    _ = (moving, selecting, searching, marking, reading, taking)
    _ = (correcting, deciding, mending, panes)
    return REGISTRY
