"""The article in the reader: its text at once, what is known of it as it comes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui import dates
from tui.annotations import Own
from tui.corrected import overrides
from tui.desk import dressing, presenting, when
from tui.desk.analysing import Analysing
from tui.desk.paper import Paper, sentence
from tui.desk.services import Bench
from tui.model import Analysis, Annotation, Article, ArticleState, Change, Reading
from tui.text import outline

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen


class Opened:
    """The open article: ``paper`` is all that is known of it, and what the views show."""

    def __init__(self, desk: DeskScreen) -> None:
        """Nothing is open at first."""
        self._desk = desk
        self.paper: Paper | None = None
        self._analyses = Analysing(desk)

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
        before = (self.paper, desk.reader.marks, desk.panel.entries)
        self.paper = Paper(article, version, outline(version.text), ArticleState(article_id))
        dressing.lay_down(desk, self.paper, place)
        left = place if offset is None else None
        desk.run_worker(self._follow(article_id, left, before), group="open", exclusive=True)

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

    def close(self) -> None:
        """End the worker."""
        self._analyses.close()

    # -- what is known of it -----------------------------------------------------------

    async def _follow(self, article_id: str, left: int | None, before: object) -> None:
        """Once the text is on the screen, note that it was opened and get all the rest.

        ``left`` is the reading place that the list's projection knew, if it was opened there.
        ``before`` is what was open: to let go of ten thousand names takes time, too.
        """
        reader = self._desk.reader
        await reader.painted()
        del before
        top = reader.top
        paper = await self._recall(article_id, opening=True)
        if paper is None:
            return
        if left is not None and paper.state.place != left and reader.top == top:
            reader.go_to(paper.state.place)  # Another desk left it there; nobody has moved here.
        await self._find_out()

    async def renew(self, articles: frozenset[str] | None) -> None:
        """Show changes to what the user made of the open article."""
        paper = self.paper
        if (
            paper is not None
            and (articles is None or paper.article.id in articles)
            and await self._recall(paper.article.id) is not None
        ):
            await self._find_out()

    async def _recall(self, article_id: str, opening: bool = False) -> Paper | None:
        """Get what the user made of the article; None if another has been opened meanwhile."""
        desk = self._desk

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
            return None
        self.paper = replace(
            paper,
            article=self._head(article_id) or paper.article,
            state=state,
            annotations=tuple(presenting.placed(a, paper.version) for a in annotations),
            own=overrides(own, paper.outline.sections, paper.version),
        )
        desk.list.renew(frozenset([article_id]))
        return self.paper

    async def _find_out(self) -> None:
        """Find the analysis of the open text, if that is not known yet, and resolve it."""
        paper = self.paper
        if paper is None:
            return
        if paper.analysis is None:
            version = paper.version
            found = await self._analyses.find(version)
            if found is None:
                self.dress()
                return
            paper = self.paper
            if paper is None or paper.version.id != version.id or paper.analysis is not None:
                return  # Another was opened meanwhile, or the worker was quicker.
            self.paper = replace(paper, analysis=found)
        await self._resolve()

    async def take(self, answer: dict[str, Any]) -> None:
        """An answer of the worker, perhaps on the open article."""
        taken = await self._analyses.take(answer)
        if taken is None:
            return
        version, found = taken
        if self.paper is None or self.paper.version.id != version:
            return
        if isinstance(found, str):
            self._fail(found)
        else:
            self.paper = replace(self.paper, analysis=found, problem="")
            await self._resolve()

    def _fail(self, problem: str) -> None:
        """Say on the open article why it has no analysis."""
        if self.paper is not None:
            self.paper = replace(self.paper, problem=problem)
            self.dress()

    async def _resolve(self) -> None:
        """Resolve the analysis against the user's reference dates: no model, at once."""
        paper = self.paper
        if paper is None or paper.analysis is None:
            return
        version = paper.version

        def work(analysis: Analysis) -> tuple[Reading, tuple[dates.Warning, ...]]:
            reading = self._analyses.read(paper.article, version, analysis, paper.own)
            return reading, tuple(dates.warnings(version.text, reading.timexes, reading.sections))

        try:
            reading, found = await asyncio.to_thread(work, paper.analysis)
        except Exception as error:
            if self.paper is not None and self.paper.version.id == version.id:
                self._fail(sentence(error))
            return
        now = self.paper
        if now is not None and now.analysis is paper.analysis and now.own is paper.own:
            self.paper = replace(now, reading=reading, warnings=found)
            self.dress()
        if paper.reading is None or paper.reading.timexes != reading.timexes:
            days = when.days_named(reading.timexes)

            def keep(bench: Bench) -> None:
                if not bench.library.read_only:
                    bench.library.analyses.redate(version.id, days)

            await self._desk.services.write(keep)

    def dress(self) -> None:
        """Show all that is known on the text and beside it."""
        if self.paper is not None:
            dressing.dress(self._desk, self.paper)
