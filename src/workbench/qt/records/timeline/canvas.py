"""The timeline on the screen: walked through by keys, moved and zoomed, and said to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from workbench.domain.time_scale import TimeScale
from workbench.qt.frame.base import tip
from workbench.qt.look.style import current_look
from workbench.qt.records.timeline.chart import Spot, axis_height, head_width, lane_height, paint_chart, row_height
from workbench.qt.records.timeline.lane_view import LaneView
from workbench.qt.records.timeline.lanes import Entry
from workbench.qt.records.timeline.words import entry_words, lane_words

_STEP, _PAN = 1.3, 0.2
"""How much a key zooms; the share of what is seen that a key pans."""


class TimelineCanvas(LaneView):
    """Paints the lanes. `opened(record, entry)` tells that an entry is to be opened, empty for the record
    itself; `chosen(record)` that a record is to become the current one."""

    opened = Signal(str, str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[QPoint, TimeScale] | None = None
        self.viewport().setMouseTracking(True)

    # Walking

    def set_focus(self, record_id: str, entry_id: str = "") -> None:
        """Give the focus to an entry, or to a lane itself, and bring it into view."""
        self.chart.focus = (record_id, entry_id)
        self._reveal()
        self.viewport().update()
        self.moved.emit()
        self.spoken_moved()

    def _walk(self) -> list[Entry]:
        at = self._index.get(self.chart.focus[0])
        if at is None:
            return []
        boxes = {box.entry.row.id for box in self._place(at).boxes}
        return [entry for entry in self._place(at).lane.entries if entry.row.id in boxes]

    def _step(self, by: int) -> None:
        entries = self._walk()
        ids = [entry.row.id for entry in entries]
        at = ids.index(self.chart.focus[1]) if self.chart.focus[1] in ids else -1
        at = min(len(ids) - 1, max(-1, at + by))
        self.set_focus(self.chart.focus[0], ids[at] if at >= 0 else "")

    def _step_lane(self, by: int) -> None:
        if not self._ids:
            return
        entry = self.focus_entry()
        at = self._index.get(self.chart.focus[0], 0)
        there = min(len(self._ids) - 1, max(0, at + by))
        if there == at and self.chart.focus[0]:
            return
        self.chart.focus = (self._ids[there], "")
        near = (
            min(self._walk(), key=lambda e: abs(e.extents.earliest - entry.extents.earliest))
            if (entry is not None and self._walk())
            else None
        )
        self.set_focus(self._ids[there], near.row.id if near is not None else "")

    def _reveal(self) -> None:
        at = self._index.get(self.chart.focus[0])
        if at is None:
            return
        box = next((box for box in self._place(at).boxes if box.entry.row.id == self.chart.focus[1]), None)
        rows, bar = self._place(0).rows, self.verticalScrollBar()
        place_in = (box.row if box is not None else 0) if at == 0 else rows + at - 1
        fits = max(1, int((self.viewport().height() - axis_height()) / row_height()) - 1)
        if place_in < bar.value():
            bar.setValue(place_in)
        elif at == 0 and place_in >= bar.value() + fits:
            bar.setValue(place_in - fits + 1)
        elif at > 0:
            while not self._shows(at) and bar.value() < place_in:
                bar.setValue(bar.value() + 1)
        if box is not None:
            scale, extents = self.chart.scale, box.entry.extents
            left, right = scale.x(extents.earliest), scale.x(extents.latest + 1)
            if right < 0 or left > scale.length - current_look().px("vast"):
                self.set_scale(
                    TimeScale((extents.earliest + extents.latest + 1 - scale.days) / 2, scale.days, scale.length)
                )

    def _shows(self, at: int) -> bool:
        """Tell whether a lane is wholly in view, or at the top."""
        top, above = self._top()
        if at <= top:
            return True
        used = lane_height(self._place(top), above) + sum(lane_height(self._place(n)) for n in range(top + 1, at + 1))
        return used <= self.viewport().height() - axis_height()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # a shortcut of the window's
        elif not (self._move_key(event.key(), shift=bool(modifiers)) or self._act_key(event.key())):
            super().keyPressEvent(event)

    def _move_key(self, key: int, *, shift: bool) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}
        lanes = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        found = Qt.Key(key)
        if shift and found in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.set_scale(self.chart.scale.panned(steps[found] * _PAN))
        elif found in steps:
            self._step(steps[found])
        elif found in lanes:
            self._step_lane(lanes[found])
        else:
            return False
        return True

    def _act_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Space and self.chart.focus[0]:
            self.chosen.emit(self.chart.focus[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chart.focus[0]:
            self.opened.emit(*self.chart.focus)
        else:
            return False
        return True

    # The pointer

    def _spot(self, point: QPoint) -> Spot | None:
        if point.x() < head_width(self.viewport().width()) or point.y() < axis_height():
            return None
        return next((spot for spot in self.chart.spots if spot.rect.contains(point)), None)

    def _lane_at(self, y: float) -> str:
        top, above = axis_height(), self.chart.above
        for placed in self.chart.placed:
            bottom = top + lane_height(placed, above)
            if top <= y < bottom:
                return placed.lane.record_id
            top, above = bottom, 0
        return ""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint(), self.chart.scale

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is None:
            hand = Qt.CursorShape.PointingHandCursor if self._spot(point) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            return
        start, scale = self._pressed
        if abs(point.x() - start.x()) > current_look().px("step"):
            self.set_scale(scale.panned((start.x() - point.x()) / scale.length))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or (point - pressed[0]).manhattanLength() > current_look().px("step"):
            return
        spot = self._spot(point)
        record_id = spot.record_id if spot is not None else self._lane_at(point.y())
        if record_id:
            self.set_focus(record_id, spot.box.entry.row.id if spot is not None else "")
        if spot is not None:
            self.opened.emit(*self.chart.focus)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        record_id = self._lane_at(point.y())
        if record_id and point.x() < head_width(self.viewport().width()):
            self.chosen.emit(record_id)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position().x() - head_width(self.viewport().width())
            self.zoom(_STEP ** (-delta.y() / 120), max(0.0, at))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            self.set_scale(self.chart.scale.panned(-(delta.x() or delta.y()) / 120 * _PAN / 2))
        else:
            super().wheelEvent(event)

    # Painting and speaking

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        focus = self.chart.focus
        if not self.hasFocus():
            self.chart.focus = ("", "")
        painter = QPainter(self.viewport())
        paint_chart(painter, QRectF(self.viewport().rect()), self.chart)
        painter.end()
        self.chart.focus = focus

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._spot(event.pos())
            words = entry_words(spot.box.entry, self.chart.own) if spot is not None else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().viewportEvent(event)

    def _spoken(self) -> list[tuple[str, str, str]]:
        """Return record, entry (empty for the lane) and words of everything in view."""
        found = []
        for placed in self.chart.placed:
            record_id = placed.lane.record_id
            found.append((record_id, "", lane_words(placed.lane)))
            found += [(record_id, e.row.id, entry_words(e, self.chart.own)) for e in placed.lane.entries]
        return found

    @override
    def spoken_lines(self) -> list[str]:
        return [words for _record, _entry, words in self._spoken()]

    @override
    def spoken_line(self) -> int:
        places = [(record_id, entry_id) for record_id, entry_id, _words in self._spoken()]
        return places.index(self.chart.focus) if self.chart.focus in places else -1

    @override
    def spoken_rect(self, line: int) -> QRect:
        record_id, entry_id, _words = self._spoken()[line]
        found = (s.rect for s in self.chart.spots if (s.record_id, s.box.entry.row.id) == (record_id, entry_id))
        return next((rect.toRect() for rect in found), QRect())

    @override
    def go_to_line(self, line: int) -> None:
        spoken = self._spoken()
        if 0 <= line < len(spoken):
            self.set_focus(*spoken[line][:2])
