from __future__ import annotations

import numpy as np
import pytest

from workbench.languages.fold import fold
from workbench.languages.name_search import NameSearch

NAMES = {
    "kolesnikova": ("Марыя Калеснікава", "Мария Колесникова", "Maria Kolesnikova", "Maryja Kaleśnikava"),
    "babaryka": ("Віктар Бабарыка", "Виктор Бабарико", "Viktoras Babaryka"),
    "bialiatski": ("Алесь Бяляцкі", "Алесь Беляцкий", "Ales Bialiatski", "Alesis Bialiackis"),
    "lukashenko": ("Аляксандр Лукашэнка", "Alexander Lukashenko", "Aliaksandras Lukašenka"),
    "khomich": ("Таццяна Хоміч", "Tatsiana Khomich", "Tacjana Chomič"),
    "minsk": ("Мінск", "Minskas"),
}
CANDIDATES = [(key, value, fold(value)) for key, values in NAMES.items() for value in values]


def rank(typed: str, candidates: list[tuple[str, str, str]], limit: int = 20) -> list[str]:
    ids = list(dict.fromkeys(key for key, _value, _folded in candidates))
    search = NameSearch((ids.index(key), value, folded) for key, value, folded in candidates)
    return [ids[owner] for owner in search.rank(typed, np.ones(len(ids), np.bool_), limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kole", "kolesnikova"),
        ("Кале", "kolesnikova"),
        ("maria k", "kolesnikova"),
        ("Колесникову", "kolesnikova"),
        ("Kolesnikva", "kolesnikova"),
        ("віктар б", "babaryka"),
        ("bialacki", "bialiatski"),
        ("лука", "lukashenko"),
        ("Łuka", "lukashenko"),
        ("Лукашенко Александр", "lukashenko"),
        ("хом", "khomich"),
        ("chom", "khomich"),
        ("homich", "khomich"),
        ("минс", "minsk"),
    ],
)
def test_a_part_of_a_name_in_any_script_finds_it_first(typed: str, first: str) -> None:
    assert rank(typed, CANDIDATES)[0] == first


def test_a_name_that_begins_so_comes_before_one_that_is_like_it() -> None:
    rows = [("b", "Мара", fold("Мара")), ("a", "Марыя", fold("Марыя")), ("c", "Ян Мара", fold("Ян Мара"))]
    assert rank("мара", rows) == ["b", "c", "a"]


def test_each_record_comes_once_and_no_more_than_asked_for() -> None:
    assert rank("а", CANDIDATES, 2) == rank("а", CANDIDATES)[:2]
    assert len(set(rank("k", CANDIDATES))) == len(rank("k", CANDIDATES))
    assert rank("k", CANDIDATES, 0) == []


@pytest.mark.parametrize("typed", ["", "  ", "–", "zzzzzz", "東京"])
def test_what_fits_nothing_finds_nothing(typed: str) -> None:
    assert rank(typed, CANDIDATES) == []
