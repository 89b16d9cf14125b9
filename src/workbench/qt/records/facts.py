"""What is said of a record: statements by property, those that contradict each other side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.conflicts import Conflict, conflicts
from workbench.domain.kinds import Standing
from workbench.domain.properties import Property, property_order
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.claims import Asked, Claim, new_claims, value_text
from workbench.qt.inspector.parts import RowButton
from workbench.qt.levels.control import LevelButton
from workbench.qt.look.style import current_look
from workbench.qt.records.claim_form import CiteForm, ClaimForm
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.section import PageSection
from workbench.qt.records.vocabulary import PropertyForm
from workbench.qt.records.words import claim_remarks
from workbench.qt.session import Place, Session, ViewName
from workbench.services.claims import remove_statement, weigh_statement
from workbench.store.queries.levels import ShownLevel, shown_levels
from workbench.store.queries.records import StatementRow
from workbench.store.queries.vocabulary import own_properties
from workbench.store.tables import Statement
from workbench.store.work import Act

_VALUES = (Asked.TEXT, Asked.DATE, Asked.PLACE)
STANDINGS = {
    Standing.PREFERRED: N_("Preferred: {reason}"),
    Standing.SET_ASIDE: N_("Set aside: {reason}"),
}


class WeighForm(InlineForm):
    """Asks why a statement is preferred to those that contradict it, or set aside."""

    def __init__(self, session: Session, row: StatementRow, standing: Standing) -> None:
        prefer = standing is Standing.PREFERRED
        super().__init__(session, (lambda: _("Prefer")) if prefer else (lambda: _("Set aside")), lambda: _("Cancel"))
        self._row, self._standing = row, standing
        value = shown_value(row, "")
        self.reason = QLineEdit()
        message = N_("Why “{value}” is preferred") if prefer else N_("Why “{value}” is set aside")
        hint = _("Both stay, each with its evidence; the reason stands beside it.")
        field = FormRow(lambda: _(message).format(value=value), self.reason, hint=hint)
        self.add(field, "reason")
        self.setFocusProxy(self.reason)

    @override
    def act(self) -> Act[Any]:
        return weigh_statement(self._row.id, self._standing, self.reason.text(), expected=self._row.revision)


class FactsSection(PageSection):
    """The statements. Those that cannot all be true stand beside each other, and a person can weigh them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: _("What is said"), lambda: _("Add statement"))
        self._levels: dict[str, ShownLevel] = {}

    @override
    def signature(self, known: Known) -> object:
        return known.detail.statements, known.places, known.passages

    @override
    def open_add(self) -> None:
        self._say_something()

    def _say_something(self, chosen: str = "") -> None:
        if self.known is None:
            return
        known = self.known

        def claims() -> list[Claim]:
            return [claim for claim in self._claims(known) if claim.asked in _VALUES]

        form = ClaimForm(self.session, known, claims, chosen=chosen, extensible=True)
        form.property_asked.connect(self._new_property)
        self.open_form(form)

    def _claims(self, known: Known) -> list[Claim]:
        with self.session.read() as connection:
            return new_claims(known.kind, own_properties(connection).values())

    def _new_property(self) -> None:
        if self.known is None:
            return
        form = PropertyForm(self.session, self.known.kind)
        self.open_form(form)
        form.saved.connect(lambda key: self._say_something(str(key)))
        form.change_asked.connect(self._change_property)

    def _change_property(self, about: Property) -> None:
        if self.known is None:
            return
        form = PropertyForm(self.session, self.known.kind, about)
        self.open_form(form)
        form.saved.connect(lambda _value: self._new_property())

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        statements = known.detail.statements
        against = {conflict.key: conflict for conflict in conflicts(statements)}
        rows = _in_order(statements)
        part = self.part(rows)
        with self.session.read() as connection:
            self._levels = shown_levels(connection, Statement, [row.id for row in part])
        for key, group in groupby(part, key=lambda row: row.property):
            yield from self._fill_group(known, list(group), against.get(key), column)
        if not rows:
            column.addWidget(PlainLabel(lambda: _("Nothing yet."), role="second"))

    @override
    def ids(self, known: Known) -> list[str]:
        return [row.id for row in _in_order(known.detail.statements)]

    def _fill_group(
        self, known: Known, rows: list[StatementRow], conflict: Conflict | None, column: QVBoxLayout
    ) -> Iterator[None]:
        look = current_look()
        head = Flow()
        head.addWidget(PlainLabel(rows[0].about.words, role="section"))
        if conflict is not None:
            words = N_("the sources disagree; weighed") if conflict.weighed else N_("the sources disagree")
            head.addWidget(PlainLabel(lambda: _(words), role="small" if conflict.weighed else "warning"))
        column.addLayout(head)
        holder, grid = QWidget(), QGridLayout()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px("gap"))
        columns = 2 if len(rows) > 1 and not self.narrow else 1
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        column.addWidget(holder)
        for place, row in enumerate(rows):
            weighable = conflict is not None and row.id in conflict.statement_ids
            card = self._card(known, row, weighable=weighable)
            grid.addWidget(card, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
            yield

    def _card(self, known: Known, row: StatementRow, *, weighable: bool) -> QFrame:
        look = current_look()
        card = QFrame()
        card.setObjectName("Claim")
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column, head = QVBoxLayout(card), QHBoxLayout()
        column.setContentsMargins(0, look.px("step"), look.px("step"), look.px("step"))
        head.setContentsMargins(look.px("gap"), 0, 0, 0)
        column.setSpacing(0)
        aside = row.standing == Standing.SET_ASIDE
        if row.place_id is not None:
            head.addWidget(self._place(row.place_id, known.places.get(row.place_id, "")), 1)
        else:
            label = PlainLabel(lambda: shown_value(row, ""), wrap=True, role="second" if aside else "")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            head.addWidget(label, 1)
        if not self.session.read_only:
            self._add_buttons(known, head, row)
        column.addLayout(head)
        self._remarks(row, column)
        self.citations(known, row.evidence, column)
        if (weighable or row.standing) and not self.session.read_only:
            self._weighing(row, column)
        return card

    def _remarks(self, row: StatementRow, column: QVBoxLayout) -> None:
        """Add what is to be known of a value: its language, how certain it is, when it held, how it was weighed."""
        gap = current_look().px("gap")
        spoken = row.language and row.value not in row.about.offered
        language = [active().language_name(row.language)] if spoken else []
        remarks = [" · ".join((*language, *claim_remarks(row)))]
        if row.standing:
            remarks.append(_(STANDINGS[Standing(row.standing)]).format(reason=row.reason))
        for words in filter(None, remarks):
            label = PlainLabel(words, role="small", wrap=True)
            label.setContentsMargins(gap, 0, 0, 0)
            column.addWidget(label)

    def _weighing(self, row: StatementRow, column: QVBoxLayout) -> None:
        """Add what a person can decide about a statement that others contradict."""
        line, flow = QWidget(), Flow()
        line.setLayout(flow)
        verbs: list[tuple[Words, str, Standing]] = [
            (lambda: _("Prefer…"), "prefer", Standing.PREFERRED),
            (lambda: _("Set aside…"), "aside", Standing.SET_ASIDE),
        ]
        for words, name, standing in verbs:
            if row.standing != standing:
                flow.addWidget(self.verb(words, partial(self._weigh, row, standing), f"{row.id} {name}"))
        if row.standing:
            back = partial(self._weigh, row, Standing.OPEN)
            flow.addWidget(self.verb(lambda: _("Weigh anew"), back, f"{row.id} anew"))
        column.addWidget(line)

    def _weigh(self, row: StatementRow, standing: Standing) -> None:
        if standing is Standing.OPEN:
            self.session.perform(weigh_statement(row.id, standing, expected=row.revision), initiator=self.session)
        else:
            self.open_form(WeighForm(self.session, row, standing))

    def _place(self, place_id: str, name: str) -> RowButton:
        button = RowButton(lambda: self.session.go(Place(ViewName.RECORDS, record_id=place_id)))
        button.setObjectName(f"{place_id} record")
        button.show_text(name, lambda: current_look().icon("map-pin", "place"))
        return button

    def _add_buttons(self, known: Known, head: QHBoxLayout, row: StatementRow) -> None:
        head.setSpacing(0)
        value = shown_value(row, known.places.get(row.place_id or "", ""))
        level = LevelButton(self.session, Statement, row.id, self._levels.get(row.id))
        head.addWidget(level, 0, Qt.AlignmentFlag.AlignTop)
        for icon, words, does in (
            ("link", lambda: _("Add evidence for “{value}”").format(value=value), lambda: self._cite(row)),
            ("pencil", lambda: _("Change “{value}”").format(value=value), lambda: self._edit(row)),
            (
                "trash-2",
                lambda: _("Remove “{value}”").format(value=value),
                lambda: self.session.perform(remove_statement(row.id), initiator=self.session),
            ),
        ):
            head.addWidget(self.icon(icon, words, does, f"{row.id} {icon}"), 0, Qt.AlignmentFlag.AlignTop)

    def _edit(self, row: StatementRow) -> None:
        if self.known is not None:
            known = self.known

            def claims() -> list[Claim]:
                return [claim for claim in self._claims(known) if claim.property == row.property]

            self.open_form(ClaimForm(self.session, known, claims, row))

    def _cite(self, row: StatementRow) -> None:
        if self.known is not None:
            cited = [evidence.passage_id for evidence in row.evidence]
            self.open_form(CiteForm(self.session, self.known, "statement", row.id, cited))


def _in_order(statements: Iterable[StatementRow]) -> list[StatementRow]:
    return sorted(statements, key=lambda row: (property_order(row.property), row.id))


def shown_value(row: StatementRow, place: str) -> str:
    """Write a statement's value in the active language; of a place its name."""
    return place or value_text(row.about, row.value)
