"""The user's corrected articles as annotated texts, for training."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from tui import home, settings
from tui.annotations import Correction, Corrections
from tui.corrected import place
from tui.library import Library
from tui.model import Version
from tui.store import Store

Span = tuple[int, int, str]


def write_corrected(path: Path) -> int:
    """Write each article with corrected mentions, a line each; the number of articles.

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
            ents = apply(found, mine, version)
            item = {"text": version.text, "ents": ents, "source": "own", "doc": article.id}
            file.write(json.dumps(item) + "\n")
            count += 1
    return count


def apply(found: Sequence[Span], corrections: Sequence[Correction], version: Version) -> list[Span]:
    """The mentions of a text with the user's word for them, as the desk shows them."""
    placed = place(corrections, version).placed
    spans = [span for span in found if not any(one.covers(span[0], span[1]) for one in placed)]
    mine = [(one.start, one.end, one.correction.value) for one in placed]
    return sorted(spans + [(start, end, label) for start, end, label in mine if label is not None])
