"""``briefs-tui train``: train the tagger of names from annotated texts."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.cli.corrected import write_corrected
from tui.cli.output import fail, say

if TYPE_CHECKING:
    from tui.language.training.loop import Plan, Progress

SHARES = (
    ("gold", "texts annotated by people, read twice an epoch (.jsonl, .txt, .spacy, .conll)"),
    ("silver", "texts read once an epoch"),
    ("corrections", "few texts that count most, read eight times an epoch"),
    ("dev", "texts to measure on: the best tagger is kept, not the last"),
)
"""Kinds of annotated files, and what happens to each."""

WARMUP = 250
"""Updates over which the learning rate rises, in a run of 2,500 or more."""

TOUCH_STEPS, TOUCH_RATE, TOUCH_WRITTEN = 100, 0.0003, 10
"""Updates, learning rate and times of each written sentence where corrections alone are learned.

The texts that come with the package are read beside them, as always.

With one corrected sentence measured to be learned, at a loss of 2.6 points of mean F1 on the dev
files (76.3 to 73.7): more text beside the corrections forgets less.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("output", type=Path, help="the folder to write the pipeline to")
    for name, words in SHARES:
        parser.add_argument(
            f"--{name}", nargs="+", type=Path, default=[], metavar="FILE", help=words
        )
    parser.add_argument(
        "--with-corrections",
        action="store_true",
        help="train on the names that you put right in your library, too",
    )
    parser.add_argument(
        "--base",
        metavar="PIPELINE",
        help="go on from the weights of this pipeline (a folder, or builtin), not from nothing; "
        "without --gold and --silver: builtin",
    )
    parser.add_argument(
        "--keep",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="how much of the base's weights to keep in the result, 0 to 1: forgets less",
    )
    parser.add_argument("--seed", type=int, default=0, help="same seed and data, same weights")
    parser.add_argument("--steps", type=int, help="number of updates")
    parser.add_argument("--rate", type=float, help="highest learning rate")
    parser.add_argument(
        "--set",
        nargs=2,
        action="append",
        default=[],
        metavar=("KEY", "VALUE"),
        help="change the configuration, as in --set training.dropout 0.2",
    )
    parser.add_argument("--resume", action="store_true", help="go on with a stopped run")


def run(args: argparse.Namespace) -> int:
    """Train; 1 with a sentence on stderr when the files, or the checkpoint, cannot be used."""
    from confection import ConfigValidationError

    from tui.language.training.checkpoint import CheckpointError
    from tui.language.training.data import DataError
    from tui.language.training.loop import train

    if args.with_corrections:
        mine = args.output.with_name(args.output.name + ".corrections.jsonl")
        mine.parent.mkdir(parents=True, exist_ok=True)
        if not (args.resume and mine.is_file()) and not write_corrected(mine):
            mine.unlink()
            return fail("No names are corrected in your library.")
        args.corrections.append(mine)
    if not (args.gold or args.silver or args.corrections):
        return fail(
            "Nothing to train on: give files with --gold, --silver or --corrections, "
            "or --with-corrections."
        )
    if not (args.gold or args.silver):
        # Little text: a touch on what is there, not a tagger from nothing.
        args.base = args.base or "builtin"
        args.steps = args.steps if args.steps is not None else TOUCH_STEPS
        args.rate = args.rate if args.rate is not None else TOUCH_RATE
        args.set.insert(0, ["corpora.train.written", str(TOUCH_WRITTEN)])
    try:
        train(_plan(args), args.output, resume=args.resume, report=show)
    except (CheckpointError, DataError) as error:
        return fail(str(error))
    except ConfigValidationError as error:
        return fail("The configuration does not fit together: " + " ".join(str(error).split()))
    except KeyboardInterrupt:
        return fail("Stopped; the same command with --resume goes on from the last measurement.")
    say(f"Written to {args.output}; to use it, set pipeline = {str(args.output)!r}.")
    return 0


def _overrides(args: argparse.Namespace) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if args.steps is not None:
        found.append(("training.max_steps", args.steps))
        rate = "training.optimizer.learn_rate"
        found.append((f"{rate}.total_steps", args.steps))
        found.append((f"{rate}.warmup_steps", min(WARMUP, args.steps // 10)))
    if args.rate is not None:
        found.append(("training.optimizer.learn_rate.initial_rate", args.rate))
    for key, value in args.set:
        try:
            found.append((key, json.loads(value)))
        except ValueError:
            found.append((key, value))
    return found


def _plan(args: argparse.Namespace) -> Plan:
    from tui.language import pipeline
    from tui.language.training.loop import Plan

    base = pipeline.MODEL if args.base == "builtin" else args.base
    return Plan(
        gold=tuple(args.gold),
        silver=tuple(args.silver),
        corrections=tuple(args.corrections),
        dev=tuple(args.dev),
        base=Path(base) if base else None,
        keep=args.keep,
        seed=args.seed,
        overrides=tuple(_overrides(args)),
    )


def show(progress: Progress) -> None:
    """Print a line where the tagger was measured; on a terminal, count the updates between."""
    head = f"{progress.step:6} of {progress.steps}  {progress.words / 1000:7.0f}k words"
    head += f"  {progress.seconds:5.0f} s  loss {progress.loss:7.0f}"
    if progress.score is not None:
        scores = "  ".join(f"{name} {100 * value:.1f}" for name, value in progress.scores.items())
        mark = "  best" if progress.best and scores else ""
        clear = "\r\x1b[K" if sys.stdout.isatty() else ""
        print(f"{clear}{head}  {scores}{mark}", flush=True)
    elif sys.stdout.isatty() and progress.step % 10 == 0:
        print(f"\r{head}", end="", flush=True)
