from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import CONTEXT, Anchor, Span, Utf16Map, anchor_at, find_quote, text_digest, trimmed

FAMILY = "👨\u200d👩\u200d👧"
BEFORE = f"{FAMILY} cafe\u0301 \U0001d504 🇧🇾 "
TEXT = f"{BEFORE}Марыя выйшла. {FAMILY} Марыя спяваe."

texts = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aе\u0301\u200d😀𝔄 \n")), max_size=60
)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2)])
def test_a_span_holds_at_least_one_code_point(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Span(start, end)


@pytest.mark.parametrize(
    ("other", "shared"), [((0, 2), False), ((0, 3), True), ((4, 6), True), ((5, 6), False), ((2, 5), True)]
)
def test_spans_that_touch_do_not_overlap(other: tuple[int, int], shared: bool) -> None:
    assert Span(2, 5).overlaps(Span(*other)) is shared
    assert Span(*other).overlaps(Span(2, 5)) is shared


def test_positions_count_code_points_whatever_stands_before() -> None:
    start = TEXT.index("Марыя")
    assert start == len(FAMILY) + 1 + 5 + 1 + 1 + 1 + 2 + 1
    anchor = anchor_at(TEXT, Span(start, start + 5))
    assert anchor.exact == "Марыя"
    assert anchor.prefix == BEFORE
    assert anchor.holds(TEXT)
    units = Utf16Map(TEXT)
    assert units.to_units(start) == len(TEXT[:start].encode("utf-16-le")) // 2
    assert units.to_points(units.to_units(start)) == start


def test_an_anchor_may_begin_inside_a_grapheme_and_still_holds() -> None:
    accent = TEXT.index("\u0301")
    assert anchor_at(TEXT, Span(accent, accent + 1)).exact == "\u0301"
    assert anchor_at(TEXT, Span(1, 2)).exact == "\u200d"


def test_composed_and_decomposed_are_different_words() -> None:
    anchor = anchor_at("caf\u00e9", Span(0, 4))
    assert not anchor.holds("cafe\u0301")
    assert find_quote("cafe\u0301", "caf\u00e9") == []


def test_the_surroundings_are_at_most_32_code_points() -> None:
    anchor = anchor_at("😀" * 50 + "word" + "я" * 50, Span(50, 54))
    assert (len(anchor.prefix), len(anchor.suffix)) == (CONTEXT, CONTEXT)
    assert anchor_at("word", Span(0, 4)) == Anchor(Span(0, 4), "word", "", "")


def test_a_range_past_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="text at 3"):
        anchor_at("abc", Span(2, 4))


@given(texts, st.data())
def test_an_anchor_holds_in_its_text_and_not_where_a_character_was_put_in(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, Span(start, end))
    assert anchor.holds(text)
    assert Span(start, end) in find_quote(text, anchor.exact, anchor.prefix, anchor.suffix)
    for shifted in ("\ue000" + text, text[:start] + "\ue000" + text[start:]):
        assert not anchor.holds(shifted)
    assert not anchor.holds(text[: end - 1])


def test_a_text_changed_only_around_a_passage_is_noticed() -> None:
    anchor = anchor_at("one two three", Span(4, 7))
    assert not anchor.holds("One two three")
    assert not anchor.holds("one two thre")
    assert not anchor.holds("one two threE")


def test_every_place_is_found_and_context_decides() -> None:
    first, second = find_quote(TEXT, "Марыя")
    assert find_quote(TEXT, "Марыя", suffix=" выйшла") == [first]
    assert find_quote(TEXT, "Марыя", prefix=f"{FAMILY} ") == [second]
    assert find_quote(TEXT, "Марыя", prefix="x") == []
    assert find_quote(TEXT, "марыя") == []
    assert find_quote(TEXT, "") == []
    assert find_quote("aaa", "aa") == [Span(0, 2), Span(1, 3)]
    assert find_quote("b", "b", prefix="ab") == []


@pytest.mark.parametrize(
    ("text", "span", "inner"),
    [
        ("  word  ", (0, 8), (2, 6)),
        ("\u00a0\u2003word\n", (0, 7), (2, 6)),
        ("word", (1, 9), (1, 4)),
        (" \n\t ", (0, 4), None),
        ("a\u200db", (0, 3), (0, 3)),
    ],
)
def test_white_space_at_the_edges_is_left_out(text: str, span: tuple[int, int], inner: tuple[int, int] | None) -> None:
    assert trimmed(text, Span(*span)) == (Span(*inner) if inner else None)


@given(texts)
def test_units_and_points_there_and_back(text: str) -> None:
    units = Utf16Map(text)
    for point in range(len(text) + 1):
        assert units.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
        assert units.to_points(units.to_units(point)) == point


@given(texts)
def test_a_unit_inside_a_pair_belongs_to_its_character(text: str) -> None:
    units = Utf16Map(text)
    for point, char in enumerate(text):
        if char > "\uffff":
            assert units.to_points(units.to_units(point) + 1) == point


def test_the_digest_is_of_utf_8() -> None:
    assert text_digest("ў😀") == hashlib.sha256(b"\xd1\x9e\xf0\x9f\x98\x80").hexdigest()
