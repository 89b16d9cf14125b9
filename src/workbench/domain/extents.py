"""What stretch of days an EDTF date can mean (ISO 8601-2:2019, levels 0 and 1, and sets of level 2).

Days are counted in the proleptic Gregorian calendar, day 0 being 1 January 1970, so that years
before 1 and after 9999 have theirs too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ONE = re.compile(
    r"Y?(?P<year>-?[\dX]{4,12})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?:T[\d:]+(?:Z|[+-][\d:]+)?)?(?P<sign>[?~%])?",
    re.ASCII,
)
_SEASONS: dict[int, tuple[int, int]] = {
    **{21 + n: (3 + 3 * n, 3) for n in range(4)},  # spring to winter, wherever one is
    **{25 + n: (3 + 3 * n, 3) for n in range(4)},  # of the northern hemisphere
    **{29 + n: ((9, 12, 3, 6)[n], 3) for n in range(4)},  # of the southern one
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},  # quarters
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},  # quadrimesters
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},  # halves
}
"""First month and number of months by the number that stands in a month's place (ISO 8601-2:2019, 4.8)."""


class Edge(StrEnum):
    """What is known of an end of a stretch of time."""

    KNOWN = "known"
    OPEN = "open"
    """There is none (yet): `..`."""

    UNKNOWN = "unknown"
    """There is one, but nobody knows when: nothing stands there."""


@dataclass(frozen=True, slots=True)
class End:
    """One end: the first and last day on which it can lie, and how sure that is.

    An end that is open or unknown has the days of the other end, so that there is always a place to draw.
    """

    first: int
    last: int
    edge: Edge = Edge.KNOWN
    about: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """A date or an interval: where it can begin and where it can end.

    Of a single date `start` and `end` are the same: one day, or a span on one day of which it was.
    """

    start: End
    end: End
    interval: bool = False

    @property
    def earliest(self) -> int:
        """The first day that it can mean."""
        return self.start.first

    @property
    def latest(self) -> int:
        """The last day that it can mean."""
        return self.end.last

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return not self.interval and self.start.first == self.start.last

    @property
    def sure(self) -> tuple[int, int] | None:
        """The days on which it surely held, None where there is none that is sure."""
        first, last = self.start.last, self.end.first
        return (first, last) if first <= last and (self.interval or self.exact) else None

    @property
    def about(self) -> bool:
        """Whether an end is approximate (`~`)."""
        return self.start.about or self.end.about

    @property
    def uncertain(self) -> bool:
        """Whether an end is uncertain (`?`)."""
        return self.start.uncertain or self.end.uncertain


@dataclass(frozen=True, slots=True)
class Extents:
    """Everything that a date means: one extent, or several of which one (`[…]`) or all (`{…}`) hold."""

    parts: tuple[Extent, ...]
    one_of: bool = False

    @property
    def earliest(self) -> int:
        """The first day that it can mean."""
        return min(part.earliest for part in self.parts)

    @property
    def latest(self) -> int:
        """The last day that it can mean."""
        return max(part.latest for part in self.parts)


def day_number(year: int, month: int, day: int) -> int:
    """Return a day's number; `month` may be beyond 12.

    Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def year_month_day(number: int) -> tuple[int, int, int]:
    """Return the date of a day's number, the reverse of `day_number`."""
    era, of_era = divmod(number + 719468, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    part = (5 * of_year + 2) // 153
    month = part + (3 if part < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * part + 2) // 5 + 1


def read_extents(edtf: str) -> Extents | None:
    """Return what a date means; None for an empty one and for what is not understood, which is shown undated."""
    text = edtf.strip()
    if len(text) > 2 and (text[0], text[-1]) in (("[", "]"), ("{", "}")):
        parts = [_member(part.strip()) for part in text[1:-1].split(",")]
        known = tuple(part for part in parts if part is not None)
        return Extents(known, one_of=text[0] == "[") if len(known) == len(parts) else None
    one = _extent(text)
    return None if one is None else Extents((one,))


def _member(text: str) -> Extent | None:
    left, dots, right = text.partition("..")
    return _extent(f"{left or '..'}/{right or '..'}" if dots else text)


def _extent(text: str) -> Extent | None:
    left, slash, right = text.partition("/")
    if not slash:
        end = _end(left)
        return None if end is None else Extent(end, end)
    start, end = _end(left), _end(right)
    if start is None and left not in ("", ".."):
        return None
    if end is None and right not in ("", ".."):
        return None
    if start is None and end is None:
        return None
    if start is None and end is not None:
        start = End(end.first, end.last, Edge.OPEN if left else Edge.UNKNOWN)
    if end is None and start is not None:
        end = End(start.first, start.last, Edge.OPEN if right else Edge.UNKNOWN)
    if start is None or end is None or start.first > end.last:
        return None
    return Extent(start, end, interval=True)


def _end(text: str) -> End | None:
    match = _ONE.fullmatch(text)
    if match is None:
        return None
    days = _days(match["year"], match["month"] or "", match["day"] or "")
    sign = match["sign"] or ""
    return None if days is None else End(*days, about=sign in ("~", "%"), uncertain=sign in ("?", "%"))


def _days(year: str, month: str, day: str) -> tuple[int, int] | None:
    digits, sign = year.removeprefix("-"), -1 if year.startswith("-") else 1
    years = sorted(sign * int(digits.replace("X", fill)) for fill in "09")
    if month in ("", "XX"):
        return day_number(years[0], 1, 1), day_number(years[1] + 1, 1, 1) - 1
    number = int(month)
    first, months = _SEASONS.get(number, (number, 1))
    if not 1 <= first <= 12 or (number in _SEASONS and day):
        return None
    begin, end = day_number(years[0], first, 1), day_number(years[1], first + months, 1) - 1
    if day in ("", "XX"):
        return begin, end
    last_day = end - day_number(years[1], first, 1) + 1
    if not 1 <= int(day) <= last_day:
        return None
    return day_number(years[0], first, int(day)), day_number(years[1], first, int(day))
