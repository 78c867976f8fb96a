"""The user's settings, read once from ``config.toml``; every key is optional."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tui import home


class SettingsError(Exception):
    """The settings file cannot be used; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user can set.

    ``measure`` is the width of the text column in cells. ``keys`` maps command ids to a key, a
    list of keys (``"g g"`` is a sequence) or an empty list (unbound); ``macros`` maps keys to
    lists of command ids. ``registry`` lists further actor registry files. ``layout`` is the user's
    Cyrillic keyboard layout, where it is not to be told from the letters.
    """

    theme: str = "briefs-dark"
    measure: int = 72
    ascii: bool = False
    mouse: bool = False
    layout: str = ""
    pipeline: str = "builtin"
    registry: tuple[str, ...] = ()
    opener: str = ""
    backups: int = 10
    backup_days: int = 1
    hidden_labels: tuple[str, ...] = ()
    keys: dict[str, Any] = field(default_factory=dict)
    macros: dict[str, Any] = field(default_factory=dict)


def load(path: Path | None = None) -> Settings:
    """Read the settings; defaults where there is no file.

    Raises :class:`SettingsError` for broken TOML, an unknown name or a value of the wrong kind.
    """
    path = path or home.settings_file()
    if not path.exists():
        return Settings()
    import tomllib  # Most people have no settings, and the first frame waits for this.

    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: the settings cannot be read ({error}).") from error
    defaults = Settings()
    known = {f.name: getattr(defaults, f.name) for f in fields(Settings)}
    for name, value in given.items():
        if name not in known:
            raise SettingsError(
                f"{path}: '{name}' is not a setting; known are {', '.join(sorted(known))}."
            )
        want = known[name]
        if isinstance(want, tuple) and isinstance(value, list):
            given[name] = tuple(str(item) for item in value)
        elif type(value) is not type(want):
            raise SettingsError(f"{path}: '{name}' must be {_kind(want)}, not {_kind(value)}.")
    return Settings(**given)


def _kind(value: object) -> str:
    """A TOML type in words."""
    names = {bool: "true or false", int: "a whole number", float: "a fraction", str: "a text"}
    names |= {dict: "a table", list: "a list", tuple: "a list"}
    return names.get(type(value), "a date or time")
