"""EDTF in words: months and order by CLDR, nothing hidden where it cannot be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.date_text import date_text
from workbench.i18n import INTERFACE_LANGUAGES

SPACE = "\u202f"


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("2025-12-12", "12 December 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("2021/2025-12", "2021 – December 2025"),
        ("2021-03-01/2025-12-13", "1 March 2021 – 13 December 2025"),
        ("2021/..", "since 2021"),
        ("../2025", "until 2025"),
        ("2021/", "2021 – (end unknown)"),
        ("/2025", "(beginning unknown) – 2025"),
        ("1984?", "1984 (uncertain)"),
        ("1984~", "about 1984"),
        ("2004-06%", "about June 2004 (uncertain)"),
        ("1984~/2004-06?", "about 1984 – June 2004 (uncertain)"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24?", "winter 2001 (uncertain)"),
        ("201X", "the 2010s"),
        ("20XX", "2000–2099"),
        ("2004-XX", "2004, month unknown"),
        ("1985-04-XX", "April 1985, day unknown"),
        ("1985-XX-XX", "1985, month and day unknown"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("Y17000", "17000"),
        ("2025-12-12T10:00:00Z", "12 December 2025, 10:00:00 UTC"),
        ("2025-12-12T10:00:00+02:00", "12 December 2025, 10:00:00 +02:00"),
        ("2025-12-12T10:00:00", "12 December 2025, 10:00:00"),
    ],
)
def test_levels_0_and_1(edtf: str, english: str) -> None:
    assert date_text(edtf, "en") == english


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("2020/..", "2020 or later"),
        ("../2020-05", "May 2020 or earlier"),
        ("1984~/..", "about 1984 or later"),
        ("2020/", "2020 – (end unknown)"),
        ("2020/2021", "2020 – 2021"),
        ("2020", "2020"),
    ],
)
def test_a_single_moment_has_no_end_that_is_open(edtf: str, english: str) -> None:
    assert date_text(edtf, "en", point=True) == english


@pytest.mark.parametrize(
    ("edtf", "english"),
    [
        ("2021-01~/2021-04~", "early 2021"),
        ("2021-05~/2021-08~", "mid-2021"),
        ("2020-09~/2020-12~", "late 2020"),
        ("2024-02-21~/2024-02-29~", "late February 2024"),
        ("2021-01/2021-04", "January 2021 – April 2021"),
        ("2021-01~/2022-04~", "about January 2021 – about April 2022"),
        ("2021-01-01~/2021-01-11~", "about 1 January 2021 – about 11 January 2021"),
    ],
)
def test_a_third_of_a_year_or_month_is_named(edtf: str, english: str) -> None:
    assert date_text(edtf, "en") == date_text(edtf, "en", point=True) == english


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("be", f"12 снежня 2025{SPACE}г.", "снежань 2025"),
        ("ru", f"12 декабря 2025{SPACE}г.", f"декабрь 2025{SPACE}г."),
        ("lt", "2025 m. gruodžio 12 d.", "2025 m. gruodis"),
    ],
)
def test_days_and_months_stand_as_the_language_writes_them(language: str, day: str, month: str) -> None:
    assert date_text("2025-12-12", language) == day
    assert date_text("2025-12", language) == month
    assert date_text("2025-12/2025-12-12", language) == f"{month} – {day}"


@pytest.mark.parametrize(
    "edtf",
    ["", "garbage", "2025-02-30", "2001-25", "../..", "/", "2001-13", "x/2001", "2001/x", "1X99", "2004-06-(11)~",
     "Y17000-05", "{date}", "-0043-21"],
)  # fmt: skip
def test_what_is_of_another_level_or_no_date_is_shown_as_it_is(edtf: str) -> None:
    assert date_text(edtf, "en") == edtf


def test_another_language_gets_english() -> None:
    assert date_text("2025-12", "pl") == "December 2025"


@given(st.dates(), st.sampled_from(INTERFACE_LANGUAGES))
def test_every_day_names_its_day_and_year(day: object, language: str) -> None:
    text = date_text(str(day), language)
    year, _month, number = str(day).split("-")
    assert str(int(year)) in text
    assert str(int(number)) in text


@given(st.text("0123456789-/.X?~%YTZ:+ ", max_size=25), st.sampled_from(INTERFACE_LANGUAGES))
def test_nothing_typed_makes_it_fail(text: str, language: str) -> None:
    assert isinstance(date_text(text, language), str)
