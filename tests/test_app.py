from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app import PICTURE, render_main_window, run_window
from workbench.qt.settings import Settings
from workbench.qt.window.main_window import MainWindow
from workbench.services.archives import create_archive
from workbench.services.sample import first_profile, load_sample
from workbench.vault.keys import Parameters


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_picture_of_the_window_at_work(
    qtbot: QtBot, tmp_path: Path, cheap_parameters: Parameters, home: Path
) -> None:
    made = create_archive(
        tmp_path / "a.archive", "seven reeds by the slow river", first_profile(), parameters=cheap_parameters
    )
    load_sample(made.archive, made.profile_id)
    target = tmp_path / "window.png"
    settings = tmp_path / "settings" / "s.ini"
    render_main_window(made.archive, made.profile_id, target, settings_path=settings, scale=2.0)
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (2 * PICTURE[0], 2 * PICTURE[1])
    colours = {QColor(picture.pixelColor(x, y)).name() for x in range(0, 2880, 60) for y in range(0, 1800, 45)}
    assert len(colours) > 8  # an article with its passages, not an empty window
    assert made.archive.is_open
    made.archive.close()
    left = [file for file in home.rglob("*") if file.is_file()]
    assert all(b"Lukashenko" not in file.read_bytes() for file in left)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_the_window_runs_until_it_is_closed(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    seen: list[str] = []

    timer = QTimer(interval=20)

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                timer.stop()
                seen.append(window.windowTitle())
                window.close()

    timer.timeout.connect(close)
    timer.start()
    assert run_window(None, settings_path=tmp_path / "settings.ini") == 0
    assert seen == ["Skaryna Workbench"]
    assert Settings(tmp_path / "settings.ini").geometry
    assert [file for file in home.rglob("*") if file.is_file()] == []
