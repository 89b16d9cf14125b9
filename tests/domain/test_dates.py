from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.date_text import date_text
from workbench.domain.dates import (
    DATE_NOTES,
    DATE_PROBLEMS,
    DateError,
    DateNote,
    DateProblem,
    ReadDate,
    normal_date,
    read_date,
    sort_key,
)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("", ""),
        ("   ", ""),
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025-12-13", "2025-12-13"),
        ("2025-3", "2025-03"),
        ("2025-3-7", "2025-03-07"),
        ("12.12.2025", "2025-12-12"),
        ("5/3/2021", "2021-03-05"),
        ("12/2025", "2025-12"),
        ("3.2021", "2021-03"),
        ("1984?", "1984?"),
        ("5.3.2021?", "2021-03-05?"),
        ("about 1984", "1984~"),
        ("About  1984", "1984~"),
        ("каля 1984", "1984~"),
        ("около 5.1984", "1984-05~"),
        ("apie 1984?", "1984%"),
        ("2021/2025-12-13", "2021/2025-12-13"),
        ("2021 – 13.12.2025", "2021/2025-12-13"),
        ("2021—2022", "2021/2022"),
        ("2021 - 2022", "2021/2022"),
        ("2021 –", "2021/.."),
        ("– 2021", "../2021"),
        ("2021/..", "2021/.."),
        ("../2021", "../2021"),
        ("/2021", "/2021"),
        ("2021/", "2021/"),
        ("about 2020 – 2022?", "2020~/2022?"),
        ("198X", "198X"),
        ("2004-XX", "2004-XX"),
        ("1985-04-XX", "1985-04-XX"),
        ("2001-21", "2001-21"),
        ("-0043", "-0043"),
        ("Y17000", "Y17000"),
        ("2025-12-31/2025", "2025-12-31/2025"),
        ("2004-01-01T10:10:10Z", "2004-01-01T10:10:10Z"),
        ("December 2025", "2025-12"),
        ("Dec 13th, 2025", "2025-12-13"),
        ("13 снежня 2025 г.", "2025-12-13"),
        ("у снежні 2025", "2025-12"),
        ("13 декабря 2025 года", "2025-12-13"),
        ("ДЕКАБРЬ 2025", "2025-12"),
        ("2025 m. gruodžio 13 d.", "2025-12-13"),
        ("2025 gruodi", "2025-12"),
        ("2021 m. vasaris", "2021-02"),
        ("2021 m. vasara", "2021-22"),
        ("улетку 2021", "2021-22"),
        ("осенью 2021", "2021-23"),
        ("winter 2021", "2021-24"),
        ("12.2025", "2025-12"),
        ("2025.12.13", "2025-12-13"),
        ("13-12-2025", "2025-12-13"),
        ("2021–2025", "2021/2025"),
        ("2021-2025", "2021/2025"),
        ("12–13 December 2025", "2025-12-12/2025-12-13"),
        ("1 мая — 3 июня 2021", "2021-05-01/2021-06-03"),
        ("снежань 2024 – студзень 2025", "2024-12/2025-01"),
        ("nuo 2020 iki 2021", "2020/2021"),
        ("с 2020 по 2021", "2020/2021"),
        ("after 2020", "2020/.."),
        ("пасля мая 2020", "2020-05/.."),
        ("before 2021-05", "../2021-05"),
        ("iki 2021 m. gegužės", "../2021-05"),
        ("apie 1984 m.", "1984~"),
        ("~1984", "1984~"),
        ("perhaps 1984", "1984?"),
        ("возможно около мая 1984", "1984-05%"),
        ("the 1980s", "198X"),
        ("1980-я гады", "198X"),
        ("2020 or later", "2020/.."),
        ("2020 ці пазней", "2020/.."),
        ("май 2020 или позже", "2020-05/.."),
        ("2020 m. arba anksčiau", "../2020"),
        ("канец 2020", "2020-09~/2020-12~"),
        ("у канцы 2020 года", "2020-09~/2020-12~"),
        ("early 2021", "2021-01~/2021-04~"),
        ("начало 2021 г.", "2021-01~/2021-04~"),
        ("2021 m. pradžia", "2021-01~/2021-04~"),
        ("mid-2021", "2021-05~/2021-08~"),
        ("сярэдзіна мая 2021", "2021-05-11~/2021-05-20~"),
        ("end of February 2024", "2024-02-21~/2024-02-29~"),
        ("2021 (пачатак)", "2021-01~/2021-04~"),
        ("late 2020 – early 2021", "2020-09~/2021-04~"),
        ("1984 або 1985", "1984/1985"),
        ("12 или 13 декабря 2025", "2025-12-12/2025-12-13"),
        ("December 2025 or January 2026", "2025-12/2026-01"),
        ("2020 arba 2021", "2020/2021"),
        ("20th century", "1901/2000"),
        ("XX стагоддзе", "1901/2000"),
        ("ХІХ ст.", "1801/1900"),
        ("XX век", "1901/2000"),
        ("XX amžius", "1901/2000"),
        ("2020-2021 год", "2020/2021"),
        ("2020–2021 год", "2020/2021"),
    ],
)
def test_what_a_person_types_becomes_edtf(typed: str, edtf: str) -> None:
    assert normal_date(typed) == edtf
    assert normal_date(edtf) == edtf
    for end in edtf.split("/"):
        if end not in ("", ".."):
            parse_edtf(end)


@pytest.mark.parametrize(
    "typed",
    [
        "yesterday",
        "31.02.2025",
        "13/2025",
        "2025-13",
        "2023-02-29",
        "32.1.2025",
        "–",
        "/",
        "..",
        "../..",
        "//",
        "2021/2022/2023",
        "?",
        "about",
        "2025 – 2024",
        "2025-12-31/2025-12-30",
        "2025-01/2024-12",
        "٢٠٢٥",
        "20225",
        "[1667,1668]",
        "2025\x00",
        "2025" * 50,
        "31 February 2025",
        "May",
        "13 2025",
        "December December 2025",
        "12 12 December 2025",
        "summer 3 2021",
        "2025-00",
    ],
)
def test_what_is_no_date_is_refused_in_silence(typed: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match=r".") as refusal:
        normal_date(typed)
    assert typed not in str(refusal.value) or len(typed) < 3
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("one day", DateProblem.UNREAD),
        ("31 лютага 2025", DateProblem.NO_DAY),
        ("29.2.2023", DateProblem.NO_DAY),
        ("13.2025", DateProblem.NO_MONTH),
        ("2025 – 2024", DateProblem.BACKWARDS),
        ("2025" * 17, DateProblem.TOO_LONG),
        ("2021-25", DateProblem.SHORT_YEAR),
        ("2021–25 гг.", DateProblem.SHORT_YEAR),
        ("1984 or 1990", DateProblem.EITHER),
        ("about 1984 or 1985", DateProblem.EITHER),
        ("31.2.2025 or 1.3.2025", DateProblem.NO_DAY),
        ("13.12.2025 10:00", DateProblem.TIME),
        ("2025 10:00", DateProblem.UNREAD),
        ("today", DateProblem.UNREAD),
        ("XXX ст. 20", DateProblem.UNREAD),
        ("end of the war", DateProblem.UNREAD),
    ],
)
def test_the_reason_is_told(typed: str, problem: DateProblem) -> None:
    with pytest.raises(DateError) as refusal:
        normal_date(typed)
    assert refusal.value.problem is problem
    assert set(DATE_PROBLEMS) == set(DateProblem)


@pytest.mark.parametrize(
    "typed",
    ["13.12.2025 10:00", "13 снежня 2025 г. у 10:00", "2025-12-13, 9.30", "10:00 13 декабря 2025", "2025-12-13 10:00"],
)
def test_a_field_keeps_the_day_and_tells_that_the_time_is_left_out(typed: str) -> None:
    assert read_date(typed) == ReadDate("2025-12-13", (DateNote.DAY_ONLY,))


@pytest.mark.parametrize("typed", ["today", "сёння", "Сегодня", "šiandien"])
def test_today_is_the_day_on_which_it_is_typed(typed: str) -> None:
    assert read_date(typed, date(2026, 11, 23)) == ReadDate("2026-11-23")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("after 2020", True),
        ("пасля мая 2020", True),
        ("до 2020", True),
        ("since 2020", False),
        ("2020 or later", False),
        ("after 2020 to 2021", False),
        ("2020", False),
    ],
)
def test_it_is_told_that_the_date_itself_is_counted_in(typed: str, *, told: bool) -> None:
    assert (DateNote.COUNTED_IN in read_date(typed).notes) is told
    assert set(DATE_NOTES) == set(DateNote)


@pytest.mark.parametrize("language", ["be", "ru", "lt", "en"])
@pytest.mark.parametrize(
    "edtf",
    [
        *(f"2025-{n:02}" for n in range(1, 13)),
        "2025-12-13",
        "1984~",
        "1984-05?",
        "1984%",
        "198X",
        "2021-01~/2021-04~",
        "2021-05~/2021-08~",
        "2021-02-21~/2021-02-28~",
        "2020/..",
        "../2020",
    ],
)
def test_a_date_that_was_put_into_words_is_read_again(edtf: str, language: str) -> None:
    assert normal_date(date_text(edtf, language)) == edtf
    assert normal_date(date_text(edtf, language, point=True)) == edtf


@given(st.one_of(st.text(max_size=80), st.text("0123456789-/.X?~%– YT:Zca", max_size=24)))
def test_any_text_is_a_date_or_a_value_error(typed: str) -> None:
    try:
        edtf = normal_date(typed)
    except ValueError:
        return
    assert normal_date(edtf) == edtf
    assert isinstance(sort_key(edtf), str)


def test_dates_sort_by_their_earliest_day_and_unknown_ones_last() -> None:
    ordered = [
        "Y-17000",
        "-0100",
        "-0043-03",
        "0000",
        "1900",
        "198X",
        "1984",
        "1985",
        "../2011",
        "2020-12-31",
        "2021/2025-12-13",
        "2021-21",
        "2021-03-02?",
        "2021-04~",
        "/2021-05",
        "Y17000",
        "",
    ]
    keys = [sort_key(edtf) for edtf in ordered]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert sort_key("1984") == sort_key("1984?") == sort_key("1984-01-01") == sort_key("1984/..")
    assert sort_key("what an older version let through") == sort_key("")


def test_ten_thousand_events_sort_at_once() -> None:
    start = time.perf_counter()
    sorted((f"{1900 + n % 120}-0{1 + n % 9}" for n in range(10_000)), key=sort_key)
    assert time.perf_counter() - start < 1
