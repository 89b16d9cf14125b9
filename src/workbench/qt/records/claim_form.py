"""Saying something of a record: what it is, its value, and the passages that support it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.i18n import _
from workbench.qt.frame.fields import FormRow
from workbench.qt.inspector.claims import Asked, Claim
from workbench.qt.inspector.parts import chain_tabs
from workbench.qt.inspector.value_fields import Given, ValueFields
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.records.evidence import EvidenceField
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.session import Session
from workbench.services.claims import add_evidence, edit_participation, edit_relation, edit_statement
from workbench.store.queries.passages import PassageRow
from workbench.store.queries.records import StatementRow, TieRow
from workbench.store.work import Act


def passages_of(known: Known) -> list[PassageRow]:
    """Return the passages that are about a record: those that name it first, then those cited for it."""
    mentioned = [mention.passage_id for mention in known.detail.mentions]
    return [known.passages[key] for key in dict.fromkeys((*mentioned, *known.passages)) if key in known.passages]


class ClaimForm(InlineForm):
    """Adds one of `claims`, or changes `row`, which is then the only one."""

    property_asked = Signal()
    """A property is wanted that is not offered; comes only where `extensible`."""

    def __init__(
        self,
        session: Session,
        known: Known,
        claims: Callable[[], Sequence[Claim]],
        row: StatementRow | TieRow | None = None,
        *,
        chosen: str = "",
        extensible: bool = False,
    ) -> None:
        """`claims` gives them in the active language, always the same; `chosen` is the key of the first property."""
        super().__init__(
            session,
            (lambda: _("Save changes")) if row is not None else (lambda: _("Add")),
            lambda: _("Cancel"),
        )
        self._known, self._read_claims, self._row = known, claims, row
        self._claims = tuple(claims())
        self._last = 0
        self.claim = CalmCombo()
        for claim in self._claims:
            self.claim.addItem(claim.words)
        if extensible:
            self.claim.insertSeparator(self.claim.count())
            self.claim.addItem(_("New property…"))
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
        self._begin(chosen)

    @override
    def retranslate(self) -> None:
        claims = tuple(self._read_claims())
        if len(claims) != len(self._claims):
            return  # what is offered was changed meanwhile: the places of the rest are not the same
        self._claims = claims
        for place, claim in enumerate(self._claims):
            self.claim.setItemText(place, claim.words)
        if self.claim.count() > len(self._claims):
            self.claim.setItemText(self.claim.count() - 1, _("New property…"))

    def _begin(self, chosen: str) -> None:
        places = (place for place, claim in enumerate(self._claims) if claim.property == chosen)
        self._last = next(places, 0) if chosen else 0
        self.claim.setCurrentIndex(self._last)
        self.claim.currentIndexChanged.connect(self._claim_chosen)
        self.claim.activated.connect(self._settled)
        self._ask()
        if len(self._claims) > 1 and not chosen:
            self.setFocusProxy(self.claim)
        elif self.values is not None:
            self.setFocusProxy(self.values)

    def _current(self) -> Claim:
        return self._claims[self._last]

    def _claim_chosen(self, place: int) -> None:
        if 0 <= place < len(self._claims):
            self._last = place
            self._ask()

    def _settled(self, place: int) -> None:
        if place >= len(self._claims):
            self.claim.setCurrentIndex(self._last)
            self.property_asked.emit()

    def _ask(self) -> None:
        if self.values is not None:
            self._holder.removeWidget(self.values)
            self.values.hide()
            self.values.deleteLater()
        row = self._row
        place = self._known.places.get(row.place_id or "", "") if isinstance(row, StatementRow) else ""
        self.values = ValueFields(self.session, self._current(), Given(row, place) if row is not None else None)
        self.map_rows(self.values.rows)
        self._holder.addWidget(self.values)
        self.values.show()
        chain_tabs(self.claim, self.column)

    @override
    def act(self) -> Act[Any]:
        if self.values is None:
            raise InputError(_("Choose what is said first."))
        if self._row is not None:
            return self._edit(self._current(), self.values, self._row)
        return self.values.act(self._known.id, self.evidence.passage_ids())

    @staticmethod
    def _edit(claim: Claim, values: ValueFields, row: StatementRow | TieRow) -> Act[Any]:
        if isinstance(row, StatementRow):
            return edit_statement(row.id, values.statement(), expected=row.revision)
        role = values.role.role() if values.role is not None else row.role
        sure = values.sureness()
        if claim.asked is Asked.OTHER:
            return edit_relation(row.id, role, certainty=sure, dated=values.when(), expected=row.revision)
        return edit_participation(row.id, role, certainty=sure, expected=row.revision)


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
