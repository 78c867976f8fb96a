"""The desk's own themes: calm, one accent, in colours that survive 256-colour terminals."""

from __future__ import annotations

from textual.theme import Theme


def _theme(name: str, dark: bool, palette: dict[str, str]) -> Theme:
    """A Textual theme from our palette; marks of the text become style variables."""
    p = palette
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
        variables={f"desk-{key}": value for key, value in p.items()},
    )


THEMES = (
    _theme(
        "briefs-dark",
        True,
        {
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
            "annotation": "#444430",
            "hit": "#5f5f00",
        },
    ),
    _theme(
        "briefs-light",
        False,
        {
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
    ),
)
