from __future__ import annotations

import pytest

from workbench.languages.same_words import SameWords, WordsOf, key_of

WORDS = "The kestrel sleeps in the attic"


def found(text: str, *texts: str, free: tuple[str, ...] = ()) -> list[str]:
    return [text[place.start : place.end] for place in SameWords(texts or (WORDS,), free).find(text)]


@pytest.mark.parametrize(
    "dress",
    [
        "the KESTREL sleeps in the attic",
        "The  kestrel\nsleeps\u00a0in the attic",
        "The “kestrel” sleeps, in: the attic",
        "The kes\u00adtrel sle\u200beps in the attic",
        "The kes-\ntrel sleeps in the attic",
        "The ke\u0301strel sleeps in the attic",
    ],
)
def test_words_are_found_in_every_dress(dress: str) -> None:
    assert found(f"Somebody wrote: {dress}. The attic is empty.") == [dress]


def test_unicode_forms_are_one() -> None:
    assert found("Ён ве\u0301даў пра схо\u0301ў у млыне, у двары\u0306.", "Ён ведаў пра схоў у млыне") == [
        "Ён ве\u0301даў пра схо\u0301ў у млыне"
    ]


def test_a_run_of_a_longer_text_is_found_and_a_shorter_one_is_not() -> None:
    long = "She said that the kestrel sleeps in the attic of the old mill"
    assert found("Yes, the kestrel sleeps in the attic, I know.", long) == ["the kestrel sleeps in the attic"]
    assert found("the kestrel sleeps in the garden", long) == []


def test_a_short_text_is_found_whole_or_not_at_all() -> None:
    assert found("Who hid in the cellar? He hid in the cellar.", "hid in the cellar") == ["hid in the cellar"] * 2
    assert found("They hid in the mill", "hid in the cellar") == []
    assert found("in the cellar", "in the cellar") == []
    assert not SameWords(["in the cellar", "…"])


def test_runs_that_overlap_are_one_place() -> None:
    text = "a b c d e f g h i. a b c d e f"
    assert found(text, "a b c d e f g h i") == ["a b c d e f g h i", "a b c d e f"]


def test_words_that_are_free_are_left_alone() -> None:
    assert found(f"{WORDS}.", f"{WORDS} and left", free=(WORDS,)) == []
    assert found(f"{WORDS} and left.", f"{WORDS} and left", free=(WORDS,)) == [f"{WORDS} and left"]


def test_few_words_are_found_in_the_words_of_a_text() -> None:
    text = "THE Ow\u00adl. The owlet, the\nowl"
    assert [text[p.start : p.end] for p in WordsOf(text).places("the owl")] == ["THE Ow\u00adl", "the\nowl"]
    assert list(WordsOf(text).places("…")) == []
    assert len(list(WordsOf("la la la la").places("la la"))) == 2


def test_a_key_is_the_same_for_the_same_words() -> None:
    assert key_of("«North-western» don’t") == key_of("north-\nwestern DON'T") == "northwestern dont"
