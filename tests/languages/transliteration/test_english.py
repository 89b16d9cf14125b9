from __future__ import annotations

import pytest

from workbench.languages.transliteration.english import from_english, lithuanian_form, press_form


@pytest.mark.parametrize(
    ("russian", "press"),
    [
        ("Анастасия Щукина", "Anastasia Shchukina"),
        ("ЕВГЕНИЙ ХОХЛОВ", "EVGENY KHOKHLOV"),
        ("Игорь Лосик", "Igor Losik"),
    ],
)
def test_given_names_are_written_as_newspapers_do(russian: str, press: str) -> None:
    assert press_form(russian) == press


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("Anastasia Shchukina", "ru", "Анастасия Щукина"),
        ("Yevgeny Khokhlov", "ru", "Евгений Хохлов"),
        ("Siarhei Karatkevich", "be", "Сяргей Караткевіч"),
        ("Siarhei Tsikhanouski", "be", "Сяргей Ціханоўскі"),
        ("Maryia Zaretskaya", "be", "Марыя Зарэцкая"),
        ("Yuliya Hramykava", "be", "Юлія Грамыкава"),
    ],
)
def test_back_into_cyrillic(name: str, language: str, form: str) -> None:
    found = from_english(name)
    assert found is not None
    assert (found[0], found[1].value, found[1].certain) == (language, form, False)


@pytest.mark.parametrize("name", ["Emily Watson", "John Smith", "", "..."])
def test_names_of_elsewhere_are_not_put_into_cyrillic(name: str) -> None:
    assert from_english(name) is None


@pytest.mark.parametrize(
    ("name", "form"),
    [("Adam Smith", "Adamas Smithas"), ("Donald Lane", "Donaldas Lane'as")],
)
def test_lithuanian_endings_on_latin_names(name: str, form: str) -> None:
    found = lithuanian_form(name)
    assert found is not None
    assert (found.value, found.certain) == (form, False)


@pytest.mark.parametrize("name", ["Emily Watson", "Maria Smith", "Adam Jolie-Mara", ""])
def test_no_ending_where_nobody_knows_who_it_is(name: str) -> None:
    assert lithuanian_form(name) is None
