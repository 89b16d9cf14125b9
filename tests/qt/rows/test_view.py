from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput, PropertyInput, RecordInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import ValueType
from workbench.qt.look.style import Look
from workbench.qt.records.view import RecordsView
from workbench.qt.rows.view import RowsTask
from workbench.qt.session import Session
from workbench.services.claims import add_statement
from workbench.services.records import create_record
from workbench.services.row_plan import Decision
from workbench.services.vocabulary import add_property, remove_property
from workbench.store.queries.records import list_records
from workbench.store.work import Act

TABLE = "Імя,Дата нараджэння,Заўвага\nЯўген Шыла,1990,Першы\nГанна Бондарава,31.02.1990,\nМарыя Калеснікава,1982,\n"

T = TypeVar("T")
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The Records view with the task over it."""

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
        assert self.view.run_action("record.rows")
        task = self.view.work.task
        assert isinstance(task, RowsTask)
        self.task = task

    def read(self, path: Path) -> None:
        self.task.read(path)
        self.planned()

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: self.task.plan is not None)

    def do(self, act: Act[T]) -> T:
        done: list[T] = []
        self.session.perform(act, on_done=done.append)
        self.qtbot.waitUntil(lambda: bool(done))
        return done[0]

    def trials(self) -> list[str]:
        """Make two events of one name, the first with a date and a place."""

        def made(name: str, kind: RecordKind) -> str:
            return self.do(create_record(RecordInput(kind=kind, names=(NameInput(value=name, tag="en"),))))

        minsk = made("Minsk", RecordKind.PLACE)
        ids = [made("The trial", RecordKind.EVENT) for _number in range(2)]
        for key, value in (("date", "2021-09-06"), ("place", minsk)):
            self.do(add_statement(ids[0], StatementInput(property=key, value=value), ()))
        return ids

    def names(self) -> set[str]:
        with self.session.read() as connection:
            return {row.name for row in list_records(connection, "be", "person")}

    def key(self, key: Qt.Key) -> None:
        focus = self.window.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key)


@pytest.fixture
def desk(session: Session, look: Look, qtbot: QtBot) -> Desk:
    return Desk(session, qtbot)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_bad_cell_is_shown_and_holds_back_until_the_person_decides(desk: Desk, table: Path) -> None:
    desk.read(table)
    assert not desk.task.bring.isEnabled()
    assert [box.currentData() for box in desk.task.columns.boxes] == [
        "name:preferred", "property:birth", "property:description",
    ]  # fmt: skip
    desk.task.results.filter.click()
    assert desk.task.results.model.ids == ("2",)
    assert desk.task.results.reason.text() == "Дата нараджэння: The calendar has no such day."
    desk.task.options.leave_out.click()
    desk.planned()
    assert desk.task.bring.isEnabled()
    assert desk.task.bring.text() == "Bring in 2 rows"


def test_rows_come_in_and_go_with_one_undo(desk: Desk, table: Path) -> None:
    desk.read(table)
    desk.task.options.leave_out.click()
    desk.planned()
    desk.task.bring.setFocus()
    with desk.qtbot.waitSignal(desk.session.changed):
        desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.view.work.task is None)
    assert desk.names() == {"Яўген Шыла", "Марыя Калеснікава"}
    desk.qtbot.waitUntil(lambda: not desk.view.banner.isHidden())
    with desk.qtbot.waitSignal(desk.session.changed):
        desk.session.undo()
    assert desk.names() == set()


def test_a_column_and_a_row_are_decided_by_hand(desk: Desk, table: Path) -> None:
    desk.read(table)
    birth = desk.task.columns.boxes[1]
    birth.setCurrentIndex(birth.findData("ignore"))
    desk.planned()
    assert desk.task.plan is not None
    assert desk.task.plan.blocked == 0
    results = desk.task.results
    results.table.selectRow(0)
    results.choice.setCurrentIndex(results.choice.count() - 1)
    desk.planned()
    assert desk.task.plan is not None
    assert [row.decision for row in desk.task.plan.rows] == [Decision.SKIP, Decision.NEW, Decision.NEW]


def test_a_file_that_is_broken_is_refused_with_its_line(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_text('a,b\n"open,1\n', encoding="utf-8")
    desk.task.read(path)
    desk.qtbot.waitUntil(lambda: not desk.task.banner.isHidden())
    assert "Line 2 of “broken.csv” cannot be read" in desk.task.banner._what.text()
    assert desk.task.plan is None


def test_the_sheets_of_a_workbook_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in {"One": [["Name"], ["Ann"]], "Two": [["Name", "Born"], ["Bob", "1990"]]}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    desk.read(path)
    assert len(desk.task.columns.boxes) == 1
    desk.task.options.sheets.setCurrentIndex(1)
    desk.task.options.sheets.activated.emit(1)
    desk.planned()
    assert len(desk.task.columns.boxes) == 2
    assert desk.task.plan is not None
    assert desk.task.plan.rows[0].name == "Bob"


def test_an_event_for_all_is_typed_and_escape_leaves(desk: Desk, table: Path) -> None:
    desk.read(table)
    desk.task.options.event_name.setFocus()
    desk.qtbot.keyClicks(desk.task.options.event_name, "The release")
    desk.key(Qt.Key.Key_Return)
    desk.planned()
    assert desk.task.plan is not None
    assert {row.event for row in desk.task.plan.rows} == {"The release"}
    assert desk.task.body._summary.text() == "2 new records · 1 new event · 1 row left out"
    desk.key(Qt.Key.Key_Escape)
    assert desk.view.work.task is None


def test_the_panes_can_be_chosen_again_when_the_task_is_left(desk: Desk) -> None:
    button = desk.view.work.buttons["records.table"]
    assert not button.isVisible()
    desk.task.leave()
    assert button.isVisible()


def test_which_event_of_one_name_is_meant_is_told_by_date_and_place(desk: Desk, table: Path) -> None:
    ids = desk.trials()
    desk.read(table)
    options = desk.task.options
    assert options.which.isHidden()
    options.leave_out.click()
    options.event_name.setFocus()
    desk.qtbot.keyClicks(options.event_name, "The trial")
    desk.key(Qt.Key.Key_Return)
    desk.planned()
    box = options.which.box
    assert [box.itemText(place) for place in range(box.count())] == [
        "The trial · 6 September 2021 · Minsk", "The trial", "A new event",
    ]  # fmt: skip
    assert box.currentIndex() == -1
    assert not desk.task.bring.isEnabled()
    box.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    desk.planned()
    assert desk.task.plan is not None
    assert desk.task.plan.named[RecordKind.EVENT, "The trial"].record_id == ids[1]
    assert desk.task.bring.isEnabled()
    assert options.event_date.isHidden()
    box.setCurrentIndex(2)
    box.activated.emit(2)
    desk.planned()
    assert desk.task.plan.named[RecordKind.EVENT, "The trial"].record_id == ""
    assert not options.event_date.isHidden()


def test_which_event_a_cell_means_is_said_once_for_all_rows(desk: Desk, tmp_path: Path) -> None:
    ids = desk.trials()
    path = tmp_path / "tried.csv"
    path.write_text("Name,Event,Place of birth\nAnn Lee,The trial,Мінск\nBob Roe,The trial,\n", encoding="utf-8")
    desk.read(path)
    results = desk.task.results
    assert desk.task.plan is not None
    assert [row.blocked for row in desk.task.plan.rows] == [True, True]
    assert not results.which[0].isHidden()
    assert results.which[0].label.text() == "Which event is “The trial”?"
    results.which[0].box.setCurrentIndex(0)
    results.which[0].box.activated.emit(0)
    desk.planned()
    assert desk.task.plan.named[RecordKind.EVENT, "The trial"].record_id == ids[0]
    assert not any(row.blocked for row in desk.task.plan.rows)
    assert results.which[0].box.currentData() == ids[0]


def test_what_was_said_of_a_cell_is_not_undone_by_an_event_for_all_that_is_given_up(desk: Desk, tmp_path: Path) -> None:
    ids = desk.trials()
    path = tmp_path / "tried.csv"
    path.write_text("Name,Event\nAnn Lee,The trial\n", encoding="utf-8")
    desk.read(path)
    options, which = desk.task.options, desk.task.results.which[0]
    options.event_name.setFocus()
    desk.qtbot.keyClicks(options.event_name, "The trial")
    desk.key(Qt.Key.Key_Return)
    desk.planned()
    options.which.chosen.emit(ids[1])
    desk.planned()
    options.event_name.setFocus()
    options.event_name.clear()
    desk.key(Qt.Key.Key_Return)
    desk.planned()
    which.chosen.emit(ids[0])
    desk.planned()
    options.leave_out.click()
    desk.planned()
    assert desk.task.plan is not None
    assert desk.task.plan.named[RecordKind.EVENT, "The trial"].record_id == ids[0]


def test_columns_are_saved_and_loaded_for_the_next_table(desk: Desk, table: Path, tmp_path: Path) -> None:
    desk.read(table)
    birth = desk.task.columns.boxes[1]
    birth.setCurrentIndex(birth.findData("property:released"))
    desk.planned()
    kept = tmp_path / "columns.json"
    desk.task.columns_file.save(kept)
    desk.qtbot.waitUntil(lambda: not desk.task.banner.isHidden())
    assert json.loads(kept.read_text(encoding="utf-8"))["columns"][1] == "property:released"
    desk.task.options.kind.setCurrentIndex(desk.task.options.kind.findData(RecordKind.PLACE))
    desk.task.options.kind_changed.emit()
    desk.planned()
    desk.task.columns_file.load(kept)
    desk.qtbot.waitUntil(lambda: desk.task.mapping is not None and desk.task.mapping.kind is RecordKind.PERSON)
    desk.planned()
    assert [box.currentData() for box in desk.task.columns.boxes] == [
        "name:preferred", "property:released", "property:description",
    ]  # fmt: skip
    assert desk.task.options.kind.currentData() == RecordKind.PERSON


def test_columns_of_another_table_are_fitted_and_told(desk: Desk, table: Path, tmp_path: Path) -> None:
    desk.read(table)
    kept = tmp_path / "columns.json"
    kept.write_text("[]", encoding="utf-8")
    desk.task.columns_file.load(kept)
    desk.qtbot.waitUntil(lambda: not desk.task.banner.isHidden())
    assert "not a mapping of columns" in desk.task.banner._what.text()
    columns = ["property:own_gone", "name:preferred:be"]
    given = {"format": "skaryna-rows-mapping", "version": 1, "kind": "person", "language": "be", "columns": columns}
    kept.write_text(json.dumps(given), encoding="utf-8")
    number = desk.task.banner.number
    desk.task.columns_file.load(kept)
    desk.qtbot.waitUntil(lambda: desk.task.banner.number > number)
    assert [box.currentData() for box in desk.task.columns.boxes] == ["ignore", "name:preferred", "ignore"]


def test_an_own_property_that_goes_is_seen_in_the_plan(desk: Desk, tmp_path: Path) -> None:
    given = PropertyInput(label="Камера", value_type=ValueType.TEXT, kinds=(RecordKind.PERSON,))
    key = desk.do(add_property(given))
    path = tmp_path / "people.csv"
    path.write_text("Імя,Камера\nЯўген Шыла,7\n", encoding="utf-8")
    desk.read(path)
    assert desk.task.plan is not None
    assert not desk.task.plan.blocked
    desk.do(remove_property(key))
    desk.planned()
    assert desk.task.plan.blocked == 1


def test_the_columns_file_is_asked_for_by_keys(desk: Desk, table: Path) -> None:
    desk.read(table)
    for key, held, asked in (
        (Qt.Key.Key_S, CTRL, desk.task.body.save_asked),
        (Qt.Key.Key_O, CTRL | Qt.KeyboardModifier.AltModifier, desk.task.body.load_asked),
    ):
        asked.disconnect()  # the dialog would wait for a person
        with desk.qtbot.waitActive(desk.window):
            desk.window.activateWindow()
        desk.task.columns.boxes[0].setFocus()
        with desk.qtbot.waitSignal(asked):
            desk.qtbot.keyClick(desk.task.columns.boxes[0], key, held)
    assert desk.task.body.save.toolTip().endswith("Ctrl+S</qt>")
