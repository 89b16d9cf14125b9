"""A full record's page: the CPU time of the longest turn of the event loop while it comes up and is made."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from entering import english_room
from made_dossier import make_dossier
from workbench.qt.look.style import current_look
from workbench.qt.operations import Operations
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support ")


@pytest.fixture
def view(tmp_path: Path) -> Iterator[tuple[RecordsView, str]]:
    room = english_room(tmp_path / "full.archive")
    full = make_dossier(room.archive, room.author_id)
    application = QApplication.instance() or QApplication([])
    current_look()
    operations = Operations()
    session = Session(room.archive, room.author_id, operations, Settings(tmp_path / "settings.ini"))
    made = RecordsView(session)
    made.resize(1280, 720)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.enter()
    while operations.jobs:
        QTest.qWait(1)
    yield made, full
    operations.shut_down()
    made.hide()
    shiboken6.delete(made)
    shiboken6.delete(session)
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    room.archive.close()


class Clock:
    """Stands still but for the longest turn: what `benchmark` reads before and after is that turn's time."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_longest_turn_while_a_full_page_is_made(benchmark: Any, view: tuple[RecordsView, str]) -> None:
    """30 names, statements, events, relations, quotes and mentions each."""
    made, full = view
    other = next(record_id for record_id in made.selection.ids if record_id != full)
    clock = benchmark._timer = Clock()

    def turn(does: Any) -> float:
        begin = time.thread_time()
        does()
        return time.thread_time() - begin

    def show(record_id: str) -> float:
        place = Place(ViewName.RECORDS, record_id=record_id)
        turns = [turn(lambda: made.show_place(place))]
        while not made.page.filled:
            turns.append(turn(QCoreApplication.processEvents))
        turns += [turn(QCoreApplication.processEvents) for _n in range(3)]
        return max(turns)

    def work() -> None:
        clock.now += show(full)

    benchmark.pedantic(work, setup=lambda: show(other) and None, rounds=10)
