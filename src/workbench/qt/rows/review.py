"""The table in which rows are reviewed by keys: ticked, named, told which record they are, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.domain.inputs import LINE_LIMIT
from workbench.i18n import _
from workbench.qt.frame.table import ID_ROLE, Column, Index, RowModel, RowTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _NameDelegate(QStyledItemDelegate):
    """Edits a name in its cell; nothing goes into the model, whoever plans the rows is told."""

    edited = Signal(str, str)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(LINE_LIMIT)
        editor.setAccessibleName(_("Name"))
        return editor

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            self.edited.emit(index.data(ID_ROLE), editor.text())


class ReviewTable(RowTable):
    """Space ticks a row or takes it out, F2 changes its name, digits choose what it becomes, 0 a new record.

    Ctrl+Down and Ctrl+Up go to the next row and the one before that is to be decided.
    """

    ticked = Signal()
    numbered = Signal(int)
    """A digit: 0 for a new record, then the records that it may be."""

    named = Signal(str, str)
    """A row's id and the name that was typed."""

    next_asked = Signal(bool)
    """The next row that is to be decided; backwards with True."""

    def __init__(self, model: RowModel[Any], columns: Sequence[Column[Any]], name_column: int) -> None:
        super().__init__(model, columns)
        self._name_column = name_column
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = _NameDelegate(self)
        self._delegate.edited.connect(self.named)
        self.setItemDelegateForColumn(name_column, self._delegate)

    def edit_name(self) -> None:
        """Open the name of the current row for typing."""
        index = self.currentIndex()
        if index.isValid():
            place = self.model().index(index.row(), self._name_column)
            self.setCurrentIndex(place)
            self.edit(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain, ctrl = held == Qt.KeyboardModifier.NoModifier, held == Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if ctrl and key in _ENTER:
            event.ignore()  # brings all of them in
        elif ctrl and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.next_asked.emit(key == Qt.Key.Key_Up)
        elif plain and key == Qt.Key.Key_Space:
            self.ticked.emit()
        elif plain and key == Qt.Key.Key_F2:
            self.edit_name()
        elif plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.numbered.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
