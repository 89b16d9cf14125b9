"""Using a passage as evidence: what it supports about which record, in a few keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.kinds import RecordKind
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import Asked, Claim, known_claims, new_claims
from workbench.qt.inspector.parts import chain_tabs
from workbench.qt.inspector.value_fields import RecordField, ValueFields
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.picker.offers import Choice
from workbench.qt.picker.popup import ENTER
from workbench.qt.session import Session
from workbench.services.claims import add_evidence
from workbench.services.picker import Candidate, candidates
from workbench.store.queries.records import record_detail, record_names
from workbench.store.queries.vocabulary import own_properties
from workbench.store.work import Act


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
        self._fields: ValueFields | None = None
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
        with self._session.read() as connection:
            fresh = new_claims(choice.kind, own_properties(connection).values())
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
        if self._fields is not None:
            self._values.removeWidget(self._fields)
            self._fields.hide()
            self._fields.deleteLater()
            self._fields = None
        claim = self._current()
        if claim is None:
            return
        if claim.asked is not Asked.NOTHING:
            self._fields = ValueFields(self._session, claim)
            self._values.addWidget(self._fields)
            self._fields.show()
        chain_tabs(self.claim, self._values)
        self.rearranged.emit()

    def _act(self, claim: Claim) -> Act[Any]:
        """Return what is to be written.

        Raises:
            InputError: something is missing or does not fit.
        """
        cited = (self._passage_id,)
        if claim.asked is Asked.NOTHING or self._fields is None:
            return add_evidence(claim.what, claim.claim_id, cited)
        return self._fields.act(self.record.record_id, cited)

    def save(self) -> None:
        """Write it; what does not fit is said here and nothing is lost."""
        claim = self._current()
        if claim is None:
            return
        self._say("")
        for row in self._fields.rows.values() if self._fields is not None else ():
            row.set_error("")
        try:
            act = self._act(claim)
        except InputError as error:
            self._refuse(error)
            return
        self.save_button.setEnabled(False)
        self._session.perform(act, on_done=self._saved, on_error=self._refused, initiator=self)

    def _saved(self, _result: object) -> None:
        self.closed.emit()

    def _refused(self, error: WorkbenchError) -> bool:
        self.save_button.setEnabled(True)
        self._refuse(error)
        return True

    def _refuse(self, error: WorkbenchError) -> None:
        """Say what is wrong beside the field that it is about, or above the buttons."""
        row = self._fields.rows.get(error.field) if self._fields and isinstance(error, InputError) else None
        if row is None:
            self._say(str(error))
        else:
            row.set_error(str(error))
            row.setFocus()

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
