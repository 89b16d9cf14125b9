"""The whole program as a person has it: the real window, real keys, an archive of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hands import Hands
from rooms import CHEAP
from strays import no_strays
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import Theme
from workbench.qt.operations import Operations, catch_crashes
from workbench.qt.settings import Settings
from workbench.qt.window.appearance import Appearance
from workbench.qt.window.main_window import MainWindow

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says this of every window and pop-up; it is no fault of the program’s.
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support "))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings as on a first start, in English."""
    made = Settings(tmp_path / "settings" / "settings.ini")
    made.language = "en"
    return made


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    """The program's window with keys that cost little, at its first page, shown and active."""
    operations = Operations()
    crashes: list[str] = []
    operations.crashed.connect(crashes.append)
    give_back = catch_crashes(operations)
    with no_strays():
        appearance = Appearance(settings)
        made = MainWindow(operations, settings, parameters=(CHEAP,))
        appearance.setParent(made)
        made.resize(1280, 720)
        made.start(None)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        yield made
        operations.shut_down()
        made.doors.close_all()
    give_back()
    made.hide()
    shiboken6.delete(made)
    shiboken6.delete(operations)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    current_look().set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)
    assert crashes == []


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)
