from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView
from pytestqt.qtbot import QtBot

from workbench.qt.frame.files import choose_file, choose_files, choose_folder, choose_new_file, file_dialog
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look


def answer(does: Callable[[QFileDialog], None]) -> None:
    def when_shown() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        does(dialog)

    QTimer.singleShot(0, when_shown)


def choose(path: Path) -> Callable[[QFileDialog], None]:
    def does(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(str(path))
        dialog.accept()

    return does


@pytest.fixture
def place(home: Path) -> Path:
    folder = home / "canary-folder"
    folder.mkdir()
    (folder / "canary.txt").write_text("x")
    return folder


def test_files_and_folders_are_chosen(qtbot: QtBot, look: Look, place: Path) -> None:
    answer(choose(place / "canary.txt"))
    assert choose_file(None, "Import", filters=("Text (*.txt)",)) == place / "canary.txt"
    answer(choose(place / "canary.txt"))
    assert choose_files(None, "Import") == (place / "canary.txt",)
    answer(choose(place))
    assert choose_folder(None, "Export to") == place


def test_a_new_file_gets_its_suffix(qtbot: QtBot, look: Look, place: Path) -> None:
    answer(choose(place / "canary-new"))
    assert choose_new_file(None, "Create", suffix="archive", name="canary-new") == place / "canary-new.archive"


def test_thinking_better_of_it(qtbot: QtBot, look: Look, place: Path) -> None:
    answer(QFileDialog.reject)
    assert choose_file(None, "Import") is None
    answer(QFileDialog.reject)
    assert choose_files(None, "Import") == ()


def test_nothing_is_remembered(qtbot: QtBot, look: Look, home: Path, place: Path) -> None:
    answer(choose(place / "canary.txt"))
    choose_file(None, "Import")
    QApplication.sendPostedEvents(None, 52)
    QApplication.processEvents()
    for file in home.rglob("*"):
        if file.is_file() and file.parent != place:
            assert b"canary" not in file.read_bytes(), file


def test_no_column_is_cut_in_the_longest_language(qtbot: QtBot, look: Look, place: Path) -> None:
    (place / "canary.html").write_bytes(b"1" * 3_000_000)
    switch_language("lt")
    dialog = file_dialog(None, "Atverti")
    qtbot.addWidget(dialog)
    dialog.setDirectory(str(place))
    dialog.resize(760, 460)
    dialog.show()
    details = dialog.findChild(QTreeView)
    assert isinstance(details, QTreeView)
    model = details.model()
    qtbot.waitUntil(lambda: model.rowCount(details.rootIndex()) == 2)
    qtbot.waitUntil(lambda: details.columnWidth(0) > 0)
    for column in range(model.columnCount()):
        assert details.sizeHintForColumn(column) <= details.columnWidth(column)
