from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.qt.reader.heights import HeightTable

heights = st.lists(st.integers(1, 90), min_size=1, max_size=1_300)


@given(heights, st.lists(st.tuples(st.integers(0, 5_000), st.integers(1, 500)), max_size=20), st.integers(0, 200_000))
def test_tops_and_places_agree_with_plain_sums(start: list[int], changes: list[tuple[int, int]], y: int) -> None:
    plain = list(start)
    table = HeightTable(list(start))
    for index, height in changes:
        plain[index % len(plain)] = height
        table.change(index % len(plain), height)
    assert table.total == sum(plain)
    index, below = table.at(y)
    assert table.top(index) == sum(plain[:index])
    if y < table.total:
        assert table.top(index) + below == y
        assert 0 <= below < plain[index]
    else:
        assert index == len(plain) - 1


def test_above_the_top_is_the_first() -> None:
    assert HeightTable([5, 5]).at(-3) == (0, 0)
