"""Name keys, the actor registry and the linking of mentions to actors; pure, no spaCy."""
