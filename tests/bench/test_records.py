"""A hundred thousand people with three hundred thousand names in the Records view, in CPU time.

Nothing here is timed by the clock: the threads that read count with the window's own.
"""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from entering import english_room
from made_people import fill
from rooms import Room
from workbench.domain.kinds import RecordKind
from workbench.qt.operations import Operations
from workbench.qt.records.table.pane import TablePane
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Session
from workbench.qt.settings import Settings
from workbench.services import picker
from workbench.services.catalogue import CONFLICTS, MENTIONS, OTHERS, QUOTES, Catalogue, Wanted

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "100000"))
TYPED = "калеснік", "siargei kava", "jonas kaz", "john sm", "викторович"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support ")

_STATUS = Path("/proc/self/status")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = english_room(tmp_path_factory.mktemp("people") / "people.archive")
    fill(room.archive, PEOPLE)
    yield room
    room.archive.close()


class Desk:
    """A window with the Records view of the full archive."""

    def __init__(self, room: Room, settings: Path) -> None:
        self.operations = Operations()
        self.session = Session(room.archive, room.author_id, self.operations, Settings(settings))
        self.view = RecordsView(self.session)
        self.view.resize(1280, 720)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)

    def wait(self) -> None:
        """Sleep until the next piece of background work has ended; turning round meanwhile would count as work."""
        loop = QEventLoop()
        self.operations.finished.connect(loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Let everything be read and painted."""
        while self.operations.jobs:
            self.wait()
        for _turn in range(3):
            QApplication.processEvents()

    @property
    def table(self) -> TablePane:
        pane = self.view.work.pane
        assert isinstance(pane, TablePane)
        return pane

    def close(self) -> None:
        self.operations.shut_down()
        self.view.hide()
        shiboken6.delete(self.view)
        shiboken6.delete(self.session)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def application() -> Iterator[QApplication]:
    from workbench.qt.look.style import current_look

    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    current_look().set(scale=100)
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)  # as `workbench.app` has it once the program is loaded
    yield made
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture(scope="module")
def desk(full: Room, application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(full, tmp_path_factory.mktemp("settings") / "settings.ini")
    made.view.enter()
    made.settle()
    yield made
    made.close()


@pytest.fixture
def table(desk: Desk) -> Desk:
    desk.view.run_action("records.table")
    desk.settle()
    desk.table.filters.show_all()
    desk.settle()
    return desk


def test_open_to_first_paint(measured: Any, full: Room, application: QApplication, tmp_path: Path) -> None:
    """From nothing in memory to the list and the first person's page painted."""
    desks: list[Desk] = []

    def prepare() -> tuple[Any, ...]:
        while desks:
            desks.pop().close()
        desks.append(Desk(full, tmp_path / "settings.ini"))
        return ()

    def work() -> None:
        view = desks[0].view
        view.enter()
        while not view.list.list.lines.rowCount():
            desks[0].wait()
        view.repaint()

    measured(work, prepare=prepare, rounds=3)
    desks.pop().close()


def keys_of(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the field after each key, over and over."""
    return itertools.cycle([text[:n] for text in texts for n in range(1, len(text) + 1)])


def test_filter_list(measured: Any, desk: Desk) -> None:
    """One more letter in the list's field, until what is found is painted."""
    typed = keys_of(TYPED)
    desk.view.work.show_pane("records.page")
    desk.settle()

    def work() -> None:
        desk.view.list.search.set_text(next(typed))
        desk.settle()

    work()
    measured(work, rounds=60)
    desk.view.list.search.set_text("")
    desk.settle()


def test_filter_list_without_the_page(measured: Any, desk: Desk) -> None:
    """The same question alone: which names fit, the best first."""
    typed = keys_of(TYPED)

    def work() -> None:
        ask(desk, lambda catalogue, connection: catalogue.find(connection, next(typed), (RecordKind.PERSON,), 500))

    work()
    measured(work, rounds=60)


def ask(desk: Desk, question: Callable[[Catalogue, Connection], object]) -> None:
    desk.session.ask(question, on_done=lambda _found: None, owner=None)
    desk.settle()


def keys_pressed(words: tuple[str, ...]) -> list[str]:
    """Return what stands in the field after each key of words typed one after the other, and taken back again."""
    return [word[:n] for word in words for n in (*range(1, len(word) + 1), *range(len(word) - 1, -1, -1))]


HARD = "jo", "a", "в", "калеснік", "zzzqqq", "alena kav", "ян"
"""Letters that thousands have, words that nobody has, what is merely like a name, two words."""


def test_filter_table(measured: Any, table: Desk) -> None:
    """One key in the table's field, Backspace too, until what is left is painted: every key of the words once."""
    keys = keys_pressed((*TYPED, *HARD))
    typed = itertools.cycle(keys)

    def work() -> None:
        table.table.filters.search.set_text(next(typed))
        table.settle()

    work()
    measured(work, rounds=len(keys))


def test_match_in_picker(measured: Any, desk: Desk) -> None:
    """The eight best candidates for a name that was typed, with all that the picker shows of them."""
    typed = keys_of(TYPED)
    language = desk.session.language

    def work() -> None:
        word = next(typed)
        desk.session.ask(
            lambda catalogue, connection: picker.candidates(connection, catalogue.find(connection, word), language),
            on_done=lambda _found: None,
            owner=None,
        )
        while desk.operations.jobs:
            desk.wait()

    work()
    measured(work, rounds=60)


@pytest.mark.parametrize("column", ["name", "birth", "mentions"])
def test_sort(measured: Any, table: Desk, column: str) -> None:
    """A click on a title, until the table is painted: each time the other way round."""
    pane = table.table
    orders = itertools.cycle((Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder))

    def work() -> None:
        pane.grid.model_.sort(pane.grid.keys.index(column), next(orders))
        table.settle()

    work()
    measured(work, rounds=10)
    pane.grid.model_.sort(0)
    table.settle()


def test_scroll_frame(measured: Any, table: Desk) -> None:
    """A page further down, read and painted."""
    bar = table.table.grid.verticalScrollBar()
    places = itertools.count()

    def work() -> None:
        bar.setValue(next(places) * bar.pageStep() % bar.maximum())
        table.table.grid.viewport().repaint()

    work()
    measured(work, rounds=100)


def test_jump(measured: Any, table: Desk) -> None:
    """Somewhere else in the table, read and painted."""
    bar = table.table.grid.verticalScrollBar()
    places = itertools.count(1)

    def work() -> None:
        bar.setValue(next(places) * 7_919_017 % bar.maximum())
        table.table.grid.viewport().repaint()

    work()
    measured(work, rounds=40)


def test_edit_cell(measured: Any, table: Desk) -> None:
    """Enter in a cell with a new date, until it is on the disk and painted."""
    grid = table.table.grid
    grid.setFocus()
    years = itertools.cycle(range(1940, 2000))
    rows = itertools.count(2)

    def prepare() -> tuple[Any, ...]:
        row = grid.model_.row(grid.model_.ids[next(rows)])
        while row is None or len(row.values.get("birth", ())) > 1:
            row = grid.model_.row(grid.model_.ids[next(rows)])
        grid.go_to(row.id)
        grid.setCurrentIndex(grid.model_.index(grid.currentIndex().row(), grid.keys.index("birth")))
        table.settle()
        assert grid.begin_edit()
        editor = grid.editor
        assert editor is not None
        editor.setText(f"3.5.{next(years)}")
        return (editor,)

    def work(editor: Any) -> None:
        QTest.keyClick(editor, Qt.Key.Key_Return)
        table.settle()

    measured(work, prepare=prepare, rounds=20)


def test_memory(benchmark: Any, full: Room) -> None:
    """What the names and columns of all records take, with the names sorted."""
    made = Catalogue("en")
    before = _megabytes()

    def load() -> None:
        with full.archive.read() as connection:
            made.keep_up(connection, ())
            for column in (OTHERS, MENTIONS, QUOTES, CONFLICTS):
                made.listed(connection, Wanted(RecordKind.PERSON, lacks=(column,)))
            made.prepare(connection)

    benchmark.pedantic(load, rounds=1)
    benchmark.extra_info["peak_mb"] = round(_megabytes() - before, 1)


def _megabytes() -> float:
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
