"""Choosing a record by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import NameInput, RecordInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import UNKNOWN, base_language
from workbench.i18n import _
from workbench.qt.frame.base import Live, Words, say
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.picker.offers import Choice, Creation, Offer, OfferDelegate, OfferModel
from workbench.qt.picker.popup import ENTER
from workbench.qt.records.sameness.twins import twins_of
from workbench.qt.session import Session
from workbench.services.catalogue import Catalogue
from workbench.services.picker import Candidate, candidates, possible_twins

_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})

_ROWS = 7
"""Rows that are shown without scrolling."""


class RecordSearch(Live, QWidget):
    """A line and the records that fit what is typed in it, in any of the languages and scripts.

    Up and Down go through the offers while one types, Enter takes the current one. An Enter
    that comes before the answer is kept for it, so that fast fingers choose what they saw
    typed and not what an earlier search had found; what they type after it is kept as well,
    and goes to whatever has the focus once a record is chosen. Where no name fits, records that
    may be the same under another name come before the offers to make one, and no Enter that came
    before they were seen takes them.
    """

    chosen = Signal(object)
    """A `Choice`."""

    settled = Signal()
    """The offers fit what is typed now."""

    def __init__(
        self,
        session: Session,
        words: Words,
        *,
        kinds: Sequence[RecordKind] = tuple(RecordKind),
        create: Sequence[RecordKind] | None = None,
        tag: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`create` are the kinds that may be made (the same as `kinds` by default), named in language `tag`."""
        super().__init__(parent)
        self._session, self._words, self._tag = session, words, tag
        self._kinds = tuple(kinds)
        self._create = self._kinds if create is None else tuple(create)
        self._suggestions: tuple[Offer, ...] = ()
        self._asked = self._answered = 0
        self._enter_waits = False
        self._typed_on: list[QKeyEvent] = []
        self._job: Job | None = None
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.model = OfferModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self._nothing = PlainLabel(lambda: _("No record has a name like this."), role="second", wrap=True)
        self._error = PlainLabel(role="error", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.edit, self._error, self.list, self._nothing):
            self._column.addWidget(part)
        self._error.hide()
        self.setFocusProxy(self.edit)
        self.retranslate()
        self.restyle()
        self._show(())

    def text(self) -> str:
        """Return what is typed, without white space around it."""
        return " ".join(self.edit.text().split())

    def set_text(self, text: str) -> None:
        """Search for a text, selected so that typing replaces it."""
        self.edit.setText(" ".join(text.split()))
        self.edit.selectAll()

    def set_suggestions(self, candidates: Sequence[Candidate]) -> None:
        """Offer these while nothing is typed."""
        self._suggestions = tuple(candidates)
        if not self.text():
            self._show(self._suggestions)

    def set_error(self, text: str) -> None:
        """Say under the line what is wrong, or nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    @property
    def ready(self) -> bool:
        """Whether the offers fit what is typed."""
        return self._asked == self._answered

    def _search(self) -> None:
        self.set_error("")
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
        typed, number = self.text(), self._asked
        if not typed:
            self._answered = number
            self._show(self._suggestions)
            return
        language, kinds, twins = self._session.language, self._kinds or tuple(RecordKind), twins_of(self._session)

        def read(catalogue: Catalogue, connection: Connection) -> list[Candidate]:
            found = candidates(connection, catalogue.find(connection, typed, kinds), language)
            # Where nothing fits a record would be made: it may be there under a name in another language.
            if found or not self._create:
                return found
            return possible_twins(connection, twins, typed, self._tag_of_new(), language, kinds=self._create)

        self._job = self._session.ask(read, on_done=lambda found: self._take_answer(number, typed, found), owner=self)

    def _take_answer(self, number: int, typed: str, found: list[Candidate]) -> None:
        if number != self._asked:
            return
        self._answered = number
        self._show((*found, *(Creation(kind, typed) for kind in self._create)))
        if self._enter_waits:
            typed_on = self._stop_waiting()
            if found and found[0].twin:
                return  # nobody has seen yet that it may be there: that is for a person to decide
            self._take(self.list.currentIndex().row())
            for event in typed_on:
                focus = QApplication.focusWidget()
                if focus is not None and focus.window() is self.window():
                    QApplication.sendEvent(focus, event)

    def _stop_waiting(self) -> list[QKeyEvent]:
        self._enter_waits = False
        typed_on, self._typed_on = self._typed_on, []
        return typed_on

    def _type_on(self, event: QKeyEvent) -> bool:
        """Keep what is typed behind an Enter that waits; a key that is no letter, arrow or Enter gives it up."""
        typed = bool(event.text()) and event.text().isprintable()
        if typed or event.key() in (*ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._typed_on.append(
                QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
            )
            return True
        if Qt.Key(event.key()) not in _MODIFIERS:
            self._stop_waiting()
        return False

    def _show(self, offers: Sequence[Offer]) -> None:
        self.model.set_offers(offers)
        self.list.setVisible(bool(offers))
        self._nothing.setVisible(not offers and bool(self.text()) and self.ready)
        if offers:
            self.list.setCurrentIndex(self.model.index(0))
            rows = [self.list.sizeHintForRow(row) for row in range(min(_ROWS, len(offers)))]
            self.list.setFixedHeight(sum(rows) + 2 * self.list.frameWidth() + 2 * current_look().px("ring"))
        self.settled.emit()

    def take_current(self) -> None:
        """Choose the current offer, as soon as the offers fit what is typed."""
        if self.ready:
            self._take(self.list.currentIndex().row())
        else:
            self._enter_waits = True

    def _take(self, row: int) -> None:
        offers = self.model.offers
        if not 0 <= row < len(offers):
            return
        offer = offers[row]
        if isinstance(offer, Candidate):
            self.chosen.emit(Choice(offer.record_id, RecordKind(offer.kind), offer.name))
            return
        try:
            name = checked(NameInput, value=offer.name, tag=self._tag_of_new())
            given = checked(RecordInput, kind=offer.kind, names=(name,))
        except InputError as error:
            self.set_error(str(error))
            return
        self.chosen.emit(Choice(given, offer.kind, name.value))

    def _tag_of_new(self) -> str:
        """Return the tag of the name of a record that is made here."""
        return base_language(self._tag) if self._tag else UNKNOWN

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.model.index(row))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched is not self.edit:
            return False
        if self._enter_waits and self._type_on(event):
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in ENTER and (self.text() or self.model.rowCount()) and not event.modifiers():
            self.take_current()
            return True
        return False

    @override
    def retranslate(self) -> None:
        self.edit.setAccessibleName(say(self._words))
        self.edit.setPlaceholderText(say(self._words))
        self.list.setAccessibleName(_("Records that fit"))
        self.list.viewport().update()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
