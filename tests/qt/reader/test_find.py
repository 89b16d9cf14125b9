from __future__ import annotations

from workbench.domain.anchors import Span
from workbench.qt.reader.find import find_all, find_in


def test_case_apostrophes_and_line_breaks_do_not_matter() -> None:
    text = "Сям’я\nчакала СЯМ'Ю"
    assert find_in(text, "сям'я чакала", 0) == Span(0, 12)
    assert find_in(text, "сям’ю", 0) == Span(13, 18)


def test_it_goes_on_from_a_position_both_ways() -> None:
    text = "free, Free, freedom"
    assert find_in(text, "free", 1) == Span(6, 10)
    assert find_in(text, "free", 12, backwards=True) == Span(6, 10)
    assert find_in(text, "free", 9, backwards=True) == Span(0, 4)
    assert find_in(text, "free", 13) is None
    assert find_in(text, "free", 0, backwards=True) is None


def test_whole_words_only() -> None:
    text = "freedom is free"
    assert find_in(text, "free", 0, whole=True) == Span(11, 15)
    assert find_all(text, "free") == [Span(0, 4), Span(11, 15)]


def test_positions_are_code_points_after_emoji() -> None:
    assert find_in("👩‍👩‍👧 İx word", "WORD", 0) == Span(9, 13)


def test_backwards_finds_what_lies_far_before_and_across_windows() -> None:
    text = "x" * 65_530 + "needle in hay" + "y" * 300_000
    assert find_in(text, "Needle in hay", len(text), backwards=True) == Span(65_530, 65_543)


def test_signs_of_patterns_are_plain_and_nothing_is_found_for_nothing() -> None:
    assert find_in("a.c abc a(c", "a(c", 0) == Span(8, 11)
    assert find_in("abc", "", 0) is None
    assert find_in("abc", "  ", 0) is None
    assert find_all("aaaa", "a", limit=2) == [Span(0, 1), Span(1, 2)]
