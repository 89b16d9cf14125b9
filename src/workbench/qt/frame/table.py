"""Tables that open at once however long they are: ids only, rows read when they are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workbench.domain.listing import Listed
from workbench.i18n import _
from workbench.qt.frame.base import Live, tip
from workbench.qt.frame.batches import BATCH, Batches
from workbench.qt.look.style import current_look

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ID_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which every cell gives its row's id."""

ROW_ROLE = ID_ROLE + 1
"""The role under which every cell gives its whole row, for delegates."""

_ROLE, _SIDE = Qt.ItemDataRole, Qt.AlignmentFlag
_TOLD = (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole, _ROLE.EditRole, _ROLE.DecorationRole)
_ANSWERED = frozenset({*map(int, _TOLD), int(_ROLE.TextAlignmentRole), ID_ROLE, ROW_ROLE})
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_FEATURE = QStyleOptionViewItem.ViewItemFeature
_LEFT, _RIGHT = _SIDE.AlignLeft | _SIDE.AlignVCenter, _SIDE.AlignRight | _SIDE.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its English title (marked with `N_`), and what it shows of a row.

    `spoken` is what a screen reader says and the tooltip shows where that is more than the text;
    `edit` what one begins with who changes a cell in place, None where one cannot.
    """

    title: str
    text: Callable[[Row], str]
    icon: Callable[[Row], QIcon | None] = lambda _row: None
    stretch: bool = False
    right: bool = False
    spoken: Callable[[Row], str] | None = None
    edit: Callable[[Row], str | None] | None = None

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where its title and cells stand in their room."""
        return _RIGHT if self.right else _LEFT


class RowModel(QAbstractTableModel, Generic[Row]):
    """A table model over ids in order. `fetch` reads the rows of a batch of ids on the GUI thread,
    by id; an id without a row (removed meanwhile) shows empty.
    """

    sort_asked = Signal(int, Qt.SortOrder)
    """A column's number and the order that the person asked for; whoever has the ids sorts them."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[str]], Mapping[str, Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = Batches[Row](fetch)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in order."""
        return self._rows.ids

    def set_ids(self, ids: Iterable[str] | Listed) -> None:
        """Show other rows, or the same in another order; rows already read are kept."""
        self.beginResetModel()
        self._rows.set_ids(ids)
        self.endResetModel()

    def mark_stale(self, ids: Iterable[str] | None = None) -> None:
        """Have rows read again when they are next painted; all of them for None."""
        places = self._rows.forget(ids)
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(self._columns) - 1))

    def id_at(self, place: int) -> str | None:
        """Return the id at a place, None outside the table."""
        return self._rows.id_at(place)

    def place_of(self, row_id: str) -> int | None:
        """Return where a row stands, None where it does not."""
        return self._rows.place_of(row_id)

    def row(self, row_id: str) -> Row | None:
        """Return a row, read together with those around it where it is not in memory."""
        return self._rows.row(row_id)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:  # a view asks for seven roles of each cell that it paints
            return None
        row_id = self.id_at(index.row()) if index.isValid() else None
        if row_id is None or not 0 <= index.column() < len(self._columns):
            return None
        if role == ID_ROLE:
            return row_id
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.side
        row = self.row(row_id)
        return None if row is None else self._cell(column, row, role)

    def shown(self, index: Index) -> tuple[str, QIcon | None, Qt.AlignmentFlag]:
        """Return all that is painted of a cell: its text, its picture, and the side at which they stand."""
        column = self._columns[index.column()]
        row_id = self.id_at(index.row())
        row = None if row_id is None else self.row(row_id)
        return ("", None, _LEFT) if row is None else (column.text(row), column.icon(row), column.side)

    def _cell(self, column: Column[Row], row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.text)(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip((column.spoken or column.text)(row))
        if role == Qt.ItemDataRole.EditRole:
            return None if column.edit is None else column.edit(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row)
        return row if role == ROW_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _PLAIN if self._columns[index.column()].edit is None else _EDITABLE

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.title) if column.title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.side
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns):
            self.sort_asked.emit(column, order)

    def retranslate(self) -> None:
        """Show the titles, and everything that was read, in the active language."""
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.mark_stale()


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a `RowModel`, whom it asks once for each; Qt's own asks seven times, for each role."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowModel) or not isinstance(index, QModelIndex):
            super().initStyleOption(option, index)
            return
        text, icon, side = model.shown(index)
        option.index, option.displayAlignment = index, side
        if text:
            option.text, option.features = text.replace("\n", "\u2028"), option.features | _FEATURE.HasDisplay
        if icon is not None:
            option.icon, option.features = icon, option.features | _FEATURE.HasDecoration


class RowTable(Live, QTableView):
    """A table over a `RowModel`: whole rows are selected, and the place is kept when the ids change."""

    chosen = Signal(str)
    """The id of the row that was double-clicked or had Enter pressed on it."""

    current_changed = Signal(str)
    """The id of the current row, empty where there is none."""

    def __init__(self, model: RowModel[Any], columns: Sequence[Column[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: tuple[str | None, tuple[str, ...]] = (None, ())
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._stretched: frozenset[int] = frozenset()
        self.stretch(columns)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        model.modelReset.connect(self.fit_columns)
        self.activated.connect(lambda index: self.chosen.emit(index.data(ID_ROLE)))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit(self.current_id() or ""))
        self.restyle()

    def stretch(self, columns: Sequence[Column[Any]]) -> None:
        """Let the columns that want it have what room the others leave."""
        self._stretched = frozenset(place for place, column in enumerate(columns) if column.stretch)
        for place in range(self._rows.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if place in self._stretched else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(place, mode)

    def current_id(self) -> str | None:
        """Return the id of the current row."""
        return self._rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of all selected rows, from the top."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        places = sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})
        return tuple(row_id for row_id in map(self._rows.id_at, places) if row_id is not None)

    def go_to(self, row_id: str) -> bool:
        """Make a row the current one and bring it into view; tell whether it is in the table."""
        place = self._rows.place_of(row_id)
        if place is None:
            return False
        index = self._rows.index(place, max(0, self.currentIndex().column()))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def fit_columns(self) -> None:
        """Give the columns that do not stretch the width of their titles and of the rows in view.

        Qt's own `ResizeToContents` goes through every row of a table that is not shown.
        """
        if not self.isVisible():
            return
        header, first = self.horizontalHeader(), max(0, self.rowAt(0))
        rows = range(first, min(first + BATCH, self._rows.rowCount()))
        look = current_look()
        room = 2 * look.px("room")
        wanted: dict[int, int] = {}
        for column in set(range(self._rows.columnCount())) - self._stretched:
            texts = (str(self._rows.index(row, column).data() or "") for row in rows)
            widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
            if self._rows.rowCount() and self._rows.index(first, column).data(Qt.ItemDataRole.DecorationRole):
                widest += look.px("target")
            wanted[column] = max(header.sectionSizeHint(column), widest + room)
        # In a narrow table no column pushes out the others; what one leaves of its share is for the rest.
        left, columns = self.viewport().width(), self._rows.columnCount()
        for column, width in sorted(wanted.items(), key=lambda one: one[1]):
            given = min(left // max(1, columns), width)
            header.resizeSection(column, given)
            left, columns = left - given, columns - 1

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_columns()

    def _keep_place(self) -> None:
        self._kept = (self.current_id(), self.selected_ids())

    def _find_place(self) -> None:
        current, selected = self._kept
        if current is not None and self.go_to(current):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for row_id in selected:
                place = self._rows.place_of(row_id)
                if place is not None:
                    self.selectionModel().select(self._rows.index(place, 0), flags)
        elif current is not None:
            self.current_changed.emit("")

    @override
    def retranslate(self) -> None:
        self._rows.retranslate()
        self.fit_columns()

    @override
    def restyle(self) -> None:
        look = current_look()
        self.verticalHeader().setDefaultSectionSize(look.px("target") + look.px("step"))
        self.horizontalHeader().setMinimumSectionSize(look.px("target"))
        self.fit_columns()
