from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.actors import keys

SAME = [
    ("Aliaksandr Lukashenka", "Alexander Lukashenko", "Александр Лукашенко", "Аляксандр Лукашэнка"),
    ("Aleksander Łukaszenka", "Аляксандр Рыгоравіч Лукашэнка", "Лукашенко, Александр Григорьевич"),
    ("Nikolai Statkevich", "Mikalai Statkevich", "Николай Статкевич", "Мікола Статкевіч"),
    ("Vladimir Neklyaev", "Uladzimir Niakliajeu", "Uladzimir Nyaklyaeu"),
    ("Svetlana Tikhanovskaya", "Sviatlana Tsikhanouskaya", "Swiatłana Cichanouska"),
    ("Anatoly Lebedko", "Anatol Liabedzka"),
    ("Valery Tsepkalo", "Valery Tsapkala", "Валерий Цепкало"),
    ("Volodymyr Zelensky", "Vladimir Zelenskiy", "Володимир Зеленський"),
    ("Yauhen Ivanou", "Evgeny Ivanov", "Яўген Іваноў"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Bashar al-Assad", "Bashar Assad"),
]

DIFFERENT = [
    ("Aliaksandr Lukashenka", "Viktar Lukashenka"),
    ("Svetlana Tikhanovskaya", "Sergei Tikhanovsky"),
    ("Alexander Lukashenko", "Alexander Lukashevich"),
    ("Sergei Ivanov", "Sergei Ivanenko"),
    ("Aleksei Ivanov", "Aleksei Ivanova"),
    ("Tsikhanouski", "Tsikhanouskaya"),
    ("Igor Borisov", "Egor Borisov"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name_have_one_key(names: tuple[str, ...]) -> None:
    assert len({keys.fold(name) for name in names}) == 1


@pytest.mark.parametrize("a, b", DIFFERENT)
def test_different_people_have_different_keys(a: str, b: str) -> None:
    assert keys.fold(a) != keys.fold(b)


def test_word_order_and_patronymic_do_not_matter() -> None:
    assert keys.fold("Статкевич Николай Викторович") == keys.fold("Nikolai Statkevich")


def test_a_surname_that_looks_like_a_patronymic_stays() -> None:
    assert keys.surname("Viktor Ivanovich Lukashevich") == "lukashavich"


def test_two_patronymics_are_two_people() -> None:
    assert keys.same("Ivan Petrovich Sidorov", "Ivan Sidorov") == 1.0
    assert keys.same("Ivan Petrovich Sidorov", "Ivan Andreevich Sidorov") == 0.0


def test_other_names_are_folded_plainly() -> None:
    assert keys.plain("The State Security Service") == "state security service"
    assert keys.plain("São Tomé") == "sao tome"


@given(st.text(max_size=40))
def test_any_text_has_a_key_in_plain_letters(text: str) -> None:
    assert keys.fold(text) == keys.fold(text).strip()
    assert keys.same(text, text) == 1.0


@given(st.sampled_from([name for names in SAME for name in names]))
def test_case_does_not_matter(name: str) -> None:
    assert keys.fold(name.upper()) == keys.fold(name)
