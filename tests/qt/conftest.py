"""What every test with a window needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rooms import PASSPHRASE
from workbench.domain.inputs import ProfileInput
from workbench.qt.look.style import Look, current_look
from workbench.qt.look.tokens import Reading, Theme
from workbench.qt.operations import Operations
from workbench.qt.session import Session
from workbench.qt.settings import Settings
from workbench.services.archives import create_archive, open_archive
from workbench.store.archive import Archive
from workbench.vault.keys import Parameters

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says this of every window and pop-up; it is no fault of the program’s.
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support "))


@pytest.fixture
def look(qtbot: QtBot) -> Iterator[Look]:
    """The application's look: light, 100 %, and so again afterwards."""
    made = current_look()
    made.set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)
    yield made
    made.set_reading(Reading())
    made.set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of their own file, as on a first start."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    """Background work that is stopped, and a bug in it told, when the test is over."""
    made = Operations()
    crashes: list[str] = []
    made.crashed.connect(crashes.append)
    yield made
    made.shut_down()
    shiboken6.delete(made)
    assert crashes == []


@pytest.fixture
def session(
    tmp_path: Path, operations: Operations, settings: Settings, cheap_parameters: Parameters
) -> Iterator[Session]:
    """An empty archive with one profile, open in a session."""
    profile = ProfileInput(name="Алена Я.", initials="AJ", language="en")
    created = create_archive(tmp_path / "empty.archive", PASSPHRASE, profile, parameters=cheap_parameters)
    yield from _session(created.archive, created.profile_id, operations, settings)


@pytest.fixture
def sample_session(
    tmp_path: Path,
    operations: Operations,
    settings: Settings,
    sample_file: tuple[Path, str],
    cheap_parameters: Parameters,
) -> Iterator[Session]:
    """A copy of the sample's archive, open in a session as its first archivist (AK)."""
    path, profile_id = sample_file
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    archive = open_archive(copy, PASSPHRASE, parameters=(cheap_parameters,))
    yield from _session(archive, profile_id, operations, settings)


def _session(archive: Archive, profile_id: str, operations: Operations, settings: Settings) -> Iterator[Session]:
    made = Session(archive, profile_id, operations, settings)
    yield made
    # Windows that were closed with the test go now: what is left of them would read a closed archive.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    operations.shut_down()
    archive.close()
