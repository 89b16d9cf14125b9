"""The Translations view in a window whose menus reach it, as the main window's do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import TranslationState
from workbench.qt.actions import Actions
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.qt.translations.editor import TranslationEditor
from workbench.qt.translations.question import PAUSE
from workbench.qt.translations.shelf import line_id
from workbench.qt.translations.view import TranslationsView
from workbench.store.queries.quotes import Need, QueueRow, TranslationRow, list_quotes, queue


@dataclass
class Bench:
    """A window with the view, and hands to type with."""

    window: QMainWindow
    view: TranslationsView
    session: Session
    qtbot: QtBot

    def rows(self) -> list[QueueRow]:
        with self.session.read() as connection:
            return queue(connection, "en")

    def find(self, need: Need, language: str | None = None, *, mine: bool | None = None) -> QueueRow:
        return next(
            row
            for row in self.rows()
            if row.need is need
            and language in (None, row.language)
            and (mine is None or (row.translation is not None and self.is_mine(row.translation) is mine))
        )

    def is_mine(self, translation: TranslationRow) -> bool:
        return translation.translator_id == self.session.author_id

    def translation(self, quote_id: str, language: str) -> TranslationRow | None:
        with self.session.read() as connection:
            return list_quotes(connection, "en", quote_ids=[quote_id])[0].translations.get(language)

    def state(self, row: QueueRow) -> TranslationState | None:
        found = self.translation(row.quote.id, row.language)
        return found.state if found else None

    def go_to(self, row: QueueRow) -> None:
        assert self.view.queue.go_to(line_id(row.quote.id, row.language))
        self.view.queue.list.setFocus()

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.qtbot.keyClick(self.focus(), key, held)

    def answer(self, key: Qt.Key) -> None:
        """Press the letter of an answer once a question stands there, after a pause."""
        note = self.editor.note
        self.qtbot.waitUntil(lambda: note.asks)
        clock = note.clock
        note.clock = lambda: clock() + PAUSE
        self.key(key)

    def send_all_the_same(self) -> None:
        """Say that a translation goes on with the findings that are open in it."""
        self.answer(Qt.Key.Key_S)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def editor(self) -> TranslationEditor:
        editor = self.view.desk.editor
        assert editor is not None
        return editor

    def other_profile(self) -> str:
        return next(row.id for row in self.session.profiles() if row.id != self.session.author_id)


@pytest.fixture
def bench(sample_session: Session, look: Look, qtbot: QtBot) -> Bench:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = TranslationsView(sample_session)
    window.setCentralWidget(view)
    actions = Actions(window, sample_session.settings)
    for spec in actions:
        if spec.id.startswith("desk.") or spec.id in ("record.source", "find.text"):
            actions.bind(spec.id, lambda name=spec.id: view.run_action(name))
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
    view.enter()
    qtbot.waitUntil(lambda: view.queue.list.lines.rowCount() > 0)
    return Bench(window, view, sample_session, qtbot)
