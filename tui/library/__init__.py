"""Articles and versions in SQLite: import, search, list projection, cached analyses."""
