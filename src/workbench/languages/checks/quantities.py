"""Numbers, percentages, months, days and times of a text by what they mean.

One piece of text may be read in several ways (15.30 is a time and a number; 5 before p.m. is 17 hours), so
each has a set of readings, and two pieces agree where they share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.languages.checks import number_words


class Sort(StrEnum):
    """What a reading counts."""

    NUMBER = "number"
    TIME = "time"
    """Minutes after midnight."""
    MONTH = "month"
    WEEKDAY = "weekday"


Reading = tuple[Sort, float]
"""What a piece may mean: minutes of a time, 1 to 12 and 1 to 7 of months and days, else the number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A piece of text with its readings. `digits` tells figures from words and Roman numerals."""

    span: Span
    readings: frozenset[Reading]
    digits: bool
    percent: bool = False
    unit: str = ""
    """`metric`, `other` or `degrees` of a measure that is converted for readers elsewhere."""
    doubtful: bool = False
    """Whether it may be a usual word (мая, May, kovo), or a century that others tell by its years."""

    @property
    def sort(self) -> Sort:
        """The first that it may be: a time before a number."""
        sorts = {sort for sort, _value in self.readings}
        return next(sort for sort in (Sort.TIME, Sort.MONTH, Sort.WEEKDAY, Sort.NUMBER) if sort in sorts)

    @property
    def value(self) -> float:
        """The value as a number where it has one, the smallest of several."""
        return min((value for sort, value in self.readings if sort is Sort.NUMBER), default=-1.0)


_SPACE = "[ \u00a0\u202f\u2009]"
_FIGURE = re.compile(
    r"(?<![\d.,:])(?P<hours>[01]?\d|2[0-3])\s(?:val|ч|г|час\w*|гадз\w*)\.?\s(?P<past>[0-5]?\d)\s?(?:min|мин|хв)\w*"
    rf"|(?<![\d.,:])(?P<clock>[01]?\d|2[0-3])[:.](?P<minutes>[0-5]\d)(?![\d:])(?![.,]\d)"
    rf"|(?P<grouped>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?P<part>[.,]\d+)?)"
    rf"|(?P<plain>\d+(?:[.,]\d+)*)"
)
_HALF = re.compile(
    r"\b(?:(?P<half>half an?)|(?:one|an?) and a half)(?= (?:hundred|thousand|million|billion)\b)", re.IGNORECASE
)
"""What multiplies a large number in English, where the other languages have one word (полтора миллиона)."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'ʼ\u0301]+[^\W\d_]+)*")
_GAP = re.compile(r"[\s\u00a0-]{1,2}|\s*-?(?:and|ir|и|і)\s+|-")
_PERCENT = re.compile(
    rf"{_SPACE}?%|[\s-]*(?:per ?cent|percentage|pct|процент|працэнт|адсотк|адсотак|проц|proc|nuošimč)"
)
_PM = re.compile(r"\s*(?:p\.\s?m\b\.?|pm\b|PM\b|P\.M\.)")
_AM = re.compile(r"\s*(?:a\.\s?m\b\.?|am\b|AM\b|A\.M\.)")
_HOURS = re.compile(
    r"[\s\u00a0-]*(?:(?:o[’']clock|hrs?|hours?|val|h|гадзін\w*|гадз|час(?:а|ов|у|ам|ах|ы)?|ч|г)\b\.?)?\s*"
    r"(?P<half>вечера|вечара|пополудни|дня|папоўдні|ночи|ночы|утра|раніцы|ранку|vakar[oeą]|ryto|ryte|nakties|naktį|popiet|dienos)?"
)
_EVENING = ("вечера", "вечара", "пополудни", "дня", "папоўдні", "vakaro", "vakare", "vakarą", "popiet", "dienos")
_OTHER_UNIT = re.compile(
    r"[\s\u00a0-]*(?:mph|miles?|mi\b|мил[ьяеиюй]\w*|міл[ьяеіюй]\w*|mylių|myli\w*|feet|foot|ft\b|фут\w*|pėd\w*|inch\w*|дюйм\w*|цал\w*|coli\w*|"
    r"yards?|ярд\w*|jard\w*|lbs?\b|pounds?|фунт\w*|svar(?:as|o|ą|ai|ų|ams|us|ais|u)\b|acres?|акр\w*|akr\w*|gallons?|галлон\w*|галон\w*|galon\w*|"
    r"ounces?|oz\b|унци\w*|унцы\w*|unc\w*|stone\b|square mil\w*|square f\w*)"
)
_METRIC_UNIT = re.compile(
    r"[\s\u00a0]*(?:квадратн\w+\s|кв\.\s|kv\.\s)?(?:км\w*|km\w*|кіламетр\w*|километр\w*|kilomet\w*|м\b|m\b(?!\.)|метр\w*|metr\w*|meters?|metres?|см\b|cm\b|сантим\w*|"
    r"сантым\w*|centim\w*|кг\b|kg\b|килограм\w*|кілаграм\w*|kilogram\w*|тонн?\w*|ton\w*|гектар\w*|hektar\w*|hectar\w*|га\b|литр\w*|літр\w*|litr\w*|litres?|мм\b|mm\b)"
)
_POUNDS = re.compile(r"[\s\u00a0-]*(?:pounds?|фунт\w*|svar\w*)")
_DEGREES = re.compile(r"[\s\u00a0-]*(?:°|degrees?|градус\w*|laipsni\w*)")
_UNITS = (("degrees", _DEGREES), ("other", _OTHER_UNIT), ("metric", _METRIC_UNIT))
_RANGE = re.compile(r"\s?(?:[–—-]|to|or|and|до|да|iki|или|або|ці|ar|и|і|ir)\s?\d+(?:[.,]\d+)?")
_ROMAN = re.compile(r"(?<![\w’'.-])(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![\w’'])")
_CENTURY = re.compile(r"[\s\u00a0]+(?:век\w*|в\.|в\b|ст\.|ст\b|стаг\w*|стол\w*|amži\w*|a\.|centur\w*)")
_LITHUANIAN_DECADE = re.compile(r"(?:-?\w{1,4})?\s(?:m\.\s)?dešimtmet")
_DECADE = re.compile(r"[’']?s\b|-?(?:е|х|ых|я|ыя|мі|ми|м)\b|-?(?:ieji|ųjų|iaisiais|uosius|aisiais|uosiuose|ais)\b")


def quantities(text: str, language: str) -> list[Quantity]:
    """Return the quantities of a text in their order. Of other base languages than the four only figures are read."""
    found = [*_numbers(text, language), *_calendar(text, language), *_roman(text)]
    return sorted(found, key=lambda each: each.span)


@dataclass(slots=True)
class _Piece:
    span: Span
    readings: frozenset[Reading]
    digits: bool
    value: float
    scale: bool


def _numbers(text: str, language: str) -> Iterator[Quantity]:
    """Join figures and number words that stand together: 5 млн, двести пять, two hundred and five."""
    run: list[_Piece] = []
    for piece in _pieces(text, language):
        if (
            run
            and not (_GAP.fullmatch(text, run[-1].span.end, piece.span.start) and _joins(run, piece))
            and (run[-1].span.end != piece.span.start or not piece.scale)
        ):
            yield _quantity(text, run)
            run = []
        run.append(piece)
    if run:
        yield _quantity(text, run)


def _joins(run: list[_Piece], piece: _Piece) -> bool:
    last = run[-1]
    if any(sort is Sort.TIME for sort, _value in last.readings) and not piece.scale:
        return False
    if piece.scale:
        return last.value < piece.value or (piece.value == 100 and last.value < 100)
    if piece.digits or (last.digits and not last.scale):
        return False
    size = 10 ** (len(str(int(piece.value))) if piece.value else 1)
    rest = last.value % 1000 if not last.scale else last.value
    teen = 10 <= rest % 100 < 20
    return piece.value > 0 and rest >= size and rest % size == 0 and not teen and rest != piece.value


def _pieces(text: str, language: str) -> list[_Piece]:
    words = number_words.numbers(language)
    pieces = list(_figures(text, language))
    for half in _HALF.finditer(text) if language == "en" else ():
        part = 0.5 if half["half"] else 1.5
        readings = frozenset({(Sort.NUMBER, part)})
        pieces.append(_Piece(Span(*half.span()), readings, digits=False, value=part, scale=False))
    taken = {at for piece in pieces for at in range(piece.span.start, piece.span.end)}
    for token in _TOKEN.finditer(text) if words is not None else ():
        word = token[0].lower()
        value = words.get(word) if words is not None else None
        glued = token.start() > 0 and text[token.start() - 1].isdigit()
        if (
            value is None
            or token.start() in taken
            or (len(word) < 2 and not glued)
            or (token[0].istitle() is False and token[0] != word and not glued)
        ):
            continue
        scale = value >= 1000 or (value == 100 and language in ("en", "lt"))
        if len(word) < 3 and language == "en" and not glued:
            continue
        pieces.append(
            _Piece(Span(*token.span()), frozenset({(Sort.NUMBER, value)}), digits=False, value=value, scale=scale)
        )
    return sorted(pieces, key=lambda each: each.span)


def _figures(text: str, language: str) -> Iterator[_Piece]:
    for match in _FIGURE.finditer(text):
        if match["hours"] is not None or match["clock"] is not None:
            hours, minutes = int(match["hours"] or match["clock"]), int(match["past"] or match["minutes"])
            readings: set[Reading] = {(Sort.TIME, 60 * hours + minutes)}
            value = float(f"{hours}.{minutes:02}")
            if "." in match[0] and match["hours"] is None:
                readings.add((Sort.NUMBER, value))
        else:
            values = _values(match[0], language, grouped=match["grouped"] is not None)
            readings = {(Sort.NUMBER, each) for each in values}
            value = min(values)
        yield _Piece(Span(*match.span()), frozenset(readings), digits=True, value=value, scale=False)


def _values(figure: str, language: str, *, grouped: bool) -> set[float]:
    """Read digits with their separators; 1,500 is 1500 in English, and may be 1.5 elsewhere."""
    figure = re.sub(r"\s", "", figure)
    if grouped:
        return {float(figure.replace(",", "."))}
    parts = re.split("[.,]", figure)
    if len(parts) == 1:
        return {float(figure)}
    if len(parts) > 2:
        whole = float("".join(parts))
        last = float("".join(parts[:-1]) + "." + parts[-1])
        return {whole if len(parts[-1]) == 3 else last}
    decimal = float(f"{parts[0]}.{parts[1]}")
    if len(parts[1]) != 3:
        return {decimal}
    joined = float(parts[0] + parts[1])
    if language == "en":
        return {joined if "," in figure else decimal}
    return {decimal, joined}


def _quantity(text: str, run: list[_Piece]) -> Quantity:
    span = Span(run[0].span.start, run[-1].span.end)
    digits = any(piece.digits for piece in run)
    follows = _RANGE.match(text, span.end)
    end = span.end if follows is None else follows.end()
    readings: set[Reading] = set(run[0].readings) if len(run) == 1 else {(Sort.NUMBER, value) for value in _totals(run)}
    percent = _PERCENT.match(text, span.end) is not None
    unit = next((name for name, pattern in _UNITS if pattern.match(text, end)), "")
    if run[-1].scale and _POUNDS.match(text, end):
        unit = ""  # thousands and millions of pounds are money
    if len(run) == 1:
        readings = _of_a_clock(text, span, run[0], readings)
        if digits:
            readings |= _of_years(text, span, run[0])
    return Quantity(span, frozenset(readings), digits, percent, unit)


def _totals(run: list[_Piece]) -> set[float]:
    """Return what figures and words together may mean; figures with two readings give two."""
    firsts = {value for sort, value in run[0].readings if sort is Sort.NUMBER} or {run[0].value}
    return {_total(first, run[1:], scale=run[0].scale) for first in firsts}


def _total(first: float, rest: list[_Piece], *, scale: bool) -> float:
    done, now = (first, 0.0) if scale else (0.0, first)
    for piece in rest:
        if piece.scale and piece.value >= 1000:
            done, now = done + (now or 1) * piece.value, 0.0
        elif piece.scale:
            now = (now or 1) * piece.value
        else:
            now += piece.value
    return round(done + now, 6)


def _of_a_clock(text: str, span: Span, piece: _Piece, readings: set[Reading]) -> set[Reading]:
    """Return a piece's readings with those as a time of day, from what stands beside it.

    Without a.m. or p.m. a time before noon may be one after it: 3:30 is 15.30.
    """
    minutes, told = next((value for sort, value in piece.readings if sort is Sort.TIME), None), True
    if minutes is None:
        if not piece.value.is_integer() or not 0 < piece.value <= 24:
            return readings
        minutes = 60 * piece.value
        told = False
    if _PM.match(text, span.end):
        return {(Sort.TIME, minutes % 720 + 720)}
    if _AM.match(text, span.end):
        return {(Sort.TIME, minutes % 720)}
    after = _HOURS.match(text, span.end)
    half = after["half"] if after is not None else None
    if half:
        return {*readings, (Sort.TIME, minutes + 720 if half in _EVENING and minutes < 720 else minutes)}
    if told or (after is not None and any(map(str.isalpha, after[0]))):
        return {*readings, (Sort.TIME, minutes), *({(Sort.TIME, minutes + 720)} if minutes < 720 else ())}
    return readings


def _of_years(text: str, span: Span, piece: _Piece) -> set[Reading]:
    """Return a year's or decade's other readings: '18, 2017–18, 1980s and 80-е."""
    value, length = piece.value, span.end - span.start
    tenth = _LITHUANIAN_DECADE.match(text, span.end)
    if tenth is not None and 0 < value <= 10:
        century = re.search(r"(X{0,3}(?:IX|IV|V?I{0,3}))\s?a\.\s?\Z", text[max(0, span.start - 12) : span.start])
        year = (100 * (_roman_value(century[1]) - 1) if century else 1900) + 10 * (value - 1)
        return {(Sort.NUMBER, year), (Sort.NUMBER, year % 100)}
    if not value.is_integer() or length not in (2, 4):
        return set()
    if value % 10 == 0 and _DECADE.match(text, span.end):
        return {(Sort.NUMBER, value % 100), (Sort.NUMBER, 1900 + value % 100)}
    if length == 2 and re.search(r"(?:[’']|[A-Za-z]|\d{4}[-–/])\Z", text[max(0, span.start - 5) : span.start]):
        return {(Sort.NUMBER, 1900 + value), (Sort.NUMBER, 2000 + value)}
    return set()


def _calendar(text: str, language: str) -> Iterator[Quantity]:
    months, days = number_words.months(language), number_words.weekdays(language)
    if months is None or days is None:
        return
    for token in _TOKEN.finditer(text):
        word = token[0].lower()
        if language == "en" and token[0] == word:
            continue
        for sort, table in ((Sort.MONTH, months), (Sort.WEEKDAY, days)):
            value = table.get(word)
            if value is not None:
                doubtful = number_words.is_doubtful(word) and not _is_told(text, token)
                yield Quantity(Span(*token.span()), frozenset({(sort, value)}), digits=False, doubtful=doubtful)


_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?\.?[\s\u00a0]*(?:m\.\s*|of\s+)?\Z")
_DAY_AFTER = re.compile(r"\.?,?[\s\u00a0]*\d")
_TOLD_BEFORE = re.compile(
    r"\b(?:in|late|early|mid|since|until|till|this|last|next|(?:end|beginning|middle|start|half) of|в|к|конце|начале"
    r"|середине|конца|начала|канцы|пачатку|сярэдзіне|канца)[\s\u00a0-]\Z",
    re.IGNORECASE,
)
_IN_MAY = re.compile(r"\b[уў]\s\Z", re.IGNORECASE)
_TOLD_AFTER = re.compile(r"[\s\u00a0](?:mėn|pabaig|pradži|vidur|pabaigoj)")


def _is_told(text: str, token: re.Match[str]) -> bool:
    """Tell whether a word that may be a usual one as well must be a month: beside a day or a year, or “late March”."""
    before, after = text[max(0, token.start() - 16) : token.start()], text[token.end() : token.end() + 10]
    if _DAY_BEFORE.search(before[-8:]) or _DAY_AFTER.match(after[:4]) or _TOLD_AFTER.match(after):
        return True
    told = _TOLD_BEFORE.search(before) or (token[0].lower() == "маі" and _IN_MAY.search(before))
    return after[:1] not in ("'", "’") and bool(told)


def _roman(text: str) -> Iterator[Quantity]:
    for match in _ROMAN.finditer(text):
        numeral = match[0]
        if numeral and (len(numeral) > 1 or _CENTURY.match(text, match.end())):
            value = _roman_value(numeral)
            century = _CENTURY.match(text, match.end()) is not None
            yield Quantity(
                Span(*match.span()), frozenset({(Sort.NUMBER, float(value))}), digits=False, doubtful=century
            )


def _roman_value(numeral: str) -> int:
    sizes = [{"I": 1, "V": 5, "X": 10}[sign] for sign in numeral]
    return sum(-size if size < follows else size for size, follows in zip(sizes, [*sizes[1:], 0], strict=True))
