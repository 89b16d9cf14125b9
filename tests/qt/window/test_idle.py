from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from workbench.qt.window.idle import AutoLock


def test_it_counts_minutes_and_then_locks(qtbot: QtBot) -> None:
    lock = AutoLock()
    told: list[int] = []
    lock.minutes_left.connect(told.append)
    lock.start(5)
    assert told == [5]
    lock._last -= 100
    lock.look()
    assert told == [5, 4]
    with qtbot.waitSignal(lock.due):
        lock._last -= 250
        lock.look()


def test_the_sleep_of_the_machine_counts(qtbot: QtBot) -> None:
    lock = AutoLock()
    lock.start(5)
    with qtbot.waitSignal(lock.due):
        lock._last_by_wall -= 3_600  # the monotonic clock stands still in sleep
        lock.look()


def test_a_key_in_the_window_starts_the_time_anew(qtbot: QtBot) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    lock = AutoLock()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lock.start(5)
    lock._last -= 200
    lock._last_by_wall -= 200
    assert lock.idle_seconds() > 199
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert lock.idle_seconds() < 100
    assert window.text() == "a"


def test_never_is_never(qtbot: QtBot) -> None:
    lock = AutoLock()
    lock.start(0)
    lock._last -= 1e6
    lock.look()
    assert not lock.counting


def test_a_window_that_is_gone_is_not_watched(qtbot: QtBot) -> None:
    lock = AutoLock()
    window = QLineEdit()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: lock._watched is None)
