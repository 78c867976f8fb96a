"""Which panes stand side by side."""

from __future__ import annotations

import pytest

from tui.desk.arrangement import arranged


@pytest.mark.parametrize(
    ("size", "zoomed", "pane", "shown"),
    [
        ((80, 24), False, "list", {"list"}),
        ((80, 24), False, "panel", {"panel"}),
        ((110, 24), False, "list", {"list", "reader"}),
        ((110, 24), False, "reader", {"list", "reader"}),
        ((110, 24), False, "panel", {"reader", "panel"}),
        ((130, 24), False, "reader", {"list", "reader", "panel"}),
        ((130, 24), True, "reader", {"reader"}),
    ],
)
def test_which_panes_stand_side_by_side(
    size: tuple[int, int], zoomed: bool, pane: str, shown: set[str]
) -> None:
    assert arranged(size, zoomed, pane)[1] == shown


@pytest.mark.parametrize(("size", "tiny"), [((24, 6), False), ((23, 6), True), ((24, 5), True)])
def test_what_is_too_small_for_panes(size: tuple[int, int], tiny: bool) -> None:
    assert ("-tiny" in arranged(size, False, "list")[0]) is tiny
