"""Opening articles, going from item to item in the text, and the reference date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations import section_key
from tui.desk import presenting
from tui.desk.commands import Place, command
from tui.desk.marks import Mark
from tui.desk.services import Bench
from tui.desk.widgets.reader import ANNOTATIONS, DATES, ENTITIES
from tui.model import Annotation, Change, Mention, Timex
from tui.text import paragraphs, sentences

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

READER: tuple[Place, ...] = ("reader",)
NARROWEST, WIDEST = 30, 140
"""Limits of the measure."""


def is_open(desk: DeskScreen) -> bool:
    """Whether an article is open."""
    return desk.opened.paper is not None


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
        paper = desk.opened.paper
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
    for _ in range(max(1, count)):
        following = reader.marks[layer].step(at, forward)
        if following is None:
            break
        mark, at = following, following.start
    if mark is None:
        desk.say(f"No further {what} in this direction.")
    else:
        reader.select(mark)
        describe(desk, mark)


def describe(desk: DeskScreen, mark: Mark) -> None:
    """Say in the foot what the current item is."""
    item = mark.item
    if isinstance(item, Mention):
        reading = desk.opened.paper.reading if desk.opened.paper else None
        actor = reading.actors.get(item.actor or "") if reading else None
        desk.say(f"{item.label}  {actor.name if actor else item.text}  (w: why)")
    elif isinstance(item, Timex):
        doubt = presenting.DOUBTFUL.get(item.doubt, "")
        desk.say(f"{item.type}  {presenting.shown_value(item)}  {doubt}  (w: why)")
    elif isinstance(item, Annotation):
        tags = " ".join(f"#{tag}" for tag in item.tags)
        desk.say(f"{item.note.splitlines()[0] if item.note else 'highlight'}  {tags}")


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


def _step_text(desk: DeskScreen, spans: list[tuple[int, int]], forward: bool, count: int) -> None:
    at = desk.reader.point
    beyond = [s for s in spans if (s[0] > at if forward else s[0] < at)]
    if beyond:
        number = min(max(1, count), len(beyond)) - 1
        span = beyond[number] if forward else beyond[-1 - number]
        desk.reader.select(Mark(*span, "current"))


@command("reader.next-sentence", "Next sentence", "] s", places=READER)
def next_sentence(desk: DeskScreen, count: int) -> None:
    """Make the next sentence the current item."""
    _step_text(desk, sentences(desk.reader.sheet.text), True, count)


@command("reader.previous-sentence", "Previous sentence", "[ s", places=READER)
def previous_sentence(desk: DeskScreen, count: int) -> None:
    """Make the previous sentence the current item."""
    _step_text(desk, sentences(desk.reader.sheet.text), False, count)


@command("reader.next-paragraph", "Next paragraph", "}", places=READER)
def next_paragraph(desk: DeskScreen, count: int) -> None:
    """Make the next paragraph the current item."""
    _step_text(desk, paragraphs(desk.reader.sheet.text), True, count)


@command("reader.previous-paragraph", "Previous paragraph", "{", places=READER)
def previous_paragraph(desk: DeskScreen, count: int) -> None:
    """Make the previous paragraph the current item."""
    _step_text(desk, paragraphs(desk.reader.sheet.text), False, count)


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
    desk.changes.keep("measure", {"measure": measure})


@command("reader.reference", "Reference date", "D", places=READER, when=is_open)
def reference_date(desk: DeskScreen, count: int) -> None:
    """Set the date that relative dates are resolved against; "none" clears it, empty is the stamp's."""
    paper = desk.opened.paper
    if paper is None:
        return
    at = max(0, desk.reader.point)
    sections = paper.outline.sections
    index = next((i for i, s in enumerate(sections) if s.start <= at < s.end), 0)
    while index and sections[index].kind in ("caption", "source"):
        index -= 1
    section = sections[index]
    now = paper.references.get(index, section.dateline)
    id, title, key = paper.article.id, paper.article.title, section_key(sections, section)

    def done(line: str) -> None:
        wanted = line.strip()

        def work(bench: Bench) -> Change | None:
            if not wanted:
                return bench.corrections.clear_reference(id, key, title=title)
            value = None if wanted == "none" else wanted
            return bench.corrections.set_reference(id, value, key, title=title)

        desk.changes.make(work)

    what = "this embedded article" if section.kind == "embedded" else "the article"
    desk.ask(
        f"Reference date of {what}",
        done,
        (now or "none")[:10],
        hint="YYYY-MM-DD, none, or empty for the stamp",
    )


@command("why", "Why", "w", places=("reader", "panel"), when=is_open)
def why(desk: DeskScreen, count: int) -> None:
    """Say why the current item is highlighted, linked or dated so."""
    from tui.desk.screens.info import Info

    item: object = None
    if desk.pane is desk.panel:
        item = desk.panel.current.item if desk.panel.current else None
        paper = desk.opened.paper
        if isinstance(item, str) and paper is not None and paper.reading is not None:
            item = next((m for m in paper.reading.mentions if m.actor == item), None)
    elif desk.reader.current is not None:
        item = desk.reader.current.item
    lines = presenting.reasons(item)
    if lines:
        desk.app.push_screen(Info("Why", lines))
    else:
        desk.say("Choose a name or a date first: ]e or ]d.")
