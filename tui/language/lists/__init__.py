"""Small word lists carried with the program, and the script that makes them.

``own.toml`` is written by hand; ``words.json.gz`` is made by ``python -m tui.language.lists`` from
it, from the world registry of :mod:`tui.actors` and from open sources that only the script needs;
``ATTRIBUTIONS.md`` names them.
"""
