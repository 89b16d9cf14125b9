from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.window.panes import focus_target, go_to_next, parts_of


def pane(*fields: QLineEdit) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for field in fields:
        column.addWidget(field)
    return made


def test_round_the_panes_and_back_to_where_the_focus_was(qtbot: QtBot) -> None:
    a, b, c, d = (QLineEdit() for _n in range(4))
    first, second, empty = pane(a, b), pane(c, d), pane()
    window = QWidget()
    row = QHBoxLayout(window)
    for part in (first, empty, second):
        row.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    b.setFocus()
    panes = (first, empty, second)
    assert go_to_next(panes) is c
    assert go_to_next(panes) is b  # where it was in the first one
    first.hide()
    assert go_to_next(panes) is c


def test_a_view_without_a_splitter_is_one_pane(qtbot: QtBot) -> None:
    view = pane(QLineEdit())
    qtbot.addWidget(view)
    assert parts_of(view) == [view]
    assert parts_of(None) == []
    splitter = QSplitter(view)
    left, right = QWidget(), QWidget()
    splitter.addWidget(left)
    splitter.addWidget(right)
    assert parts_of(view) == [left, right]
    assert focus_target(left) is None
