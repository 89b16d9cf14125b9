"""Spelling on the desk: the language at hand is checked as it is typed; special characters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.frame.underlines import Underline
from workbench.qt.spelling.characters import CharacterPalette
from workbench.qt.spelling.marks import SpellMarks
from workbench.qt.spelling.suggestions import SuggestionsPopup
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.wording import WordingField
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
        field = editor.field
        field.select(*place)
        word = field.textCursor().selectedText()
        popup = SuggestionsPopup(self.view, self.session, language, word)
        popup.closed.connect(lambda: field.select(place[1], place[1]))  # what is typed next replaces nothing
        popup.chosen.connect(lambda other: self._replace(field, place, word, other))
        popup.kept.connect(lambda: self.session.perform(add_own_word(language, word), initiator=self.view))
        popup.list_asked.connect(lambda: self.view.run_action("desk.own_words"))
        self.open_over(field, popup)

    @staticmethod
    def _replace(field: WordingField, place: Underline, word: str, other: str) -> None:
        field.select(*place)
        if field.textCursor().selectedText() == word:  # the text may be another one by now
            field.insert(other)

    def _pick_character(self) -> None:
        editor = self.view.desk.editor
        if editor is None or editor.field.isReadOnly():
            return
        popup = CharacterPalette(self.view, editor.language)
        popup.chosen.connect(editor.field.insert)
        self.open_over(editor.field, popup)
