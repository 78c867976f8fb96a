"""JSON Lines hold everything; Markdown shows it as it was written."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.text.hostile import HOSTILE
from tui.cli.output import json_line
from tui.exchange.evidence import Evidence
from tui.exchange.jsonl import jsonl
from tui.exchange.markdown import markdown, plain
from tui.model import Annotation, Article, ArticleState, Selector

ARTICLE = Article("a1", "Minsk *waits*", "Desk", "2014-03-03", "/briefs/minsk_1.txt")
SELECTOR = Selector(13, 19, "Envoys", "waits\n\n", " from", "0" * 64)


def made(note: str = "", *tags: str, article: str = "a1", exact: bool = True) -> Evidence:
    annotation = Annotation(f"id {note}", article, SELECTOR, None, note, tags, "then", "now")
    state = ArticleState(article, "read", "kept", tags=("gas",))
    return Evidence(annotation, ARTICLE, state, exact)


def document(*items: Evidence) -> str:
    return "".join(markdown(items, json.dumps))


def test_a_line_of_json_holds_the_whole_annotation() -> None:
    item = made("Why?", "oil")
    (line,) = jsonl([item], json.dumps)
    record = json.loads(line)
    article, checked = record.pop("article"), record.pop("quote_checked")
    assert checked is True
    assert {**record, "article": "a1"} == json.loads(json.dumps(asdict(item.annotation)))
    assert article == {
        "id": "a1",
        "title": "Minsk *waits*",
        "source": "Desk",
        "dateline": "2014-03-03",
        "address": "/briefs/minsk_1.txt",
        "triage": "kept",
        "tags": ["gas"],
    }


def test_an_article_that_is_gone_keeps_its_id() -> None:
    gone = replace(made(article="gone"), article=None)
    (line,) = jsonl([gone], json.dumps)
    article = json.loads(line)["article"]
    assert (article["id"], article["title"]) == ("gone", None)
    assert document(gone).startswith(
        "## (an article that is no longer in the library)\n\nid gone\n"
    )


@given(st.text() | st.sampled_from(list(HOSTILE.values())))
def test_any_note_survives_json(note: str) -> None:
    (line,) = jsonl([made(note)], json_line)
    assert line.count("\n") == 1
    assert json.loads(line)["note"] == note


def test_a_document_has_a_heading_for_each_article() -> None:
    text = document(made("One"), made("Two\n\nlines", "gas talks", "oil"), made("x", article="a2"))
    assert text == (
        "## Minsk \\*waits\\*\n\n"
        "Desk · 2014-03-03 · /briefs/minsk\\_1.txt · id a1\n\n"
        "> Envoys\n\nOne\n\n"
        "> Envoys\n\nTwo\n\nlines\n\n#gas-talks #oil\n\n"
        "## Minsk \\*waits\\*\n\n"
        "Desk · 2014-03-03 · /briefs/minsk\\_1.txt · id a2\n\n"
        "> Envoys\n\nx\n\n"
    )


def test_what_is_no_longer_there_is_said() -> None:
    text = document(made("One", exact=False))
    assert "> Envoys (the passage was not found in the text)" in text


MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])

SIGNS = st.sampled_from([*"-+*_=~`#<>&[]()!|\\.:;/\"'1aб", "  ", "&amp;", "10. ", "- "])


@given(st.lists(SIGNS, max_size=12).map("".join))
@example("- a list")
@example("+ a list")
@example("1. a list")
@example("2) a list")
@example("---")
@example("&#65;")
@example("~~struck~~")
@example("[link](address) <b> `code` *strong* a_b_c | cell |")
def test_markdown_shows_text_as_written(text: str) -> None:
    written = " ".join(text.split())
    tokens = MARKDOWN.parse(f"before\n\n{plain(text)}\n")[3:]
    if not written:
        assert tokens == []
        return
    opening, inline, closing = tokens
    assert opening.type == "paragraph_open" and closing.type == "paragraph_close"
    assert {child.type for child in inline.children or ()} == {"text"}
    assert "".join(child.content for child in inline.children or ()) == written


def test_a_line_of_a_note_never_turns_the_one_above_into_a_heading() -> None:
    tokens = MARKDOWN.parse(document(made("First\n---\nsecond\n===")))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2"]


def test_plain_text_stays_plain_and_on_one_line() -> None:
    text = "On 3 March, 2.5 of 10 (a quarter) - so they said; Статкевіч + 1 = 北京"
    assert plain(text) == text
    assert plain(" a\n- b\t c ") == "a - b c"
