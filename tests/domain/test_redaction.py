"""Texts with places taken out, and the way to them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.domain.redaction import Cut, cut_words, redact, united
from workbench.domain.structure import BlockKind, join_blocks

TEXT = join_blocks(
    [
        (BlockKind.HEADING, 1, "One two"),
        (BlockKind.PARAGRAPH, 0, "three four five"),
        (BlockKind.PARAGRAPH, 0, "six"),
        (BlockKind.ITEM, 0, "seven eight"),
    ]
)


def span_of(words: str) -> Span:
    at = TEXT.text.index(words)
    return Span(at, at + len(words))


def cut(words: str, instead: str = "[…]") -> Cut:
    return Cut(span_of(words).start, span_of(words).end, instead)


def test_positions_go_with_the_words() -> None:
    made = redact(TEXT, [cut("two", "Person K"), cut("four", "x")])
    assert made.text.text == "One Person K\nthree x five\nsix\nseven eight"
    for words in ("three", "five", "six", "seven eight"):
        span = made.span(span_of(words))
        assert made.text.text[span.start : span.end] == words
    inside = made.span(Span(span_of("two").start + 1, span_of("two").end))
    assert made.text.text[inside.start : inside.end] == "Person K"
    across = made.span(Span(span_of("two").start, span_of("three").end))
    assert made.text.text[across.start : across.end] == "Person K\nthree"
    assert [block.kind for block in made.text.blocks] == [block.kind for block in TEXT.blocks]


def test_blocks_that_are_gone_one_after_the_other_become_one() -> None:
    start, end = span_of("three").start, span_of("six").end
    made = redact(TEXT, [Cut(start, end)])
    assert made.text.text == "One two\n[…]\nseven eight"
    assert [made.text.text[b.start : b.end] for b in made.text.blocks] == ["One two", "[…]", "seven eight"]
    gone = made.span(span_of("six"))
    assert made.text.text[gone.start : gone.end] == "[…]"


def test_the_longer_of_two_cuts_says_what_stands_there() -> None:
    assert united([Cut(0, 2, "a"), Cut(1, 9, "b"), Cut(9, 10, "c")]) == [Cut(0, 9, "b"), Cut(9, 10, "c")]
    assert cut_words("0123456789", [Cut(1, 9, "b"), Cut(0, 2, "a")]) == "b9"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.text("ab ", min_size=1, max_size=8), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6),
    st.integers(0, 40),
    st.integers(1, 10),
)
def test_what_no_cut_meets_is_where_its_place_says(
    parts: list[str], ranges: list[tuple[int, int]], start: int, length: int
) -> None:
    text = join_blocks([(BlockKind.PARAGRAPH, 0, part) for part in parts])
    size = len(text.text)
    cuts = [Cut(a, min(size, a + n), "#") for a, n in ranges if a < size]
    made = redact(text, cuts)
    if start < size:
        span = Span(start, min(size, start + length))
        found = made.span(span)
        words = made.text.text[found.start : found.end]
        assert words
        if not any(each.start < span.end and span.start < each.end for each in cuts):
            assert words == text.text[span.start : span.end]
    for block in made.text.blocks:
        assert "\n" not in made.text.text[block.start : block.end]
