"""The dates that articles name, for timelines: as CSV with everything known, and as EDTF.

Dates are as the desk shows them: resolved against the user's reference dates, with the user's
corrections. Words such as "now", which name no date, are no part of a timeline.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui import dates
from tui.analysis import decode
from tui.annotations import Corrections, Notebook, Own, tag_key
from tui.corrected import RULE, correct_timexes, overrides, references_of
from tui.library import Library, LibraryError, Row, View
from tui.model import Article, Expression, Timex, Version
from tui.text import one_line, outline

COLUMNS: Final = (
    *("article", "title", "source", "dateline", "words", "type", "value", "edtf"),
    *("granularity", "doubt", "first", "last", "reason"),
)
"""The columns of a timeline as CSV."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of one article; ``row`` is the article as the list shows it.

    ``dateline`` is what the dates of this part of it are counted from, ``""`` where nothing is
    known: an article quoted below another one has its own.
    """

    row: Row
    timex: Timex
    dateline: str = ""

    @property
    def edtf(self) -> str | None:
        """The date as EDTF, by its first and last day where it has no form of its own."""
        timex = self.timex
        found = dates.edtf(timex)
        if found is None and timex.type != "SET" and timex.first and timex.last:
            mark = "?" if timex.doubt == "year-inferred" else ""
            return f"{timex.first}{mark}/{timex.last}{mark}"
        return found

    @property
    def doubt(self) -> str:
        """How sure it is: ``yours``, ``sure``, ``year-inferred``, ``open`` or ``two-readings``."""
        return RULE if self.timex.rule == RULE else self.timex.doubt


@dataclass(frozen=True, slots=True)
class Written:
    """A document, safe to print, and what its format could not hold, a sentence each."""

    text: str
    left_out: tuple[str, ...] = ()


# What is exported ---------------------------------------------------------------------------------


def choose(
    library: Library,
    notebook: Notebook,
    *,
    kept: bool = False,
    annotated: bool = False,
    tag: str | None = None,
    articles: Sequence[str] = (),
) -> list[Row]:
    """The articles that meet all conditions given, newest first.

    ``tag`` is on the article or on an annotation in it, in any spelling. Raises
    :class:`LibraryError` for an id in ``articles`` that the library does not know.
    """
    known = library.listing.keys_of(articles)
    if missing := [id for id in articles if id not in known]:
        raise LibraryError(f"There is no article {one_line(missing[0])} in the library.")
    view = View(triage="kept" if kept else None, articles=frozenset(articles) or None)
    rows = library.listing.rows(library.listing.keys(view))
    if annotated:
        rows = [row for row in rows if row.annotations]
    if tag is not None:
        wanted = tag_key(tag)
        notes = [note for note in notebook.annotations() if wanted in map(tag_key, note.tags)]
        meant = {note.article for note in notes}
        rows = [r for r in rows if r.article in meant or wanted in map(tag_key, r.tags)]
    return rows


def collect(library: Library, corrections: Corrections, rows: Sequence[Row]) -> Iterator[Moment]:
    """The dates of articles, in the order of their texts."""
    for row in rows:
        article, version = library.article(row.article), library.text(row.article)
        if article is not None and version is not None:
            cached = library.analyses.get(version.id)
            own = corrections.own(row.article)
            for timex, dateline in timexes(article, version, own, cached):
                yield Moment(row, timex, dateline)


def timexes(
    article: Article, version: Version, own: Own, cached: str | None = None
) -> Iterator[tuple[Timex, str]]:
    """The dates of a text as the desk shows them, each with the dateline of its part of it.

    ``cached`` is the text's kept analysis, if there is one.
    """
    text = version.text
    if cached is None:
        sections = outline(text).sections
        expressions: Sequence[Expression] = dates.recognise(text, sections)
    else:
        analysis = decode(json.loads(cached))
        sections, expressions = analysis.sections, analysis.expressions
    mine = overrides(own, sections, version)
    references = references_of(sections, article.dateline, mine.references)
    found = dates.resolve(text, expressions, sections, references)
    for timex in correct_timexes(found, text, mine.dates):
        if not timex.value.endswith("_REF"):
            inside = [n for n, s in enumerate(sections) if s.start <= timex.start < s.end]
            datelines = [references.get(number, sections[number].dateline) for number in inside]
            yield timex, next(filter(None, datelines), "")


def in_order(moments: Sequence[Moment]) -> list[Moment]:
    """By first and last day; what has none comes last, in the order of the texts."""
    return sorted(
        moments, key=lambda m: (not m.timex.first, m.timex.first or "", m.timex.last or "")
    )


# Formats ------------------------------------------------------------------------------------------


def timeline_csv(moments: Sequence[Moment]) -> Written:
    """A line a date, with a header; the format holds everything.

    What a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(COLUMNS)
    for moment in in_order(moments):
        row, timex = moment.row, moment.timex
        lines.writerow(
            [
                row.article,
                _cell(row.title),
                _cell(row.source),
                moment.dateline,
                _cell(timex.text),
                timex.type,
                timex.value,
                moment.edtf or "",
                timex.granularity,
                moment.doubt,
                timex.first or "",
                timex.last or "",
                _cell(timex.reason),
            ]
        )
    return Written(out.getvalue())


def _cell(text: str) -> str:
    shown = one_line(text)
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else shown


def edtf_list(moments: Sequence[Moment]) -> Written:
    """A line a date: the EDTF string, then article, title and words, with tabs between."""
    lines, missing = [], []
    for moment in in_order(moments):
        if (value := moment.edtf) is None:
            missing.append(moment.timex)
        else:
            row, words = moment.row, one_line(moment.timex.text)
            lines.append(f"{value}\t{row.article}\t{one_line(row.title)}\t{words}\n")
    return Written("".join(lines), left_out(missing, "EDTF has no form for"))


KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "SET": ("repeated time", "repeated times"),
    "DURATION": ("length of time", "lengths of time"),
    "": ("date without a known day", "dates without a known day"),
}
"""What formats cannot hold, for one and for several."""


def left_out(timexes: Sequence[Timex], why: str) -> tuple[str, ...]:
    """A sentence on the dates that a format cannot hold, if there are any."""
    counts = Counter(timex.type if timex.type in KINDS else "" for timex in timexes)
    parts = [f"{number} {KINDS[kind][number > 1]}" for kind, number in sorted(counts.items())]
    return (f"Left out: {why} {', '.join(parts)}.",) if parts else ()
