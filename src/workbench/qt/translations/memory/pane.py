"""The Memory pane: where words stand in translations of any language, and what the memory holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.translations.matches import where_words
from workbench.qt.translations.memory.batches import BatchesSide
from workbench.qt.translations.memory.occurrence import OccurrenceText
from workbench.qt.translations.pane import Pane
from workbench.services.memory import Memory, Occurrence, Occurrences
from workbench.store.queries.memory import languages_in_memory

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_BEFORE, _EXCERPT = 40, 200
"""Code points of a text before the words that were found, and in all, in the list."""

_NONE = Occurrences((), complete=True, waiting=())


class MemoryPane(Pane):
    """A search, what it found with all its languages beneath, and at the right what is in the memory.

    Enter on a find inserts its text in the language at hand, or goes to its quote where it has none.
    """

    action = "desk.memory"
    icon = "memory"
    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._asked = 0
        self._answer = _NONE
        self._stale = True
        self.field = SearchField(lambda: _("Words in the memory"))
        self.words_only = QCheckBox()
        self.count = PlainLabel(self._count_words, role="second", wrap=True)
        self.list = LineList(lambda: _("Places in the memory"), rows=2, place="paper")
        self.text = OccurrenceText()
        self.insert_button = Button(self._insert_words, self.insert, kind="primary", icon="arrow-left")
        self.open_button = Button(lambda: _("Go to the quote"), self.open_quote, icon="arrow-right")
        self.side = BatchesSide(view.session)
        self._nothing = EmptyState(
            "memory",
            lambda: _("Look for words in every language"),
            more=lambda: _("Part of a word is enough. Ctrl+Shift+K on the desk looks for the words selected there."),
        )
        self._build()
        self.field.searched.connect(lambda _words: self._search())
        self.field.list_asked.connect(self._enter_list)
        self.words_only.toggled.connect(lambda _on: self._search())
        self.list.current_changed.connect(lambda _key: self._show_current())
        self.list.chosen.connect(lambda _key: self._choose())
        self.side.file_asked.connect(lambda: self.task_asked.emit("desk.memory_import"))
        view.session.memory.ready.connect(self._came)
        self.retranslate()
        self.restyle()

    @staticmethod
    @override
    def words() -> str:
        return _("Memory")

    def _build(self) -> None:
        left, below = QWidget(), QWidget()
        top = QVBoxLayout()
        for part in (self.field, self.words_only, self.count):
            top.addWidget(part)
        self._below = QVBoxLayout(below)
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(self.insert_button)
        flow.addWidget(self.open_button)
        self._below.addWidget(self.text, 1)
        self._below.addWidget(buttons)
        found = QSplitter(Qt.Orientation.Vertical)
        found.setChildrenCollapsible(False)
        found.addWidget(self.list)
        found.addWidget(below)
        found.setStretchFactor(0, 3)
        found.setStretchFactor(1, 2)
        self._found = found
        self._stack = Stack()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(found)
        self._top = top
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setFocusProxy(self.field)

    # Searching

    def look_for(self, words: str) -> None:
        """Show where words stand."""
        self.field.show_text(words)
        self._search()
        self.field.setFocus()

    def _search(self) -> None:
        query, whole = self.field.text(), self.words_only.isChecked()
        self._asked += 1
        number = self._asked
        if not query:
            self._show(_NONE)
            return

        def question(memory: Memory, connection: Connection) -> tuple[int, Occurrences]:
            return number, memory.occurrences(connection, query, words=whole)

        self.session.memory.ask(question, on_done=self._answered, owner=self)

    def _answered(self, answer: tuple[int, Occurrences]) -> None:
        number, found = answer
        if number == self._asked:
            self._show(found)
            for language in found.waiting:
                self.session.memory.want(language)

    def _came(self, _language: str) -> None:
        if self._answer.waiting:
            self._search()

    def _show(self, found: Occurrences) -> None:
        self._answer = found
        self.list.set_lines(_line(place, each) for place, each in enumerate(found.found))
        if found.found and not self.list.current_id():
            self.list.go_to("0")
        self.count.retranslate()
        self.count.setVisible(bool(self.count.text()))
        self._stack.setCurrentWidget(self._found if found.found else self._nothing)
        self._show_current()

    def _count_words(self) -> str:
        found, number = self._answer, active().number
        if not self.field.text():
            return ""
        if found.waiting:
            names = ", ".join(active().language_name(language) for language in found.waiting)
            return _("Reading the memory: {languages}").format(languages=names)
        count = len(found.found)
        if not count:
            return _("These words are not in the memory.")
        if not found.complete:
            return _("The first {n} texts. Type more to find less.").format(n=number(count))
        return ngettext("{n} text", "{n} texts", count).format(n=number(count))

    # The find at hand

    def _current(self) -> Occurrence | None:
        key = self.list.current_id()
        return self._answer.found[int(key)] if key else None

    def _show_current(self) -> None:
        found = self._current()
        self.text.show_occurrence(found)
        self.open_button.setVisible(found is not None and found.unit.quote_id is not None)
        self.insert_button.set_words(self._insert_words)
        self.insert_button.setVisible(bool(self._text_to_insert()))

    def _text_to_insert(self) -> str:
        """Return what the find says in the language at hand; empty where nothing can be inserted."""
        found, desk = self._current(), self.view.desk
        if found is None or desk.quote is None or desk.editor is None or desk.editor.field.isReadOnly():
            return ""
        if found.unit.language == desk.language:
            return found.text
        return found.unit.texts.get(desk.language, "")

    def _insert_words(self) -> str:
        name = active().language_name(self.view.desk.language) if self.view.desk.language else ""
        return _("Insert: {language}").format(language=name)

    def _choose(self) -> None:
        if self._text_to_insert():
            self.insert()
        else:
            self.open_quote()

    def insert(self) -> None:
        """Put the find's text in the language at hand where the cursor is on the desk, and go there."""
        text = self._text_to_insert()
        if text:
            self.view.work.show_page()
            self.view.insert(text)

    def open_quote(self) -> None:
        """Go to the quote that the find is, on the desk."""
        found = self._current()
        if found is not None and found.unit.quote_id is not None:
            target = found.unit.language if found.unit.language != found.unit.source_language else None
            self.view.open_quote(found.unit.quote_id, target)

    # Following

    @override
    def enter(self) -> None:
        self._want()
        if self._stale:
            self._stale = False
            self.side.load()
            self._search()
        self._show_current()
        self._enter_list() if self._answer.found else self.field.setFocus()

    def _want(self) -> None:
        """Have every language read."""

        def question(_memory: Memory, connection: Connection) -> list[str]:
            return languages_in_memory(connection)

        def done(languages: list[str]) -> None:
            for language in languages:
                self.session.memory.want(language)

        self.session.memory.ask(question, on_done=done, owner=self)

    def _enter_list(self) -> None:
        if self._answer.found:
            self.list.setFocus()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("translation", "memory_batch", "quote", "source"):
            self._stale = True
            if self.isVisible():
                self._stale = False
                self.side.load()
                self._want()
                self._search()

    @override
    def run_action(self, action_id: str) -> bool:
        if action_id == "find.text":
            self.field.setFocus()
            return True
        return False

    @override
    def retranslate(self) -> None:
        self.words_only.setText(_("Whole words"))
        self._show(self._answer)

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, wide = look.px("gap"), look.px("wide")
        self._top.setContentsMargins(wide, 0, wide, gap)
        self._top.setSpacing(gap)
        self._below.setContentsMargins(wide, gap, wide, gap)
        self._below.setSpacing(gap)


def _line(place: int, found: Occurrence) -> Line:
    start = found.spans[0].start if found.spans else 0
    at = 0 if start <= _BEFORE else found.text.rfind(" ", 0, start - _BEFORE) + 1
    excerpt = " ".join(found.text[at : at + _EXCERPT].split())
    detail = where_words(found.unit.origin, found.unit.label)
    if found.more:
        detail += " · " + ngettext("{n} more", "{n} more", found.more).format(n=active().number(found.more))
    return Line(str(place), f"… {excerpt}" if at else excerpt, detail, active().language_name(found.unit.language))
