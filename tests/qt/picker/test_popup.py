from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.look.style import Look
from workbench.qt.picker.popup import Popup


class Line(Popup):
    """A popup with one line."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.edit = QLineEdit()
        self.column.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.confirmed = 0

    def confirm(self) -> None:
        self.confirmed += 1


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    body = QWidget()
    window.setCentralWidget(body)
    before = QLineEdit(body)
    before.setObjectName("before")
    before.setGeometry(0, 0, 80, 28)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    before.setFocus()
    return window


def _open(window: QMainWindow, x: int, y: int) -> Line:
    host = window.centralWidget()
    popup = Line(host)
    popup.open_at(QRect(host.mapToGlobal(QPoint(x, y)), host.mapToGlobal(QPoint(x + 2, y + 20))))
    return popup


def test_it_opens_below_its_place_and_above_where_there_is_no_room(window: QMainWindow) -> None:
    popup = _open(window, 200, 100)
    assert popup.y() > 120
    assert popup.edit.hasFocus()
    popup.dismiss()
    low = _open(window, 200, 560)
    assert low.geometry().bottom() < 560
    assert low.y() >= 0
    low.dismiss()


def test_it_stays_inside_its_host(window: QMainWindow) -> None:
    popup = _open(window, 890, 100)
    assert window.centralWidget().rect().contains(popup.geometry())
    window.resize(500, 600)
    assert window.centralWidget().rect().contains(popup.geometry())
    popup.dismiss()


def test_escape_closes_and_the_focus_goes_back(window: QMainWindow, qtbot: QtBot) -> None:
    popup = _open(window, 200, 100)
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup.edit, Qt.Key.Key_Escape)
    assert window.findChild(QLineEdit, "before").hasFocus()


def test_it_closes_when_the_focus_goes_elsewhere_and_leaves_it_there(window: QMainWindow, qtbot: QtBot) -> None:
    popup = _open(window, 200, 100)
    other = QLineEdit(window.centralWidget())
    other.show()
    with qtbot.waitSignal(popup.closed):
        other.setFocus()
    assert other.hasFocus()


def test_its_keys_are_not_the_windows(window: QMainWindow, qtbot: QtBot) -> None:
    fired: list[str] = []
    shortcut = QShortcut(QKeySequence("Return"), window)
    shortcut.activated.connect(lambda: fired.append("window"))
    popup = _open(window, 200, 100)
    qtbot.keyClick(popup.edit, Qt.Key.Key_Return)
    assert (popup.confirmed, fired) == (1, [])
    popup.dismiss()
    popup.dismiss()  # a second time is nothing
