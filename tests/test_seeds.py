"""The starter library and registry: complete, clean, and showing what real briefs do.

Each feature that the README of the seeds promises has a test of its own, by plain text search,
so that an edit of a brief cannot quietly take away what the program is tried on.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pytest
import yaml

from tui.actors.registry import Registry
from tui.home import carried

SEEDS: Final = carried("seeds")
BRIEFS: Final = sorted((SEEDS / "briefs").iterdir())
TEXTS: Final = {path.name: path.read_bytes().decode("utf-8") for path in BRIEFS}
FOREIGN: Final = "22-dazvolenaje-sviata.txt"
ENGLISH: Final = {name: text for name, text in TEXTS.items() if name != FOREIGN}
ACTORS: Final = SEEDS / "actors.tsv"

STAMP: Final = re.compile(r"^[A-Z][a-z]+ \d{1,2}, 20[12]\d \d\d:\d\d$", re.MULTILINE)
ANY_STAMP: Final = re.compile(
    rf"{STAMP.pattern}|^\d{{1,2}} [A-Z][a-z]+ 20[12]\d$|^20[12]\d-\d\d-\d\d$|^date: 20",
    re.MULTILINE,
)
CAPTION: Final = re.compile(r"^[А-Яа-яЁёІіЎў, ]+\. Фото: .+$", re.MULTILINE)
TAIL: Final = re.compile(r"\n\nSimilar articles\n\n(?P<title>.+)\n(?P<stamp>.+)\n(?P<body>[\s\S]+)")
SOURCE: Final = re.compile(r"^Source: briefs-tui starter (?:library|desk)$", re.MULTILINE)
CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
LABELS: Final = {
    "person": {"PERSON"},
    "org": {"ORG"},
    "country": {"GPE"},
    "place": {"GPE", "LOC"},
    "group": {"NORP"},
    "event": {"EVENT"},
}


def having(pattern: str | re.Pattern[str]) -> set[str]:
    """Names of the English briefs that the pattern is found in."""
    return {name for name, text in ENGLISH.items() if re.search(pattern, text)}


def moment(text: str) -> datetime:
    """The first posting stamp of a text."""
    found = STAMP.search(text)
    assert found is not None
    return datetime.strptime(found.group(), "%B %d, %Y %H:%M")


def rows() -> list[list[str]]:
    with ACTORS.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        found = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row + [""] * (5 - len(row)) for row in found]


ROWS: Final = rows()


def spellings(row: list[str]) -> list[str]:
    return [row[2], *filter(None, row[3].split(" | "))]


# The briefs as files


def test_there_are_enough_briefs() -> None:
    assert len(ENGLISH) >= 16


def test_file_names_are_short_numbered_and_of_the_two_kinds() -> None:
    assert all(re.fullmatch(r"\d\d-[a-z-]{3,28}\.(?:txt|md)", name) for name in TEXTS)
    assert [int(name[:2]) for name in TEXTS] == list(range(1, len(TEXTS) + 1))


@pytest.mark.parametrize("name", ENGLISH)
def test_a_brief_is_brief(name: str) -> None:
    assert 250 <= len(ENGLISH[name].split()) <= 700


def test_lengths_vary() -> None:
    lengths = sorted(len(text.split()) for text in ENGLISH.values())
    assert lengths[0] < 300 and lengths[-1] > 600


@pytest.mark.parametrize("path", [*BRIEFS, ACTORS, SEEDS / "README.md"], ids=lambda path: path.name)
def test_a_file_is_clean_text(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.normalize("NFC", text) == text
    assert text.endswith("\n") and not text.endswith("\n\n")
    # Cc: control characters; Cf: bidi controls, zero-width characters, byte order marks
    odd = {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn"}}
    assert odd <= {"\n", "\t"}
    assert "\t" not in text or path == ACTORS


@pytest.mark.parametrize("name", TEXTS)
def test_titles_differ_and_come_first(name: str) -> None:
    text = TEXTS[name]
    first = yaml.safe_load(text.split("---")[1])["title"] if name.endswith(".md") else text
    assert 10 < len(first.splitlines()[0]) < 100
    assert sum(first.splitlines()[0] in other for other in TEXTS.values()) == 1


@pytest.mark.parametrize("name", ENGLISH)
def test_a_brief_comes_to_a_conclusion(name: str) -> None:
    assert ENGLISH[name].count("The conclusion is that") == 1


# What real briefs do


def test_most_briefs_carry_a_posting_stamp() -> None:
    assert len(having(STAMP)) >= 12
    assert "August 12, 2020 17:40" in TEXTS["01-after-the-vote.txt"]


def test_stamps_are_real_dates_on_a_line_of_their_own() -> None:
    for text in ENGLISH.values():
        for found in STAMP.finditer(text):
            assert datetime.strptime(found.group(), "%B %d, %Y %H:%M").year in range(2010, 2022)


def test_stamps_come_in_more_than_one_notation() -> None:
    assert having(re.compile(r"^\d{1,2} November 2013$", re.MULTILINE))
    assert having(re.compile(r"^2019-\d\d-\d\d$", re.MULTILINE))


def test_two_briefs_have_no_dateline() -> None:
    bare = set(ENGLISH) - having(ANY_STAMP)
    assert bare == {"03-two-views-of-a-reactor.txt", "18-pipe-as-collateral.txt"}


def test_one_of_them_names_no_year_for_its_news() -> None:
    text = TEXTS["03-two-views-of-a-reactor.txt"]
    assert re.search(r"November\s\d", text) and not re.search(r"November[^.]{0,20}20\d\d", text)


def test_a_stamp_is_contradicted_by_its_content() -> None:
    text = TEXTS["20-four-zeros.txt"]
    posted = moment(text).date()
    assert posted == date(2016, 9, 5)
    told = next(s for s in text.split(". ") if re.search(r"July\s1st", s))
    assert "the shops will show" in told and "will circulate" in told
    assert "expected for September" in told
    assert date(2016, 7, 1) < posted


def test_tails_embed_articles_with_stamps_of_their_own() -> None:
    found = {name: TAIL.search(text) for name, text in ENGLISH.items() if TAIL.search(text)}
    assert set(found) == {"04-forced-landing.txt", "05-decree-number-three.txt"}
    for name, tail in found.items():
        assert tail is not None and STAMP.fullmatch(tail["stamp"])
        assert moment(tail["stamp"]) != moment(ENGLISH[name])
        assert len(tail["body"].split()) > 80


def test_captions_are_cyrillic() -> None:
    assert len(having(CAPTION)) >= 3


def test_a_caption_stands_in_an_embedded_article() -> None:
    tail = TAIL.search(TEXTS["04-forced-landing.txt"])
    assert tail is not None and CAPTION.search(tail["body"])


def test_a_caption_names_a_person_in_another_script_than_the_text() -> None:
    text = TEXTS["04-forced-landing.txt"]
    assert "Марина Золотова" in text and "Maryna Zolatava" in text


def test_quotations_are_cyrillic() -> None:
    quoted = having(r"[“«][^”»]*[\u0400-\u04ff][^”»]*[”»]")
    assert {"01-after-the-vote.txt", "19-a-funeral-in-vilnius.md"} <= quoted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lukashenka", "Lukashenko"),
        ("Tsikhanouskaya", "Tikhanovskaya"),
        ("Kyiv", "Kiev"),
        ("Mikalai Statkevich", "Mikola Statkevich"),
        ("Uladzimir Makei", "Vladimir Makei"),
    ],
)
def test_spellings_vary_from_brief_to_brief(one: str, other: str) -> None:
    assert having(rf"\b{one}\b") and having(rf"\b(?:{other})\b")
    assert not having(rf"\b{one}\b") >= having(rf"\b(?:{other})\b")


@pytest.mark.parametrize("pair", ["Lukashenk[ao]", "T(?:sikhanous|ikhanovs)kaya", "K(?:yi|ie)v"])
def test_one_brief_keeps_to_one_spelling(pair: str) -> None:
    for text in ENGLISH.values():
        assert len(set(re.findall(rf"\b{pair}\b", text))) <= 1


def test_acronyms_are_introduced_in_brackets() -> None:
    introduced = re.findall(r"[a-z] \(([A-Z][A-Za-z]{2,6})\)", "\n".join(ENGLISH.values()))
    assert len(set(introduced)) >= 12


def test_an_acronym_is_used_after_its_introduction() -> None:
    text = TEXTS["01-after-the-vote.txt"]
    assert "Central Election Commission (CEC)" in text and text.count("CEC") > 1


def test_ranges_of_days_and_years_have_an_en_dash() -> None:
    assert len(having(r"\b[A-Z][a-z]+\s\d{1,2}(?:st|nd|rd|th)–\d{1,2}(?:st|nd|rd|th)")) >= 3
    assert having(r"\b20\d\d–20\d\d\b") and having(r"\b18\d\d–18\d\d\b")


@pytest.mark.parametrize(
    "words",
    [
        "last week",
        "[Tt]wo days later",
        "the coming three weeks",
        "by the end of the year",
        "[Ll]ast Thursday",
        "[Tt]he next day",
        "yesterday",
        "[Tt]oday",
        "tomorrow",
        "On Monday",
        "next week",
        "this autumn",
        "last September",
    ],
)
def test_dates_are_relative_too(words: str) -> None:
    assert having(rf"\b{words}\b")


def test_quotes_are_curly_throughout() -> None:
    assert not having(r"""["']""")
    assert len(having("’s")) > 10 and len(having(r"“[^”]+”")) > 8


def test_no_break_spaces_stand_inside_dates_and_before_units() -> None:
    assert len(having(r"[A-Z][a-z]+\u00a0\d")) >= 10
    assert len(having(r"\d\u00a0[a-z]{4}")) >= 3


def test_a_source_line_closes_some_briefs_and_not_others() -> None:
    closed = having(SOURCE)
    assert len(closed) >= 12 and len(closed) < len(ENGLISH)


def test_markdown_briefs_have_front_matter() -> None:
    notes = {name: text for name, text in ENGLISH.items() if name.endswith(".md")}
    assert len(notes) >= 3
    for text in notes.values():
        empty, front, body = text.split("---\n", 2)
        facts = yaml.safe_load(front)
        assert empty == "" and facts["title"] and facts["source"]
        assert isinstance(facts["date"], date) and 2010 <= facts["date"].year <= 2021
        assert body.strip()
    assert {"# " in text for text in notes.values()} == {True, False}


def test_weekdays_beside_dates_are_true() -> None:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    checked = 0
    for name in having(STAMP):
        text = ENGLISH[name].replace("\u00a0", " ")
        for weekday, day in re.findall(rf"({days}), ([A-Z][a-z]+ \d+)(?:st|nd|rd|th)", text):
            told = datetime.strptime(f"{day} {moment(text).year}", "%B %d %Y")
            assert told.strftime("%A") == weekday, name
            checked += 1
    assert checked >= 4


def test_one_article_is_in_belarusian() -> None:
    text = TEXTS[FOREIGN]
    assert 150 <= len(text.split()) <= 250
    assert set("ўі") <= set(text) and not set("ищъ") & set(text)
    letters = [c for c in text if c.isalpha()]
    assert sum(bool(CYRILLIC.match(c)) for c in letters) > 0.95 * len(letters)


# The registry


def test_there_are_enough_actors_of_every_kind() -> None:
    counts = Counter(row[0] for row in ROWS)
    assert sum(counts.values()) >= 220
    assert set(counts) == set(LABELS)
    assert counts["person"] >= 150 and counts["org"] >= 100 and counts["place"] >= 60


def test_rows_have_the_columns_of_the_format() -> None:
    for row in ROWS:
        assert len(row) == 5, row
        assert row[1] in LABELS[row[0]], row
        assert row[2] and all(cell == cell.strip() for cell in row), row
        assert "|" not in row[3].replace(" | ", ""), row
        assert all(alias == alias.strip() != "" for alias in row[3].split(" | ") if row[3]), row


def test_names_are_unique_within_a_kind() -> None:
    assert max(Counter((row[0], row[2]) for row in ROWS).values()) == 1


def test_no_spelling_names_two_actors_of_a_kind() -> None:
    claimed = Counter((row[0], spelling) for row in ROWS for spelling in spellings(row))
    assert [key for key, times in claimed.items() if times > 1] == []


def test_every_person_has_a_cyrillic_spelling() -> None:
    for row in ROWS:
        if row[0] == "person":
            assert CYRILLIC.search(row[3]), row[2]


def test_a_word_never_mixes_scripts() -> None:
    for row in ROWS:
        for word in " ".join(spellings(row)).split():
            latin = re.search(r"[A-Za-z\u00c0-\u024f]", word)
            assert not (latin and CYRILLIC.search(word)), (row[2], word)


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
        ("Лукашэнка", "Aliaksandr Lukashenka"),
        ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya"),
        ("Sviatłana Cichanoŭskaja", "Sviatlana Tsikhanouskaya"),
        ("Николай Статкевич", "Mikalai Statkevich"),
        ("Kiev", "Kyiv"),
        ("Grodno", "Hrodna"),
        ("Вясна", "Viasna"),
        ("Okrestina", "Akrestsina"),
        ("West-2017", "Zapad-2017"),
    ],
)
def test_spellings_lead_to_their_actor(spelling: str, name: str) -> None:
    assert [row[2] for row in ROWS if spelling in spellings(row)] == [name]


def test_the_program_reads_the_registry_and_capitals_stand_for_states() -> None:
    registry = Registry.load([ACTORS])
    names = {actor.name: key for key, actor in registry.actors.items()}
    for row in ROWS:
        assert row[2] in names
        if row[4]:
            assert registry.stands_for[names[row[2]]] == names[row[4]], row
    assert sum(bool(row[4]) for row in ROWS) >= 8


def test_every_brief_names_known_actors() -> None:
    registry = Registry.load([ACTORS])
    for name, text in ENGLISH.items():
        known = {n.actor for match in registry.matches(text) for n in match.names}
        assert len(known) >= 5, name


@pytest.mark.parametrize("path", [*BRIEFS, ACTORS], ids=lambda path: path.name)
def test_nothing_carries_an_outside_identifier(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?:|www\.|wikidata|wikipedia|geonames|viaf|isni|orcid", text, re.I)
    assert not re.search(r"\b[QP]\d{2,}\b|\b\d{6,}\b", text)
