from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.qt.records.network.layout import UNIT, Point, lay_out

Graph = tuple[list[str], list[tuple[str, str]], dict[str, tuple[float, float]]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    ids = [f"n{at}" for at in range(draw(st.integers(1, 24)))]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=60))
    sizes = {key: (draw(st.integers(30, 160)) * 1.0, 52.0) for key in ids}
    return ids, pairs, sizes


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_nothing_stands_over_anything_else(graph: Graph) -> None:
    ids, _pairs, sizes = graph
    places = lay_out(*graph)
    assert list(places) == ids
    for one, other in combinations(ids, 2):
        wide, high = (sizes[one][0] + sizes[other][0]) / 2, (sizes[one][1] + sizes[other][1]) / 2
        (ax, ay), (bx, by) = places[one], places[other]
        assert abs(ax - bx) >= wide - 0.2 or abs(ay - by) >= high - 0.2


@settings(max_examples=20, deadline=None)
@given(graphs())
def test_the_same_network_gives_the_same_picture(graph: Graph) -> None:
    assert lay_out(*graph) == lay_out(*graph)


def _ring(count: int) -> Graph:
    ids = [f"n{at}" for at in range(count)]
    pairs = [("n0", key) for key in ids[1:]] + [(ids[at], ids[at + 1]) for at in range(1, count - 1, 2)]
    return ids, pairs, dict.fromkeys(ids, (120.0, 52.0))


def moved(one: dict[str, Point], other: dict[str, Point]) -> list[float]:
    return [float(np.hypot(one[k][0] - other[k][0], one[k][1] - other[k][1])) for k in one if k in other]


def test_a_small_change_moves_little() -> None:
    ids, pairs, sizes = _ring(20)
    before = lay_out(ids, pairs, sizes)
    more = lay_out([*ids, "new"], [*pairs, ("n3", "new")], {**sizes, "new": (120.0, 52.0)}, before)
    spread = max(abs(value) for point in before.values() for value in point)
    assert max(moved(before, more)) < spread / 3
    assert float(np.median(moved(before, more))) < 40
    assert moved({"n3": more["n3"]}, {"n3": more["new"]})[0] < 2.5 * UNIT


def test_neighbours_are_nearer_than_what_is_two_steps_away() -> None:
    ids = ["me", *(f"a{n}" for n in range(5)), *(f"b{n}" for n in range(5))]
    pairs = [*(("me", f"a{n}") for n in range(5)), *((f"a{n}", f"b{n}") for n in range(5))]
    places = lay_out(ids, pairs, dict.fromkeys(ids, (40.0, 40.0)))
    near = [np.hypot(*places[f"a{n}"]) for n in range(5)]
    far = [np.hypot(*places[f"b{n}"]) for n in range(5)]
    assert places["me"] == (0, 0)
    assert max(near) < min(far)


def test_no_nodes_no_places() -> None:
    assert lay_out([], [], {}) == {}


def test_a_wide_window_gets_a_wide_picture() -> None:
    ids, pairs, sizes = _ring(12)
    for aspect in (1.35, 2.5):
        places = lay_out(ids, pairs, sizes, aspect=aspect).values()
        wide, high = (max(each) - min(each) for each in zip(*places, strict=True))
        assert abs(wide / high / aspect - 1) < 0.25
