"""The Records view in a window whose menus reach it, as the main window's do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from found import find_records
from workbench.qt.actions import Actions
from workbench.qt.look.style import Look
from workbench.qt.records.known import Known, read_known
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, Session, ViewName


@dataclass
class Shelf:
    """A window with the view, and hands to type with."""

    window: QMainWindow
    view: RecordsView
    session: Session
    qtbot: QtBot

    def find(self, name: str) -> str:
        with self.session.read() as connection:
            return find_records(connection, name, "en")[0].record_id

    def known(self, name: str) -> Known:
        with self.session.read() as connection:
            found = read_known(connection, self.find(name), "en")
        assert found is not None
        return found

    def open(self, name: str) -> Known:
        self.view.show_place(Place(ViewName.RECORDS, record_id=self.find(name)))
        assert self.view.page.known is not None
        assert self.view.page.known.id == self.find(name)
        self.qtbot.waitUntil(lambda: self.view.page.filled)
        return self.view.page.known

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(self.focus(), key, held)

    def type(self, text: str) -> None:
        for char in text:
            # QTest knows the keys of Latin letters only; others come with the text that they type.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))

    def child(self, name: str) -> QWidget:
        self.qtbot.waitUntil(lambda: self.view.page.findChild(QWidget, name) is not None)
        found = self.view.page.findChild(QWidget, name)
        assert found is not None
        return found


def _shelf(session: Session, qtbot: QtBot) -> Shelf:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = RecordsView(session)
    window.setCentralWidget(view)
    actions = Actions(window, session.settings)
    for spec in actions:
        if spec.id.startswith("record.") or spec.id in ("find.text", "desk.open"):
            actions.bind(spec.id, lambda name=spec.id: view.run_action(name))
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(view.list.loaded):
        view.enter()
    return Shelf(window, view, session, qtbot)


@pytest.fixture
def shelf(sample_session: Session, look: Look, qtbot: QtBot) -> Shelf:
    return _shelf(sample_session, qtbot)


@pytest.fixture
def empty_shelf(session: Session, look: Look, qtbot: QtBot) -> Shelf:
    return _shelf(session, qtbot)
