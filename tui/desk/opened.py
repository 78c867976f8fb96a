"""The article in the reader: its text at once, what is known of it as it comes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui import dates
from tui.analysis import decode
from tui.annotations import Own
from tui.corrected import (
    Overrides,
    correct_mentions,
    correct_timexes,
    overrides,
    references_of,
)
from tui.desk import presenting, warned, when
from tui.desk.analyser import Analyser, Job
from tui.desk.marks import Mark
from tui.desk.messages import Answered
from tui.desk.paper import Paper, sentence
from tui.desk.services import Bench
from tui.desk.widgets.panel import ACTORS, Entry
from tui.desk.widgets.panel import DATES as DATE_PART
from tui.desk.widgets.reader import ANNOTATIONS, DATES, ENTITIES, LINKS, Sheet
from tui.model import (
    Analysis,
    Annotation,
    Article,
    ArticleState,
    Change,
    Reading,
    Version,
)
from tui.text import outline

if TYPE_CHECKING:
    from tui.actors.registry import Registry
    from tui.desk.screens.main import DeskScreen

NARROW = 30
"""The panel's width while it is not shown."""

AHEAD = 200
"""Articles of the list that are analysed ahead while nothing else is to do."""


class Opened:
    """Opens articles, asks for their analysis, resolves it, and dresses reader and panel."""

    def __init__(self, desk: DeskScreen) -> None:
        """Nothing is open at first."""
        self._desk = desk
        self.paper: Paper | None = None
        self.pipeline = ""
        self._registry: Registry | None = None
        self._asked: set[str] = set()
        self.analyser = Analyser(
            self._pass_on,
            lambda problem, id: self._pass_on({"id": id, "error": problem}),
            desk.services.worker,
        )

    def _pass_on(self, answer: dict[str, Any]) -> None:
        """From the analyser's thread to the desk's own."""
        self._desk.post_message(Answered(answer))

    # -- opening -----------------------------------------------------------------------

    def open(self, article_id: str, offset: int | None = None) -> None:
        """Show an article where it was left, or at an offset; the rest of it follows."""
        desk = self._desk
        self.leave()
        article = self._head(article_id)
        version = desk.services.library.text(article_id) if article else None
        if article is None or version is None:
            desk.say("That article is no longer in the library; R refreshes the list.", True)
            return
        place = desk.services.library.listing.place(article_id) if offset is None else offset
        found = outline(version.text)
        self.paper = Paper(article, version, found, ArticleState(article_id))
        desk.reader.show(self._sheet(self.paper), place)
        desk.reader.mark(LINKS, presenting.link_marks(version.text))
        desk.panel.show([Entry(0, ((("analysing…", "meta"),),))], reset=True)
        shown = (place, desk.reader.top) if offset is None else None
        desk.run_worker(self._fill(article_id, True, shown), group="open", exclusive=True)

    def _head(self, article_id: str) -> Article | None:
        """The article with the title and source that the user may have put right."""
        library = self._desk.services.library
        article = library.article(article_id)
        rows = library.listing.rows(list(library.listing.keys_of([article_id]).values()))
        if article is None or not rows:
            return article
        return replace(article, title=rows[0].title, source=rows[0].source)

    def open_neighbour(self, step: int) -> None:
        """Open the next or previous article of the list."""
        desk = self._desk
        desk.list.move_to(desk.list.cursor + step)
        row = desk.list.current
        if row is not None and (self.paper is None or row.article != self.paper.article.id):
            self.open(row.article)
        else:
            desk.say("That was the last one in the list; h goes back to it.")

    def leave(self) -> None:
        """Keep the place in the open article, and whether its end was seen."""
        paper, reader = self.paper, self._desk.reader
        if paper is None:
            return
        id, place, ended = paper.article.id, reader.place, reader.at_end and reader.height > 1

        def keep(bench: Bench) -> Change | None:
            return bench.notebook.reach(id, "read" if ended else "opened", place)

        self._desk.changes.make(keep, quiet=True)

    async def _fill(
        self, article_id: str, opening: bool = False, shown: tuple[int, int] | None = None
    ) -> None:
        """Get what the user made of the article, and its analysis.

        ``shown`` is the reading place that the list's projection knew, and the line it put first.
        """
        desk, paper = self._desk, self.paper
        if paper is None:
            return

        def run(bench: Bench) -> tuple[ArticleState, list[Annotation], Own]:
            if opening and not bench.store.read_only:
                bench.notebook.reach(article_id, "opened")
                bench.catch_up()
            notebook = bench.notebook
            return (
                notebook.state(article_id),
                notebook.annotations(article_id),
                bench.corrections.own(article_id),
            )

        state, annotations, own = await desk.services.write(run)
        paper = self.paper
        if paper is None or paper.article.id != article_id:
            return
        self.paper = replace(
            paper,
            article=self._head(article_id) or paper.article,
            state=state,
            annotations=tuple(presenting.placed(a, paper.version) for a in annotations),
            own=overrides(own, paper.outline.sections, paper.version),
        )
        if shown is not None and state.place != shown[0] and desk.reader.top == shown[1]:
            desk.reader.go_to(state.place)  # Another desk left it there; nobody has moved here.
        desk.list.renew(frozenset([article_id]))
        if paper.analysis is None:
            await self._find_analysis()
        else:
            await self._resolve()

    async def renew(self, articles: frozenset[str] | None) -> None:
        """Show changes to what the user made of the open article."""
        if self.paper is not None and (articles is None or self.paper.article.id in articles):
            await self._fill(self.paper.article.id)

    # -- analysis ----------------------------------------------------------------------

    async def _find_analysis(self) -> None:
        """Take the cached analysis if there is one, else ask the worker."""
        paper, desk = self.paper, self._desk
        if paper is None:
            return
        cached = desk.services.library.analyses.get(paper.version.id, self.pipeline or None)
        if cached is not None:
            self.paper = replace(paper, analysis=decode(json.loads(cached)))
            await self._resolve()
        if cached is None or not self.pipeline:
            self._ask(paper.version, urgent=True)
        if cached is None:
            self._dress()

    def _ask(self, version: Version, urgent: bool = False) -> None:
        if version.id not in self._asked or urgent:
            self._asked.add(version.id)
            self.analyser.ask(Job(version.id, version.text), urgent)

    async def take(self, answer: dict[str, Any]) -> None:
        """An answer of the worker: its name, an analysis, or why there is none."""
        desk = self._desk
        if "ready" in answer:
            self.pipeline = answer["ready"]
            if "problem" in answer:
                desk.say(answer["problem"], problem=True)
            desk.run_worker(self._analyse_ahead(), group="ahead", exclusive=True)
            return
        id = answer["id"]
        if "error" in answer:
            self._fail(id, answer["error"])
            return
        try:
            await self._keep(id, answer)
        except Exception as error:
            self._fail(id, sentence(error))

    def _fail(self, id: str, sentence: str) -> None:
        """Say on the open article why it has no analysis; another time it is asked again."""
        self._asked.discard(id)
        if self.paper is not None and self.paper.version.id == id:
            self.paper = replace(self.paper, problem=sentence)
            self._dress()

    async def _keep(self, id: str, answer: dict[str, Any]) -> None:
        """Keep an analysis with the actors and days in it, and show it if its article is open."""
        desk = self._desk
        analysis = decode(answer)
        version = desk.services.library.version(id)
        article = desk.services.library.article(version.article) if version else None
        if version is not None and article is not None and not desk.services.library.read_only:
            said = await desk.services.write(lambda bench: bench.corrections.own(article.id))
            own = overrides(said, analysis.sections, version)
            reading = await asyncio.to_thread(self._read, article, version, analysis, own)
            actors, days = sorted(reading.actors), when.days_named(reading.timexes)
            pipeline = analysis.pipeline

            def keep(bench: Bench) -> None:
                bench.library.analyses.keep(id, pipeline, json.dumps(answer), actors, days)

            await desk.services.write(keep)
        paper = self.paper
        if paper is not None and paper.version.id == id:
            self.paper = replace(paper, analysis=analysis, problem="")
            await self._resolve()

    async def _analyse_ahead(self) -> None:
        """Ask for the articles next in the list that were never analysed."""
        library = self._desk.services.library
        for id in library.analyses.wanting(self.pipeline, AHEAD):
            version = library.version(id)
            if version is not None:
                self._ask(version)

    def _read(
        self, article: Article, version: Version, analysis: Analysis, own: Overrides
    ) -> Reading:
        """The reading of a text, with the user's word over it."""
        # Rules and names load with the first article, not with the desk.
        from tui.reading import load_registry, read

        if self._registry is None:
            self._registry = load_registry(self._desk.settings.registry)
        text = version.text
        references = references_of(analysis.sections, article.dateline, own.references)
        mentions = correct_mentions(analysis.mentions, text, own.mentions)
        found = read(text, replace(analysis, mentions=mentions), self._registry, references)
        return replace(found, timexes=correct_timexes(found.timexes, text, own.dates))

    async def _resolve(self) -> None:
        """Resolve the analysis against the user's reference dates: no model, at once."""
        paper = self.paper
        if paper is None or paper.analysis is None:
            return
        version = paper.version

        def work(analysis: Analysis) -> tuple[Reading, tuple[dates.Warning, ...]]:
            reading = self._read(paper.article, version, analysis, paper.own)
            return reading, tuple(dates.warnings(version.text, reading.timexes, reading.sections))

        try:
            reading, found = await asyncio.to_thread(work, paper.analysis)
        except Exception as error:
            self._fail(version.id, sentence(error))
            return
        if self.paper is not None and self.paper.version.id == version.id:
            self.paper = replace(self.paper, reading=reading, warnings=found)
            self._dress()
        if paper.reading is None or paper.reading.timexes != reading.timexes:
            days = when.days_named(reading.timexes)

            def keep(bench: Bench) -> None:
                if not bench.library.read_only:
                    bench.library.analyses.redate(version.id, days)

            await self._desk.services.write(keep)

    # -- showing -----------------------------------------------------------------------

    def _sheet(self, paper: Paper) -> Sheet:
        return presenting.sheet(
            paper.version.text,
            paper.article,
            paper.outline,
            paper.state,
            paper.references,
            self._notices(paper),
            self._desk.reader.glyphs,
        )

    def _notices(self, paper: Paper) -> list[str]:
        if paper.problem:
            return [f"{paper.problem} Reading, marking and tagging work without it."]
        if paper.analysis is not None and paper.analysis.language != "en":
            return ["Not in English: only names from the registry are marked."]
        return warned.notices(paper.warnings, self._names(paper))

    def _names(self, paper: Paper) -> dict[int, str]:
        """What the dates of each section hang on."""
        return warned.reference_names(
            paper.outline.sections, paper.references, paper.article.dateline
        )

    def redress(self) -> None:
        """Show the marks again, after labels were switched on or off."""
        self._dress()

    def _dress(self) -> None:
        """Show all that is known on the text and beside it; the text does not move."""
        paper, desk = self.paper, self._desk
        if paper is None:
            return
        new = self._sheet(paper)
        if new != desk.reader.sheet:
            desk.reader.dress(new)
        reader = desk.reader
        reader.mark(ANNOTATIONS, presenting.annotation_marks(paper.annotations, paper.version))
        if paper.reading is not None:
            reader.mark(ENTITIES, presenting.entity_marks(paper.reading, desk.hidden))
            dates = [] if "DATE" in desk.hidden else presenting.date_marks(paper.reading)
            reader.mark(DATES, dates)
            self._keep_current()
        desk.panel.show(self._entries(paper))
        desk.refresh_foot()

    def _keep_current(self) -> None:
        """The current item stays on the same words when marks are made anew."""
        reader = self._desk.reader
        old = reader.current
        if old is None:
            return
        for layer in reader.marks.values():
            for mark in layer.over(old.start, old.end):
                if (mark.start, mark.end, type(mark.item)) == (old.start, old.end, type(old.item)):
                    reader.current = Mark(mark.start, mark.end, mark.style, mark.item)
                    return

    def _entries(self, paper: Paper) -> list[Entry]:
        library = self._desk.services.library
        notes = presenting.annotation_entries(paper.annotations, paper.version)
        if paper.reading is None:
            words = paper.problem or "analysing…"
            return [
                Entry(0, ((("1 Actors and dates", "heading"),), ((f"  {words}", "meta"),))),
                *notes,
            ]
        counts = {id: library.analyses.appearances(id) for id in paper.reading.actors}
        names = when.correction_entries(ACTORS, paper.own.mentions, "no name")
        width = self._desk.panel.size.width or NARROW
        about = [
            *warned.entries(paper.warnings, self._names(paper), width),
            *when.correction_entries(DATE_PART, paper.own.dates, "no date"),
        ]
        return [
            *presenting.actor_entries(paper.reading, counts, library.analyses.count(), [*names]),
            *presenting.date_entries(paper.reading.timexes, about),
            *notes,
        ]

    def close(self) -> None:
        """End the worker."""
        self.analyser.close()
