from __future__ import annotations

import pytest

from workbench.domain.kinds import Case
from workbench.languages.inflection.names import cases_of, inflect
from workbench.languages.name_parts import Gender, split_name


def cases(value: str, tag: str) -> str:
    return ", ".join(one.value for one in inflect(value, tag, split_name(value, tag)))


@pytest.mark.parametrize(
    ("value", "tag", "expected"),
    [
        (
            "Мария Колесникова",
            "ru",
            "Марии Колесниковой, Марии Колесниковой, Марию Колесникову, Марией Колесниковой, Марии Колесниковой",
        ),
        (
            "Иван Петрович Шевченко",
            "ru",
            (
                "Ивана Петровича Шевченко, Ивану Петровичу Шевченко, Ивана Петровича Шевченко, "
                "Иваном Петровичем Шевченко, Иване Петровиче Шевченко"
            ),
        ),
        ("Павел Кравец", "ru", "Павла Кравца, Павлу Кравцу, Павла Кравца, Павлом Кравцем, Павле Кравце"),
        ("Илья Яшин", "ru", "Ильи Яшина, Илье Яшину, Илью Яшина, Ильёй Яшиным, Илье Яшине"),
        (
            "Чарльз Дарвин",
            "ru",
            "Чарльза Дарвина, Чарльзу Дарвину, Чарльза Дарвина, Чарльзом Дарвином, Чарльзе Дарвине",
        ),
        ("Татьяна Хомич", "ru", "Татьяны Хомич, Татьяне Хомич, Татьяну Хомич, Татьяной Хомич, Татьяне Хомич"),
        (
            "Марыя Калеснікава",
            "be",
            "Марыі Калеснікавай, Марыі Калеснікавай, Марыю Калеснікаву, Марыяй Калеснікавай, Марыі Калеснікавай",
        ),
        (
            "Аляксандр Лукашэнка",
            "be",
            (
                "Аляксандра Лукашэнкі, Аляксандру Лукашэнку, Аляксандра Лукашэнку, "
                "Аляксандрам Лукашэнкам, Аляксандру Лукашэнку"
            ),
        ),
        ("Алесь Бяляцкі", "be", "Алеся Бяляцкага, Алесю Бяляцкаму, Алеся Бяляцкага, Алесем Бяляцкім, Алесю Бяляцкім"),
        (
            "Вольга Хоміч",
            "be",
            "Вольгі Хоміч, Вользе Хоміч, Вольгу Хоміч, Вольгай Хоміч, Вользе Хоміч",
        ),
        (
            "Ігнат Кавалёнак",
            "be",
            "Ігната Кавалёнка, Ігнату Кавалёнку, Ігната Кавалёнка, Ігнатам Кавалёнкам, Ігнаце Кавалёнку",
        ),
        ("Мікола Шрамко", "be", "Міколы Шрамко, Міколу Шрамко, Міколу Шрамко, Міколам Шрамко, Міколе Шрамко"),
        ("А. Я. Іваноў", "be", "А. Я. Іванова, А. Я. Іванову, А. Я. Іванова, А. Я. Івановым, А. Я. Іванове"),
        (
            "Pavieł Dzianisaŭ",
            "be-Latn",
            "Paŭła Dzianisava, Paŭłu Dzianisavu, Paŭła Dzianisava, Paŭłam Dzianisavym, Paŭle Dzianisavie",
        ),
        (
            "Johnas Coale'as",
            "lt",
            "Johno Coale'o, Johnui Coale'ui, Johną Coale'ą, Johnu Coale'u, Johne Coale'e, Johnai Coale'ai",
        ),
        (
            "Ona Petraitytė",
            "lt",
            "Onos Petraitytės, Onai Petraitytei, Oną Petraitytę, Ona Petraityte, Onoje Petraitytėje, Ona Petraityte",
        ),
        (
            "Algirdas Rytis",
            "lt",
            "Algirdo Ryčio, Algirdui Ryčiui, Algirdą Rytį, Algirdu Ryčiu, Algirde Rytyje, Algirdai Ryti",
        ),
        (
            "Tacjana Chomič",
            "lt",
            "Tacjanos Chomič, Tacjanai Chomič, Tacjaną Chomič, Tacjana Chomič, Tacjanoje Chomič, Tacjana Chomič",
        ),
        ("John Coale", "en", ""),
        ("Maria Kolesnikowa", "pl", ""),
    ],
)
def test_persons(value: str, tag: str, expected: str) -> None:
    assert cases(value, tag) == expected


@pytest.mark.parametrize(
    ("value", "tag", "genitive", "locative"),
    [
        ("Мінск", "be", "Мінска", "Мінску"),
        ("Беларусь", "be", "Беларусі", "Беларусі"),
        ("Курапаты", "be", "Курапатаў", "Курапатах"),
        ("Гродна", "be", "Гродна", "Гродне"),
        ("Новая Зеландыя", "be", "Новай Зеландыі", "Новай Зеландыі"),
        ("Казахстан", "be", "Казахстану", "Казахстане"),
        ("Вильнюс", "ru", "Вильнюса", "Вильнюсе"),
        ("Барановичи", "ru", "Барановичей", "Барановичах"),
        ("Ярославль", "ru", "Ярославля", "Ярославле"),
        ("Осло", "ru", "Осло", "Осло"),
        ("Нью-Йорк", "ru", "Нью-Йорка", "Нью-Йорке"),
        ("Vilnius", "lt", "Vilniaus", "Vilniuje"),
        ("Trakai", "lt", "Trakų", "Trakuose"),
        ("Праваабарончы цэнтр Вясна", "be", "Праваабарончы цэнтр Вясна", "Праваабарончы цэнтр Вясна"),
    ],
)
def test_places(value: str, tag: str, genitive: str, locative: str) -> None:
    made = {one.case: one.value for one in inflect(value, tag)}
    assert (made[Case.GENITIVE], made[Case.LOCATIVE]) == (genitive, locative)
    if tag != "lt" and not value.endswith("я"):
        assert made[Case.ACCUSATIVE] == value


@pytest.mark.parametrize(
    ("value", "tag", "genitive", "instrumental"),
    [
        ("Степан Коломиец", "ru", "Степана Коломийца", "Степаном Коломийцем"),
        ("Иван Швец", "ru", "Ивана Швеца", "Иваном Швецом"),
        ("Сергей Ковалёнок", "ru", "Сергея Ковалёнка", "Сергеем Ковалёнком"),
        ("Александр Дюма", "ru", "Александра Дюма", "Александром Дюма"),
        ("Пётр Белых", "ru", "Петра Белых", "Петром Белых"),
        ("Любовь Немая", "ru", "Любови Немой", "Любовью Немой"),
        ("Лев Толстой", "ru", "Льва Толстого", "Львом Толстым"),
        ("Кузьма Чорны", "be", "Кузьмы Чорнага", "Кузьмой Чорным"),
        ("Янка Купала", "be", "Янкі Купалы", "Янкам Купалам"),
        ("Максім Танк", "be", "Максіма Танка", "Максімам Танкам"),
        ("Максім Знак", "be", "Максіма Знака", "Максімам Знакам"),
        ("Зянон Пазняк", "be", "Зянона Пазняка", "Зянонам Пазняком"),
        ("Любоў Швед", "be", "Любові Швед", "Любоўю Швед"),
        ("Дар’я Кравец", "be", "Дар’і Кравец", "Дар’яй Кравец"),
        ("Павел Кравец", "be", "Паўла Краўца", "Паўлам Краўцом"),
        ("Юрый Бандажэўскі", "be", "Юрыя Бандажэўскага", "Юрыем Бандажэўскім"),
    ],
)
def test_words_with_a_rule_of_their_own(value: str, tag: str, genitive: str, instrumental: str) -> None:
    made = {one.case: one.value for one in inflect(value, tag, split_name(value, tag))}
    assert (made[Case.GENITIVE], made[Case.INSTRUMENTAL]) == (genitive, instrumental)


def test_the_gender_that_is_given_decides_where_the_name_does_not_tell() -> None:
    parts = split_name("Хоміч", "be")
    woman = inflect("Хоміч", "be", parts, Gender.FEMININE)
    assert all(one.same for one in woman)
    man = inflect("Хоміч", "be", parts, Gender.MASCULINE)
    assert man[0].value == "Хоміча"


def test_letter_case_spaces_and_brackets_stay() -> None:
    made = inflect("КАЛЕСНІКАВА  Марыя (Маша)", "be", split_name("КАЛЕСНІКАВА  Марыя (Маша)", "be"))
    assert made[0].value == "КАЛЕСНІКАВАЙ  Марыі (Маша)"


def test_languages_with_cases() -> None:
    assert Case.VOCATIVE in cases_of("lt")
    assert Case.VOCATIVE not in cases_of("be-tarask")
    assert cases_of("en") == cases_of("ru-Latn") == ()
    assert inflect(" ", "be") == []
