"""What each row of a table would become: a table of all rows, or of those with problems only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import ValueType
from workbench.domain.roles import role_text
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import CountButton, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.table import Column, RowModel
from workbench.qt.look.style import current_look
from workbench.qt.rows.review import ReviewTable
from workbench.qt.rows.which import MOST, WhichRow
from workbench.qt.session import Session
from workbench.services.picker import candidates
from workbench.services.row_named import described, named_by
from workbench.services.row_plan import (
    Decided,
    Decision,
    Named,
    Plan,
    PlannedRow,
    PlannedStatement,
    line_of,
    outcome,
)
from workbench.services.sameness import reason_text

_ASKED = 3
"""Names in a row whose record is asked for at once."""

_TOLD = 4
"""Records that a row may be of which it is told at once why."""


class Results(Live, QWidget):
    """The preview, and the choice of what becomes of the row at hand."""

    decided = Signal(int, object)
    """A row's place in the sheet and a `Decided`, None where the person leaves it to the proposal again."""

    named = Signal(int, str)
    """A row's place in the sheet, and its name as the person has corrected it."""

    settled = Signal(object, str, str)
    """The kind and name of an event or place that cells name, and the id of the record, empty for a new one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._plan: Plan | None = None
        self._rows: dict[str, PlannedRow] = {}
        columns = (
            Column[PlannedRow](N_("Line"), lambda row: active().number(row.line), right=True),
            Column[PlannedRow](N_("Becomes"), self._outcome, icon=_icon),
            Column[PlannedRow](N_("Name"), lambda row: row.name, edit=lambda row: row.name),
            Column[PlannedRow](N_("What it says"), self._said, stretch=True),
        )
        self.model = RowModel(columns, self._fetch, self)
        self.table = ReviewTable(self.model, columns, name_column=2)
        self.table.ticked.connect(self._tick)
        self.table.numbered.connect(self._numbered)
        self.table.named.connect(lambda row_id, name: self.named.emit(int(row_id), name))
        self.table.next_asked.connect(self.go_on)
        self.table.chosen.connect(lambda _id: self._open_choice())
        self.filter = CountButton(lambda: _("To be decided"), lambda: current_look().icon("triangle-alert", "error"))
        self.filter.toggled.connect(lambda _on: self._list())
        self.reason = PlainLabel(role="error", wrap=True)
        self.grounds = PlainLabel(role="second", wrap=True)
        self.keys = PlainLabel(
            lambda: _("Space: in or out · F2: name · 0–9: which record · Ctrl+Down: next to be decided"),
            role="small",
            wrap=True,
        )
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.choice.currentIndexChanged.connect(self._chosen)
        self._filling = False
        self.table.current_changed.connect(lambda _id: self._show_current())
        self._asked: list[Named] = []
        self._lay_out()
        self.choice.setEnabled(False)
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        self._foot, self._ways = QHBoxLayout(), QHBoxLayout()
        self._label = PlainLabel(lambda: _("This row"))
        self._label.setBuddy(self.choice)
        for line, first, second in ((self._foot, self._label, self.choice), (self._ways, self.filter, self.keys)):
            line.addWidget(first)
            line.addWidget(second, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.reason)
        self.which = [WhichRow() for _number in range(_ASKED)]
        for number, row in enumerate(self.which):
            row.chosen.connect(lambda record_id, number=number: self._settle(number, record_id))
            row.hide()
            self._column.addWidget(row)
        self._column.addWidget(self.grounds)
        self._column.addLayout(self._foot)
        self._column.addLayout(self._ways)
        self.grounds.hide()
        self.reason.hide()

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan says of each row."""
        self._plan = plan
        self._rows = {str(row.number): row for row in plan.rows}
        count = sum(row.to_decide for row in plan.rows)
        self.filter.set_count(count)
        self.filter.setEnabled(bool(count))
        if not count and self.filter.isChecked():
            self.filter.setChecked(False)
        self._list()

    def _list(self) -> None:
        only = self.filter.isChecked()
        self.model.mark_stale()
        self.model.set_ids(key for key, row in self._rows.items() if row.to_decide or not only)
        if self.table.current_id() is None and self.model.rowCount():
            self.table.selectRow(0)
        self._show_current()

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, PlannedRow]:
        return {key: self._rows[key] for key in ids if key in self._rows}

    def _outcome(self, row: PlannedRow) -> str:
        return outcome(row, self._plan) if self._plan is not None else ""

    def _show_current(self) -> None:
        row = self._current()
        self._show_asked(row)
        if row is None or not row.candidates:
            self.grounds.hide()
        self.reason.setText("" if row is None else "\n".join(self._reasons(row)))
        self.reason.setVisible(bool(self.reason.text()))
        self._filling = True
        self.choice.clear()
        self.choice.setEnabled(row is not None)
        if row is not None:
            for words, decided in self._choices(row):
                self.choice.addItem(words, decided)
            now = Decided(row.decision, row.record_id)
            choice = next((n for n in range(self.choice.count()) if self.choice.itemData(n) == now), -1)
            undecided = not row.sure and bool(row.problems) and row.decision is not Decision.SKIP
            self.choice.setCurrentIndex(-1 if undecided else choice)
        self._filling = False

    def _show_asked(self, row: PlannedRow | None) -> None:
        """Offer the records that the names in a row may mean, those that nobody has settled first."""
        plan = self._plan
        asked = [] if row is None or plan is None else [plan.named[pair] for pair in named_by(row)]
        event = "" if plan is None else plan.mapping.event
        asked = [one for one in asked if one.asks and (one.kind, one.name) != (RecordKind.EVENT, event)]
        self._asked = sorted(dict.fromkeys(asked), key=lambda one: one.settled)[:_ASKED]
        for number, which in enumerate(self.which):
            which.setVisible(number < len(self._asked))
            if number < len(self._asked):
                self._offer(which, self._asked[number])

    def _offer(self, which: WhichRow, one: Named) -> None:
        with self._session.read() as connection:
            found = described(connection, one.record_ids[:MOST], active().language)
        which.offer(one.kind, found, one.record_id if one.settled else None)
        words = N_("Which place is “{name}”?") if one.kind is RecordKind.PLACE else N_("Which event is “{name}”?")
        which.name(lambda: _(words).format(name=one.name))

    def _settle(self, number: int, record_id: str) -> None:
        one = self._asked[number]
        self.settled.emit(one.kind, one.name, record_id)

    def _reasons(self, row: PlannedRow) -> list[str]:
        plan = self._plan
        headings: Sequence[str] = ()
        if plan is not None and plan.mapping.heading >= 0:
            headings = plan.sheet.rows[plan.mapping.heading]
        found = []
        for problem in row.problems:
            place = problem.column
            named = place is not None and place < len(headings) and headings[place]
            found.append(f"{headings[place]}: {problem.reason}" if named and place is not None else problem.reason)
        return found

    def _choices(self, row: PlannedRow) -> list[tuple[str, Decided]]:
        words = _("Make a new record")
        found = [(f"0  {words}", Decided(Decision.NEW))]
        if row.same_row is not None and self._plan is not None:
            words = _("The same as line {n}").format(n=line_of(row, self._plan))
            found.append((words, Decided(Decision.SAME)))
        grounds = []
        language = self._session.language
        reasons = {each.record_id: each.reasons for each in row.candidates[:MOST]}
        with self._session.read() as connection:
            shown = candidates(connection, list(reasons), language)
        for number, each in enumerate(shown, 1):
            dated = f" ({date_text(each.date, language, point=True)})" if each.date else ""
            words = _("The same as {name}").format(name=f"{each.name}{dated}")
            found.append((f"{number}  {words}", Decided(Decision.SAME, each.record_id)))
            told = " · ".join(reason_text(reason, language) for reason in reasons[each.record_id])
            if number <= _TOLD:
                grounds.append(f"{number}  {each.name}{dated} – {told}")
        self.grounds.setText("\n".join(grounds))
        self.grounds.setVisible(bool(grounds))
        return [*found, (_("Leave this row out"), Decided(Decision.SKIP))]

    def _said(self, row: PlannedRow) -> str:
        """Tell what a row says beside its first name, in one line; of a place what the archive calls it, too."""
        language = active().language
        facts = [name.given.value for name in row.names[1:]]
        for each in row.statements:
            dated = each.value_type is ValueType.DATE
            facts.append(date_text(each.value, language, point=True) if dated else self._meant(each))
        if row.event:
            facts.append(role_text(row.role))
        return " · ".join(" ".join(fact.split()) for fact in facts)

    def _meant(self, said: PlannedStatement) -> str:
        named = self._plan.named.get((RecordKind.PLACE, said.value)) if self._plan is not None else None
        if named is None or said.value_type is not ValueType.PLACE or not (named.known and named.record_id):
            return said.value
        return f"{said.value} → {named.known}"

    def _current(self) -> PlannedRow | None:
        return self._rows.get(self.table.current_id() or "")

    def _tick(self) -> None:
        """Take the current row out, or leave it to the proposal again."""
        row = self._current()
        if row is not None:
            self.decided.emit(row.number, None if row.decision is Decision.SKIP else Decided(Decision.SKIP))

    def _numbered(self, number: int) -> None:
        row = self._current()
        chosen = [self.choice.itemData(place) for place in range(self.choice.count())]
        records = [each for each in chosen if each.record_id]
        if row is not None and number <= len(records):
            self.decided.emit(row.number, records[number - 1] if number else Decided(Decision.NEW))

    def _open_choice(self) -> None:
        self.choice.setFocus()
        self.choice.showPopup()

    def go_on(self, back: bool = False) -> None:
        """Go to the next row that is to be decided, from the last one to the first again."""
        ids = [key for key, row in self._rows.items() if row.to_decide]
        now = self.table.current_id()
        here = int(now) if now is not None else -1
        ahead = [key for key in ids if (int(key) < here if back else int(key) > here)]
        wanted = (ahead[-1:] if back else ahead[:1]) or (ids[-1:] if back else ids[:1])
        if wanted:
            self.table.go_to(wanted[0])

    def _chosen(self, index: int) -> None:
        row = self._current()
        given = self.choice.itemData(index) if index >= 0 else None
        if self._filling or row is None or not isinstance(given, Decided):
            return
        self.decided.emit(row.number, given)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(_("What each row becomes"))
        self.choice.setAccessibleName(_("What becomes of this row"))
        self.choice.setPlaceholderText(_("What becomes of this row"))
        self._show_current()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._column.setSpacing(gap)
        self._column.setContentsMargins(gap, 0, 0, 0)
        self._foot.setSpacing(gap)
        self._ways.setSpacing(gap)


def _icon(row: PlannedRow) -> QIcon:
    look = current_look()
    if row.decision is Decision.SKIP:
        return look.icon("x")
    if row.to_decide:
        return look.icon("triangle-alert", "error" if row.problems else "warning")
    return look.icon("check")
