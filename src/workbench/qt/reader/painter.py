"""Paints segments: tints, matches, selection, letters, stacked underlines.

Nothing a passage looks like is told by colour alone: every kind has an underline of its own
style, and none hides another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind
from workbench.qt.reader.layout import LaidSegment
from workbench.qt.reader.marks import Underline, tint_runs, underlines
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import PassageIndex

_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Stroke:
    kind: PassageKind | None
    line: int
    level: int
    left: float
    right: float
    current: bool


@dataclass(frozen=True, slots=True)
class SegmentMarks:
    """What passages paint over one segment, in its own coordinates."""

    tints: tuple[tuple[QColor, tuple[QRectF, ...]], ...]
    strokes: tuple[_Stroke, ...]


def _box(laid: LaidSegment, line: int, left: float, right: float) -> QRectF:
    baseline = laid.baseline(line)
    # Whole pixels, so that no seam shows between neighbours.
    left, right = round(left), round(right)
    return QRectF(left, baseline - laid.face.ascent, right - left, laid.face.ascent + laid.face.descent)


def marks_of(laid: LaidSegment, index: PassageIndex, palette: Palette, current: str | None) -> SegmentMarks:
    """Return a segment's marks, worked out at most once until its passages change."""
    if isinstance(laid.marks, SegmentMarks):
        return laid.marks
    passages = index.overlapping(laid.start, laid.end)
    tints = tuple(
        (
            palette.tint(run.kind, several=run.several, current=run.current),
            tuple(_box(laid, line, left, right) for line, left, right in laid.rects(run.start, run.end)),
        )
        for run in tint_runs(passages, laid.start, laid.end, current)
    )
    strokes = tuple(
        stroke for mark in underlines(passages, laid.start, laid.end, current) for stroke in _strokes(laid, mark)
    )
    laid.marks = SegmentMarks(tints, strokes)
    return laid.marks


def _strokes(laid: LaidSegment, mark: Underline) -> list[_Stroke]:
    rects = laid.rects(mark.start, mark.end)
    # A pixel short at both ends parts the underlines of neighbours.
    return [_Stroke(mark.kind, line, mark.level, a + 0.5, b - 0.5, mark.current) for line, a, b in rects]


@dataclass(frozen=True, slots=True)
class Brushwork:
    """What one frame is painted with."""

    palette: Palette
    index: PassageIndex
    current: str | None
    selection: Span | None
    matches: Sequence[Span]


def paint_segment(painter: QPainter, laid: LaidSegment, origin: QPointF, clip: QRect, work: Brushwork) -> None:
    """Paint one segment with its top left at `origin` of the viewport."""
    marks = marks_of(laid, work.index, work.palette, work.current)
    first = laid.line_at(clip.top() - origin.y())
    last = laid.line_at(clip.bottom() - origin.y())
    top, bottom = laid.line_top(first), laid.line_top(last) + laid.face.line
    painter.save()
    painter.translate(origin)
    for colour, boxes in marks.tints:
        for box in boxes:
            if box.bottom() >= top and box.top() <= bottom:
                painter.fillRect(box, colour)
    _paint_matches(painter, laid, work)
    _paint_selection(painter, laid, work, range(first, last + 1))
    painter.setPen(work.palette.ink)
    laid.layout.draw(painter, QPointF(0, 0), [], QRectF(clip.translated(-round(origin.x()), -round(origin.y()))))
    _paint_sign(painter, laid, work.palette)
    for stroke in marks.strokes:
        if first <= stroke.line <= last:
            _paint_stroke(painter, laid, stroke, work.palette)
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


def pitch(pixels: float) -> float:
    """Return how far apart stacked underlines stand, for type of this size."""
    return max(3.0, pixels * 0.2)


def _paint_stroke(painter: QPainter, laid: LaidSegment, stroke: _Stroke, palette: Palette) -> None:
    pixels = laid.face.font.pixelSize()
    dots = painter.device().devicePixelRatio()

    def snapped(length: float) -> float:
        """To whole dots of the screen: a line between two is a smear."""
        return round(length * dots) / dots

    width = max(1.0 / dots, snapped(pixels / (10.0 if stroke.current else 14.0)))
    # Even stacks need even steps, so the step is snapped too and not only where it leads.
    top = snapped(laid.baseline(stroke.line) + pixels * 0.13) + stroke.level * snapped(pitch(pixels))
    y, length = top + width / 2, stroke.right - stroke.left
    if stroke.kind is None:
        painter.fillRect(QRectF(stroke.left, top, length, width * 1.6), palette.more)
    elif stroke.kind is PassageKind.NOTE:
        painter.setPen(QPen(palette.kind(stroke.kind), width))
        painter.drawPolyline(_wave(round(length), pixels).translated(stroke.left, y + width * 0.5))
    elif stroke.kind is PassageKind.QUOTE:
        thin = max(1.0 / dots, snapped(width * 0.7))
        for shift in (0.0, 2 * thin):
            painter.fillRect(QRectF(stroke.left, top + shift, length, thin), palette.kind(stroke.kind))
    elif stroke.kind is PassageKind.PERSON:
        painter.fillRect(QRectF(stroke.left, top, length, width), palette.kind(stroke.kind))
    else:
        painter.setPen(palette.pen(stroke.kind, width))
        painter.drawLine(QPointF(stroke.left, y), QPointF(stroke.right, y))


@lru_cache(maxsize=512)
def _wave(length: int, pixels: int) -> QPolygonF:
    half, height = max(2.0, pixels * 0.12), max(1.0, pixels * 0.05)
    points = [QPointF(n * half, height if n % 2 else -height) for n in range(int(length / half) + 1)]
    return QPolygonF(points)
