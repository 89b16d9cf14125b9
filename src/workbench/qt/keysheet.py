"""The sheet of all keys (F1): what each key does, and other keys for what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.actions import Actions, KeysTakenError, bare_keys, plain, shown_keys
from workbench.qt.frame.banner import Banner, Level, Verb
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.palette import match
from workbench.qt.reader.keyboard import FIXED_KEYS, FixedKeys
from workbench.qt.records.words import PAGE_KEYS
from workbench.qt.rows.words import ROWS_KEYS

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_ACTION = int(Qt.ItemDataRole.UserRole)


def pressed_keys(event: QKeyEvent) -> str:
    """Return what was pressed as portable text, a bare letter by its place on the keyboard."""
    if Qt.Key(event.key()) in _MODIFIERS:
        return ""
    return bare_keys(event) or QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


class KeySheet(Live, QWidget):
    """All actions by menu with their keys. Enter on an action waits for its new keys.

    A widget rather than a window, so that it can stand in the settings or beside the work.
    """

    closed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._waiting: str | None = None
        self.banner = Banner()
        self.search = SearchField(lambda: _("Find an action or a key"))
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(0)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.tree.installEventFilter(self)
        self.tree.itemDoubleClicked.connect(lambda *_args: self.wait_for_keys())
        self.tree.currentItemChanged.connect(lambda *_args: self._stop_waiting())
        self.search.searched.connect(lambda _text: self._fill())
        self.search.list_asked.connect(self.tree.setFocus)
        self._hint = PlainLabel(self._hint_words, role="second", wrap=True)
        self._change = Button(lambda: _("Change keys"), self.wait_for_keys)
        self._clear = Button(lambda: _("Take keys away"), self.clear_keys, kind="quiet")
        self._reset = Button(lambda: _("Usual keys"), self.reset_keys, kind="quiet")
        self._reset_all = Button(lambda: _("Usual keys for all"), self._actions.reset_all_keys, kind="quiet")
        self._column, self._row = QVBoxLayout(self), Flow()
        for part in (self.banner, self.search, self.tree, self._hint):
            self._column.addWidget(part)
        for button in (self._change, self._clear, self._reset, self._reset_all):
            self._row.addWidget(button)
        self._column.addLayout(self._row)
        self.setFocusProxy(self.search)
        actions.keys_changed.connect(lambda _action: self._fill())
        self.retranslate()
        self.restyle()

    @property
    def waiting(self) -> bool:
        """Whether the next keys pressed become those of the current action."""
        return self._waiting is not None

    def current_action(self) -> str | None:
        """Return the id of the current action."""
        item = self.tree.currentItem()
        return item.data(0, _ACTION) if item is not None else None

    def go_to(self, action: str) -> bool:
        """Make an action the current one; tell whether it is listed."""
        for item in self._action_items():
            if item.data(0, _ACTION) == action:
                self.tree.setCurrentItem(item)
                return True
        return False

    def _action_items(self) -> list[QTreeWidgetItem]:
        items = QTreeWidgetItemIterator(self.tree)
        found = []
        while (item := items.value()) is not None:
            if item.data(0, _ACTION) is not None:
                found.append(item)
            items += 1
        return found

    def _fill(self) -> None:
        current, query = self.current_action(), self.search.text()
        self._waiting = None
        self.tree.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        for spec in self._actions:
            text, keys = plain(_(spec.text)), self._actions.keys_text(spec.id)
            menu = self._actions.menu_text(spec.id)
            if query and match(query, f"{menu} {text}") is None and query.casefold() != keys.casefold():
                continue
            if menu not in heads:
                heads[menu] = self._head(menu)
            item = QTreeWidgetItem(heads[menu], [text, keys or "—"])
            item.setData(0, _ACTION, spec.id)
            if spec.icon:
                item.setIcon(0, current_look().icon(spec.icon))
        self._fill_fixed(query)
        self.tree.expandAll()
        if current is None or not self.go_to(current):
            items = self._action_items()
            self.tree.setCurrentItem(items[0] if items else None)  # type: ignore[arg-type]
        self._hint.retranslate()

    def _fill_fixed(self, query: str) -> None:
        """List what the text, a record's page and the review of rows do by themselves: those keys cannot be changed."""
        for title, fixed in (
            (_("In the text: these keys are fixed; with Shift they select"), FIXED_KEYS),
            (_("On the page of a record: these keys are fixed"), PAGE_KEYS),
            (_("When rows are brought in: these keys are fixed"), ROWS_KEYS),
        ):
            self._fill_group(title, fixed, query)

    def _fill_group(self, title: str, fixed: tuple[FixedKeys, ...], query: str) -> None:
        head: QTreeWidgetItem | None = None
        for words, keys, _selects in fixed:
            shown = [shown_keys(each) for each in keys]
            if query and match(query, _(words)) is None and query.casefold() not in map(str.casefold, shown):
                continue
            head = head or self._head(title)
            item = QTreeWidgetItem(head, [_(words), " · ".join(shown)])
            item.setForeground(1, current_look().colour("second"))

    def _head(self, menu: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.tree, [menu])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFirstColumnSpanned(True)
        head.setFont(0, current_look().font("small", strong=True))
        head.setForeground(0, current_look().colour("second"))
        return head

    def wait_for_keys(self) -> None:
        """Take the next keys pressed for the current action; Escape changes nothing."""
        item, action = self.tree.currentItem(), self.current_action()
        if item is None or action is None:
            return
        self.banner.close_message()
        self.tree.setFocus()
        self._waiting = action
        item.setText(1, _("Press the keys…"))
        self._hint.retranslate()

    def _stop_waiting(self) -> None:
        if self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        for item in self._action_items():
            if item.data(0, _ACTION) == waiting:
                item.setText(1, self._actions.keys_text(waiting) or "—")
        self._hint.retranslate()

    def clear_keys(self) -> None:
        """Leave the current action without keys."""
        action = self.current_action()
        if action is not None:
            self._set(action, "")

    def reset_keys(self) -> None:
        """Give the current action the keys that it comes with."""
        action = self.current_action()
        if action is None:
            return
        try:
            self._actions.reset_keys(action)
        except KeysTakenError as error:
            self._offer_taking(error, lambda: self._actions.reset_keys(action, take=True))

    def _set(self, action: str, keys: str) -> None:
        try:
            self._actions.set_keys(action, keys)
        except KeysTakenError as error:
            self._offer_taking(error, lambda: self._actions.set_keys(action, keys, take=True))

    def _offer_taking(self, error: KeysTakenError, take: Callable[[], object]) -> None:
        verbs: tuple[Verb, ...] = ()
        if error.holder:
            words = _("Take them from “{action}”").format(action=self._actions.text(error.holder))
            verbs = ((words, take),)
        self.banner.show_message(Level.WARNING, error.what, more=error.do, verbs=verbs)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self.tree or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride and self._waiting is not None:
            event.accept()
            return True
        if kind != QEvent.Type.KeyPress:
            return False
        if self._waiting is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.wait_for_keys()
                return True
            return False
        self._take(event)
        return True

    def _take(self, event: QKeyEvent) -> None:
        action = self._waiting
        if action is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self._stop_waiting()
            return
        keys = pressed_keys(event)
        if keys:
            self._stop_waiting()
            self._set(action, keys)

    def _hint_words(self) -> str:
        if self._waiting is not None:
            return _("Press the new keys, or Escape to leave the old ones.")
        return _("Enter changes the keys of an action. Single letters act where no text is being typed.")

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Keys"))
        self.tree.setAccessibleName(_("Actions and their keys"))
        self.tree.setHeaderLabels([_("Action"), _("Keys")])
        self._fill()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        room = current_look().px("room")
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(gap)
        self._fill()
