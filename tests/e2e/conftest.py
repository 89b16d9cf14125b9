"""The whole program as a person has it: the real window, real keys, an archive of their own."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from hands import Hands
from rooms import CHEAP
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


class Strays(QObject):
    """Notes widgets that flash up as windows of their own: they would take the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
            if plain and not isinstance(watched, MainWindow):
                own = [frame for frame in traceback.extract_stack() if "/src/workbench/" in frame.filename]
                place = f"{own[-1].filename}:{own[-1].lineno}" if own else "Qt"
                self.found.append(f"{type(watched).__name__} from {place}")
        return False


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
    strays, application = Strays(), QApplication.instance()
    assert application is not None
    application.installEventFilter(strays)
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
    application.removeEventFilter(strays)
    made.hide()
    shiboken6.delete(made)
    shiboken6.delete(operations)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    current_look().set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)
    assert crashes == []
    assert strays.found == []


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)
