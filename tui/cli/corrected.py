"""The user's corrected articles as annotated texts, for training."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui import home, settings
from tui.annotations import Correction, Corrections, locate
from tui.library import Library
from tui.model import Document, Version
from tui.store import Store

Span = tuple[int, int, str]


def write_corrected(path: Path) -> int:
    """Write each article with corrected mentions, a line of it a text; the number of articles.

    What the user did not correct is annotated as the pipeline of the settings reads it: that
    keeps training from forgetting it.
    """
    from tui.language import pipeline

    configured = settings.load()
    count = 0
    with (
        Store.open(home.store_folder()) as store,
        Library(home.library_file()) as library,
        path.open("w", encoding="utf-8") as file,
    ):
        corrections = Corrections(store)
        reader = None
        for article in library.articles():
            mine = corrections.mention_corrections(article.id)
            version = library.text(article.id) if mine else None
            if version is None:
                continue
            reader = reader or pipeline.load(configured.pipeline, configured.registry)
            found = [(m.start, m.end, m.label) for m in reader.analyse(version.text).mentions]
            for line in lines(version.text, apply(found, mine, version)):
                file.write(json.dumps({**line, "source": "own", "doc": article.id}) + "\n")
            count += 1
    return count


def apply(found: Sequence[Span], corrections: Sequence[Correction], version: Version) -> list[Span]:
    """The mentions of a text with the user's word for them, the latest where two overlap.

    A correction whose passage is gone from the text is left out.
    """
    spans: list[Span] = list(found)
    for one in corrections:
        place = locate(one.selector, version.text, version.id)
        if place.how == "orphan":
            continue
        start, end = place.start, place.end
        spans = [span for span in spans if span[1] <= start or end <= span[0]]
        if one.value is not None:
            spans.append((start, end, one.value))
    return sorted(spans)


def lines(text: str, spans: Sequence[Span]) -> Iterator[Document]:
    """The lines of a text that are not blank, each with its mentions at offsets of its own."""
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        if line.strip():
            inside = [span for span in spans if begin <= span[0] and span[1] <= end]
            yield {
                "text": line,
                "ents": [[start - begin, stop - begin, label] for start, stop, label in inside],
            }
        begin = end + 1
