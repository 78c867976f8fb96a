"""Showing a paper on the desk: lines and marks in the reader, entries in the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk import presenting, warned, when
from tui.desk.glyphs import Glyphs
from tui.desk.marks import Mark
from tui.desk.paper import Paper
from tui.desk.widgets.panel import ACTORS, Entry
from tui.desk.widgets.panel import DATES as DATE_PART
from tui.desk.widgets.reader import ANNOTATIONS, DATES, ENTITIES, LINKS, Reader, Sheet

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen

NARROW = 30
"""The panel's width while it is not shown."""


def lay_down(desk: DeskScreen, paper: Paper, place: int) -> None:
    """Show the text of a paper from a place on, before anything else is known of it."""
    desk.reader.show(_sheet(paper, desk.reader.glyphs), place)
    desk.reader.mark(LINKS, presenting.link_marks(paper.version.text))
    desk.panel.show([Entry(0, ((("analysing…", "meta"),),))], reset=True)


def dress(desk: DeskScreen, paper: Paper) -> None:
    """Show all that is known of a paper on its text and beside it; the text does not move."""
    reader = desk.reader
    new = _sheet(paper, reader.glyphs)
    if new != reader.sheet:
        reader.dress(new)
    reader.mark(ANNOTATIONS, presenting.annotation_marks(paper.annotations, paper.version))
    if paper.reading is not None:
        reader.mark(ENTITIES, presenting.entity_marks(paper.reading, desk.hidden))
        dates = [] if "DATE" in desk.hidden else presenting.date_marks(paper.reading)
        reader.mark(DATES, dates)
        _keep_current(reader)
    desk.panel.show(_entries(desk, paper))
    desk.refresh_foot()


def _sheet(paper: Paper, glyphs: Glyphs) -> Sheet:
    return presenting.sheet(
        paper.version.text,
        paper.article,
        paper.outline,
        paper.state,
        paper.references,
        _notices(paper),
        glyphs,
    )


def _notices(paper: Paper) -> list[str]:
    if paper.problem:
        return [f"{paper.problem} Reading, marking and tagging work without it."]
    if paper.analysis is not None and paper.analysis.language != "en":
        return ["Not in English: only names from the registry are marked."]
    return warned.notices(paper.warnings, _names(paper))


def _names(paper: Paper) -> dict[int, str]:
    """What the dates of each section hang on."""
    return warned.reference_names(paper.outline.sections, paper.references, paper.article.dateline)


def _keep_current(reader: Reader) -> None:
    """The current item stays on the same words when marks are made anew."""
    old = reader.current
    if old is None:
        return
    for layer in reader.marks.values():
        for mark in layer.over(old.start, old.end):
            if (mark.start, mark.end, type(mark.item)) == (old.start, old.end, type(old.item)):
                reader.current = Mark(mark.start, mark.end, mark.style, mark.item)
                return


def _entries(desk: DeskScreen, paper: Paper) -> list[Entry]:
    """What the panel shows of a paper."""
    analyses = desk.services.library.analyses
    notes = presenting.annotation_entries(paper.annotations, paper.version)
    if paper.reading is None:
        words = paper.problem or "analysing…"
        return [
            Entry(0, ((("1 Actors and dates", "heading"),), ((f"  {words}", "meta"),))),
            *notes,
        ]
    counts = {id: analyses.appearances(id) for id in paper.reading.actors}
    names = when.correction_entries(ACTORS, paper.own.mentions, "no name")
    width = desk.panel.size.width or NARROW
    about = [
        *warned.entries(paper.warnings, _names(paper), width),
        *when.correction_entries(DATE_PART, paper.own.dates, "no date"),
    ]
    return [
        *presenting.actor_entries(paper.reading, counts, analyses.count(), [*names]),
        *presenting.date_entries(paper.reading.timexes, about),
        *notes,
    ]
