"""Opening an article: its text first, in one frame, and only then all that is known of it."""

from __future__ import annotations

from typing import Any

import pytest
from textual.geometry import Region

from tests.desk.conftest import FIRST, Driver, OpenDesk

ONE, THREE = (80, 24), (130, 36)
BODY = "published its figures"


def recorded(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The frames from now on as text; a blank one for each piece of work given to the writer."""
    seen: list[str] = []
    display, write = driver.app._display, driver.desk.services.write

    def showing(*given: Any) -> None:
        seen.append(driver.screen_text())
        display(*given)

    async def writing(work: Any) -> Any:
        seen.append("")
        return await write(work)

    monkeypatch.setattr(driver.app, "_display", showing)
    monkeypatch.setattr(driver.desk.services, "write", writing)
    return seen


@pytest.mark.parametrize("size", [ONE, THREE])
async def test_the_first_frame_after_enter_has_the_text(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with open_desk(size) as driver:
        seen = recorded(driver, monkeypatch)
        await driver.press("enter")
        assert BODY in seen[0]
        assert ("Third brief" in seen[0]) is (size == THREE)


async def test_the_frame_at_a_place_far_down_is_right_at_once(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk((80, 8)) as driver:
        known = {article.title: article for article in driver.desk.services.library.articles()}
        seen = recorded(driver, monkeypatch)
        place = FIRST.index("On June 1st")
        driver.desk.opened.open(known["Minsk looks for a way back"].id, place)
        driver.desk.go_to(driver.desk.reader)
        await driver.settle()
        assert "On June 1st" in seen[0]
        assert "On February 21st" not in seen[0]
        top, end = driver.desk.reader.in_view
        assert top <= place < end


async def test_an_article_passed_by_is_noted_as_opened(open_desk: OpenDesk) -> None:
    async with open_desk(ONE) as driver:
        first = driver.desk.list.current
        assert first is not None
        await driver.pilot.press("enter", "h", "j", "enter")
        await driver.settle()
        driver.desk.list.move_to(0)
        (row,) = driver.desk.services.library.listing.rows([first.key])
        assert row.read != "unread"


async def test_what_a_layout_shows_is_painted_once(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(ONE) as driver:
        await driver.press("enter")
        painted = 0
        display = driver.app._display

        def showing(screen: Any, update: Any) -> None:
            nonlocal painted
            painted += len(update.spans)
            display(screen, update)

        monkeypatch.setattr(driver.app, "_display", showing)
        await driver.press("h")
        assert driver.desk.list.size.height <= painted <= ONE[1] + 3  # The foot, the cursor's row.


async def test_going_to_another_pane_paints_none_of_them_anew(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(THREE) as driver:
        await driver.press("enter")
        painted: list[tuple[Region, ...]] = []
        for pane in (*driver.desk.panes, driver.desk):
            refresh = pane.refresh

            def counted(*regions: Any, refresh: Any = refresh, **more: Any) -> Any:
                painted.append(regions)
                return refresh(*regions, **more)

            monkeypatch.setattr(pane, "refresh", counted)
        await driver.press("tab", "tab", "tab")
        assert all(painted)
        assert {region.height for regions in painted for region in regions} <= {1}
