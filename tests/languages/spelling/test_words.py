"""Which words of a text are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.spelling.words import normal, pieces, words_to_check


def looked_up(text: str, tag: str) -> list[str]:
    return [word.text for word in words_to_check(text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("be", "З’езд і зʼезд, з'езд", ["З'езд", "з'езд", "з'езд"]),
        ("be", "У 1995-м годзе, №5, 3-га; ААН, ЗША", ["годзе"]),
        ("be", "А. Я. Купала, г. Мінск, т.е. гэта", ["Купала", "Мінск", "гэта"]),
        ("ru", "Смотри на example.org, a@b.by и http://a.by/путь#x @имя", ["Смотри", "на"]),
        ("ru", "слово.Другое, за́мок, ёлка\u00adми", ["слово", "Другое", "замок", "ёлками"]),
        ("ru", "the Слово wordсмесь Нью-Йорк", ["Слово", "Нью-Йорк"]),
        ("ru", "5 км, 2 млн, в гг и не", ["не"]),
        ("lt", "2018-ųjų metų, proc. Шрифт „Labas“", ["metų", "Labas"]),
        ("en", "don’t (well‑known) McDonald iPhone 1990s NATO’s", ["don't", "well-known"]),
    ],
)
def test_what_is_looked_up(tag: str, text: str, expected: list[str]) -> None:
    assert looked_up(text, tag) == expected


def test_ranges_are_code_points_of_the_text() -> None:
    text = "👩\u200d👧 за\u0301мок, добры-дзень"
    words = list(words_to_check(text, "be"))
    assert [text[word.start : word.end] for word in words] == ["за\u0301мок", "добры-дзень"]
    assert [text[part.start : part.end] for part in pieces(words[1])] == ["добры", "дзень"]


def test_letters_with_accents_are_composed_and_stress_goes() -> None:
    assert normal("з\u02bcезд") == "з'езд"
    assert normal("e\u0328z\u030cys") == "ęžys"
    assert normal("моло\u0301ко") == "молоко"
    assert normal("й") == "й"


@given(st.text(alphabet="abсд’'-.@ 1\u0301\u00ad:/wŽ", max_size=60))
def test_any_text_gives_words_in_their_order_within_it(text: str) -> None:
    for tag in ("be", "en"):
        end = 0
        for word in words_to_check(text, tag):
            assert end <= word.start < word.end <= len(text)
            assert word.text == normal(text[word.start : word.end])
            end = word.end


@pytest.mark.parametrize("unit", ["a.", "a-", "a'", "a@", "www.", "http://", "a\u0301", "@"])
def test_hostile_text_is_read_in_a_moment(unit: str) -> None:
    # Quadratic reading of these would take minutes, and the suite's own limit would end it.
    assert all(len(word.text) <= 60 for word in words_to_check(unit * (400_000 // len(unit)), "en"))
