"""Names and terms of the quote at hand: shown, inserted one after the other, each in the case that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import PassageKind
from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.session import Place, ViewName
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.forms_popup import FormsPopup
from workbench.qt.translations.new_term import NewTermPopup
from workbench.qt.translations.original import Asked
from workbench.qt.translations.wording import WordingField
from workbench.services.terms import BEHIND, Wording, used
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_REST = 300
"""Milliseconds of rest after a key before it is looked which names and terms stand in the translation."""


class WordingList(Live, QWidget):
    """Names, then terms. `chosen(int)` is the place of one."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.wordings: list[Wording] = []
        self._used: frozenset[str] = frozenset()
        self._head = PlainLabel(lambda: _("Names and terms"), role="small")
        self.list = LineList(lambda: _("Names and terms"))
        self._nothing = PlainLabel(lambda: _("No name or term that the archive knows."), role="second", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self._head, self._nothing, self.list):
            self._column.addWidget(part)
        self.list.chosen.connect(lambda place: self.chosen.emit(int(place)))
        self.restyle()
        self.show_wordings([], frozenset())

    def show_wordings(self, wordings: list[Wording], there: frozenset[str]) -> None:
        """Show names and terms; `there` are the ids of those that stand in the translation already."""
        self.wordings, self._used = wordings, there
        self.list.set_lines(_line(place, each, there=each.id in there) for place, each in enumerate(wordings))
        self.list.setVisible(bool(wordings))
        self._nothing.setVisible(not wordings)

    def mark(self, there: frozenset[str]) -> None:
        """Say anew which of them stand in the translation."""
        if there != self._used:
            self.show_wordings(self.wordings, there)

    @override
    def retranslate(self) -> None:
        self.show_wordings(self.wordings, self._used)

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._head.setContentsMargins(wide, gap, wide, look.px("half"))
        self._nothing.setContentsMargins(wide, 0, wide, gap)


def _line(place: int, each: Wording, *, there: bool) -> Line:
    parts = [each.original]
    if not each.forms:
        parts = [_("not written in this language yet")]
    parts += [_("not “{form}”").format(form=form.form) for form in each.forbidden]
    return Line(
        str(place),
        each.forms[0].value if each.forms else each.original,
        " · ".join(parts),
        "" if each.kind else _("term"),
        kind=each.kind.value if each.kind else PassageKind.NOTE.value,
        warning=not each.forms or bool(each.forbidden),
        sign="check" if there else "",
        sign_words=_("stands in the translation") if there else "",
    )


class Wordings(DeskFeature):
    """Finds the names and terms of each line, and inserts the next one that is not in the translation yet."""

    found = Signal()
    """What there is, is another thing now."""

    def __init__(self, view: TranslationsView, shown: WordingList) -> None:
        super().__init__(view)
        self.list = shown
        self._found_for: Asked | None = None
        self._last: tuple[WordingField, int, int, Wording] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._mark)
        shown.chosen.connect(self._choose)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {
            "desk.name": partial(self._insert_next, names=True),
            "desk.term": partial(self._insert_next, names=False),
            "desk.new_term": self._new_term,
        }

    # Finding

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        asked = self.view.desk.original.asked
        if asked is None or self._found_for == asked:
            return
        self._found_for = asked
        self.list.show_wordings([], frozenset())
        session = self.session

        def read(_context: Context) -> tuple[Asked, list[Wording]]:
            with session.read() as connection:
                return asked, session.terms.wordings(connection, quote, language, asked.source)

        session.operations.run_read(read, on_done=self._found, owner=self.view)

    def _found(self, found: tuple[Asked, list[Wording]]) -> None:
        asked, wordings = found
        if asked == self._found_for:
            self.list.show_wordings(wordings, self._there(wordings))
            self.found.emit()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*BEHIND, "quote", "passage", "text_version"):
            quote, asked = self.view.desk.quote, self._found_for
            self._found_for = None
            if quote is not None and asked is not None:
                self.shown(quote, asked.language)

    @override
    def typed(self, text: str) -> None:
        self._rest.start()

    def _mark(self) -> None:
        self.list.mark(self._there(self.list.wordings))

    def _there(self, wordings: list[Wording]) -> frozenset[str]:
        editor = self.view.desk.editor
        return used(wordings, editor.field.toPlainText(), editor.language) if editor is not None else frozenset()

    def words(self) -> list[str]:
        """Return every form of every name and term, for completing what is typed."""
        return [value for each in self.list.wordings for form in each.forms for value in form.all]

    # Inserting

    def _field(self) -> WordingField | None:
        editor = self.view.desk.editor
        return None if editor is None or editor.field.isReadOnly() else editor.field

    def _choose(self, place: int) -> None:
        each = self.list.wordings[place]
        if each.forms:
            self._insert(each)
        elif each.kind is not None:
            self.session.go(Place(ViewName.RECORDS, record_id=each.id))
        else:
            self.view.run_action("desk.glossary")

    def _insert(self, each: Wording) -> None:
        field = self._field()
        if field is None:
            return
        start = field.textCursor().selectionStart()
        field.insert(each.forms[0].value)
        self._last = (field, start, field.textCursor().position(), each)
        self._mark()

    def _insert_next(self, *, names: bool) -> None:
        """Insert the next one that is not there yet; asked again at once, offer the other forms of it."""
        field, editor = self._field(), self.view.desk.editor
        if field is None or editor is None:
            return
        if self._just_inserted(field, names=names):
            return
        there = self._there(self.list.wordings)
        mine = [each for each in self.list.wordings if each.forms and (each.kind is not None) is names]
        following = next((each for each in mine if each.id not in there), None)
        if following is not None:
            self._insert(following)
        elif not mine:
            editor.say(_no_names if names else _no_terms)
        else:
            editor.say(_all_names if names else _all_terms)

    def _just_inserted(self, field: WordingField, *, names: bool) -> bool:
        if self._last is None:
            return False
        place, start, end, each = self._last
        cursor = field.textCursor()
        if place is not field or cursor.position() != end or (each.kind is not None) is not names:
            return False
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        if cursor.selectedText() not in set(_forms(each)) or len(set(_forms(each))) < 2:
            return False
        field.setTextCursor(cursor)
        popup = FormsPopup(self.view, each)
        popup.closed.connect(lambda: field.select(end, end))  # what is typed next replaces nothing
        popup.chosen.connect(lambda value: self._replace(field, start, end, value))
        self.open_over(field, popup)
        popup.choices.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _replace(self, field: WordingField, start: int, end: int, value: str) -> None:
        field.select(start, end)
        field.insert(value)
        if self._last is not None:
            self._last = (field, start, field.textCursor().position(), self._last[3])

    # A new term

    def _new_term(self) -> None:
        field, quote, editor = self._field(), self.view.desk.quote, self.view.desk.editor
        if field is None or quote is None or editor is None:
            return
        selected = field.textCursor().selectedText().replace("\u2029", " ").strip()
        original = self.view.desk.original
        source = quote.words_in(original.source)[1], original.words.selectedText().strip()
        popup = NewTermPopup(self.view, self.session, source, (editor.language, selected))
        self.open_over(field, popup)


def _forms(each: Wording) -> Iterator[str]:
    return (value for form in each.forms for value in form.all)


def _no_names() -> str:
    return _("The archive knows no name of this quote in this language.")


def _no_terms() -> str:
    return _("The glossary has no term of this quote in this language.")


def _all_names() -> str:
    return _("All names of this quote stand in the translation.")


def _all_terms() -> str:
    return _("All terms of this quote stand in the translation.")
