"""Saying something of a record: what it is, its value, and the passages that support it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import StatementInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.roles import PARTICIPANT_ROLES, RELATION_KINDS
from workbench.i18n import _
from workbench.qt.frame.fields import FormRow
from workbench.qt.inspector.claims import Asked, Claim
from workbench.qt.inspector.evidence_form import RecordField
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo, DateRow, LanguageCombo, RoleCombo
from workbench.qt.picker.offers import Choice
from workbench.qt.records.evidence import EvidenceField
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.session import Session
from workbench.services.claims import (
    add_evidence,
    add_participation,
    add_relation,
    add_statement,
    edit_participation,
    edit_relation,
    edit_statement,
)
from workbench.store.queries.passages import PassageRow
from workbench.store.queries.records import StatementRow, TieRow
from workbench.store.work import Act

_ACTORS = (RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE)
_KINDS = {
    Asked.PLACE: (RecordKind.PLACE,),
    Asked.EVENT: (RecordKind.EVENT,),
    Asked.PARTICIPANT: _ACTORS,
    Asked.OTHER: tuple(RecordKind),
}


def passages_of(known: Known) -> list[PassageRow]:
    """Return the passages that are about a record: those that name it first, then those cited for it."""
    mentioned = [mention.passage_id for mention in known.detail.mentions]
    return [known.passages[key] for key in dict.fromkeys((*mentioned, *known.passages)) if key in known.passages]


class _TextField(QPlainTextEdit):
    """A value of a few lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(current_look().px("target") * 2 + current_look().px("gap"))


class ValueFields(QWidget):
    """The fields for one claim's value: a text and its language, a date, or a record and a role."""

    def __init__(self, session: Session, claim: Claim, row: StatementRow | TieRow | None, known: Known) -> None:
        super().__init__()
        self._asked = claim.asked
        self.text = _TextField()
        self.language = LanguageCombo()
        self.date = DateRow(lambda: _("Date"))
        self.record: RecordField | None = None
        self.role: RoleCombo | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_look().px("gap"))
        if claim.asked is Asked.TEXT:
            self._ask_text(session, row)
        elif claim.asked is Asked.DATE:
            self._column.addWidget(self.date)
            self.date.set_value(row.value if isinstance(row, StatementRow) else "")
            self.setFocusProxy(self.date)
        else:
            self._ask_record(session, claim, row, known)

    def _ask_text(self, session: Session, row: StatementRow | TieRow | None) -> None:
        self.language.set_tag(row.language if isinstance(row, StatementRow) else session.language)
        self.text.setPlainText(row.value if isinstance(row, StatementRow) else "")
        self._column.addWidget(FormRow(lambda: _("Value"), self.text))
        self._column.addWidget(FormRow(lambda: _("Language of the value"), self.language))
        self.setFocusProxy(self.text)

    def _ask_record(self, session: Session, claim: Claim, row: StatementRow | TieRow | None, known: Known) -> None:
        words = {
            Asked.PLACE: lambda: _("Which place"),
            Asked.EVENT: lambda: _("Which event"),
            Asked.PARTICIPANT: lambda: _("Who took part"),
            Asked.OTHER: lambda: _("Which other record"),
        }
        if not isinstance(row, TieRow):
            self.record = RecordField(session, words[claim.asked], _KINDS[claim.asked])
            self._column.addWidget(self.record)
            self.setFocusProxy(self.record)
        if isinstance(row, StatementRow) and row.place_id and self.record is not None:
            self.record.take(Choice(row.place_id, RecordKind.PLACE, known.places.get(row.place_id, "")))
        if claim.asked is Asked.PLACE:
            return
        other = claim.asked is Asked.OTHER
        roles = RELATION_KINDS if other else PARTICIPANT_ROLES
        self.role = RoleCombo(roles, row.role if isinstance(row, TieRow) else roles[0])
        label = (lambda: _("What this one is to the other")) if other else (lambda: _("Role"))
        self._column.addWidget(FormRow(label, self.role))
        if self.record is None:
            self.setFocusProxy(self.role)

    def other_id(self) -> str:
        """Return the record that was chosen.

        Raises:
            InputError: none was.
        """
        if self.record is None or not self.record.record_id:
            raise InputError(_("Choose the record first."), field="value")
        return self.record.record_id

    def statement(self, claim: Claim) -> StatementInput:
        """Return the statement.

        Raises:
            InputError: the value is missing or does not fit.
        """
        if claim.asked is Asked.PLACE:
            return checked(StatementInput, property=claim.property, value=self.other_id(), language="")
        if claim.asked is Asked.DATE:
            return checked(StatementInput, property=claim.property, value=self.date.text(), language="")
        value, language = self.text.toPlainText(), self.language.tag()
        return checked(StatementInput, property=claim.property, value=value, language=language)


class ClaimForm(InlineForm):
    """Adds one of `claims`, or changes `row`, which is then the only one."""

    def __init__(
        self,
        session: Session,
        known: Known,
        claims: Sequence[Claim],
        row: StatementRow | TieRow | None = None,
    ) -> None:
        super().__init__(
            session,
            (lambda: _("Save changes")) if row is not None else (lambda: _("Add")),
            lambda: _("Cancel"),
        )
        self._known, self._claims, self._row = known, tuple(claims), row
        self.claim = CalmCombo()
        for claim in self._claims:
            self.claim.addItem(claim.words)
        choose = FormRow(lambda: _("What is said"), self.claim)
        if len(self._claims) == 1:
            choose.hide()
        self.add(choose, "property")
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        box = QWidget()
        box.setLayout(self._holder)
        self.add(box)
        self.values: ValueFields | None = None
        self.evidence = EvidenceField(session, passages_of(known))
        if row is not None:
            for cited in row.evidence:
                self.evidence.tick(cited.passage_id)
            self.evidence.hide()
        self.add(self.evidence, "passages")
        self.claim.currentIndexChanged.connect(lambda _place: self._ask())
        self._ask()
        if len(self._claims) > 1:
            self.setFocusProxy(self.claim)
        elif self.values is not None:
            self.setFocusProxy(self.values)

    def _current(self) -> Claim:
        return self._claims[max(0, self.claim.currentIndex())]

    def _ask(self) -> None:
        if self.values is not None:
            self._holder.removeWidget(self.values)
            self.values.hide()
            self.values.deleteLater()
        self.values = ValueFields(self.session, self._current(), self._row, self._known)
        self._holder.addWidget(self.values)
        QWidget.setTabOrder(self.claim, self.values)

    @override
    def act(self) -> Act[Any]:
        claim, values = self._current(), self.values
        if values is None:
            raise InputError(_("Choose what is said first."))
        if self._row is not None:
            return self._edit(claim, values, self._row)
        cited, own = self.evidence.passage_ids(), self._known.id
        if claim.asked in (Asked.TEXT, Asked.DATE, Asked.PLACE):
            return add_statement(own, values.statement(claim), cited)
        role = values.role.role() if values.role is not None else ""
        if claim.asked is Asked.OTHER:
            return add_relation(own, values.other_id(), role, cited)
        event_id, actor_id = (values.other_id(), own) if claim.asked is Asked.EVENT else (own, values.other_id())
        return add_participation(event_id, actor_id, role, cited)

    @staticmethod
    def _edit(claim: Claim, values: ValueFields, row: StatementRow | TieRow) -> Act[Any]:
        if isinstance(row, StatementRow):
            return edit_statement(row.id, values.statement(claim), expected=row.revision)
        role = values.role.role() if values.role is not None else row.role
        edit = edit_relation if claim.asked is Asked.OTHER else edit_participation
        return edit(row.id, role, expected=row.revision)


class CiteForm(InlineForm):
    """Cites further passages for something that is said already."""

    def __init__(self, session: Session, known: Known, what: str, claim_id: str, cited: Sequence[str]) -> None:
        super().__init__(session, lambda: _("Add evidence"), lambda: _("Cancel"))
        self._what, self._claim_id = what, claim_id
        self.evidence = EvidenceField(session, [row for row in passages_of(known) if row.id not in cited])
        self.add(self.evidence, "passages")
        self.setFocusProxy(self.evidence)

    @override
    def act(self) -> Act[Any]:
        cited = self.evidence.passage_ids()
        if not cited:
            raise InputError(_("Choose the passage where it stands."), field="passages")
        return add_evidence(self._what, self._claim_id, cited)
