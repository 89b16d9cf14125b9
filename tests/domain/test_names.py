from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.names import display_name, shortened, stands_in


@dataclass(frozen=True)
class Form:
    value: str
    tag: str
    kind: str = "preferred"


BE, LATIN, RU, LT, EN = (
    Form("Марыя", "be"),
    Form("Maryja", "be-Latn"),
    Form("Мария", "ru"),
    Form("Marija", "lt"),
    Form("Maria", "en"),
)
UK, ALIAS, BAD = Form("Марія", "uk"), Form("Masha", "be", "alias"), Form("Машка", "be", "forbidden")


@pytest.mark.parametrize(
    ("names", "language", "shown"),
    [
        ([], "be", ""),
        ([BE, RU, LT, EN], "lt", "Marija"),
        ([LATIN, BE], "be", "Марыя"),
        ([LATIN, EN], "be", "Maryja"),
        ([RU, EN, UK], "be", "Maria"),
        ([RU, LT, UK], "be", "Мария"),
        ([LT, BE], "ru", "Марыя"),
        ([UK, LT], "be", "Marija"),
        ([UK], "be", "Марія"),
        ([ALIAS, RU], "be", "Мария"),
        ([ALIAS], "lt", "Masha"),
        ([UK, BE], "uk", "Марія"),
        ([BAD, ALIAS, UK], "be", "Марія"),
        ([BAD, ALIAS], "be", "Masha"),
        ([BAD], "be", "Машка"),
    ],
)
def test_the_name_to_show(names: list[Form], language: str, shown: str) -> None:
    for order in permutations(names):
        assert display_name(order, language) == shown


@given(st.lists(st.text("слова wörd—-,;: ", max_size=12)), st.integers(4, 60))
def test_a_shortened_text_is_a_beginning_of_one_line(words: list[str], limit: int) -> None:
    text = " ".join(words)
    line = " ".join(text.split())
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == line if len(line) <= limit else line.startswith(short.removesuffix("…"))


def test_it_is_cut_at_a_word() -> None:
    assert shortened("one two three", 10) == "one two…"
    assert shortened("one two, three", 11) == "one two…"
    assert shortened("x" * 60) == "x" * 47 + "…"
    assert shortened("a\n b") == "a b"


@pytest.mark.parametrize(
    ("part", "name", "stands"),
    [
        ("Ян", "Ян Купала", True),
        ("Ян", "Янка Купаловіч", False),
        ("Ян", "Ян-Павел Сокал", False),
        ("Ян", "Дамʼян Ян", True),
        ("ян", "Дамʼян", False),
        ("Сокал", "Сокал, Алена", True),
        ("Алена Іванаўна", "Сокал Алена Іванаўна", True),
        ("Е", "Е\u0301ва", False),
    ],
)
def test_a_part_of_a_name_stands_in_it_as_whole_words(part: str, name: str, stands: bool) -> None:
    assert stands_in(part, name) is stands
