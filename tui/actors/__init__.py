"""Name keys, the actor registry and the linking of mentions to actors; pure, no spaCy."""

from tui.actors.keys import fold, same
from tui.actors.registry import Registry, RegistryError, actor_id
from tui.actors.resolve import resolve

__all__ = ["Registry", "RegistryError", "actor_id", "fold", "resolve", "same"]
