"""How a reading looks, without a desk: marks, the lines around a text, entries of the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from tests.desk.conftest import FIRST, OpenDesk
from tests.desk.fake_worker import analyse
from tests.text.hostile import DANGEROUS, HOSTILE
from tui.actors import Registry
from tui.annotations import make_selector
from tui.desk import presenting
from tui.desk.glyphs import ASCII
from tui.desk.widgets.panel import Entry
from tui.desk.widgets.reader import Sheet
from tui.model import Actor, Annotation, Article, ArticleState, Label, Mention, Reading, Version
from tui.reading import read
from tui.text import outline

TITLE = "Minsk looks for a way back"
ARTICLE = Article("a1", TITLE, "Test desk")
VERSION = Version("v1", "a1", FIRST, "")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(FIRST, analyse(FIRST), Registry.load([]))


def dressed(
    text: str = FIRST,
    article: Article = ARTICLE,
    references: dict[int, str | None] | None = None,
    tags: tuple[str, ...] = (),
) -> Sheet:
    state = ArticleState("a1", tags=tags)
    return presenting.sheet(text, article, outline(text), state, references or {})


def words(sheet: Sheet) -> list[str]:
    return [line for at in sorted(sheet.words) for line, _ in sheet.words[at]]


def shown(entries: list[Entry]) -> list[str]:
    return ["".join(text for text, _ in line) for entry in entries for line in entry.lines]


# -- marks -------------------------------------------------------------------------------------


def test_marks_stand_on_their_words(reading: Reading) -> None:
    for mark in (*presenting.entity_marks(reading), *presenting.date_marks(reading)):
        assert FIRST[mark.start : mark.end] == mark.item.text


def test_labels_can_be_hidden_and_weak_names_look_fainter(reading: Reading) -> None:
    styles = {mark.style for mark in presenting.entity_marks(reading)}
    assert styles == {"person", "gpe", "org"}
    assert "person" not in {m.style for m in presenting.entity_marks(reading, {"PERSON"})}
    weak = replace(reading, mentions=(replace(reading.mentions[0], strength=0.3),))
    assert [mark.style for mark in presenting.entity_marks(weak)] == ["gpe weak"]


def test_dates_that_are_not_sure_look_different(reading: Reading) -> None:
    styles = {mark.item.text: mark.style for mark in presenting.date_marks(reading)}
    assert styles["February 21st"] == "date doubt"
    assert styles["March 3, 2014 10:15"] == "date"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/a_b?c=d#e.", ["https://example.org/a_b?c=d#e"]),
        (
            "(http://example.org/x), “https://example.org/y”",
            ["http://example.org/x", "https://example.org/y"],
        ),
        ("ftp://example.org http:// httpx://a.b", []),
    ],
)
def test_links_end_before_punctuation(text: str, found: list[str]) -> None:
    marks = presenting.link_marks(text)
    assert [mark.item for mark in marks] == found
    assert [text[mark.start : mark.end] for mark in marks] == found


def test_only_annotations_of_passages_are_marked() -> None:
    selector = make_selector(FIRST, 0, 5, "v1")
    on_passage = Annotation("n1", "a1", selector, note="Here")
    marks = presenting.annotation_marks([on_passage, Annotation("n2", "a1", note="Whole")], VERSION)
    assert [(mark.start, mark.end, mark.item) for mark in marks] == [(0, 5, on_passage)]


# -- the lines around the text -----------------------------------------------------------------


def test_the_head_of_an_article() -> None:
    sheet = dressed(tags=("gas", "[b]"))
    head, blank, *embedded = words(sheet)
    assert head == "Test desk · ref 2014-03-03 10:15 (stamp) · #gas · #[b]"
    assert blank == ""
    assert embedded == ["", "─── another article · ref 2012-06-05 09:00 (stamp)"]
    assert sheet.text == FIRST


def test_an_article_that_goes_on_behind_a_caption_is_announced_once() -> None:
    body = "The riot police detained nine people on Sunday. A court will hear them on June 9th.\n"
    embedded = (
        f"An older quarrel\nJune 5, 2012 09:00\nМікола Крук. Фота: Алесь Новік, TUT.BY\n\n{body}"
    )
    text = FIRST[: FIRST.index("An older quarrel")] + embedded
    assert [s.kind for s in outline(text).sections] == ["main", "embedded", "caption", "embedded"]
    sheet = dressed(text)
    assert [line for line in words(sheet) if "another article" in line] == [
        "─── another article · ref 2012-06-05 09:00 (stamp)"
    ]
    (heading,) = (mark for mark in sheet.styles.marks if mark.style == "heading")
    assert text[heading.start : heading.end] == "An older quarrel"


def test_where_a_reference_date_comes_from() -> None:
    assert "ref 2013-02-22 (yours)" in words(dressed(references={0: "2013-02-22"}))[0]
    assert "ref none (yours)" in words(dressed(references={0: None}))[0]
    undated = "An undated brief\n\nIt has a text.\n"
    article = Article("a1", "An undated brief", dateline="2011-01-02")
    assert words(dressed(undated, article))[0] == "ref 2011-01-02 (stated)"
    assert words(dressed(undated, replace(article, dateline=None)))[0] == "ref none (no date found)"


def test_a_title_that_the_text_has_not_stands_above_it() -> None:
    sheet = dressed(article=replace(ARTICLE, title="A corrected title"))
    assert sheet.words[0][0] == ("A corrected title", "title")
    assert sheet.styles.marks == [mark for mark in sheet.styles.marks if mark.style != "title"]
    assert dressed().styles.marks[0].style == "title"


def test_lines_in_ascii() -> None:
    state = ArticleState("a1", tags=("gas",))
    sheet = presenting.sheet(FIRST, ARTICLE, outline(FIRST), state, {}, (), ASCII)
    assert all(line.isascii() for line in words(sheet))


def test_foreign_words_in_the_head_are_made_visible() -> None:
    for text in HOSTILE.values():
        article, state = Article("a1", text, text), ArticleState("a1", tags=(text,))
        sheet = presenting.sheet(FIRST, article, outline(FIRST), state, {}, [f"Error: {text}"])
        assert not any(DANGEROUS.search(line) or "\n" in line for line in words(sheet))


# -- the panel ---------------------------------------------------------------------------------


def test_actors_the_most_mentioned_first_with_their_other_spellings(reading: Reading) -> None:
    entries = presenting.actor_entries(reading, {}, 0)
    lines = shown(entries)
    assert lines[0] == f"1 Actors {len(entries) - 1}"
    assert lines[1].startswith("P Aliaksandr Lukashenka ×3")
    assert any("Alexander Lukashenko" in line for line in lines)
    assert entries[0].item is None and all(entry.item for entry in entries[1:])


def test_a_place_has_its_own_letter_however_often_its_people_are_named() -> None:
    names: list[tuple[str, Label]] = [
        ("Eurasia", "LOC"),
        ("Eurasian", "NORP"),
        ("Eurasian", "NORP"),
    ]
    mentions = [
        Mention(place, place + 8, text, label, "test", actor="place:eurasia")
        for place, (text, label) in enumerate(names)
    ]
    actor = Actor("place:eurasia", "Eurasia", "place", ())
    lines = shown(
        presenting.actor_entries(Reading((), tuple(mentions), (), {actor.id: actor}), {}, 0)
    )
    assert lines[1:] == ["L Eurasia ×3", "  Eurasian"]


def test_in_how_many_others_an_actor_appears(reading: Reading) -> None:
    id = next(m.actor for m in reading.mentions if m.label == "PERSON")
    assert id is not None
    lines = shown(presenting.actor_entries(reading, {id: 4}, 17))
    assert lines.count("  also in 3 of 17 analysed") == 1
    assert not any("also in" in line for line in shown(presenting.actor_entries(reading, {}, 17)))


def test_dates_in_the_order_of_their_values(reading: Reading) -> None:
    items = [e.item for e in presenting.date_entries(reading.timexes) if e.item is not None]
    days = [item.first for item in items if item.first]
    assert days == sorted(days)
    assert sum(item.first is None for item in items) == len(items) - len(days)


def test_parts_without_anything_say_so() -> None:
    empty = Reading((), (), (), {})
    assert shown(presenting.actor_entries(empty, {}, 0))[-1] == "  none found"
    assert shown(presenting.date_entries(()))[-1] == "  none found"
    assert "v in the text begins one" in shown(presenting.annotation_entries((), VERSION))[-1]


def test_notes_with_their_quotes_and_tags() -> None:
    selector = make_selector(FIRST, 0, 5, "v1")
    note = Annotation("n1", "a1", selector, None, "One\n\ntwo", ("gas",))
    lines = shown(presenting.annotation_entries([note, Annotation("n2", "a1")], VERSION))
    assert lines[2:6] == ["“Minsk”", "  One", "  two", "  #gas"]
    assert lines[6] == "on the article"


def test_an_item_in_a_line_and_why(reading: Reading) -> None:
    mention, timex = reading.mentions[0], reading.timexes[1]
    assert presenting.described(mention, reading).startswith("GPE  Minsk")
    assert "2014?-02-21" in presenting.described(timex, reading)
    assert presenting.described(Annotation("n", "a", note="One\ntwo"), reading).startswith("One")
    assert presenting.described(Annotation("n", "a", note="\n"), reading) == "  "
    assert presenting.described(None, None) == ""
    assert any("test.list" in line for line in presenting.reasons(mention))
    assert any("Reference date: 2014-03-03" in line for line in presenting.reasons(timex))
    assert presenting.reasons(None) == []


# -- the foot ----------------------------------------------------------------------------------


async def test_hints_of_every_place_fit_eighty_columns(open_desk: OpenDesk) -> None:
    async with open_desk((80, 24)) as driver:
        feet = [driver.foot]
        for key in ("j", "enter", "v", "escape", "]", "a", "tab", "3"):
            await driver.press(key)
            feet.append(driver.foot)
        for foot in feet:
            assert cell_len(foot) <= 80, foot
        assert all("? help" in feet[number] for number in (0, 1, 2, 3, 4, 7))
