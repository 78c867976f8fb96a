"""The user's documents: TinyDB on a journal, with history and several processes."""
