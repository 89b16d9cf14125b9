"""The way of one passage: unchanged lines first, then its surroundings, then a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from workbench.domain.anchors import CONTEXT, Span
from workbench.domain.carrying.candidates import Finder
from workbench.domain.carrying.census import Census, Sides
from workbench.domain.carrying.company import Company
from workbench.domain.carrying.copies import Doubts, alike, groups, without_likes
from workbench.domain.carrying.lines import Alignment, Lines, Run
from workbench.domain.carrying.model import MOST_CANDIDATES, Carry, Reason
from workbench.domain.carrying.proof import LineProof
from workbench.domain.carrying.surroundings import (
    MOST_PLACES,
    REACH,
    WIDEST,
    Fit,
    fit,
    is_close,
    narrowed,
    places,
)
from workbench.domain.kinds import Carried

Progress = Callable[[int, int], None]

_STEP = 256  # passages between two calls of progress
_LEAST_MOVED = 60  # code points of a line that is found again by itself
_MOVED_CONFIDENCE = 90
_NEIGHBOURHOOD = 160  # code points on each side that are compared with strangers
_NEAREST = 24  # lines of a gap, before and after, that are compared with each other
_WORTH_SEEKING = 12  # code points of a passage that is sought in the whole text


def carry(old: str, new: str, passages: Iterable[tuple[str, Span]], *, progress: Progress | None = None) -> list[Carry]:
    """Say of each passage (its id and its place in `old`) where it stands in `new`; in the given order.

    Spans are code points; both texts are lines parted by line feeds. `progress(done, total)`
    is called now and then; what it raises ends the work.

    Raises:
        ValueError: a passage ends after the old text.
    """
    given = list(passages)
    for _key, span in given:
        if span.end > len(old):
            raise ValueError(f"range ends at {span.end}, text at {len(old)}")
    if old == new:
        return [Carry(key, Carried.CERTAIN, span, 100) for key, span in given]
    if not new:
        return [Carry(key, None, None, 0, (), Reason.GONE) for key, span in given]
    return _Carrying(old, new, given, progress or (lambda _done, _total: None)).run()


@dataclass(slots=True)
class _Open:
    """A passage that its lines did not prove."""

    at: int
    span: Span
    part: Span | None
    fits: list[Fit] = field(default_factory=list)
    crowded: bool = False
    mapped: Span | None = None
    sides: Sides | None = None
    proofs: int = 0
    elsewhere: tuple[Span, ...] = ()


class _Carrying:
    def __init__(self, old: str, new: str, given: list[tuple[str, Span]], progress: Progress) -> None:
        self._old, self._new, self._given, self._progress = old, new, given, progress
        self._results: list[Carry | None] = [None] * len(given)
        self._unprovable: set[int] = set()  # in a moved line that has likes: no surroundings can help
        self._tell(0)
        self._old_lines, self._new_lines = Lines(old), Lines(new)
        self._tell(0)
        self._alignment = Alignment(self._old_lines, self._new_lines)
        self._tell(0)
        self._doubts = Doubts(self._alignment)
        self._tell(0)
        self._proof = LineProof(self._alignment, self._doubts)
        self._company = Company(self._old_lines, self._new_lines)

    def _tell(self, done: int) -> None:
        self._progress(done, len(self._given))

    def run(self) -> list[Carry]:
        """Carry them all; the passages that are left open cost more and come last."""
        left = self._by_lines()
        opened = [self._opened(at) for at in self._steps(left)]
        self._count(opened)
        finder = Finder(self._old, self._new)
        done = len(self._given) - len(opened)
        for number, one in enumerate(opened):
            if number % _STEP == 0:
                self._tell(done + number)
            self._results[one.at] = self._proved(one) or self._asked(one, finder)
        self._tell(len(self._given))
        return [self._in_company(at, result) for at, result in enumerate(self._results) if result is not None]

    def _in_company(self, at: int, result: Carry) -> Carry:
        """Take the certainty from what is carried where the lines that say whose it is have changed."""
        if result.span is None:
            return result
        sure = min(result.confidence, self._company.confidence(self._given[at][1], result.span))
        return result if sure == result.confidence else Carry(result.key, Carried.MOVED, result.span, sure)

    def _steps(self, numbers: Iterable[int]) -> Iterator[int]:
        for count, number in enumerate(numbers):
            if count % _STEP == 0:
                self._tell(0)  # so that it can be stopped; how many will be left open is not known yet
            yield number

    # by lines

    def _by_lines(self) -> list[int]:
        left: list[int] = []
        moved: list[tuple[int, Run, int, int]] = []
        for at in self._steps(range(len(self._given))):
            span = self._given[at][1]
            first, last = self._old_lines.touched(span)
            run = self._alignment.run_at(first) if first < last else None
            if run is None or last > run.old_end or not self._is_same(span, run, first):
                left.append(at)
            elif run.moved:
                moved.append((at, run, first, last))
            elif self._proof.holds(run, first, last):
                self._results[at] = Carry(self._given[at][0], Carried.CERTAIN, self._mapped(span, run, first), 100)
            else:
                left.append(at)
        return sorted(left + self._by_moved_lines(moved))

    def _by_moved_lines(self, moved: list[tuple[int, Run, int, int]]) -> list[int]:
        telling = {
            self._old_lines[line]
            for _at, _run, first, last in moved
            for line in range(first, last)
            if self._proof.is_telling(line)
        }
        alone = without_likes(telling, (self._old_lines, self._new_lines)) if telling else set()
        moving = {line for line in alone if len(line) >= _LEAST_MOVED}
        left: list[int] = []
        for at, run, first, last in moved:
            if any(self._old_lines[line] in telling - alone for line in range(first, last)):
                self._unprovable.add(at)
            if not all(self._old_lines[line] in moving for line in range(first, last)):
                left.append(at)
                continue
            key, span = self._given[at]
            self._results[at] = Carry(key, Carried.MOVED, self._mapped(span, run, first), _MOVED_CONFIDENCE)
        return left

    def _mapped(self, span: Span, run: Run, first: int) -> Span:
        shift = self._new_lines.starts[run.new + first - run.old] - self._old_lines.starts[first]
        return Span(span.start + shift, span.end + shift)

    def _is_same(self, span: Span, run: Run, first: int) -> bool:
        shift = self._new_lines.starts[run.new + first - run.old] - self._old_lines.starts[first]
        start, end = span.start + shift, span.end + shift
        return start >= 0 and self._old[span.start : span.end] == self._new[start:end]

    # by surroundings

    def _opened(self, at: int) -> _Open:
        span = self._given[at][1]
        first, last = self._old_lines.touched(span)
        old_part, new_part = self._alignment.place_of(first, last)
        one = _Open(at, span, None)
        run = self._alignment.run_at(first) if first < last else None
        if run is not None and last <= run.old_end and self._is_same(span, run, first):
            one.mapped = self._mapped(span, run, first)
        if new_part is None:
            return one
        length = span.end - span.start
        wide = Span(max(0, new_part.start - length), min(len(self._new), new_part.end + length))
        one.part = narrowed(old_part or span, wide, span)
        found = places(self._old[span.start : span.end], self._new, one.part)
        one.crowded = len(found) > MOST_PLACES
        if one.crowded:
            found = found[:MOST_CANDIDATES]
        fits = [fit(self._old, span, self._new, place) for place in found]
        fits.sort(key=lambda f: (-min(f.left, CONTEXT) - min(f.right, CONTEXT), f.span))
        one.fits = fits[: MOST_CANDIDATES + 1]
        if one.fits and not one.crowded and is_close(one.fits[0]):
            one.sides = Sides(self._old, span, one.fits[0])
        return one

    def _count(self, opened: list[_Open]) -> None:
        """Find out of which passages the surroundings prove the place."""
        census = Census(piece for one in opened for piece in self._pieces(one))
        for text in (self._old, self._new):
            for _at in census.read(text):
                self._tell(0)
            for one in opened:
                if one.sides is not None and one.sides.hold(census):
                    one.proofs += 1
        whole = Span(0, len(self._new))
        for one in opened:
            words = self._old[one.span.start : one.span.end]
            if len(words) < _WORTH_SEEKING:
                continue
            small = len(self._new) <= WIDEST
            found = places(words, self._new, whole) if small else census.places(words) or []
            one.elsewhere = tuple(Span(at, at + len(words)) for at in found[: 2 * MOST_CANDIDATES])

    def _pieces(self, one: _Open) -> list[str]:
        words = self._old[one.span.start : one.span.end]
        pieces = [words] if len(words) >= _WORTH_SEEKING else []
        return pieces + (one.sides.pieces() if one.sides is not None else [])

    def _proved(self, one: _Open) -> Carry | None:
        if one.proofs < 2 or one.at in self._unprovable:
            return None
        best = one.fits[0]
        if self._is_in_doubt(one.span, best.span):
            return None
        return Carry(self._given[one.at][0], Carried.CERTAIN, best.span, 100)

    def _is_in_doubt(self, span: Span, place: Span) -> bool:
        """Tell whether a stranger is like what stands around the passage, there or here."""
        own_old, own_new = range(*self._old_lines.touched(span)), range(*self._new_lines.touched(place))
        there, here = _around(self._old, span), _around(self._new, place)
        new_gap, old_gap = self._alignment.new_gap(own_new), self._alignment.old_gap(own_old)
        doubts = self._doubts
        return (
            _is_any(doubts.new.like(there), own_new)
            or _is_any(doubts.old.like(here), own_old)
            or any(_is_any(doubts.new.like_line(self._old_lines[n]), own_new) for n in _edges(own_old))
            or any(_is_any(doubts.old.like_line(self._new_lines[n]), own_old) for n in _edges(own_new))
            or _has_like(there, self._new_lines, own_new, new_gap)
            or _has_like(here, self._old_lines, own_old, old_gap)
        )

    # by a person

    def _asked(self, one: _Open, finder: Finder) -> Carry:
        found = [one.mapped] if one.mapped is not None else []
        found += one.elsewhere
        near = {f.span for f in one.fits}
        candidates = finder.find(
            one.span, one.part or Span(0, 1), one.fits, [place for place in dict.fromkeys(found) if place not in near]
        )
        key = self._given[one.at][0]
        if not candidates:
            return Carry(key, None, None, 0, (), Reason.GONE)
        return Carry(key, None, None, candidates[0].confidence, candidates, candidates[0].reason)


def _edges(lines: range) -> tuple[int, ...]:
    return (*lines[:2], *lines[2:][-1:])


def _is_any(strangers: set[int] | None, own: range) -> bool:
    return strangers is None or bool(strangers.difference(own))


def _has_like(text: str, lines: Lines, own: range, gap: range) -> bool:
    """Tell whether another line in the same gap, of the nearest ones, is like the text."""
    wanted = set(groups(text))
    for number in range(max(gap.start, own.start - _NEAREST), min(gap.stop, own.stop + _NEAREST)):
        if number not in own:
            found = set(groups(lines[number]))
            if alike(len(wanted & found), len(wanted), len(found)):
                return True
    return False


def _around(text: str, span: Span) -> str:
    start, end = max(0, span.start - _NEIGHBOURHOOD), min(len(text), span.end + _NEIGHBOURHOOD)
    if end - start > 8 * REACH:
        return f"{text[start : span.start + REACH]} \n {text[span.end - REACH : end]}"
    return text[start:end]
