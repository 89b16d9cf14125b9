from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workbench.i18n import INTERFACE_LANGUAGES, activate
from workbench.qt.action_list import ACTION_LIST, MENUS, SUBMENUS
from workbench.qt.actions import TAKES_BARE, Actions, KeysTakenError, fixed_text, plain, shown_keys
from workbench.qt.frame.language import switch_language, tell_language_change
from workbench.qt.look.icons import icon_names
from workbench.qt.look.style import Look
from workbench.qt.settings import Settings

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(home: Path) -> Settings:
    return Settings(home / "settings.ini")


class Window(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.registry = Actions(self, settings)
        self.registry.build_menus(self.menuBar())
        self.done: list[str] = []
        for spec in self.registry:
            self.registry.bind(spec.id, lambda name=spec.id: self.done.append(name))
        self.edit, self.list, self.read = QLineEdit(), QListWidget(), QPlainTextEdit("read only")
        self.read.setReadOnly(True)
        self.list.addItems(["Pavel", "Kolas"])
        middle = QWidget()
        column = QVBoxLayout(middle)
        for part in (self.edit, self.list, self.read):
            column.addWidget(part)
        self.setCentralWidget(middle)


@pytest.fixture
def window(qtbot: QtBot, look: Look, settings: Settings) -> Window:
    made = Window(settings)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_list_is_sound() -> None:
    assert len({spec.id for spec in ACTION_LIST}) == len(ACTION_LIST)
    menus = [key for key, _title in MENUS]
    assert {spec.menu for spec in ACTION_LIST} == set(menus)
    assert {spec.icon for spec in ACTION_LIST if spec.icon} <= icon_names()
    for spec in ACTION_LIST:
        assert spec.letter == (len(spec.keys) == 1)


def test_the_keys_of_the_design_are_there(window: Window) -> None:
    keys = {window.registry.keys(spec.id): spec.id for spec in window.registry}
    expected = "P E O L Q N T J K Space Ctrl+Z Ctrl+Shift+Z Ctrl+K Ctrl+F Ctrl+Shift+F F1 Ctrl+L Alt+1 Alt+5 "
    expected += "Ctrl+Return Ctrl+Shift+Return Ctrl+1 Ctrl+5 Ctrl+Space Alt+Left Alt+Right"
    assert set(expected.split()) <= set(keys)


def assert_no_collisions(window: Window) -> None:
    """Keys that two actions had would do neither."""
    for spec in window.registry:
        keys = window.registry.keys(spec.id)
        assert not keys or window.registry.holder(keys, but=spec.id) is None, (keys, spec.id)


def test_no_two_actions_have_the_same_keys(window: Window) -> None:
    assert_no_collisions(window)


def menus_of(window: Window) -> list[QMenu]:
    """Return every menu of the bar, each before those within it."""
    found = [action.menu() for action in window.menuBar().actions()]
    for menu in found:
        found += [action.menu() for action in menu.actions() if action.menu() is not None]
    return found


def within(menu: QMenu) -> list[QAction]:
    """Return the entries of a menu and of those in it, menus and lines left out."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += within(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_action_is_in_one_menu(window: Window) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    found = [action.objectName() for menu in menus for action in within(menu)]
    assert sorted(found) == sorted(spec.id for spec in ACTION_LIST)
    assert [menu.title() for menu in menus] == [title for _key, title in MENUS]


def test_menus_are_short_and_groups_that_are_long_are_menus_within(window: Window) -> None:
    titles = []
    for top in menus_of(window):
        entries = [action for action in top.actions() if not action.isSeparator()]
        assert 0 < len(entries) < 20
        shown = top.actions()
        assert not shown[0].isSeparator()
        assert not shown[-1].isSeparator()
        titles += [entry.text() for entry in entries if entry.menu() is not None]
    assert sorted(titles) == sorted(SUBMENUS.values())
    assert set(SUBMENUS) <= {(spec.menu, spec.group) for spec in ACTION_LIST}


def test_menus_stay_on_the_screen_however_large_the_type(window: Window, look: Look) -> None:
    look.set(scale=200)
    for language in INTERFACE_LANGUAGES:
        switch_language(language)
        assert window.menuBar().sizeHint().width() <= 1280
        for menu in menus_of(window):
            # A menu of several columns would be wider than the screen; one that scrolls is not.
            assert menu.sizeHint().width() <= 1200
            menu.popup(window.pos())
            assert menu.height() <= menu.screen().geometry().height()
            menu.close()


def test_an_action_that_does_nothing_is_off(qtbot: QtBot, look: Look, settings: Settings) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, settings)
    assert not actions["edit.undo"].isEnabled()
    done: list[int] = []
    actions.bind("edit.undo", lambda: done.append(1))
    actions["edit.undo"].trigger()
    assert done == [1]


def test_letters_act_where_no_text_is_typed(window: Window, qtbot: QtBot) -> None:
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_P)
    window.read.setFocus()
    qtbot.keyClick(window.read, Qt.Key.Key_J)
    assert window.done == ["passage.person", "passage.next"]


def test_letters_are_letters_where_text_is_typed(window: Window, qtbot: QtBot) -> None:
    window.edit.setFocus()
    qtbot.keyClicks(window.edit, "peo")
    assert window.edit.text() == "peo"
    window.read.setReadOnly(False)
    window.read.setFocus()
    qtbot.keyClicks(window.read, "jk")
    assert window.done == []


def test_letters_follow_the_place_of_the_key(window: Window) -> None:
    window.list.setFocus()
    for typed in ("З", "з"):
        # A Cyrillic layout: the key where P is types З.
        event = QKeyEvent(QEvent.Type.KeyPress, ord("З"), Qt.KeyboardModifier.NoModifier, typed)
        QApplication.sendEvent(window.list, event)
    assert window.done == ["passage.person", "passage.person"]


def press(widget: QWidget, typed: str, *, shift: bool = False, again: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(typed.upper()), held, typed, again))


def test_signs_and_letters_with_shift_follow_the_place_too(window: Window) -> None:
    window.list.setFocus()
    for typed, shift in [("ю", False), ("Ю", True), ("О", True), ("[", False), ("{", True), ("х", False)]:
        press(window.list, typed, shift=shift)
    assert window.done == [
        "passage.end_right_sign",
        "passage.start_right_sign",
        "passage.next_quote",
        "passage.shift_left",
        "passage.shift_left_sign",
        "passage.shift_left",
    ]
    window.edit.setFocus()
    press(window.edit, "[")
    press(window.edit, "J", shift=True)
    assert window.edit.text() == "[J"
    assert len(window.done) == 6


def test_a_key_that_is_held_down_moves_edges_again_and_again_and_opens_nothing_twice(window: Window) -> None:
    window.list.setFocus()
    for again in (False, True, True):
        press(window.list, "]", again=again)
        press(window.list, "p", again=again)
    assert window.done.count("passage.shift_right") == 3
    assert window.done.count("passage.person") == 1


def test_space_is_a_shortcut_only_where_a_widget_says_so(window: Window, qtbot: QtBot) -> None:
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    assert window.done == []
    window.list.setProperty(TAKES_BARE, True)
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    window.registry.set_keys("passage.pick", "G")
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    qtbot.keyClick(window.list, Qt.Key.Key_G)
    window.registry.set_keys("passage.tag", "Space")
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    assert window.done == ["passage.pick", "passage.pick", "passage.tag"]


@pytest.mark.parametrize(
    ("action", "keys", "key", "held"),
    [
        ("passage.person", "Z", Qt.Key.Key_Z, Qt.KeyboardModifier.NoModifier),
        ("passage.next_quote", "Shift+Z", Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier),
        ("passage.shift_left", ",", Qt.Key.Key_Comma, Qt.KeyboardModifier.NoModifier),
        ("archive.lock", "Ctrl+Alt+Z", Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.AltModifier),
        ("passage.end_left", "F7", Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_changed_keys_act_at_once_and_after_a_restart_until_they_are_reset(
    window: Window, qtbot: QtBot, settings: Settings, action: str, keys: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    usual = window.registry.keys(action)
    window.registry.set_keys(action, keys, take=True)
    window.list.setFocus()
    qtbot.keyClick(window.list, key, held)
    assert window.done == [action]
    window.hide()
    later = Window(settings)
    qtbot.addWidget(later)
    later.show()
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    later.list.setFocus()
    qtbot.keyClick(later.list, key, held)
    assert later.done == [action]
    assert_no_collisions(later)
    later.registry.reset_keys(action)
    qtbot.keyClick(later.list, key, held)
    assert later.done == [action]
    assert later.registry.keys(action) == usual == Window(settings).registry.keys(action)


@pytest.mark.parametrize(
    ("action", "keys", "holder"),
    [
        ("archive.check", "P", "passage.person"),
        ("archive.check", "Shift+J", "passage.next_quote"),
        ("passage.person", "[", "passage.shift_left"),
        ("passage.person", "Ctrl+L", "archive.lock"),
        ("passage.person", "Space", "passage.pick"),
        ("passage.person", "Shift+,", "passage.start_left_sign"),
    ],
)
def test_keys_that_are_taken_name_who_has_them(window: Window, action: str, keys: str, holder: str) -> None:
    with pytest.raises(KeysTakenError, match=window.registry.text(holder)) as caught:
        window.registry.set_keys(action, keys)
    assert caught.value.holder == holder
    assert window.registry.keys(holder) == keys
    window.registry.set_keys(action, keys, take=True)
    assert (window.registry.keys(action), window.registry.keys(holder)) == (keys, "")


def test_letters_with_modifiers_and_of_disabled_actions_pass_by(window: Window, qtbot: QtBot) -> None:
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    window.registry["passage.event"].setEnabled(False)
    qtbot.keyClick(window.list, Qt.Key.Key_E)
    qtbot.keyClick(window.list, Qt.Key.Key_Z)
    assert window.done == []


@pytest.mark.parametrize("part", ["list", "read", "edit"])
def test_other_keys_act_everywhere(window: Window, qtbot: QtBot, part: str) -> None:
    widget = getattr(window, part)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget, Qt.Key.Key_F1)
    qtbot.keyClick(widget, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.done == ["go.records", "app.keys", "app.palette"]


def test_keys_can_be_changed_and_are_remembered(window: Window, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.registry.keys_changed) as signal:
        window.registry.set_keys("passage.person", "Z")
    assert signal.args == ["passage.person"]
    window.registry.set_keys("archive.lock", "Ctrl+Alt+L")
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_P)
    qtbot.keyClick(window.list, Qt.Key.Key_Z)
    qtbot.keyClick(window.list, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.done == ["passage.person", "archive.lock"]
    again = Window(settings)
    qtbot.addWidget(again)
    assert again.registry.keys("passage.person") == "Z"
    again.registry.reset_all_keys()
    assert again.registry.keys("passage.person") == "P"
    assert settings.shortcut("passage.person") is None


def test_taken_keys_are_named_and_can_be_taken(window: Window) -> None:
    with pytest.raises(KeysTakenError) as caught:
        window.registry.set_keys("archive.lock", "ctrl+k")
    assert caught.value.holder == "app.palette"
    assert caught.value.what == "Ctrl+K already does “All actions…”."
    assert window.registry.keys("archive.lock") == "Ctrl+L"
    window.registry.set_keys("archive.lock", "Ctrl+K", take=True)
    assert window.registry.keys("archive.lock") == "Ctrl+K"
    assert window.registry.keys("app.palette") == ""
    with pytest.raises(KeysTakenError):
        window.registry.reset_keys("app.palette")
    window.registry.reset_keys("archive.lock")
    window.registry.reset_keys("app.palette")
    assert_no_collisions(window)
    assert window.registry.holder("Ctrl+K") == "app.palette"
    assert window.registry.holder("") is None


@pytest.mark.parametrize(
    "keys",
    [*("Right", "Shift+Right", "Esc", "Tab", "Shift+Tab", "Backtab", "Return", "Enter", "Ctrl+C", "Ctrl+A"), "Alt+A"],
)
def test_keys_of_the_text_and_of_the_menus_are_refused_by_name(window: Window, settings: Settings, keys: str) -> None:
    with pytest.raises(KeysTakenError) as caught:
        window.registry.set_keys("passage.tag", keys, take=True)
    assert not caught.value.holder
    assert "is fixed in the text" in caught.value.what or caught.value.what == "Alt+A opens the menu “Archive”."
    assert window.registry.keys("passage.tag") == "T"
    settings.set_shortcut("passage.tag", keys)
    assert Window(settings).registry.keys("passage.tag") == "T"


def test_no_action_comes_with_keys_of_the_text_or_of_a_menu(window: Window) -> None:
    assert [spec.id for spec in ACTION_LIST if fixed_text(spec.keys)] == []


def test_the_menu_shows_letters_too(window: Window) -> None:
    assert window.registry["passage.person"].text() == "Person\tP"
    assert window.registry["archive.lock"].text() == "Lock"
    assert window.registry["archive.lock"].shortcut().toString() == "Ctrl+L"
    window.registry.set_keys("passage.person", "")
    assert window.registry["passage.person"].text() == "Person"


def test_words_that_change(window: Window) -> None:
    subject = "Rosencrantz & Guildenstern"
    window.registry.set_text("edit.undo", lambda: f"Undo: link passage to {subject}")
    assert window.registry["edit.undo"].text() == "Undo: link passage to Rosencrantz && Guildenstern"
    assert window.registry.text("edit.undo") == f"Undo: link passage to {subject}"


def test_a_new_language_shows_at_once(window: Window) -> None:
    window.registry.set_text("edit.undo", lambda: "calls")
    activate("en")
    shown: list[str] = []
    window.registry.set_text("edit.redo", lambda: shown.append("asked") or "Redo")
    shown.clear()
    tell_language_change(window)
    assert shown == ["asked"]


def test_small_helpers() -> None:
    assert plain("&Archive && more") == "Archive & more"
    assert shown_keys("Ctrl+Return") in {"Ctrl+Return", "⌘↩"}


def test_an_id_stands_once(qtbot: QtBot, look: Look, settings: Settings) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    with pytest.raises(ValueError, match="lock"):
        Actions(window, settings, [*ACTION_LIST, next(s for s in ACTION_LIST if s.id == "archive.lock")])
