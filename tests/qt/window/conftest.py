"""The whole window, with cheap keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rooms import PASSPHRASE
from strays import no_strays
from workbench.domain.inputs import NameInput, ProfileInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.qt.look.style import Look
from workbench.qt.operations import Operations, catch_crashes
from workbench.qt.settings import Settings
from workbench.qt.window.appearance import Appearance
from workbench.qt.window.main_window import MainWindow
from workbench.services.archives import create_archive
from workbench.services.records import create_record
from workbench.vault.keys import Parameters


class Hands:
    """Types where the focus is, as a person does."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        return focus if focus is not None else self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier
        self.press(key, modifier | Qt.KeyboardModifier.ShiftModifier if shift else modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def until(self, found: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(found()), timeout=5_000)

    def on(self, page: QWidget) -> None:
        """Wait for a page, and for the archive to be closed where it comes before that."""
        self.until(lambda: self.window.stack.currentWidget() is page and not self.window.leaving.under_way)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.on(self.window.entrance.unlock)
        self.type(passphrase)
        self.enter()


@pytest.fixture
def window(
    qtbot: QtBot, look: Look, operations: Operations, settings: Settings, cheap_parameters: Parameters
) -> Iterator[MainWindow]:
    """The window as at a first start, shown and active."""
    give_back = catch_crashes(operations)
    with no_strays():
        settings.language = "en"
        appearance = Appearance(settings)
        made = MainWindow(operations, settings, parameters=(cheap_parameters,))
        appearance.setParent(made)
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
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)


@pytest.fixture
def archive_file(tmp_path: Path, cheap_parameters: Parameters) -> Path:
    """A closed, empty archive with one person."""
    path = tmp_path / "small.archive"
    person = ProfileInput(name="Алена Я.", initials="AJ", language="en")
    create_archive(path, PASSPHRASE, person, parameters=cheap_parameters).archive.close()
    return path


@pytest.fixture
def sample_copy(tmp_path: Path, sample_file: tuple[Path, str]) -> Path:
    """A closed archive with the sample in it, to be changed at will."""
    return Path(shutil.copy(sample_file[0], tmp_path / "copy.archive"))


def open_it(hands: Hands, path: Path, passphrase: str = PASSPHRASE) -> None:
    hands.window.entrance.open_file(path)
    hands.unlock(passphrase)
    hands.until(lambda: hands.window.at_work or hands.window.stack.currentWidget() is hands.window.entrance.people)


def add_person(hands: Hands, name: str) -> None:
    """Write a record the way a view does."""
    session = hands.window.session
    assert session is not None
    given = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value=name, tag="en"),))
    done: list[object] = []
    session.perform(create_record(given), on_done=done.append)
    hands.until(lambda: done)


def record_count(window: MainWindow) -> int:
    assert window.session is not None
    with window.session.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM record").scalar() or 0)
