"""``briefs-tui evaluate``: measure pipelines against gold data, side by side."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui import settings
from tui.cli.output import fail, say, table

if TYPE_CHECKING:
    from tui.language.training.evaluation import Result

SHOWN = 10
"""Worst texts and commonest errors printed, unless asked otherwise."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "gold",
        nargs="+",
        type=Path,
        metavar="GOLD",
        help="annotated texts: .jsonl, .txt with [name|LABEL] in it, .spacy or .conll",
    )
    parser.add_argument(
        "--pipeline",
        action="append",
        metavar="NAME",
        help="builtin, rules, or a spaCy pipeline's name or path; may be given several times "
        "(default: the one in the settings)",
    )
    parser.add_argument(
        "--bare", action="store_true", help="a model alone, without this program's rules"
    )
    parser.add_argument(
        "--labels", metavar="A,B", help="compare only these labels (default: those of the gold)"
    )
    parser.add_argument(
        "--show", type=int, default=SHOWN, metavar="N", help="worst texts and errors to print"
    )


def run(args: argparse.Namespace) -> int:
    """Print the figures; 1 with a sentence on stderr when the gold cannot be read."""
    from tui.language.training.data import DataError, read_all
    from tui.language.training.evaluation import PipelineError, evaluate, finder

    names = args.pipeline or [settings.load().pipeline]
    try:
        items = read_all(args.gold)
    except DataError as error:
        return fail(str(error))
    if not items:
        return fail(f"{args.gold[0]}: holds no annotated text.")
    labels = args.labels.split(",") if args.labels else None
    try:
        results = [evaluate(items, finder(name, args.bare), labels) for name in names]
    except PipelineError as error:
        return fail(str(error))
    say(f"{len(items)} texts, {results[0].scores.strict.gold} entities")
    table(_figures(names, results))
    for name, result in zip(names, results, strict=True):
        _details(name, result, args.show)
    return 0


def _figures(names: list[str], results: list[Result]) -> list[tuple[str, ...]]:
    """Rows of the table: per pipeline precision, recall and F1."""
    rows = [("", *(f"{Path(name).name} P     R     F1" for name in names))]
    kinds = [
        ("strict", [one.scores.strict for one in results]),
        ("span", [one.scores.span for one in results]),
    ]
    labels = sorted({label for one in results for label in one.scores.labels})
    for label in labels:
        kinds.append((label, [one.scores.of(label) for one in results]))
    if {"GPE", "LOC"} <= set(labels):
        kinds.append(("PLACE (GPE, LOC)", [one.places.of("PLACE") for one in results]))
    for title, counts in kinds:
        figures = (
            "  ".join(f"{100 * value:5.1f}" for value in (one.precision, one.recall, one.f1))
            for one in counts
        )
        rows.append((title, *figures))
    return rows


def _details(name: str, result: Result, count: int) -> None:
    if worst := result.worst(count):
        say(f"\n{name}: texts with the most errors")
        table(
            (text, f"{one.strict.right} right of {one.strict.gold}, {one.strict.predicted} found")
            for text, one in worst
        )
    if result.errors:
        say(f"\n{name}: commonest errors")
        table(
            (str(times), one.text, f"{one.gold or 'none'} read as {one.found or 'none'}")
            for one, times in sorted(
                result.errors.items(), key=lambda pair: (-pair[1], pair[0].text)
            )[:count]
        )
