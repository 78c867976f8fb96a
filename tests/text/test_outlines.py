from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import outline

BODY = (
    "The authorities resumed talks on gas transit after a pause of several months, while both "
    "sides kept accusing each other of breaking the agreement that was signed in December 2012.\n"
)
MORE = (
    "Observers in Minsk and Vilnius do not expect a quick settlement, since neither side can "
    "afford to look weak at home before the elections; the pipeline therefore stays closed.\n"
)
TITLE = "Minsk and Moscow resume their talks on gas"
OTHER = "Opposition politicians fined after street protest"


def parts(text: str) -> list[tuple[str, str | None, str]]:
    """Kind, dateline and text of each section."""
    return [(s.kind, s.dateline, text[s.start : s.end].strip()) for s in outline(text).sections]


def test_an_article_with_everything() -> None:
    text = (
        f"{TITLE}\n\nApril 22, 2016 18:26\n\n{BODY}\n{MORE}\nSimilar articles\n\n"
        f"{OTHER}\nSeptember 25, 2017 11:14\nНиколай Статкевич. Фото: Дмитрий Брушко\n\n{MORE}"
    )
    found = outline(text)
    assert (found.title, found.dateline, found.day) == (TITLE, "2016-04-22T18:26", "2016-04-22")
    other = "2017-09-25T11:14"
    assert [(kind, date) for kind, date, _ in parts(text)] == [
        ("main", "2016-04-22T18:26"),
        ("embedded", other),
        ("caption", other),
        ("embedded", other),
    ]
    assert found.sections[1].start == text.index(OTHER)


def test_an_article_without_a_date_closed_by_its_source() -> None:
    text = f"{TITLE}\n\n\n{BODY}\n{MORE}\nBelarus in focus"
    assert outline(text).dateline is None
    assert outline(text).source == "Belarus in focus"
    assert [kind for kind, _, _ in parts(text)] == ["main", "source"]


@pytest.mark.parametrize(
    "line, name",
    [
        ("Source: BelaPAN", "BelaPAN"),
        ("Источник: Белорусские новости", "Белорусские новости"),
        ("Originally published by Belarus Digest", "Belarus Digest"),
        ("https://example.org/2016/brief.html", "https://example.org/2016/brief.html"),
        ("© 2016 Belarus in Focus", "Belarus in Focus"),
    ],
)
def test_source_lines(line: str, name: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n{line}\n"
    assert outline(text).source == name
    assert parts(text)[-1] == ("source", None, line)


def test_a_source_line_under_the_title_stays_in_the_article() -> None:
    text = f"{TITLE}\nSource: BelaPAN\nApril 22, 2016\n\n{BODY}"
    assert (outline(text).source, outline(text).dateline) == ("BelaPAN", "2016-04-22")
    assert [kind for kind, _, _ in parts(text)] == ["main"]


@pytest.mark.parametrize("last", ["The end of the matter.", "“We shall see”, he said."])
def test_a_closing_sentence_is_no_source(last: str) -> None:
    assert outline(f"{TITLE}\n\n{BODY}\n{last}").source == ""


def test_the_stamp_may_follow_a_standfirst() -> None:
    text = f"{TITLE}\n\nThe talks were broken off in December, to nobody's surprise at all.\n\n"
    assert outline(f"{text}22 April 2016\n\n{BODY}").dateline == "2016-04-22"


def test_the_stamp_may_precede_the_title() -> None:
    found = outline(f"22 April 2016\n{TITLE}\n\n{BODY}")
    assert (found.title, found.dateline) == (TITLE, "2016-04-22")


def test_the_stamp_may_close_the_article() -> None:
    text = f"{TITLE}\n\n{BODY}\n{MORE}\nJane Doe\nPublished: 22.04.2016\n"
    assert outline(text).dateline == "2016-04-22"
    assert "embedded" not in {kind for kind, _, _ in parts(text)}


def test_publication_wins_over_update() -> None:
    text = f"{TITLE}\nUpdated: 23 April 2016\nPosted: 22 April 2016\n\n{BODY}"
    assert outline(text).dateline == "2016-04-22"
    assert outline(f"{TITLE}\nUpdated: 23 April 2016\n\n{BODY}").dateline == "2016-04-23"


def test_an_agency_dateline() -> None:
    text = f"{TITLE}\n\nMINSK, April 22, 2016 (BelaPAN) — {BODY}"
    assert outline(text).dateline == "2016-04-22"
    assert outline(f"{TITLE}\n\nMINSK, April 22 (BelaPAN) — {BODY}").dateline is None


def test_dates_in_sentences_date_nothing() -> None:
    text = f"{TITLE}\n\nOn April 22, 2016, talks resumed.\n{BODY}\nThey met again on 1 May 2016.\n"
    assert outline(text).dateline is None
    assert len(outline(text).sections) == 1


def test_years_in_the_text_decide_between_readings() -> None:
    text = f"{TITLE}\n\n25/01/14\n\n{BODY}\nRussia invaded Ukraine in February 2022.\n"
    assert outline(text).dateline == "2025-01-14"
    assert outline(f"{TITLE}\n\n25/01/14\n\n{BODY}").dateline == "2014-01-25"


def test_a_stamp_amid_the_text_opens_an_article_at_the_title_above() -> None:
    text = f"{TITLE}\n22 April 2016\n\n{BODY}\n{OTHER}\n25 September 2017\n\n{MORE}"
    (_, _, first), (kind, dateline, second) = parts(text)
    assert (kind, dateline) == ("embedded", "2017-09-25")
    assert second.startswith(OTHER) and first.startswith(TITLE)


def test_several_similar_articles() -> None:
    text = (
        f"{TITLE}\n22 April 2016\n\n{BODY}\nRelated stories:\n\n{OTHER}\n25 September 2017\n\n"
        f"{MORE}\nA third title of some length\n1 May 2018\n\n{BODY}"
    )
    assert [(kind, date) for kind, date, _ in parts(text)] == [
        ("main", "2016-04-22"),
        ("embedded", "2017-09-25"),
        ("embedded", "2018-05-01"),
    ]


def test_a_list_of_titles_with_their_dates() -> None:
    text = f"{TITLE}\n\n{BODY}\nЧитайте также\n{OTHER}\n25.09.2017\nA third title\n01.05.2018\n"
    assert [(kind, date) for kind, date, _ in parts(text)][1:] == [
        ("embedded", "2017-09-25"),
        ("embedded", "2018-05-01"),
    ]


def test_similar_articles_without_dates_have_none() -> None:
    text = f"{TITLE}\n22 April 2016\n\n{BODY}\nSimilar articles\n\n{OTHER}\n\n{MORE}"
    assert [(kind, date) for kind, date, _ in parts(text)] == [
        ("main", "2016-04-22"),
        ("embedded", None),
    ]


def test_a_pointer_amid_the_text_does_not_swallow_the_rest() -> None:
    text = f"{TITLE}\n22 April 2016\n\n{BODY}\nRead also:\n{OTHER}\n\n{MORE}\n{BODY}"
    assert [(kind, date) for kind, date, _ in parts(text)] == [
        ("main", "2016-04-22"),
        ("embedded", None),
        ("main", "2016-04-22"),
    ]
    assert parts(text)[1][2] == OTHER


@pytest.mark.parametrize(
    "line",
    [
        "Photo: BelaPAN",
        "Cover Photo: The border.",
        "Protesters in Minsk. Photo: Reuters",
        "Photo by Jane Doe",
        "Фота: Радыё Свабода",
        "Николай Статкевич во время протеста",
    ],
)
def test_captions(line: str) -> None:
    text = f"{TITLE}\n22 April 2016\n\n{BODY}\n{line}\n\n{MORE}"
    assert parts(text)[1] == ("caption", "2016-04-22", line)


@pytest.mark.parametrize(
    "line", ["«Мы не допустим этого», — сказал он.", "“Photo opportunities are over,” he said."]
)
def test_quotations_are_no_captions(line: str) -> None:
    text = f"{TITLE}\n22 April 2016\n\n{BODY}\n{line}\n\n{MORE}"
    assert [kind for kind, _, _ in parts(text)] == ["main"]


def test_a_cyrillic_article_is_not_one_caption() -> None:
    text = "Власти возобновили аресты\n22 апреля 2016\n\n" + "Власти возобновили аресты. " * 20
    assert parts(text)[0][:2] == ("main", "2016-04-22")
    assert len(parts(text)) == 1


def test_titles_in_markdown_and_of_texts_without_one() -> None:
    assert outline(f"# {TITLE}\n\n{BODY}").title == TITLE
    assert outline(f"**{TITLE}**\n\n{BODY}").title == TITLE
    assert outline(BODY * 3).title == BODY[:80].rsplit(" ", 1)[0]
    assert outline("").title == "" and outline(" \n").title == ""
    assert outline("x" * 500).title == "x" * 80


def test_offsets_are_into_the_text_as_given() -> None:
    text = f"\ufeff \r\n  {TITLE}\r\nApril 22, 2016\r\n\r\n{BODY}".replace("\n", "\r\n")
    start, end = outline(text).title_span
    assert text[start:end] == TITLE
    assert outline(text).dateline == "2016-04-22"


lines = st.sampled_from(
    [
        *(TITLE, OTHER, BODY, MORE, "", "22 April 2016", "Similar articles", "Read also:"),
        "Photo: X",
        "Source: X",
        "Belarus in focus",
        "Николай Статкевич",
        "x",
        "Updated 1 May 2017",
        "\r",
        "\x0b",
    ]
)


@given(st.lists(lines, max_size=25).map("\n".join) | st.text(max_size=100))
def test_sections_cover_the_text_in_order(text: str) -> None:
    found = outline(text)
    ends = [0, *(section.end for section in found.sections)]
    assert [section.start for section in found.sections] == ends[:-1]
    assert ends[-1] == len(text)
    assert all(section.start < section.end for section in found.sections)
    if text.strip():
        assert found.sections[0].kind == "main"
        assert found.sections[0].dateline == found.dateline
    start, end = found.title_span
    assert " ".join(text[start:end].split()) == found.title
