"""Dates as EDTF (ISO 8601-2:2019, levels 0 and 1): what a person may type, what a date covers, how dates sort."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from workbench.domain.date_words import typed_date
from workbench.i18n import N_

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


DATE_PROBLEMS: dict[DateProblem, str] = {
    DateProblem.UNREAD: N_("This cannot be read as a date."),
    DateProblem.TOO_LONG: N_("This is too long for a date."),
    DateProblem.NO_DAY: N_("The calendar has no such day."),
    DateProblem.NO_MONTH: N_("There are only twelve months."),
    DateProblem.BACKWARDS: N_("This ends before it begins."),
}
"""Each reason as a sentence, English."""


class DateError(ValueError):
    """What was typed is no date, for the reason in `problem`; it never repeats what was typed."""

    def __init__(self, problem: DateProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def normal_date(text: str) -> str:
    """Turn what a person typed into EDTF.

    Understood besides EDTF itself, in the four languages: `12.12.2025`, `12/2025`, "13 December
    2025" in any grammatical case, "summer 2021", "the 1980s", `2021 – 13.12.2025`, an open end
    (`2021 –`, "after 2020", "before May 2021"), "about 1984", and a question mark after a date.
    An empty text stays empty.

    Raises:
        DateError: no date could be read, a day or month that the calendar does not have, or a
            time that ends before it begins.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    if len(text) > _LONGEST:
        raise DateError(DateProblem.TOO_LONG)
    edtf = text if _is_edtf(text) else typed_date(text)
    _check(edtf)
    return edtf


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
