"""Lines of two texts, and the runs of lines that stand in both.

Lines that occur once in both texts are anchors; the longest row of them that is in the same order
in both is the frame (as in patience diff), and the rest of them have moved. Nothing here takes
more than n·log n steps, whatever the texts are.
"""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.domain.anchors import Span

LONGEST_LINE = 2_000
"""Code points; a longer line is cut where its own words say, so that an edit leaves the other pieces alike."""

_PIECE_WORDS = 24  # of which one ends a piece, on average
_WORD = re.compile(r"\w+")


class Lines:
    """The lines of a text with something other than white space on them, by number; long ones in pieces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends = array("Q"), array("Q")
        start = 0
        for line in text.split("\n"):
            if len(line) > LONGEST_LINE:
                self._add_pieces(line, start)
            elif line and not line.isspace():
                self._add(start, start + len(line))
            start += len(line) + 1

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def _add_pieces(self, line: str, start: int) -> None:
        at = 0
        before = ""
        for match in _WORD.finditer(line):
            word = match.group()
            if zlib.crc32(f"{before} {word[-64:]}".encode("utf-8", "surrogatepass")) % _PIECE_WORDS == 0:
                self._add(start + at, start + match.end())
                at = match.end()
            before = word[-64:]
        if at < len(line):
            self._add(start + at, start + len(line))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self.starts[number] : self.ends[number]]

    def touched(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of the lines that the span shares a code point with; may be empty."""
        first = bisect_right(self.ends, span.start)
        return first, max(first, bisect_left(self.starts, span.end))


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that follow one another in both texts, character for character.

    `moved`: it is not in the frame's order. `from_start` and `to_end`: in both texts nothing
    stands before its first line, or after its last.
    """

    old: int
    new: int
    count: int
    moved: bool = False
    from_start: bool = False
    to_end: bool = False

    @property
    def old_end(self) -> int:
        """The number of the old text's line after the last."""
        return self.old + self.count

    @property
    def new_end(self) -> int:
        """The number of the new text's line after the last."""
        return self.new + self.count


class Alignment:
    """Which lines of the old text stand in the new one."""

    def __init__(self, old: Lines, new: Lines) -> None:
        self.old, self.new = old, new
        self.anchors = _anchors(old, new)
        frame = _longest_rising(self.anchors)
        self.frame = self._runs_of(frame)
        kept = dict(frame)
        self.moved = _moved([pair for pair in self.anchors.items() if pair[0] not in kept])
        self._frame_starts = [run.old for run in self.frame]
        self._new_starts = [run.new for run in self.frame]
        self._moved_starts = [run.old for run in self.moved]

    def _runs_of(self, frame: list[tuple[int, int]]) -> list[Run]:
        ends = (len(self.old), len(self.new))
        runs: list[Run] = []
        first = last = (-1, -1)
        for pair in [*frame, ends]:
            if self._joined(last, pair):
                last = pair
                continue
            runs.append(self._run(first, last))
            first = last = pair
        if last == ends:
            runs.append(self._run(first, ends))
        return [run for run in runs if run.count > 0]

    def _run(self, first: tuple[int, int], last: tuple[int, int]) -> Run:
        from_start, to_end = first == (-1, -1), last == (len(self.old), len(self.new))
        skipped = 1 if from_start else 0
        count = last[0] - first[0] - skipped + (0 if to_end else 1)
        return Run(first[0] + skipped, first[1] + skipped, count, from_start=from_start, to_end=to_end)

    def _joined(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        between = other[0] - one[0]
        if other[1] - one[1] != between:
            return False
        return all(self.old[one[0] + step] == self.new[one[1] + step] for step in range(1, between))

    def run_at(self, line: int) -> Run | None:
        """Return the run with this line of the old text."""
        for starts, runs in ((self._frame_starts, self.frame), (self._moved_starts, self.moved)):
            at = bisect_right(starts, line) - 1
            if at >= 0 and line < runs[at].old_end:
                return runs[at]
        return None

    def gaps(self) -> list[tuple[range, range]]:
        """Return the lines of both texts between the runs of the frame, moved ones among them."""
        gaps: list[tuple[range, range]] = []
        old = new = 0
        for run in self.frame:
            gaps.append((range(old, run.old), range(new, run.new)))
            old, new = run.old_end, run.new_end
        gaps.append((range(old, len(self.old)), range(new, len(self.new))))
        return [gap for gap in gaps if gap[0] or gap[1]]

    def old_gap(self, lines: range) -> range:
        """Return the lines of the old text around these that are in no run of the frame."""
        before = bisect_right(self._frame_starts, lines.start) - 1
        after = bisect_left(self._frame_starts, lines.stop)
        start = min(self.frame[before].old_end, lines.start) if before >= 0 else 0
        return range(start, self.frame[after].old if after < len(self.frame) else len(self.old))

    def new_gap(self, lines: range) -> range:
        """Return the lines of the new text around these that are in no run of the frame."""
        before = bisect_right(self._new_starts, lines.start) - 1
        after = bisect_left(self._new_starts, lines.stop)
        start = min(self.frame[before].new_end, lines.start) if before >= 0 else 0
        return range(start, self.frame[after].new if after < len(self.frame) else len(self.new))

    def place_of(self, first: int, last: int) -> tuple[Span | None, Span | None]:
        """Return where in both texts the lines `first` to `last` (half-open) may be, by the frame alone.

        None stands for an empty range. The ranges are in code points and reach from the end of the
        run before to the start of the run after, or to the lines' own edges inside a run.
        """
        before = bisect_right(self._frame_starts, first) - 1
        old_low = new_low = 0
        if before >= 0:
            run = self.frame[before]
            if first < run.old_end:
                old_low, new_low = self.old.starts[first], self.new.starts[run.new + first - run.old]
            else:
                old_low, new_low = self.old.ends[run.old_end - 1], self.new.ends[run.new_end - 1]
        old_high, new_high = len(self.old.text), len(self.new.text)
        after = bisect_left(self._frame_starts, max(last, first))
        inside = self.frame[after - 1] if after and last > first else None
        if inside is not None and last <= inside.old_end:
            old_high, new_high = self.old.ends[last - 1], self.new.ends[inside.new + last - 1 - inside.old]
        elif after < len(self.frame):
            old_high, new_high = self.old.starts[self.frame[after].old], self.new.starts[self.frame[after].new]
        return _span(old_low, old_high), _span(new_low, new_high)


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None


def _once(lines: Lines) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number in range(len(lines)):
        line = lines[number]
        numbers[line] = -1 if line in numbers else number
    return numbers


def _anchors(old: Lines, new: Lines) -> dict[int, int]:
    """Return the lines that occur once in both texts, by their number in the old one, rising."""
    there = _once(new)
    return {number: there[line] for line, number in _once(old).items() if number >= 0 and there.get(line, -1) >= 0}


def _longest_rising(anchors: dict[int, int]) -> list[tuple[int, int]]:
    """Return the longest row of pairs in which both numbers rise."""
    pairs = sorted(anchors.items())
    tails: list[int] = []
    tail_values: list[int] = []
    back: list[int] = []
    for at, (_old, new) in enumerate(pairs):
        place = bisect_left(tail_values, new)
        back.append(tails[place - 1] if place else -1)
        if place == len(tails):
            tails.append(at)
            tail_values.append(new)
        else:
            tails[place], tail_values[place] = at, new
    row: list[tuple[int, int]] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        row.append(pairs[at])
        at = back[at]
    return row[::-1]


def _moved(pairs: list[tuple[int, int]]) -> list[Run]:
    runs: list[Run] = []
    for old, new in sorted(pairs):
        last = runs[-1] if runs else None
        if last is not None and (last.old_end, last.new_end) == (old, new):
            runs[-1] = Run(last.old, last.new, last.count + 1, moved=True)
        else:
            runs.append(Run(old, new, 1, moved=True))
    return runs
