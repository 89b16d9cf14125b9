from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pane_rooms import PaneRoom, pane_room
from workbench.domain.inputs import NameInput, RecordInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.qt.look.style import Look
from workbench.qt.records.table.filters import How
from workbench.qt.records.table.pair import PairTask
from workbench.qt.records.table.pane import TablePane
from workbench.qt.session import Session
from workbench.services.catalogue import NAME
from workbench.services.claims import add_statement
from workbench.services.record_table import TableRow
from workbench.services.records import create_record

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Table:
    """The table in front, and hands."""

    def __init__(self, room: PaneRoom) -> None:
        self.room, self.session = room, room.session
        assert isinstance(room.pane, TablePane)
        self.pane = room.pane
        self.grid = self.pane.grid

    def names(self) -> list[str]:
        rows = (self.grid.model_.row(key) for key in self.grid.model_.ids)
        return [row.name for row in rows if row is not None]

    def row(self, name: str) -> TableRow:
        return next(row for key in self.grid.model_.ids if (row := self.grid.model_.row(key)) and row.name == name)

    def go(self, name: str, key: str = NAME) -> None:
        place = self.grid.model_.place_of(self.row(name).id)
        assert place is not None
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.grid.model_.index(place, self.grid.keys.index(key)))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.room.press(focus, key, held=held)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        for char in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))

    def until(self, wanted: Callable[[], bool]) -> None:
        self.room.until(wanted)


@pytest.fixture
def table(sample_session: Session, look: Look, qtbot: QtBot) -> Table:
    made = Table(pane_room(sample_session, qtbot, "records.table", "Maria Kolesnikova"))
    made.until(lambda: bool(made.grid.model_.ids))
    return made


def test_it_begins_at_the_record_that_was_open_and_has_the_room_for_itself(table: Table) -> None:
    assert table.grid.current_id() == table.room.find("Maria Kolesnikova")
    assert table.grid.hasFocus()
    assert not table.room.view.list.isVisible()
    assert table.names() == sorted(table.names(), key=str.casefold)
    assert table.pane.filters.kinds[RecordKind.PERSON].text().endswith(f" {len(table.names())}")


def test_a_name_is_found_in_any_script_while_it_is_typed(table: Table) -> None:
    assert not table.pane.filters.clear.isVisible()
    assert table.pane.run_action("find.text")
    table.type("калесн")
    assert table.pane.filters.clear.isVisible()
    table.press(KEY.Key_Down)
    table.until(lambda: table.names() == ["Maria Kolesnikova"])
    assert table.grid.hasFocus()
    assert table.pane.selection.text == "калесн"
    table.pane.filters.clear.setFocus()
    table.pane.filters.clear.click()
    assert not table.pane.filters.clear.isVisible()
    assert table.pane.filters.search.edit.hasFocus()
    table.until(lambda: len(table.names()) > 5)


def test_what_the_table_has_found_the_list_shows_as_well(table: Table) -> None:
    table.pane.filters.search.set_text("калесн")
    table.until(lambda: table.names() == ["Maria Kolesnikova"])
    table.room.view.work.show_pane("records.page")
    list_ = table.room.view.list
    assert list_.isVisible()
    assert list_.list.lines.rowCount() == 1
    assert list_.search.text() == "калесн"


def test_a_click_on_a_title_sorts_and_those_without_a_value_stay_last(table: Table) -> None:
    header = table.grid.horizontalHeader()
    place = table.grid.keys.index("detained")
    ids = table.grid.model_.ids
    header.setSortIndicator(place, Qt.SortOrder.AscendingOrder)
    table.until(lambda: table.grid.model_.ids != ids)
    dates = [row.values["detained"][0].value for row in map(table.row, table.names()) if "detained" in row.values]
    assert dates == sorted(dates)
    given = ["detained" in table.row(name).values for name in table.names()]
    assert given == sorted(given, reverse=True)
    header.setSortIndicator(place, Qt.SortOrder.DescendingOrder)
    table.until(lambda: table.row(table.names()[0]).values["detained"][0].value == dates[-1])


def test_a_column_is_filtered(table: Table) -> None:
    filters = table.pane.filters
    filters.column.setCurrentIndex(filters.column.findData("detained"))
    filters.text.setFocus()
    table.type("2021")
    table.until(lambda: 0 < len(table.names()) < 3)
    assert all(table.row(name).values["detained"][0].value.startswith("2021") for name in table.names())
    filters.how.setCurrentIndex(list(How).index(How.EMPTY))
    table.until(lambda: len(table.names()) > 3)
    assert not any("detained" in table.row(name).values for name in table.names())
    filters.show_all()
    filters.conflicts.click()
    table.until(lambda: all(table.row(name).conflicts for name in table.names()))


def test_no_record_left_says_so_and_one_key_brings_all_back(table: Table) -> None:
    table.pane.filters.search.set_text("xyzzyplugh")
    table.until(lambda: not table.grid.model_.ids)
    assert table.pane.nothing.isVisible()
    table.pane.filters.search.setFocus()
    table.press(KEY.Key_Escape)
    table.until(lambda: len(table.names()) > 5)


def test_a_date_is_written_where_it_stands_in_one_operation_and_has_no_evidence(table: Table) -> None:
    table.go("Maria Kolesnikova", "birth")
    table.press(KEY.Key_Return)
    editor = table.grid.editor
    assert editor is not None
    table.type("31.2.1984")
    table.press(KEY.Key_Return)
    assert editor.error
    assert editor.accessibleDescription() == editor.error
    assert table.session.next_undo().action == "load_sample"  # type: ignore[union-attr]
    editor.selectAll()
    table.type("about 1984")
    assert editor.error == ""
    assert "1984" in editor.note.text()
    table.press(KEY.Key_Return)
    table.until(lambda: "birth" in table.row("Maria Kolesnikova").values)
    assert table.grid.hasFocus()
    [said] = table.row("Maria Kolesnikova").values["birth"]
    assert (said.value, said.evidence) == ("1984~", ())
    index = table.grid.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("without evidence")
    assert table.session.next_undo().action == "add_statement"  # type: ignore[union-attr]


def test_a_value_that_is_changed_keeps_its_evidence(table: Table) -> None:
    name = next(name for name in table.names() if "detained" in table.row(name).values)
    before = table.row(name).values["detained"][0]
    assert before.evidence
    table.go(name, "detained")
    table.press(KEY.Key_F2)
    table.type("3.5.2019")
    table.press(KEY.Key_Return)
    table.until(lambda: table.row(name).values["detained"][0].value == "2019-05-03")
    after = table.row(name).values["detained"][0]
    assert (after.id, after.evidence) == (before.id, before.evidence)


def test_a_name_is_changed_and_escape_changes_nothing(table: Table) -> None:
    table.go("Maria Kolesnikova")
    table.press(KEY.Key_F2)
    table.type("Nobody")
    table.press(KEY.Key_Escape)
    assert "Maria Kolesnikova" in table.names()
    table.press(KEY.Key_F2)
    table.type("Zoya Kolesnikova")
    table.press(KEY.Key_Return)
    table.until(lambda: table.names()[-1] == "Zoya Kolesnikova")
    assert table.grid.current_id() == table.row("Zoya Kolesnikova").id


def test_nothing_written_says_so_at_the_cell(table: Table) -> None:
    table.go("Maria Kolesnikova")
    table.press(KEY.Key_F2)
    table.press(KEY.Key_Backspace)
    table.press(KEY.Key_Return)
    assert table.grid.editor is not None
    assert "nothing here to write" in table.grid.editor.error


def test_what_cannot_be_changed_here_says_why_or_opens_the_page(table: Table) -> None:
    name = next(name for name in table.names() if any(len(v) > 1 for v in table.row(name).values.values()))
    key = next(key for key, values in table.row(name).values.items() if len(values) > 1)
    if key not in table.grid.keys:
        table.pane.show_column(key, True)
    table.go(name, key)
    table.press(KEY.Key_Return)
    assert table.grid.editor is None
    assert "several values" in table.pane.banner.text()
    table.go(name, "mentions")
    table.press(KEY.Key_Return)
    assert table.room.view.work.on_page
    assert table.room.view.page.known is not None
    assert table.room.view.page.known.id == table.row(name).id


def test_several_are_removed_in_one_operation_and_come_back(table: Table) -> None:
    before = table.names()
    table.go(before[0])
    table.press(KEY.Key_Down, SHIFT)
    assert table.pane.selection.marked == table.grid.model_.ids[:2]
    assert table.pane.run_action("record.remove")
    table.until(lambda: table.names() == before[2:])
    assert table.session.next_undo().action == "remove_records"  # type: ignore[union-attr]
    table.session.undo()
    table.until(lambda: table.names() == before)


def test_two_that_are_selected_are_compared_and_merged(table: Table) -> None:
    names = table.names()
    table.go(names[0])
    assert not table.pane.merge.isEnabled()
    table.press(KEY.Key_Down, SHIFT)
    table.pane.merge.click()
    task = table.room.view.work.task
    assert isinstance(task, PairTask)
    table.until(lambda: task.item is not None)
    assert task.item is not None
    assert (task.item.one_name, task.item.other_name) == (names[0], names[1])
    task.merge()
    table.until(lambda: len(table.names()) == len(names) - 1)


def test_columns_are_chosen_and_remembered_by_key(table: Table) -> None:
    table.pane.show_column("residence", True)
    assert "residence" in table.grid.keys
    table.pane.show_column("birth", False)
    assert "birth" not in table.grid.keys
    assert "residence" in str(table.session.settings.raw("records/columns_person")).split()


@pytest.mark.parametrize("kind", RecordKind)
def test_there_is_a_table_of_each_kind(table: Table, kind: RecordKind) -> None:
    table.pane.filters.kinds[kind].click()
    table.until(lambda: table.pane.selection.kind is kind)
    assert table.names()
    assert table.grid.accessibleName()
    for place in range(len(table.grid.keys)):
        assert table.grid.model_.headerData(place, Qt.Orientation.Horizontal)


def test_the_page_follows_when_one_comes_back_to_it(table: Table) -> None:
    table.go("Viktor Babaryka")
    table.room.view.work.show_pane("records.page")
    assert table.room.view.page.known is not None
    assert table.room.view.page.known.detail.name == "Viktor Babaryka"


def test_a_write_from_elsewhere_is_shown(table: Table) -> None:
    key = table.room.find("Maria Kolesnikova")
    table.session.perform(add_statement(key, StatementInput(property="birth", value="1982-04-24"), ()))
    table.until(lambda: "birth" in table.row("Maria Kolesnikova").values)
    assert table.row("Maria Kolesnikova").unsupported == 1


def test_an_empty_archive_says_how_to_begin(session: Session, look: Look, qtbot: QtBot) -> None:
    made = create_record(RecordInput(kind=RecordKind.PLACE, names=(NameInput(value="Minsk", tag="en"),)))
    with qtbot.waitSignal(session.changed):
        session.perform(made)
    table = Table(pane_room(session, qtbot, "records.table", "Minsk"))
    table.until(lambda: table.names() == ["Minsk"])
    table.pane.filters.kinds[RecordKind.EVENT].click()
    table.until(table.pane.empty.isVisible)
