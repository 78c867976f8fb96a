"""Everything that alters what the user made: one change a key, confirmed before it is shown."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.services import Bench, Result
from tui.model import Document

if TYPE_CHECKING:
    from tui.desk.screens.main import DeskScreen
    from tui.store import Reversal

Work = Callable[[Bench], object]
"""One change on the writer's thread; gives something true if there was anything to change."""

Outcome = tuple[str, frozenset[str] | None]
"""What to say, and the articles whose user data was touched (None: any may be)."""


def known_errors() -> tuple[type[Exception], ...]:
    """The errors whose message is a clear sentence; their rooms load with the first change."""
    from tui.annotations import AnnotationError
    from tui.library import LibraryError
    from tui.store import StoreError

    return (AnnotationError, LibraryError, StoreError)


def _nothing(_: object) -> None:
    """What follows work without a result."""


class Changes:
    """Gives changes to the writer thread, and renews what shows them once they are durable."""

    def __init__(self, desk: DeskScreen) -> None:
        """For this desk."""
        self._desk = desk
        self._wishes: dict[str, Document | None] = {}

    def make(self, work: Work, then: Callable[[], None] | None = None, quiet: bool = False) -> None:
        """Make one change; ``then`` runs when it is confirmed."""

        def run(bench: Bench) -> Outcome:
            made = work(bench)
            said = f"{bench.store.history(1)[0].label}. u undoes." if made and not quiet else ""
            return said, bench.catch_up()

        self._start(run, then)

    def undo(self, count: int) -> None:
        """Take back one's latest changes, as many as ``count`` says."""
        self._reverse(lambda bench: bench.store.undo(), count, "There is nothing to undo.")

    def redo(self, count: int) -> None:
        """Do again what was undone last."""
        self._reverse(lambda bench: bench.store.redo(), count, "There is nothing to do again.")

    def _reverse(self, step: Callable[[Bench], Reversal | None], count: int, none: str) -> None:
        def run(bench: Bench) -> Outcome:
            said = none
            for number in range(max(1, count)):
                reversal = step(bench)
                if reversal is None:
                    break
                said = reversal.message + (f" ({number + 1} changes)" if number else "")
            return said, bench.catch_up()

        self._start(run)

    def keep(self, name: str, document: Document | None) -> None:
        """Keep something small outside the history, such as a draft.

        While one writing waits for the disk, only the latest wish for a name is remembered.
        """
        waiting = name in self._wishes
        self._wishes[name] = document
        if not waiting:
            self.background(lambda bench: bench.store.keep(name, self._wishes.pop(name)), _nothing)

    def kept(self, name: str, then: Callable[[Document | None], None]) -> None:
        """Fetch what was kept."""
        self.background(lambda bench: bench.store.kept(name), then)

    def background(self, work: Callable[[Bench], Result], then: Callable[[Result], None]) -> None:
        """Run work that is no change on the writer's thread."""

        async def wait() -> None:
            try:
                then(await self._desk.services.write(work))
            except known_errors() as error:
                self._desk.say(str(error), problem=True)

        self._desk.run_worker(wait(), group="changes")

    def open_outside(self, opener: str, address: str) -> None:
        """Give a link to the user's own command, apart from this terminal."""

        def work(_: Bench) -> str:
            try:
                subprocess.Popen(
                    [*shlex.split(opener), address],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except (OSError, ValueError) as error:
                return f"The opener of the settings cannot be run: {error}."
            return f"Gave {address} to {opener}."

        self.background(work, self._desk.say)

    def look_for_others(self) -> None:
        """Show what another desk on the same store, or an import, changed meanwhile."""
        if not self._desk.pile.busy:
            self._desk.pile.show_progress()

        def run(bench: Bench) -> Outcome:
            bench.store.refresh()
            return "", bench.catch_up()

        self._start(run)

    def _start(
        self,
        run: Callable[[Bench], Outcome],
        then: Callable[[], None] | None = None,
    ) -> None:
        async def wait() -> None:
            desk = self._desk
            try:
                said, touched = await desk.services.write(run)
            except known_errors() as error:
                desk.say(str(error), problem=True)
                return
            if touched is None or touched:
                desk.list.renew(touched)
                desk.pile.show_progress()
                if desk.paper is not None:
                    await desk.opened.renew(touched)
            if said:
                desk.say(said)
            if then is not None:
                then()

        self._desk.run_worker(wait(), group="changes", exit_on_error=True)
