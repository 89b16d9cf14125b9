"""A list of lines to tick, with a filter over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStackedLayout, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.qt.frame.base import Live, Words
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.lines import ID_ROLE, Index, Line, LineDelegate, LineList, LineModel
from workbench.qt.look.style import current_look

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckModel(LineModel):
    """Lines that are ticked or not; what is ticked stays so while a filter hides it."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of all ticked lines, shown or not."""
        return frozenset(self._ticked)

    def set_ticked(self, ids: Iterable[str]) -> None:
        """Tick these lines and no others."""
        wanted = set(ids)
        if wanted == self._ticked:
            return
        self._ticked = wanted
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    def toggle(self, line_id: str) -> None:
        """Tick a line, or take its tick away."""
        self.set_ticked(self._ticked ^ {line_id})

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            on = super().data(index, ID_ROLE) in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line_id = super().data(index, ID_ROLE)
        if role != Qt.ItemDataRole.CheckStateRole or line_id is None:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.set_ticked(self._ticked | {line_id} if on else self._ticked - {line_id})
        return True


class _CheckDelegate(LineDelegate):
    """Draws a box before the line."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The style would draw the box where the line's own marks and words go.
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        self._box = option

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Leave ticking to the list: it is done by a click anywhere on the line."""
        return False

    @override
    def _draw_mark(self, painter: QPainter, line: Line, area: QRect) -> QRect:
        look, box = current_look(), QStyleOptionViewItem(self._box)
        side = look.px("tick")
        box.rect = QRect(area.left(), area.top(), side, side)
        box.state &= ~(QStyle.StateFlag.State_On | QStyle.StateFlag.State_Off)
        on = box.checkState == Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        widget = self._box.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, widget)
        return super()._draw_mark(painter, line, area.adjusted(side + look.px("gap"), 0, 0, 0))


class CheckView(LineList):
    """Lines to tick: with Space, Enter or a click anywhere on the line."""

    def __init__(self, words: Words, *, rows: int = 1) -> None:
        super().__init__(words, rows=rows)
        self.checks = CheckModel(self)
        self.lines = self.checks
        self.setModel(self.checks)
        self.setItemDelegate(_CheckDelegate(rows, self))
        self.selectionModel().currentChanged.connect(self._tell_current)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TOGGLES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.current_id():
                self.checks.toggle(self.current_id())
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.checks.toggle(index.data(ID_ROLE))
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click as one more press: its release toggles again."""
        self.mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0))


class CheckList(Live, QWidget):
    """A filter, the lines, and what stands there where nothing fits. `changed` when ticks change."""

    changed = Signal()

    def __init__(self, words: Words, empty: EmptyState, *, rows: int = 1) -> None:
        super().__init__()
        self._all: list[Line] = []
        self._words_of: Mapping[str, str] = {}
        self.search = SearchField(lambda: _("Filter"))
        self.list = CheckView(words, rows=rows)
        self._empty = empty
        self._filtered = EmptyState(
            "funnel",
            lambda: _("Nothing fits the filter"),
            verbs=((lambda: _("Show everything"), self.search.clear, ""),),
        )
        self._stack = QStackedLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top = QVBoxLayout()
        self._top.addWidget(self.search)
        self._column.addLayout(self._top)
        self._column.addLayout(self._stack, 1)
        # Filled last: a part without a parent would come up as a window of its own.
        for part in (self.list, self._empty, self._filtered):
            self._stack.addWidget(part)
        self.setFocusProxy(self.search)
        self.search.searched.connect(lambda _text: self._show())
        self.search.list_asked.connect(self.list.setFocus)
        self.list.checks.ticked_changed.connect(self.changed)
        self.restyle()

    @property
    def ticked(self) -> frozenset[str]:
        """The ids of all ticked lines."""
        return self.list.checks.ticked

    @property
    def count(self) -> int:
        """How many lines there are, whatever the filter says."""
        return len(self._all)

    def set_ticked(self, ids: Iterable[str]) -> None:
        """Tick these lines and no others."""
        self.list.checks.set_ticked(ids)

    def set_lines(self, lines: Iterable[Line], words: Mapping[str, str]) -> None:
        """Show other lines; `words` is by id what the filter looks in, case-folded, names folded too."""
        self._all, self._words_of = list(lines), words
        self._show()

    def _show(self) -> None:
        typed = self.search.text()
        wanted, folded = typed.casefold().split(), fold(typed)
        # Without a filter all of them fit; asking each of a hundred thousand takes half a second.
        shown = [line for line in self._all if self._fits(line.id, wanted, folded)] if typed else self._all
        self.list.set_lines(shown)
        self._stack.setCurrentWidget(self.list if shown else self._filtered if self._all else self._empty)

    def _fits(self, line_id: str, wanted: list[str], folded: str) -> bool:
        words = self._words_of.get(line_id, "")
        return all(word in words for word in wanted) or bool(
            folded and (f"\n{folded}" in words or f" {folded}" in words)
        )

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._top.setContentsMargins(gap, gap, gap, gap)
