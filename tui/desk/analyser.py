"""The desk's end of the language worker: a child program spoken to in JSON Lines.

One thread of the desk starts it when the first text needs it, hands it one text at a time (the
open article before those analysed ahead) and passes its answers on as plain JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """A text to analyse; ``id`` comes back with the answer."""

    id: str
    text: str
    dateline: str | None = None


class Analyser:
    """A queue of texts in front of the worker program.

    ``answer`` is called on the analyser's own thread with each object that the worker writes;
    ``failed`` with a sentence when the worker could not be started or died, and the job's id.
    """

    def __init__(
        self,
        answer: Callable[[dict[str, Any]], None],
        failed: Callable[[str, str], None],
        command: list[str],
    ) -> None:
        """``command`` is the worker program."""
        self._command = command
        self._answer, self._failed = answer, failed
        self._jobs: deque[Job] = deque()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[str] | None = None
        self._closing = False

    def ask(self, job: Job, urgent: bool = False) -> None:
        """Queue a text; an urgent one goes first."""
        with self._wake:
            if urgent:
                self._jobs.appendleft(job)
            else:
                self._jobs.append(job)
            self._wake.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="analyser", daemon=True)
            self._thread.start()

    @property
    def waiting(self) -> int:
        """How many texts are still to be handed over."""
        return len(self._jobs)

    def _serve(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._jobs or self._closing)
                if self._closing:
                    return
                job = self._jobs.popleft()
            try:
                self._answer(self._exchange(job))
            except (OSError, ValueError) as error:
                if self._process is not None:
                    self._process.kill()
                self._process = None
                if self._closing:
                    return
                self._failed(f"The text could not be analysed ({error}).", job.id)

    def _exchange(self, job: Job) -> dict[str, Any]:
        """Hand over one text and wait for its answer."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                start_new_session=True,
                env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            )
            self._answer(self._read())
        assert self._process.stdin is not None
        request = {"id": job.id, "text": job.text, "dateline": job.dateline}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process is not None and self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise OSError("the language worker ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End the worker; what it was busy with is asked again another time."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        process = self._process
        if process is not None:
            process.kill()
            process.wait()
