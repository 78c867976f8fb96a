"""``import``: what it says of each source, and what stands in the library afterwards."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.text.hostile import DANGEROUS, HOSTILE
from tui.annotations import Notebook
from tui.library import Library

BRIEF = "Minsk waits\n\nMarch 3, 2014 10:15\n\nOn Tuesday nothing happened in Minsk.\n"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(BRIEF, encoding="utf-8")
    return path


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_file_is_added_once(cli: Cli, brief: Path) -> None:
    first, again = cli("import", brief), cli("import", brief)
    assert (first.status, first.out, first.err) == (0, "1 added, 0 changed, 0 known.\n", "")
    assert (again.status, again.out) == (0, "0 added, 0 changed, 1 known.\n")


def test_a_changed_file_is_a_new_version_of_the_same_article(cli: Cli, brief: Path) -> None:
    (first,) = cli("import", "--json", brief).records
    brief.write_text(BRIEF + "\nIt was a Monday.\n", encoding="utf-8")
    (again,) = cli("import", "--json", brief).records
    assert (first["outcome"], again["outcome"]) == ("added", "changed")
    assert first["id"] == again["id"]


def test_the_record_of_an_article(cli: Cli, brief: Path) -> None:
    answer = cli("import", "--json", brief)
    assert answer.status == 0 and answer.err == ""
    (record,) = answer.records
    assert isinstance(record.pop("id"), str)
    assert record == {
        "outcome": "added",
        "title": "Minsk waits",
        "dateline": "2014-03-03T10:15",
        "source": record["source"],
        "address": str(brief),
    }


def test_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, BRIEF.encode("utf-16"))
    (record,) = cli("import", "--json", "-").records
    assert (record["title"], record["address"]) == ("Minsk waits", "")


def test_what_cannot_be_imported_is_a_line_each_and_the_rest_is(
    cli: Cli, brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "large.txt").write_bytes(b"a" * 10_000_001)
    (tmp_path / "picture.png").touch()
    feed(monkeypatch, b"  \n")
    names = ("empty.txt", "binary.txt", "large.txt", "picture.png", "gone.txt")
    bad = [tmp_path / name for name in names]
    answer = cli("import", *bad, "-", brief)
    assert answer.status == 1
    assert answer.out == "1 added, 0 changed, 0 known.\n"
    lines = answer.err.splitlines()
    assert len(lines) == 6
    for name, line in zip([*names, "standard input"], lines, strict=True):
        assert line.startswith("briefs-tui: Cannot import ") and name in line
        assert line.endswith(".")


def test_a_folder_with_all_below_it(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    (folder / "deep" / "er").mkdir(parents=True)
    for number, place in enumerate(("a.txt", "deep/b.md", "deep/er/c.markdown", "deep/d.html")):
        (folder / place).write_text(f"Title {number}\n\nText {number}.\n", encoding="utf-8")
    answer = cli("import", "--json", folder)
    assert [record["title"] for record in answer.records] == ["Title 0", "Title 1", "Title 2"]


def test_tags_that_a_file_states_are_the_articles(
    cli: Cli, tmp_path: Path, notebook: Notebook
) -> None:
    path = tmp_path / "tagged.md"
    path.write_text("---\ntags: [economy, talks]\n---\nA title\n\nA text.\n", encoding="utf-8")
    (record,) = cli("import", "--json", path).records
    assert [r["tag"] for r in cli("tags", "--json").records] == ["economy", "talks"]
    assert cli("import", path).status == 0
    notebook._store.refresh()
    assert notebook.state(record["id"]).tags == ("economy", "talks")


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"surrogate"}))
def test_hostile_articles_and_file_names(cli: Cli, tmp_path: Path, name: str) -> None:
    text = HOSTILE[name].replace("\x00", "-")  # a file that holds it is no text
    shown = text.replace("/", "-")
    path = tmp_path / f"{shown}.txt"
    path.write_text(f"{shown}\n\n{'plain words ' * 20}{text}\n", encoding="utf-8")
    answers = [cli("import", path, path.with_suffix(".gone"), "--json"), cli("search", "words")]
    answers += [cli("search", "--json", "words"), cli("import", path)]
    assert [answer.status for answer in answers] == [1, 0, 0, 0]
    for answer in answers:
        for line in (answer.out + answer.err).split("\n"):
            assert not DANGEROUS.search(line)


def test_nothing_is_made_where_usage_is_wrong(cli: Cli, home: Path) -> None:
    assert cli("import").status == 2
    assert not home.exists()


def test_the_library_is_private(cli: Cli, brief: Path, home: Path) -> None:
    cli("import", brief)
    assert home.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in home.iterdir())
    with Library(home / "library.sqlite") as library:
        assert library.count() == 1
