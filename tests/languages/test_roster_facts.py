from __future__ import annotations

import pytest

from workbench.languages.roster_facts import family_comes_first, given_first, impossible_dates, read_loose, read_told


@pytest.mark.parametrize(
    ("line", "name", "told", "rest"),
    [
        ("Шыла Яўген, 1985 г.р., затрыманы 12.03.2021, асуджаны на 5 гадоў", "Шыла Яўген",
         {"birth": "1985", "detained": "12.03.2021", "sentence": "5 гадоў"}, ""),
        ("Ann Lee, born 3 May 1985, detained 12.03.2021, 5 years", "Ann Lee",
         {"birth": "3 May 1985", "detained": "12.03.2021"}, "5 years"),
        ("Петров Иван 1985 года рождения задержан 31.02.2021", "Петров Иван",
         {"birth": "1985", "detained": "31.02.2021"}, ""),
        ("Jonas Petraitis, gim. 1985 m., suimtas 2021-03-12, nuteistas 5 metams", "Jonas Petraitis",
         {"birth": "1985", "detained": "2021-03-12", "sentence": "5 metams"}, ""),
        ("Ann Lee (born May 3, 1985 in Minsk) – teacher", "Ann Lee",
         {"birth": "May 3, 1985"}, "born May 3, 1985 in Minsk, teacher"),
        ("Ганна Жук нар. 1990, вызвалена 13 снежня 2025", "Ганна Жук",
         {"birth": "1990", "released": "13 снежня 2025"}, ""),
        ("Bob Roe, arrested at home, 1985", "Bob Roe", {}, "arrested at home, 1985"),
        ("Арестович Пётр Рождественский", "Арестович Пётр Рождественский", {}, ""),
    ],
)  # fmt: skip
def test_words_tell_what_a_date_is(line: str, name: str, told: dict[str, str], rest: str) -> None:
    read = read_loose(line)
    assert (read.name, {each.key: each.value for each in read.told}, read.rest) == (name, told, rest)


def test_what_is_told_twice_stays_as_it_is_the_second_time() -> None:
    told, rest = read_told("detained 2020, detained 2021")
    assert ([each.value for each in told], rest) == (["2020"], "detained 2021")


def test_a_comma_within_names_is_told_by_most_lines() -> None:
    assert family_comes_first(["Шыла, Яўген", "Lee, Ann Mary, born 1985", "x"])
    assert not family_comes_first(["Шыла Яўген, Мінск", "Lee, 1985"])
    assert read_loose("Шыла, Яўген, 1985 г.н.", family_first=True).name == "Шыла, Яўген"


def test_names_are_turned_round_only_where_all_of_them_is_told() -> None:
    assert given_first("Шыла, Яўген", "be") == ("Яўген Шыла", {"given": "Яўген", "family": "Шыла"})
    assert given_first("Сапега", "be") == ("Сапега", {})


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("31.02.1956", ("31.02.1956",)),
        ("настаўнік, 31 лютага 1956, Мінск", ("31 лютага 1956",)),
        ("b. 45.12.2001 in Minsk; 2020-02-30", ("45.12.2001", "2020-02-30")),
        ("12.08.1956, case 15/2020, article 361.4, 192.168.13.2020, 15/2020", ()),
    ],
)
def test_dates_that_the_calendar_does_not_have_are_told(text: str, dates: tuple[str, ...]) -> None:
    assert impossible_dates(text) == dates
