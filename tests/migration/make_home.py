"""Makes the home folder that later versions of the program must still be able to open.

``python -m tests.migration.make_home`` writes ``format-<n>`` beside this file, for the formats
that the program writes today: a home as an archive, a backup of it, and what a reader of both
must see. To be run once when a format gets a new number, and committed; what was committed for
an older number is never made again, since today's program cannot write it any more.
"""

from __future__ import annotations

import json
import tarfile
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.annotations import Corrections, Notebook, make_selector
from tui.exchange.backup import create, manifest
from tui.library import Document, Library, database
from tui.store import Store, records

HERE = Path(__file__).parent
HOME, BACKUP, SEEN = "home.tar.gz", "backup.tar.gz", "seen.json"

STAMPED = """Minsk weighs an offer

March 3, 2014 10:15

On Tuesday, President Lukashenko met Nikolai Statkevich (Николай Статкевич). Nothing was signed.

Similar articles

An older offer
June 5, 2012 09:00

On June 1st the same two met.
"""
UNDATED = "Vilnius, briefly\n\nA text without a date – and with “quotes”.\n"
REVISED = "Vilnius, briefly\n\nA text without a date, revised.\n"
UNWANTED = "Nothing of note\n\nTo be removed.\n"


def formats() -> dict[str, int]:
    """The numbers of all formats that the program writes."""
    return {
        "store": records.FORMAT,
        "library": database.FORMAT,
        "backup": manifest.VERSION,
    }


def folder(number: int) -> Path:
    """Where the home of a format is kept."""
    return HERE / f"format-{number}"


def fill(home: Path) -> None:
    """Use every kind of thing that a home can hold."""
    with Library(home / "library.sqlite") as library, Store.open(home / "store") as store:
        stamped = library.add(Document(STAMPED, source="Desk", addresses=("/in/a.txt",))).article
        undated = library.add(Document(UNDATED, addresses=("/in/b.txt",))).article
        library.add(Document(REVISED, addresses=("/in/b.txt",)))
        unwanted = library.add(Document(UNWANTED, starter=True)).article
        version = library.text(stamped.id)
        assert version is not None
        notebook, corrections = Notebook(store), Corrections(store)

        def passage(words: str) -> Any:
            start = version.text.index(words)
            return make_selector(version.text, start, start + len(words), version.id)

        notebook.decide([stamped.id], "kept", title=stamped.title)
        notebook.annotate(
            stamped.id, passage("Николай Статкевич"), note="Who?\nAsk.", tags=["Минск", "talks"]
        )
        notebook.annotate(stamped.id, actor="person:lukashenko", note="An actor's note")
        store.compact()
        notebook.star([stamped.id, undated.id], True)
        notebook.tag([undated.id], add=["later on"])
        notebook.reach(stamped.id, "read", 40)
        notebook.annotate(undated.id, note="On the whole article")
        corrections.set_reference(undated.id, "2014-03-04")
        corrections.correct(undated.id, title="Vilnius, corrected", source="Own")
        corrections.correct_date(stamped.id, passage("On Tuesday"), "2014-03-02")
        notebook.remove([unwanted.id], title=unwanted.title)
        notebook.decide([undated.id], "dismissed")
        store.undo()
        notebook.decide([undated.id], "later")
        store.undo()
        store.redo()
        store.keep("draft", {"text": "half a sentence, ž"})
        library.projection.catch_up(store.folder)


def seen(home: Path) -> dict[str, Any]:
    """Everything in a home as the rest of the program sees it, in plain JSON."""
    with Library(home / "library.sqlite") as library, Store.open(home / "store") as store:
        library.projection.catch_up(store.folder)
        notebook, corrections = Notebook(store), Corrections(store)
        articles = list(library.articles())
        found = {
            "articles": [asdict(article) for article in articles],
            "versions": {
                article.id: [asdict(version) for version in library.versions(article.id)]
                for article in articles
            },
            "shown": library.count(),
            "hits": [hit.article for hit in library.search("Статкевич")],
            "states": {key: asdict(state) for key, state in notebook.states().items()},
            "annotations": [asdict(annotation) for annotation in notebook.annotations()],
            "tags": notebook.tags(),
            "removed": sorted(notebook.removed()),
            "own": {article.id: asdict(corrections.own(article.id)) for article in articles},
            "heads": {article.id: corrections.corrections(article.id) for article in articles},
            "history": [[change.time, change.kind, change.label] for change in store.history()],
            "kept": {name: store.kept(name) for name in store.kept_names()},
        }
    result: dict[str, Any] = json.loads(json.dumps(found))
    return result


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def main() -> None:
    """Write the home of today's formats."""
    target = folder(max(formats().values()))
    target.mkdir()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        fill(home)
        backup, _ = create(home, Path(name), now=datetime.now(UTC))
        backup.rename(target / BACKUP)
        with tarfile.open(target / HOME, "w:gz") as tar:
            for path in sorted(home.rglob("*")):
                member = path.relative_to(home).as_posix()
                tar.add(path, member, recursive=False, filter=_nobodys)
        content = json.dumps(seen(home), ensure_ascii=False, indent=1)
        (target / SEEN).write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
