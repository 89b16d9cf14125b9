"""The list of finds: headings that are passed over, and finds whose words are picked out in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.i18n import _, active
from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look
from workbench.qt.search.results import GROUPS, Found, grouped, head_words, shown_text, spoken
from workbench.store.queries.hits import HitOwner

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)

_LINES = 2
"""Lines of type that an excerpt may take."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a group."""

    kind: str
    count: int

    def text(self) -> str:
        """Return what the group is and how many finds there are."""
        return f"{_(GROUPS[self.kind][0])} · {active().number(self.count)}"


class HitModel(QAbstractListModel):
    """Headings and finds in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | HitOwner] = []

    def set_found(self, found: Found | None) -> None:
        """Show other finds."""
        self.beginResetModel()
        self._rows = []
        for kind, owners in grouped(found) if found is not None else ():
            self._rows.append(Heading(kind, len(owners)))
            self._rows.extend(owners)
        self.endResetModel()

    def row(self, place: int) -> Heading | HitOwner | None:
        """Return what stands at a place, None outside the list."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if isinstance(self.row(index.row()), Heading) else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text() if isinstance(row, Heading) else spoken(row)
        return None


class _HitDelegate(QStyledItemDelegate):
    """Paints a heading, or a find under what it belongs to."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = current_look()
        row = index.data(ROW_ROLE)
        line = QFontMetrics(look.font()).lineSpacing()
        if isinstance(row, Heading):
            return QSize(0, line + look.px("hall"))
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else look.px("column")
        body = len(_excerpt(row, width - 2 * look.px("room"))[1])
        head = QFontMetrics(look.font("small")).lineSpacing() if head_words(row) else 0
        return QSize(0, body * line + head + 2 * look.px("gap"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = index.data(ROW_ROLE), current_look()
        self.initStyleOption(option, index)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, row, option.rect)
        else:
            option.text = ""
            option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
            self._paint_hit(painter, row, option.rect.adjusted(look.px("room"), look.px("gap"), -look.px("room"), 0))
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, row: Heading, rect: QRect) -> None:
        look = current_look()
        side, font = look.px("icon"), look.font("small", strong=True)
        metrics = QFontMetrics(font)
        base = rect.bottom() - look.px("step") - metrics.descent()
        middle = base - metrics.ascent() // 2
        icon = look.icon(GROUPS[row.kind][1])
        icon.paint(painter, QRect(rect.left() + look.px("room"), middle - side // 2, side, side))
        painter.setFont(font)
        painter.setPen(look.colour("second"))
        painter.drawText(rect.left() + look.px("room") + side + look.px("gap"), base, row.text())
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.left() + look.px("room"), rect.bottom(), rect.right() - look.px("room"), rect.bottom())

    @staticmethod
    def _paint_hit(painter: QPainter, row: HitOwner, area: QRect) -> None:
        look = current_look()
        layout, lines = _excerpt(row, area.width())
        painter.setPen(look.colour("ink"))
        step = QFontMetrics(look.font()).lineSpacing()
        for place, line in enumerate(lines):
            layout.lineAt(line).draw(painter, QPointF(area.left(), area.top() + place * step))
        head = head_words(row)
        if head:
            font = look.font("small")
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.colour("second"))
            text = metrics.elidedText(head, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area.left(), area.top() + len(lines) * step + metrics.ascent(), text)


def _excerpt(row: HitOwner, width: int) -> tuple[QTextLayout, range]:
    """Lay the excerpt out, the find in it in bold accent; returns the layout and the lines to paint.

    Where there are more lines than may be shown, those with the find in them are.
    """
    look = current_look()
    text, moved = shown_text(row.hit)
    layout = QTextLayout(text, look.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = Utf16Map(text)
    start = units.to_units(row.hit.at + moved)
    if row.hit.length:
        picked = QTextLayout.FormatRange()
        picked.start = start
        picked.length = units.to_units(row.hit.at + moved + row.hit.length) - start
        picked.format = QTextCharFormat()
        picked.format.setForeground(look.colour("accent"))
        picked.format.setFontWeight(look.font(strong=True).weight())
        layout.setFormats([picked])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    found = layout.lineForTextPosition(start).lineNumber() if layout.lineCount() else 0
    first = max(0, min(found - _LINES + 1, layout.lineCount() - _LINES)) if found >= _LINES else 0
    return layout, range(first, min(first + _LINES, layout.lineCount()))


class HitList(Live, QListView):
    """The finds. `chosen(HitOwner)` with Enter or a double click; `left()` with Up from the first one."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(_HitDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))
        self.retranslate()

    def show_found(self, found: Found | None) -> None:
        """Show other finds; the current one stays so where it is still there."""
        kept, scroll = self.current(), self.verticalScrollBar().value()
        self.hits.set_found(found)
        if kept is not None and self.go_to(kept):
            self.verticalScrollBar().setValue(scroll)

    def current(self) -> HitOwner | None:
        """Return the current find."""
        row = self.hits.row(self.currentIndex().row())
        return row if isinstance(row, HitOwner) else None

    def go_to(self, owner: HitOwner) -> bool:
        """Make a find the current one; tell whether it is here."""
        for place in range(self.hits.rowCount()):
            row = self.hits.row(place)
            if isinstance(row, HitOwner) and _same(row, owner):
                self.setCurrentIndex(self.hits.index(place))
                return True
        return False

    def begin(self) -> None:
        """Take the focus; the first find is current where none was."""
        if self.current() is None and self.hits.rowCount() > 1:
            self.setCurrentIndex(self.hits.index(1))
        self.setFocus()

    def _choose(self, place: int) -> None:
        row = self.hits.row(place)
        if isinstance(row, HitOwner):
            self.chosen.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("What was found"))
        self.scheduleDelayedItemsLayout()

    @override
    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()


def _same(one: HitOwner, other: HitOwner) -> bool:
    return (one.hit.kind, one.hit.row_id, one.hit.position) == (other.hit.kind, other.hit.row_id, other.hit.position)
