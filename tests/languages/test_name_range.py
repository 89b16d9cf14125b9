"""How far a place in a text reaches."""

from __future__ import annotations

import pytest

from workbench.languages.name_range import is_parted, is_plain_word, near, rest_of, whole_word


def test_a_word_takes_in_its_marks() -> None:
    assert whole_word("я Сока\u0301л\u00ad, так", 4, 5) == (2, 9)


@pytest.mark.parametrize("words", ["К-а-с", "Ка-\nс", "К а с", "За рэм ба", "Ка·с"])
def test_parted_words(words: str) -> None:
    assert is_parted(words)


@pytest.mark.parametrize("words", ["Кась была", "жыллё. Накіравана", "за рэм ба", "Ка+с"])
def test_words_beside_each_other_are_not_parted(words: str) -> None:
    assert not is_parted(words)


def test_what_stands_between_words_of_one_name() -> None:
    assert near(" А. Б. ")
    assert near(", ")
    assert not near("\n\n")
    assert not near(" і ")


def test_a_word_that_is_spaced_out_goes_on() -> None:
    assert rest_of("К а с а там", 3) == 7


def test_usual_words_are_small_or_short_capitals() -> None:
    assert is_plain_word("the park", 4, 8)
    assert is_plain_word("the US court", 4, 6)
    assert not is_plain_word("THE CASE OF US", 12, 14)
    assert not is_plain_word("said Park", 5, 9)
