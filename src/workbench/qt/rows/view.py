"""Bringing in rows: a file, what its columns are, what each row becomes, and then all of it at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.roles import PARTICIPANT_ROLES, role_text
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.i18n import _, active, ngettext
from workbench.importers.rows import Sheet, Tables
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, IconButton, tip
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.files import choose_file
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.records.pane import Task
from workbench.qt.records.words import PLURALS
from workbench.qt.rows.columns import ColumnList
from workbench.qt.rows.results import Results
from workbench.services.rows import Decided, Plan, plan, propose_mapping, read_rows_file
from workbench.services.rows_in import Brought, bring_in
from workbench.store.queries.vocabulary import own_properties

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView

_SHOWN = ("record", "name", "statement")
"""Tables whose change may change what a row becomes."""


class _Side(QScrollArea):
    """Scrolls up and down only: it is as wide as what it holds needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        inside = self.widget()
        if inside is not None and event.type() == QEvent.Type.LayoutRequest and watched is inside:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(inside.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)


class RowsTask(Task):
    """Covers the panes of the Records view until the rows are in, or the person thinks better of it."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        self.tables: Tables | None = None
        self.sheet: Sheet | None = None
        self.mapping: RowMapping | None = None
        self.plan: Plan | None = None
        self._decisions: dict[int, Decided] = {}
        self._job: Job | None = None
        self._bringing = False
        self._build()
        self.retranslate()
        self.restyle()

    # Parts

    def _build(self) -> None:
        self.banner = Banner()
        self.empty = EmptyState(
            "table",
            lambda: _("Choose a table"),
            more=lambda: _(
                "CSV or XLSX: one row for each record. You see what each row becomes before anything is written."
            ),
            verbs=(((lambda: _("Choose file…")), self.choose, ""), ((lambda: _("Cancel")), self._leave, "")),
        )
        self._stack = Stack()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._body())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._stack, 1)
        self.setFocusProxy(self.empty)

    def _body(self) -> QWidget:
        body = QWidget()
        self._title = PlainLabel(lambda: _("Bring in rows"), role="title")
        self._file = ElidedLabel(second=True)
        self._other = Button(lambda: _("Choose another file…"), self.choose, kind="quiet")
        self._close = IconButton("x", lambda: _("Close"), self._leave)
        self._head = QHBoxLayout()
        for widget, stretch in ((self._title, 0), (self._file, 1), (self._other, 0), (self._close, 0)):
            self._head.addWidget(widget, stretch)
        self.columns = ColumnList()
        self.columns.changed.connect(self._use_chosen)
        self.results = Results(self.session)
        self.results.decided.connect(self._decided)
        scroll = _Side()
        self._side = QWidget()
        self._side.setProperty("place", "paper")
        self._side_column = QVBoxLayout(self._side)
        self._side_column.addLayout(self._options())
        self._side_column.addWidget(PlainLabel(lambda: _("Columns"), role="lead"))
        self._side_column.addWidget(self.columns)
        self._side_column.addStretch(1)
        scroll.setWidget(self._side)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(scroll)
        self._split.addWidget(self.results)
        self._split.setSizes([1, 1])
        self._wrong = PlainLabel(role="error", wrap=True)
        self._summary = PlainLabel(role="second", wrap=True)
        self.bring = Button(self._bring_words, self.bring_in, kind="primary")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._summary, 1)
        self._foot.addWidget(self.bring)
        self._body_column = QVBoxLayout(body)
        self._body_column.addLayout(self._head)
        self._body_column.addWidget(self._split, 1)
        self._body_column.addWidget(self._wrong)
        self._body_column.addLayout(self._foot)
        self._wrong.hide()
        return body

    def _options(self) -> QVBoxLayout:
        self.sheets, self.kind, self.headings, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.event_name, self.role = QLineEdit(), QComboBox()
        self.role.setEditable(True)
        self._rows = {
            "sheet": FormRow(lambda: _("Sheet"), self.sheets),
            "kind": FormRow(lambda: _("Rows are"), self.kind),
            "headings": FormRow(lambda: _("Headings"), self.headings),
            "language": FormRow(lambda: _("Language of texts"), self.language),
            "event": FormRow(lambda: _("One event for all"), self.event_name),
            "role": FormRow(lambda: _("Role in it"), self.role),
        }
        self.keep, self.leave_out = QCheckBox(), QCheckBox()
        for box in (self.sheets, self.kind, self.headings, self.language, self.role):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        self.sheets.activated.connect(self._sheet_chosen)
        self.kind.activated.connect(lambda _index: self._propose_again())
        for box in (self.headings, self.language):
            box.activated.connect(lambda _index: self._read_options())
        self.role.activated.connect(lambda _index: self._read_options())
        for line in (self.event_name, self.role.lineEdit()):
            if line is not None:
                line.editingFinished.connect(self._read_options)
        for check in (self.keep, self.leave_out):
            check.clicked.connect(lambda _on: self._read_options())
        column = QVBoxLayout()
        for pair in (("sheet", "kind"), ("headings", "language"), ("event", "role")):
            row = QHBoxLayout()
            for name in pair:
                row.addWidget(self._rows[name], 1)
            column.addLayout(row)
        column.addWidget(self.keep)
        column.addWidget(self.leave_out)
        return column

    def _leave(self) -> None:
        self.closed.emit()

    # Choosing and reading

    def choose(self) -> None:
        """Ask for a file."""
        filters = (_("Tables") + " (*.csv *.tsv *.txt *.xlsx)", _("All files") + " (*)")
        path = choose_file(self.window(), _("Bring in rows"), filters=filters)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file in the worker and show what it holds."""
        self.banner.close_message()
        self.session.operations.run_read(
            lambda context: read_rows_file(path, cancel=lambda: context.job.cancel_asked),
            on_done=self.show_tables,
            on_error=self._refused,
            owner=self,
            initiator=self,
            title=_("Reading a table"),
        )

    def _refused(self, error: WorkbenchError) -> bool:
        if not isinstance(error, CancelledError):
            more = " ".join(part for part in (error.kept, error.do) if part)
            self.banner.show_message(Level.ERROR, error.what, more=more)
        return True

    def show_tables(self, tables: Tables) -> None:
        """Show the first sheet of what was read."""
        self.tables = tables
        self._file.set_text(tables.original.file_name)
        self.sheets.clear()
        for sheet in tables.sheets:
            self.sheets.addItem(sheet.name or "–")
        self._rows["sheet"].setVisible(len(tables.sheets) > 1)
        self._stack.setCurrentIndex(1)
        self._sheet_chosen(0)
        self.setFocusProxy(self.kind)
        self.kind.setFocus()

    def _sheet_chosen(self, place: int) -> None:
        if self.tables is not None:
            self.sheet = self.tables.sheets[place]
            self._propose_again()

    def _propose_again(self) -> None:
        """Propose the columns anew: another sheet, or another kind of record."""
        if self.sheet is None:
            return
        before = self.mapping
        with self.session.read() as connection:
            self.columns.own = own_properties(connection)
        kind = self.kind.currentData()
        proposed = propose_mapping(self.sheet, RecordKind(kind), str(self.language.currentData()), own=self.columns.own)
        if before is not None:
            role = before.role
            proposed = replace(proposed, role=role, keep=before.keep, leave_out=before.leave_out)
            if kind != RecordKind.EVENT:
                proposed = replace(proposed, event=before.event)
        self._decisions.clear()
        self._set_mapping(proposed)

    def _set_mapping(self, mapping: RowMapping) -> None:
        self.mapping = mapping
        self.headings.setCurrentIndex(max(0, self.headings.findData(mapping.heading)))
        self.keep.setChecked(mapping.keep)
        self.leave_out.setChecked(mapping.leave_out)
        for name in ("event", "role"):
            self._rows[name].setVisible(mapping.kind is not RecordKind.EVENT)
        if self.sheet is not None:
            self.columns.show_columns(self.sheet, mapping)
        self._replan()

    def _read_options(self) -> None:
        if self.mapping is None:
            return
        words = self.role.currentText().strip()
        role = next((each for each in PARTICIPANT_ROLES if role_text(each) == words), words)
        given = replace(
            self.mapping,
            heading=int(self.headings.currentData()),
            language=str(self.language.currentData()),
            event=self.event_name.text().strip() if self.mapping.kind is not RecordKind.EVENT else "",
            role=role or self.mapping.role,
            keep=self.keep.isChecked(),
            leave_out=self.leave_out.isChecked(),
        )
        if given == self.mapping:
            return
        if given.heading != self.mapping.heading and self.sheet is not None:
            self._decisions.clear()
            proposed = propose_mapping(self.sheet, given.kind, given.language, given.heading, self.columns.own)
            given = replace(given, columns=proposed.columns)
        self._set_mapping(given)

    def _use_chosen(self, place: int, use: ColumnUse) -> None:
        if self.mapping is not None:
            self._set_mapping(self.mapping.with_column(place, use))

    def _decided(self, number: int, decided: Decided) -> None:
        self._decisions[number] = decided
        self._replan()

    # The plan

    def _replan(self) -> None:
        """Ask the worker what the rows become; an answer that is late is not shown."""
        if self.tables is None or self.sheet is None or self.mapping is None:
            return
        tables, sheet, mapping, decisions = self.tables, self.sheet, self.mapping, dict(self._decisions)
        archive = self.session.archive
        if self._job is not None:
            self._job.cancel()
        self.plan = None
        self.bring.setEnabled(False)

        def work(_context: object) -> Plan:
            with archive.read() as connection:
                return plan(tables, sheet, mapping, connection, decisions)

        self._job = self.session.operations.run_read(
            work, on_done=self._planned, owner=self, initiator=self, title=_("Looking at the rows")
        )

    def _planned(self, made: Plan) -> None:
        if made.mapping != self.mapping or made.sheet is not self.sheet:
            return
        self._job = None
        self.plan = made
        self.results.show_plan(made)
        self._say()

    def _say(self) -> None:
        """Say what would be brought in, and what stands in the way."""
        made = self.plan
        if made is None:
            return
        counts = Counter(p.column for row in made.rows for p in row.problems if p.column is not None)
        reasons = {
            place: ngettext("{n} row has a problem here.", "{n} rows have a problem here.", count).format(
                n=active().number(count)
            )
            for place, count in counts.items()
        }
        reasons |= {p.column: p.reason for p in made.problems if p.column is not None}
        self.columns.set_problems(reasons)
        whole = [p.reason for p in made.problems if p.column is None]
        if made.blocked and not made.mapping.leave_out:
            whole.append(
                ngettext(
                    "{n} row has a problem: correct its column, skip it, or leave out rows with problems.",
                    "{n} rows have problems: correct their columns, skip them, or leave out rows with problems.",
                    made.blocked,
                ).format(n=active().number(made.blocked))
            )
        self._wrong.setText(" ".join(whole))
        self._wrong.setVisible(bool(whole))
        self._summary.setText(self._summary_words(made))
        self.bring.set_words(self._bring_words)
        self.bring.setEnabled(made.ready and not self._bringing and not self.session.read_only)

    def _summary_words(self, made: Plan) -> str:
        coming, new = len(made.coming()), made.new_records()
        parts = [
            ngettext("{n} new record", "{n} new records", new).format(n=active().number(new)),
            ngettext("{n} row adds to a record", "{n} rows add to records", coming - new).format(
                n=active().number(coming - new)
            ),
        ]
        out = len(made.rows) - coming
        if out:
            parts.append(ngettext("{n} row left out", "{n} rows left out", out).format(n=active().number(out)))
        return " · ".join(parts)

    def _bring_words(self) -> str:
        count = len(self.plan.coming()) if self.plan is not None else 0
        return ngettext("Bring in {n} row", "Bring in {n} rows", count).format(n=active().number(count))

    def bring_in(self) -> None:
        """Write what the preview shows, in one operation that can be stopped and undone."""
        made = self.plan
        if made is None or not made.ready or self._bringing or self.session.read_only:
            return
        self._bringing = True
        self.bring.setEnabled(False)
        self.session.perform(
            lambda progress: bring_in(made, progress),
            on_done=self._done,
            on_error=self._failed,
            initiator=self,
            title=_("Bringing in rows"),
            cancellable=True,
            activity=made.tables.original.file_name,
        )

    def _failed(self, error: WorkbenchError) -> bool:
        self._bringing = False
        self._replan()
        return self._refused(error)

    def _done(self, brought: Brought) -> None:
        view, count = self.view, len(brought.record_ids)
        first = brought.record_ids[0] if brought.record_ids else ""
        self._bringing = False
        if first:
            self.open_asked.emit(first)
        else:
            self.closed.emit()
        view.tell_done(
            lambda: ngettext("{n} record was brought in.", "{n} records were brought in.", count).format(
                n=active().number(count)
            ),
            more=lambda: _("The table is kept as a source: its rows are the evidence.") if brought.source_id else "",
        )

    # The window's ways

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN) and not self._bringing:
            self._replan()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._bringing:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.keep.setText(_("Keep the table as a source"))
        self.keep.setToolTip(tip(_("Each row is then the evidence of what it gives.")))
        self.leave_out.setText(_("Leave out rows with problems"))
        self._fill(self.kind, [(kind, _(PLURALS[kind])) for kind in RecordKind])
        self._fill(self.headings, [(0, _("in the first row")), (1, _("in the second row")), (2, _("in the third row")),
                                   (-1, _("none"))])  # fmt: skip
        own = self.session.language
        tags = sorted(WORKING_LANGUAGES, key=lambda tag: tag != own)
        self._fill(self.language, [(tag, active().language_name(tag)) for tag in tags])
        words = self.role.currentText()
        self._fill(self.role, [(role, role_text(role)) for role in PARTICIPANT_ROLES])
        if words and self.role.findText(words) < 0:
            self.role.setEditText(words)
        self._say()

    def _fill(self, box: QComboBox, choices: list[tuple[object, str]]) -> None:
        kept = box.currentData()
        box.clear()
        for data, words in choices:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(kept)) if kept is not None else 0)

    @override
    def restyle(self) -> None:
        look = current_look()
        room, gap = look.px("room"), look.px("gap")
        self._body_column.setContentsMargins(room, look.px("wide"), room, look.px("wide"))
        self._body_column.setSpacing(gap)
        self._head.setSpacing(look.px("wide"))
        self._foot.setSpacing(look.px("wide"))
        self._side_column.setContentsMargins(0, 0, gap, 0)
        self._side_column.setSpacing(gap)
