"""The settings file: every key optional, every mistake one sentence that names the file."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import settings
from tui.settings import Settings, SettingsError


@pytest.fixture
def path(home: Path) -> Path:
    home.mkdir()
    return home / "config.toml"


def test_without_a_file_all_is_as_the_program_has_it(home: Path) -> None:
    assert settings.load() == Settings()
    assert not home.exists()


def test_an_empty_file_changes_nothing(path: Path) -> None:
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert settings.load() == Settings()


def test_every_setting_is_read(path: Path) -> None:
    path.write_text(
        """
        theme = "briefs-light"
        measure = 60
        ascii = true
        mouse = true
        layout = "ukrainian"
        pipeline = "rules"
        registry = ["~/own.tsv", "/more.tsv"]
        opener = "firefox"
        backups = 3
        backup_days = 7
        hidden_labels = ["NORP"]
        [keys]
        "article.keep" = ["K", "g k"]
        quit = []
        [macros]
        X = ["article.star", "article.keep"]
        """,
        encoding="utf-8",
    )
    read = settings.load()
    for each in fields(Settings):
        assert getattr(read, each.name) != getattr(Settings(), each.name), each.name
    assert read.registry == ("~/own.tsv", "/more.tsv")
    assert read.keys == {"article.keep": ["K", "g k"], "quit": []}
    assert read.macros == {"X": ["article.star", "article.keep"]}


def test_another_file_can_be_named(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("measure = 50\n", encoding="utf-8")
    assert settings.load(other).measure == 50


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mesure = 60", "'mesure' is not a setting; known are ascii, backup_days,"),
        ("measure = 'wide'", "'measure' must be a whole number, not a text"),
        ("measure = 60.5", "'measure' must be a whole number, not a fraction"),
        ("measure = true", "'measure' must be a whole number, not true or false"),
        ("measure = 2014-03-03", "'measure' must be a whole number, not a date or time"),
        ("ascii = 1", "'ascii' must be true or false, not a whole number"),
        ("theme = ['a']", "'theme' must be a text, not a list"),
        ("registry = 'own.tsv'", "'registry' must be a list, not a text"),
        ("keys = 'q'", "'keys' must be a table, not a text"),
        ("theme = ", "the settings cannot be read"),
        ("theme = 'a'\ntheme = 'b'", "the settings cannot be read"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_file(path: Path, line: str, words: str) -> None:
    path.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.load()
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and words in message
    assert message.endswith(".") and "\n" not in message


def test_a_file_that_is_no_text_or_no_file(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00theme")
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load()
    path.unlink()
    path.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load()


@given(st.text())
def test_whatever_stands_there_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", newline="")
    try:
        assert isinstance(settings.load(path), Settings)
    except SettingsError as error:
        assert str(path) in str(error)
