"""The archive's own words: what is spelled right here, by language, with who added it and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.languages.spelling.words import LONGEST, normal
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow, SearchField
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.translations.pane import Task
from workbench.services.own_words import add_own_word, remove_own_word
from workbench.store.queries.own_words import OwnWordRow, list_own_words

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class OwnWordsTask(Task):
    """Lists the words of one language; Enter adds the one that is typed, Delete takes the one at hand out."""

    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.rows: dict[str, OwnWordRow] = {}
        self._read_once = False
        self.languages = FittedCombo()
        self.word = QLineEdit()
        self.word.setMaxLength(LONGEST)
        self.row = FormRow(lambda: _("New word"), self.word)
        self.add_button = Button(lambda: _("Add to the archive’s words"), self.add, kind="primary", icon="plus")
        self.search = SearchField(lambda: _("Find among the words"))
        self.list = LineList(lambda: _("The archive’s words"), place="paper")
        self.nothing = PlainLabel(self._nothing_words, role="second", wrap=True)
        self.remove_button = Button(lambda: _("Take out"), self.remove, kind="quiet", icon="trash-2")
        self._close = Button(lambda: _("Close"), self.leave, kind="quiet")
        self._build()
        self.languages.currentIndexChanged.connect(lambda _at: self._show())
        self.search.searched.connect(lambda _words: self._show())
        self.search.list_asked.connect(self.list.setFocus)
        self.word.returnPressed.connect(self.add)
        self.word.textChanged.connect(lambda _text: self.row.set_error(""))
        self.list.current_changed.connect(lambda _key: self._enable())
        self.list.installEventFilter(self)
        self.setFocusProxy(self.word)
        self.retranslate()
        self._choose(view.desk.language)
        self.restyle()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("The archive’s words"), role="title", wrap=True)
        about = PlainLabel(
            lambda: _(
                "Words that are spelled right in this archive, in all their regular forms. Names of records are "
                "known without standing here."
            ),
            role="second",
            wrap=True,
        )
        self._parts: tuple[QWidget, ...] = (head, about, self.languages, self.row, self.search, self.nothing, self.list)
        inside, adding, foot = QWidget(), Flow(), Flow()
        self._inner = QVBoxLayout(inside)
        for part in self._parts[:4]:
            self._inner.addWidget(part)
        adding.addWidget(self.add_button)
        self._inner.addLayout(adding)
        for field in self._parts[4:-1]:
            self._inner.addWidget(field)
        self._inner.addWidget(self.list, 1)
        for button in (self.remove_button, self._close):
            foot.addWidget(button)
        self._inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)

    # Reading

    @override
    def enter(self) -> None:
        self.setFocus()
        self._read()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("own_word", "profile"):
            self._read()

    def _read(self) -> None:
        session = self.session

        def read(_context: Context) -> list[OwnWordRow]:
            with session.read() as connection:
                return list_own_words(connection)

        session.operations.run_read(read, on_done=self._take, owner=self)

    def _take(self, rows: list[OwnWordRow]) -> None:
        self.rows, self._read_once = {row.id: row for row in rows}, True
        self._fill()
        self._show()

    @property
    def language(self) -> str:
        """The language whose words are listed."""
        return str(self.languages.currentData() or WORKING_LANGUAGES[0])

    def _choose(self, language: str) -> None:
        self.languages.setCurrentIndex(max(0, self.languages.findData(language)))

    def _shown(self) -> list[OwnWordRow]:
        wanted = normal(self.search.text()).casefold()
        return [row for row in self.rows.values() if row.language == self.language and wanted in row.word.casefold()]

    def _show(self) -> None:
        shown, place = self._shown(), max(0, self.list.currentIndex().row())
        people = {row.id: row.initials for row in self.session.profiles()}
        self.list.set_lines(_line(row, people) for row in shown)
        if shown and not self.list.current_id():
            self.list.go_to(shown[min(place, len(shown) - 1)].id)
        self.nothing.retranslate()
        self.nothing.setVisible(not shown and self._read_once)
        self._enable()

    def _enable(self) -> None:
        writes = not self.session.read_only
        self.row.setVisible(writes)
        self.add_button.setVisible(writes)
        self.remove_button.setVisible(writes)
        self.remove_button.setEnabled(bool(self.list.current_id()))

    def _nothing_words(self) -> str:
        if self.search.text():
            return _("No word here has these letters.")
        return _("No word of this language has been added yet.")

    # Writing

    def add(self) -> None:
        """Add the word that is typed to those of the language at hand."""
        typed = self.word.text().strip()
        if not typed or self.session.read_only:
            return
        same = (row for row in self.rows.values() if (row.language, row.word) == (self.language, normal(typed)))
        there = next(same, None)
        if there is not None:
            self.row.set_error(lambda: _("This word is there already."))
            self.search.clear()
            self.list.go_to(there.id)
            return

        def done(_row_id: str) -> None:
            if self.word.text().strip() == typed:
                self.word.clear()
            self.search.clear()

        self.session.perform(add_own_word(self.language, typed), on_done=done, on_error=self._refuse, initiator=self)

    def _refuse(self, error: WorkbenchError) -> bool:
        if isinstance(error, InputError):
            self.row.set_error(error.what)
        return isinstance(error, InputError)

    def remove(self) -> None:
        """Take the word at hand out; Undo brings it back."""
        row = self.rows.get(self.list.current_id())
        if row is not None and not self.session.read_only:
            self.session.perform(remove_own_word(row.language, row.word), initiator=self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        deleting = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in deleting
        if watched is self.list and pressed:
            self.remove()
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        """Offer the four languages, and others that there are words of, with how many each has."""
        chosen, book = self.language, active()
        counts = Counter(row.language for row in self.rows.values())
        with QSignalBlocker(self.languages):
            self.languages.clear()
            for tag in dict.fromkeys((*WORKING_LANGUAGES, *counts)):
                self.languages.addItem(f"{book.language_name(tag)}  {book.number(counts[tag])}", tag)
            self._choose(chosen)
        self.languages.setAccessibleName(_("Language"))
        self.languages.updateGeometry()

    @override
    def retranslate(self) -> None:
        self._fill()
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        for part in self._parts:
            part.setMaximumWidth(look.px("column"))
        self._inner.setContentsMargins(room, look.px("wide"), room, look.px("wide"))
        self._inner.setSpacing(look.px("gap"))


def _line(row: OwnWordRow, people: Mapping[str, str]) -> Line:
    moment = active().date_time(datetime.fromisoformat(row.moment))
    by = _("added by {who}").format(who=people[row.author_id or ""]) if (row.author_id or "") in people else ""
    return Line(row.id, row.word.replace("'", "’"), by, moment)
