from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from workbench.qt.look.tokens import Reading, Theme
from workbench.qt.settings import (
    RECENT_LIMIT,
    Settings,
    forget_file_dialogs,
    keep_qt_from_remembering,
    settings_path,
)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "config" / "made-up" / "settings.ini"


def test_the_file_lies_in_the_folder_for_configuration(home: Path) -> None:
    assert settings_path().is_relative_to(home)
    assert Settings().path == settings_path()


def test_defaults_without_a_file(path: Path) -> None:
    settings = Settings(path)
    assert (settings.language, settings.theme, settings.scale, settings.reading_scale) == ("en", Theme.SYSTEM, 100, 100)
    assert (settings.calm, settings.lock_minutes, settings.geometry, settings.view) == (False, 10, b"", "sources")
    assert settings.recent == ()
    assert settings.shortcut("find") is None
    assert not settings.folded("list")
    assert settings.folded("list", default=True)
    assert settings.split("main") == b""
    assert not path.exists()


def test_every_value_comes_back_in_its_type(path: Path) -> None:
    first = Settings(path)
    first.language, first.theme, first.scale, first.reading_scale = "lt", Theme.CONTRAST, 150, 200
    first.calm, first.lock_minutes, first.geometry, first.view = True, 0, b"\x00\xff\x01", "records"
    first.set_folded("list", folded=True)
    first.set_split("main", b"\x00\x02")
    first.set_shortcut("find", "Ctrl+J")
    first.set_shortcut("lock", "")
    assert first.saved
    shiboken6.delete(first)
    again = Settings(path)
    assert (again.language, again.theme, again.scale, again.reading_scale) == ("lt", Theme.CONTRAST, 150, 200)
    assert (again.calm, again.lock_minutes, again.geometry, again.view) == (True, 0, b"\x00\xff\x01", "records")
    assert again.folded("list")
    assert again.split("main") == b"\x00\x02"
    assert (again.shortcut("find"), again.shortcut("lock")) == ("Ctrl+J", "")
    again.set_shortcut("find", None)
    assert again.shortcut("find") is None


def test_values_that_do_not_fit_count_as_not_set(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(
        "[interface]\nlanguage=xx\ntheme=pink\nscale=1000\nreading_scale=abc\ncalm=perhaps\n"
        "[archive]\nlock_minutes=7\n[panels]\nlist=maybe\n[window]\ngeometry=text\n[splitters]\nmain=text\n"
    )
    settings = Settings(path)
    assert (settings.language, settings.theme, settings.scale, settings.reading_scale) == ("en", Theme.SYSTEM, 100, 100)
    assert (settings.calm, settings.lock_minutes, settings.geometry) == (False, 10, b"")
    assert not settings.folded("list")
    assert settings.split("main") == b""


def test_a_damaged_file_is_no_obstacle(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x00\xff[[[\nnot an ini" * 50)
    settings = Settings(path)
    assert settings.theme is Theme.SYSTEM
    settings.theme = Theme.DARK
    assert Settings(path).theme is Theme.DARK


def test_a_folder_that_cannot_be_written_costs_only_the_memory(home: Path) -> None:
    (home / "blocked").write_text("a file where the folder should be")
    settings = Settings(home / "blocked" / "settings.ini")
    settings.theme = Theme.DARK
    assert settings.theme is Theme.DARK
    assert not settings.saved


def test_changes_are_told_once(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    with qtbot.waitSignal(settings.changed) as signal:
        settings.scale = 120
    assert signal.args == ["interface/scale"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.scale = 120


@pytest.mark.parametrize("count", [1, 2, RECENT_LIMIT + 3])
def test_recent_archives_last_first_and_bounded(path: Path, home: Path, count: int) -> None:
    settings = Settings(path)
    files = [home / f"Ўладзімір {n}, 2.archive" for n in range(count)]
    for file in files:
        settings.remember(file)
    settings.remember(files[0])
    expected = (files[0], *reversed(files[1:]))[:RECENT_LIMIT]
    assert Settings(path).recent == expected


def test_recent_archives_can_be_forgotten(path: Path, home: Path) -> None:
    settings = Settings(path)
    one, two = home / "first-name.archive", home / "second-name.archive"
    settings.remember(one)
    settings.remember(two)
    settings.forget(two)
    assert settings.recent == (one,)
    assert "second-name" not in path.read_text()
    settings.remember(two)
    settings.forget()
    assert settings.recent == ()
    assert "-name" not in path.read_text()


def test_only_its_owner_may_read_the_file(path: Path) -> None:
    Settings(path).scale = 110
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_dialog_leaves_no_name_behind(qtbot: QtBot, home: Path, path: Path) -> None:
    keep_qt_from_remembering()
    settings = Settings(path)
    settings.scale = 130
    folder = home / "canary-folder"
    folder.mkdir()
    chosen = folder / "canary-file.txt"
    chosen.write_text("x")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(chosen))
    QTimer.singleShot(0, dialog.accept)
    assert dialog.exec() == QFileDialog.DialogCode.Accepted
    assert dialog.selectedFiles() == [str(chosen)]
    shiboken6.delete(dialog)
    forget_file_dialogs()
    assert Settings(path).scale == 130
    for file in home.rglob("*"):
        if file.is_file() and file != chosen:
            assert b"canary" not in file.read_bytes(), file
    assert list(home.rglob("QtProject*")) == []


def test_the_page_that_is_read_goes_in_steps_and_back_to_usual(settings: Settings) -> None:
    heard: list[str] = []
    settings.changed.connect(heard.append)
    assert settings.reading == Reading(70, 160, 70)
    settings.step_reading("measure", 1)
    settings.step_reading("leading", -1)
    settings.step_reading("gap", 2)
    assert Settings(settings.path).reading == Reading(74, 150, 110)
    assert heard == ["interface/reading_measure", "interface/reading_leading", "interface/reading_gap"]
    settings.step_reading("measure", 100)
    settings.step_reading("leading", -100)
    assert (settings.reading_measure, settings.reading_leading) == (110, 120)
    settings.reading_scale = 150
    settings.usual_reading()
    assert (settings.reading, settings.reading_scale) == (Reading(), 100)
    settings.put("interface/reading_measure", 71)
    assert settings.reading_measure == 70


def test_where_a_model_lies_is_remembered_by_its_digest(settings: Settings, tmp_path: Path) -> None:
    settings.set_machine_folder("a" * 64, tmp_path / "model")
    assert Settings(settings.path).machine_folder("a" * 64) == tmp_path / "model"
    assert settings.machine_folder("b" * 64) is None
