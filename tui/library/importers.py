"""Reading briefs from files, folders, standard input and pasted text."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tui.library import frontmatter
from tui.library.documents import Document, Problem
from tui.text import TextError, decode, normalise, one_line

LARGEST: Final = 10_000_000
"""Bytes beyond which a file is no brief."""

SUFFIXES: Final = (".txt", ".md", ".markdown")
STANDARD_INPUT: Final = "-"


def read_documents(
    sources: Iterable[str | Path], standard_input: BinaryIO | None = None
) -> Iterator[Document | Problem]:
    """The documents in files and folders (with all below them, sorted), as they are read.

    ``-`` is standard input. Whatever cannot be imported gives a :class:`Problem` in its place.
    """
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield _from_stream(standard_input or sys.stdin.buffer)
            continue
        path = Path(os.path.expanduser(source))  # noqa: PTH111  # the other raises
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield _problem(path, _reason(error))
            continue
        if is_folder:
            yield from _from_folder(path)
        elif not os.path.lexists(path):
            yield _problem(path, "there is no such file or folder")
        elif path.suffix.lower() not in SUFFIXES:
            yield _problem(path, f"only {', '.join(SUFFIXES)} files can be imported")
        else:
            yield _from_file(path)


def pasted(text: str) -> Document | Problem:
    """The document in a text that was typed or pasted; front matter is read here too."""
    if not text.strip():
        return Problem("pasted text", "The pasted text is empty.")
    return _document(text)


def _from_folder(folder: Path) -> Iterator[Document | Problem]:
    unreadable: list[OSError] = []
    found = 0
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                found += 1
                yield _from_file(Path(parent) / name)
    for error in unreadable:
        yield _problem(Path(error.filename or folder), _reason(error))
    if not found and not unreadable:
        yield _problem(folder, f"there are no {', '.join(SUFFIXES)} files in this folder")


def _from_file(path: Path) -> Document | Problem:
    try:
        # Not blocking: a named pipe would wait for a writer for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _problem(path, "it is not a regular file")
            data = file.read(LARGEST + 1)
        text = _text(data)
    except OSError as error:
        return _problem(path, _reason(error))
    except TextError as error:
        return _problem(path, str(error))
    return _document(text, path)


def _from_stream(stream: BinaryIO) -> Document | Problem:
    try:
        return _document(_text(stream.read(LARGEST + 1)))
    except (OSError, TextError) as error:
        reason = _reason(error) if isinstance(error, OSError) else str(error)
        return Problem(STANDARD_INPUT, f"Cannot import standard input: {reason}.")


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise TextError(f"it is larger than {LARGEST // 1_000_000} MB")
    return decode(data)[0]


def _document(text: str, path: Path | None = None) -> Document | Problem:
    stated, body = frontmatter.split(normalise(text))
    if not body.strip():
        where = str(path) if path else "the text"
        return Problem(
            where, f"Cannot import {one_line(where)}: below its front matter is no text."
        )
    addresses = [address for address in (stated.address, path and _address(path)) if address]
    return Document(
        text=body,
        title=stated.title,
        source=stated.source,
        dateline=stated.dateline,
        addresses=tuple(addresses),
        tags=stated.tags,
    )


def _address(path: Path) -> str:
    """The absolute path; bytes that are not UTF-8 are written out, since SQLite holds none."""
    return os.path.realpath(path).encode("utf-8", "backslashreplace").decode()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _problem(path: Path, reason: str) -> Problem:
    return Problem(str(path), f"Cannot import {one_line(str(path))}: {reason}.")
