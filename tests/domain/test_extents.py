from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.dates import normal_date
from workbench.domain.extents import Edge, day_number, read_extents, year_month_day

EPOCH = date(1970, 1, 1)


def days(edtf: str) -> tuple[str, str]:
    """The earliest and latest day that a date can mean, as ISO dates."""
    found = read_extents(edtf)
    assert found is not None
    return tuple((EPOCH + timedelta(days=day)).isoformat() for day in (found.earliest, found.latest))  # type: ignore[return-value]


@given(st.dates())
def test_days_are_counted_as_the_calendar_does(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == (day - EPOCH).days
    assert year_month_day((day - EPOCH).days) == (day.year, day.month, day.day)


@given(st.integers(-9_999_999, 9_999_999))
def test_every_day_number_is_one_date(number: int) -> None:
    assert day_number(*year_month_day(number)) == number
    assert year_month_day(number + 1) > year_month_day(number)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-12-13", "2025-12-13", "2025-12-13"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-04-XX", "2025-04-01", "2025-04-30"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-24", "2001-12-01", "2002-02-28"),
        ("2001-34", "2001-04-01", "2001-06-30"),
        ("2001-41", "2001-07-01", "2001-12-31"),
        ("1984~", "1984-01-01", "1984-12-31"),
        ("2021/2025-12-13", "2021-01-01", "2025-12-13"),
        ("2021/..", "2021-01-01", "2021-12-31"),
        ("/2025", "2025-01-01", "2025-12-31"),
        ("[1984,1986..1988]", "1984-01-01", "1988-12-31"),
        ("2025-12-13T10:20:30Z", "2025-12-13", "2025-12-13"),
    ],
)
def test_a_date_means_every_day_that_it_can(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (first, last)


def test_years_beyond_the_calendar_of_the_language_have_their_place() -> None:
    old, late = read_extents("-0043"), read_extents("Y17000")
    assert old is not None
    assert late is not None
    assert year_month_day(old.earliest) == (-43, 1, 1)
    assert year_month_day(late.latest) == (17000, 12, 31)


@pytest.mark.parametrize("edtf", ["", "yesterday", "2025-02-30", "2025-13", "2025/2021", "/", "..", "[2001,never]"])
def test_what_is_no_date_has_no_place(edtf: str) -> None:
    assert read_extents(edtf) is None


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021/..", Edge.KNOWN, Edge.OPEN),
        ("2021/", Edge.KNOWN, Edge.UNKNOWN),
        ("../2021", Edge.OPEN, Edge.KNOWN),
        ("/2021", Edge.UNKNOWN, Edge.KNOWN),
    ],
)
def test_an_open_end_is_not_an_unknown_one(edtf: str, start: Edge, end: Edge) -> None:
    found = read_extents(edtf)
    assert found is not None
    assert (found.parts[0].start.edge, found.parts[0].end.edge) == (start, end)


def test_signs_belong_to_their_own_end() -> None:
    found = read_extents("1984~/1990?")
    assert found is not None
    start, end = found.parts[0].start, found.parts[0].end
    assert (start.about, start.uncertain, end.about, end.uncertain) == (True, False, False, True)
    both = read_extents("1984%")
    assert both is not None
    assert both.parts[0].about
    assert both.parts[0].uncertain


def test_only_what_lies_between_the_ends_is_sure() -> None:
    interval, year, day = (read_extents(text) for text in ("2021/2023", "2021", "2021-05-03"))
    assert interval is not None
    assert interval.parts[0].sure == (day_number(2021, 12, 31), day_number(2023, 1, 1))
    assert year is not None
    assert year.parts[0].sure is None
    assert day is not None
    assert day.parts[0].sure == (day_number(2021, 5, 3), day_number(2021, 5, 3))


def test_one_of_several_is_told_from_all_of_them() -> None:
    one, every = read_extents("[1984, 1986]"), read_extents("{1984, 1986}")
    assert one is not None
    assert every is not None
    assert (one.one_of, every.one_of) == (True, False)
    assert len(one.parts) == len(every.parts) == 2


@given(st.dates(), st.dates(), st.sampled_from(["", "?", "~", "%"]), st.sampled_from([4, 7, 10]))
def test_whatever_the_date_field_gives_has_a_place(one: date, other: date, sign: str, width: int) -> None:
    first, last = sorted((one.isoformat()[:width], other.isoformat()[:width]))
    for text in (first + sign, f"{first}/{last}{sign}", f"{first}/..", f"/{last}{sign}"):
        found = read_extents(normal_date(text))
        assert found is not None
        for part in found.parts:
            assert part.start.first <= part.start.last
            assert part.end.first <= part.end.last
            assert part.earliest <= part.latest
