from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from tui.desk.themes import DARK, LIGHT, PALETTES

FOR_ALL = 10
"""Steps of 255 by which a colour may come out otherwise: no shade is then another one."""


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_colours_survive_terminals_of_256(theme: str) -> None:
    for name, wanted in PALETTES[theme].items():
        colour = Color.parse(wanted)
        shown = colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
        steps = max(abs(a - b) for a, b in zip(colour.get_truecolor(), shown, strict=True))
        assert steps <= FOR_ALL, f"{name} {wanted} is shown as {shown.hex}"
