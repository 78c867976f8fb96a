from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from tui.language.training.data import DataError, read

TEXT = "Angela Merkel flew to Minsk."
ENTS = ((0, 13, "PERSON"), (22, 27, "GPE"))


def test_json_lines_give_text_and_entities_in_order(tmp_path: Path) -> None:
    line = {"text": TEXT, "ents": [[22, 27, "GPE"], [0, 13, "PER"]], "source": "s", "doc": "7"}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(line) + "\n\n")
    (item,) = read(path)
    assert (item.text, item.ents, item.source, item.doc) == (TEXT, ENTS, "s", "7")


def test_json_lines_may_be_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT, "ents": []}).encode()))
    assert [item.text for item in read(path)] == [TEXT]


def test_gold_lines_read_their_text_beside_them_with_its_carriage_returns(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"One.\r\nMinsk.")
    entity = {"start": 6, "end": 11, "label": "GPE", "actor": "minsk"}
    ignore = {"start": 0, "end": 3, "for": "entity"}
    line = {"id": 12, "text_file": "x.txt", "entities": [entity], "ignore": [ignore]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(line))
    (item,) = read(tmp_path / "gold.jsonl")
    assert item.text[6:11] == "Minsk"
    assert (item.ents, item.ignore, item.doc) == (((6, 11, "GPE"),), ((0, 3),), "12")


def test_marked_text_gives_its_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[Minsk|GPE] slept.\n\n[Oslo|GPE]", encoding="utf-8")
    assert [(one.text, one.doc) for one in read(tmp_path / "a.txt")] == [
        ("Minsk slept.", "1"),
        ("Oslo", "2"),
    ]


def test_conll_columns_become_texts_of_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text(
        "-DOCSTART- O\n\nAngela X B-PER\nMerkel X I-PER\nspoke X O\n\n"
        "-DOCSTART- O\n\nMinsk X B-LOC\n"
    )
    first, second = read(path)
    assert (first.text, first.ents) == ("Angela Merkel spoke ", ((0, 13, "PERSON"),))
    assert second.ents == ((0, 5, "LOC"),)
    assert first.doc != second.doc


def test_a_doc_bin_gives_its_entities(tmp_path: Path) -> None:
    doc = spacy.blank("en")(TEXT)
    doc.ents = [doc.char_span(*span) for span in ENTS]  # type: ignore[misc]
    DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    (item,) = read(tmp_path / "a.spacy")
    assert (item.text, item.ents) == (TEXT, ENTS)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.jsonl", '{"text": "x"', "line 1"),
        ("a.jsonl", '{"ents": []}', "line 1"),
        ("a.jsonl", '{"text": "x", "ents": [[0, 9, "GPE"]]}', "0-9"),
        ("a.jsonl", '{"text": "abc", "ents": [[0, 2, "GPE"], [1, 3, "GPE"]]}', "1-3"),
        ("a.jsonl", "[1]", "line 1"),
        ("a.csv", "", "not a .jsonl"),
        ("a.spacy", "nonsense", "DocBin"),
        ("a.conll", "Minsk B-LOC\nX L-ORG-X\nA\n", "A"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(
    tmp_path: Path, name: str, content: str, words: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(DataError) as error:
        list(read(path))
    assert str(path) in str(error.value)
    assert words in str(error.value)


def test_a_missing_file_is_a_sentence_too(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        list(read(tmp_path / "none.jsonl"))
