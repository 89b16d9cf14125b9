from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from workbench.qt.window.clipboard import ClipboardGuard


def test_only_what_came_from_here_is_cleared(qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    guard = ClipboardGuard()
    window = QLineEdit("words of the archive")
    qtbot.addWidget(window)
    clipboard.setText("from elsewhere")  # no window of ours is active
    guard.clear()
    assert clipboard.text() == "from elsewhere"
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.selectAll()
    window.copy()
    assert clipboard.text() == "words of the archive"
    guard.clear()
    assert clipboard.text() == ""
    clipboard.clear()
