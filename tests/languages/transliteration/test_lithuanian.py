from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.transliteration.lithuanian import from_lithuanian, to_lithuanian


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Ольга Крылова", "Olga Krylova"),
        ("Сергей Веселов", "Sergejus Veselovas"),
        ("Евгений Макеев", "Jevgenijus Makejevas"),
        ("Юлия Объезчикова", "Julija Objezčikova"),
        ("Андрей Григорьевич Арефьев", "Andrejus Grigorjevičius Arefjevas"),
        ("Фёдор Вяземский", "Fiodoras Viazemskis"),
        ("Анна Вяземская", "Anna Viazemskaja"),
        ("Лев Толстой", "Levas Tolstojus"),
        ("Пётр Белый", "Piotras Belas"),
        ("Игорь Щербак", "Igoris Ščerbakas"),
        ("Ирина Хохлова", "Irina Chochlova"),
        ("Жанна Цой", "Žanna Coj"),
        ("Шевченко", "Ševčenka"),
        ("И. Ю. Петин", "I. Ju. Petinas"),
        ("СМОЛЕНСК", "SMOLENSKAS"),
    ],
)
def test_from_russian(name: str, form: str) -> None:
    assert to_lithuanian(name, russian=True).value == form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Раман Тарасевіч", "Ramanas Tarasevičius"),
        ("Мікалай Аляхновіч", "Mikalajus Aliachnovičius"),
        ("Зарэцкі", "Zareckis"),
        ("Ельскі", "Jelskis"),
        ("Гэля Саевіч", "Helia Sajevič"),
        ("Алесь Дзераза", "Alesis Dzeraza"),
        ("Марыя Гурэвіч", "Maryja Hurevič"),
        ("Дар’я Ціханоўская", "Darja Cichanouskaja"),
        ("Яўген Кавалёў", "Jauhenas Kavaliouas"),
    ],
)
def test_from_belarusian(name: str, form: str) -> None:
    assert to_lithuanian(name, russian=False).value == form


def test_an_ending_makes_a_guess() -> None:
    assert to_lithuanian("Мария Колесникова", russian=True).certain
    assert not to_lithuanian("Виктор", russian=True).certain


@pytest.mark.parametrize(
    ("form", "russian"),
    [
        ("Sergejus Veselovas", "Сергей Веселов"),
        ("Olga Krylova", "Ольга Крылова"),
        ("Aleksandras Vjazemskis", "Александр Вьяземский"),
        ("Julija Tarasevičius", "Юлия Тарасевич"),
    ],
)
def test_the_way_back_is_a_guess(form: str, russian: str) -> None:
    found = from_lithuanian(form)
    assert found.value == russian
    assert not found.certain


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyząčęėįšųūž -", max_size=25), st.booleans())
def test_latin_names_stay(name: str, russian: bool) -> None:
    assert to_lithuanian(name, russian=russian).value == name


@given(st.text(alphabet="абвгдеёжзийіклмнопрстуўфхцчшщыэюя", min_size=1, max_size=15), st.booleans())
def test_no_letter_is_left_or_lost(name: str, russian: bool) -> None:
    made = to_lithuanian(name, russian=russian).value
    if russian is not any(char in "іў" for char in name):
        assert made.isascii() or set(made) <= set("abcčdefghijklmnoprsštuvyzžěиіщў")
    assert len(made) >= len(name) - 2
