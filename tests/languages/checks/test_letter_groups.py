import pytest

from workbench.languages.checks.letter_groups import BITS, bit, groups, is_unlike


@pytest.mark.parametrize(
    ("own", "word", "other"),
    [("ru", "называет", "be"), ("be", "забойства", "ru"), ("lt", "vandenyno", "en"), ("en", "governor", "lt")],
)
def test_a_word_is_of_its_language_and_not_of_another(own: str, word: str, other: str) -> None:
    assert not is_unlike(word, own)
    assert is_unlike(word, other)


def test_a_short_word_and_an_unknown_language_are_not_judged() -> None:
    assert not is_unlike("щщщ", "be")
    assert not is_unlike("щщщщщ", "de")


def test_letters_that_print_exchanges_are_one() -> None:
    assert groups("Ёлка'м") == groups("елка’м") == {"^елка", "елка’", "лка’м", "ка’м$"}
    assert 0 <= bit("^елка") < BITS
