from __future__ import annotations

import pytest

from workbench.languages.name_likeness import POSSIBLE, Agreement, compare, likeness

KALESNIKAVA = [
    ("Марыя Калеснікава", "be"),
    ("Мария Колесникова", "ru"),
    ("Maryia Kalesnikava", "en"),
    ("Kolesnikova Maria", "en"),
    ("Marija Kolesnikova", "lt"),
    ("Maryja Kaleśnikava", "be-Latn"),
    ("Maria Kolesnikowa", "pl"),
]


@pytest.mark.parametrize("other", KALESNIKAVA[1:])
def test_forms_of_one_name_are_alike(other: tuple[str, str]) -> None:
    assert likeness(*KALESNIKAVA[0], *other) > 0.95
    assert likeness(*other, *KALESNIKAVA[0]) == likeness(*KALESNIKAVA[0], *other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Аляксандр Іваноў", "be"), ("Аляксандра Іванова", "be")),
        (("Ганна Калеснікава", "be"), ("Марыя Калеснікава", "be")),
        (("Марыя Іванова", "be"), ("Марыя Калеснікава", "be")),
        (("Іван Пятровіч Іваноў", "be"), ("Иван Степанович Иванов", "ru")),
        (("Сяргей Ціханоўскі", "be"), ("Святлана Ціханоўская", "be")),
        (("В. Статкевіч", "be"), ("Мікалай Статкевіч", "be")),
        (("Калеснікава", "be"), ("Мария Колесникова", "ru")),
        (("", "be"), ("Марыя", "be")),
    ],
)
def test_other_persons_are_not(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert likeness(*one, *other) < POSSIBLE


@pytest.mark.parametrize(
    ("one", "other", "agreements"),
    [
        (("Мікалай Статкевіч", "be"), ("Николай Статкевич", "ru"), ["calendar", "spelling"]),
        (("Я. Афнагель", "be"), ("Евгений Афнагель", "ru"), ["initial", "same"]),
        (("Путин В.В.", "ru"), ("Vladimir Vladimirovich Putin", "en"), ["spelling", "initial", "initial"]),
        (("Дмитрий Жук", "ru"), ("Dmitrijus Žukas", "lt"), ["spelling", "spelling"]),
        (("Рыгор Кастусёў", "be"), ("Grzegorz Kastusiou", "pl"), ["calendar", "spelling"]),
        (("Марыя Калеснікава", "be"), ("Мария Колесникоа", "ru"), ["spelling", "near"]),
    ],
)
def test_what_agrees_is_told(one: tuple[str, str], other: tuple[str, str], agreements: list[str]) -> None:
    found = compare(*one, *other)
    assert [match.agreement for match in found.matches] == [Agreement(each) for each in agreements]
    assert found.score >= POSSIBLE


def test_what_speaks_against_it_is_told() -> None:
    found = compare("Іван Пятровіч Іваноў", "be", "Іван Сцяпанавіч Іваноў", "be")
    assert (found.only_one, found.only_other) == (("Пятровіч",), ("Сцяпанавіч",))
    assert found.other_patronymic
    assert compare("Аляксандр Іваноў", "be", "Аляксандра Іванова", "be").other_gender


def test_a_missing_patronymic_costs_little() -> None:
    assert (
        0.9
        < likeness("Іван Пятровіч Іваноў", "be", "Иван Иванов", "ru")
        < likeness("Іван Іваноў", "be", "Иван Иванов", "ru")
    )


def test_a_name_in_a_sentence_may_stand_in_any_case() -> None:
    assert likeness("Аляксандр Ісачоў", "be", "Аляксандрам Ісачовым", "be", in_text=True) > 0.85
    assert likeness("Аляксандр Ісачоў", "be", "Аляксандра Ісачова", "be", in_text=True) > 0.9


def test_letters_that_the_key_mixes_count_where_the_spelling_tells_them_apart() -> None:
    far = likeness("Іван Жукаў", "be", "Иван Зуков", "ru")
    assert far < likeness("Іван Жукаў", "be", "Иван Жуков", "ru") == likeness("Іван Жукаў", "be", "Ivan Žukov", "lt")
    assert far < likeness("Іван Жукаў", "be", "Ivan Zukau", "be-Latn")  # its marks were left off
