"""Exports and imports of what the user made."""
