"""EDTF dates as sentences of a language: `2021/2025-12` is "2021 – December 2025".

Months, days and their order come from CLDR through Babel. The words around them are the
program's own messages, made so that the date inside always stands in the form in which CLDR
gives it alone: a translator who needs another case writes the words after the date instead.
"""

from __future__ import annotations

import re
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from workbench.domain.date_words import part_of
from workbench.i18n import N_, Phrasebook, phrasebook

_DATE = re.compile(r"(?P<year>Y?-?\d[\dX]{3,})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<sign>[?~%])?")
_TIME = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?")

_SEASONS = {
    "21": N_("spring {year}"),
    "22": N_("summer {year}"),
    "23": N_("autumn {year}"),
    "24": N_("winter {year}"),
}
_SIGNS = {
    "~": N_("about {date}"),
    "?": N_("{date} (uncertain)"),
    "%": N_("about {date} (uncertain)"),
}
_PARTS = {
    "early": N_("early {date}"),
    "mid": N_("mid-{date}"),
    "late": N_("late {date}"),
}


def date_text(edtf: str, language: str, *, point: bool = False) -> str:
    """Write an EDTF date (ISO 8601-2:2019, levels 0 and 1) in a language of the interface.

    Understood are days, months, years, seasons, unspecified digits, `?`, `~` and `%`, times,
    and intervals with open (`..`) or unknown (empty) ends. Any other tag than the interface's
    languages gives English; what is not of levels 0 and 1 is returned as it is, so that no
    date is ever hidden.

    Of a `point`, which is a single moment (a birth, an arrest, a publication), `2020/..` is "2020
    or later"; of anything that lasts it is "since 2020". EDTF has one form for both. An interval
    that is about a third of a year (`2021-01~/2021-04~`, 05 to 08, 09 to 12) or of a month (days
    01 to 10, 11 to 20, 21 to the last) is "early", "mid" or "late": what typing these words gives
    (`date_words.typed_date`).
    """
    book = phrasebook(language)
    part, whole = part_of(edtf)
    if part:
        return book.gettext(_PARTS[part]).format(date=_one(whole, book))
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf, book) or edtf
    left, right = _end(start, book), _end(end, book)
    if left is None or right is None or not (left or right):
        return edtf
    if left and right:
        return f"{left} – {right}"
    return _half_open(start, end, left or right, book, point=point)


def _end(part: str, book: Phrasebook) -> str | None:
    """Return an interval's end in words, nothing for an open or unknown one, None if it cannot be read."""
    return "" if part in {"", ".."} else _one(part, book)


def _half_open(start: str, end: str, known: str, book: Phrasebook, *, point: bool) -> str:
    if end == "..":
        message = N_("{date} or later") if point else N_("since {date}")
    elif start == "..":
        message = N_("{date} or earlier") if point else N_("until {date}")
    elif end == "":
        message = N_("{date} – (end unknown)")
    else:
        message = N_("(beginning unknown) – {date}")
    return book.gettext(message).format(date=known)


def _one(text: str, book: Phrasebook) -> str | None:
    """Return one date in words, None where it is not of level 0 or 1."""
    if moment := _TIME.fullmatch(text):
        day = _one(moment["date"], book)
        zone = {"Z": " UTC", None: ""}.get(moment["zone"], f" {moment['zone']}")
        return None if day is None else f"{day}, {moment['time']}{zone}"
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    plain = _plain(match["year"], match["month"] or "", match["day"] or "", book)
    sign = match["sign"]
    return plain if plain is None or sign is None else book.gettext(_SIGNS[sign]).format(date=plain)


def _plain(year: str, month: str, day: str, book: Phrasebook) -> str | None:
    if month == "XX":
        message = N_("{date}, month and day unknown") if day else N_("{date}, month unknown")
        return _around(message, _year(year, book), book)
    if day == "XX":
        return _around(N_("{date}, day unknown"), _plain(year, month, "", book), book)
    if month in _SEASONS and not day:
        return book.gettext(_SEASONS[month]).format(year=year) if year.isdigit() else None
    if not month:
        return _year(year, book)
    return _calendar(year, month, day, book)


def _around(message: str, known: str | None, book: Phrasebook) -> str | None:
    return None if known is None else book.gettext(message).format(date=known)


def _year(year: str, book: Phrasebook) -> str | None:
    """Write a year, a decade (`198X`), or the first and last year of a longer span (`19XX`)."""
    digits = year.removeprefix("Y")
    if "X" in digits:
        first, last = digits.replace("X", "0"), digits.replace("X", "9")
        if not re.fullmatch(r"\d+X+", digits):
            return None
        return book.gettext(N_("the {year}s")).format(year=first) if digits.count("X") == 1 else f"{first}–{last}"
    number = int(digits)
    if number <= 0:
        # EDTF counts astronomically: year 0 is 1 BC, year -43 is 44 BC.
        return book.gettext(N_("{year} BC")).format(year=1 - number)
    if number > 9999:
        return str(number)
    return str(format_skeleton("y", date(number, 1, 1), locale=_locale(book)))


def _calendar(year: str, month: str, day: str, book: Phrasebook) -> str | None:
    """Write a month or a day; None for one that the calendar does not have."""
    try:
        moment = date(int(year), int(month), int(day or "1"))
    except ValueError:
        return None
    if day:
        return str(format_date(moment, "long", locale=_locale(book)))
    return str(format_skeleton("yMMMM", moment, locale=_locale(book)))


def _locale(book: Phrasebook) -> Locale:
    # The day stands before the month here, as in the other three languages; CLDR's plain
    # `en` is the order of the United States.
    return Locale("en", "GB") if book.language == "en" else book.locale
