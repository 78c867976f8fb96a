"""Annotated texts from files: JSON Lines, marked text, spaCy's DocBin and CoNLL columns."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_offsets, iob_to_biluo
from spacy.vocab import Vocab

from tui.language.training import marked
from tui.language.training.annotated import Annotated, Span

SAME = {"PER": "PERSON", "FAC": "LOC"}
"""Other corpora's names for our labels."""


class DataError(Exception):
    """A file of annotated texts cannot be used; the message says where and why."""


def read(path: Path) -> Iterator[Annotated]:
    """The annotated texts of a file; its format is told by its name.

    ``.jsonl`` holds ``{"text", "ents": [[start, end, label]]}`` or a gold line with ``entities``
    and ``text`` or ``text_file``; ``.txt`` is marked text (see ``marked``); ``.spacy`` is a
    DocBin; ``.conll``, ``.iob``, ``.iob2`` and ``.bio`` hold a token and its tag a line. Each may
    be gzipped (``.gz``), but the DocBin.
    Raises :class:`DataError`.
    """
    kind = Path(path.name.removesuffix(".gz")).suffix.lower()
    try:
        if kind == ".jsonl":
            yield from _json_lines(path)
        elif kind == ".txt":
            yield from _marked(path)
        elif kind == ".spacy":
            yield from _doc_bin(path)
        elif kind in {".conll", ".iob", ".iob2", ".bio"}:
            yield from _conll(path)
        else:
            raise DataError(f"{path}: not a .jsonl, .txt, .spacy or .conll file.")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error}).") from error


def read_all(paths: Iterable[Path]) -> list[Annotated]:
    """The annotated texts of several files, in order. Raises :class:`DataError`."""
    return [one for path in paths for one in read(path)]


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from file
    else:
        with path.open(encoding="utf-8") as file:
            yield from file


def _json_lines(path: Path) -> Iterator[Annotated]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            yield _from_json(json.loads(line), path)
        except (ValueError, KeyError, TypeError) as error:
            reason = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise DataError(f"{path}, line {number}: not an annotated text ({reason}).") from error


def _from_json(item: dict[str, Any], path: Path) -> Annotated:
    if "text" in item:
        text = item["text"]
    else:
        # Universal newlines would shift the offsets of a file that has carriage returns.
        text = (path.parent / item["text_file"]).read_bytes().decode("utf-8")
    if "ents" in item:
        ents = [(start, end, label) for start, end, label in item["ents"]]
    else:
        ents = [(one["start"], one["end"], one["label"]) for one in item["entities"]]
    ignore = [(one["start"], one["end"]) for one in item.get("ignore", [])]
    source, doc = item.get("source", path.name), str(item.get("doc", item.get("id", "")))
    return _annotated(text, ents, source, doc, tuple(ignore))


def _annotated(
    text: str,
    ents: Iterable[Span],
    source: str,
    doc: str,
    ignore: tuple[tuple[int, int], ...] = (),
) -> Annotated:
    ordered = tuple(sorted((start, end, SAME.get(label, label)) for start, end, label in ents))
    last = 0
    for start, end, _ in ordered:
        if not last <= start < end <= len(text):
            raise ValueError(f"the entity at {start}-{end} is outside of the text or overlaps")
        last = end
    return Annotated(text, ordered, source, doc, ignore)


def _marked(path: Path) -> Iterator[Annotated]:
    try:
        yield from marked.documents("".join(_lines(path)), path.name)
    except ValueError as error:
        raise DataError(f"{path}: {error}") from error


def _doc_bin(path: Path) -> Iterator[Annotated]:
    try:
        docs = list(DocBin().from_disk(path).get_docs(Vocab()))
    except ValueError as error:
        raise DataError(f"{path}: not a DocBin ({error}).") from error
    for doc in docs:
        ents = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        yield _annotated(doc.text, ents, path.name, "")


def _conll(path: Path) -> Iterator[Annotated]:
    """Columns: the token first, the tag last; ``-DOCSTART-`` begins a document."""
    vocab = spacy.blank("en").vocab
    tokens: list[str] = []
    tags: list[str] = []
    doc = 0
    for line in [*_lines(path), ""]:
        columns = line.split()
        if columns and columns[0] != "-DOCSTART-" and not line.startswith("# "):
            tokens.append(columns[0])
            tags.append(columns[-1])
        elif tokens and (not columns or columns[0] == "-DOCSTART-"):
            try:
                words = Doc(vocab, words=tokens)
                offsets = biluo_tags_to_offsets(words, iob_to_biluo(tags))
                ents = [(start, end, str(label)) for start, end, label in offsets]
            except ValueError as error:
                raise DataError(f"{path}: bad tags at {' '.join(tokens)!r} ({error}).") from error
            yield _annotated(words.text, ents, path.name, str(doc))
            tokens, tags = [], []
        if columns and columns[0] == "-DOCSTART-":
            doc += 1
