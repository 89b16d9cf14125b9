"""The forms in which dates are drawn, so that what is not known is seen without colour.

A day is a diamond. What is known as a month, a year or longer is a band that fades at both ends:
on one of its days. An interval is a bar; where its end can lie on several days it fades over them.
An open end goes on as an arrow, an unknown one fades and has a question mark. Approximate dates
are hatched, uncertain ones have a dashed outline; one of several is hollow, tied by dots.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from workbench.domain.extents import Edge, Extent, Extents
from workbench.qt.look.style import current_look
from workbench.qt.records.timeline.lanes import FADES

_SOFT = 0.55
"""How much of its colour the middle of a band has that means one of its days."""


def draw_mark(
    painter: QPainter, extents: Extents, strip: QRectF, origin: float, per_day: float, colour: QColor, body: QRectF
) -> None:
    """Draw a date: `strip` gives top and height, day n stands at `origin + n * per_day`, `body` is what is seen."""
    places = []
    for part in extents.parts:
        left, right = origin + part.earliest * per_day, origin + (part.latest + 1) * per_day
        places.append((left + right) / 2)
        _draw_part(painter, part, strip, (origin, per_day), colour, body, hollow=extents.one_of)
    if len(places) > 1:
        style = Qt.PenStyle.DotLine if extents.one_of else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, current_look().px("hair"), style))
        y = strip.center().y()
        painter.drawLine(QPointF(min(places), y), QPointF(max(places), y))


def _draw_part(
    painter: QPainter,
    part: Extent,
    strip: QRectF,
    axis: tuple[float, float],
    colour: QColor,
    body: QRectF,
    *,
    hollow: bool,
) -> None:
    look = current_look()
    origin, per_day = axis
    least = float(look.px("wide"))
    left, right = origin + part.earliest * per_day, origin + (part.latest + 1) * per_day
    if right - left < least and not part.interval:
        middle = (left + right) / 2
        shape = QRectF(middle - least / 2, strip.top(), least, least)
        _draw_small(painter, part, shape, colour, hollow=hollow)
        return
    if part.exact:
        bar = QRectF(left, strip.top() + strip.height() / 4, right - left, strip.height() / 2)
        _fill(painter, part, bar, QBrush(colour), colour, hollow=hollow)
        return
    scale = look.scale / 100
    before, after = FADES[part.start.edge] * scale, FADES[part.end.edge] * scale
    bar = QRectF(left - before, strip.top() + strip.height() / 4, right - left + before + after, strip.height() / 2)
    # Only what can be seen is filled: at a day a pixel a century is a very long bar.
    seen = bar.intersected(body.adjusted(-body.width(), -body.height(), body.width(), body.height()))
    if seen.isEmpty():
        return
    brush = QBrush(_soft(part, bar, axis, colour, (before, after)))
    _fill(painter, part, seen, brush, colour, hollow=hollow)
    _draw_ends(painter, part, bar, colour)


def _soft(
    part: Extent, bar: QRectF, axis: tuple[float, float], colour: QColor, fades: tuple[float, float]
) -> QLinearGradient:
    """Return the colour along a bar: full where it surely held, fading where nobody knows."""
    origin, per_day = axis
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    clear, full = QColor(colour), QColor(colour)
    clear.setAlphaF(0.08)
    if not part.interval:
        full.setAlphaF(_SOFT)
        for at, shade in ((0, clear), (0.3, full), (0.7, full), (1, clear)):
            gradient.setColorAt(at, shade)
        return gradient
    first = origin + (part.start.last + 1) * per_day if part.start.edge is Edge.KNOWN else bar.left() + fades[0]
    last = origin + part.end.first * per_day if part.end.edge is Edge.KNOWN else bar.right() - fades[1]
    width = max(1.0, bar.width())
    one, other = sorted(min(1.0, max(0.0, (x - bar.left()) / width)) for x in (first, last))
    sharp_start = part.start.edge is Edge.KNOWN and part.start.first == part.start.last
    sharp_end = part.end.edge is Edge.KNOWN and part.end.first == part.end.last
    gradient.setColorAt(0, full if sharp_start else clear)
    gradient.setColorAt(one, full)
    gradient.setColorAt(other, full)
    gradient.setColorAt(1, full if sharp_end else clear)
    return gradient


def _fill(painter: QPainter, part: Extent, rect: QRectF, brush: QBrush, colour: QColor, *, hollow: bool) -> None:
    look = current_look()
    radius = look.px("half")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else brush)
    painter.drawRoundedRect(rect, radius, radius)
    if part.about:
        painter.setBrush(QBrush(look.colour("ink"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect, radius, radius)
    if part.uncertain or hollow:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_outline(part, colour))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)


def _outline(part: Extent, colour: QColor) -> QPen:
    look = current_look()
    pen = QPen(look.colour("ink") if part.uncertain else colour, 1.5 * look.px("hair"))
    if part.uncertain:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
    return pen


def _draw_small(painter: QPainter, part: Extent, square: QRectF, colour: QColor, *, hollow: bool) -> None:
    """Draw what has no room for a bar: a diamond for a day, a ring for a longer span."""
    look = current_look()
    inset = square.width() / 8
    area = square.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow or not part.exact else QBrush(colour))
    painter.setPen(_outline(part, colour) if part.uncertain else QPen(colour, look.px("ring")))
    middle = area.center()
    diamond = QPolygonF(
        [
            QPointF(middle.x(), area.top()),
            QPointF(area.right(), middle.y()),
            QPointF(middle.x(), area.bottom()),
            QPointF(area.left(), middle.y()),
        ]
    )
    if part.exact:
        painter.drawPolygon(diamond)
    else:
        painter.drawEllipse(area)
    if part.about:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(look.colour("ink"), Qt.BrushStyle.BDiagPattern))
        painter.drawEllipse(area)


def _draw_ends(painter: QPainter, part: Extent, bar: QRectF, colour: QColor) -> None:
    look = current_look()
    for end, x, way in ((part.start, bar.left(), -1), (part.end, bar.right(), 1)):
        if end.edge is Edge.OPEN:
            tip, size = QPointF(x, bar.center().y()), look.px("step")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, look.px("ring")))
            painter.drawPolyline(QPolygonF([tip + QPointF(-way * size, -size), tip, tip + QPointF(-way * size, size)]))
        elif end.edge is Edge.UNKNOWN:
            painter.setFont(look.font("small", strong=True))
            painter.setPen(colour)
            width = look.px("gap")
            area = QRectF(x - (width if way > 0 else 0), bar.center().y() - width, width, 2 * width)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "?")
