"""The registry of actions: one `QAction` each, in one menu, with keys that can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.i18n import _
from workbench.qt.action_list import ACTION_LIST, MENUS, SUBMENUS, ActionSpec
from workbench.qt.keys import SIGNS, key_letter
from workbench.qt.look.style import current_look
from workbench.qt.reader.keyboard import fixed_for
from workbench.qt.settings import Settings

TAKES_BARE = "takesBareKeys"
"""A widget's property: Space and Backspace are shortcuts there, as letters are everywhere."""

_NAMED: dict[int, str] = {Qt.Key.Key_Space: "Space", Qt.Key.Key_Backspace: "Backspace"}


class KeysTakenError(InputError):
    """The keys already do something else. `holder` is the id of the action that has them, empty where
    they are the text's own or open a menu: those cannot be taken."""

    def __init__(self, what: str, do: str, holder: str = "") -> None:
        super().__init__(what, field="keys", do=do)
        self.holder = holder


@dataclass(eq=False)
class _Entry:
    spec: ActionSpec
    action: QAction
    text: Callable[[], str]
    keys: str


def plain(text: str) -> str:
    """Return a menu text without the marks of mnemonics."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def shown_keys(keys: str) -> str:
    """Return keys as this platform writes them."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(action: str, settings: Settings) -> str:
    """Return the keys that an action of the list has now, as this platform writes them, empty for none."""
    own = settings.shortcut(action)
    return shown_keys(next(spec.keys for spec in ACTION_LIST if spec.id == action) if own is None else own)


def typing() -> bool:
    """Tell whether the focus is where text is typed, so that a letter is a letter."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit):
        return not focus.isReadOnly()
    # A combo box without a line to type in goes to what begins with the letters.
    return isinstance(focus, QComboBox | QAbstractSpinBox | QKeySequenceEdit)


class Actions(QObject):
    """All actions of one window. Say what they do with `bind`; an action that nobody has
    bound is disabled, so that nothing in a menu does nothing.

    Letters are watched here rather than given to Qt as shortcuts: Qt would match them by what
    the layout types, and take them from lists. Everything else is an ordinary shortcut.
    """

    keys_changed = Signal(str)
    """Emitted with the id of each action whose keys have changed."""

    def __init__(self, window: QWidget, settings: Settings, specs: Iterable[ActionSpec] = ACTION_LIST) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._entries: dict[str, _Entry] = {}
        self._menus: list[tuple[QMenu, str]] = []
        self._watched: QWidget | None = None
        for spec in specs:
            self._add(spec)
        self.retranslate()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Only the widget with the focus is watched: a filter on the application sees every event.
            application.focusChanged.connect(self._follow_focus)
        self._follow_focus(None, QApplication.focusWidget())
        current_look().changed.connect(self._tint)
        self._tint()

    def _add(self, spec: ActionSpec) -> None:
        if spec.id in self._entries:
            raise ValueError(spec.id)
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setEnabled(False)
        action.setMenuRole(QAction.MenuRole.NoRole)
        own = self._settings.shortcut(spec.id)
        if own is not None and fixed_text(_normal(own)):
            own = None  # a settings file is not asked less than a person
        self._entries[spec.id] = _Entry(spec, action, lambda: _(spec.text), spec.keys if own is None else own)
        self._window.addAction(action)
        self._give_keys(self._entries[spec.id])

    def __iter__(self) -> Iterator[ActionSpec]:
        return (entry.spec for entry in self._entries.values())

    def __getitem__(self, action: str) -> QAction:
        return self._entries[action].action

    def bind(self, action: str, does: Callable[[], object]) -> QAction:
        """Say what an action does, and enable it."""
        found = self._entries[action].action
        found.triggered.connect(lambda *_checked: does())
        found.setEnabled(True)
        return found

    def text(self, action: str) -> str:
        """Return an action's words in the active language, without mnemonics."""
        return plain(self._entries[action].text())

    def menu_text(self, action: str) -> str:
        """Return the title of the menu that an action is in."""
        titles = dict(MENUS)
        return plain(_(titles[self._entries[action].spec.menu]))

    def set_text(self, action: str, text: Callable[[], str]) -> None:
        """Give an action words that change, such as what an undo would take back.

        `text` is called again at every change of language. A `&` in it is shown as it is.
        """
        entry = self._entries[action]
        entry.text = lambda: text().replace("&", "&&")
        self._show_text(entry)

    # Keys

    def keys(self, action: str) -> str:
        """Return an action's keys as portable text, empty for none."""
        return self._entries[action].keys

    def keys_text(self, action: str) -> str:
        """Return an action's keys as this platform writes them."""
        return shown_keys(self.keys(action))

    def holder(self, keys: str, *, but: str = "") -> str | None:
        """Return the id of the action that has these keys, `but` left out."""
        wanted = _normal(keys)
        found = (name for name, entry in self._entries.items() if wanted and name != but and entry.keys == wanted)
        return next(found, None)

    def set_keys(self, action: str, keys: str, *, take: bool = False) -> None:
        """Give an action other keys, and remember it; `take` takes them from who has them.

        Raises:
            KeysTakenError: another action has these keys, and they were not to be taken; or no action can.
        """
        entry = self._entries[action]
        wanted = _normal(keys)
        fixed = fixed_text(wanted)
        if fixed and wanted != _normal(entry.spec.keys):
            raise KeysTakenError(fixed, _("Choose other keys."))
        holder = self.holder(wanted, but=action)
        if holder is not None:
            if not take:
                what = _("{keys} already does “{action}”.").format(keys=shown_keys(wanted), action=self.text(holder))
                raise KeysTakenError(what, _("Choose other keys, or take these from there."), holder)
            self._change_keys(self._entries[holder], "")
        self._change_keys(entry, wanted)

    def reset_keys(self, action: str, *, take: bool = False) -> None:
        """Give an action the keys back that it comes with.

        Raises:
            KeysTakenError: another action has them by now, and they were not to be taken.
        """
        self.set_keys(action, self._entries[action].spec.keys, take=take)

    def reset_all_keys(self) -> None:
        """Give every action the keys that it comes with."""
        for entry in self._entries.values():
            self._change_keys(entry, entry.spec.keys)

    def _change_keys(self, entry: _Entry, keys: str) -> None:
        self._settings.set_shortcut(entry.spec.id, None if keys == _normal(entry.spec.keys) else keys)
        if entry.keys == keys:
            return
        entry.keys = keys
        self._give_keys(entry)
        self._show_text(entry)
        self.keys_changed.emit(entry.spec.id)

    def _give_keys(self, entry: _Entry) -> None:
        entry.keys = _normal(entry.keys)
        shortcut = "" if _is_bare(entry.keys) else entry.keys
        entry.action.setShortcut(QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText))

    # Words and pictures

    def retranslate(self) -> None:
        """Show every text in the active language."""
        for entry in self._entries.values():
            self._show_text(entry)
        for menu, title in self._menus:
            menu.setTitle(_(title))

    def _show_text(self, entry: _Entry) -> None:
        text = entry.text()
        # A letter is not Qt's shortcut, so the menu is told what to show on the right.
        entry.action.setText(f"{text}\t{shown_keys(entry.keys)}" if _is_bare(entry.keys) else text)
        entry.action.setToolTip(plain(text))

    def _tint(self) -> None:
        look = current_look()
        for entry in self._entries.values():
            if entry.spec.icon:
                entry.action.setIcon(look.icon(entry.spec.icon))

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill a menu bar with every action, in the order of the list; some groups are menus within."""
        for key, title in MENUS:
            entries = [entry for entry in self._entries.values() if entry.spec.menu == key]
            if not entries:
                continue
            menu = self._add_menu(bar, title)
            before: str | None = None
            for at, (number, group) in enumerate(groupby(entries, key=lambda entry: entry.spec.group)):
                within = SUBMENUS.get((key, number))
                if at and not (before and within):
                    menu.addSeparator()
                place = menu if within is None else self._add_menu(menu, within)
                place.addActions([entry.action for entry in group])
                before = within

    def _add_menu(self, place: QMenuBar | QMenu, title: str) -> QMenu:
        # Not `addMenu(title)`: PySide lets a menu made so go with its wrapper in a collection of garbage.
        menu = QMenu(_(title), place)
        place.addMenu(menu)
        self._menus.append((menu, title))
        return menu

    # Letters

    def trigger_keys(self, keys: str) -> bool:
        """Do what these bare keys stand for, where that is enabled; tell whether anything was done."""
        holder = self.holder(keys)
        if holder is None or not self._entries[holder].action.isEnabled():
            return False
        self._entries[holder].action.trigger()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.LanguageChange and watched is self._window:
            self.retranslate()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._watched:
            return self._take_letter(event)
        return False

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and self._watched is not self._window and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and now.window() is self._window else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _take_letter(self, event: QKeyEvent) -> bool:
        if typing():
            return False
        keys = bare_keys(event)
        if not keys and self._watched is not None and self._watched.property(TAKES_BARE):
            keys = _NAMED.get(event.key(), "") if _unmodified(event) else ""
        holder = self.holder(keys) if keys else None
        if holder is None or (event.isAutoRepeat() and not self._entries[holder].spec.repeats):
            return False
        return self.trigger_keys(keys)


def _normal(keys: str) -> str:
    """Return keys in Qt's own portable spelling."""
    form = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(keys, form).toString(form)


def fixed_text(keys: str) -> str:
    """Say what portable keys do that no action may have, empty where they are free."""
    fixed = fixed_for(keys.replace("Enter", "Return").replace("Backtab", "Tab"))
    if fixed is not None:
        return _("{keys} is fixed in the text: “{action}”.").format(keys=shown_keys(keys), action=_(fixed.text))
    for _menu, title in MENUS:
        if keys and keys == QKeySequence.mnemonic(_(title)).toString(QKeySequence.SequenceFormat.PortableText):
            return _("{keys} opens the menu “{menu}”.").format(keys=shown_keys(keys), menu=plain(_(title)))
    return ""


def _is_bare(keys: str) -> bool:
    """Tell whether keys have no modifier but Shift and type something, so that text fields need them."""
    plain_keys = keys.removeprefix("Shift+")
    return len(plain_keys) == 1 or plain_keys in {"Space", "Return", "Backspace"}


def _unmodified(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def bare_keys(event: QKeyEvent) -> str:
    """Return a letter or sign that was pressed by its place, alone or with Shift, as portable text; else nothing."""
    shift = Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | shift):
        return ""
    letter = key_letter(event)
    if not (letter.isalpha() or (letter and letter in SIGNS)):
        return ""
    return f"Shift+{letter}" if event.modifiers() & shift else letter
