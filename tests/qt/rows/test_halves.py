from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.qt.look.style import Look
from workbench.qt.rows.halves import Halves


def test_halves_stand_under_each_other_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    halves = Halves(QLabel("columns"), QLabel("rows"))
    qtbot.addWidget(halves)
    halves.resize(3 * look.px("side"), 200)
    halves.show()
    assert halves.split.orientation() is Qt.Orientation.Horizontal
    assert halves.verticalScrollBar().maximum() == 0
    halves.resize(3 * look.px("side") - 1, 200)
    assert halves.split.orientation() is Qt.Orientation.Vertical
    qtbot.waitUntil(lambda: halves.verticalScrollBar().maximum() > 0)
