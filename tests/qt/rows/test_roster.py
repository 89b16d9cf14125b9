"""A roster by keys alone, in the real window: 123 lines of a text become persons, and go again with one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from made_rosters import prisoners
from workbench.domain.anchors import Span
from workbench.qt.look.style import Look
from workbench.qt.records.view import RecordsView
from workbench.qt.rows.roster import RosterTask
from workbench.qt.rows.wanted import WantedLines
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.view import SourcesView
from workbench.services.row_plan import Decision, Plan
from workbench.services.sources import import_source, read_pasted
from workbench.store.queries.records import list_records

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Desk:
    """The Records view in a window, and hands."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.view = RecordsView(session)
        self.window.setCentralWidget(self.view)
        self.window.resize(1280, 720)
        with qtbot.waitActive(self.window):
            self.window.show()
        with qtbot.waitSignal(self.view.list.loaded):
            self.view.enter()

    def begin(self) -> RosterTask:
        self.view.show_place(Place(ViewName.RECORDS, task="record.roster"))
        task = self.view.work.task
        assert isinstance(task, RosterTask)
        return task

    @property
    def task(self) -> RosterTask:
        task = self.view.work.task
        assert isinstance(task, RosterTask)
        return task

    def plan(self) -> Plan:
        self.qtbot.waitUntil(lambda: self.task.plan is not None)
        assert self.task.plan is not None
        return self.task.plan

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = self.window.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, held)

    def type(self, words: str) -> None:
        focus = self.window.focusWidget()
        assert focus is not None
        self.qtbot.keyClicks(focus, words)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.key(KEY.Key_V, CTRL)

    def count(self, kind: str) -> int:
        with self.session.read() as connection:
            return len(list_records(connection, "be", kind))


@pytest.fixture
def desk(session: Session, look: Look, qtbot: QtBot) -> Desk:
    return Desk(session, qtbot)


def keep(session: Session, qtbot: QtBot, text: str) -> tuple[str, str]:
    done: list[tuple[str, str]] = []
    act = import_source(read_pasted(html=None, text=text, language=False))
    session.perform(act, on_done=lambda made: done.append((made.source_id, made.text_version_id)))
    qtbot.waitUntil(lambda: bool(done))
    return done[0]


def test_123_lines_are_reviewed_and_brought_in_by_keys_and_undone(desk: Desk, qtbot: QtBot) -> None:
    text = prisoners().replace("02.08.2020", "32.08.2020", 1)
    desk.session.wanted_lines = WantedLines(keep(desk.session, qtbot, text)[1], "Спіс")
    desk.begin()
    plan = desk.plan()
    assert (len(plan.rows), plan.blocked) == (123, 1)
    assert desk.session.wanted_lines is None
    table = desk.task.results.table
    assert table.hasFocus()
    desk.key(KEY.Key_Down, CTRL)
    assert table.current_id() == "2"
    assert desk.task.results.reason.text() == "Detained: The calendar has no such day."
    desk.key(KEY.Key_Space)
    assert desk.plan().rows[1].decision is Decision.SKIP
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_F2)
    desk.type("Aleh Rybak")
    desk.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: desk.plan().rows[0].name == "Aleh Rybak")  # the delegate commits a moment later
    desk.task.options.event_name.setFocus()
    desk.type("Release")
    desk.task.options.event_date.field.setFocus()
    desk.type("13.12.2025")
    desk.key(KEY.Key_Return)
    assert desk.plan().mapping.event_date == "2025-12-13"
    assert desk.task.bring.text() == "Bring in 122 persons"
    table.setFocus()
    desk.key(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.view.work.task is None and not desk.view.banner.isHidden())
    assert (desk.count("person"), desk.count("event")) == (122, 1)
    assert desk.view.page.known is not None
    assert desk.view.page.known.kind == "event"
    assert desk.view.list.isAncestorOf(desk.window.focusWidget())
    with qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert (desk.count("person"), desk.count("event")) == (0, 0)


def test_which_record_a_line_is_is_chosen_by_its_number(desk: Desk, qtbot: QtBot) -> None:
    desk.begin()
    desk.paste("Рыбак Алег\nЖук Ігар\n")
    desk.key(KEY.Key_Return, CTRL)
    desk.plan()
    desk.key(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.view.work.task is None)
    assert desk.count("person") == 2
    desk.begin()
    desk.paste("А. Рыбак\n")
    desk.key(KEY.Key_Return, CTRL)
    row = desk.plan().rows[0]
    assert (row.decision, row.to_decide) == (Decision.NEW, True)
    desk.key(KEY.Key_1)
    row = desk.plan().rows[0]
    assert (row.decision, row.record_id, row.to_decide) == (Decision.SAME, row.candidates[0].record_id, False)
    desk.key(KEY.Key_0)
    assert desk.plan().rows[0].decision is Decision.NEW


def test_a_date_that_is_none_is_told_and_a_key_takes_it_as_it_is(desk: Desk) -> None:
    desk.begin()
    desk.paste("1. Вера Ціхая, 12.08.1956\n2. Мікола Статкевіч, 31.02.1956\n")
    desk.key(KEY.Key_Return, CTRL)
    assert desk.plan().blocked == 1
    results = desk.task.results
    desk.key(KEY.Key_Down, CTRL)
    assert results.reason.text() == "Description: 31.02.1956 is no date."
    assert results.choice.currentIndex() == -1
    assert not desk.task.bring.isEnabled()
    desk.key(KEY.Key_0)
    assert desk.plan().blocked == 0
    assert results.choice.currentIndex() == 0
    assert desk.task.bring.isEnabled()


def test_what_is_no_list_is_refused_where_it_is_pasted(desk: Desk) -> None:
    task = desk.begin()
    desk.paste("x" * 5_000_000)
    assert "too long" in task.banner._what.text()
    assert task.paste.lines.toPlainText() == ""
    task.paste.published.set_value("31.02.2021")
    desk.paste("Жук\x00 \u202eІгар\n")
    desk.key(KEY.Key_Return, CTRL)
    assert task.paste.published.error == "The calendar has no such day."
    task.paste.published.set_value("")
    desk.key(KEY.Key_Return, CTRL)
    assert desk.plan().rows[0].name == "Ігар Жук"
    desk.key(KEY.Key_Escape)
    assert desk.view.work.task is None


def test_the_selected_lines_of_a_source_are_handed_over(session: Session, look: Look, qtbot: QtBot) -> None:
    source_id, version_id = keep(session, qtbot, "Спіс\nЖук Ігар\nРыбак Алег\n")
    view = SourcesView(session)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.enter()
    view.show_place(Place(ViewName.SOURCES, source_id=source_id))
    qtbot.waitUntil(lambda: view.article.source is not None)
    view.reader.select(Span(7, 17))
    with qtbot.waitSignal(session.moved) as moved:
        assert view.run_action("passage.roster")
    assert moved.args == [Place(ViewName.RECORDS, task="record.roster")]
    assert session.wanted_lines == WantedLines(version_id, "Спіс", Span(7, 17))
