"""Rules and lists that find names: plain functions on a read-only view of a text.

Each module proposes mentions, with the rule that found them and a strength; overlaps are allowed
and are settled in :mod:`tui.language.rules.settle` alone. Nothing here imports spaCy.
"""
