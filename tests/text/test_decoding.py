from __future__ import annotations

import gzip
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import TextError, decode, normalise

ENGLISH = "Belarus’s leader met the “coordinator” – and left."
RUSSIAN = "Президент заявил, что переговоры продолжатся в четверг."
BELARUSIAN = "Прэзідэнт заявіў, што перамовы працягнуцца ў чацвер, 22 красавіка."
MIXED = "Nikolai Statkevich (Николай Статкевич) was detained on Friday, his wife said."


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, BELARUSIAN, MIXED, "x"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_its_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("mark, codec", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_byte_orders_of_utf_16(mark: bytes, codec: str) -> None:
    assert decode(mark + RUSSIAN.encode(codec)) == (RUSSIAN, "utf-16")


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        MIXED,
        "Минск",
        "Лукашенко и Путин",
        "МИНСК. Дмитрий Брушко, TUT.BY",
        "22 апреля",
        "МИНСК",
        "он",
    ],
)
@pytest.mark.parametrize("codec, name", [("cp1251", "windows-1251"), ("koi8_r", "koi8-r")])
def test_russian_encodings_are_told_apart(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize("text", [BELARUSIAN, "Мінск", "Віктар Лукашэнка", ENGLISH, "У Мінску"])
def test_belarusian_letters_and_curly_quotes_are_windows_1251(text: str) -> None:
    assert decode(text.encode("cp1251")) == (text, "windows-1251")


def test_a_few_damaged_bytes_do_not_spoil_a_utf_8_text() -> None:
    data = (RUSSIAN * 20).encode()
    text, encoding = decode(data[:100] + b"\xff" + data[101:])
    assert encoding == "utf-8"
    assert "\ufffd" in text and "переговоры" in text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\n".encode("utf-16")])
def test_empty_data_is_called_empty(data: bytes) -> None:
    with pytest.raises(TextError, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x00" * 1000,
        "no mark".encode("utf-16-le"),
        b"%PDF-1.7 plain looking",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n",
        gzip.compress(b"text", mtime=0),
        b"\xff\xfea",
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(TextError, match="it is "):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except TextError:
        return
    assert text.strip() and encoding


def test_random_bytes_are_refused() -> None:
    with pytest.raises(TextError):
        decode(b"\x81" + os.urandom(5000))


def test_control_characters_do_not_make_a_text_binary() -> None:
    assert decode(b"\x1b]0;x\x07 is what they sent us in this mail")[1] == "utf-8"


def test_newlines_are_left_to_normalise() -> None:
    assert decode(b"a\r\nb\rc")[0] == "a\r\nb\rc"
    assert normalise("a\r\nb\rc\u2028d\n") == "a\nb\nc\nd\n"


@given(st.text(st.characters(codec=None)))
def test_normalised_text_is_stable_and_can_be_encoded(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
