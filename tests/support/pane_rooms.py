"""A pane of the Records view in front of a window, and a person at its keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from found import find_records
from workbench.qt.records.pane import Pane
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, Session, ViewName

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class PaneRoom:
    """The view with a pane in front, and where it asked the window to go."""

    window: QMainWindow
    view: RecordsView
    session: Session
    qtbot: QtBot
    went: list[Place]

    @property
    def pane(self) -> Pane:
        pane = self.view.work.pane
        assert pane is not None
        return pane

    def find(self, name: str) -> str:
        """Return the id of the record that is named most like this."""
        with self.session.read() as connection:
            return find_records(connection, name, "en")[0].record_id

    def press(self, widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(widget, key, held)

    def until(self, wanted: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(wanted)


def pane_room(session: Session, qtbot: QtBot, action: str, name: str) -> PaneRoom:
    """Open the view at a record, and bring a pane to the front."""
    window = QMainWindow()
    qtbot.addWidget(window)
    view = RecordsView(session)
    window.setCentralWidget(view)
    window.resize(1280, 720)
    went: list[Place] = []
    session.moved.connect(went.append)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(view.list.loaded):
        view.enter()
    room = PaneRoom(window, view, session, qtbot, went)
    view.show_place(Place(ViewName.RECORDS, record_id=room.find(name)))
    assert view.run_action(action)
    return room
