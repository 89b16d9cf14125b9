"""What may be meant by a wrong word, offered at the word."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.domain.errors import WorkbenchError
from workbench.i18n import _
from workbench.languages.spelling import speller_for
from workbench.qt.frame.base import Button, hair_line
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.operations import Context
from workbench.qt.picker.popup import Popup
from workbench.qt.session import Session
from workbench.qt.spelling.choices import Choices


class SuggestionsPopup(Popup):
    """Suggestions, then the way into the archive's words. The first suggestion has the focus when it comes."""

    chosen = Signal(str)
    """The word to be written instead."""

    kept = Signal()
    """The word is right in this archive."""

    list_asked = Signal()
    """The person wants to see the archive's own words."""

    def __init__(self, host: QWidget, session: Session, tag: str, word: str) -> None:
        super().__init__(host)
        self._word = word
        self._answered = False
        self._title = PlainLabel(lambda: _("“{word}” is in no dictionary.").format(word=word), role="lead", wrap=True)
        self._wait = PlainLabel(self._waiting_words, role="second", wrap=True)
        self.choices = Choices()
        self.choices.chosen.connect(self._choose)
        self.choices.hide()
        self.keep = Button(lambda: _("Add to the archive’s words"), self._keep, kind="quiet", icon="plus")
        self.choices.passed.connect(lambda: self.keep.setFocus(Qt.FocusReason.TabFocusReason))
        self.show_words = Button(lambda: _("The archive’s words…"), self._show_words, kind="quiet", icon="book-open")
        for part in (self._title, self._wait, self.choices, hair_line()):
            self.column.addWidget(part)
        for button in (self.keep, self.show_words):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.setEnabled(not session.read_only)
        self.setFocusProxy(self.keep)
        self.setAccessibleName(self._title.text())

        def read(_context: Context) -> list[str]:
            return speller_for(tag).suggestions(word)

        session.operations.run_read(read, on_done=self._take, on_error=self._fail, owner=self)

    def _waiting_words(self) -> str:
        return _("No dictionary has a word like it.") if self._answered else _("Looking for words like it…")

    def _take(self, words: list[str]) -> None:
        self._answered = True
        self._wait.set_words(self._waiting_words)
        self._wait.setVisible(not words)
        self.choices.set_choices((word, word, "") for word in words)
        self.choices.setVisible(bool(words))
        for button, following in pairwise((*self.choices.buttons, self.keep, self.show_words)):
            QWidget.setTabOrder(button, following)
        self.fit()
        if words and self.keep.hasFocus():
            self.choices.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _fail(self, _error: WorkbenchError) -> None:
        self.dismiss()

    def _choose(self, word: str) -> None:
        self.dismiss()
        self.chosen.emit(word)

    def _show_words(self) -> None:
        self.dismiss()
        self.list_asked.emit()

    def _keep(self) -> None:
        self.dismiss()
        self.kept.emit()

    @override
    def confirm(self) -> None:
        """Enter before the suggestions are there does nothing: nobody has seen them yet."""
