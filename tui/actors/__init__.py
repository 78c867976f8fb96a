"""Name keys, the actor registry and the linking of mentions to actors; pure, no spaCy."""

from tui.actors.keys import fold, same
from tui.actors.prepared import actor_id
from tui.actors.registry import Registry
from tui.actors.resolve import resolve
from tui.actors.rows import RegistryError

__all__ = ["Registry", "RegistryError", "actor_id", "fold", "resolve", "same"]
