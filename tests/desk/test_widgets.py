"""The panes by themselves, in a small app: odd text, odd sizes, and what is painted again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from tests.text.hostile import DANGEROUS, HOSTILE, LONG_LINE
from tui import home as places
from tui.desk import themes
from tui.desk.marks import Mark
from tui.desk.page import Line, lay_out
from tui.desk.widgets.article_list import ArticleList
from tui.desk.widgets.bars import Bar
from tui.desk.widgets.lines import LineView
from tui.desk.widgets.panel import ACTORS, DATES, Entry, Panel
from tui.desk.widgets.prompt import Prompt, Suggestion, Suggestions
from tui.desk.widgets.reader import DATES as DATE_MARKS
from tui.desk.widgets.reader import ENTITIES, Reader, Sheet
from tui.library import Row

WIDE = "北京 도쿄 Minsk e\u0301\u0302 " * 9


class Stand(App[None]):
    """One widget in the desk's own styles."""

    CSS_PATH = [places.carried("styles") / "base.tcss"]

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        known = themes.load_all(places.data_folder() / "themes")
        for theme in known:
            self.register_theme(theme)
        self.theme = known[0].name
        self._widget = widget

    def compose(self) -> ComposeResult:
        yield self._widget


@asynccontextmanager
async def standing(widget: Widget, size: tuple[int, int] = (60, 10)) -> AsyncIterator[Pilot[None]]:
    async with Stand(widget).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def lines(widget: LineView) -> list[str]:
    """What the widget paints, line by line; each is exactly as wide as the widget."""
    painted = [widget.render_line(y) for y in range(widget.size.height)]
    texts = ["".join(segment.text for segment in strip) for strip in painted]
    for strip, text in zip(painted, texts, strict=True):
        assert strip.cell_length == cell_len(text) == widget.size.width, repr(text)
        assert not DANGEROUS.search(text), repr(text)
    return texts


# -- the list ----------------------------------------------------------------------------------


def row(key: int, title: str = "", **more: object) -> Row:
    given: dict[str, object] = {
        **{"key": key, "article": f"a{key}", "title": title or f"Article {key}", "source": "Desk"},
        **{"date": "2014-03-03T10:15", "dated": True, "added": "", "read": "unread"},
        **{"triage": "inbox", "star": False, "tags": (), "annotations": 0, "version": "v"},
        **{"starter": False, **more},
    }
    return Row(**given)  # type: ignore[arg-type]


def article_list(rows: Sequence[Row]) -> ArticleList:
    by_key = {each.key: each for each in rows}
    pane = ArticleList(lambda keys: [by_key[key] for key in keys])
    pane.keys = [each.key for each in rows]
    return pane


@pytest.mark.parametrize("width", [4, 24, 39, 60, 75, 130])
async def test_rows_of_odd_articles_stay_straight(width: int) -> None:
    names = [text for name, text in HOSTILE.items() if name != "surrogate"]
    rows = [
        row(n, text, source=text, tags=(text, "b"), annotations=n * 99, star=True, triage="kept")
        for n, text in enumerate([*names, WIDE, LONG_LINE[:500]])
    ]
    pane = article_list(rows)
    async with standing(pane, (width, 60)):
        assert len([line for line in lines(pane) if line.strip()]) > len(names)


async def test_a_row_is_one_line_where_there_is_room_else_two() -> None:
    pane = article_list([row(1, "Minsk waits"), row(2)])
    async with standing(pane, (90, 6)) as pilot:
        first = lines(pane)[0]
        assert all(words in first for words in ("2014-03-03", "Minsk waits", "Desk"))
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        shown = lines(pane)
        assert "Minsk waits" in shown[0] and "2014-03-03 · Desk" in shown[1]


async def test_an_undated_article_never_shows_the_day_of_its_import() -> None:
    undated = row(1, date="2026-11-22T01:02:03Z", dated=False)
    for width, words in ((90, "Article 1"), (40, "no date · Desk")):
        pane = article_list([undated])
        async with standing(pane, (width, 4)):
            shown = "\n".join(lines(pane))
            assert words in shown and "2026" not in shown


async def test_an_empty_list_says_so_and_moving_in_it_is_harmless() -> None:
    pane = article_list([])
    pane.empty = ("", "Nothing matches.")
    async with standing(pane):
        assert lines(pane)[1].strip() == "Nothing matches."
        pane.move_to(5)
        assert pane.current is None and pane.cursor == 0


async def test_the_cursor_follows_the_article_into_another_order() -> None:
    pane = article_list([row(n) for n in range(30)])
    async with standing(pane, (90, 6)):
        pane.move_to(20)
        assert pane.current is not None and pane.current.key == 20
        pane.set_keys(list(range(29, -1, -1)), keep=20)
        assert pane.current.key == 20 and pane.cursor == 9
        assert pane.top <= pane.cursor < pane.top + pane.height
        pane.set_keys([1, 2, 3], keep=20)
        assert pane.cursor == 2
        pane.set_keys([], keep=20)
        assert pane.cursor == 0 and pane.current is None


async def test_only_rows_near_the_view_are_fetched() -> None:
    asked: list[int] = []

    def fetch(keys: Sequence[int]) -> list[Row]:
        asked.extend(keys)
        return [row(key) for key in keys]

    pane = ArticleList(fetch)
    pane.keys = range(100_000)
    async with standing(pane, (90, 10)):
        pane.move_to(50_000)
        lines(pane)
        assert 0 < len(set(asked)) < 1_000


async def test_a_cursor_move_repaints_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    pane = article_list([row(n) for n in range(5)])
    async with standing(pane, (90, 10)):
        painted: list[Region] = []
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_: painted.extend(regions))
        pane.move_to(1)
        assert [(region.y, region.height) for region in painted] == [(0, 1), (1, 1)]


# -- the reader --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1, 1), (12, 4), (60, 10), (200, 50)])
async def test_odd_texts_in_windows_of_any_size(size: tuple[int, int]) -> None:
    reader = Reader()
    async with standing(reader, size):
        for text in ("", "\n\n", WIDE, "a\tb\t" * 40, "e\u0301" * 300, *HOSTILE.values()):
            reader.show(Sheet(text, {0: [(text[:1] and "Head", "title"), ("", "meta")]}))
            reader.mark(ENTITIES, [Mark(n, n + 5, "person") for n in range(0, len(text), 7)])
            lines(reader)
            reader.scroll_top(10**6)
            lines(reader)


async def test_a_line_of_two_hundred_thousand_characters() -> None:
    reader = Reader()
    async with standing(reader):
        for text in (LONG_LINE, "x" * 200_000, "北" * 200_000):
            reader.show(Sheet(text), place=100_000)
            assert reader.place <= 100_000 < reader.in_view[1]
            lines(reader)


async def test_the_place_is_kept_when_the_width_changes() -> None:
    text = "\n\n".join(f"Paragraph {n} says this and that of Minsk and Vilnius." for n in range(99))
    reader = Reader()
    async with standing(reader, (60, 10)) as pilot:
        reader.show(Sheet(text))
        place = text.index("Paragraph 50 ")
        reader.top = reader.page.line_at(place)
        for width in (30, 100, 45, 60):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
            assert reader.in_view[0] <= place < reader.in_view[1]
            lines(reader)


async def test_a_long_text_is_laid_out_no_further_than_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Line] = []

    def counted(*given: Any) -> Iterator[Line]:
        for line in lay_out(*given):
            made.append(line)
            yield line

    monkeypatch.setattr("tui.desk.widgets.reader.lay_out", counted)
    text = "\n\n".join(f"Paragraph {n} says this and that of Minsk." for n in range(5_000))
    reader = Reader()
    async with standing(reader):
        reader.show(Sheet(text))
        lines(reader)
        reader.scroll_top(20)
        reader.mark(ENTITIES, [Mark(n, n + 5, "person") for n in range(0, len(text), 70)])
        lines(reader)
        assert not reader.at_end
        assert len(made) < 200
        reader.scroll_top(10**9)
        assert reader.at_end
        assert "Paragraph 4999" in "".join(lines(reader))
        assert len(made) == reader.line_count


async def test_marks_do_not_move_the_text() -> None:
    reader = Reader()
    async with standing(reader):
        reader.show(Sheet(WIDE + "\n\nplain words of Minsk"))
        before = lines(reader)
        reader.mark(ENTITIES, [Mark(3, 9, "gpe"), Mark(5, 12, "org weak")])
        reader.mark(DATE_MARKS, [Mark(0, 40, "date doubt")])
        reader.select(Mark(3, 9, "gpe"))
        reader.set_span((2, 30), 29)
        assert lines(reader) == before


async def test_the_current_item_is_brought_into_view() -> None:
    text = "\n\n".join(f"Paragraph {n}." for n in range(99))
    reader = Reader()
    async with standing(reader):
        reader.show(Sheet(text))
        for name in ("Paragraph 90", "Paragraph 3.", "Paragraph 50"):
            start = text.index(name)
            reader.select(Mark(start, start + len(name), "gpe"))
            assert any(name in line for line in lines(reader))
            assert reader.point == start


# -- the panel ---------------------------------------------------------------------------------


def entries(count: int) -> list[Entry]:
    heads = [
        Entry(ACTORS, ((("1 Actors", "heading"),),)),
        Entry(DATES, ((("2 Dates", "heading"),),)),
    ]
    actors = [
        Entry(ACTORS, (((f"P Name {n}", "name"),), (("  北京 " * 9, "meta"),)), f"p{n}")
        for n in range(count)
    ]
    return [heads[0], *actors, heads[1], Entry(DATES, ((("2014", "value"),),), "d")]


async def test_the_panels_cursor_passes_over_headings() -> None:
    panel = Panel()
    async with standing(panel, (30, 8)):
        panel.show(entries(6))
        seen = []
        for _ in range(9):
            assert panel.current is not None
            seen.append(panel.current.item)
            panel.move(1)
            lines(panel)
        assert seen == [*(f"p{n}" for n in range(6)), "d", "d", "d"]
        panel.go_to_part(ACTORS)
        assert panel.cursor == 1 and "1 Actors" in lines(panel)[0]
        panel.go_to_part(DATES)
        assert panel.cursor == 8


async def test_the_panels_cursor_stays_on_its_item() -> None:
    panel = Panel()
    async with standing(panel, (30, 8)):
        panel.show(entries(6))
        panel.move(4)
        found = []
        for shown in (entries(5)[1:], entries(2), []):
            panel.show(shown)
            found.append(panel.current.item if panel.current else None)
        assert found == ["p4", "p0", None]
        panel.move(1)
        lines(panel)


@pytest.mark.parametrize("width", [1, 2, 7, 30])
async def test_a_narrow_panel(width: int) -> None:
    panel = Panel()
    async with standing(panel, (width, 20)):
        panel.show(entries(9))
        lines(panel)


# -- bars and prompt ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1, 5, 20, 80])
async def test_a_bar_is_one_full_line(width: int) -> None:
    bar = Bar("foot")
    async with standing(bar, (width, 3)):
        lines(bar)
        bar.say(
            ((" Где 北京? ", "accent"), (WIDE, "words")), (("━━──", "meta"), (" 3 left ", "words"))
        )
        assert len(lines(bar)[0]) > 0
        assert bar.words.endswith(" 3 left ")


async def test_a_bar_that_says_the_same_again_is_not_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bar = Bar("foot")
    async with standing(bar):
        bar.say((("one", "words"),))
        painted: list[object] = []
        monkeypatch.setattr(bar, "refresh", lambda *regions, **_: painted.append(regions))
        bar.say((("one", "words"),))
        assert painted == []
        bar.say((("two", "words"),))
        assert len(painted) == 1


def suggest(typed: str) -> list[Suggestion]:
    known = ["economy", "energy", "elections", "北京 [b]"]
    return [Suggestion(f"{name}!", name, "7") for name in known if typed in name]


async def answer(prompt: Prompt, *keys: str) -> list[str | None]:
    """What a prompt over an empty app gives for these keys."""
    found: list[str | None] = []
    async with standing(Widget(), (40, 12)) as pilot:
        pilot.app.push_screen(prompt, found.append)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        if not found:
            lines(pilot.app.screen.query_one(Suggestions))
    return found


@pytest.mark.parametrize(
    ("must_choose", "keys", "result"),
    [
        (False, ["a", "b", "enter"], ["ab"]),
        (False, ["enter"], [""]),
        (False, ["a", "escape"], [None]),
        (False, ["e", "down", "enter"], ["economy!"]),
        (False, ["e", "down", "down", "enter"], ["energy!"]),
        (False, ["e", "up", "enter"], ["elections!"]),
        (False, ["e", "l", "tab", "enter"], ["elections!"]),
        (False, ["e", "down", "x", "enter"], ["ex"]),
        (True, ["e", "enter"], ["economy!"]),
        (True, ["e", "n", "enter"], ["energy!"]),
        (True, ["e", "down", "enter"], ["energy!"]),
        (True, ["z", "enter"], []),
        (True, ["z", "escape"], [None]),
    ],
)
async def test_what_a_prompt_answers(
    must_choose: bool, keys: list[str], result: list[str | None]
) -> None:
    assert await answer(Prompt("Tags", "", suggest, must_choose), *keys) == result


async def test_a_prompt_goes_on_with_what_stands_there() -> None:
    assert await answer(Prompt("Title", "Minsk"), "!", "enter") == ["Minsk!"]


@pytest.mark.parametrize(("must_choose", "said"), [(True, ["Nothing fits"]), (False, [])])
async def test_a_prompt_says_where_there_is_nothing_to_choose(
    must_choose: bool, said: list[str]
) -> None:
    async with standing(Widget(), (80, 12)) as pilot:
        pilot.app.push_screen(Prompt("View", "", suggest, must_choose))
        await pilot.pause()
        for key in ("z", "down", "tab", *(["enter"] if must_choose else [])):
            await pilot.press(key)
        await pilot.pause()
        shown = lines(pilot.app.screen.query_one(Suggestions))
        assert [line[1:13] for line in shown] == said


@pytest.mark.parametrize(
    ("width", "prompt", "told"),
    [
        (80, Prompt("View", "", suggest, must_choose=True), "Enter choose"),
        (80, Prompt("Tags", "", suggest), "Tab takes one"),
        (80, Prompt("Title"), ""),
        (40, Prompt("View", "", suggest, must_choose=True), ""),
    ],
)
async def test_a_prompt_tells_its_keys_where_there_is_room(
    width: int, prompt: Prompt, told: str
) -> None:
    async with standing(Widget(), (width, 12)) as pilot:
        pilot.app.push_screen(prompt)
        await pilot.pause()
        labels = [str(label.render()) for label in pilot.app.screen.query("#prompt-keys")]
        assert told in "".join(labels)
        assert bool(told) == bool("".join(labels))


async def test_a_prompt_with_markup_and_wide_suggestions() -> None:
    async with standing(Widget(), (30, 8)) as pilot:
        pilot.app.push_screen(Prompt("[b]Tags[/b]", "", suggest, hint="[i]hint"))
        await pilot.pause()
        shown = lines(pilot.app.screen.query_one(Suggestions))
        assert any("北京 [b]" in line for line in shown)
        assert pilot.app.screen.query_one(Input).placeholder == "[i]hint"
