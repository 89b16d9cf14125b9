"""What is said of a record: statements by property, those that disagree side by side."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.i18n import _, active
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import Asked, new_claims
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import current_look
from workbench.qt.records.claim_form import CiteForm, ClaimForm
from workbench.qt.records.known import Known
from workbench.qt.records.section import PageSection
from workbench.qt.session import Place, Session, ViewName
from workbench.services.claims import remove_statement
from workbench.store.queries.records import StatementRow

_VALUES = (Asked.TEXT, Asked.DATE, Asked.PLACE)


class FactsSection(PageSection):
    """The statements. Two that give different values for the same thing stand beside each other."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: _("What is said"), lambda: _("Add statement"))

    @override
    def signature(self, known: Known) -> object:
        return known.detail.statements, known.places, known.passages

    @override
    def open_add(self) -> None:
        if self.known is not None:
            claims = [claim for claim in new_claims(self.known.kind) if claim.asked in _VALUES]
            self.open_form(ClaimForm(self.session, self.known, claims))

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> None:
        order = list(PROPERTIES)
        rows = sorted(known.detail.statements, key=lambda row: (order.index(row.property), row.id))
        for key, group in groupby(rows, key=lambda row: row.property):
            self._fill_group(known, key, list(group), column)
        if not rows:
            column.addWidget(PlainLabel(lambda: _("Nothing yet."), role="second"))

    def _fill_group(self, known: Known, key: str, rows: list[StatementRow], column: QVBoxLayout) -> None:
        look = current_look()
        head = Flow()
        head.addWidget(PlainLabel(lambda: _(PROPERTIES[key].label), role="section"))
        if disagree(rows):
            head.addWidget(PlainLabel(lambda: _("the sources disagree"), role="warning"))
        column.addLayout(head)
        holder, grid = QWidget(), QGridLayout()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px("gap"))
        columns = 2 if len(rows) > 1 and not self.narrow else 1
        for place, row in enumerate(rows):
            grid.addWidget(self._card(known, row), place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        column.addWidget(holder)

    def _card(self, known: Known, row: StatementRow) -> QFrame:
        look = current_look()
        card = QFrame()
        card.setObjectName("Claim")
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column, head = QVBoxLayout(card), QHBoxLayout()
        column.setContentsMargins(0, look.px("step"), look.px("step"), look.px("step"))
        head.setContentsMargins(look.px("gap"), 0, 0, 0)
        column.setSpacing(0)
        if row.place_id is not None:
            head.addWidget(self._place(row.place_id, known.places.get(row.place_id, "")), 1)
        else:
            head.addWidget(PlainLabel(lambda: value_text(row), wrap=True), 1)
        if not self.session.read_only:
            self._add_buttons(head, row)
        column.addLayout(head)
        if row.language:
            label = PlainLabel(lambda: active().language_name(row.language), role="small")
            label.setContentsMargins(look.px("gap"), 0, 0, 0)
            column.addWidget(label)
        self.citations(known, row.evidence, column)
        return card

    def _place(self, place_id: str, name: str) -> RowButton:
        button = RowButton(lambda: self.session.go(Place(ViewName.RECORDS, record_id=place_id)))
        button.setObjectName(f"{place_id} record")
        button.show_text(name, lambda: current_look().icon("map-pin", "place"))
        return button

    def _add_buttons(self, head: QHBoxLayout, row: StatementRow) -> None:
        head.setSpacing(0)
        for icon, words, does in (
            ("link", lambda: _("Add evidence for “{value}”").format(value=value_text(row)), lambda: self._cite(row)),
            ("pencil", lambda: _("Change “{value}”").format(value=value_text(row)), lambda: self._edit(row)),
            (
                "trash-2",
                lambda: _("Remove “{value}”").format(value=value_text(row)),
                lambda: self.session.perform(remove_statement(row.id), initiator=self.session),
            ),
        ):
            head.addWidget(self.icon(icon, words, does, f"{row.id} {icon}"), 0, Qt.AlignmentFlag.AlignTop)

    def _edit(self, row: StatementRow) -> None:
        if self.known is not None:
            claims = [claim for claim in new_claims(self.known.kind) if claim.property == row.property]
            self.open_form(ClaimForm(self.session, self.known, claims, row))

    def _cite(self, row: StatementRow) -> None:
        if self.known is not None:
            cited = [evidence.passage_id for evidence in row.evidence]
            self.open_form(CiteForm(self.session, self.known, "statement", row.id, cited))


def value_text(row: StatementRow) -> str:
    """Write a statement's value in the active language; a place is shown by its own button."""
    if PROPERTIES[row.property].value_type is ValueType.DATE:
        return date_text(row.value, active().language)
    return row.value


def disagree(rows: list[StatementRow]) -> bool:
    """Tell whether statements give different values in one language: descriptions in four languages do not."""
    seen: dict[str, str] = {}
    return any(seen.setdefault(row.language, row.value) != row.value for row in rows)
