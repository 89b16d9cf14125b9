"""The network on the screen: walked through by keys, moved and zoomed, and said to screen readers."""

from __future__ import annotations

from math import atan2, hypot, pi

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.i18n import _, ngettext
from workbench.qt.frame.base import Live, tip
from workbench.qt.frame.spoken import SpokenArea
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_WORDS
from workbench.qt.records.network.bonds import Bond, bond_words
from workbench.qt.records.network.layout import ASPECT
from workbench.qt.records.network.picture import Picture, paint_picture

_ZOOM, _LEAST, _MOST, _PAN = 1.25, 0.15, 4.0, 0.15
"""How much a key zooms, between what bounds; the share of the view that a key pans."""

_WIDEST = 2.5
"""How much wider than high a picture becomes at most: beyond that ties are read along one line."""

_NEAR = 6.0
"""How near the pointer must come to a line, in pixels at 100 %."""

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NetworkCanvas(Live, SpokenArea):
    """Paints the network.

    `moved()` tells of another focus, `node_opened(id)` and `bond_opened()` of Enter or a click.
    """

    moved = Signal()
    node_opened = Signal(str)
    bond_opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self._fitted = True
        self._pressed: tuple[QPoint, tuple[float, float]] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.retranslate()

    # What is shown

    def show_picture(self, picture: Picture) -> None:
        """Show another network; focus, place and zoom stay where they still make sense."""
        before, self.picture = self.picture, picture
        picture.zoom, picture.centre = before.zoom, before.centre
        picture.focus = before.focus if before.focus in picture.nodes else picture.current
        if before.focus_bond is not None:
            ends = {before.focus_bond.one, before.focus_bond.other}
            picture.focus_bond = next((bond for bond in picture.bonds if {bond.one, bond.other} == ends), None)
        if self._fitted:
            self.fit()
        self._tell()

    def names(self) -> dict[str, str]:
        """Return the name of every record in the network."""
        return {key: node.name for key, node in self.picture.nodes.items()}

    def focus_words(self) -> str:
        """Say what has the focus."""
        if self.picture.focus_bond is not None:
            return bond_words(self.picture.focus_bond, self.names(), self.picture.own)
        return self.node_words(self.picture.focus)

    def node_words(self, record_id: str) -> str:
        """Say who or what a record is, and how many lines in view lead to it."""
        node = self.picture.nodes.get(record_id)
        if node is None:
            return ""
        count = len(self._bonds(record_id))
        kind = _(KIND_WORDS[RecordKind(node.kind)]) if node.kind in set(RecordKind) else ""
        parts = [node.name, kind, ngettext("{n} tie", "{n} ties", count).format(n=count)]
        if record_id == self.picture.current:
            parts.append(_("current record"))
        return " · ".join(part for part in parts if part)

    def _bonds(self, record_id: str) -> list[Bond]:
        """Return the lines of a record, clockwise from the top."""
        if record_id not in self.picture.places:
            return []
        x, y = self.picture.places[record_id]

        def angle(bond: Bond) -> float:
            there = self.picture.places[bond.across(record_id)]
            return atan2(there[0] - x, y - there[1]) % (2 * pi)

        return sorted((b for b in self.picture.bonds if record_id in (b.one, b.other)), key=angle)

    # Place and zoom

    def _rect(self) -> QRectF:
        return QRectF(self.viewport().rect())

    def aspect(self) -> float:
        """Return how much wider than high a picture is to be, so that it fills the view."""
        return min(_WIDEST, max(ASPECT, self._rect().width() / max(1.0, self._rect().height())))

    def fit(self) -> None:
        """Bring everything into view."""
        self._fitted = True
        self.picture.fit(self._rect())
        self.viewport().update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make everything larger or smaller; a point of the view, else what has the focus, is held still."""
        picture, rect = self.picture, self._rect()
        if at is None:
            here = picture.at(picture.focus, rect) if picture.focus in picture.places else rect.center()
            at = here if rect.contains(here) else rect.center()
        zoom = min(_MOST, max(_LEAST, picture.zoom * factor))
        away = at - rect.center()
        x, y = picture.centre
        shift = 1 / picture.zoom - 1 / zoom
        picture.centre, picture.zoom = (x + away.x() * shift, y + away.y() * shift), zoom
        self._fitted = False
        self.viewport().update()

    def pan(self, x: float, y: float) -> None:
        """Move the view by pixels."""
        picture = self.picture
        picture.centre = picture.centre[0] + x / picture.zoom, picture.centre[1] + y / picture.zoom
        self._fitted = False
        self.viewport().update()

    def _reveal(self, record_id: str) -> None:
        rect, room = self._rect(), current_look().px("vast")
        if record_id in self.picture.places and not rect.adjusted(room, room, -room, -room).contains(
            self.picture.at(record_id, rect)
        ):
            self.picture.centre = self.picture.places[record_id]
            self._fitted = False

    # Walking

    def set_focus(self, record_id: str, bond: Bond | None = None) -> None:
        """Give the focus to a record, or to one of its lines."""
        self.picture.focus, self.picture.focus_bond = record_id, bond
        self._reveal(record_id)
        self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        self.moved.emit()
        self.spoken_moved()

    def _nearest(self, way: tuple[int, int]) -> str:
        """Return the record that is nearest in a direction: what lies aside of it counts twice as far."""
        x, y = self.picture.places[self.picture.focus]
        best, far = "", float("inf")
        for key, (there_x, there_y) in self.picture.places.items():
            dx, dy = there_x - x, there_y - y
            ahead, aside = dx * way[0] + dy * way[1], abs(dx * way[1]) + abs(dy * way[0])
            cost = ahead + 2 * aside
            if ahead > aside * 0.3 and ahead > 0.5 and cost < far:
                best, far = key, cost
        return best

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        bonds, bond = self._bonds(self.picture.focus), self.picture.focus_bond
        at = bonds.index(bond) if bond in bonds else -1
        at += 1 if next else -1
        if -1 <= at < len(bonds):
            self.set_focus(self.picture.focus, bonds[at] if at >= 0 else None)
            return True
        self.picture.focus_bond = None
        return bool(super().focusNextPrevChild(next))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # a shortcut of the window's
        elif not (self._move_key(event.key(), shift=bool(modifiers)) or self._act_key(event.key())):
            super().keyPressEvent(event)

    def _move_key(self, key: int, *, shift: bool) -> bool:
        way = _WAYS.get(Qt.Key(key))
        if way is None:
            return False
        if shift:
            self.pan(way[0] * self.viewport().width() * _PAN, way[1] * self.viewport().height() * _PAN)
        elif self.picture.focus in self.picture.places:
            self.set_focus(self._nearest(way) or self.picture.focus)
        return True

    def _act_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home and self.picture.current in self.picture.nodes:
            self.set_focus(self.picture.current)
        elif key == Qt.Key.Key_Escape and self.picture.focus_bond is not None:
            self.set_focus(self.picture.focus)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.picture.focus:
            self._open()
        else:
            return False
        return True

    def _open(self) -> None:
        if self.picture.focus_bond is not None:
            self.bond_opened.emit()
        else:
            self.node_opened.emit(self.picture.focus)

    # The pointer

    def _under(self, point: QPointF) -> str | Bond | None:
        """Return the record at a point, else the line."""
        picture, rect, look = self.picture, self._rect(), current_look()
        for key in picture.nodes:
            away = picture.at(key, rect) - point
            if hypot(away.x(), away.y()) <= look.px("target") * 0.7:
                return key
        near, found = _NEAR * look.scale / 100, None
        for bond in picture.bonds:
            away_by = _distance(point, picture.at(bond.one, rect), picture.at(bond.other, rect))
            if away_by < near:
                near, found = away_by, bond
        return found

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint(), self.picture.centre

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            hand = Qt.CursorShape.PointingHandCursor if self._under(event.position()) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            return
        start, centre = self._pressed
        way = start - event.position().toPoint()
        if way.manhattanLength() > current_look().px("step"):
            self.picture.centre = centre
            self.pan(way.x(), way.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        point = event.position()
        if pressed is None or (point.toPoint() - pressed[0]).manhattanLength() > current_look().px("step"):
            return
        found = self._under(point)
        if isinstance(found, Bond):
            near = self.picture.focus if self.picture.focus in (found.one, found.other) else found.one
            self.set_focus(near, found)
            self.bond_opened.emit()
        elif found is not None:
            again = found == self.picture.focus and self.picture.focus_bond is None
            self.set_focus(found)
            if again:
                self.node_opened.emit(found)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM ** (delta.y() / 120), event.position())
        else:
            self.pan(-delta.x() / 2, -delta.y() / 2)

    # Painting and speaking

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        picture = self.picture
        focus = picture.focus, picture.focus_bond
        if not self.hasFocus() and picture.focus_bond is None:
            picture.focus = ""
        painter = QPainter(self.viewport())
        paint_picture(painter, self._rect(), picture)
        painter.end()
        picture.focus, picture.focus_bond = focus

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.moved.emit()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._under(QPointF(event.pos()))
            if isinstance(found, Bond):
                words = bond_words(found, self.names(), self.picture.own)
            else:
                words = self.node_words(found or "")
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().viewportEvent(event)

    def _spoken(self) -> list[tuple[str, Bond | None]]:
        """Return the records, and under the one with the focus its lines."""
        found: list[tuple[str, Bond | None]] = []
        for key in self.picture.nodes:
            found.append((key, None))
            if key == self.picture.focus:
                found += [(key, bond) for bond in self._bonds(key)]
        return found

    @override
    def spoken_lines(self) -> list[str]:
        names = self.names()
        return [
            self.node_words(key) if bond is None else bond_words(bond, names, self.picture.own)
            for key, bond in self._spoken()
        ]

    @override
    def spoken_line(self) -> int:
        here = (self.picture.focus, self.picture.focus_bond)
        spoken = self._spoken()
        return spoken.index(here) if here in spoken else -1

    @override
    def spoken_rect(self, line: int) -> QRect:
        key, bond = self._spoken()[line]
        middle = self.picture.at(key, self._rect())
        if bond is not None:
            middle = (middle + self.picture.at(bond.across(key), self._rect())) / 2
        side = current_look().px("target")
        return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toRect()

    @override
    def go_to_line(self, line: int) -> None:
        spoken = self._spoken()
        if 0 <= line < len(spoken):
            self.set_focus(*spoken[line])

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Network"))

    @override
    def restyle(self) -> None:
        self.viewport().update()


def _distance(point: QPointF, one: QPointF, other: QPointF) -> float:
    """Return how far a point is from a line between two others."""
    along = other - one
    length = max(1e-6, along.x() ** 2 + along.y() ** 2)
    way = point - one
    share = min(1.0, max(0.0, (way.x() * along.x() + way.y() * along.y()) / length))
    return hypot(way.x() - share * along.x(), way.y() - share * along.y())
