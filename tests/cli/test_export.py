"""``export`` and ``tags``: what was marked comes out whole, and can drive no terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Cli
from tests.text.hostile import DANGEROUS, HOSTILE
from tui.annotations import Notebook
from tui.library import Document, Library

TEXT = "Minsk waits\n\nEnvoys from Vilnius spoke of gas, 北京 and oil.\n"


def test_an_exported_passage(cli: Cli, annotate: Callable[..., str]) -> None:
    id = annotate(TEXT, "gas, 北京", "Look\nagain", "energy")
    answer = cli("export")
    assert (answer.status, answer.err) == (0, "")
    (record,) = answer.records
    assert record["note"] == "Look\nagain" and record["tags"] == ["energy"]
    assert record["quote_checked"] is True
    selector = record["selector"]
    assert TEXT[selector["start"] : selector["end"]] == selector["exact"] == "gas, 北京"
    assert TEXT.startswith(selector["suffix"], selector["end"])
    article = record["article"]
    assert (article["id"], article["title"], article["source"]) == (id, "Minsk waits", "Desk")
    assert article["dateline"] == "2014-03-03"
    assert cli("export", "--json").out == answer.out


def test_only_what_carries_a_tag_in_any_case(cli: Cli, annotate: Callable[..., str]) -> None:
    annotate(TEXT, "Envoys", "", "Energy")
    annotate("Another\n\nOil.\n", "Oil", "", "oil")
    assert len(cli("export").records) == 2
    assert [r["tags"] for r in cli("export", "--tag", "ENERGY").records] == [["Energy"]]
    assert cli("export", "--tag", "none of them").out == ""


def test_a_file_holds_the_same(cli: Cli, annotate: Callable[..., str], tmp_path: Path) -> None:
    annotate(TEXT, "Envoys", "“Заметка”")
    target = tmp_path / "out.jsonl"
    answer = cli("export", "--output", target)
    assert (answer.status, answer.out) == (0, "")
    assert target.read_text(encoding="utf-8") == cli("export").out
    refused = cli("export", "-o", tmp_path / "no" / "such" / "folder.md")
    assert refused.failed_with("folder.md", "cannot be written")


def test_markdown(cli: Cli, annotate: Callable[..., str]) -> None:
    annotate(TEXT, "Envoys from Vilnius", "Look", "gas talks")
    assert cli("export", "--format", "markdown").out.startswith("## Minsk waits\n\nDesk · ")
    assert (
        "> Envoys from Vilnius\n\nLook\n\n#gas-talks\n" in cli("export", "--format", "markdown").out
    )


def test_the_name_of_the_file_tells_the_format(
    cli: Cli, annotate: Callable[..., str], tmp_path: Path
) -> None:
    annotate(TEXT, "Envoys from Vilnius", "Look")

    def written(name: str, *more: str) -> str:
        assert cli("export", "-o", tmp_path / name, *more).status == 0
        return (tmp_path / name).read_text(encoding="utf-8")

    assert written("notes.md").startswith("## Minsk waits")
    assert written("notes.MARKDOWN") == written("notes.txt", "--format", "md")
    assert written("dates.csv") == written("dates", "--format", "timeline-csv")
    assert written("dates.ics").startswith("BEGIN:VCALENDAR")
    assert written("notes") == written("notes.txt") == written("notes.md", "--json")


def test_hostile_notes_arrive_in_json_and_drive_no_terminal(
    cli: Cli, library: Library, annotate: Callable[..., str]
) -> None:
    notes = [text for name, text in HOSTILE.items() if name != "surrogate"]
    for number, note in enumerate(notes):
        annotate(f"Title {number}\n\nPassage {number}.\n", f"Passage {number}", note)
    for form in ("jsonl", "markdown"):
        for line in cli("export", "--format", form).out.split("\n"):
            assert not DANGEROUS.search(line)
    assert sorted(r["note"] for r in cli("export").records) == sorted(notes)


def test_nothing_marked_is_nothing_exported(cli: Cli) -> None:
    for form in ("jsonl", "markdown"):
        answer = cli("export", "--format", form)
        assert (answer.status, answer.out, answer.err) == (0, "", "")


def test_tags_with_their_uses_the_most_used_first(
    cli: Cli, notebook: Notebook, annotate: Callable[..., str]
) -> None:
    one = annotate(TEXT, "Envoys", "", "oil", "[b]")
    notebook.tag([one], add=["oil", "Ärger"])
    assert cli("tags", "--json").records == [
        {"tag": "oil", "uses": 2},
        {"tag": "[b]", "uses": 1},
        {"tag": "Ärger", "uses": 1},
    ]
    assert cli("tags").out == "2  #oil\n1  #[b]\n1  #Ärger\n"


def test_no_tags_yet(cli: Cli) -> None:
    assert (cli("tags").out, cli("tags", "--json").out) == ("", "")
    assert json.loads("[]") == cli("tags", "--json").records


def test_the_dates_of_articles_as_a_calendar_and_a_table(
    cli: Cli, annotate: Callable[..., str], library: Library, tmp_path: Path
) -> None:
    id = annotate("Talks\n\nEnvoys met on February 21st, and on August 9th every year.\n", "Envoys")
    library.add(Document("Other\n\nIn 2010.\n"))
    answer = cli("export", "--format", "timeline-csv", "--annotated")
    lines = answer.out.splitlines()
    assert (answer.status, answer.err) == (0, "")
    assert lines[0].startswith("article,title,") and all(x.startswith(f"{id},") for x in lines[1:])
    assert any(",2014-02-21,2014?-02-21,day,year-inferred," in line for line in lines)
    target = tmp_path / "dates.ics"
    answer = cli("export", "--format", "ics", "--output", target)
    assert (answer.status, answer.out) == (0, "")
    written = target.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n") and written.count(b"BEGIN:VEVENT") >= 2
    assert b"2010 (year): Other" in written
    edtf = cli("export", "--format", "edtf").out.splitlines()
    assert any(line.startswith("2010\t") for line in edtf)
    assert cli("export", "--format", "edtf", "--kept").out == ""
    assert cli("export", "--format", "ics", "--article", "nope").failed_with("no article nope")


def test_only_annotations_on_some_articles(cli: Cli, annotate: Callable[..., str]) -> None:
    one, other = annotate(TEXT, "Envoys"), annotate("Another\n\nOil.\n", "Oil")
    assert [r["article"]["id"] for r in cli("export", "--article", one).records] == [one]
    assert len(cli("export", "--article", one, "--article", other).records) == 2
    assert cli("export", "--kept").out == ""
