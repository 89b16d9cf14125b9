from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workbench.qt.operations import Operations
from workbench.qt.window.garbage import Tidying, collect_seldom
from workbench.qt.window.main_window import MainWindow


class Knot:
    """Holds itself, so that counting references never lets it go."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def by_hand() -> Iterator[None]:
    """No search for garbage but those that are asked for, and as before afterwards."""
    before = gc.get_threshold()
    gc.disable()
    yield
    gc.set_threshold(*before)
    gc.enable()


def grow_old(searches: int = 10) -> weakref.ref[Knot]:
    """Make garbage that many searches through what is young have passed by."""
    knot = Knot()
    gone = weakref.ref(knot)
    gc.collect()
    for _n in range(searches):
        gc.collect(1)
    return gone


@pytest.mark.usefixtures("by_hand")
def test_garbage_goes_where_nobody_was_there_for_a_while(qtbot: QtBot, operations: Operations) -> None:
    idle = 119.0
    tidying = Tidying(operations, lambda: idle)
    gone = grow_old()
    tidying.look()
    assert gone() is not None
    idle = 121.0
    tidying._timer.setInterval(0)
    qtbot.waitUntil(lambda: gone() is None)


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_looked_for_where_little_has_come_since(operations: Operations) -> None:
    tidying = Tidying(operations, lambda: 180.0)
    gone = grow_old(9)
    tidying.look()
    assert gone() is not None
    gc.collect(1)
    tidying.look()
    assert gone() is None


@pytest.mark.usefixtures("by_hand")
def test_work_that_is_under_way_is_not_held_up(qtbot: QtBot, operations: Operations) -> None:
    tidying = Tidying(operations, lambda: 180.0)
    go_on = threading.Event()
    operations.run_read(lambda _context: go_on.wait(30))
    gone = grow_old()
    tidying.look()
    assert gone() is not None
    go_on.set()
    qtbot.waitUntil(lambda: not operations.jobs)
    tidying.look()
    assert gone() is None


@pytest.mark.usefixtures("by_hand")
def test_python_by_itself_leaves_what_is_old_alone() -> None:
    collect_seldom()
    gone = grow_old(0)
    seen: list[int] = []

    def note(phase: str, facts: dict[str, int]) -> None:
        seen.append(facts["generation"] if phase == "stop" else -1)

    gc.callbacks.append(note)
    gc.enable()
    kept = [[n] for n in range(300_000)]  # what a large read makes
    gc.disable()
    gc.callbacks.remove(note)
    assert {0, 1} <= set(seen) <= {-1, 0, 1}
    assert gone() is not None
    assert len(kept) == 300_000


@pytest.mark.usefixtures("by_hand")
def test_a_key_in_the_window_puts_it_off(window: MainWindow) -> None:
    gone = grow_old()
    window.auto_lock._last -= 150
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    window.tidying.look()
    assert gone() is not None
    window.auto_lock._last -= 150
    window.tidying.look()
    assert gone() is None
