"""The screen of sources in a window with the program's actions, worked by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.domain.anchors import Span
from workbench.qt.actions import Actions
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.qt.sources.view import SourcesView
from workbench.store.tables import Row
from workbench.store.work import table_of

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

ARTICLE = (
    "Вызваленне 🎉 і сустрэча\n"
    "\n"
    "Сям’я 👨‍👩‍👧 чака́ла é̄ ў Вільні. Maria Kolesnikova stepped off the bus and waved 👋🏽 to friends.\n"
    "\n"
    "“We are all free now,” she said to the people who had come to the embassy.\n"
    "\n"
    "The buses had left in the morning, and nobody on them had been told where they would be taken.\n"
)
"""Emoji, joiners and combining accents stand before what is annotated."""


class Desk:
    """A person at the keyboard: keys go to whatever has the focus."""

    def __init__(self, view: SourcesView, qtbot: QtBot) -> None:
        self.view, self.qtbot = view, qtbot
        self.session = view.session

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        """Type any letters; QTest knows only the Latin ones."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.session.operations.jobs, timeout=30_000)
        self.view.in_step.settle()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something, and then for the window to have heard of it."""
        self.qtbot.waitUntil(is_so, timeout=30_000)  # the first page starts a process
        self.settle()

    def read(self) -> None:
        self.view.reader.setFocus()

    def select(self, words: str) -> Span:
        """Select words with the arrow keys and Shift, from the caret at their start."""
        at = self.view.reader.text.index(words)
        self.read()
        self.view.reader.place_caret(at)
        span = Span(at, at + len(words))
        while (self.view.reader.selection() or Span(at, at + 1)).end < span.end:
            self.press(Qt.Key.Key_Right, held=SHIFT)
        assert self.view.reader.selected_text() == words
        return span

    def rows(self, model: type[Row]) -> list[Any]:
        """Return all rows of a table as they are in the archive now."""
        with self.session.read() as connection:
            return [model(**row) for row in connection.execute(select(table_of(model))).mappings()]

    def one(self, model: type[Row]) -> Any:
        (row,) = self.rows(model)
        return row


@pytest.fixture
def sit_down(qtbot: QtBot, look: Look) -> Iterator[Callable[[Session], Desk]]:
    """Open the screen on a session, in a window whose actions work it."""
    windows = []

    def open_it(session: Session) -> Desk:
        window = QMainWindow()
        qtbot.addWidget(window)
        view = SourcesView(session, window)
        window.setCentralWidget(view)
        actions = Actions(window, session.settings)
        for spec in actions:
            actions.bind(spec.id, lambda action=spec.id: view.run_action(action))
        actions.bind("edit.undo", session.undo)
        actions.bind("edit.redo", session.redo)
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        windows.append(window)
        view.enter()
        desk = Desk(view, qtbot)
        desk.settle()
        return desk

    yield open_it
    windows.clear()  # closed by qtbot, which does not keep them


@pytest.fixture
def desk(sit_down: Callable[[Session], Desk], session: Session) -> Desk:
    """An empty archive."""
    return sit_down(session)


@pytest.fixture
def sample_desk(sit_down: Callable[[Session], Desk], sample_session: Session) -> Desk:
    """The sample's archive, its article open."""
    desk = sit_down(sample_session)
    desk.until(lambda: desk.view.article.source is not None)
    desk.read()
    return desk


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def article_desk(desk: Desk, article_file: Path) -> Desk:
    """A small article of emoji and accents, imported and open, its details closed."""
    desk.view.importer.import_files([article_file])
    desk.until(lambda: desk.view.article.source is not None)
    desk.settle()
    desk.press(Qt.Key.Key_Escape)
    desk.read()
    return desk
