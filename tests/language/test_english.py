from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.english import language


@pytest.mark.parametrize(
    "code, text",
    [
        (
            "en",
            "On Friday the opposition leaders were released after seven days of arrest in Minsk.",
        ),
        ("en", "Lukashenka meets Putin"),
        ("ru", "Президент России Владимир Путин встретился с Александром Лукашенко в Сочи."),
        ("be", "Прэзідэнт Беларусі сустрэўся з міністрам у Мінску, паведаміла прэс-служба."),
        ("uk", "Президент України зустрівся з прем'єр-міністром Польщі у Києві в п'ятницю."),
        (
            "de",
            "Der Präsident hat sich am Freitag mit der Kanzlerin in Berlin nicht getroffen.",
        ),
        (
            "pl",
            "Prezydent spotkał się w piątek z premierem i nie powiedział, że to jest koniec.",
        ),
        ("fr", "Le président de la République est dans la ville et il ne parle pas de la crise."),
        ("und", "ყოველდღიური გაზეთი თბილისში"),
    ],
)
def test_languages(code: str, text: str) -> None:
    assert language(text) == code


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert language(text)
