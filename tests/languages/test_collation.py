from __future__ import annotations

import pytest

from workbench.languages.collation import collation_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("lt", "Cvirka Čepas Dubas Ina Yna Jonas Sabas Šimkus Tomas Zabas Žukas"),
        ("be", "Ева Ёсіф Жанна Зоя Ігар Кася Уладзімір Ўладзь Фаіна Adam"),
        ("ru", "Егор Ёлкин Еременко Жанна Adam"),
        ("en", "Čepas Cook Cyr Šimkus Smith Young Zabas Zola Адам"),
        ("fr", "Adam Émile Eric Адам"),
    ],
)
def test_the_order_of_a_language(language: str, names: str) -> None:
    expected = names.split()
    backwards = expected[::-1]
    assert sorted(backwards, key=lambda name: collation_key(name, language)) == expected


def test_apostrophes_and_case_do_not_part_names() -> None:
    names = ["o'Brien", "Obrien", "O’Brien"]
    assert len({collation_key(name, "en").partition("\0")[0] for name in names}) == 1
