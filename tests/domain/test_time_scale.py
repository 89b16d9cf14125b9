from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.extents import day_number, year_month_day
from workbench.domain.time_scale import LEAST_DAYS, TimeScale, ticks

DAY = day_number(2025, 1, 20)
starts = st.integers(day_number(-500, 1, 1), day_number(12000, 1, 1))
lengths = st.floats(300, 3000)


@given(starts, st.floats(7, 500_000), lengths, st.sampled_from(["en", "be", "ru", "lt"]))
def test_ticks_are_in_order_apart_and_few(start: int, days: float, length: float, language: str) -> None:
    scale = TimeScale(start, days, length)
    found = ticks(scale, 50, language)
    assert len(found) <= 4 * length / 50 + 4
    for level in (True, False):
        places = [tick.day for tick in found if tick.major is level]
        assert places == sorted(set(places))
        assert all(scale.x(b) - scale.x(a) >= 24 for a, b in pairwise(places))
    assert all(tick.label for tick in found)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (12, ["20", "21", "22"]),
        (400, ["Mar", "May", "Jul"]),
        (4000, ["2026", "2027", "2028"]),
        (400_000, ["2100", "2200", "2300"]),
    ],
)
def test_ticks_are_as_fine_as_there_is_room(days: float, labels: list[str]) -> None:
    shown = [tick.label for tick in ticks(TimeScale(DAY, days, 800), 56, "en")]
    assert [label for label in shown if label in labels] == labels


def test_months_are_named_in_each_language() -> None:
    named = {lang: ticks(TimeScale(DAY, 60, 800), 56, lang)[-1].label for lang in ("en", "be")}
    assert named["en"].isdigit()
    months = {lang: [t.label for t in ticks(TimeScale(DAY, 200, 800), 56, lang)] for lang in ("en", "be", "ru", "lt")}
    assert "Mar" in months["en"]
    assert "сак" in months["be"]
    assert "март" in months["ru"]
    assert "kov." in months["lt"]


@given(starts, st.floats(7, 50_000), lengths, st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_holds_the_day_under_the_pointer(
    start: int, days: float, length: float, factor: float, at: float
) -> None:
    scale = TimeScale(start, days, length)
    zoomed = scale.zoomed(factor, at * length)
    assert zoomed.days >= LEAST_DAYS
    assert zoomed.day(at * length) == pytest.approx(scale.day(at * length), abs=1e-3)


@given(starts, st.integers(0, 100_000), lengths)
def test_what_is_fitted_is_all_in_view(start: int, days: int, length: float) -> None:
    scale = TimeScale.fitting(start, start + days, length)
    assert scale.x(start) >= 0
    assert scale.x(start + days + 1) <= length
    assert year_month_day(round(scale.day(scale.x(start)))) == year_month_day(start)
