"""The lanes left of the text: a bar beside the lines of every visible passage, none on another.

A bar has its kinds' colours; those of the records that stand out have an outline, the quotes
a sign of their translations' state in a lane of their own, at the far left.

Lines on the screen are numbered from its top; where more passages stand beside a line than
there are lanes, a count takes the outermost place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from workbench.domain.passages import QuoteState
from workbench.i18n import _
from workbench.qt.look import fonts, tokens
from workbench.qt.reader.marks import kinds_of, lanes, merged
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.reader.quote_signs import SIGN, draw_quote_state
from workbench.qt.reader.view import MARGIN, Seen

LANES = 5
_PITCH = 7
_WIDTH = 3
_NEAREST = 12
_CURRENT_MORE = 2
_SHORT = 2
"""Pixels that a bar ends before its lines do, so that bars in one lane are seen apart."""

_OUTER = LANES * _PITCH + _NEAREST - (_PITCH - _WIDTH)
"""Pixels from the column to the outermost lane's left edge."""

_SIGNS = SIGN + 4
"""Pixels at the margin's left that the signs of quotes have for themselves."""

_MOST = 99
"""The largest number that there is room for."""


class Bar(NamedTuple):
    """A passage's bar in viewport pixels; `lane` is `LANES` where none was free."""

    passage: MarkedPassage
    lane: int
    top: int
    bottom: int


class Crowd(NamedTuple):
    """Lines beside which more passages stand than there are lanes, in viewport pixels; `number` have none."""

    number: int
    top: int
    bottom: int


class _Line(NamedTuple):
    start: int
    top: int
    bottom: int


class LaneMargin:
    """Works out bars for what is visible, and nothing else."""

    def __init__(self) -> None:
        self._before: dict[str, int] = {}
        self.bars: list[Bar] = []
        self.crowds: list[Crowd] = []
        self.signs: list[tuple[QuoteState, int]] = []

    def arrange(self, seen: Sequence[Seen], index: PassageIndex, height: int, current: str | None = None) -> None:
        """Give every passage on the screen a lane; those that had one keep it, and the current one has one."""
        lines, end = _lines(seen, height)
        starts = [line.start for line in lines]
        passages = index.overlapping(starts[0], end)
        extents = [
            (p.id, max(0, bisect_right(starts, p.span.start) - 1), bisect_right(starts, p.span.end - 1) - 1)
            for p in passages
        ]
        self._before = before = lanes(extents, self._before, LANES, current)
        self.bars = [
            Bar(passage, before[key], lines[first].top, lines[last].bottom)
            for passage, (key, first, last) in zip(passages, extents, strict=True)
        ]
        left_over = [(first, last + 1) for key, first, last in extents if before[key] == LANES]
        self.crowds = [
            Crowd(sum(1 for a, _b in left_over if first <= a < last), lines[first].top, lines[last - 1].bottom)
            for first, last in _apart(left_over)
        ]

    def paint(
        self,
        painter: QPainter,
        right: int,
        palette: Palette,
        current: str | None,
        records: frozenset[str] = frozenset(),
    ) -> None:
        """Paint the bars, lane by lane outwards from the column's left edge at `right`; `records` stand out."""
        for passage, lane, top, bottom in self.bars:
            if lane == LANES:
                continue
            kinds = kinds_of(passage)
            wide = _CURRENT_MORE if passage.id == current else 0
            x = right - _NEAREST - lane * _PITCH - wide / 2
            step = (bottom - top - 2 * _SHORT) / len(kinds)
            for number, kind in enumerate(kinds):
                painter.fillRect(QRectF(x, top + _SHORT + number * step, _WIDTH + wide, step), palette.kind(kind))
            if records and not records.isdisjoint(passage.records):
                self._paint_outline(painter, QRectF(x, top + _SHORT, _WIDTH + wide, bottom - top - 2 * _SHORT), palette)
        self._paint_crowds(painter, right, palette)
        self._paint_signs(painter, right)

    def _paint_outline(self, painter: QPainter, bar: QRectF, palette: Palette) -> None:
        """Frame a bar in the ink, a pixel clear of it: seen without any colour, and in the room between lanes."""
        painter.setPen(QPen(palette.ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5))

    def _paint_signs(self, painter: QPainter, right: int) -> None:
        """Paint one sign beside a line: where several quotes begin there, that of the one worst off."""
        self.signs = _signs(self.bars)
        for state, top in self.signs:
            draw_quote_state(painter, QRectF(right - MARGIN + 1, top + _SHORT + 1, SIGN, SIGN), state)

    def _paint_crowds(self, painter: QPainter, right: int, palette: Palette) -> None:
        if not self.crowds:
            return
        font = QFont(fonts.INTERFACE)
        font.setPixelSize(tokens.SIZES["small"])
        high = QFontMetricsF(font).height()
        painter.setFont(font)
        for beyond, top, bottom in self.crowds:
            painter.setPen(palette.second)
            box = QRectF(right - MARGIN + _SIGNS, max(0, top) + _SHORT, MARGIN - _SIGNS - _OUTER - _SHORT, high)
            words = _("+{n}").format(n=beyond) if beyond <= _MOST else _("{n}+").format(n=_MOST)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            if bottom - _SHORT > box.bottom() + _SHORT:
                rule = QRectF(box.right() - 1, box.bottom() + _SHORT, 1, bottom - box.bottom() - 2 * _SHORT)
                painter.fillRect(rule, palette.more)

    def at(self, point: QPointF, right: int) -> list[MarkedPassage]:
        """Return the passages whose bars, sign or count stand at a point; the column begins at `right`."""
        lane = min(LANES, round((right - _NEAREST + _WIDTH / 2 - point.x()) / _PITCH))
        if point.x() < right - MARGIN:
            return []
        signed = self._signed(point.y()) if point.x() < right - MARGIN + _SIGNS else []
        return signed or [bar.passage for bar in self.bars if bar.lane == lane and bar.top <= point.y() <= bar.bottom]

    def _signed(self, y: float) -> list[MarkedPassage]:
        """Return the quotes that a sign at a height stands for, the one worst off first."""
        for state, top in self.signs:
            if top <= y <= top + SIGN + 2 * _SHORT:
                here = [b.passage for b in self.bars if b.passage.state is not None and max(0, b.top) == top]
                return sorted(here, key=lambda passage: passage.state is not state)
        return []


def _lines(seen: Sequence[Seen], height: int) -> tuple[list[_Line], int]:
    """Return the lines on the screen and the code point after the last."""
    lines: list[_Line] = []
    end = 0
    for laid, y in seen:
        for line in range(laid.line_at(-y), laid.line_at(height - 1 - y) + 1):
            start, end = laid.line_range(line)
            top = y + laid.line_top(line)
            lines.append(_Line(start, top, top + laid.face.line))
    return lines, end


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join ranges of lines that share a line; those that only touch stay apart."""
    return [(first // 2, last // 2 + 1) for first, last in merged((2 * a, 2 * b - 1) for a, b in spans)]


def _signs(bars: Sequence[Bar]) -> list[tuple[QuoteState, int]]:
    """Return the signs with the tops of the lines at which their quotes begin, none on another."""
    worst: dict[int, QuoteState] = {}
    order = list(QuoteState)
    for bar in bars:
        state, top = bar.passage.state, max(0, bar.top)
        if state is not None and (top not in worst or order.index(state) < order.index(worst[top])):
            worst[top] = state
    found: list[tuple[QuoteState, int]] = []
    for top, state in sorted(worst.items()):
        if not found or top >= found[-1][1] + SIGN + 1:
            found.append((state, top))
    return found
