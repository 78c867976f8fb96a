"""Measure the dates by hand: scores, ablation, speed and a long fuzz run.

    python -m tests.benchmarks.dates score FILE.jsonl ...    value F1 as in TempEval-3
    python -m tests.benchmarks.dates ablate FILE.jsonl ...   the same without each group of rules
    python -m tests.benchmarks.dates judge FILE.jsonl ...    warnings as dated, and with moved dates
    python -m tests.benchmarks.dates speed [FILE.jsonl ...]  characters a second, and growth
    python -m tests.benchmarks.dates fuzz [N] [SEED]         N random and mutated inputs

A line of a file is ``{"id", "dct", "text", "timex": [{"start", "end", "type", "value"}]}``, or a
single case with ``start``, ``end``, ``type``, ``value`` and ``alt``; see README.md.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tui.dates import edtf, recognise, recogniser, resolve, rule_table, tag, warnings
from tui.dates.rules import TABLE
from tui.model import Section, Timex

Row = dict[str, Any]


def rows(paths: Sequence[str]) -> list[Row]:
    return [
        json.loads(line)
        for path in paths
        for line in Path(path).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


# Scores --------------------------------------------------------------------------------------


def score(documents: Sequence[Row]) -> dict[str, float]:
    """Strict, relaxed and value F1, micro-averaged; a gold expression pairs with one prediction."""
    hits = {"strict": 0, "relaxed": 0, "value": 0}
    gold_count = found_count = 0
    for row in documents:
        found = tag(row["text"], row.get("dct"))
        gold = row.get("timex")
        if gold is None:
            gold = [row] if row.get("start") is not None else []
            found = [t for t in found if not gold or _shared(gold[0], t) > 0]
        skipped = row.get("ignore") or ()
        found = [
            t
            for t in found
            if any(_shared(g, t) > 0 for g in gold)
            or not any(_shared({"start": a, "end": b}, t) > 0 for a, b in skipped)
        ]
        gold_count += len(gold)
        found_count += len(found)
        for g, t in _pairs(gold, found):
            hits["relaxed"] += 1
            hits["strict"] += (g["start"], g["end"]) == (t.start, t.end)
            hits["value"] += _right(g, t)
    both = gold_count + found_count
    return {name: 200 * count / both if both else 0.0 for name, count in hits.items()}


def _shared(gold: Row, timex: Timex) -> int:
    return int(min(gold["end"], timex.end) - max(gold["start"], timex.start))


def _right(gold: Row, timex: Timex) -> bool:
    return timex.value in {gold["value"], *(gold.get("alt") or ())}


def _pairs(gold: Sequence[Row], found: Sequence[Timex]) -> Iterator[tuple[Row, Timex]]:
    ranked = sorted(
        (
            (((g["start"], g["end"]) == (t.start, t.end)), _right(g, t), _shared(g, t), -i, -j)
            for i, g in enumerate(gold)
            for j, t in enumerate(found)
            if _shared(g, t) > 0
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for *_, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield gold[-i], found[-j]


def command_score(paths: Sequence[str]) -> None:
    for path in paths:
        figures = score(rows([path]))
        print(Path(path).name, *(f"{name} {figure:.1f}" for name, figure in figures.items()))


def command_ablate(paths: Sequence[str]) -> None:
    groups = sorted({row.id.partition(".")[0] for row in rule_table()})
    documents = {Path(path).name: rows([path]) for path in paths}
    full = {name: score(each)["value"] for name, each in documents.items()}
    print("all rules", *(f"{name} {figure:.1f}" for name, figure in full.items()))
    for group in groups:
        left = tuple(rule for rule in TABLE if not rule.id.startswith(group + "."))
        setattr(recogniser, "TABLE", left)  # noqa: B010 - a measurement may reach in
        changes = (
            f"{name} {score(each)['value'] - full[name]:+.1f}" for name, each in documents.items()
        )
        print(f"without {group}", *changes)
    setattr(recogniser, "TABLE", TABLE)  # noqa: B010


# Warnings ------------------------------------------------------------------------------------


def command_judge(paths: Sequence[str]) -> None:
    documents = [row for row in rows(paths) if row.get("dct")]
    print(f"{len(documents)} dated documents")
    for days in (0, 90, 400, 1160, -400):
        raised = [_judged(row, days) for row in documents]
        strong = sum("strong" in strengths for strengths in raised)
        hint = sum("hint" in strengths for strengths in raised)
        print(f"date moved by {days:+} days: strong warnings in {strong}, hints in {hint}")


def _judged(row: Row, days: int) -> set[str]:
    reference = (date.fromisoformat(row["dct"][:10]) + timedelta(days=days)).isoformat()
    sections = (Section(0, len(row["text"]), "main", reference),)
    timexes = resolve(row["text"], recognise(row["text"], sections), sections)
    return {warning.strength for warning in warnings(row["text"], timexes, sections)}


# Speed ---------------------------------------------------------------------------------------

SAMPLE = (
    "On February 21st, at a meeting with the chairman, the president asked about progress. He had "
    "been on vacation on February 11th – 20th. The 2010 election ended in a crackdown; since then "
    "three years have passed, and in the coming three weeks the authorities will show interest. "
    "Wages fell by 3% in the first quarter of 2015, said the ministry, which may raise them again "
    "next month. Second, the meeting with the security service was a preventive measure, and the "
    "leadership wants to demonstrate its independence from the neighbour to the east.\n\n"
)


def command_speed(paths: Sequence[str]) -> None:
    texts = [row["text"] for row in rows(paths)] or [SAMPLE * 20] * 20
    tag(SAMPLE, "2016-04-22")
    size = sum(map(len, texts))
    runs = [_cost(lambda: [tag(text, "2016-04-22") for text in texts]) for _ in range(5)]
    print(f"{size / statistics.median(runs):,.0f} characters a second (median of 5)")
    for unit in (SAMPLE, "the 1 ", "a ", "2016-", "May ", "first ", "1,", "\n", " ", "of the "):
        short, long = unit * (20_000 // len(unit)), unit * (200_000 // len(unit))
        ratio = _cost(lambda t=long: tag(t)) / _cost(lambda t=short: tag(t))  # type: ignore[misc]
        print(f"ten times {unit[:12]!r}: {ratio:.1f} times the time")


def _cost(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return max(time.process_time() - began, 1e-6)


# Fuzz ----------------------------------------------------------------------------------------


def inputs(count: int, seed: int) -> Iterator[str]:
    """Random runs of the rules' own words, mutated examples, and plain noise."""
    chance = random.Random(seed)
    examples = [row.example.replace("[", "").replace("]", "") for row in rule_table()]
    vocabulary = sorted({word for example in examples for word in example.split()})
    numbers = ["0", "00", "1", "29", "30", "31", "32", "99", "366", "1000", "2000", "9999", "99999"]
    marks = [*" \n\t.,:;/-–—()[]'’\"", "\u00a0", "İ", "\x00", "ß", "五", "٣", "²", "🙂", "\u0301"]
    for _ in range(count):
        kind = chance.randrange(3)
        if kind == 0:
            pool = chance.choice([vocabulary, numbers + vocabulary[:40]])
            yield chance.choice([" ", "-", "/", ", "]).join(
                chance.choices(pool, k=chance.randrange(1, 25))
            )
        elif kind == 1:
            letters = list(" ".join(chance.sample(examples, chance.randrange(1, 4))))
            for _ in range(chance.randrange(1, 12)):
                at = chance.randrange(len(letters))
                letters[at] = chance.choice([*marks, *numbers, "", letters[at] * 2])
            yield "".join(letters)
        else:
            yield "".join(
                chance.choices([*marks, *"0123456789 aDmMthe"], k=chance.randrange(1, 60))
            )


def command_fuzz(arguments: Sequence[str]) -> None:
    count = int(arguments[0]) if arguments else 100_000
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    references = [None, "2016-04-22", "2016-02-29T18:26", "0001-01-01", "9999-12-31", "nonsense"]
    found = 0
    for number, text in enumerate(inputs(count, seed)):
        reference = references[number % len(references)]
        found += check(text, reference)
    print(f"{count} inputs, {found} expressions, nothing raised")


def check(text: str, reference: str | None) -> int:
    """Run every stage on a text; offsets must be right and in order."""
    sections = (Section(0, len(text), "main", reference),)
    timexes = resolve(text, recognise(text, sections), sections)
    at = 0
    for timex in timexes:
        assert at <= timex.start < timex.end <= len(text), (text, timex)
        assert text[timex.start : timex.end] == timex.text, (text, timex)
        at = timex.end
        edtf(timex)
    warnings(text, timexes, sections)
    return len(timexes)


COMMANDS = {
    "score": command_score,
    "ablate": command_ablate,
    "judge": command_judge,
    "speed": command_speed,
    "fuzz": command_fuzz,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"usage: python -m tests.benchmarks.dates {'|'.join(COMMANDS)} ...")
    COMMANDS[sys.argv[1]](sys.argv[2:])
