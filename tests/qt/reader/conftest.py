"""A reader on the screen, with a helper that presses real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.structure import StructuredText
from workbench.qt.look.style import Look
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import light_look

Show = Callable[..., Reader]


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Show:
    """Show a text (or paragraphs) in a reader of 900 × 600 that has the focus."""

    def shown(text: StructuredText | str, passages: tuple[MarkedPassage, ...] = ()) -> Reader:
        reader = Reader()
        qtbot.addWidget(reader)
        reader.set_look(light_look())
        reader.resize(900, 600)
        reader.show_text(StructuredText(text, ()) if isinstance(text, str) else text, passages)
        reader.show()
        qtbot.waitExposed(reader)
        reader.activateWindow()
        reader.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(reader.hasFocus)
        return reader

    return shown
