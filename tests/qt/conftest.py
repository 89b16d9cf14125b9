"""What every test with a window needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.qt.look.style import Look, current_look
from workbench.qt.look.tokens import Theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says this of every window; it is no fault of the program's.
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def look(qtbot: QtBot) -> Iterator[Look]:
    """The application's look: light, 100 %, and so again afterwards."""
    made = current_look()
    made.set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)
    yield made
    made.set(theme=Theme.LIGHT, scale=100, reading_scale=100, calm=False)
