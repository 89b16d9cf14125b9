"""Pages laid out once and painted one by one, on a screen, on paper, or into a file.

Lengths are quarters of a point, so that a page looks the same everywhere. Only where each page
begins is kept; what stands on it is laid out again when it is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.i18n import _, active
from workbench.qt.look import fonts, tokens
from workbench.qt.printing.pieces import Piece, Style
from workbench.qt.reader.marks import LEVELS, underlines
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader_look import light_look

UNIT = 4
"""Units in a point."""

DPI = 72 * UNIT
"""Units in an inch: the resolution at which a painter needs no scaling."""

_MARGIN, _FOOT = 64 * UNIT, 44 * UNIT
_BLACK = "#000000"

Check = Callable[[int, int], None]
"""Told how many pieces are laid out, of how many; may raise to stop."""


class Paper(StrEnum):
    """The sizes on offer."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def page_size(self) -> QPageSize:
        """The size as Qt has it."""
        return QPageSize(QPageSize.PageSizeId.A4 if self is Paper.A4 else QPageSize.PageSizeId.Letter)

    @property
    def units(self) -> QSizeF:
        """The whole sheet."""
        points = self.page_size.size(QPageSize.Unit.Point)
        return QSizeF(points.width() * UNIT, points.height() * UNIT)


@dataclass(frozen=True, slots=True)
class Face:
    """How a style is set, in points: type size, line height, space above, inset from the left."""

    size: float
    line: float
    above: float
    inset: float = 0.0
    reading: bool = True
    strong: bool = False
    italic: bool = False
    second: bool = False
    keeps: bool = False
    """Whether it must not stand at the foot of a page without what follows."""

    def font(self) -> QFont:
        """Return the type, in units."""
        family = fonts.READING if self.reading else fonts.INTERFACE
        made = fonts.font(family, round(self.size * UNIT), strong=self.strong, italic=self.italic)
        for feature in ("liga", "clig", "calt"):
            # Joined letters, and signs that fit between digits, have no code point of their own: in Qt's PDF
            # they are lost to search and copying.
            made.setFeature(QFont.Tag(feature), 0)
        return made


FACES: dict[Style, Face] = {
    Style.TITLE: Face(20, 26, 0, strong=True, reading=False),
    Style.FACT: Face(9, 13, 3, reading=False, second=True),
    Style.LEGEND: Face(9, 18, 10, reading=False),
    Style.SECTION: Face(13, 18, 24, reading=False, strong=True, keeps=True),
    Style.HEADING: Face(13, 20, 16, strong=True, keeps=True),
    Style.LABEL: Face(10, 14, 11, reading=False, strong=True, keeps=True),
    Style.PARAGRAPH: Face(11, 18.5, 9),
    Style.QUOTATION: Face(11, 18.5, 9, inset=18),
    Style.ITEM: Face(11, 18.5, 4, inset=14),
    Style.NOTE: Face(9.5, 13.5, 5, inset=0),
    Style.NOTE_MORE: Face(9.5, 13.5, 2, inset=14),
}


@dataclass(frozen=True, slots=True)
class _Slice:
    """Lines of one piece on a page, the first of them this far from the top of the text."""

    piece: int
    first: int
    last: int
    top: float


class Pages:
    """Pieces on pages of a size; made in the worker, painted anywhere.

    `check` may raise to stop the work, which goes through every piece.
    """

    def __init__(self, pieces: Iterable[Piece], paper: Paper, *, title: str = "", check: Check | None = None) -> None:
        self.paper, self.title = paper, title
        self.pieces: Sequence[Piece] = tuple(pieces)
        self._pages: list[list[_Slice]] = [[]]
        size = paper.units
        self._width, self._height = size.width() - 2 * _MARGIN, size.height() - 2 * _MARGIN
        self._y = 0.0
        for place, piece in enumerate(self.pieces):
            if check is not None and place % 64 == 0:
                check(place, len(self.pieces))
            self._put(place, piece)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def texts(self, page: int) -> list[str]:
        """Return the words on a page, piece by piece, as they stand in its lines."""
        found = []
        for part in self._pages[page]:
            piece = self.pieces[part.piece]
            layout, _lines = _laid(piece, self._width)
            units = piece.text.encode("utf-16-le")
            start = layout.lineAt(part.first).textStart()
            line = layout.lineAt(part.last - 1)
            found.append(units[2 * start : 2 * (line.textStart() + line.textLength())].decode("utf-16-le", "replace"))
        return found

    def _put(self, place: int, piece: Piece) -> None:
        """Put one piece where the last one ended, on as many pages as it needs."""
        face = FACES[piece.style]
        line = face.line * UNIT
        _layout, lines = _laid(piece, self._width)
        if piece.begins_page and self._pages[-1]:
            self._turn()
        gap = 0.0 if piece.goes_on or not self._pages[-1] else face.above * UNIT
        need = line * (3 if face.keeps else min(2, lines))
        if self._pages[-1] and self._y + gap + need > self._height:
            self._turn()
            gap = 0.0
        self._y += gap
        done = 0
        while done < lines:
            fit = max(1, int((self._height - self._y) / line))
            last = min(lines, done + fit)
            if lines - last == 1 and last - done > 2:  # one line alone on the next page is lost there
                last -= 1
            self._pages[-1].append(_Slice(place, done, last, self._y))
            self._y += (last - done) * line
            done = last
            if done < lines:
                self._turn()

    def _turn(self) -> None:
        self._pages.append([])
        self._y = 0.0

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter's origin is the sheet's corner and its unit ours."""
        palette = Palette(light_look())
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        for part in self._pages[page]:
            _paint_slice(painter, self.pieces[part.piece], part, self._width, palette)
        painter.translate(0, self._height + _FOOT / 2)
        self._paint_foot(painter, page)
        painter.restore()

    def foot(self, page: int) -> str:
        """Return what stands at the foot of a page."""
        number = active().number
        return _("{page} / {all}").format(page=number(page + 1), all=number(self.count))

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        font = FACES[Style.FACT].font()
        painter.setFont(font)
        painter.setPen(QColor(tokens.LIGHT.second))
        metrics, words = QFontMetricsF(font), self.foot(page)
        room = metrics.horizontalAdvance(words)
        title = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, self._width - room - 24 * UNIT)
        painter.drawText(QPointF(0, metrics.ascent()), title)
        painter.drawText(QPointF(self._width - room, metrics.ascent()), words)


def _places(text: str) -> list[int]:
    """Return the UTF-16 unit at which each code point of a text begins, and the end."""
    if text.isascii() or max(text) < "\U00010000":
        return list(range(len(text) + 1))
    return list(accumulate((1 + (c > "\uffff") for c in text), initial=0))


def _laid(piece: Piece, width: float) -> tuple[QTextLayout, int]:
    """Lay a piece out and count its lines."""
    face = FACES[piece.style]
    layout = QTextLayout(piece.text, face.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    if piece.raised:
        places, formats = _places(piece.text), []
        for start, end in piece.raised:
            small = QTextCharFormat()
            small.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = places[start], places[end] - places[start], small
            formats.append(part)
        layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - face.inset * UNIT)
    layout.endLayout()
    return layout, max(1, layout.lineCount())


def _paint_slice(painter: QPainter, piece: Piece, part: _Slice, width: float, palette: Palette) -> None:
    face = FACES[piece.style]
    layout, _lines = _laid(piece, width)
    places = _places(piece.text)
    passages = [
        MarkedPassage(str(number), Span(places[mark.start], places[mark.end]), mark.kinds)
        for number, mark in enumerate(piece.marks)
        if mark.start < mark.end
    ]
    metrics = QFontMetricsF(face.font())
    painter.setPen(QColor(tokens.LIGHT.second if face.second else _BLACK))
    if piece.style is Style.ITEM and part.first == 0 and not piece.goes_on:
        painter.setFont(face.font())
        painter.drawText(QPointF(0, part.top + metrics.ascent()), "•")
    for number in range(part.first, min(part.last, layout.lineCount())):
        line = layout.lineAt(number)
        top = part.top + (number - part.first) * face.line * UNIT
        baseline = top + metrics.ascent()
        painter.setPen(QColor(tokens.LIGHT.second if face.second else _BLACK))
        # A raised number makes its own line higher; the letters' line stays where it is in all of them.
        line.draw(painter, QPointF(face.inset * UNIT, baseline - line.ascent() - line.y()))
        if passages:
            _paint_marks(painter, line, passages, QPointF(face.inset * UNIT, baseline), face, palette)


def _paint_marks(
    painter: QPainter,
    line: QTextLine,
    passages: Sequence[MarkedPassage],
    origin: QPointF,
    face: Face,
    palette: Palette,
) -> None:
    start, end = line.textStart(), line.textStart() + line.textLength()
    here = [one for one in passages if one.span.start < end and one.span.end > start]
    right = line.naturalTextRect().right()  # the space at a line's end has no underline
    for mark in underlines(here, start, end, None):
        ends = sorted((_x(line, max(start, mark.start)), _x(line, min(end, mark.end))))
        room = face.line - face.size
        top = origin.y() + (0.24 * face.size + mark.level * (room - 0.2 * face.size) / LEVELS) * UNIT
        stroke(painter, mark.kind, origin.x() + ends[0] + 1, origin.x() + min(ends[1], right) - 1, top, palette)


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # PySide gives the position back with it
    return float(found[0]) if isinstance(found, tuple) else 0.0


def stroke(
    painter: QPainter, kind: PassageKind | None, left: float, right: float, top: float, palette: Palette
) -> None:
    """Paint the line of a kind, the same style as on the screen, so that it is told apart in black and white."""
    width = 0.8 * UNIT
    if kind is None:
        painter.setPen(palette.more_pen(width))
    elif kind is PassageKind.NOTE:
        painter.setPen(QPen(palette.kind(kind), 0.6 * UNIT))
        painter.drawPolyline(_wave(left, right, top))
        return
    elif kind is PassageKind.QUOTE:
        painter.setPen(QPen(palette.kind(kind), 0.5 * UNIT))
        painter.drawLine(QPointF(left, top + 1.3 * UNIT), QPointF(right, top + 1.3 * UNIT))
    else:
        painter.setPen(palette.pen(kind, width))
    painter.drawLine(QPointF(left, top), QPointF(right, top))


def _wave(left: float, right: float, top: float) -> QPolygonF:
    step, rise = 1.5 * UNIT, 0.6 * UNIT
    count = max(1, int((right - left) / step))
    return QPolygonF([QPointF(left + n * step, top + (rise if n % 2 else -rise)) for n in range(count + 1)])
