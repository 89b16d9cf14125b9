from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.qt.reader.passage_index import CHUNK, MarkedPassage, PassageIndex, order_key

spans = st.tuples(st.integers(0, 400), st.integers(1, 120)).map(lambda t: Span(t[0], t[0] + t[1]))


def made(all_spans: list[Span]) -> list[MarkedPassage]:
    return [MarkedPassage(f"p{n:05}", span) for n, span in enumerate(all_spans)]


@given(st.lists(spans, max_size=60), st.integers(0, 500), st.integers(1, 60))
def test_overlaps_are_those_that_a_plain_scan_finds(all_spans: list[Span], start: int, length: int) -> None:
    passages = made(all_spans)
    wanted = sorted((p for p in passages if p.span.overlaps(Span(start, start + length))), key=order_key)
    assert PassageIndex(passages).overlapping(start, start + length) == wanted


def test_many_chunks_with_changes_stay_equal_to_a_plain_list() -> None:
    passages = made([Span(n * 7 % 5_000, n * 7 % 5_000 + 1 + n % 90) for n in range(CHUNK * 9)])
    index = PassageIndex(passages[: CHUNK * 4])
    for passage in passages[CHUNK * 4 :]:
        index.add(passage)
    for passage in passages[::3]:
        assert index.remove(passage.id) == passage
    left = sorted((p for n, p in enumerate(passages) if n % 3), key=order_key)
    assert list(index) == left
    assert len(index) == len(left)
    for at in range(0, 5_100, 37):
        assert index.overlapping(at, at + 11) == [p for p in left if p.span.overlaps(Span(at, at + 11))]


def test_walk_forth_and_back_reaches_every_passage_once() -> None:
    passages = made([Span(5, 9), Span(5, 20), Span(5, 9), Span(0, 2), Span(30, 31)])
    index = PassageIndex(passages)
    forth, found = [], index.after((0,))
    while found is not None:
        forth.append(found)
        found = index.after(order_key(found))
    assert forth == sorted(passages, key=order_key)
    back, found = [forth[-1]], index.before(order_key(forth[-1]))
    while found is not None:
        back.append(found)
        found = index.before(order_key(found))
    assert back == forth[::-1]


def test_the_first_after_a_position_starts_at_it_or_later() -> None:
    index = PassageIndex(made([Span(3, 9), Span(6, 7)]))
    assert index.after((3,)) == index.get("p00000")
    assert index.after((4,)) == index.get("p00001")
    assert index.after((7,)) is None
    assert index.before((3, 0, "")) == index.get("p00000")
    assert index.before((3,)) is None


def test_a_known_id_is_refused_and_an_unknown_one_removed_quietly() -> None:
    index = PassageIndex(made([Span(3, 9)]))
    with pytest.raises(ValueError, match="already"):
        index.add(MarkedPassage("p00000", Span(1, 2)))
    assert index.remove("other") is None
    assert index.remove("p00000") is not None
    assert list(index) == []
    assert index.overlapping(0, 100) == []
    assert index.after((0,)) is None
    index.add(MarkedPassage("again", Span(1, 2)))
    assert [p.id for p in index.at(1)] == ["again"]


def test_passages_on_both_sides_of_a_position_touch_it() -> None:
    index = PassageIndex(made([Span(0, 4), Span(4, 6)]))
    assert [p.id for p in index.touching(4)] == ["p00000", "p00001"]
    assert [p.id for p in index.touching(6)] == ["p00001"]
    assert [p.id for p in index.touching(0)] == ["p00000"]
    assert index.touching(7) == []
