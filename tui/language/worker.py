"""The language worker: JSON Lines in, one analysis a line out, until standard input closes.

It says ``{"ready": id of the pipeline}`` first (with ``problem``, a sentence, if another one was
asked for). A line ``{"id", "text"}`` is answered by ``{"id", ...}`` in the shape of
:mod:`tui.analysis`, or by ``{"id", "error"}``; every answer is written out at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from tui import analysis
from tui.actors import RegistryError
from tui.language.pipeline import Pipeline, load

NICENESS = 10
"""The desk goes first."""


def answer(pipeline: Pipeline, line: str) -> dict[str, Any]:
    """The answer to one line; every failure becomes an ``error``."""
    identity = None
    try:
        request = json.loads(line)
        identity = request["id"]
        text = request["text"]
        if not isinstance(text, str):
            raise TypeError("the text is not a string")
        return {"id": identity, **analysis.encode(pipeline.analyse(text))}
    except (ValueError, KeyError, TypeError) as error:
        return {"id": identity, "error": f"not a line with an id and a text: {error}"}
    except Exception as error:  # one text must not end the worker
        return {"id": identity, "error": f"{type(error).__name__}: {error}"}


def serve(pipeline: Pipeline, source: Iterable[str], target: TextIO) -> None:
    """Answer all lines."""

    def write(data: dict[str, Any]) -> None:
        # Escaped, so that any pipe carries it; a lone surrogate cannot break the stream.
        target.write(json.dumps(data, ensure_ascii=True) + "\n")
        target.flush()

    ready = {"ready": pipeline.id, **({"problem": pipeline.problem} if pipeline.problem else {})}
    write(ready)
    for line in source:
        if line.strip():
            write(answer(pipeline, line))


def main(arguments: Sequence[str] | None = None) -> int:
    """``python -m tui.language``: serve on standard input and output."""
    parser = argparse.ArgumentParser(prog="python -m tui.language", description=__doc__)
    parser.add_argument("--pipeline", default="builtin", help="builtin, rules, a name or a path")
    parser.add_argument("--registry", action="append", default=[], metavar="FILE")
    options = parser.parse_args(arguments)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        pipeline = load(options.pipeline, options.registry)
    except RegistryError as error:
        print(f"briefs-tui: {error}", file=sys.stderr)
        return 1
    try:
        serve(pipeline, sys.stdin, sys.stdout)
    except (BrokenPipeError, KeyboardInterrupt):
        # Nobody reads any more; closing the pipe again at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
