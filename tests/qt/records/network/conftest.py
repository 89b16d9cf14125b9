"""The Records view with the network in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from pane_rooms import PaneRoom, pane_room
from workbench.qt.look.style import Look
from workbench.qt.records.network.pane import NetworkPane
from workbench.qt.session import Session


@pytest.fixture
def network(sample_session: Session, look: Look, qtbot: QtBot) -> Callable[[str], PaneRoom]:
    def show(name: str) -> PaneRoom:
        room = pane_room(sample_session, qtbot, "records.network", name)
        pane = room.pane
        assert isinstance(pane, NetworkPane)
        room.until(lambda: room.find(name) in pane.canvas.picture.nodes)
        return room

    return show


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
