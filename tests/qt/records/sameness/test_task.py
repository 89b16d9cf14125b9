"""Possible duplicates by keyboard: told on the page, side by side, merged, split, told apart."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sizes import too_wide
from workbench.domain.inputs import NameInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.records.sameness.task import SamenessTask
from workbench.services.merging import Taken, merge_records
from workbench.services.records import create_record
from workbench.store.tables import Merging

from ..conftest import Shelf  # noqa: TID252 - pytest names the folders as packages

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def twin(shelf: Shelf, qtbot: QtBot) -> str:
    """A second record of somebody in the sample, under another form of the name."""
    names = (NameInput(value="Марыя Калеснікава", tag="be"), NameInput(value="М. Колесникова", tag="ru"))
    made: list[str] = []
    shelf.session.perform(create_record(RecordInput(kind=RecordKind.PERSON, names=names)), on_done=made.append)
    qtbot.waitUntil(lambda: bool(made))
    return made[0]


def task_of(shelf: Shelf, qtbot: QtBot) -> SamenessTask:
    shelf.key(Qt.Key.Key_U, CTRL, SHIFT)
    task = shelf.view.work.task
    assert isinstance(task, SamenessTask)
    qtbot.waitUntil(lambda: task.stack.currentWidget() is not task.waiting)
    return task


def words(task: SamenessTask) -> list[str]:
    return [label.text() for label in task.findChildren(QLabel) if label.isVisible()]


def test_the_page_tells_of_a_twin_and_leads_to_it(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    known = shelf.open("Kolesnikova")
    notice = shelf.view.page.same
    qtbot.waitUntil(notice.isVisible)
    assert notice.likely == ["Марыя Калеснікава"]
    notice.compare_button.setFocus()
    shelf.key(Qt.Key.Key_Return)
    task = shelf.view.work.task
    assert isinstance(task, SamenessTask)
    qtbot.waitUntil(lambda: task.item is not None)
    assert task.sides == (known.id, twin)
    assert shelf.focus() is task.list


def test_merged_by_keyboard_split_on_the_page(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    known = shelf.open("Kolesnikova")
    task = task_of(shelf, qtbot)
    assert "=" in words(task)
    assert any(text.startswith("+ Same name") for text in words(task))
    assert too_wide(shelf.window) == []
    shelf.key(Qt.Key.Key_X)
    assert task.sides == (twin, known.id)
    shelf.key(Qt.Key.Key_X)
    shelf.type("ь")  # M, where a Russian keyboard types something else
    qtbot.waitUntil(lambda: task.item is None and shelf.view.banner.isVisible())
    assert shelf.view.page.known is not None
    assert "М. Колесникова" in [name.value for name in shelf.view.page.known.detail.names]
    shelf.key(Qt.Key.Key_Escape)
    assert shelf.view.work.task is None
    qtbot.waitUntil(lambda: len(shelf.view.page.same.split_buttons) == 1)
    (split,) = shelf.view.page.same.split_buttons
    split.setFocus()
    shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not shelf.view.page.same.split_buttons)
    shelf.view.open_record(twin)
    assert shelf.view.page.known.id == twin


def test_what_merges_took_over_is_not_read_while_the_window_waits(
    shelf: Shelf, twin: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, readers = shelf.find("Kolesnikova"), set[str]()
    shelf.session.archive.perform(merge_records(kept, twin), author_id=shelf.session.author_id)
    read = Taken.read

    def noted(merging: Merging) -> Taken:
        readers.add(threading.current_thread().name)
        return read(merging)

    monkeypatch.setattr(Taken, "read", noted)
    shelf.view.open_record(kept)
    qtbot.waitUntil(lambda: bool(shelf.view.page.same.split_buttons))
    assert len(readers) == 1
    assert readers != {threading.main_thread().name}
    shelf.open("Ales Bialiatski")
    assert shelf.view.page.same.split_buttons == []


def test_undo_in_the_banner_brings_the_pair_back(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    shelf.open("Kolesnikova")
    task = task_of(shelf, qtbot)
    shelf.key(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: task.item is None and shelf.view.banner.isVisible())
    assert task.isAncestorOf(QApplication.focusWidget())
    shelf.session.undo(shelf.view)
    qtbot.waitUntil(lambda: task.item is not None)
    assert twin in task.sides
    assert task.isAncestorOf(QApplication.focusWidget())


def test_not_the_same_and_taken_back(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    shelf.open("Kolesnikova")
    task = task_of(shelf, qtbot)
    shelf.key(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: task.item is not None and bool(task.item.not_same_id))
    assert "Maybe" in task.apart_button.text()
    qtbot.waitUntil(lambda: not shelf.view.page.same.likely)
    shelf.key(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: task.item is not None and not task.item.not_same_id)


def test_the_whole_archive_pair_by_pair(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    shelf.open("Ales Bialiatski")
    task = task_of(shelf, qtbot)
    assert shelf.view.work.task is not None
    assert task.stack.currentWidget() is not task.list
    shelf.key(Qt.Key.Key_Return)  # look in the whole archive
    whole = shelf.view.work.task
    assert isinstance(whole, SamenessTask)
    assert whole is not task
    qtbot.waitUntil(lambda: whole.item is not None)
    assert twin in whole.sides
    shelf.key(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: not whole.shown() or all(twin not in item.key for item in whole.shown()))
    shelf.session.undo(shelf.view)
    qtbot.waitUntil(lambda: any(twin in item.key for item in whole.shown()))


def test_a_form_tells_of_the_record_that_is_there(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.view.begin_new(RecordKind.PERSON)
    form = shelf.view.form
    assert form is not None
    form.names["be"].setText("Марыя Калеснікава")
    qtbot.waitUntil(lambda: bool(form.same.buttons))
    form.same.buttons[0].setFocus()
    shelf.key(Qt.Key.Key_Return)
    assert shelf.view.form is None
    assert shelf.view.page.known is not None
    assert shelf.view.page.known.id == shelf.find("Kolesnikova")


def test_other_languages_have_room(shelf: Shelf, twin: str, qtbot: QtBot) -> None:
    shelf.open("Kolesnikova")
    task = task_of(shelf, qtbot)
    for language in ("lt", "be"):
        switch_language(language)
        qtbot.waitUntil(lambda: task.item is not None)
        assert too_wide(shelf.window) == []
    switch_language("en")


@pytest.mark.parametrize("language", ["be", "lt"])
def test_enlarged_what_is_to_be_decided_is_in_sight(
    shelf: Shelf, twin: str, look: Look, qtbot: QtBot, language: str
) -> None:
    shelf.window.resize(1184, 608)  # what is left of 1280 by 720 beside the rail, the menu and the status line
    shelf.open("Kolesnikova")
    switch_language(language)
    look.set(scale=200)
    task = task_of(shelf, qtbot)
    qtbot.waitUntil(lambda: task.item is not None and task._pair is not None)
    qtbot.wait(50)
    for part in (task.merge_button, task.swap_button, task.apart_button, task.next_button):
        assert task.rect().contains(QRect(part.mapTo(task, QPoint()), part.size()))
    rows = task.comparison
    assert task.reasons.height() >= task.reasons.heightForWidth(task.reasons.width())
    assert rows.widget().width() <= rows.viewport().width()
    assert rows.viewport().height() >= look.px("target") * 3
    assert rows.width() > task.list.width()
    switch_language("en")
