from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.look.style import Look
from workbench.qt.window.drawer import Drawer


def test_one_panel_at_a_time_and_the_focus_goes_back(qtbot: QtBot, look: Look) -> None:
    window, work, drawer = QWidget(), QLineEdit(), Drawer()
    row = QHBoxLayout(window)
    row.addWidget(work)
    row.addWidget(drawer)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work.setFocus()
    first, second = QLineEdit(), QLineEdit()
    drawer.show_panel("one", "One", first)
    assert first.hasFocus()
    drawer.show_panel("two", lambda: "Two", second)
    assert drawer.key == "two"
    assert drawer.accessibleName() == "Two"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(first)
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert work.hasFocus()
    assert not drawer.isVisible()
    assert drawer.body is None
