"""Statements that contradict each other: found, never decided."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from workbench.domain.conflicts import Conflict, conflicts, contradict, dates_agree
from workbench.domain.kinds import Standing
from workbench.domain.properties import PROPERTIES, Property


@dataclass(frozen=True)
class Said:
    about: Property
    value: str
    language: str = ""
    dated: str = ""
    standing: str = ""
    id: str = ""


def said(key: str, value: str, **more: str) -> Said:
    return Said(PROPERTIES[key], value, **more)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2025", "2025-12", True),
        ("2025-11", "2025-12-13", False),
        ("2021/2025-12", "2023", True),
        ("2021/2025-12", "2026", False),
        ("2021/2025-12", "2021-05/2025", True),
        ("2021/2025-12", "2022/2025-12", False),
        ("2021/..", "2021/2025", True),
        ("2021/..", "2020", False),
        ("../2021", "2020/2021-05", True),
        ("../2021", "2021/2022", True),
        ("../2021", "2022/2023", False),
        ("2020/..", "2022/..", True),
        ("1984~", "1985", True),
        ("1984~", "1986", False),
        ("1984-05?", "1984-06-30", True),
        ("1984-05?", "1984-08", False),
        ("198X", "1984", True),
        ("198X", "1990", False),
        ("2021-22", "2021-07-01", True),
        ("2021-22", "2021-10", False),
        ("what an older version let through", "2021", True),
    ],
)
def test_dates_are_compared_as_times_with_their_uncertainty(one: str, other: str, agree: bool) -> None:
    assert dates_agree(one, other) is agree
    assert dates_agree(other, one) is agree
    assert contradict(said("birth", one), said("birth", other)) is not agree


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (said("time_held", "10 years", language="en"), said("time_held", "4 years", language="en"), True),
        (said("time_held", "10 years", language="en"), said("time_held", " 10  YEARS.", language="en-GB"), False),
        (said("time_held", "10 years", language="en"), said("time_held", "4 гады", language="be"), False),
        (said("office", "judge", language="en"), said("office", "minister", language="en"), False),
        (said("birth_place", "a"), said("birth_place", "b"), True),
        (said("sex", "male"), said("sex", "female"), True),
        (said("sex", "male", dated="2001/2010"), said("sex", "female", dated="2011/.."), False),
        (said("sex", "male", dated="2001/2010"), said("sex", "female", dated="2010-05"), True),
        (said("sex", "male", dated="2001/2010"), said("sex", "female"), True),
        (said("birth", "1984"), said("death", "1990"), False),
    ],
)
def test_only_what_cannot_both_be_true_contradicts(one: Said, other: Said, against: bool) -> None:
    assert contradict(one, other) is against
    assert contradict(other, one) is against


def test_all_sides_are_told_and_whether_a_person_has_weighed_them() -> None:
    rows = [
        said("birth", "1984", id="a"),
        said("time_held", "4 years", id="b", language="en"),
        said("birth", "1984-05", id="c"),
        said("birth", "1990", id="d"),
        said("time_held", "10 years", id="e", language="en", standing=Standing.SET_ASIDE),
        said("time_held", "4 years.", id="f", language="en"),
    ]
    assert conflicts(rows) == (
        Conflict("birth", ("a", "c", "d"), weighed=False),
        Conflict("time_held", ("b", "e", "f"), weighed=True),
    )
    rows[3] = said("birth", "1990", id="d", standing=Standing.PREFERRED)
    assert all(conflict.weighed for conflict in conflicts(rows))
    assert conflicts(rows[:1]) == ()
