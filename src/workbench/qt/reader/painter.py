"""Paints segments: tints, matches, selection, letters, stacked underlines.

Nothing a passage looks like is told by colour alone: every kind has an underline of its own
style, and none hides another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind
from workbench.qt.reader.layout import LaidSegment, Typeface
from workbench.qt.reader.marks import LEVELS, TintRun, Underline, closed_up, tint_runs, underlines
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex

_BULLET = "•"

_PROPOSED = [4.0, 3.0]
"""The dashes around words that are only proposed, in units of the pen's width."""


class _Stroke(NamedTuple):
    kind: PassageKind | None
    level: int
    left: float
    right: float
    current: bool


class LineMarks(NamedTuple):
    """What passages paint over one line, in the segment's coordinates."""

    tints: tuple[tuple[QRectF, QColor], ...]
    strokes: tuple[_Stroke, ...]


class SegmentMarks:
    """What passages paint over one segment: where, worked out at once; each line's shapes, once it is seen.

    So what a frame costs follows from what is on the screen, however many passages there are.
    """

    def __init__(self, laid: LaidSegment, passages: Sequence[MarkedPassage], current: str | None) -> None:
        self._tints = tint_runs(passages, laid.start, laid.end, current)
        self._levels: list[list[Underline]] = [[] for _level in range(LEVELS)]
        for mark in underlines(passages, laid.start, laid.end, current):
            self._levels[mark.level].append(mark)
        self._lines: dict[int, LineMarks] = {}

    def line(self, laid: LaidSegment, line: int, palette: Palette) -> LineMarks:
        """Return the shapes over one line."""
        found = self._lines.get(line)
        if found is None:
            found = self._lines[line] = self._shapes(laid, line, palette)
        return found

    def _shapes(self, laid: LaidSegment, line: int, palette: Palette) -> LineMarks:
        start, end = laid.line_range(line)
        tints = [
            (_box(laid, line, left, right), palette.tint(run.kind, several=run.several, current=run.current))
            for run in _within(self._tints, start, end)
            for left, right in laid.pieces(line, run.start, run.end)
        ]
        here = [mark for level in self._levels for mark in _within(level, start, end)]
        # A pixel short at both ends parts the underlines of neighbours.
        strokes = [
            _Stroke(mark.kind, mark.level, left + 0.5, right - 0.5, mark.current)
            for mark in closed_up(here, start, end)
            for left, right in laid.pieces(line, mark.start, mark.end)
        ]
        return LineMarks(tuple(tint for tint in tints if tint[1] != palette.paper), tuple(strokes))


_Range = TypeVar("_Range", TintRun, Underline)


def _within(ranges: list[_Range], start: int, end: int) -> list[_Range]:
    """Return those of some ranges in order, none on another, that reach into a half-open range."""
    first = bisect_right(ranges, start, key=attrgetter("end"))
    return ranges[first : bisect_left(ranges, end, first, key=attrgetter("start"))]


def _box(laid: LaidSegment, line: int, left: float, right: float) -> QRectF:
    baseline = laid.baseline(line)
    # Whole pixels, so that no seam shows between neighbours.
    left, right = round(left), round(right)
    pixels = laid.face.font.pixelSize()
    top = round(baseline - _TINT_ABOVE * pixels)
    return QRectF(left, top, right - left, round(baseline + _TINT_BELOW * pixels) - top)


def marks_of(laid: LaidSegment, index: PassageIndex, current: str | None) -> SegmentMarks:
    """Return a segment's marks, worked out at most once until its passages change."""
    if not isinstance(laid.marks, SegmentMarks):
        laid.marks = SegmentMarks(laid, index.overlapping(laid.start, laid.end), current)
    return laid.marks


@dataclass(frozen=True, slots=True)
class Brushwork:
    """What one frame is painted with."""

    palette: Palette
    index: PassageIndex
    current: str | None
    selection: Span | None
    matches: Sequence[Span]
    proposed: Span | None = None


def paint_segment(painter: QPainter, laid: LaidSegment, origin: QPointF, clip: QRect, work: Brushwork) -> None:
    """Paint one segment with its top left at `origin` of the viewport."""
    marks = marks_of(laid, work.index, work.current)
    lines = range(laid.line_at(clip.top() - origin.y()), laid.line_at(clip.bottom() - origin.y()) + 1)
    shapes = [marks.line(laid, line, work.palette) for line in lines]
    painter.save()
    painter.translate(origin)
    for shape in shapes:
        for box, colour in shape.tints:
            painter.fillRect(box, colour)
    _paint_matches(painter, laid, work)
    _paint_proposed(painter, laid, work)
    _paint_selection(painter, laid, work, lines)
    painter.setPen(work.palette.ink)
    laid.layout.draw(painter, QPointF(0, 0), [], QRectF(clip.translated(-round(origin.x()), -round(origin.y()))))
    _paint_sign(painter, laid, work.palette)
    brush = _Stacking.of(laid.face, painter.device().devicePixelRatio())
    for line, shape in zip(lines, shapes, strict=True):
        for stroke in shape.strokes:
            _paint_stroke(painter, brush, laid.baseline(line), stroke, work.palette)
    painter.restore()


def _paint_selection(painter: QPainter, laid: LaidSegment, work: Brushwork, lines: range) -> None:
    if work.selection is None:
        return
    for line, left, right in laid.rects(work.selection.start, work.selection.end):
        if line in lines:
            painter.fillRect(QRectF(left, laid.line_top(line), right - left, laid.face.line), work.palette.selection)


def _paint_matches(painter: QPainter, laid: LaidSegment, work: Brushwork) -> None:
    if not work.matches:
        return
    painter.setPen(QPen(work.palette.accent, 1))
    painter.setBrush(work.palette.match)
    for span in work.matches:
        for line, left, right in laid.rects(span.start, span.end):
            painter.drawRoundedRect(_box(laid, line, left, right).adjusted(-1, 0, 1, 0), 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_proposed(painter: QPainter, laid: LaidSegment, work: Brushwork) -> None:
    """Paint a faint dashed frame: no passage has one, and it fills nothing."""
    if work.proposed is None:
        return
    pen = QPen(work.palette.second, 1)
    pen.setDashPattern(_PROPOSED)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line, left, right in laid.rects(work.proposed.start, work.proposed.end):
        painter.drawRect(_box(laid, line, left, right).adjusted(-2.5, -0.5, 1.5, 1.5))


def _paint_sign(painter: QPainter, laid: LaidSegment, palette: Palette) -> None:
    """Paint what shows a block's kind: an item's bullet, a quotation's rule."""
    kind = laid.segment.kind
    far = laid.width + laid.inset if laid.right_to_left else 0.0
    side = -1.0 if laid.right_to_left else 1.0
    if kind is BlockKind.QUOTATION:
        x = far + side * laid.inset * 0.3
        painter.fillRect(QRectF(x, laid.top, 2, laid.lines * laid.face.line), palette.line)
    elif kind is BlockKind.ITEM and laid.segment.opens:
        painter.setPen(palette.second)
        painter.setFont(laid.face.font)
        painter.drawText(QPointF(far + side * laid.inset * 0.5, laid.baseline(0)), _BULLET)


_TINT_ABOVE, _TINT_BELOW = 0.88, 0.3
"""What a tint covers around the letters' line, in ems: less than the font's own figures, so that
the underlines of the line above stay clear of it."""

_BELOW = 0.25
"""Where the first underline begins, in ems below the letters' line: under the descenders."""

_ABOVE = 0.72
"""How far the next line's letters rise, in ems; only the signs on capitals rise further."""

_PITCH = 0.22
"""How far apart underlines stand at most, in ems."""


class _Stacking(NamedTuple):
    """Where and how thick underlines are for one font on one screen, in pixels; all on whole dots."""

    pixels: int
    dot: float
    below: float
    step: float
    width: float
    strong: float

    @classmethod
    @lru_cache(maxsize=32)
    def of(cls, face: Typeface, dots: float) -> _Stacking:
        """Work it out so that every level ends above the next line's letters, whatever the spacing."""

        def snapped(length: float) -> float:
            """To whole dots of the screen, one at least: a line between two is a smear."""
            return max(1, round(length * dots)) / dots

        pixels = face.font.pixelSize()
        width = snapped(pixels / 14)
        room = face.line - (_ABOVE + _BELOW) * pixels - width
        step = min(_PITCH * pixels, max(room / (LEVELS - 1), 2 / dots))
        return cls(pixels, 1 / dots, snapped(_BELOW * pixels), snapped(step), width, snapped(pixels / 10))


def _paint_stroke(painter: QPainter, stack: _Stacking, baseline: float, stroke: _Stroke, palette: Palette) -> None:
    width = stack.strong if stroke.current else stack.width
    top = round(baseline / stack.dot) * stack.dot + stack.below + stroke.level * stack.step
    left = round(stroke.left / stack.dot) * stack.dot
    length = stroke.right - left
    if stroke.kind is None:
        painter.setPen(palette.more_pen(width + stack.dot))
        painter.drawLine(QPointF(left, top + width / 2), QPointF(left + length, top + width / 2))
    elif stroke.kind is PassageKind.PERSON:
        painter.fillRect(QRectF(left, top, length, width), palette.kind(stroke.kind))
    elif stroke.kind is PassageKind.QUOTE:
        thin = max(stack.dot, round(width * 0.6 / stack.dot) * stack.dot)
        for shift in (0.0, max(2 * thin, thin + stack.dot)):
            painter.fillRect(QRectF(left, top + shift, length, thin), palette.kind(stroke.kind))
    elif stroke.kind is PassageKind.NOTE:
        painter.setPen(QPen(palette.kind(stroke.kind), max(stack.dot, width * 0.8)))
        painter.drawPolyline(_wave(round(length), stack.pixels).translated(left, top + width / 2))
    else:
        painter.setPen(palette.pen(stroke.kind, width))
        painter.drawLine(QPointF(left, top + width / 2), QPointF(left + length, top + width / 2))


@lru_cache(maxsize=512)
def _wave(length: int, pixels: int) -> QPolygonF:
    half, height = max(2.0, pixels * 0.12), max(1.0, pixels * 0.05)
    points = [QPointF(n * half, height if n % 2 else -height) for n in range(int(length / half) + 1)]
    return QPolygonF(points)
