"""Name keys, the actor registry, and the resolution of mentions to actors."""
