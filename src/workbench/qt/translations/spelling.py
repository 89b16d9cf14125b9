"""Spelling on the desk: the language at hand is checked as it is typed; special characters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.picker.popup import Popup
from workbench.qt.spelling.characters import CharacterPalette
from workbench.qt.spelling.marks import SpellMarks
from workbench.qt.spelling.suggestions import SuggestionsPopup
from workbench.qt.translations.feature import DeskFeature
from workbench.services.own_words import add_own_word
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_BEHIND = ("own_word", "record", "name", "inflection")
"""Tables whose changes make words right or wrong."""


class Spelling(DeskFeature):
    """Underlines wrong words of the language at hand, and offers what may be meant."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.popup: Popup | None = None
        self.marks = {tag: SpellMarks(editor.field, self.session, tag) for tag, editor in view.desk.editors.items()}
        for marks in self.marks.values():
            marks.asked.connect(self._suggest)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.spelling": self._suggest, "desk.characters": self._pick_character}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        for tag, marks in self.marks.items():
            marks.set_active(active=tag == language)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_BEHIND):
            for marks in self.marks.values():
                marks.refresh()

    def _suggest(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly():
            return
        language = editor.language
        self.marks[language].when_checked(lambda: self._offer(language))

    def _offer(self, language: str) -> None:
        editor, place = self.view.desk.editor, self.marks[language].wrong_at_cursor()
        if editor is None or editor.language != language or editor.field.isReadOnly():
            return  # the person went on meanwhile
        if place is None:
            editor.say(lambda: _("Every word here is in a dictionary or known to the archive."))
            return
        word = self._select(editor.field, *place)
        popup = SuggestionsPopup(self.view, self.session, language, word)
        popup.chosen.connect(editor.field.insert)
        popup.kept.connect(lambda: self._keep(editor.field, language, word))
        self._open(popup, editor.field)

    @staticmethod
    def _select(field: QPlainTextEdit, start: int, end: int) -> str:
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        return cursor.selectedText()

    def _keep(self, field: QPlainTextEdit, language: str, word: str) -> None:
        cursor = field.textCursor()
        cursor.clearSelection()
        field.setTextCursor(cursor)
        self.session.perform(add_own_word(language, word), initiator=self.view)

    def _pick_character(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly():
            return
        popup = CharacterPalette(self.view, editor.language)
        popup.chosen.connect(editor.field.insert)
        self._open(popup, editor.field)

    def _open(self, popup: Popup, field: QPlainTextEdit) -> None:
        if self.popup is not None:
            self.popup.dismiss()
        self.popup = popup
        popup.closed.connect(self._closed)
        field.setFocus()
        field.ensureCursorVisible()
        at = field.textCursor()
        start, end = QTextCursor(at), QTextCursor(at)
        start.setPosition(at.selectionStart())
        end.setPosition(at.selectionEnd())
        area = field.cursorRect(start).united(field.cursorRect(end))
        popup.open_at(QRect(field.viewport().mapToGlobal(area.topLeft()), area.size()))

    def _closed(self) -> None:
        self.popup = None
