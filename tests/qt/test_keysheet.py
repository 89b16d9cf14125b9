from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from workbench.qt.actions import Actions, shown_keys
from workbench.qt.frame.base import Button
from workbench.qt.keysheet import _ACTION, KeySheet
from workbench.qt.look.style import Look
from workbench.qt.reader.keyboard import FIXED_KEYS
from workbench.qt.records.words import PAGE_KEYS
from workbench.qt.rows.words import ROWS_KEYS
from workbench.qt.settings import Settings

_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


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


def fixed(sheet: KeySheet) -> dict[str, str]:
    heads = [sheet.tree.topLevelItem(place) for place in range(sheet.tree.topLevelItemCount())]
    items = [head.child(place) for head in heads for place in range(head.childCount())]
    known = {id(item) for item in sheet._action_items()}
    return {item.text(0): item.text(1) for item in items if item.data(0, _ACTION) is None and id(item) not in known}


def test_the_keys_of_the_text_are_shown_and_cannot_be_changed(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    assert fixed(sheet) == {
        each.text: " · ".join(map(shown_keys, each.keys)) for each in (*FIXED_KEYS, *PAGE_KEYS, *ROWS_KEYS)
    }
    sheet.search.set_text("alt+up")
    assert list(fixed(sheet)) == ["Sentence back, on"]
    assert not [item for item in sheet._action_items() if "Alt+Up" in item.text(1)]
    sheet.search.set_text("part of the page")
    assert fixed(sheet) == {"Part of the page back, on": " · ".join(map(shown_keys, ("Ctrl+Up", "Ctrl+Down")))}
    sheet.search.set_text("")
    for place in range(sheet.tree.topLevelItemCount()):
        head = sheet.tree.topLevelItem(place)
        if head.text(0).startswith("In the text"):
            sheet.tree.setCurrentItem(head.child(0))
    assert sheet.current_action() is None
    sheet.wait_for_keys()
    sheet.clear_keys()
    sheet.reset_keys()
    assert not sheet.waiting
    for each in FIXED_KEYS:
        assert [keys for keys in each.keys if window.registry.holder(keys) is not None] == []


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, _ALT_SHIFT])
def test_a_fixed_key_is_refused_by_name(window: Window, qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    sheet = window.sheet
    sheet.go_to("archive.check")
    sheet.wait_for_keys()
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Up, held)
    assert "is fixed in the text: “Sentence back, on”." in sheet.banner.text()
    assert sheet.banner._buttons == []
    assert window.registry.keys("archive.check") == ""


def test_letters_with_shift_and_signs_are_recorded_by_their_place(window: Window, qtbot: QtBot) -> None:
    sheet = window.sheet
    for key, held, keys in [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier, "Shift+Z"),
        (Qt.Key.Key_BraceLeft, Qt.KeyboardModifier.ShiftModifier, "Shift+["),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "."),
    ]:
        holder = window.registry.holder(keys)
        if holder is not None:
            window.registry.set_keys(holder, "")
        sheet.go_to("archive.check")
        sheet.wait_for_keys()
        qtbot.keyClick(sheet.tree, key, held)
        assert window.registry.keys("archive.check") == keys


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
    qtbot.keyClick(sheet.tree, Qt.Key.Key_Z)
    assert not sheet.waiting
    assert window.registry.keys("passage.person") == "Z"
    assert listed(sheet)["Person"] == "Z"
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
