"""The analyses of texts: those that the library keeps, and new ones from the language worker."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.analysis import decode
from tui.corrected import (
    Overrides,
    correct_mentions,
    correct_timexes,
    overrides,
    references_of,
)
from tui.desk import when
from tui.desk.analyser import Analyser, Job
from tui.desk.messages import Answered
from tui.desk.paper import sentence
from tui.desk.services import Bench
from tui.model import Analysis, Article, Reading, Version

if TYPE_CHECKING:
    from tui.actors.registry import Registry
    from tui.desk.screens.main import DeskScreen

AHEAD = 200
"""Articles of the list that are analysed ahead while nothing else is to do."""


class Analysing:
    """Finds analyses, asks the worker for them, keeps and reads them; of any text, open or not."""

    def __init__(self, desk: DeskScreen) -> None:
        """The worker starts with the first text that needs it."""
        self._desk = desk
        self._pipeline = ""
        self._registry: Registry | None = None
        self._asked: set[str] = set()
        self._analyser = Analyser(
            self._pass_on,
            lambda problem, id: self._pass_on({"id": id, "error": problem}),
            desk.services.worker,
        )

    def _pass_on(self, answer: dict[str, Any]) -> None:
        """From the analyser's thread to the desk's own."""
        self._desk.post_message(Answered(answer))

    async def find(self, version: Version) -> Analysis | None:
        """The analysis that is kept of a text, or None.

        The worker is asked where there is none, and where it is not known yet whether what is
        kept is of the pipeline in use.
        """
        library = self._desk.services.library
        cached = library.analyses.get(version.id, self._pipeline or None)
        found = None
        if cached is not None:
            found = await asyncio.to_thread(lambda: decode(json.loads(cached)))
        if cached is None or not self._pipeline:
            self._ask(version, urgent=True)
        return found

    def _ask(self, version: Version, urgent: bool = False) -> None:
        if version.id not in self._asked or urgent:
            self._asked.add(version.id)
            self._analyser.ask(Job(version.id, version.text), urgent)

    async def take(self, answer: dict[str, Any]) -> tuple[str, Analysis | str] | None:
        """Take in a line of the worker and keep what it found.

        Returns a version's id with its analysis, or with a sentence why there is none; None
        where the worker only said its name.
        """
        desk = self._desk
        if "ready" in answer:
            self._pipeline = answer["ready"]
            if "problem" in answer:
                desk.say(answer["problem"], problem=True)
            desk.run_worker(self._analyse_ahead(), group="ahead", exclusive=True)
            return None
        id = answer["id"]
        problem = answer.get("error")
        if problem is None:
            try:
                return id, await self._keep(id, answer)
            except Exception as error:
                problem = sentence(error)
        self._asked.discard(id)  # Another time it is asked again.
        return id, problem

    async def _keep(self, id: str, answer: dict[str, Any]) -> Analysis:
        """Keep an analysis with the actors and days in it."""
        services = self._desk.services
        analysis = decode(answer)
        version = services.library.version(id)
        article = services.library.article(version.article) if version else None
        if version is None or article is None or services.library.read_only:
            return analysis
        said = await services.write(lambda bench: bench.corrections.own(article.id))
        own = overrides(said, analysis.sections, version)
        reading = await asyncio.to_thread(self.read, article, version, analysis, own)
        actors, days = sorted(reading.actors), when.days_named(reading.timexes)

        def keep(bench: Bench) -> None:
            bench.library.analyses.keep(id, analysis.pipeline, json.dumps(answer), actors, days)

        await services.write(keep)
        return analysis

    async def _analyse_ahead(self) -> None:
        """Ask for the articles next in the list that were never analysed."""
        library = self._desk.services.library
        for id in library.analyses.wanting(self._pipeline, AHEAD):
            version = library.version(id)
            if version is not None:
                self._ask(version)

    def read(
        self, article: Article, version: Version, analysis: Analysis, own: Overrides
    ) -> Reading:
        """The reading of a text, with the user's word over it; for a thread of its own."""
        # Rules and names load with the first article, not with the desk.
        from tui.reading import load_registry, read

        if self._registry is None:
            self._registry = load_registry(self._desk.settings.registry)
        text = version.text
        references = references_of(analysis.sections, article.dateline, own.references)
        mentions = correct_mentions(analysis.mentions, text, own.mentions)
        found = read(text, replace(analysis, mentions=mentions), self._registry, references)
        return replace(found, timexes=correct_timexes(found.timexes, text, own.dates))

    def close(self) -> None:
        """End the worker."""
        self._analyser.close()
