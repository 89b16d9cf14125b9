"""Dates as EDTF (ISO 8601-2:2019, levels 0 and 1): what a person may type, what a date covers, how dates sort."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workbench.domain.date_words import has_short_year, leaves_out, means_today, typed_date, without_time
from workbench.i18n import N_

# One date of levels 0 and 1: a year, also one of more than four digits (`Y-12345`) or with its last digits
# unknown (`198X`); a month and a day, or `XX`; one sign of doubt. Or a day with a time of day and its zone.
# No part of it can match what the next one may: it reads a text once, however long that is.
_LEVEL_1 = re.compile(
    r"(?:Y-?[1-9]\d{4,11}|-?\d(?:\d{3}|\d\dX|\dXX|XXX))(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
    r"|\d{4}-\d\d-\d\dT[\d:]{8}(?:Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_PARTS = re.compile(r"Y?(?P<year>-?[\dX]{4,})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?", re.ASCII)
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", re.ASCII)
"""Years, months and days, which need no parser: it takes 8 ms a date (edtf 5.0.2), and tables hold thousands."""

_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_ERA = 10**12
"""Added to a year so that the years before 0 sort as text too."""
_LONGEST = 64
_LAST = "~"


class DateProblem(StrEnum):
    """Why something is refused as a date."""

    UNREAD = "not a date"
    TOO_LONG = "too long"
    NO_DAY = "no such day"
    NO_MONTH = "no such month"
    BACKWARDS = "ends before it begins"
    SHORT_YEAR = "a year of two digits"
    EITHER = "two dates apart"
    TIME = "a time of day"


DATE_PROBLEMS: dict[DateProblem, str] = {
    DateProblem.UNREAD: N_("This cannot be read as a date."),
    DateProblem.TOO_LONG: N_("This is too long for a date."),
    DateProblem.NO_DAY: N_("The calendar has no such day."),
    DateProblem.NO_MONTH: N_("There are only twelve months."),
    DateProblem.BACKWARDS: N_("This ends before it begins."),
    DateProblem.SHORT_YEAR: N_("This could be a month or a year. Write both years in full, as in 2021 – 2025."),
    DateProblem.EITHER: N_("Only neighbouring dates can be kept as “one or the other”. Say each of them on its own."),
    DateProblem.TIME: N_("Only the day can be kept. Leave out the time of day."),
}
"""Each reason as a sentence, English."""


class DateNote(StrEnum):
    """What is to be told of a date that was understood otherwise than it was typed."""

    COUNTED_IN = "the date itself is counted in"
    DAY_ONLY = "the time of day is left out"


DATE_NOTES: dict[DateNote, str] = {
    DateNote.COUNTED_IN: N_("the date itself is counted in"),
    DateNote.DAY_ONLY: N_("only the day is kept"),
}
"""Each note in a few words, English."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What was understood: EDTF, and what the person should be told of it."""

    edtf: str
    notes: tuple[DateNote, ...] = ()


class DateError(ValueError):
    """What was typed is no date, for the reason in `problem`; it never repeats what was typed."""

    def __init__(self, problem: DateProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def normal_date(text: str) -> str:
    """Turn what a person typed into EDTF.

    Understood besides EDTF itself, in the four languages: `12.12.2025`, `12/2025`, "13 December
    2025" in any grammatical case, "summer 2021", "the 1980s", "the 20th century", "early 2021",
    "1984 or 1985", `2021 – 13.12.2025`, an open end (`2021 –`, "after 2020", "before May 2021",
    "2020 or later"), "about 1984", and a question mark after a date. An empty text stays empty.

    Raises:
        DateError: no date could be read, a day or month that the calendar does not have, a time
            that ends before it begins, or a time of day, of which nothing could be kept.
    """
    read = read_date(text)
    if DateNote.DAY_ONLY in read.notes:
        raise DateError(DateProblem.TIME)
    return read.edtf


def read_date(text: str, today: date | None = None) -> ReadDate:
    """Turn what a person typed into EDTF, and what to tell them: for a field that shows how it understood.

    The same as `normal_date`, but a time of day is left out. "Today" is read where the day is given.

    Raises:
        DateError: as `normal_date` does, but not for a time of day.
    """
    text = " ".join(text.split())
    if not text:
        return ReadDate("")
    if len(text) > _LONGEST:
        raise DateError(DateProblem.TOO_LONG)
    if has_short_year(text):
        raise DateError(DateProblem.SHORT_YEAR)
    if today is not None and means_today(text):
        return ReadDate(today.isoformat())
    if _is_edtf(text):
        _check(text)
        return ReadDate(text)
    plain = without_time(text)
    edtf = _neighbours(typed_date(plain))
    _check(edtf)
    if plain != text:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d[?~%]?", edtf, re.ASCII):
            raise DateError(DateProblem.UNREAD)
        return ReadDate(edtf, (DateNote.DAY_ONLY,))
    return ReadDate(edtf, (DateNote.COUNTED_IN,) if leaves_out(plain) else ())


def _neighbours(edtf: str) -> str:
    """Return one of two dates as the time that both are, where nothing else lies in it."""
    one, either, other = edtf.partition("|")
    if not either:
        return edtf
    for each in (one, other):
        _check(each)
    if not all(_PLAIN.fullmatch(each) for each in (one, other)):
        raise DateError(DateProblem.EITHER)
    first, last = _day(one, latest=True), _day(other, latest=False)
    if len(one) != len(other) or first is None or last is None or last - first != timedelta(1):
        raise DateError(DateProblem.EITHER)
    return f"{one}/{other}"


def _day(edtf: str, *, latest: bool) -> date | None:
    """Return the first or last day of a year, month or day; None of what `date` does not reach."""
    year, month, day = [*(int(part) for part in edtf.split("-")), 0, 0][:3]
    month = month or (12 if latest else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if latest else 1))
    except ValueError:
        return None


def _is_edtf(text: str) -> bool:
    ends = text.split("/")
    known = [end for end in ends if end not in ("", "..")]
    return bool(known) and len(ends) <= 2 and all(_LEVEL_1.fullmatch(end) for end in known)


def _check(text: str) -> None:
    # Asked before the parser: it prints what it cannot make sense of (edtf 5.0.2).
    if not _is_edtf(text):
        raise DateError(DateProblem.UNREAD)
    for month, day in re.findall(r"\d{4}-(\d\d)(?:-(\d\d))?", text):
        if not (1 <= int(month) <= 12 or (21 <= int(month) <= 24 and not day)):
            raise DateError(DateProblem.NO_MONTH)
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", text):
        if not _has_day(int(year), int(month), int(day)):
            raise DateError(DateProblem.NO_DAY)
    known = [end for end in text.split("/") if end not in ("", "..")]
    if not all(_PLAIN.fullmatch(end) for end in known):
        _parse(text)
    if len(known) == 2 and _edge(known[0], latest=False) > _edge(known[1], latest=True):
        raise DateError(DateProblem.BACKWARDS)


def _parse(text: str) -> None:
    from edtf import EDTFParseException, parse_edtf  # its grammar takes a tenth of a second to load

    try:
        parse_edtf(text)
    except EDTFParseException:
        raise DateError(DateProblem.UNREAD) from None


def _has_day(year: int, month: int, day: int) -> bool:
    try:
        date(year or 4, month, day)  # the year 0 is a leap year, as 4 is
    except ValueError:
        return False
    return True


def _edge(edtf: str, *, latest: bool) -> str:
    """Return the earliest or latest day that one date can mean, as a text that sorts."""
    match = _PARTS.match(edtf)
    if match is None:
        return _LAST
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    number = int(year.replace("X", "9" if latest != year.startswith("-") else "0"))
    months = (12 if latest else 1) if month == "XX" else int(month)
    months = _SEASON_MONTHS.get(months, months) + (2 if latest and months in _SEASON_MONTHS else 0)
    days = (31 if latest else 1) if day == "XX" else int(day)
    return f"{number + _ERA:013d}-{months:02d}-{days:02d}"


def sort_key(edtf: str) -> str:
    """Return a text that sorts dates by their earliest possible day, unknown dates last.

    A time whose beginning is open or unknown sorts by its end. No parser is asked: it takes
    some 8 ms a date (edtf 5.0.2, measured), and this is called for every line of a list.
    """
    start, _, end = edtf.partition("/")
    return _edge(start if start not in ("", "..") else end, latest=False)
