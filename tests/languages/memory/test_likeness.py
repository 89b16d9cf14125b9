from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from workbench.languages.memory.likeness import LONGEST, normals, percentage, rank


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("Ён сказаў: «Не».", "Ён сказаў: «Не».", 100),
        ("Ён сказаў: «Не».", "ён сказаў:  “Не”.", 99),
        ("й", "и\u0306", 100),
        ("тры гады", "тры", 37),
        ("abcd", "abxy", 50),
        ("у 2014 годзе", "у 1999 годзе", 88),
        ("12 гадоў", "12 гадоў", 100),
        ("", "", 100),
        ("", "а", 0),
    ],
)
def test_percentage(one: str, other: str, percent: int) -> None:
    assert percentage(one, other) == percentage(other, one) == percent


def test_numbers_are_one_letter_whatever_their_length() -> None:
    assert percentage("на 5 гадоў", "на 15 гадоў") == percentage("на 5 гадоў", "на 1,500 гадоў") == 90
    assert len(normals(["12:30"])[0]) == 1


def test_long_texts_are_only_the_same_or_not() -> None:
    long = "а" * (LONGEST + 1)
    assert percentage(long, long.upper()) == 99
    assert percentage(long, long[:-1] + "б") == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12), st.lists(st.text(max_size=12), unique=True, max_size=40))
def test_rank_is_the_best_of_all(query: str, texts: list[str]) -> None:
    ranked = rank(query, [(f"{n}", text) for n, text in enumerate(texts)])
    wanted = normals([query])[0]
    scores = sorted((Levenshtein.normalized_similarity(wanted, normal) for normal in normals(texts)), reverse=True)
    best = [score for score in scores if score >= 0.5][:5]
    assert [hit.similarity for hit in ranked] == pytest.approx(best if query not in texts else sorted(best)[::-1])


def test_equal_texts_are_one_hit_and_order_is_not_that_of_the_candidates() -> None:
    candidates = [("3", "суд ідзе"), ("1", "Суд ідзе"), ("2", "суд ідзе"), ("4", "суд ідуць")]
    hits = rank("суд ідзе", candidates)
    assert hits == rank("суд ідзе", candidates[::-1])
    assert [(hit.percent, hit.ids) for hit in hits] == [(100, ("2", "3")), (99, ("1",)), (66, ("4",))]
