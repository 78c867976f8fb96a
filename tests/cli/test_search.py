from __future__ import annotations

from tests.cli.conftest import Cli
from tui.library import Document, Library


def fill(library: Library) -> None:
    for title, day, text in (
        ("Older talks", "2013-01-02", "Envoys from Vilnius spoke of gas transit."),
        ("Newer talks", "2015-06-07T08:09", "Nothing on transit of gas was said in Minsk."),
        ("No date", None, "Статкевіч was silent."),
    ):
        library.add(Document(f"{title}\n\n{text}\n", title, "Desk", day))


def test_the_newest_comes_first(cli: Cli, library: Library) -> None:
    fill(library)
    answer = cli("search", "transit")
    assert answer.status == 0 and answer.err == ""
    rows = [line.split("  ")[:2] for line in answer.out.splitlines()]
    assert rows == [["2015-06-07", "Newer talks"], ["2013-01-02", "Older talks"]]


def test_all_words_a_phrase_or_a_beginning(cli: Cli, library: Library) -> None:
    fill(library)
    assert [r["title"] for r in cli("search", "--json", "gas", "vilnius").records] == [
        "Older talks"
    ]
    assert len(cli("search", "--json", '"gas transit"').records) == 1
    assert len(cli("search", "--json", "envoy*").records) == 1
    assert len(cli("search", "--json", "gas", "--limit", "1").records) == 1


def test_what_is_cut_out_of_a_text_says_so_and_keeps_words_whole(
    cli: Cli, library: Library
) -> None:
    text = " ".join(f"word{number:03}" for number in range(200))
    library.add(Document(f"Many words\n\n{text}\n"))
    (line,) = cli("search", "word100").out.splitlines()
    shown = line.partition("Many words  ")[2]
    assert shown[0] == shown[-1] == "…" and "word100" in shown
    assert all(len(word) == len("word100") for word in shown.strip("…").split(" "))
    (line,) = cli("search", "word199").out.splitlines()
    assert line.endswith("word199")


def test_a_record(cli: Cli, library: Library) -> None:
    fill(library)
    (record,) = cli("search", "--json", "Статкевіч").records
    assert list(record) == ["id", "title", "dateline", "source", "snippet"]
    assert record["dateline"] is None and record["source"] == "Desk"
    assert "Статкевіч was silent." in record["snippet"]
    assert "no date" in cli("search", "Статкевіч").out


def test_nothing_found_is_a_failure_with_a_line(cli: Cli, library: Library) -> None:
    fill(library)
    for query in ("zzz", '"', "*", "AND", "NEAR(", "transit AND gas", "title:talks", "--", "x'y"):
        answer = cli("search", query) if query != "--" else cli("search", "--", "--")
        assert answer.status == 0 or answer.failed_with("Nothing was found"), query
    assert cli("search", "--json", "zzz").out == ""


def test_a_library_that_was_never_filled(cli: Cli) -> None:
    assert cli("search", "anything").failed_with("Nothing was found")
