"""The desk's own themes: calm, one accent, in colours that survive 256-colour terminals.

A theme is a palette of named colours. The user's own are TOML files in the ``themes`` folder of
the data folder: any of the names below, the rest as in the theme that ``like`` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui.settings import SettingsError

DARK, LIGHT, ANSI = "briefs-dark", "briefs-light", "briefs-ansi"

PALETTES: dict[str, dict[str, str]] = {
    DARK: {
        "background": "#1c1c1c",
        "raised": "#262626",
        "cursor": "#3a3a3a",
        "line": "#3a3a3a",
        "text": "#d0d0d0",
        "strong": "#eeeeee",
        "meta": "#8a8a8a",
        "faint": "#626262",
        "accent": "#d7af5f",
        "accent-text": "#1c1c1c",
        "problem": "#d7875f",
        "doubt": "#d7af87",
        "person": "#87afd7",
        "org": "#af87af",
        "gpe": "#87af87",
        "loc": "#87afaf",
        "norp": "#afaf87",
        "event": "#d78787",
        "date": "#d7af87",
        "annotation": "#444444",
        "hit": "#5f5f00",
    },
    LIGHT: {
        "background": "#eeeeee",
        "raised": "#e4e4e4",
        "cursor": "#d0d0d0",
        "line": "#bcbcbc",
        "text": "#303030",
        "strong": "#121212",
        "meta": "#6c6c6c",
        "faint": "#8a8a8a",
        "accent": "#875f00",
        "accent-text": "#eeeeee",
        "problem": "#af5f00",
        "doubt": "#875f00",
        "person": "#005f87",
        "org": "#875f87",
        "gpe": "#005f00",
        "loc": "#005f5f",
        "norp": "#5f5f00",
        "event": "#870000",
        "date": "#875f00",
        "annotation": "#ffffaf",
        "hit": "#ffd75f",
    },
    # The terminal's own sixteen colours; rows and spans are then marked by reversing them.
    ANSI: {
        "background": "ansi_default",
        "raised": "ansi_default",
        "cursor": "ansi_default",
        "line": "ansi_bright_black",
        "text": "ansi_default",
        "strong": "ansi_default",
        "meta": "ansi_default",
        "faint": "ansi_bright_black",
        "accent": "ansi_yellow",
        "accent-text": "ansi_black",
        "problem": "ansi_red",
        "doubt": "ansi_yellow",
        "person": "ansi_blue",
        "org": "ansi_magenta",
        "gpe": "ansi_green",
        "loc": "ansi_cyan",
        "norp": "ansi_yellow",
        "event": "ansi_red",
        "date": "ansi_yellow",
        "annotation": "ansi_default",
        "hit": "ansi_default",
    },
}


def make(name: str, palette: Mapping[str, str], dark: bool, ansi: bool = False) -> Theme:
    """A Textual theme from a palette; its colours become the style variables ``$desk-...``."""
    p = palette
    variables = {f"desk-{key}": value for key, value in p.items()}
    if ansi:  # Textual mixes no shades from the terminal's colours: it needs them all named.
        base = BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"]
        return replace(base, name=name, variables={**base.variables, **variables})
    return Theme(
        name=name,
        dark=dark,
        primary=p["accent"],
        secondary=p["meta"],
        accent=p["accent"],
        foreground=p["text"],
        background=p["background"],
        surface=p["background"],
        panel=p["raised"],
        warning=p["doubt"],
        error=p["problem"],
        success=p["gpe"],
        variables=variables,
    )


def load_all(folder: Path) -> list[Theme]:
    """The program's themes and those in ``folder``.

    Raises :class:`~tui.settings.SettingsError` for a file that cannot be used.
    """
    own = [_read(path) for path in sorted(folder.glob("*.toml"))]
    return [
        make(DARK, PALETTES[DARK], dark=True),
        make(LIGHT, PALETTES[LIGHT], dark=False),
        make(ANSI, PALETTES[ANSI], dark=True, ansi=True),
        *own,
    ]


def choose(wanted: str, color_system: str | None, no_color: bool) -> str:
    """The theme to use: where there are only 16 colours or none, ours would not be told apart."""
    few = no_color or color_system == "standard"
    return ANSI if few and wanted in (DARK, LIGHT) else wanted


def _read(path: Path) -> Theme:
    import tomllib

    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: the theme cannot be read ({error}).") from error
    like = given.pop("like", DARK)
    if like not in PALETTES:
        raise SettingsError(f"{path}: 'like' must be one of {', '.join(PALETTES)}.")
    palette = dict(PALETTES[like])
    for name, value in given.items():
        if name not in palette:
            raise SettingsError(
                f"{path}: '{name}' is no colour of a theme; known are {', '.join(palette)}."
            )
        try:
            Color.parse(value)
        except (ColorParseError, TypeError):
            raise SettingsError(f"{path}: '{name}' must be a colour such as #87afd7.") from None
        palette[name] = value
    dark = Color.parse(palette["background"]).brightness < 0.5
    return make(path.stem, palette, dark=dark, ansi=like == ANSI)
