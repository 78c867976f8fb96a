"""The spaCy pipeline and its worker; the only room that imports spaCy."""
