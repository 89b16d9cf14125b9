from __future__ import annotations

import pytest

from workbench.domain.anchors import Span
from workbench.qt.reader.keyboard import moved_edge

TEXT = "Яна сказала: «Мы вольныя» — усім."


def words(span: Span | None) -> str | None:
    return None if span is None else TEXT[span.start : span.end]


def test_edges_go_word_by_word_and_take_signs_one_by_one() -> None:
    span = Span(14, 16)
    assert words(span) == "Мы"
    longer = moved_edge(TEXT, span, start=False, back=False)
    assert words(longer) == "Мы вольныя"
    assert longer is not None
    assert words(moved_edge(TEXT, longer, start=False, back=True)) == "Мы"
    assert words(moved_edge(TEXT, longer, start=False, back=False)) == "Мы вольныя»"
    assert words(moved_edge(TEXT, longer, start=True, back=False)) == "вольныя"
    assert words(moved_edge(TEXT, span, start=True, back=True)) == "«Мы"


@pytest.mark.parametrize(("start", "back"), [(True, False), (False, True)])
def test_nothing_is_left_of_a_single_word(start: bool, back: bool) -> None:
    assert moved_edge(TEXT, Span(4, 11), start=start, back=back) is None


def test_edges_stay_within_the_text() -> None:
    whole = Span(0, len(TEXT))
    assert moved_edge(TEXT, whole, start=True, back=True) == whole
    assert moved_edge(TEXT, whole, start=False, back=False) == whole
