"""The table itself: rows of one kind, whose cells are changed in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property, ValueType
from workbench.i18n import _, active
from workbench.qt.frame.batches import BATCH
from workbench.qt.frame.table import ID_ROLE, Index, RowModel, RowTable
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import given_date, understood_date
from workbench.qt.records.table.cells import CellDelegate, CellEditor
from workbench.qt.records.table.columns import column_of, title_of
from workbench.qt.records.words import PLURALS
from workbench.qt.session import Session
from workbench.services.catalogue import NAME
from workbench.services.record_table import TableRow, only_value, rename, set_value, table_rows
from workbench.store.work import Act

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grid(RowTable):
    """Rows of records. Enter or F2 changes a cell where it can be changed, else Enter opens the record."""

    refused = Signal(str)
    """Why a cell cannot be changed here."""

    def __init__(self, session: Session) -> None:
        self.keys: tuple[str, ...] = ()
        self.kind = RecordKind.PERSON
        self._session = session
        self._known: Mapping[str, Property] = {}
        self._fitted: object = None
        self.model_: RowModel[TableRow] = RowModel((), self._read)
        super().__init__(self.model_, ())
        self.model_.setParent(self)
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.activated.disconnect()
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(ID_ROLE)))
        self.delegate.saved.connect(self._save)

    def _read(self, ids: Sequence[str]) -> dict[str, TableRow]:
        with self._session.read() as connection:
            return table_rows(connection, ids, self._session.language)

    def show_columns(self, kind: RecordKind, keys: Sequence[str], known: Mapping[str, Property]) -> None:
        """Show these columns of records of a kind."""
        if (kind, tuple(keys)) == (self.kind, self.keys):
            return
        self.kind, self.keys, self._known = kind, tuple(keys), known
        columns = [column_of(key, known) for key in keys]
        self.model_.set_columns(columns)
        self.stretch(columns)
        self.fit_columns()
        self.retranslate()

    @override
    def fit_columns(self) -> None:
        """Give each column the width of its title and of what it shows, within a bound; once for the same columns.

        Columns that moved with every key of a filter could not be read.
        """
        look = current_look()
        shown = (self.kind, self.keys, look.scale, active().language)
        if shown == self._fitted or not self.isVisible() or not self.model_.rowCount():
            return
        self._fitted = shown
        header, first = self.horizontalHeader(), max(0, self.rowAt(0))
        rows = range(first, min(first + BATCH, self.model_.rowCount()))
        room, most = 2 * look.px("room"), look.px("side")
        for place in range(self.model_.columnCount()):
            texts = (str(self.model_.index(row, place).data() or "") for row in rows)
            widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
            header.resizeSection(place, max(header.sectionSizeHint(place), min(most, widest + room)))

    def mark_sorted(self, key: str, *, descending: bool) -> None:
        """Show by which column the rows are sorted, without sorting them."""
        header = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(header):
            header.setSortIndicator(self.keys.index(key) if key in self.keys else -1, order)
        header.viewport().update()

    def key_at(self, place: int) -> str:
        """Return the key of the column at a place."""
        return self.keys[place] if 0 <= place < len(self.keys) else NAME

    # Changing a cell

    @property
    def editor(self) -> CellEditor | None:
        """The cell that is being changed, if one is."""
        found = self.indexWidget(self.currentIndex())
        return found if isinstance(found, CellEditor) else None

    def begin_edit(self) -> bool:
        """Change the current cell; False where there is nothing to change."""
        index = self.currentIndex()
        row = self.model_.row(str(index.data(ID_ROLE))) if index.isValid() else None
        if row is None or self._session.read_only or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            if self.key_at(index.column()) != NAME:
                only_value(row, self.key_at(index.column()))
        except InputError as error:
            self.refused.emit(error.what)
            return True
        self.edit(index)
        return True

    def editor_for(self, parent: QWidget, index: Index) -> CellEditor:
        """Make the line in which a cell is changed."""
        key = self.key_at(index.column())
        made = CellEditor(
            parent,
            key,
            str(index.data(ID_ROLE)),
            title_of(key, self._known),
            understood_date if self._dated(key) else _nothing,
        )
        made.begin(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        return made

    def _dated(self, key: str) -> bool:
        return key != NAME and self._known[key].value_type is ValueType.DATE

    def _save(self, editor: CellEditor) -> None:
        index = self.currentIndex()
        row = self.model_.row(editor.row_id)
        text = editor.text().strip()
        if self._dated(editor.key):
            text = given_date(text)
        if row is None or text == str(index.data(Qt.ItemDataRole.EditRole) or ""):
            self._close(editor)
            return
        try:
            act = self._act(row, editor.key, text)
        except WorkbenchError as error:
            editor.show_error(error.what)
            return
        editor.setReadOnly(True)

        def failed(error: WorkbenchError) -> bool:
            editor.show_error(error.what)
            return True

        self._session.perform(act, on_done=lambda _value: self._close(editor), on_error=failed, initiator=editor)

    def _act(self, row: TableRow, key: str, text: str) -> Act[object]:
        if not text:
            raise InputError(_("There is nothing here to write. Escape leaves the cell as it was."))
        if key == NAME:
            return rename(row.name_id, text, expected=row.name_revision)  # type: ignore[return-value]
        return set_value(row.id, key, text, only_value(row, key), self._session.language)  # type: ignore[return-value]

    def _close(self, editor: CellEditor) -> None:
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (event.key() in _ENTER or event.key() == Qt.Key.Key_F2) and plain:
            if not self.begin_edit() and event.key() in _ENTER and self.current_id():
                self.chosen.emit(self.current_id())
            return
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier and self.current_id():
            self.chosen.emit(self.current_id())
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and a ring around the one that the keys are at."""
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            look = current_look()
            width = look.px("ring")
            half = (width + 1) // 2
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(look.colour("focus")), width))
            painter.drawRect(self.visualRect(index).adjusted(half, half, -half - 1, -half - 1))
            painter.end()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(_(PLURALS[self.kind]))


def _nothing(_text: str) -> str:
    return ""
