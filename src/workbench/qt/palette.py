"""The palette: type a few letters of any action's name, press Enter, and it is done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.actions import Actions
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

_SHOWN = 9
"""Actions that are visible at once."""


_WHOLE = 500
"""The rate above which a query stands in a text as it was typed."""


def match(query: str, text: str) -> int | None:
    """Rate how well a query fits a text, more is better; None where its letters are not all there.

    The letters must follow in order. Letters that stand together and that begin words count most.
    """
    wanted, inside = "".join(query.casefold().split()), text.casefold()
    if query.strip() and query.casefold().strip() in inside:
        return 1000 - inside.index(query.casefold().strip())
    score, at, before = 0, 0, -2
    for letter in wanted:
        found = inside.find(letter, at)
        if found == -1:
            return None
        begins = found == 0 or not inside[found - 1].isalnum()
        score += 8 if found == before + 1 else 5 if begins else 1
        before, at = found, found + 1
    return score - len(inside) // 8


@dataclass(frozen=True, slots=True)
class _Item:
    id: str
    text: str
    menu: str
    keys: str
    icon: QIcon


_Index = QModelIndex | QPersistentModelIndex
_ITEM = int(Qt.ItemDataRole.UserRole)


class _Items(QAbstractListModel):
    """The actions that fit what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: list[_Item] = []

    def show(self, items: list[_Item]) -> None:
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.text, item.menu, item.keys) if part)
        return item if role == _ITEM else None


class _Line(QStyledItemDelegate):
    """Draws an action: icon, words, its menu in second ink, its keys at the right."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(_ITEM)
        look = current_look()
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("selection"))
            painter.fillRect(QRect(rect.left(), rect.top(), look.px("half"), rect.height()), look.colour("accent"))
        gap, side = look.px("gap"), look.px("icon")
        line = rect.adjusted(look.px("wide"), 0, -look.px("wide"), 0)
        item.icon.paint(painter, QRect(line.left(), line.center().y() - side // 2, side, side))
        line.setLeft(line.left() + side + gap)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("ink" if chosen else "second"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, item.keys)
        if item.keys:
            line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(item.keys) - gap)
        menu_width = painter.fontMetrics().horizontalAdvance(item.menu) + gap
        painter.setFont(look.font())
        painter.setPen(look.colour("ink"))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(item.text, Qt.TextElideMode.ElideRight, line.width() - menu_width)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, text)
        line.setLeft(line.left() + metrics.horizontalAdvance(text) + gap)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("ink" if chosen else "second"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, item.menu)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = current_look()
        return QSize(0, look.px("target") + look.px("step"))


class CommandPalette(Live, QFrame):
    """Lies over the upper middle of its window while it is open; Escape or a click beside closes it."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("Overlay")
        self._actions = actions
        self._before: QWidget | None = None
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self._filter)
        self.edit.installEventFilter(self)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._items = _Items(self)
        self.list.setModel(self._items)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _index: self._run())
        self._none = PlainLabel(lambda: _("No action has such a name."), role="second")
        self._column = QVBoxLayout(self)
        for part in (self.edit, self.list, self._none):
            self._column.addWidget(part)
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.retranslate()
        self.restyle()
        self.hide()

    def open(self) -> None:
        """Show every enabled action, and take the focus until one is chosen."""
        self._before = QApplication.focusWidget()
        self._filter("")
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close, and give the focus back to where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self._put_away()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> list[str]:
        """Return the ids of the listed actions, best first."""
        return [self._items.index(place).data(_ITEM).id for place in range(self._items.rowCount())]

    def _filter(self, query: str) -> None:
        rated = []
        for spec in self._actions:
            action = self._actions[spec.id]
            if not action.isEnabled() or spec.id == "app.palette":
                continue
            text, menu = self._actions.text(spec.id), self._actions.menu_text(spec.id)
            score = match(query, text)
            in_menu = match(query, f"{menu} {text}")
            other = match(query, spec.also) if len(query.strip()) > 1 else None
            rates = (score, in_menu - 4 if in_menu is not None else None, other if other and other > _WHOLE else None)
            best = max((rate for rate in rates if rate is not None), default=None)
            if best is not None:
                icon = current_look().icon(spec.icon) if spec.icon else QIcon()
                rated.append((best, _Item(spec.id, text, menu, self._actions.keys_text(spec.id), icon)))
        if query.strip():
            rated.sort(key=lambda pair: -pair[0])
        self._items.show([item for _score, item in rated])
        self.list.setVisible(bool(rated))
        self._none.setVisible(not rated)
        if rated:
            self.list.setCurrentIndex(self._items.index(0))
        self._place()

    def _move(self, steps: int) -> None:
        count = self._items.rowCount()
        if count:
            self.list.setCurrentIndex(self._items.index((self.list.currentIndex().row() + steps) % count))

    def _run(self) -> None:
        item = self.list.currentIndex().data(_ITEM)
        if item is not None:
            self.dismiss()
            self._actions[item.id].trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN,
            Qt.Key.Key_PageUp: -_SHOWN,
        }
        if key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.dismiss()
        else:
            return False
        return True

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self.edit and not self.isAncestorOf(now):
            self._before = None
            self._put_away()

    def _put_away(self) -> None:
        """Hide, and keep neither what was typed nor the actions' words: a name may stand in either."""
        self.hide()
        self.edit.setText("")  # not `clear`, which Ctrl+Z takes back
        self._items.show([])

    def _place(self) -> None:
        look, window = current_look(), self.parentWidget()
        if window is None:
            return
        line = look.px("target") + look.px("step")
        rows = min(_SHOWN, self._items.rowCount())
        self.list.setFixedHeight(max(1, rows) * line + 2 * look.px("ring"))
        width = min(look.px("overlay"), window.width() - 2 * look.px("room"))
        self.setFixedWidth(width)
        self._column.activate()
        height = min(self._column.totalSizeHint().height(), window.height() - 2 * look.px("room"))
        top = min(window.height() // 8, max(0, window.height() - height))
        self.setGeometry((window.width() - width) // 2, top, width, height)

    @override
    def retranslate(self) -> None:
        hint = _("What do you want to do?")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.list.setAccessibleName(_("Actions"))
        if self.isVisible():
            self._filter(self.edit.text())

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(gap)
