"""What each row of a table would become: a table of all rows, or of those with problems only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.properties import ValueType
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import CountButton, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.table import Column, RowModel, RowTable
from workbench.qt.look.style import current_look
from workbench.qt.rows.words import outcome
from workbench.qt.session import Session
from workbench.services.picker import candidates
from workbench.services.rows import Decided, Decision, Plan, PlannedRow


class Results(Live, QWidget):
    """The preview, and the choice of what becomes of the row at hand."""

    decided = Signal(int, object)
    """A row's place in the sheet and a `Decided`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._plan: Plan | None = None
        self._rows: dict[str, PlannedRow] = {}
        columns = (
            Column[PlannedRow](N_("Line"), lambda row: active().number(row.line), right=True),
            Column[PlannedRow](N_("Becomes"), self._outcome),
            Column[PlannedRow](N_("Name"), lambda row: row.name),
            Column[PlannedRow](N_("What it says"), _said, stretch=True),
        )
        self.model = RowModel(columns, self._fetch, self)
        self.table = RowTable(self.model, columns)
        self.filter = CountButton(lambda: _("Problems"), lambda: current_look().icon("triangle-alert", "error"))
        self.filter.toggled.connect(lambda _on: self._list())
        self.reason = PlainLabel(role="error", wrap=True)
        self.choice = QComboBox()
        self.choice.currentIndexChanged.connect(self._chosen)
        self._filling = False
        self.table.current_changed.connect(lambda _id: self._show_current())
        self._foot = QHBoxLayout()
        self._label = PlainLabel(lambda: _("This row"))
        self._label.setBuddy(self.choice)
        for widget, stretch in ((self.filter, 0), (self._label, 0), (self.choice, 1)):
            self._foot.addWidget(widget, stretch)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.reason)
        self._column.addLayout(self._foot)
        self.reason.hide()
        self.choice.setEnabled(False)
        self.retranslate()
        self.restyle()

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan says of each row."""
        self._plan = plan
        self._rows = {str(row.number): row for row in plan.rows}
        count = sum(bool(row.problems) for row in plan.rows)
        self.filter.set_count(count)
        self.filter.setEnabled(bool(count))
        if not count and self.filter.isChecked():
            self.filter.setChecked(False)
        self._list()

    def _list(self) -> None:
        only = self.filter.isChecked()
        self.model.mark_stale()
        self.model.set_ids(key for key, row in self._rows.items() if row.problems or not only)
        if self.table.current_id() is None and self.model.rowCount():
            self.table.selectRow(0)
        self._show_current()

    def _fetch(self, ids: Sequence[str]) -> Mapping[str, PlannedRow]:
        return {key: self._rows[key] for key in ids if key in self._rows}

    def _outcome(self, row: PlannedRow) -> str:
        plan = self._plan
        words = outcome(row, leave_out=plan is not None and plan.mapping.leave_out)
        if row.same_row is not None and plan is not None and row.decision is Decision.SAME:
            return _("same as line {n}").format(n=active().number(plan.sheet.lines[row.same_row]))
        return words

    def _show_current(self) -> None:
        row = self._rows.get(self.table.current_id() or "")
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
            undecided = len(row.candidates) > 1 and bool(row.problems) and row.decision is Decision.NEW
            self.choice.setCurrentIndex(-1 if undecided else choice)
        self._filling = False

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
        found = [(_("Make a new record"), Decided(Decision.NEW))]
        if row.same_row is not None and self._plan is not None:
            line = active().number(self._plan.sheet.lines[row.same_row])
            found.append((_("The same as line {n}").format(n=line), Decided(Decision.SAME)))
        with self._session.read() as connection:
            for each in candidates(connection, row.candidates[:20], self._session.language):
                dated = f" ({date_text(each.date, self._session.language)})" if each.date else ""
                words = _("The same as {name}").format(name=f"{each.name}{dated}")
                found.append((words, Decided(Decision.SAME, each.record_id)))
        return [*found, (_("Skip this row"), Decided(Decision.SKIP))]

    def _chosen(self, index: int) -> None:
        row = self._rows.get(self.table.current_id() or "")
        given = self.choice.itemData(index) if index >= 0 else None
        if self._filling or row is None or not isinstance(given, Decided):
            return
        self.decided.emit(row.number, given)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(_("What each row becomes"))
        self.choice.setAccessibleName(_("What becomes of this row"))
        self._show_current()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._column.setSpacing(gap)
        self._column.setContentsMargins(gap, 0, 0, 0)
        self._foot.setSpacing(gap)


def _said(row: PlannedRow) -> str:
    """Tell what a row says beside its first name, in one line."""
    language = active().language
    facts = [name.given.value for name in row.names[1:]]
    facts += [
        date_text(each.value, language) if each.value_type is ValueType.DATE else each.value for each in row.statements
    ]
    if row.event:
        facts.append(row.role)
    return " · ".join(" ".join(fact.split()) for fact in facts)
