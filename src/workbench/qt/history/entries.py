"""The list of operations: read page by page as one scrolls, grouped by day, painted rather than built."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.domain.changes import OperationKind
from workbench.i18n import _
from workbench.qt.frame.base import Live, tip
from workbench.qt.frame.lines import wrapped
from workbench.qt.history.words import day_of, day_text, moment_of, operation_text, time_text
from workbench.qt.look.style import current_look
from workbench.store.log import Entry

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
PAGE = 200
"""Operations that are read at once."""

_ROWS = 2
"""Lines of type that an operation's name may take."""

Pager = Callable[[int | None], Sequence[Entry]]
"""Gives the next page of entries, those before a number; the first one for None. Less than `PAGE` is the end."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list: an operation with the initials of whoever did it."""

    entry: Entry
    who: str

    def detail(self) -> str:
        """Say who did it, and when."""
        return " · ".join(part for part in (self.who, time_text(self.entry.operation)) if part)

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        undone = _("undone") if self.entry.undone else ""
        return ", ".join(part for part in (operation_text(self.entry.operation), undone, self.detail()) if part)


@dataclass
class _Known:
    """What has been read so far."""

    rows: list[date | Listed] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    more: bool = False


class EntryModel(QAbstractListModel):
    """Days and operations, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = _Known()
        self._pager: Pager = lambda _before: ()
        self._people: Mapping[str, str] = {}

    def show_pages(self, pager: Pager, people: Mapping[str, str], *, at_least: int = PAGE) -> None:
        """Show other entries; `people` has initials by profile id, `at_least` is how many to read now."""
        self.beginResetModel()
        self._known, self._pager, self._people = _Known(more=True), pager, people
        while self._known.more and len(self._known.places) < at_least:
            self._take(self._next_page())
        self.endResetModel()

    @property
    def loaded(self) -> int:
        """How many operations have been read."""
        return len(self._known.places)

    def row(self, place: int) -> date | Listed | None:
        """Return what stands at a place, None outside the list."""
        rows = self._known.rows
        return rows[place] if 0 <= place < len(rows) else None

    def place_of(self, number: int) -> int | None:
        """Return where an operation stands, None where it has not been read."""
        return self._known.places.get(number)

    def _next_page(self) -> list[date | Listed]:
        last = next((row for row in reversed(self._known.rows) if isinstance(row, Listed)), None)
        page = self._pager(last.entry.operation.number if last is not None else None)
        self._known.more = len(page) >= PAGE
        day = day_of(last.entry.operation) if last is not None else None
        rows: list[date | Listed] = []
        for entry in page:
            if (own := day_of(entry.operation)) != day:
                rows.append(day := own)
            rows.append(Listed(entry, self._people.get(entry.operation.author_id or "", "")))
        return rows

    def _take(self, rows: list[date | Listed]) -> None:
        known = self._known
        for row in rows:
            if isinstance(row, Listed):
                known.places[row.entry.operation.number] = len(known.rows)
            known.rows.append(row)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._known.more

    @override
    def fetchMore(self, parent: Index) -> None:
        rows = self._next_page()
        if rows:
            start = len(self._known.rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._take(rows)
            self.endInsertRows()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._known.rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if isinstance(self.row(index.row()), Listed) else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken() if isinstance(row, Listed) else day_text(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Listed):
            operation = row.entry.operation
            return tip(f"{operation_text(operation)} · {moment_of(operation)}")
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Paints a day, or an operation over who did it and when; an undone one is struck out and says so."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row = current_look(), index.data(ROW_ROLE)
        line = QFontMetrics(look.font()).lineSpacing()
        small = QFontMetrics(look.font("small")).lineSpacing()
        if not isinstance(row, Listed):
            return QSize(0, small + look.px("room"))
        width = option.widget.viewport().width() if isinstance(option.widget, QListView) else look.px("side")
        rows = len(self._title(row, width - look.px("gap") - look.px("room")))
        return QSize(0, rows * line + small + look.px("room"))

    @staticmethod
    def _indent(row: Listed) -> int:
        look = current_look()
        return 0 if row.entry.operation.kind is OperationKind.DO else look.px("icon") + look.px("step")

    def _title(self, row: Listed, width: int) -> list[str]:
        text = operation_text(row.entry.operation)
        return wrapped(text, QFontMetrics(current_look().font()), width - self._indent(row), _ROWS)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = index.data(ROW_ROLE), current_look()
        self.initStyleOption(option, index)
        painter.save()
        if isinstance(row, Listed):
            option.text = ""
            option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
            self._paint_entry(painter, row, option.rect.adjusted(look.px("gap"), look.px("step"), -look.px("gap"), 0))
        else:
            self._paint_day(painter, day_text(row), option.rect)
        painter.restore()

    @staticmethod
    def _paint_day(painter: QPainter, text: str, rect: QRect) -> None:
        look = current_look()
        font = look.font("small", strong=True)
        painter.setFont(font)
        painter.setPen(look.colour("second"))
        painter.drawText(
            rect.left() + look.px("gap"), rect.bottom() - look.px("step") - QFontMetrics(font).descent(), text
        )
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_entry(self, painter: QPainter, row: Listed, area: QRect) -> None:
        look, undone = current_look(), row.entry.undone
        font, small = look.font(), look.font("small")
        metrics, lesser = QFontMetrics(font), QFontMetrics(small)
        left, top = area.left() + self._indent(row), area.top() + look.px("half")
        if row.entry.operation.kind is not OperationKind.DO:
            side = look.px("icon")
            name = "undo-2" if row.entry.operation.kind is OperationKind.UNDO else "redo-2"
            square = QRect(area.left(), top + (metrics.lineSpacing() - side) // 2, side, side)
            look.icon(name, "second").paint(painter, square)
        font.setStrikeOut(undone)
        painter.setFont(font)
        painter.setPen(look.colour("second" if undone else "ink"))
        for text in self._title(row, area.width()):
            painter.drawText(left, top + metrics.ascent(), text)
            top += metrics.lineSpacing()
        base = top + look.px("half") + lesser.ascent()
        painter.setFont(small)
        painter.setPen(look.colour("second"))
        sign = _("undone") if undone else ""
        room = area.right() - left - (lesser.horizontalAdvance(sign) + look.px("gap") if sign else 0)
        painter.drawText(left, base, lesser.elidedText(row.detail(), Qt.TextElideMode.ElideRight, room))
        painter.drawText(area.right() - lesser.horizontalAdvance(sign), base, sign)


class EntryList(Live, QListView):
    """The operations. Enter opens one, Delete takes it back, Shift+Enter steps to it; Up at the top leaves."""

    current_changed = Signal(object)
    """The `Entry` that is current now, or None."""

    opened = Signal()
    revert_asked = Signal()
    step_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self._quiet = False
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setProperty("place", "panel")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.retranslate()

    def _tell_current(self) -> None:
        if not self._quiet:
            self.current_changed.emit(self.current())

    def current(self) -> Entry | None:
        """Return the entry that is current."""
        row = self.entries.row(self.currentIndex().row())
        return row.entry if isinstance(row, Listed) else None

    def show_pages(self, pager: Pager, people: Mapping[str, str], *, at_least: int = PAGE) -> None:
        """Show other entries; the current one stays so where it is still there, and so does what is in view."""
        kept, top = self.current(), self.entries.row(self.indexAt(self.rect().topLeft()).row())
        self._quiet = True
        self.entries.show_pages(pager, people, at_least=at_least)
        if kept is not None:
            self.go_to(kept.operation.number, scroll=False)
        self._quiet = False
        self._tell_current()
        place = self.entries.place_of(top.entry.operation.number) if isinstance(top, Listed) else None
        if place is not None and place > 1:
            self.scrollTo(self.entries.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def go_to(self, number: int, *, scroll: bool = True) -> bool:
        """Make an operation the current one; tell whether it has been read."""
        place = self.entries.place_of(number)
        if place is None:
            return False
        self.setCurrentIndex(self.entries.index(place))
        if scroll:
            self.scrollTo(self.entries.index(place))
        return True

    def begin(self) -> None:
        """Take the focus; the newest operation is current where none was."""
        if self.current() is None and self.entries.rowCount() > 1:
            self.setCurrentIndex(self.entries.index(1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.current() is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.step_asked if shift else self.opened).emit()
        elif self.current() is not None and key == Qt.Key.Key_Delete:
            self.revert_asked.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.left.emit()
        elif key == Qt.Key.Key_Home:  # above the first operation stands its day, where Qt would not go
            self.setCurrentIndex(self.entries.index(1))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.current() is not None:  # what is opened below takes room from the list
            self.scrollTo(self.currentIndex())

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("History"))
        self.scheduleDelayedItemsLayout()

    @override
    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
