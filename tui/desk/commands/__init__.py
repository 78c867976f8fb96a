"""The desk's commands by theme."""
