from __future__ import annotations

import pytest

from workbench.domain.anchors import Span
from workbench.qt.reader.edges import BY_WORD, Edge, by_character, moved_edge

TEXT = "Яна сказала: «Мы вольныя» — усім."
BY_SIGN = by_character(lambda at, back: max(0, at - 1) if back else min(len(TEXT), at + 1))


def words(span: Span | None) -> str | None:
    return None if span is None else TEXT[span.start : span.end]


def span_of(exact: str) -> Span:
    return Span(TEXT.index(exact), TEXT.index(exact) + len(exact))


def test_edges_go_word_by_word_and_take_signs_one_by_one() -> None:
    span = span_of("Мы")
    longer = moved_edge(TEXT, span, BY_WORD, edge=Edge.END, back=False)
    assert words(longer) == "Мы вольныя"
    assert longer is not None
    assert words(moved_edge(TEXT, longer, BY_WORD, edge=Edge.END, back=True)) == "Мы"
    assert words(moved_edge(TEXT, longer, BY_WORD, edge=Edge.END, back=False)) == "Мы вольныя»"
    assert words(moved_edge(TEXT, longer, BY_WORD, edge=Edge.START, back=False)) == "вольныя"
    assert words(moved_edge(TEXT, span, BY_WORD, edge=Edge.START, back=True)) == "«Мы"


@pytest.mark.parametrize(
    ("exact", "edge", "back", "wanted"),
    [
        ("вольны", Edge.END, False, "вольныя"),
        ("вольныя", Edge.END, True, "вольны"),
        ("вольныя", Edge.START, False, "ольныя"),
        ("ольныя", Edge.START, True, "вольныя"),
        # white space is stepped over, because no passage ends with it
        ("Мы", Edge.END, False, "Мы в"),
        ("Мы в", Edge.END, True, "Мы"),
        ("Мы в", Edge.START, False, "ы в"),
        ("ы в", Edge.START, False, "в"),
        ("вольныя", Edge.START, True, "ы вольныя"),
        # both edges together
        ("ольны", Edge.BOTH, False, "льныя"),
        ("ольны", Edge.BOTH, True, "вольн"),
    ],
)
def test_edges_go_sign_by_sign(exact: str, edge: Edge, back: bool, wanted: str) -> None:
    assert words(moved_edge(TEXT, span_of(exact), BY_SIGN, edge=edge, back=back)) == wanted


def test_a_passage_is_shifted_by_words_and_comes_back() -> None:
    span = span_of("Мы вольныя")
    there = moved_edge(TEXT, span, BY_WORD, edge=Edge.BOTH, back=False)
    assert words(there) == "вольныя»"
    assert there is not None
    assert moved_edge(TEXT, there, BY_WORD, edge=Edge.BOTH, back=True) == span


@pytest.mark.parametrize(("edge", "back"), [(Edge.START, False), (Edge.END, True)])
def test_nothing_is_left_of_a_single_word(edge: Edge, back: bool) -> None:
    assert moved_edge(TEXT, span_of("сказала"), BY_WORD, edge=edge, back=back) is None


@pytest.mark.parametrize("steps", [BY_WORD, BY_SIGN])
def test_edges_stay_within_the_text(steps: object) -> None:
    whole = Span(0, len(TEXT))
    assert moved_edge(TEXT, whole, steps, edge=Edge.START, back=True) is None  # type: ignore[arg-type]
    assert moved_edge(TEXT, whole, steps, edge=Edge.END, back=False) is None  # type: ignore[arg-type]
    for exact, back in (("усім.", False), ("Яна", True)):
        assert moved_edge(TEXT, span_of(exact), steps, edge=Edge.BOTH, back=back) is None  # type: ignore[arg-type]


def test_nothing_ends_in_the_white_space_at_the_end_of_the_text() -> None:
    text = "one  \n"
    assert moved_edge(text, Span(0, 3), BY_WORD, edge=Edge.END, back=False) is None
