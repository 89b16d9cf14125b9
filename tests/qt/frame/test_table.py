from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from workbench.i18n import N_
from workbench.qt.frame.batches import BATCH, KEPT
from workbench.qt.frame.table import ID_ROLE, ROW_ROLE, Column, RowModel, RowTable
from workbench.qt.look.style import Look


@dataclass
class Item:
    title: str
    count: int


COLUMNS = [
    Column[Item](N_("Title"), lambda item: item.title, stretch=True),
    Column[Item](N_("Count"), lambda item: str(item.count), right=True),
]


class Shelf:
    """Where the rows are; counts how often and how much was read."""

    def __init__(self, count: int) -> None:
        self.items = {f"id{n}": Item(f"<b>title {n}</b>", n) for n in range(count)}
        self.reads: list[int] = []

    def fetch(self, ids: Sequence[str]) -> Mapping[str, Item]:
        self.reads.append(len(ids))
        return {i: self.items[i] for i in ids if i in self.items}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(10_000)


@pytest.fixture
def model(qtbot: QtBot, shelf: Shelf) -> RowModel[Item]:
    made = RowModel(COLUMNS, shelf.fetch)
    made.set_ids(shelf.items)
    return made


def test_qts_own_checker_finds_nothing(model: RowModel[Item], shelf: Shelf) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_ids(["id3", "id1", "id3"])
    model.mark_stale(["id1", "unknown"])
    model.set_ids([])
    model.mark_stale()
    model.set_ids(["id5"])
    model.mark_stale()
    model.retranslate()
    assert tester.model() is model
    assert model.ids == ("id5",)


def test_opening_reads_nothing_and_painting_reads_a_batch(model: RowModel[Item], shelf: Shelf) -> None:
    assert model.rowCount() == 10_000
    assert shelf.reads == []
    assert model.index(0, 0).data() == "<b>title 0</b>"
    assert model.index(BATCH - 1, 1).data() == str(BATCH - 1)
    assert shelf.reads == [BATCH]
    assert model.index(5_000, 0).data() == "<b>title 5000</b>"
    assert len(shelf.reads) == 2


def test_memory_is_bounded(model: RowModel[Item], shelf: Shelf) -> None:
    for place in range(0, 10_000, BATCH):
        model.index(place, 0).data()
    assert len(model._rows._cache) <= KEPT
    model.index(0, 0).data()
    assert shelf.reads[-1] == BATCH


def test_stale_rows_alone_are_read_again(model: RowModel[Item], shelf: Shelf, qtbot: QtBot) -> None:
    model.index(0, 0).data()
    shelf.items["id3"] = Item("new", 0)
    assert model.index(3, 0).data() == "<b>title 3</b>"
    with qtbot.waitSignal(model.dataChanged) as signal:
        model.mark_stale(["id3"])
    assert (signal.args[0].row(), signal.args[1].row()) == (3, 3)
    assert model.index(3, 0).data() == "new"
    assert shelf.reads == [BATCH, 1]


def test_roles_of_a_cell(model: RowModel[Item], shelf: Shelf) -> None:
    index = model.index(7, 1)
    assert index.data(ID_ROLE) == "id7"
    assert index.data(ROW_ROLE) is shelf.items["id7"]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "7"
    assert "&lt;b&gt;" in model.index(7, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Title"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_a_row_removed_meanwhile_shows_empty(model: RowModel[Item], shelf: Shelf) -> None:
    del shelf.items["id2"]
    assert model.index(2, 0).data() is None
    assert model.row("id2") is None
    assert model.row("unknown") is None


def test_sorting_is_asked_of_whoever_has_the_ids(model: RowModel[Item], qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.sort_asked) as signal:
        model.sort(1, Qt.SortOrder.DescendingOrder)
    assert signal.args == [1, Qt.SortOrder.DescendingOrder]
    assert model.ids[0] == "id0"


def test_the_table_reads_what_it_shows_and_no_more(
    model: RowModel[Item], shelf: Shelf, qtbot: QtBot, look: Look
) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.resize(400, 400)
    table.show()
    table.grab()
    assert 1 <= len(shelf.reads) <= 2


def test_the_place_is_kept_when_the_ids_change(model: RowModel[Item], qtbot: QtBot, look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.show()
    assert table.go_to("id500")
    assert table.current_id() == "id500"
    model.set_ids(f"id{n}" for n in range(9_999, 0, -1))
    assert table.current_id() == "id500"
    assert table.selected_ids() == ("id500",)
    assert not table.go_to("nowhere")
    with qtbot.waitSignal(table.current_changed) as signal:
        model.set_ids(["id1", "id2"])
    assert signal.args == [""]
    assert table.current_id() is None


def test_several_rows_stay_selected(model: RowModel[Item], qtbot: QtBot, look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.go_to("id1")
    table.selectAll()
    model.set_ids(["id4", "id1", "id2"])
    assert table.selected_ids() == ("id4", "id1", "id2")


def test_enter_chooses(model: RowModel[Item], qtbot: QtBot, look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.show()
    table.go_to("id3")
    table.setFocus()
    with qtbot.waitSignal(table.chosen) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == ["id3"]


@pytest.mark.parametrize("scale", [100, 200])
def test_rows_are_high_enough_to_hit(model: RowModel[Item], qtbot: QtBot, look: Look, scale: int) -> None:
    look.set(scale=scale)
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.show()
    assert table.rowHeight(0) >= look.px("target")
    assert table.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, table) > 0


def test_a_table_that_is_not_shown_reads_nothing(model: RowModel[Item], shelf: Shelf, qtbot: QtBot, look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    look.set(scale=150)
    table.show()
    table.hide()
    shelf.reads.clear()
    look.set(scale=200)
    model.set_ids(reversed(model.ids))
    assert shelf.reads == []


def test_columns_are_as_wide_as_what_they_show(model: RowModel[Item], qtbot: QtBot, look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    table.resize(500, 300)
    for scale in (100, 200):
        look.set(scale=scale)
        table.show()
        assert table.columnWidth(1) >= table.horizontalHeader().sectionSizeHint(1)
        assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("63")
    table.resize(200, 300)
    table.fit_columns()
    assert table.columnWidth(1) <= table.viewport().width() // 2


def test_a_cell_is_painted_as_qts_own_delegate_would_paint_it(qtbot: QtBot, model: RowModel[Item], look: Look) -> None:
    table = RowTable(model, COLUMNS)
    qtbot.addWidget(table)
    delegate, own = table.itemDelegate(), QStyledItemDelegate(table)
    for column in range(len(COLUMNS)):
        index = model.index(3, column)
        shown, wanted = QStyleOptionViewItem(), QStyleOptionViewItem()
        delegate.initStyleOption(shown, index)  # type: ignore[attr-defined]
        own.initStyleOption(wanted, index)
        for fact in ("text", "features", "displayAlignment", "index"):
            assert getattr(shown, fact) == getattr(wanted, fact)
