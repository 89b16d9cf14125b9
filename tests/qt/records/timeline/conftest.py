"""The Records view with the timeline in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from pane_rooms import PaneRoom, pane_room
from workbench.qt.look.style import Look
from workbench.qt.records.timeline.pane import TimelinePane
from workbench.qt.session import Session


@pytest.fixture
def timeline(sample_session: Session, look: Look, qtbot: QtBot) -> Callable[[str], PaneRoom]:
    def show(name: str) -> PaneRoom:
        room = pane_room(sample_session, qtbot, "records.timeline", name)
        pane = room.pane
        assert isinstance(pane, TimelinePane)
        room.until(lambda: pane.canvas.lane(room.find(name)) is not None)
        return room

    return show


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)
