"""Using a passage as evidence: what it supports about which record, in a few keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import StatementInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.roles import PARTICIPANT_ROLES, RELATION_KINDS
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import Asked, Claim, known_claims, new_claims
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo, DateRow, LanguageCombo, RoleCombo
from workbench.qt.picker.offers import KIND_ICONS, Choice
from workbench.qt.picker.popup import ENTER
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session
from workbench.services.claims import add_evidence, add_participation, add_relation, add_statement
from workbench.services.picker import Candidate, candidates
from workbench.store.queries.records import record_detail, record_names
from workbench.store.work import Act

_EVENTS = (RecordKind.EVENT,)
_ACTORS = (RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE)


class RecordField(Live, QWidget):
    """A record that is searched for and then shown; pressing it searches again."""

    chosen = Signal(object)
    """A `Choice`, or None when it is searched for again."""

    def __init__(self, session: Session, words: Callable[[], str], kinds: tuple[RecordKind, ...]) -> None:
        super().__init__()
        self.choice: Choice | None = None
        self.search = RecordSearch(session, words, kinds=kinds, create=())
        self.shown = RowButton(self.clear)
        self.shown.setAutoDefault(False)  # Enter is the form's: it saves
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.shown)
        self.shown.hide()
        self.search.chosen.connect(self.take)
        self.setFocusProxy(self.search)

    @property
    def record_id(self) -> str:
        """The id of the record that was chosen, empty for none."""
        return self.choice.record if self.choice is not None and isinstance(self.choice.record, str) else ""

    def take(self, choice: Choice) -> None:
        """Show a record as chosen."""
        self.choice = choice
        kind = choice.kind
        self.shown.show_text(choice.name, lambda: current_look().icon(KIND_ICONS[kind], kind.value))
        self.shown.setAccessibleDescription(_("Press to choose another record"))
        self.shown.show()
        self.setFocusProxy(self.shown)
        self.chosen.emit(choice)
        self.search.hide()

    def clear(self) -> None:
        """Search again."""
        self.choice = None
        self.setFocusProxy(self.search)
        self.search.show()
        self.search.set_text("")
        self.search.setFocus()
        self.shown.hide()
        self.chosen.emit(None)


class EvidenceForm(Live, QWidget):
    """Three steps under each other: the record, what is supported, the value. Enter saves."""

    closed = Signal()
    rearranged = Signal()
    """Fields came or went."""

    def __init__(self, session: Session, passage_id: str, mentioned: tuple[str, ...]) -> None:
        """`mentioned` are the records that the passage names: they are offered first."""
        super().__init__()
        self._session, self._passage_id = session, passage_id
        self._claims: list[Claim] = []
        self._value: QWidget | None = None
        self._role: RoleCombo | None = None
        self._language: LanguageCombo | None = None
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        self.record = RecordField(session, lambda: _("About which record"), tuple(RecordKind))
        self.claim = CalmCombo()
        self._claim_row = FormRow(lambda: _("What it supports"), self.claim)
        self._values = QVBoxLayout()
        self.save_button = Button(lambda: _("Add"), self.save, kind="primary")
        self._close = Button(lambda: _("Close"), self.closed.emit, kind="quiet")
        foot = Flow()
        foot.addWidget(self.save_button)
        foot.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.record)
        self._column.addWidget(self._claim_row)
        self._column.addLayout(self._values)
        self._column.addWidget(self._error)
        self._column.addLayout(foot)
        self._claim_row.hide()
        self.save_button.hide()
        self.record.chosen.connect(self._record_chosen)
        self.claim.currentIndexChanged.connect(self._claim_chosen)
        self.setFocusProxy(self.record)
        self.restyle()
        self._suggest(mentioned)

    def _suggest(self, record_ids: tuple[str, ...]) -> None:
        with self._session.read() as connection:
            found: list[Candidate] = candidates(connection, tuple(dict.fromkeys(record_ids)), self._session.language)
        self.record.search.set_suggestions(found)

    def _record_chosen(self, choice: Choice | None) -> None:
        self._say("")
        self._claim_row.setVisible(choice is not None)
        self.save_button.setVisible(choice is not None)
        with QSignalBlocker(self.claim):
            self.claim.clear()
            self._claims = []
            if choice is not None:
                self._offer_claims(choice)
        self._claim_chosen()
        if choice is not None:
            self.claim.setFocus()

    def _offer_claims(self, choice: Choice) -> None:
        fresh = new_claims(choice.kind)
        with self._session.read() as connection:
            detail = record_detail(connection, self.record.record_id, self._session.language)
            statements = detail.statements if detail is not None else ()
            places = {row.place_id for row in statements if row.place_id}
            names = record_names(connection, places, self._session.language)
        there = known_claims(detail, names, self._passage_id) if detail is not None else []
        for claim in fresh:
            self.claim.addItem(claim.words)
        if there:
            self.claim.insertSeparator(self.claim.count())
            for claim in there:
                self.claim.addItem(_("Also supports: {what}").format(what=claim.words))
        # The separator counts as an item.
        self._claims = [*fresh, fresh[0], *there] if there else fresh

    def _current(self) -> Claim | None:
        place = self.claim.currentIndex()
        return self._claims[place] if 0 <= place < len(self._claims) else None

    def _claim_chosen(self) -> None:
        self._say("")
        while (item := self._values.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._value = self._role = self._language = None
        claim = self._current()
        if claim is None:
            return
        if claim.asked is Asked.TEXT:
            self._ask_text()
        elif claim.asked is Asked.DATE:
            self._add(DateRow(lambda: _("Date")))
        elif claim.asked is not Asked.NOTHING:
            self._ask_record(claim.asked)
        self.rearranged.emit()

    def _add(self, widget: QWidget) -> None:
        self._value = widget
        self._values.addWidget(widget)
        widget.show()

    def _ask_text(self) -> None:
        self._add(FormRow(lambda: _("Value"), QLineEdit()))
        self._language = LanguageCombo()
        self._language.set_tag(self._session.language)
        self._values.addWidget(FormRow(lambda: _("Language of the value"), self._language))

    def _ask_record(self, asked: Asked) -> None:
        kinds = {
            Asked.PLACE: (RecordKind.PLACE,),
            Asked.EVENT: _EVENTS,
            Asked.PARTICIPANT: _ACTORS,
            Asked.OTHER: tuple(RecordKind),
        }[asked]
        words = {
            Asked.PLACE: lambda: _("Which place"),
            Asked.EVENT: lambda: _("Which event"),
            Asked.PARTICIPANT: lambda: _("Who took part"),
            Asked.OTHER: lambda: _("Which other record"),
        }[asked]
        self._add(RecordField(self._session, words, kinds))
        if asked is Asked.PLACE:
            return
        roles = RELATION_KINDS if asked is Asked.OTHER else PARTICIPANT_ROLES
        self._role = RoleCombo(roles, roles[0])
        other = asked is Asked.OTHER
        self._values.addWidget(FormRow(lambda: _("What this one is to the other") if other else _("Role"), self._role))

    def _act(self, claim: Claim) -> Act[Any]:
        """Return what is to be written.

        Raises:
            InputError: something is missing or does not fit.
        """
        cited = (self._passage_id,)
        record_id = self.record.record_id
        if claim.asked is Asked.NOTHING:
            return add_evidence(claim.what, claim.claim_id, cited)
        if isinstance(self._value, RecordField):
            other_id = self._value.record_id
            if not other_id:
                raise InputError(_("Choose the record first."), field="value")
            if claim.asked is Asked.PLACE:
                return add_statement(record_id, _statement(claim, other_id, ""), cited)
            role = self._role.role() if self._role is not None else ""
            if claim.asked is Asked.OTHER:
                return add_relation(record_id, other_id, role, cited)
            event_id, actor_id = (other_id, record_id) if claim.asked is Asked.EVENT else (record_id, other_id)
            return add_participation(event_id, actor_id, role, cited)
        language = self._language.tag() if self._language is not None else ""
        return add_statement(record_id, _statement(claim, self._typed(), language), cited)

    def _typed(self) -> str:
        if isinstance(self._value, DateRow):
            return self._value.text()
        field = self._value.field if isinstance(self._value, FormRow) else None
        return field.text() if isinstance(field, QLineEdit) else ""

    def save(self) -> None:
        """Write it; what does not fit is said here and nothing is lost."""
        claim = self._current()
        if claim is None:
            return
        try:
            act = self._act(claim)
        except InputError as error:
            self._say(str(error))
            return
        self.save_button.setEnabled(False)
        self._session.perform(act, on_done=self._saved, on_error=self._refused, initiator=self)

    def _saved(self, _result: object) -> None:
        self.closed.emit()

    def _refused(self, error: WorkbenchError) -> bool:
        self.save_button.setEnabled(True)
        self._say(str(error))
        return True

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER and self._current() is not None:
            self.save()
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        for box in (self._column, self._values):
            box.setSpacing(current_look().px("gap"))


def _statement(claim: Claim, value: str, language: str) -> StatementInput:
    return checked(StatementInput, property=claim.property, value=value, language=language)
