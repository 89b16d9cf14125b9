"""Sending from the desk: the form, what it says would go, and the files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.exchange import ExchangeFormat
from workbench.domain.kinds import Level
from workbench.qt.translations.sending import SendTask
from workbench.services import levels
from workbench.services.proposals import read_returned_file
from workbench.store.queries.quotes import Need
from workbench.store.tables import Passage

from .conftest import Bench


@pytest.fixture
def task(bench: Bench, qtbot: QtBot) -> SendTask:
    bench.go_to(bench.find(Need.MISSING))
    bench.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    made = bench.view.work.task
    assert isinstance(made, SendTask)
    qtbot.waitUntil(lambda: made._told is not None, timeout=20_000)
    return made


def test_the_language_at_hand_is_ticked_and_what_would_go_is_said(bench: Bench, task: SendTask, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    assert task.chosen_languages() == (missing.language,)
    assert task.waiting.currentText() == "missing, draft or stale"
    qtbot.keyClick(task.waiting, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: task.summary.text() == "8 quotes go: Lithuanian 8.")
    task.languages["be"].click()
    qtbot.waitUntil(lambda: "Belarusian 8" in task.summary.text())
    assert task.stays.isHidden()
    for tick in task.languages.values():
        tick.setChecked(False)
    qtbot.waitUntil(lambda: task.summary.text() == "Nothing in this choice is to be sent.")
    assert not task.button.isEnabled()


def test_what_stays_is_said(bench: Bench, task: SendTask, qtbot: QtBot) -> None:
    passage_id = bench.find(Need.MISSING).quote.passage_id
    bench.session.perform(levels.set_level(Passage, passage_id, Level.SECRET))
    qtbot.waitUntil(lambda: task.stays.text() == "1 quote stays: it is not open.")
    assert not task.stays.isHidden()


def test_files_are_written_into_a_new_folder_each_time(task: SendTask, tmp_path: Path, qtbot: QtBot) -> None:
    task.which.setCurrentIndex(task.which.findData("here"))
    task.form.setCurrentIndex(task.form.findData(ExchangeFormat.XLSX.value))
    for number, name in enumerate(("translate-lt-xlsx", "translate-lt-xlsx-2"), start=1):
        task.write(tmp_path)
        assert not task.button.isEnabled()
        qtbot.waitUntil(lambda number=number: task.banner.number == number)
        assert f"1 file was written to “{name}”." in task.banner.text()
        (file,) = (tmp_path / name).iterdir()
        assert len(read_returned_file(file).units) == 1
        assert task.button.isEnabled()
    task.write(tmp_path / "not there")
    qtbot.waitUntil(lambda: task.banner.number == 3)
    assert "could not be written" in task.banner.text()


def test_only_what_the_queue_shows(bench: Bench, task: SendTask, qtbot: QtBot) -> None:
    task.leave()
    bench.view.queue.search.set_text("sanctions")
    qtbot.waitUntil(lambda: 0 < bench.view.queue.list.lines.rowCount() < 10)
    assert bench.view.run_action("desk.send")
    again = bench.view.work.task
    assert isinstance(again, SendTask)
    again.waiting.setCurrentIndex(again.waiting.findData("any"))
    again.which.setCurrentIndex(again.which.findData("listed"))
    shown = len(again._listed)
    assert 0 < shown < 8
    assert again.which.currentText().startswith(f"the {shown} quote")
    qtbot.waitUntil(lambda: again._told is not None and again._told.quotes == shown)


def test_escape_leaves(bench: Bench, task: SendTask) -> None:
    assert bench.focus() is task.which
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.work.task is None
