from __future__ import annotations

from itertools import pairwise

import pytest

from workbench.qt.reader.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
    word_at,
)


@pytest.mark.parametrize(
    "word", ["сям’я", "сям'я", "п\u02bcяць", "well-known", "cafe\u0301", "2025", "don’t", "žą\u0301b"]
)
def test_a_word_with_its_apostrophe_hyphen_and_accents_is_one(word: str) -> None:
    text = f"a, «{word}» b"
    for at in range(4, 4 + len(word)):
        assert word_at(text, at) == (4, 4 + len(word))


def test_quotation_marks_are_not_of_the_word() -> None:
    text = "‘free’ and 'so'"
    assert word_at(text, 2) == (1, 5)
    assert word_at(text, 13) == (12, 14)


def test_an_emoji_of_several_code_points_is_never_cut() -> None:
    text = "x 👩‍👩‍👧 y"
    assert word_at(text, 3) == (2, 7)
    assert next_word_start(text, 2) == 8
    assert previous_word_start(text, 8) == 2


def test_steps_by_words_go_through_a_sentence_and_back() -> None:
    text = "Яна, сям’я — і  ўсё.\nNext"
    starts, at = [0], 0
    while at < len(text):
        at = next_word_start(text, at)
        starts.append(at)
    assert [text[a:b] for a, b in pairwise(starts)] == [
        "Яна",
        ", ",
        "сям’я ",
        "— ",
        "і  ",
        "ўсё",
        ".\n",
        "Next",
    ]
    back = [len(text)]
    while back[-1] > 0:
        back.append(previous_word_start(text, back[-1]))
    assert back[::-1] == starts


def test_ends_of_words_and_of_signs() -> None:
    text = "one, «two» three"
    ends, at = [], 0
    while at < len(text):
        at = next_word_end(text, at)
        ends.append(at)
    assert [text[:end] for end in ends] == ["one", "one,", "one, «", "one, «two", "one, «two»", text]
    back = [len(text)]
    while back[-1] > 0:
        back.append(previous_word_end(text, back[-1]))
    assert back[::-1] == [0, *ends]


@pytest.mark.parametrize("text", ["\u200b" * 200_000, "a" * 200_000, "\u0301" * 200_000, " " * 200_000])
def test_a_text_of_one_endless_word_is_cut_at_a_bound(text: str) -> None:
    # A word is looked for within a bounded reach: without the bound, this would be the whole text.
    assert word_at(text, 100_000) == (90_000, 110_000)
    assert (previous_word_start(text, 100_000), next_word_start(text, 100_000)) == (90_000, 110_000)
    assert (previous_word_end(text, 100_000), next_word_end(text, 100_000)) == (90_000, 110_000)


def test_an_empty_text_has_an_empty_word() -> None:
    assert word_at("", 0) == (0, 0)
    assert next_word_start("", 0) == previous_word_start("", 0) == 0


def test_a_word_of_more_marks_than_any_letter_has_is_one_word() -> None:
    text = "one a" + "\u0301" * 300 + " two"
    end = len(text) - 4
    assert next_word_start(text, 4) == next_word_start(text, 200) == end + 1
    assert next_word_end(text, 150) == previous_word_end(text, end + 1) == end
    assert previous_word_start(text, end) == 4
    assert word_at(text, 250) == (4, end)
