"""Changing a cell where it stands: the line, what is understood of it, and what is wrong with it, under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workbench.qt.frame.base import variant
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.table import Index, RowDelegate
from workbench.qt.look.style import current_look

if TYPE_CHECKING:
    from workbench.qt.records.table.grid import Grid

_LEAVES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEditor(QLineEdit):
    """One value being changed. A note under it says how a date is understood, or what is wrong."""

    def __init__(self, parent: QWidget, key: str, row_id: str, title: str, understood: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._around = parent
        self.key, self.row_id, self._title, self._understood = key, row_id, title, understood
        self.setAccessibleName(title)
        self.setFrame(False)
        self.setObjectName("CellEditor")
        self.note = PlainLabel(wrap=True)
        self.note.setParent(parent)
        self.note.setObjectName("CellNote")
        self.note.setProperty("place", "panel")
        self.note.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.note.hide()
        self.textChanged.connect(self._say)

    @property
    def error(self) -> str:
        """What is said to be wrong, empty where nothing is."""
        return self.note.text() if self.property("wrong") == "true" else ""

    def begin(self, text: str) -> None:
        """Start with a value, all of it selected."""
        self.setText(text)
        self.selectAll()
        self._say()

    def show_error(self, text: str) -> None:
        """Say what is wrong with what was typed; it stays as it is."""
        self.setReadOnly(False)
        variant(self, wrong="true")
        self._show_note(text, "error")
        self.setFocus()

    def _say(self, _text: str = "") -> None:
        variant(self, wrong="false")
        self._show_note(self._understood(self.text()), "small")

    def _show_note(self, text: str, role: str) -> None:
        self.setAccessibleDescription(text)
        self.note.setText(text)
        variant(self.note, role=role)
        self.note.setVisible(bool(text))
        self.place_note()

    def place_note(self) -> None:
        """Put the note under the line, or over it where there is no room."""
        around, look = self._around, current_look()
        width = max(self.width(), look.px("side"))
        self.note.setContentsMargins(look.px("gap"), look.px("step"), look.px("gap"), look.px("step"))
        height = self.note.heightForWidth(width)
        left = max(0, min(self.x(), around.width() - width))
        below = self.geometry().bottom() + 1
        top = below if below + height <= around.height() else self.y() - height
        self.note.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
        self.note.raise_()


class CellDelegate(RowDelegate):
    """Hands what was typed in a cell to its grid."""

    saved = Signal(object)
    """A `CellEditor` in which Enter was pressed; it stays until the grid closes it."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return self._grid.editor_for(parent, index)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave what is typed alone: the grid has filled the line when it was made."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write nothing here: Enter asks for it, and leaving a cell otherwise leaves it as it was."""

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)
        if isinstance(editor, CellEditor):
            editor.place_note()

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.note.hide()
            editor.note.deleteLater()
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEditor):
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _LEAVES:
                self.saved.emit(watched)
                return True
            if event.type() == QEvent.Type.FocusOut:
                return False  # what was typed stays where it is until Enter or Escape
        return super().eventFilter(watched, event)
