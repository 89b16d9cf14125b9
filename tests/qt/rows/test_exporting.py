from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import RecordFormat
from workbench.qt.look.style import Look
from workbench.qt.records.view import RecordsView
from workbench.qt.rows.exporting import ExportTask
from workbench.qt.session import Session


@pytest.fixture
def task(sample_session: Session, look: Look, qtbot: QtBot) -> Iterator[ExportTask]:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = RecordsView(sample_session)
    window.setCentralWidget(view)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(view.list.loaded):
        view.enter()
    assert view.run_action("record.export")
    made = view.work.task
    assert isinstance(made, ExportTask)
    yield made
    window.close()


def test_all_records_are_written_and_what_went_wrong_is_told(task: ExportTask, tmp_path: Path, qtbot: QtBot) -> None:
    task.form.setCurrentIndex(task.form.findData(RecordFormat.CSV.value))
    task.write(tmp_path / "records.csv")
    qtbot.waitUntil(lambda: not task.banner.isHidden())
    assert task.banner._what.text() == "26 records were written to “records.csv”."
    assert len((tmp_path / "records.csv").read_text(encoding="utf-8-sig").splitlines()) >= 27
    number = task.banner.number
    task.write(tmp_path / "no" / "records.csv")
    qtbot.waitUntil(lambda: task.banner.number > number)
    assert "could not be written" in task.banner._what.text()


def test_only_the_records_in_the_list_and_what_they_are_tied_to(task: ExportTask, tmp_path: Path, qtbot: QtBot) -> None:
    assert task.what.count() == 2
    task.what.setCurrentIndex(1)
    task.form.setCurrentIndex(task.form.findData(RecordFormat.FTM.value))
    task.write(tmp_path / "records.ftm.json")
    qtbot.waitUntil(lambda: not task.banner.isHidden())
    assert task.view.selection.ids[0] in (tmp_path / "records.ftm.json").read_text(encoding="utf-8")


def test_escape_leaves(task: ExportTask, qtbot: QtBot) -> None:
    qtbot.keyClick(task.what, Qt.Key.Key_Escape)
    assert task.view.work.task is None
