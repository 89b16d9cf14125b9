"""Dates as EDTF (ISO 8601-2:2019, levels 0 and 1), and what a person may type for one."""

from __future__ import annotations

import re
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})")
_SHORT_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
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
_SIGNS = {"about": "~", "ca.": "~", "ca": "~", "c.": "~", "каля": "~", "около": "~", "apie": "~"}


def normal_date(text: str) -> str:
    """Turn what a person typed into EDTF.

    Understood besides EDTF itself: `12.12.2025`, `12/2025`, `2021 – 13.12.2025`, an open end
    (`2021 –`), `about 1984` in the four languages, and a question mark after a date. An empty
    text stays empty.

    Raises:
        ValueError: no date could be read, a day that the calendar does not have, or a time that
            ends before it begins. The error's text never repeats what was typed.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    if len(text) > _LONGEST:
        raise ValueError("not a date: too long")
    for dash in (" – ", " — ", " - ", "–", "—"):
        if dash in text or text.endswith(dash.rstrip()):
            left, _, right = text.partition(dash if dash in text else dash.rstrip())
            text = f"{_one(left) or '..'}/{_one(right) or '..'}"
            break
    else:
        text = "/".join(_one(part) for part in text.split("/")) if _is_interval(text) else _one(text)
    _check(text)
    return text


def _is_interval(text: str) -> bool:
    return text.count("/") == 1 and not _MONTH_FIRST.fullmatch(text)


def _one(text: str) -> str:
    text = text.strip()
    suffix = ""
    for word, sign in _SIGNS.items():
        if text.lower().startswith(word + " "):
            text, suffix = text[len(word) :].strip(), sign
    if text[-1:] in "?~%" and text:
        text, suffix = text[:-1].strip(), text[-1] if not suffix else "%"
    if match := _DAY_FIRST.fullmatch(text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif match := _MONTH_FIRST.fullmatch(text):
        text = f"{match[2]}-{int(match[1]):02}"
    elif match := _SHORT_ISO.fullmatch(text):
        text = "-".join(part if len(part) == 4 else f"{int(part):02}" for part in match.groups() if part)
    return text + suffix


def _check(text: str) -> None:
    ends = text.split("/")
    known = [end for end in ends if end not in ("", "..")]
    # Asked before the parser: it prints what it cannot make sense of (edtf 5.0.2).
    if not known or len(ends) > 2 or not all(_LEVEL_1.fullmatch(end) for end in known):
        raise ValueError("not a date")
    if not all(_PLAIN.fullmatch(end) for end in known):
        _parse(text)
    for year, month, day in re.findall(r"(\d{4})-(\d{2})-(\d{2})", text):
        date(int(year), int(month), int(day))
    if len(known) == 2 and _edge(known[0], latest=False) > _edge(known[1], latest=True):
        raise ValueError("a time that ends before it begins")


def _parse(text: str) -> None:
    from edtf import EDTFParseException, parse_edtf  # its grammar takes a tenth of a second to load

    try:
        parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError("not a date") from error


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
