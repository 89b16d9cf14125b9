from __future__ import annotations

import pytest

from workbench.languages.fold import fold
from workbench.languages.name_index import NameIndex

NAMES = (
    ("maria", "Марыя Калеснікава"),
    ("maria", "Maria Kolesnikova"),
    ("sviatlana", "Святлана Ціханоўская"),
    ("siarhei", "Siarhei Tsikhanouski"),
    ("ales", "Алесь Бяляцкі"),
    ("centre", "Праваабарончы цэнтр «Вясна»"),
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex((key, name, fold(name)) for key, name in NAMES)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Maria Kolesnikova", ["maria"]),
        ("Kolesnikova", ["maria"]),
        ("М. Калеснікава", ["maria"]),
        ("Марии Колесниковой", ["maria"]),
        ("Marija Kolesnikova", ["maria"]),
        ("Kolesnikova Maria", ["maria"]),
        ("A. Bialiatski", ["ales"]),
        ("Z. Kolesnikova", []),
        ("Anna Kolesnikova", []),
        ("Вясна", ["centre"]),
        ("Petrov", []),
        ("M.", []),
        ("", []),
    ],
)
def test_a_name_in_any_script_and_case(index: NameIndex, written: str, found: list[str]) -> None:
    assert index.find(written) == found


def test_a_name_of_several_records_gives_them_all(index: NameIndex) -> None:
    twins = NameIndex((key, name, fold(name)) for key, name in (("a", "Ihar Sokal"), ("b", "Alena Sokal")))
    assert twins.find("Sokal") == ["a", "b"]
    assert twins.find("Ihar Sokal") == ["a"]
    assert twins.written_so("ihar  sokal", ["a", "b"]) == ["a"]
    assert twins.written_so("Ihar Sokal", ["b"]) == []
