from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from workbench.qt.actions import Actions
from workbench.qt.frame.base import Button
from workbench.qt.keysheet import KeySheet
from workbench.qt.look.style import Look
from workbench.qt.settings import Settings


class Window(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.registry = Actions(self, settings)
        self.done: list[str] = []
        for spec in self.registry:
            self.registry.bind(spec.id, lambda name=spec.id: self.done.append(name))
        self.sheet = KeySheet(self.registry)
        self.setCentralWidget(self.sheet)


@pytest.fixture
def window(qtbot: QtBot, look: Look, home: Path) -> Window:
    made = Window(Settings(home / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def listed(sheet: KeySheet) -> dict[str, str]:
    return {item.text(0): item.text(1) for item in sheet._action_items()}


def test_every_action_is_listed_with_its_keys(window: Window) -> None:
    found = listed(window.sheet)
    assert len(window.sheet._action_items()) == len(list(window.registry))
    assert found["Lock"] == "Ctrl+L"
    assert found["Person"] == "P"
    assert found["Check archive"] == "—"


def test_search_by_word_or_by_key(window: Window) -> None:
    window.sheet.search.set_text("lock")
    assert "Lock" in listed(window.sheet)
    assert "Settings" not in listed(window.sheet)
    window.sheet.search.set_text("ctrl+e")
    assert "Export bundle…" in listed(window.sheet)


def test_new_keys_by_keyboard_alone(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    sheet.tree.setFocus()
    assert sheet.go_to("passage.person")
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Return)
    assert sheet.waiting
    qtbot.keyClick(sheet.tree, Qt.Key.Key_X)
    assert not sheet.waiting
    assert window.registry.keys("passage.person") == "X"
    assert listed(sheet)["Person"] == "X"
    assert sheet.current_action() == "passage.person"


def test_keys_that_already_act_are_recorded_and_not_done(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    sheet.go_to("archive.check")
    sheet.wait_for_keys()
    qtbot.keyClick(sheet.tree, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.done == []
    assert window.registry.keys("archive.check") == ""
    assert not sheet.banner.isHidden()
    assert "Ctrl+L already does “Lock”." in sheet.banner.text()
    sheet.banner.findChild(Button).click()
    assert window.registry.keys("archive.check") == "Ctrl+L"
    assert window.registry.keys("archive.lock") == ""
    assert sheet.banner.isHidden()


def test_escape_leaves_the_old_keys(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    sheet.go_to("archive.lock")
    sheet.wait_for_keys()
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Control)
    assert sheet.waiting
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Escape)
    assert not sheet.waiting
    assert listed(sheet)["Lock"] == "Ctrl+L"


def test_moving_on_stops_waiting(window: Window) -> None:
    sheet = window.sheet
    sheet.go_to("archive.lock")
    sheet.wait_for_keys()
    sheet.go_to("archive.check")
    assert not sheet.waiting
    assert listed(sheet)["Lock"] == "Ctrl+L"


def test_keys_can_be_taken_away_and_given_back(window: Window) -> None:
    sheet = window.sheet
    sheet.go_to("archive.lock")
    sheet.clear_keys()
    assert window.registry.keys("archive.lock") == ""
    window.registry.set_keys("archive.check", "Ctrl+L")
    sheet.reset_keys()
    assert "Ctrl+L already does" in sheet.banner.text()
    sheet.banner.findChild(Button).click()
    assert window.registry.keys("archive.lock") == "Ctrl+L"
    assert window.registry.keys("archive.check") == ""
