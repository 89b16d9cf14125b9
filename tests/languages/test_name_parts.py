from __future__ import annotations

import pytest

from workbench.languages.name_parts import Gender, NameParts, guess_gender, patronymic_gender, split_name


@pytest.mark.parametrize(
    ("value", "tag", "given", "patronymic", "family"),
    [
        ("Марыя Калеснікава", "be", "Марыя", "", "Калеснікава"),
        ("Калеснікава Марыя Аляксандраўна", "be", "Марыя", "Аляксандраўна", "Калеснікава"),
        ("Мікалай Віктаравіч Статкевіч", "be", "Мікалай", "Віктаравіч", "Статкевіч"),
        ("Статкевіч Мікалай Віктаравіч", "be", "Мікалай", "Віктаравіч", "Статкевіч"),
        ("Мікалай Статкевіч", "be", "Мікалай", "", "Статкевіч"),
        ("Бяляцкі Алесь", "be", "Алесь", "", "Бяляцкі"),
        ("А. Я. Іваноў", "be", "А.", "Я.", "Іваноў"),
        ("Іваноў А.Я.", "be", "А.", "Я.", "Іваноў"),
        ("Иван Петрович", "ru", "Иван", "Петрович", ""),
        ("Иванов, Иван Петрович", "ru", "Иван", "Петрович", "Иванов"),
        ("Алиев Гейдар Алирза оглы", "ru", "Гейдар", "Алирза оглы", "Алиев"),
        ("KOLESNIKOVA Maria", "en", "Maria", "", "KOLESNIKOVA"),
        ("John F. Kennedy", "en", "John F.", "", "Kennedy"),
        ("Ludwig van Beethoven", "en", "Ludwig", "", "van Beethoven"),
        ("Aliaksandr Ryhoravich Lukashenka", "en", "Aliaksandr", "Ryhoravich", "Lukashenka"),
        ("Grybauskaitė Dalia", "lt", "Dalia", "", "Grybauskaitė"),
        ("Паліна Шарэнда-Панасюк", "be", "Паліна", "", "Шарэнда-Панасюк"),
        ("Аляксандр (Алесь) Бяляцкі", "be", "Аляксандр", "", "Бяляцкі"),
        ("Лукашэнка", "be", "", "", "Лукашэнка"),
        ("Марыя", "be", "Марыя", "", ""),
        ("Мінск", "be", "", "", ""),
        ("А. Я.", "be", "", "", ""),
        ("", "be", "", "", ""),
    ],
)
def test_parts_in_every_usual_order(value: str, tag: str, given: str, patronymic: str, family: str) -> None:
    parts = split_name(value, tag)
    assert parts == NameParts(given, patronymic, family)
    assert all(part in value for part in (parts.given, parts.patronymic, parts.family))


@pytest.mark.parametrize(
    ("value", "tag", "gender"),
    [
        ("Марыя Калеснікава", "be", "Fem"),
        ("Статкевич Мария", "ru", "Fem"),
        ("Мікіта Іваноў", "be", "Masc"),
        ("Любовь Кузьмич", "ru", "Fem"),
        ("А. М. Назарава", "be", "Fem"),
        ("Адама Русака", "be", ""),
        ("Mikoła Statkiewicz", "pl", "Masc"),
        ("Gitanas Nausėda", "lt", "Masc"),
        ("Ingrida Šimonytė", "lt", "Fem"),
        ("Джон Коўл", "be", "Masc"),
        ("John Coale", "lt", ""),
    ],
)
def test_gender_as_the_name_shows_it(value: str, tag: str, gender: str) -> None:
    assert guess_gender(split_name(value, tag), tag) == Gender(gender)


def test_patronymics_by_their_endings() -> None:
    assert patronymic_gender("Ільіч") is patronymic_gender("Сергеевич") is Gender.MASCULINE
    assert patronymic_gender("Ильинична") is patronymic_gender("Siarhiejeŭna") is Gender.FEMININE
    assert patronymic_gender("Кузьма") is Gender.UNKNOWN
