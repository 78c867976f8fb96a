"""``briefs-tui analyze``: print who and when is found in texts; writes nothing."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui import settings
from tui.actors import Registry, RegistryError
from tui.cli.output import complain, fail, json_line, say, say_json, table
from tui.dates import rule_table
from tui.model import Analysis, Document, Reading, Section
from tui.reading import read
from tui.text import TextError, article_starts, decode, read_stamp

if TYPE_CHECKING:
    from tui.language.pipeline import Pipeline

DATELINE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")


class InputError(Exception):
    """One text that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Job:
    """One text to analyse. ``dateline`` is the main section's, or None: find it in the text."""

    id: Any
    text: str
    dateline: str | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="text files; - for standard input (JSON Lines)"
    )
    parser.add_argument(
        "--rules",
        action="store_true",
        help="print the rules for dates instead: id, type, example, its value, its reference date",
    )
    parser.add_argument("--jsonl", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--dateline",
        metavar="DATE",
        help="date of the main article, YYYY-MM-DD or with THH:MM (else: found in the text)",
    )
    # A file is needed but for the table of rules, which argparse cannot say by itself.
    parser.set_defaults(usage_error=parser.error)


def run(args: argparse.Namespace) -> int:
    """Analyse all texts, each printed as it is ready; 1 if one of them could not be read."""
    if args.rules:
        return show_rules(args.jsonl)
    if not args.files:
        args.usage_error("name a text file to analyse, or - for standard input")
    try:
        dateline = checked(args.dateline)
        configured = settings.load()
        # Only now, since it takes most of a second.
        from tui.language.components import shared_registry
        from tui.language.pipeline import load

        registry = shared_registry(tuple(configured.registry))
        pipeline = load(configured.pipeline, configured.registry)
    except (InputError, RegistryError, settings.SettingsError) as error:
        return fail(str(error))
    if pipeline.problem:
        complain(pipeline.problem)
    status = 0
    for job in jobs(args.files, dateline):
        if isinstance(job, InputError):
            status = fail(str(job))
            continue
        try:
            analysis, reading = analyse(job, pipeline, registry)
        except Exception as error:  # one text must not end the rest
            status = fail(f"{job.id}: it cannot be analysed ({type(error).__name__}: {error})")
            continue
        if args.jsonl:
            print(json_line(result(job, analysis, reading)), flush=True)
        else:
            show(job, analysis, reading)
    return status


def show_rules(jsonl: bool) -> int:
    """Print the table of date rules, in columns or one JSON object a line."""
    names = ("id", "type", "example", "value", "reference")
    rows = [(r.id, r.type, r.example, r.gives, r.reference) for r in rule_table()]
    if jsonl:
        for row in rows:
            say_json(dict(zip(names, row, strict=True)))
    else:
        table([names, *(tuple(cell or "" for cell in row) for row in rows)])
    return 0


def checked(dateline: object) -> str | None:
    """A dateline as given, or None; raises :class:`InputError` for anything but a date."""
    if dateline is None or dateline == "":
        return None
    if isinstance(dateline, str) and DATELINE.fullmatch(dateline) and read_stamp(dateline[:10]):
        return dateline.replace(" ", "T")
    raise InputError(f"dateline {dateline!r} is no date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM")


def jobs(names: list[str], dateline: str | None) -> Iterator[Job | InputError]:
    """The texts of files and, for ``-``, of the lines of standard input, in order."""
    for name in names:
        if name == "-":
            yield from _lines(dateline)
            continue
        try:
            # Bytes, so that newlines stay what they are and offsets hold.
            yield Job(name, decode(Path(name).read_bytes())[0], dateline)
        except OSError as error:
            yield InputError(f"{name}: {error.strerror or error}")
        except TextError as error:
            yield InputError(f"{name}: {error}")


def _lines(dateline: str | None) -> Iterator[Job | InputError]:
    for number, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw.decode("utf-8"))
            if not isinstance(line, dict) or not isinstance(line.get("text"), str):
                raise InputError('expected an object with "id" and "text"')
            own = checked(line.get("dateline"))
            yield Job(line.get("id"), line["text"], own or dateline)
        except (ValueError, InputError) as error:
            yield InputError(f"standard input, line {number}: {error}")


def analyse(job: Job, pipeline: Pipeline, registry: Registry) -> tuple[Analysis, Reading]:
    """The analysis and reading of one text, its given dateline being the main section's."""
    analysis = pipeline.analyse(job.text)
    if job.dateline:
        analysis = replace(analysis, sections=tuple(dated(analysis.sections, job.dateline)))
    return analysis, read(job.text, analysis, registry)


def dated(sections: Sequence[Section], dateline: str) -> Iterator[Section]:
    """The sections with another date for the main article, its captions and source line."""
    for section, start in zip(sections, article_starts(sections), strict=True):
        main = sections[start].kind == "main"
        yield replace(section, dateline=dateline) if main else section


def result(job: Job, analysis: Analysis, reading: Reading) -> Document:
    """The line of the contract. Datelines found in the text are given as days."""

    def day(dateline: str | None) -> str | None:
        return dateline if dateline is None or dateline == job.dateline else dateline[:10]

    main = next((s for s in reading.sections if s.kind == "main"), None)
    return {
        "id": job.id,
        "dateline": day(main.dateline) if main else job.dateline,
        "language": analysis.language,
        "sections": [
            {"start": s.start, "end": s.end, "kind": s.kind, "dateline": day(s.dateline)}
            for s in reading.sections
        ],
        "entities": [
            {
                **{"start": m.start, "end": m.end, "text": m.text, "label": m.label},
                **{"actor": m.actor, "rule": m.rule, "strength": round(m.strength, 3)},
                **({"metonym_of": m.metonym_of} if m.metonym_of else {}),
                "why": m.why,
            }
            for m in reading.mentions
        ],
        "dates": [
            {
                **{"start": x.start, "end": x.end, "text": x.text, "type": x.type},
                **{"value": x.value, "doubt": x.doubt, "rule": x.rule, "reason": x.reason},
            }
            for x in reading.timexes
        ],
        "actors": {
            a.id: {"name": a.name, "kind": a.kind, "aliases": list(a.aliases)}
            for a in reading.actors.values()
        },
    }


def show(job: Job, analysis: Analysis, reading: Reading) -> None:
    """The same for people: actors with their mentions, and dates in order."""
    say(f"{job.id}")
    for section in reading.sections:
        dated = f", {section.dateline}" if section.dateline else ""
        say(f"  section {section.start}-{section.end}: {section.kind}{dated}")
    if analysis.language != "en":
        say(f"  not in English ({analysis.language}): only names of the registry are sought")
    forms: dict[str, dict[str, int]] = {}
    for mention in reading.mentions:
        actor = reading.actors.get(mention.actor or "")
        name = f"{actor.name} ({actor.kind})" if actor else f"{mention.text} (not linked)"
        seen = forms.setdefault(name, {})
        form = " ".join(f"{mention.text} {mention.label}".split())
        seen[form] = seen.get(form, 0) + 1
    for name, seen in sorted(forms.items(), key=lambda item: -sum(item[1].values())):
        say(f"  {name}: " + ", ".join(f"{form} x{n}" for form, n in seen.items()))
    for timex in reading.timexes:
        doubt = "" if timex.doubt == "sure" else f"  [{timex.doubt}]"
        say(f"  {timex.value}  {' '.join(timex.text.split())}{doubt}")
