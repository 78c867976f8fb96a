"""The terminal program; the only room that imports Textual."""
