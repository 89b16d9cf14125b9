"""Side panels give way to what needs their room, and nobody's setting is changed by it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.frame.panel import Panel, Side
from workbench.qt.frame.room import Room
from workbench.qt.look.style import Look
from workbench.qt.settings import Settings


class Desk:
    """A list, the work and an inspector beside each other."""

    def __init__(self, settings: Settings) -> None:
        self.view, self.panes, self.work = QWidget(), QSplitter(), QWidget()
        self.list = Panel("list", "List", QWidget(), settings)
        self.inspector = Panel("facts", "Facts", QWidget(), settings, side=Side.RIGHT)
        row = QHBoxLayout(self.view)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        for part in (self.list, self.work, self.inspector):
            self.panes.addWidget(part)
            self.panes.setStretchFactor(self.panes.indexOf(part), int(part is self.work))
        self.room = Room(self.view)

    def folded(self) -> tuple[bool, bool]:
        return self.list.folded, self.inspector.folded


@pytest.fixture
def desk(qtbot: QtBot, look: Look, settings: Settings) -> Desk:
    made = Desk(settings)
    qtbot.addWidget(made.view)
    made.view.resize(1200, 600)
    made.view.show()
    made.panes.setSizes([250, 700, 250])
    return made


def test_the_inspector_gives_way_first_and_the_widths_come_back(desk: Desk, look: Look, settings: Settings) -> None:
    before = desk.panes.sizes()
    desk.room.make("one", 1)
    assert desk.folded() == (False, False)
    desk.view.resize(900, 600)
    assert desk.folded() == (False, True)
    assert desk.work.width() >= look.px("column")
    desk.room.make("two", 2)
    assert desk.folded() == (True, True)
    assert not settings.folded("list")
    assert not settings.folded("facts")
    desk.view.resize(1200, 600)
    desk.room.give_back("two")
    assert desk.folded() == (False, False)
    desk.room.give_back("one")
    assert desk.panes.sizes()[::2] == before[::2]


def test_what_the_person_folded_stays_folded_and_what_they_open_stays_open(desk: Desk) -> None:
    desk.list.set_folded(folded=True)
    desk.room.make("two", 2)
    assert desk.folded() == (True, True)
    desk.inspector.toggle()
    desk.room.make("two", 2)
    assert desk.folded() == (True, False)
    desk.room.give_back("two")
    assert desk.folded() == (True, False)


def test_the_greediest_counts_until_it_gives_back(desk: Desk) -> None:
    desk.view.resize(1000, 600)
    desk.room.make("one", 1)
    desk.room.make("two", 2)
    assert desk.folded() == (True, True)
    desk.room.give_back("two")
    assert not desk.list.folded
    desk.room.give_back("two")
    assert not desk.list.folded


def test_what_the_person_folds_leaves_its_width_to_the_work(desk: Desk) -> None:
    before = desk.panes.sizes()
    desk.list.toggle()
    desk.inspector.toggle()
    assert desk.list.width() < 60
    assert desk.panes.sizes()[::2] == [desk.list.width(), desk.inspector.width()]
    assert sum(desk.panes.sizes()) == sum(before)
    desk.list.toggle()
    desk.inspector.toggle()
    assert desk.panes.sizes() == before
