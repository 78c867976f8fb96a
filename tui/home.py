"""Where everything lives: the user's data, the settings, and the files carried with the program."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "briefs-tui"


def data_folder() -> Path:
    """The folder of store, library and logs: ``BRIEFS_HOME``, else the platform's data folder."""
    own = os.environ.get("BRIEFS_HOME")
    return Path(own).expanduser() if own else Path(platformdirs.user_data_dir(APP))


def settings_file() -> Path:
    """``config.toml``: in ``BRIEFS_HOME`` where set, else in the platform's config folder."""
    if os.environ.get("BRIEFS_HOME"):
        return data_folder() / "config.toml"
    return Path(platformdirs.user_config_dir(APP)) / "config.toml"


def store_folder() -> Path:
    """The folder of the user's own work: journal, snapshot and history."""
    return data_folder() / "store"


def library_file() -> Path:
    """The SQLite file of articles, index and caches."""
    return data_folder() / "library.sqlite"


def carried(name: str) -> Path:
    """A folder that travels with the program (``styles`` or ``seeds``).

    A wheel carries it inside the package; a checkout and an editable install have it beside.
    """
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
