"""How overlapping passages share one piece of text: tints side by side, underlines stacked; no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Hashable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeVar

from workbench.domain.kinds import PassageKind
from workbench.qt.reader.passage_index import MarkedPassage

LEVELS = 3
"""Underlines that stand under one line of text; where more overlap, the last place is the mark for "more"."""


class TintRun(NamedTuple):
    """A range of code points under one set of passages; `kind` is that of the current or innermost one."""

    start: int
    end: int
    kind: PassageKind
    several: bool
    current: bool


class Underline(NamedTuple):
    """One kind of one passage under a range; `kind` None is the mark for "more than fit"."""

    start: int
    end: int
    kind: PassageKind | None
    level: int
    current: bool


def kinds_of(passage: MarkedPassage) -> tuple[PassageKind, ...]:
    """Return what a passage is drawn as: one without any kind is drawn as faintly as evidence."""
    return passage.kinds or (PassageKind.EVIDENCE,)


def tint_runs(passages: Sequence[MarkedPassage], start: int, end: int, current: str | None) -> list[TintRun]:
    """Part a range of code points where its look changes; `passages` overlap it and are in index order."""
    events: list[tuple[int, int, int]] = []
    for number, passage in enumerate(passages):
        events.append((max(start, passage.span.start), 1, number))
        events.append((min(end, passage.span.end), 0, number))
    events.sort()
    runs: list[TintRun] = []
    # What is open, the last opened last: by number, those with a colour of their own apart from the others.
    coloured: dict[int, PassageKind] = {}
    plain: dict[int, PassageKind] = {}
    own = -1
    at = start
    for place, opens, number in events:
        if place > at and (coloured or plain):
            _extend(runs, at, place, _tint(passages, coloured, plain, own))
        at = place
        passage = passages[number]
        kind = kinds_of(passage)[0]
        over = plain if kind is PassageKind.EVIDENCE else coloured
        if opens:
            over[number] = kind
        else:
            over.pop(number, None)
        if passage.id == current:
            own = number if opens else -1
    return runs


_Tint = tuple[PassageKind, bool, bool]


def _tint(
    passages: Sequence[MarkedPassage], coloured: dict[int, PassageKind], plain: dict[int, PassageKind], own: int
) -> _Tint:
    # The last that opened is the innermost; its own colour says more than a mixture, which is grey.
    kind = kinds_of(passages[own])[0] if own >= 0 else next(reversed((coloured or plain).values()))
    return kind, len(coloured) > 1, own >= 0


def _extend(runs: list[TintRun], start: int, end: int, tint: _Tint) -> None:
    if runs and runs[-1].end == start and runs[-1][2:] == tint:
        runs[-1] = runs[-1]._replace(end=end)
    else:
        runs.append(TintRun(start, end, *tint))


def underlines(passages: Sequence[MarkedPassage], start: int, end: int, current: str | None) -> list[Underline]:
    """Give every kind of every passage a level where nothing else runs; `passages` overlap the range, in index order.

    The current passage is never among the "more": where it would be, it takes the first level,
    and else all stay where they were. The result is in order of level and start.
    """
    fit, more = _stacked(passages, start, end, current)
    if more and current is not None and any(passage.id == current for _a, _b, passage in more):
        first = sorted(passages, key=lambda passage: passage.id != current)
        fit, more = _stacked(first, start, end, current)
    if more:
        fit = _with_more(fit, merged((a, b) for a, b, _passage in more))
    return sorted(fit, key=itemgetter(3, 0))


_TooMany = tuple[int, int, MarkedPassage]


def _stacked(
    passages: Sequence[MarkedPassage], start: int, end: int, current: str | None
) -> tuple[list[Underline], list[_TooMany]]:
    fit: list[Underline] = []
    more: list[_TooMany] = []
    # In index order a level is free where its last underline has ended, the current passage's apart.
    ends = [start] * LEVELS
    own: list[tuple[int, int]] = [(0, 0)] * LEVELS
    for passage in passages:
        first, last = max(start, passage.span.start), min(end, passage.span.end)
        for kind in kinds_of(passage):
            for level in range(LEVELS):
                if ends[level] <= first and (last <= own[level][0] or own[level][1] <= first):
                    break
            else:
                more.append((first, last, passage))
                continue
            if passage.id == current:
                own[level] = first, last
            else:
                ends[level] = last
            fit.append(Underline(first, last, kind, level, passage.id == current))
    return fit, more


def _with_more(fit: list[Underline], spans: list[tuple[int, int]]) -> list[Underline]:
    """Give the last level to the mark for "more" wherever it is needed: what stood there is counted in."""
    ends = [span[1] for span in spans]
    result = [Underline(a, b, None, LEVELS - 1, current=False) for a, b in spans]
    for mark in fit:
        if mark.level < LEVELS - 1:
            result.append(mark)
            continue
        at = mark.start
        for a, b in spans[bisect_right(ends, at) :]:
            if a >= mark.end:
                break
            if at < a:
                result.append(mark._replace(start=at, end=a))
            at = b
        if at < mark.end:
            result.append(mark._replace(start=at))
    return result


def closed_up(marks: Sequence[Underline], start: int, end: int) -> list[Underline]:
    """Bring the underlines of one line, which are in order of level, as near to its letters as they fit.

    What keeps one down may stand in another line only, and a low one looks like the next line's.
    """
    result: list[Underline] = []
    taken: list[list[tuple[int, int]]] = [[] for _level in range(LEVELS)]
    for mark in marks:
        first, last = max(start, mark.start), min(end, mark.end)
        levels = range(mark.level) if mark.kind is not None else ()
        level = next((n for n in levels if _is_free(taken[n], first, last)), mark.level)
        insort(taken[level], (first, last))
        result.append(mark._replace(level=level))
    return result


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a range meets none of some others, which are in order and apart."""
    near = bisect_left(taken, (end,)) - 1
    return near < 0 or taken[near][1] <= start


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges that overlap or touch."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


K = TypeVar("K", bound=Hashable)


def lanes(bars: Sequence[tuple[K, int, int]], before: dict[K, int], count: int, first: K | None = None) -> dict[K, int]:
    """Give bars (key, first line, last line) lanes in which no two share a line; `count` stands for "no lane left".

    A bar that had a lane keeps it where it can, so that bars do not hop while one scrolls; the
    bar `first` always has one. Lines are small numbers, as of those on a screen.
    """
    taken = [0] * count  # a bit a line
    result: dict[K, int] = {}
    for key, top, bottom in sorted(bars, key=lambda bar: (bar[0] != first, before.get(bar[0], count) == count)):
        wanted = ((1 << (bottom - top + 1)) - 1) << top
        lane = before.get(key, count)
        if lane >= count or taken[lane] & wanted:
            lane = next((n for n in range(count) if not taken[n] & wanted), count)
        result[key] = lane
        if lane < count:
            taken[lane] |= wanted
    return result
