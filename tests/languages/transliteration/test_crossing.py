from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.transliteration.crossing import to_belarusian, to_russian


@pytest.mark.parametrize(
    ("belarusian", "russian"),
    [
        ("Уладзімір Караткевіч", "Владимир Короткевич"),
        ("Васіль Быкаў", "Василий Быков"),
        ("Янка Купала", "Янка Купала"),
        ("Максім Багдановіч", "Максим Богданович"),
        ("Наталля Арсеннева", "Наталья Арсеньева"),
        ("Дзмітрый Жылуновіч", "Дмитрий Жилунович"),
        ("Цімафей Міцкевіч", "Тимофей Мицкевич"),
        ("Мікалай Шчакаціхін", "Николай Щакатихин"),
        ("Сяргей Мядзведзеў", "Сергей Медведев"),
        ("Ірына Шаўчэнка", "Ирина Шевченко"),
        ("Марыя Іванаўна Гурэвіч", "Мария Ивановна Гуревич"),
        ("Аляксей Мікалаевіч Цвірка", "Алексей Николаевич Твирка"),
        ("Юрый Лук’янаў", "Юрий Лукьянов"),
        ("Соф’я Зарэцкая", "Софья Зарецкая"),
        ("ПЁТР КАЗЛОЎ", "ПЁТР КОЗЛОВ"),
        ("А. Ш. Грыб", "А. Ш. Гриб"),
    ],
)
def test_russian_of_belarusian_names(belarusian: str, russian: str) -> None:
    assert to_russian(belarusian)[0].value == russian


@pytest.mark.parametrize(
    ("russian", "belarusian"),
    [
        ("Сергей Медведев", "Сяргей Мядзведзеў"),
        ("Ольга Вишневская", "Вольга Вішнеўская"),
        ("Евгений Дзержинский", "Яўген Дзяржынскі"),
        ("Пётр Кравченко", "Пётр Краўчэнка"),
        ("Иван Петрович Щербаков", "Іван Пятровіч Шчэрбакаў"),
        ("Екатерина Козлова", "Кацярына Казлова"),
        ("Тамара Ивановна Матвеева", "Тамара Іванаўна Мацвеева"),
        ("Григорий Войтович", "Грыгорый Вайтовіч"),
        ("Дмитрий Ковалёв", "Дзмітрый Кавалёў"),
        ("ДАРЬЯ ДЕДОВА", "ДАР’Я ДЗЕДАВА"),
    ],
)
def test_belarusian_of_russian_names(russian: str, belarusian: str) -> None:
    assert belarusian in [one.value for one in to_belarusian(russian)]


def test_what_leaves_no_choice_is_certain_and_all_else_is_not() -> None:
    assert [one.certain for one in to_russian("Ірына Гурэвіч")] == [True]
    assert not any(one.certain for one in to_russian("Марыя Калеснікава"))
    assert [one.certain for one in to_belarusian("Светлана Тихановская")] == [True]


@given(st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюя’- АБВГДЕЁЖ", min_size=1, max_size=25))
def test_there_are_one_to_three_and_they_differ(name: str) -> None:
    found = [one.value for one in to_russian(name)]
    assert 1 <= len(found) <= 3
    assert len(set(found)) == len(found)
    assert all(value.count("-") == name.count("-") and value.count(" ") == name.count(" ") for value in found)
    assert not any(set("іў") & set(value.lower()) for value in found)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя- АБВГДЕЁЖ", min_size=1, max_size=25))
def test_no_russian_letter_is_left_in_belarusian(name: str) -> None:
    assert not any(set("ищъ") & set(one.value.lower()) for one in to_belarusian(name))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyząčęėįšųūžł -", min_size=1, max_size=25))
def test_latin_names_stay(name: str) -> None:
    assert [one.value for one in to_russian(name)] == [name]
    assert [one.value for one in to_belarusian(name)] == [name]
