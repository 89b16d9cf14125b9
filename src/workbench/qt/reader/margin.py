"""The lanes left of the text: a bar beside the lines of every visible passage, none on another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from workbench.qt.reader.marks import kinds_of, lanes, merged
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.reader.view import Seen

LANES = 6
_PITCH = 7
_WIDTH = 3
_NEAREST = 12
_CURRENT_MORE = 2


class Bar(NamedTuple):
    """A passage's bar in viewport pixels; `lane` is `LANES` where none was free."""

    passage: MarkedPassage
    lane: int
    top: int
    bottom: int


class LaneMargin:
    """Works out bars for what is visible, and nothing else."""

    def __init__(self) -> None:
        self._before: dict[str, int] = {}
        self.bars: list[Bar] = []

    def arrange(self, seen: Sequence[Seen], index: PassageIndex, height: int) -> None:
        """Give every passage on the screen a lane; those that had one keep it."""
        passages = index.overlapping(seen[0].laid.start, seen[-1].laid.end)
        starts = [item.laid.start for item in seen]
        extents = [(p.id, *_extent(p, seen, starts)) for p in passages]
        visible = [bar for bar in extents if bar[2] > 0 and bar[1] < height]
        self._before = lanes(visible, self._before, LANES)
        by_id = {passage.id: passage for passage in passages}
        self.bars = [Bar(by_id[key], self._before[key], top, bottom) for key, top, bottom in visible]

    def paint(self, painter: QPainter, right: int, palette: Palette, current: str | None) -> None:
        """Paint the bars, lane by lane outwards from the column's left edge at `right`."""
        crowded = [(bar.top, bar.bottom) for bar in self.bars if bar.lane == LANES]
        for top, bottom in merged(crowded):
            left = right - _NEAREST - LANES * _PITCH - 2
            painter.fillRect(QRectF(left, top + 2, _WIDTH + 2, bottom - top - 4), palette.more)
        for passage, lane, top, bottom in self.bars:
            if lane == LANES:
                continue
            kinds = kinds_of(passage)
            wide = _CURRENT_MORE if passage.id == current else 0
            x = right - _NEAREST - lane * _PITCH - wide / 2
            step = (bottom - top - 4) / len(kinds)
            for number, kind in enumerate(kinds):
                painter.fillRect(QRectF(x, top + 2 + number * step, _WIDTH + wide, step), palette.kind(kind))

    def at(self, point: QPointF, right: int) -> list[MarkedPassage]:
        """Return the passages whose bars stand at a point, where the column begins at `right`."""
        lane = round((right - _NEAREST + _WIDTH / 2 - point.x()) / _PITCH)
        return [bar.passage for bar in self.bars if bar.lane == lane and bar.top <= point.y() <= bar.bottom]


def _extent(passage: MarkedPassage, seen: Sequence[Seen], starts: list[int]) -> tuple[int, int]:
    """Return the viewport's top and bottom of a passage's lines, as far as they are laid out."""
    start, last = passage.span.start, passage.span.end - 1
    first = seen[max(0, bisect_right(starts, start) - 1)]
    end = seen[max(0, bisect_right(starts, last) - 1)]
    top = first.y + (first.laid.line_top(first.laid.line_of(max(start, first.laid.start))))
    bottom_line = end.laid.line_of(min(last, end.laid.end))
    return top, end.y + end.laid.line_top(bottom_line) + end.laid.face.line
