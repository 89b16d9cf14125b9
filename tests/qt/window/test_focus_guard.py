from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.qt.window.main_window import MainWindow

from .conftest import Hands, open_it


def test_what_is_behind_the_page_in_front_gets_no_keys(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    assert window.workspace is not None
    view = window.workspace.current
    window.actions_["archive.recovery"].trigger()
    sheet = window.entrance.sheet
    hands.on(sheet)
    field = QApplication.focusWidget()
    assert field is not None
    assert sheet.isAncestorOf(field)
    button = view.empty.buttons[0]  # type: ignore[union-attr]
    assert not button.isVisible()
    button.setFocus()
    assert QApplication.focusWidget() is field
    hands.type("wrong one")
    assert sheet.proof.field.text() == "wrong one"
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: window.at_work)
    hands.until(button.isVisible)
    button.setFocus()  # in sight now, it may have it
    assert QApplication.focusWidget() is button
