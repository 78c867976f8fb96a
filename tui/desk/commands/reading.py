"""Opening articles, going from item to item in the text, and the reference date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.marks import Mark
from tui.desk.widgets.reader import ANNOTATIONS, DATES, ENTITIES

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

READER: tuple[Place, ...] = ("reader",)
NARROWEST, WIDEST = 30, 140
"""Limits of the measure."""


def is_open(desk: DeskScreen) -> bool:
    """Whether an article is open."""
    return desk.paper is not None


@command(
    "list.open",
    "Open",
    "enter",
    "l",
    places=("list",),
    when=lambda d: bool(d.list.keys),
    hint="open",
)
def open_article(desk: DeskScreen, count: int) -> None:
    """Open the article under the cursor in the reader, where it was left."""
    row = desk.list.current
    if row is not None:
        paper = desk.paper
        if paper is None or paper.article.id != row.article:
            desk.opened.open(row.article)
        desk.go_to(desk.reader)


@command("reader.back", "Back to the list", "h", "escape", places=READER, hint="list")
def back(desk: DeskScreen, count: int) -> None:
    """Back to the list; the place in the text is kept."""
    desk.reader.select(None)
    desk.go_to(desk.list)


@command("panel.back", "Back to the text", "h", "escape", places=("panel",))
def back_to_text(desk: DeskScreen, count: int) -> None:
    """Back to the text, or to the list where nothing is open."""
    desk.go_to(desk.reader if is_open(desk) else desk.list)


def _step(desk: DeskScreen, layer: str, forward: bool, count: int, what: str) -> None:
    """Make the next (or previous) mark of a layer the current item."""
    reader = desk.reader
    mark = None
    at = reader.point
    if forward and reader.current is not None and reader.current.start == at:
        # Another kind of item may begin at the same place as the current one.
        at -= reader.current not in reader.marks[layer].marks
    for _ in range(max(1, count)):
        following = reader.marks[layer].step(at, forward)
        if following is None:
            break
        mark, at = following, following.start
    if mark is None:
        desk.say(f"No further {what} in this direction.")
    else:
        reader.select(mark)
        desk.inspecting.describe(mark)


@command("reader.next-entity", "Next entity", "] e", places=READER)
def next_entity(desk: DeskScreen, count: int) -> None:
    """Make the next highlighted name the current item."""
    _step(desk, ENTITIES, True, count, "name")


@command("reader.previous-entity", "Previous entity", "[ e", places=READER)
def previous_entity(desk: DeskScreen, count: int) -> None:
    """Make the previous highlighted name the current item."""
    _step(desk, ENTITIES, False, count, "name")


@command("reader.next-date", "Next date", "] d", places=READER)
def next_date(desk: DeskScreen, count: int) -> None:
    """Make the next date the current item."""
    _step(desk, DATES, True, count, "date")


@command("reader.previous-date", "Previous date", "[ d", places=READER)
def previous_date(desk: DeskScreen, count: int) -> None:
    """Make the previous date the current item."""
    _step(desk, DATES, False, count, "date")


@command("reader.next-annotation", "Next annotation", "] a", places=READER)
def next_annotation(desk: DeskScreen, count: int) -> None:
    """Make your next highlight or note the current item."""
    _step(desk, ANNOTATIONS, True, count, "annotation")


@command("reader.previous-annotation", "Previous annotation", "[ a", places=READER)
def previous_annotation(desk: DeskScreen, count: int) -> None:
    """Make your previous highlight or note the current item."""
    _step(desk, ANNOTATIONS, False, count, "annotation")


def _step_text(desk: DeskScreen, kind: str, forward: bool, count: int) -> None:
    at = desk.reader.point
    spans = desk.spanning.objects(kind)
    beyond = [s for s in spans if (s[0] > at if forward else s[0] < at)]
    if beyond:
        number = min(max(1, count), len(beyond)) - 1
        span = beyond[number] if forward else beyond[-1 - number]
        desk.reader.select(Mark(*span, "current"))


@command("reader.next-sentence", "Next sentence", "] s", places=READER)
def next_sentence(desk: DeskScreen, count: int) -> None:
    """Make the next sentence the current item."""
    _step_text(desk, "sentence", True, count)


@command("reader.previous-sentence", "Previous sentence", "[ s", places=READER)
def previous_sentence(desk: DeskScreen, count: int) -> None:
    """Make the previous sentence the current item."""
    _step_text(desk, "sentence", False, count)


@command("reader.next-paragraph", "Next paragraph", "}", places=READER)
def next_paragraph(desk: DeskScreen, count: int) -> None:
    """Make the next paragraph the current item."""
    _step_text(desk, "paragraph", True, count)


@command("reader.previous-paragraph", "Previous paragraph", "{", places=READER)
def previous_paragraph(desk: DeskScreen, count: int) -> None:
    """Make the previous paragraph the current item."""
    _step_text(desk, "paragraph", False, count)


@command("reader.wider", "Wider column", ">", places=READER)
def wider(desk: DeskScreen, count: int) -> None:
    """Make the text column wider."""
    _measure(desk, 2 * max(1, count))


@command("reader.narrower", "Narrower column", "<", places=READER)
def narrower(desk: DeskScreen, count: int) -> None:
    """Make the text column narrower."""
    _measure(desk, -2 * max(1, count))


def _measure(desk: DeskScreen, change: int) -> None:
    reader = desk.reader
    measure = max(NARROWEST, min(reader.column + change, WIDEST))
    reader.set_measure(measure)
    desk.say(f"Column of {reader.column}.")


@command("reader.reference", "Reference date", "D", places=("reader", "panel"), when=is_open)
def reference_date(desk: DeskScreen, count: int) -> None:
    """Set the date that relative dates are counted from; "none" clears it, empty is the stamp's."""
    desk.inspecting.ask_reference()


@command("reader.hints", "Letter hints", "f", places=READER, when=is_open, hint="hints")
def hints(desk: DeskScreen, count: int) -> None:
    """Show a letter over every name, date, note and link in view; typing it goes there."""
    if not desk.hinting.start():
        desk.say("There is nothing to jump to in view.")


@command("labels", "Show or hide labels", places=("reader",), when=is_open)
def labels(desk: DeskScreen, count: int) -> None:
    """Switch the highlights of one kind of name, or of dates, off or on."""
    from tui.desk.presenting import LABELS
    from tui.desk.widgets.prompt import Suggestion

    def suggest(typed: str) -> list[Suggestion]:
        return [
            Suggestion(name, f"{name:<7} {words}", "hidden" if name in desk.hidden else "shown")
            for name, words in {**LABELS, "DATE": "date or time"}.items()
            if name.startswith(typed.upper())
        ]

    def done(name: str) -> None:
        desk.hidden ^= {name}
        desk.opened.dress()

    desk.ask("Labels", done, suggest=suggest, must_choose=True)


@command("why", "Why", "w", places=("reader", "panel"), when=is_open)
def why(desk: DeskScreen, count: int) -> None:
    """Say why the current item is highlighted, linked or dated so."""
    desk.inspecting.why()
