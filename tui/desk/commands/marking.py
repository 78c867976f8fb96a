"""Marking passages: a span by keyboard, then a highlight, tags or a note on it; editing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.commands import Place, command
from tui.desk.marks import Mark
from tui.desk.noting import edit_note, write_note
from tui.desk.services import Bench
from tui.desk.tagging import join_tags, split_tags, suggest_tags
from tui.desk.widgets.panel import ACTORS
from tui.desk.widgets.panel import ANNOTATIONS as NOTES
from tui.desk.widgets.panel import DATES as WHEN
from tui.desk.widgets.reader import ENTITIES
from tui.model import Annotation, Change, Timex

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

SPAN: tuple[Place, ...] = ("span",)


@command(
    "span.start",
    "Mark a passage",
    "v",
    places=("reader",),
    when=lambda d: d.paper is not None,
    hint="mark",
)
def start(desk: DeskScreen, count: int) -> None:
    """Begin a passage at the current item, else at the first sentence in view."""
    if not desk.spanning.start():
        desk.say("There is no text to mark here.")


@command("span.sentence", "Take in the sentence", "s", places=SPAN, hint="sentence")
def sentence(desk: DeskScreen, count: int) -> None:
    """Take in the sentence at the moving end, then the next one."""
    desk.spanning.extend("sentence", count)


@command("span.paragraph", "Take in the paragraph", "p", places=SPAN)
def paragraph(desk: DeskScreen, count: int) -> None:
    """Take in the paragraph at the moving end, then the next one."""
    desk.spanning.extend("paragraph", count)


@command("span.word", "Take in the next word", "w", places=SPAN, hint="word")
def word(desk: DeskScreen, count: int) -> None:
    """Take in the next word at the moving end."""
    desk.spanning.extend("word", count)


@command("span.entity", "Take in the next entity", "e", places=SPAN)
def entity(desk: DeskScreen, count: int) -> None:
    """Take in the text up to the next highlighted name."""
    desk.spanning.extend("entity", count)


@command("span.grow", "Move the end on by a word", "l", "right", places=SPAN)
def grow(desk: DeskScreen, count: int) -> None:
    """Move the moving end one word to the right."""
    desk.spanning.move(1, count)


@command("span.shrink", "Move the end back by a word", "h", "left", places=SPAN)
def shrink(desk: DeskScreen, count: int) -> None:
    """Move the moving end one word to the left."""
    desk.spanning.move(-1, count)


@command("span.down", "Move the end down", "j", "down", places=SPAN)
def down(desk: DeskScreen, count: int) -> None:
    """Move the moving end down by a line."""
    desk.spanning.move_line(1, count)


@command("span.up", "Move the end up", "k", "up", places=SPAN)
def up(desk: DeskScreen, count: int) -> None:
    """Move the moving end up by a line."""
    desk.spanning.move_line(-1, count)


@command("span.other", "The other end", "o", places=SPAN)
def other(desk: DeskScreen, count: int) -> None:
    """Move the other end of the passage from now on."""
    desk.spanning.other_end()


@command("span.cancel", "Mark nothing", "escape", "v", "q", places=SPAN)
def cancel(desk: DeskScreen, count: int) -> None:
    """Leave the passage unmarked."""
    desk.spanning.stop()


@command("span.highlight", "Highlight", "enter", places=SPAN, hint="highlight")
def highlight(desk: DeskScreen, count: int) -> None:
    """Highlight the passage."""
    if found := desk.spanning.take():
        article, selector = found
        desk.changes.make(lambda bench: bench.notebook.annotate(article, selector))


@command("span.tag", "Highlight and tag", "t", places=SPAN, hint="tag")
def tag(desk: DeskScreen, count: int) -> None:
    """Highlight the passage and tag it."""
    if found := desk.spanning.take():
        article, selector = found

        def done(line: str) -> None:
            tags = split_tags(line)
            desk.changes.make(lambda bench: bench.notebook.annotate(article, selector, tags=tags))

        desk.ask("Tags", done, suggest=suggest_tags(dict(desk.services.library.listing.tags())))


@command("span.note", "Highlight and note", "c", places=SPAN, hint="note")
def note(desk: DeskScreen, count: int) -> None:
    """Highlight the passage and write a note on it."""
    if found := desk.spanning.take():
        write_note(desk, *found, "Note on the passage")


# -- on an annotation ----------------------------------------------------------------------


def annotation_here(desk: DeskScreen) -> Annotation | None:
    """The annotation that is the current item, in the reader or in the panel."""
    item: object = None
    if desk.pane is desk.panel:
        item = desk.panel.current.item if desk.panel.current else None
    elif desk.pane is desk.reader and desk.reader.current is not None:
        item = desk.reader.current.item
    return item if isinstance(item, Annotation) else None


def _on_annotation(desk: DeskScreen) -> bool:
    return annotation_here(desk) is not None


HERE: tuple[Place, ...] = ("panel", "reader")


@command(
    "annotation.edit", "Edit the note", "c", places=HERE, when=_on_annotation, hint="edit note"
)
def edit(desk: DeskScreen, count: int) -> None:
    """Edit the note of the current annotation."""
    if (annotation := annotation_here(desk)) is not None:
        edit_note(desk, annotation)


@command("annotation.tags", "Tags of the annotation", "t", places=HERE, when=_on_annotation)
def tags(desk: DeskScreen, count: int) -> None:
    """Edit the tags of the current annotation."""
    if (annotation := annotation_here(desk)) is not None:
        chosen = annotation

        def done(line: str) -> None:
            wanted = split_tags(line)
            desk.changes.make(lambda bench: bench.notebook.edit(chosen.id, tags=wanted))

        suggest = suggest_tags(dict(desk.services.library.listing.tags()))
        desk.ask("Tags", done, join_tags(annotation.tags), suggest)


@command(
    "annotation.delete",
    "Delete the annotation",
    "d",
    places=HERE,
    when=_on_annotation,
    hint="delete",
)
def delete(desk: DeskScreen, count: int) -> None:
    """Delete the current annotation; u brings it back."""
    if (annotation := annotation_here(desk)) is not None:
        id = annotation.id

        def work(bench: Bench) -> Change | None:
            return bench.notebook.delete([id])

        desk.changes.make(work)


# -- the panel -----------------------------------------------------------------------------


@command("panel.go", "Next mention", "enter", places=("panel",), hint="next mention")
def go_to_mention(desk: DeskScreen, count: int) -> None:
    """Show the next mention of the actor, the words of the date or warning, or the passage."""
    entry, reader = desk.panel.current, desk.reader
    if entry is None or entry.item is None:
        return
    item = entry.item
    if isinstance(item, str):
        spots = [m for m in reader.marks[ENTITIES].marks if _stands_for(m, item)]
        after = [m for m in spots if reader.current is not None and m.start > reader.current.start]
        found = after or spots
        chosen = found[0] if found else None
    elif isinstance(item, Timex):
        chosen = Mark(item.start, item.end, "date", item)
    elif isinstance(item, Annotation) and item.selector is not None:
        if desk.paper is None or item.selector.version != desk.paper.version.id:
            desk.say("The passage is not surely found in this version of the text.")
            return
        chosen = Mark(item.selector.start, item.selector.end, "annotation", item)
    elif isinstance(item, Annotation):
        desk.say("This is on the article as a whole.")
        return
    else:
        chosen = desk.inspecting.spot(item)
    if chosen is None:
        desk.say("There is no passage in the text to show for this.")
        return
    if not reader.display:
        desk.go_to(reader)
    reader.select(chosen)


def _stands_for(mark: Mark, entry: str) -> bool:
    mention = mark.item
    return entry in (mention.actor, f"?{mention.label} {mention.text}")


@command("panel.actors", "Actors", "1", places=("panel",))
def actors(desk: DeskScreen, count: int) -> None:
    """To the actors."""
    desk.panel.go_to_part(ACTORS)


@command("panel.dates", "Dates", "2", places=("panel",))
def dates(desk: DeskScreen, count: int) -> None:
    """To the dates."""
    desk.panel.go_to_part(WHEN)


@command("panel.annotations", "Annotations", "3", places=("panel",))
def notes(desk: DeskScreen, count: int) -> None:
    """To your notes and highlights."""
    desk.panel.go_to_part(NOTES)
