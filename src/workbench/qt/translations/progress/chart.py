"""Weeks as stacked bars, a part for each language: told apart by hatching as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.i18n import _, active
from workbench.qt.frame.base import tip
from workbench.qt.frame.spoken import SpokenArea
from workbench.qt.look.style import current_look

_STYLES: tuple[tuple[str, Qt.BrushStyle], ...] = (
    ("person", Qt.BrushStyle.SolidPattern),
    ("event", Qt.BrushStyle.BDiagPattern),
    ("organisation", Qt.BrushStyle.DiagCrossPattern),
    ("quote", Qt.BrushStyle.HorPattern),
)
"""Colour, by the kind of passage that it is of, and hatching of each language in its order."""

_BAR, _MOST = 24, 48
"""Least and most width of a bar at 100 %."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One week by its Monday, with a count for each language."""

    monday: str
    counts: tuple[int, ...]

    def words(self, languages: Sequence[str]) -> str:
        """Say everything about the week in a line."""
        name = active().language_name
        number = active().number
        parts = [f"{name(tag)} {number(n)}" for tag, n in zip(languages, self.counts, strict=True) if n]
        week = _("week of {date}").format(date=date_text(self.monday, active().language))
        return _("{week}: {counts}; together {n}").format(
            week=week, counts=", ".join(parts) or _("nothing"), n=number(sum(self.counts))
        )


def filled(bars: Sequence[Bar]) -> list[Bar]:
    """Return weeks with those between them in which nothing was done."""
    if not bars:
        return []
    known = {bar.monday: bar for bar in bars}
    first, last = date.fromisoformat(bars[0].monday), date.fromisoformat(bars[-1].monday)
    mondays = [date.fromordinal(day).isoformat() for day in range(first.toordinal(), last.toordinal() + 1, 7)]
    none = (0,) * len(bars[0].counts)
    return [known.get(monday, Bar(monday, none)) for monday in mondays]


class WeekChart(SpokenArea):
    """Paints as many of the last weeks as there is room for; arrow keys go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: list[Bar] = []
        self._languages: tuple[str, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("place", "paper")

    def show_weeks(self, bars: Sequence[Bar], languages: Sequence[str]) -> None:
        """Show other weeks, the oldest first; the last becomes the current one."""
        self._bars, self._languages = filled(bars), tuple(languages)
        self._at = len(self.shown()) - 1
        self.viewport().update()
        self.spoken_moved()

    def _look(self) -> tuple[float, float]:
        """Return the width of a bar with its gap, and the height of a line of small type."""
        look = current_look()
        shown = max(1, len(self._bars))
        room = self.viewport().width() - 2 * look.px("room")
        widest = max(_BAR * look.scale / 100, min(_MOST * look.scale / 100, room / shown - look.px("gap")))
        return widest + look.px("gap"), QFontMetricsF(look.font("small")).lineSpacing()

    def shown(self) -> list[Bar]:
        """Return the weeks that there is room for, up to the last one."""
        step, _line = self._look()
        fits = max(1, int((self.viewport().width() - 2 * current_look().px("room")) / step))
        return self._bars[-fits:]

    def _legend_height(self) -> float:
        return max((rect.bottom() for rect, _place in self._legend()), default=0.0)

    def _legend(self) -> list[tuple[QRectF, int]]:
        """Return where each language stands that is in the chart, as many in a line as there is room for."""
        look = current_look()
        metrics = QFontMetricsF(look.font("small"))
        x = y = float(look.px("room"))
        found = []
        for place, tag in enumerate(self._languages):
            if not any(bar.counts[place] for bar in self._bars):
                continue
            width = look.px("room") + look.px("step") + metrics.horizontalAdvance(active().language_name(tag))
            if x > look.px("room") and x + width > self.viewport().width() - look.px("room"):
                x, y = float(look.px("room")), y + metrics.lineSpacing() + look.px("step")
            found.append((QRectF(x, y, width, metrics.lineSpacing()), place))
            x += width + look.px("room")
        return found

    def _column(self, place: int) -> QRectF:
        """Return the place of a week: its bar, with the number above and the date below."""
        step, line = self._look()
        look = current_look()
        top = self._legend_height() + look.px("gap")
        bottom = self.viewport().height() - look.px("gap")
        return QRectF(look.px("room") + place * step, top, step, max(4 * line, bottom - top))

    def _brush(self, painter: QPainter, rect: QRectF, place: int) -> None:
        look = current_look()
        token, style = _STYLES[place % len(_STYLES)]
        colour = look.colour(token)
        painter.fillRect(rect, look.palette.tint(token))
        painter.setPen(QPen(colour, look.px("hair")))
        painter.setBrush(QBrush(colour, style))
        painter.drawRect(rect)

    def _paint_bar(self, painter: QPainter, place: int, bar: Bar, most: int, dated: bool) -> None:
        look, (step, line) = current_look(), self._look()
        column = self._column(place)
        floor, room = column.bottom() - line - look.px("step"), column.height() - 2 * line - 2 * look.px("step")
        y, width = floor, step - look.px("gap")
        for language, count in enumerate(bar.counts):
            if count:
                height = max(2.0, room * count / most)
                y -= height
                self._brush(painter, QRectF(column.left(), y, width, height), language)
        painter.setPen(look.colour("ink"))
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        total = active().number(sum(bar.counts))
        above = QRectF(column.left() - step, y - line - look.px("half"), width + 2 * step, line)
        painter.drawText(above, middle, total if sum(bar.counts) else "")
        if dated:
            day = date.fromisoformat(bar.monday)
            painter.setPen(look.colour("second"))
            words = f"{day:%Y-%m-%d}"
            wide = QFontMetricsF(look.font("small")).horizontalAdvance(words)
            left = min(column.left(), self.viewport().width() - wide - look.px("step"))
            below = QRectF(left, floor + look.px("half"), wide + look.px("step"), line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = current_look()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.colour("paper"))
        painter.setFont(look.font("small"))
        bars = self.shown()
        for rect, place in self._legend():
            side = rect.height() * 0.7
            box = QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)
            self._brush(painter, box, place)
            painter.setPen(look.colour("ink"))
            words = rect.adjusted(look.px("room") + look.px("step"), 0, look.px("room"), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, active().language_name(self._languages[place]))
        most = max((sum(bar.counts) for bar in bars), default=0) or 1
        step, line = self._look()
        apart = max(1, int(QFontMetricsF(look.font("small")).horizontalAdvance("2026-00-00  ") / step) + 1)
        for place, bar in enumerate(bars):
            self._paint_bar(painter, place, bar, most, place % apart == 0)
        if bars:
            floor = self._column(0).bottom() - line - look.px("step")
            painter.setPen(QPen(look.colour("control"), look.px("hair")))
            painter.drawLine(QPointF(look.px("room"), floor), QPointF(self._column(len(bars) - 1).right(), floor))
        if self.hasFocus() and 0 <= self._at < len(bars):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), look.px("ring")))
            ring = look.px("step")
            painter.drawRoundedRect(
                self._column(self._at).adjusted(-ring, 0, -ring, -line), look.px("radius"), look.px("radius")
            )
        painter.end()

    # The current week

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.shown()) - 1
        steps = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key not in steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.go_to_line(min(last, max(0, steps[key])))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._week_at(event.position())
        if at >= 0:
            self.go_to_line(at)

    def _week_at(self, point: QPointF) -> int:
        return next((n for n in range(len(self.shown())) if self._column(n).contains(point)), -1)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._week_at(QPointF(event.pos()))
            words = self.shown()[at].words(self._languages) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().viewportEvent(event)

    @override
    def spoken_lines(self) -> list[str]:
        return [bar.words(self._languages) for bar in self.shown()]

    @override
    def spoken_line(self) -> int:
        return self._at if self._at < len(self.shown()) else -1

    @override
    def spoken_rect(self, line: int) -> QRect:
        return self._column(line).toRect() if 0 <= line < len(self.shown()) else QRect()

    @override
    def go_to_line(self, line: int) -> None:
        if 0 <= line < len(self.shown()):
            self._at = line
            self.setAccessibleDescription(self.shown()[line].words(self._languages))
            self.viewport().update()
            self.spoken_moved()
