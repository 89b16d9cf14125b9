"""How overlapping passages share one piece of text: tints side by side, underlines stacked; no Qt."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from workbench.domain.kinds import PassageKind
from workbench.qt.reader.passage_index import MarkedPassage

LEVELS = 4
"""Underlines that stand under one line of text; the last place is the mark for "more"."""


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
    """Part a range of code points where the passages over it change; `passages` overlap it and are in index order."""
    events: list[tuple[int, int, MarkedPassage]] = []
    for passage in passages:
        events.append((max(start, passage.span.start), 1, passage))
        events.append((min(end, passage.span.end), 0, passage))
    events.sort(key=lambda event: event[:2])
    runs: list[TintRun] = []
    over: dict[str, MarkedPassage] = {}
    at = start
    for place, opens, passage in events:
        if place > at and over:
            runs.append(_run(at, place, over, current))
        at = place
        if opens:
            over[passage.id] = passage
        else:
            over.pop(passage.id, None)
    return runs


def _run(start: int, end: int, over: dict[str, MarkedPassage], current: str | None) -> TintRun:
    own = None if current is None else over.get(current)
    # The last that opened is the innermost; its own colour says more than a mixture, which is grey.
    coloured = [passage for passage in over.values() if kinds_of(passage)[0] is not PassageKind.EVIDENCE]
    shown = own or (coloured or list(over.values()))[-1]
    return TintRun(start, end, kinds_of(shown)[0], len(coloured) > 1, own is not None)


def underlines(passages: Sequence[MarkedPassage], start: int, end: int, current: str | None) -> list[Underline]:
    """Give every kind of every passage a level where nothing else runs; `passages` overlap the range, in index order.

    The current passage takes the first level, so that it is never among the "more".
    """
    result: list[Underline] = []
    more: list[tuple[int, int]] = []
    # In index order a level is free where its last underline has ended, the current passage's apart.
    ends = [start] * (LEVELS - 1)
    own: list[tuple[int, int]] = [(0, 0)] * (LEVELS - 1)
    for passage in sorted(passages, key=lambda passage: passage.id != current):
        first, last = max(start, passage.span.start), min(end, passage.span.end)
        for kind in kinds_of(passage):
            free = (n for n in range(LEVELS - 1) if ends[n] <= first and (last <= own[n][0] or own[n][1] <= first))
            level = next(free, None)
            if level is None:
                more.append((first, last))
                continue
            if passage.id == current:
                own[level] = first, last
            else:
                ends[level] = last
            result.append(Underline(first, last, kind, level, passage.id == current))
    result += [Underline(a, b, None, LEVELS - 1, current=False) for a, b in merged(more)]
    return result


def _free(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= a or b <= start for a, b in reversed(spans))


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


def lanes(bars: Sequence[tuple[K, int, int]], before: dict[K, int], count: int) -> dict[K, int]:
    """Give bars (key, top, bottom) lanes in which none touch; `count` stands for "no lane left".

    A bar that had a lane keeps it where it can, so that bars do not hop while one scrolls.
    """
    taken: list[list[tuple[int, int]]] = [[] for _lane in range(count)]
    result: dict[K, int] = {}
    for key, top, bottom in sorted(bars, key=lambda bar: bar[0] not in before):
        wanted = before.get(key)
        tries = range(count) if wanted is None or wanted >= count else (wanted, *range(count))
        lane = next((n for n in tries if _free(taken[n], top, bottom)), count)
        result[key] = lane
        if lane < count:
            taken[lane].append((top, bottom))
    return result
