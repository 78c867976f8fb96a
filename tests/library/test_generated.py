from __future__ import annotations

from pathlib import Path

from tests.benchmarks.generate_library import generate
from tui.library import Library, View
from tui.text import outline


def test_the_benchmarks_library_is_whole(home: Path) -> None:
    generate(home, 30, 20)
    with Library(home / "library.sqlite") as library:
        rows = library.listing.rows(library.listing.keys(View(triage=None)))
        assert len(rows) == library.count() == 30
        assert sum(row.annotations for row in rows) == 20
        assert any(row.triage != "inbox" for row in rows) and any(row.tags for row in rows)
        for row in rows:
            version = library.text(row.article)
            assert version is not None
            found = outline(version.text)
            assert (found.title, found.day, found.source) == (row.title, row.date, row.source)
