"""A stretch of days laid on a length, and the ticks under it in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from workbench.domain.date_text import date_text
from workbench.domain.extents import day_number, year_month_day
from workbench.i18n import phrasebook

LEAST_DAYS, MOST_DAYS = 7.0, 366.0 * 40_000
"""How few and how many days a scale shows at once."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from `start` on, `days` of them over `length` pixels."""

    start: float
    days: float
    length: float

    def x(self, day: float) -> float:
        """Return where a day begins, in pixels from the left."""
        return (day - self.start) / self.days * self.length

    def day(self, x: float) -> float:
        """Return the day at a place, with its fraction."""
        return self.start + x / self.length * self.days

    def zoomed(self, factor: float, at: float) -> TimeScale:
        """Return a scale with `factor` times as many days, the day at place `at` held still."""
        days = min(MOST_DAYS, max(LEAST_DAYS, self.days * factor))
        return TimeScale(self.day(at) - at / self.length * days, days, self.length)

    def panned(self, share: float) -> TimeScale:
        """Return a scale that shows what lies this share of it further on."""
        return TimeScale(self.start + self.days * share, self.days, self.length)

    def resized(self, length: float) -> TimeScale:
        """Return a scale of the same days over another length."""
        return TimeScale(self.start, self.days, length)

    @staticmethod
    def fitting(earliest: int, latest: int, length: float) -> TimeScale:
        """Return a scale on which the days stand with a tenth of room on either side."""
        days = min(MOST_DAYS, max(LEAST_DAYS, (latest + 1 - earliest) * 1.25))
        return TimeScale((earliest + latest + 1 - days) / 2, days, length)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a day, month or year; `major` ones say what the others are parts of."""

    day: int
    label: str
    major: bool


_STEPS: tuple[tuple[str, int], ...] = (
    *(("day", n) for n in (1, 2, 5, 10)),
    *(("month", n) for n in (1, 2, 3, 6)),
    *(("year", n * 10**power) for power in range(5) for n in (1, 2, 5)),
)
_DAYS_IN = {"day": 1.0, "month": 30.4, "year": 365.24}


def ticks(scale: TimeScale, apart: float, language: str) -> list[Tick]:
    """Return the ticks that stand at least about `apart` pixels from each other, in order of time.

    Months are named as CLDR abbreviates them alone; the year, or month and year, is a tick of its own, also where
    it has begun before the scale does.
    """
    pixels = scale.length / scale.days
    unit, step = next(
        ((unit, step) for unit, step in _STEPS if _DAYS_IN[unit] * step * pixels >= apart),
        _STEPS[-1],
    )
    first, last = int(scale.start), int(scale.start + scale.days) + 1
    if unit == "year":
        return [Tick(day_number(y, 1, 1), _year(y, language), major=True) for y in _years(first, last, step)]
    found = []
    for year in _years(first, last, 1):
        if unit == "month":
            found.append(Tick(day_number(year, 1, 1), _year(year, language), major=True))
        for month in range(1, 13):
            if day_number(year, month, 1) <= last and day_number(year, month + 1, 1) > first:
                found += _within_month(year, month, (unit, step), language)
    return [tick for tick in found if tick.day <= last and (tick.major or tick.day >= first)]


def _years(first: int, last: int, step: int) -> range:
    begin = year_month_day(first)[0]
    return range(begin - begin % step, year_month_day(last)[0] + 1, step)


def _within_month(year: int, month: int, step: tuple[str, int], language: str) -> list[Tick]:
    unit, count = step
    begin = day_number(year, month, 1)
    found = []
    if unit == "day":
        found.append(Tick(begin, _month_of_year(year, month, language), major=True))
        length = day_number(year, month + 1, 1) - begin
        found += [Tick(begin + day - 1, str(day), major=False) for day in _days(length, count)]
    elif (month - 1) % count == 0:
        found.append(Tick(begin, _month(month, language), major=False))
    return found


def _days(length: int, count: int) -> list[int]:
    """Return the first and the round days of a month, none so near its end that it meets the next first."""
    return sorted(
        {1, *(day for day in range(count, length + 1, count) if count // 2 < day <= length + 1 - count * 0.6)}
    )


def _month(month: int, language: str) -> str:
    return str(format_date(date(2001, month, 1), "LLL", locale=phrasebook(language).locale))


def _year(year: int, language: str) -> str:
    # A number alone: CLDR's "y" adds a word for "year" in Lithuanian and Belarusian, too wide for a tick.
    return str(year) if year > 0 else date_text(f"{year:05d}" if year else "0000", language)


def _month_of_year(year: int, month: int, language: str) -> str:
    return date_text(f"{year:04d}-{month:02d}", language) if 0 < year <= 9999 else _year(year, language)
