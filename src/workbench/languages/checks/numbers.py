"""Numbers, dates, times, percentages and money, compared by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks.findings import Finding, Key, Severity
from workbench.languages.checks.number_words import MONEY
from workbench.languages.checks.pair import Pair, Side
from workbench.languages.checks.quantities import Quantity, Reading, Sort


def quantities(pair: Pair) -> Iterator[Finding]:
    """Compare figures and number words, months, days and times of both texts.

    A free translation leaves out a number that the reader does not need, or puts one in: that alone is no finding.
    One that is said otherwise on both sides is, and so is one of the source's figures that is nowhere.
    """
    source, target = list(pair.source.quantities), list(pair.target.quantities)
    left, right = _unmatched(source, target)
    for sort in (Sort.MONTH, Sort.WEEKDAY):
        yield from _names(pair, sort, source, target)
    if left:
        right += _surplus(source, target)
    ours = [each for each in left if each.sort in (Sort.NUMBER, Sort.TIME)]
    theirs = [each for each in right if each.sort in (Sort.NUMBER, Sort.TIME)]
    yield from _figures(pair, ours, theirs)


def _agree(one: Quantity, other: Quantity) -> bool:
    return not one.readings.isdisjoint(other.readings)


def _unmatched(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Return what agrees with nothing on the other side; said twice there and once here is agreement."""
    return _without(source, target), _without(target, source)


def _without(those: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    known = {reading for each in others for reading in each.readings}
    left = (each for each in those if known.isdisjoint(each.readings))
    return [each for each in left if known.isdisjoint(_as_a_month(each))]


def _as_a_month(one: Quantity) -> set[Reading]:
    """Return what a month is as a number, and the other way round: 9/11 is 11 September."""
    other = {Sort.MONTH: Sort.NUMBER, Sort.NUMBER: Sort.MONTH}
    return {(other[sort], value) for sort, value in one.readings if sort in other}


def _surplus(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[Quantity]:
    """Return what the target says more often than the source: where something else is missing it may stand for that."""
    free: dict[Reading, list[int]] = {}
    for number, one in reversed(list(enumerate(source))):
        for reading in one.readings:
            free.setdefault(reading, []).append(number)
    found, taken = [], set[int]()
    for each in target:
        agreeing = [free[reading] for reading in each.readings if reading in free]
        for numbers in agreeing:
            while numbers and numbers[-1] in taken:
                numbers.pop()
        firsts = [numbers[-1] for numbers in agreeing if numbers]
        if firsts:
            taken.add(min(firsts))
        elif agreeing:
            found.append(each)
    return found


def _names(pair: Pair, sort: Sort, source: Sequence[Quantity], target: Sequence[Quantity]) -> Iterator[Finding]:
    """Compare months or days alone: one that stands for a number of the source (9/11) may not stand for a month too.

    A name that the other side says more often stands for the one that it has not.
    """
    ours, theirs = ([each for each in side if each.sort is sort] for side in (source, target))
    left, right = _lacking(ours, theirs, target), _lacking(theirs, ours, source)
    if left:
        right = right or _surplus(ours, theirs)
    elif right:
        left = _surplus(theirs, ours)
    for one, other in zip(left, right, strict=False):
        if not one.doubtful and (not other.doubtful or len(right) == 1):
            yield _differs(pair, Key.DATE, one, other)


def _lacking(those: Sequence[Quantity], others: Sequence[Quantity], numbers: Sequence[Quantity]) -> list[Quantity]:
    """Return the names that the other side has not; nor as a number, where it has no such names at all."""
    known = {reading for each in others for reading in each.readings}
    if not others:
        known |= {reading for each in numbers for reading in each.readings}
    return [each for each in those if known.isdisjoint(each.readings | _as_a_month(each))]


def _figures(pair: Pair, ours: list[Quantity], theirs: list[Quantity]) -> Iterator[Finding]:
    for one in ours:
        other = _likeliest(one, theirs)
        if other is None:
            if one.digits and one.value >= _TOLD and not one.unit and not _said_in_a_word(pair, one):
                yield Finding(Key.NUMBER, Severity.WARNING, _GONE, {"source": _words(pair.source, one)}, (one.span,))
            continue
        theirs.remove(other)
        if not _measured_otherwise(pair, one, other):
            yield _differs(pair, _key(pair, one, other), one, other)


def _said_in_a_word(pair: Pair, one: Quantity) -> bool:
    """Tell whether a figure is a part of a name (247sports), or a hundred years are a century."""
    named = pair.source.text[one.span.end : one.span.end + _NAMED]
    return (len(named) == _NAMED and named.isalpha()) or (
        one.value == _HUNDRED and _CENTURY.search(pair.target.text) is not None
    )


_NAMED = 3
"""Letters joined to a figure that are no unit and no ending."""

_HUNDRED = 100
_CENTURY = re.compile(r"centur|столети|стагоддз|šimtmet|amži", re.IGNORECASE)


def _likeliest(one: Quantity, theirs: list[Quantity]) -> Quantity | None:
    """Return what may have been written for one: of its sort where there is such, then of its unit, then the first."""
    likeliest, least = None, (True, True, True)
    for each in theirs:
        off = each.sort is not one.sort, each.unit != one.unit, False
        if off < least and _may_be(one, each):
            likeliest, least = each, off
            if not any(off):
                break
    return likeliest


def _may_be(one: Quantity, other: Quantity) -> bool:
    """Tell whether one may have been written for the other: figures of a like size, else numbers that count."""
    least, most = sorted((one.value, other.value))
    if one.digits and other.digits:
        return least <= 0 or most <= _NO_SLIP * least
    if (one.doubtful or other.doubtful) and most >= _NO_CENTURY:
        return False
    return least >= (_COUNTED if one.digits or other.digits else _WEIGHTY) and most <= _AS_LARGE * least


_AS_LARGE = 20
"""How many times as large a number in words may be as another: years and centuries stand for each other in no slip."""

_NO_SLIP = 100
"""How many times as large a figure may be as the one that was written for it."""

_NO_CENTURY = 40
"""A number that counts no century."""

_COUNTED, _WEIGHTY = 3, 13
"""The smallest number in words that counts against a figure, and against words: small ones are said otherwise
(second, a pair, the third quarter, a dozen)."""

_TOLD = 100
"""The smallest figure that is missed where it stands in the source alone."""

_GONE = N_("The number {source} of the quote is not in the translation.")


def _measured_otherwise(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Tell whether both may measure the same: in other units, rounded, or in Fahrenheit and Celsius."""
    if not one.unit and not other.unit:
        return False
    if one.unit != other.unit:
        return True
    first, second = one.value, other.value
    if one.unit == "degrees":
        return any(abs((a - 32) / 1.8 - b) < _DEGREE for a, b in ((first, second), (second, first)))
    converted = "en" not in (pair.source.language, pair.target.language)
    return abs(first - second) <= (_CONVERTED if converted else _ROUNDED) * max(first, second)


_DEGREE, _ROUNDED = 1.5, 0.04
_CONVERTED = 0.1
"""How far two measures may be apart where both may come from a third text's miles, each rounded in its way."""


def _key(pair: Pair, one: Quantity, other: Quantity) -> Key:
    if Sort.TIME in (one.sort, other.sort):
        return Key.TIME
    if pair.source.is_day(one) or pair.target.is_day(other):
        return Key.DATE
    return Key.NUMBER


_MESSAGES = {
    Key.NUMBER: N_("The quote says {source}, the translation {target}: another number."),
    Key.DATE: N_("The quote says {source}, the translation {target}: another date."),
    Key.TIME: N_("The quote says {source}, the translation {target}: another time."),
}


def _words(side: Side, one: Quantity) -> str:
    return side.text[one.span.start : one.span.end]


def _differs(pair: Pair, key: Key, one: Quantity, other: Quantity) -> Finding:
    values = {"source": _words(pair.source, one), "target": _words(pair.target, other)}
    return Finding(key, Severity.ERROR, _MESSAGES[key], values, (one.span,), (other.span,))


def percent(pair: Pair) -> Iterator[Finding]:
    """Find a percentage whose number is in the target without the sign or word."""
    if _PERCENT_WORD.search(pair.target.text):
        return
    theirs = [each for each in pair.target.quantities if each.sort is Sort.NUMBER]
    first = {reading: each for each in reversed(theirs) for reading in each.readings}
    signed = {reading for each in theirs if each.percent for reading in each.readings}
    for one in pair.source.quantities:
        same = [first[reading] for reading in one.readings if reading in first] if one.percent else []
        if same and signed.isdisjoint(one.readings):
            yield Finding(
                Key.PERCENT,
                Severity.ERROR,
                _NO_PERCENT,
                {"source": _words(pair.source, one)},
                (one.span,),
                (min(each.span for each in same),),
            )


_PERCENT_WORD = re.compile(r"%|per ?cent|pct|процент|працэнт|адсот|nuošimt|proc")
_NO_PERCENT = N_("{source} is a percentage in the quote and none in the translation.")


def currency(pair: Pair) -> Iterator[Finding]:
    """Find money of another currency than the source's."""
    ours, theirs = (
        {each.lastgroup or "": Span(*each.span()) for each in MONEY.finditer(side.text)}
        for side in (pair.source, pair.target)
    )
    lost, new = [name for name in ours if name not in theirs], [name for name in theirs if name not in ours]
    for one, other in zip(lost, new, strict=False):
        mine, its = ours[one], theirs[other]
        values = {"source": pair.source.text[mine.start : mine.end], "target": pair.target.text[its.start : its.end]}
        yield Finding(Key.CURRENCY, Severity.ERROR, _OTHER_MONEY, values, (mine,), (its,))


_OTHER_MONEY = N_("The quote counts in {source}, the translation in {target}: another currency.")
