"""What the desk stands on: the library, the notebook behind its writer thread, the analyser.

The notebook (TinyDB) is touched on one thread only, so changes happen in the order of the keys
and no key ever waits for a disk. The library is SQLite: each thread opens its own connection.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.library import Library
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.annotations import Corrections, Notebook
    from tui.store import Store

Result = TypeVar("Result")


class Bench:
    """Store and library of one thread, opened together when first used."""

    def __init__(self, folder: Path) -> None:
        """Open the store in ``folder`` and a library connection of this thread's own."""
        from tui.annotations import Corrections, Notebook
        from tui.store import Store

        self.store: Store = Store.open(folder / "store")
        self.notebook: Notebook = Notebook(self.store)
        self.corrections: Corrections = Corrections(self.store)
        self.library = Library(folder / "library.sqlite")

    def catch_up(self) -> frozenset[str] | None:
        """Bring the list's projection up to the journal; the articles touched, None for all."""
        return self.library.projection.catch_up(self.store.folder)


def worker_command(settings: Settings) -> list[str]:
    """The program that recognises names and dates, as the settings want it."""
    command = [sys.executable, "-m", "tui.language", "--pipeline", settings.pipeline]
    for path in settings.registry:
        command += ["--registry", str(Path(path).expanduser())]
    return command


class Services:
    """The folder's library for the desk's own thread, and a queue of work for the writer's."""

    def __init__(self, folder: Path, worker: list[str]) -> None:
        """Open the library; the store is opened by the first work given to the writer."""
        self.folder = folder
        self.worker = worker
        self.library = Library(folder / "library.sqlite")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._bench: Bench | None = None

    async def write(self, work: Callable[[Bench], Result]) -> Result:
        """Run work on the writer thread, after all that was given before."""
        loop = asyncio.get_running_loop()
        # Shielded: what ends while it waits (a screen, the desk) does not take its work back.
        return await asyncio.shield(loop.run_in_executor(self._writer, partial(self._run, work)))

    def _run(self, work: Callable[[Bench], Result]) -> Result:
        if self._bench is None:
            self._bench = Bench(self.folder)
        return work(self._bench)

    def close(self) -> None:
        """Finish what was begun, and let go of the files; blocks until then."""
        self._writer.submit(self._close_bench).result()
        self._writer.shutdown()
        self.library.close()

    def _close_bench(self) -> None:
        if self._bench is not None:
            self._bench.store.close()
            self._bench.library.close()
