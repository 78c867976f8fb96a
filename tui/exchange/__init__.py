"""Exports and imports of what the user made."""

from tui.exchange.jsonl import jsonl
from tui.exchange.markdown import markdown

FORMATS = {"jsonl": jsonl, "markdown": markdown}
"""Exporters by the name of their format."""

__all__ = ["FORMATS", "jsonl", "markdown"]
