from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.qt.reader.marks import LEVELS, closed_up, lanes, merged, tint_runs, underlines
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex

PERSON, QUOTE = PassageKind.PERSON, PassageKind.QUOTE

some = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 40), st.lists(st.sampled_from(PassageKind), max_size=2, unique=True)),
    max_size=14,
).map(
    lambda rows: list(
        PassageIndex(MarkedPassage(f"p{n}", Span(a, a + b), tuple(kinds)) for n, (a, b, kinds) in enumerate(rows))
    )
)


@given(some)
def test_tints_cover_exactly_what_passages_cover(passages: list[MarkedPassage]) -> None:
    inside = [p for p in passages if p.span.overlaps(Span(10, 60))]
    runs = tint_runs(inside, 10, 60, None)
    covered = {at for run in runs for at in range(run.start, run.end)}
    wanted = {at for p in passages for at in range(max(10, p.span.start), min(60, p.span.end))}
    assert covered == wanted
    assert sum(run.end - run.start for run in runs) == len(covered)


@given(some)
def test_no_underline_hides_another_and_none_is_lost(passages: list[MarkedPassage]) -> None:
    inside = [p for p in passages if p.span.overlaps(Span(10, 60))]
    found = underlines(inside, 10, 60, None)
    for one in found:
        for other in found:
            if one is not other and one.level == other.level:
                assert one.end <= other.start or other.end <= one.start
    more = {at for u in found if u.kind is None for at in range(u.start, u.end)}
    for kind in PassageKind:
        own = {at for u in found if u.kind is kind for at in range(u.start, u.end)}
        for passage in inside:
            if kind in (passage.kinds or (PassageKind.EVIDENCE,)):
                assert set(range(max(10, passage.span.start), min(60, passage.span.end))) <= own | more


def test_the_current_passage_has_the_first_underline_and_its_own_tint() -> None:
    passages = [MarkedPassage(f"p{n}", Span(0, 20 - n), (PERSON,)) for n in range(8)]
    found = underlines(passages, 0, 20, "p7")
    assert next(u for u in found if u.current).level == 0
    assert [u.level for u in found if u.kind is None] == [LEVELS - 1]
    runs = tint_runs(passages, 0, 20, "p7")
    assert [(r.start, r.end) for r in runs if r.current] == [(0, 13)]
    assert runs[0].several
    assert not runs[-1].several


def test_where_passages_overlap_the_tint_is_that_of_the_innermost() -> None:
    passages = [MarkedPassage("a", Span(0, 9), (QUOTE,)), MarkedPassage("b", Span(2, 5), (PERSON,))]
    found = [(run.start, run.end, run.kind) for run in tint_runs(passages, 0, 9, None)]
    assert found == [(0, 2, QUOTE), (2, 5, PERSON), (5, 9, QUOTE)]


def test_ranges_that_touch_are_joined() -> None:
    assert merged([(5, 7), (0, 3), (3, 4), (6, 9)]) == [(0, 4), (5, 9)]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=25))
def test_lanes_never_collide(extents: list[tuple[int, int]]) -> None:
    bars = [(n, top, top + height) for n, (top, height) in enumerate(extents)]
    found = lanes(bars, {}, 4)
    assert set(found) == set(range(len(bars)))
    for key, top, bottom in bars:
        for other, other_top, other_bottom in bars:
            if key != other and found[key] == found[other] < 4:
                assert bottom <= other_top or other_bottom <= top


def test_a_bar_keeps_its_lane_when_its_neighbour_is_gone() -> None:
    before = lanes([("a", 0, 50), ("b", 10, 60)], {}, 4)
    assert before == {"a": 0, "b": 1}
    assert lanes([("b", 10, 60), ("c", 20, 70)], before, 4) == {"b": 1, "c": 0}


def test_underlines_stay_where_they_are_when_a_passage_becomes_the_current_one() -> None:
    passages = [MarkedPassage("a", Span(0, 30), (QUOTE,)), MarkedPassage("b", Span(2, 9), (PERSON,))]
    plain = underlines(passages, 0, 30, None)
    assert [u._replace(current=False) for u in underlines(passages, 0, 30, "b")] == plain


def test_more_is_marked_only_where_there_is_more() -> None:
    passages = [MarkedPassage(f"p{n}", Span(0, 30), (PERSON,)) for n in range(LEVELS)]
    found = underlines([*passages, MarkedPassage("short", Span(10, 14), (QUOTE,))], 0, 30, None)
    last = [(u.start, u.end, u.kind) for u in found if u.level == LEVELS - 1]
    assert last == [(0, 10, PERSON), (10, 14, None), (14, 30, PERSON)]


def test_a_thousand_passages_on_one_spot_are_three_levels() -> None:
    passages = [MarkedPassage(f"{n:04}", Span(5, 9), (PERSON,)) for n in range(1_000)]
    assert len(underlines(passages, 0, 20, None)) == LEVELS
    assert len(tint_runs(passages, 0, 20, None)) == 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), min_size=6, max_size=40), st.integers(0, 5))
def test_the_bar_that_is_to_be_first_always_has_a_lane(extents: list[tuple[int, int]], first: int) -> None:
    bars = [(n, top, top + height) for n, (top, height) in enumerate(extents)]
    assert lanes(bars, lanes(bars, {}, 3), 3, first)[first] < 3


@given(some, st.integers(0, 50), st.integers(1, 40))
def test_in_one_line_underlines_move_up_and_never_onto_another(
    passages: list[MarkedPassage], first: int, length: int
) -> None:
    line = first, first + length
    here = [u for u in underlines(passages, 0, 90, None) if u.start < line[1] and u.end > line[0]]
    found = closed_up(here, *line)
    assert [u._replace(level=0) for u in found] == [u._replace(level=0) for u in here]
    assert all(after.level <= before.level for before, after in zip(here, found, strict=True))
    for n, one in enumerate(found):
        for other in found[:n]:
            if one.level == other.level:
                assert one.end <= other.start or other.end <= one.start


def test_an_underline_comes_up_where_what_kept_it_down_has_ended() -> None:
    passages = [MarkedPassage("a", Span(0, 12), (QUOTE,)), MarkedPassage("b", Span(8, 30), (PERSON,))]
    found = underlines(passages, 0, 30, None)
    assert [u.level for u in closed_up(found, 0, 20)] == [0, 1]
    assert [u.level for u in closed_up(found[1:], 20, 30)] == [0]
