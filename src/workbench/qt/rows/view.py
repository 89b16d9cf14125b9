"""Bringing in rows: a file, what its columns are, what each row becomes, and then all of it at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.kinds import RecordKind
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.i18n import _, active, ngettext
from workbench.importers.rows import Sheet, Tables
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.files import choose_file
from workbench.qt.frame.stack import Stack
from workbench.qt.operations import Context, Job
from workbench.qt.records.pane import Task
from workbench.qt.records.sameness.twins import twins_of
from workbench.qt.rows.body import Body
from workbench.qt.rows.columns_file import ColumnsFile
from workbench.services.row_files import fitted
from workbench.services.row_plan import Decided, Plan, RosterText
from workbench.services.rows import plan, propose_mapping, read_rows_file
from workbench.services.rows_in import MADE_OF, Brought, bring_in
from workbench.store.queries.vocabulary import own_properties

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsTask(Task):
    """Covers the panes of the Records view until the rows are in, or the person thinks better of it."""

    alone = True
    roster = False
    """Whether the rows are the lines of a list of people."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        self.tables: Tables | RosterText | None = None
        self.sheet: Sheet | None = None
        self.mapping: RowMapping | None = None
        self.plan: Plan | None = None
        self._decisions: dict[int, Decided] = {}
        self._names: dict[int, str] = {}
        self._said: dict[tuple[RecordKind, str], str] = {}
        self._job: Job | None = None
        self._bringing = False
        self._build()
        self.retranslate()
        self.restyle()

    # Parts

    def _build(self) -> None:
        self.banner = Banner()
        self.first = self.first_page()
        self._stack = Stack()
        self._stack.addWidget(self.first)
        self.body = self._make_body()
        self._stack.addWidget(self.body)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._stack, 1)
        self.setFocusProxy(self.first)

    def first_page(self) -> QWidget:
        """Return what asks for the rows."""
        return EmptyState(
            "table",
            lambda: _("Choose a table"),
            more=lambda: _(
                "CSV or XLSX: one row for each record. You see what each row becomes before anything is written."
            ),
            verbs=(((lambda: _("Choose file…")), self.choose, ""), ((lambda: _("Cancel")), self.leave, "")),
        )

    def _make_body(self) -> Body:
        self.columns_file = ColumnsFile(self)
        body = Body(self.session, self.title, self.bring_words, roster=self.roster)
        self.options, self.columns, self.results, self.bring = body.options, body.columns, body.results, body.bring
        body.other_asked.connect(self.choose)
        body.save_asked.connect(self.columns_file.choose_to_save)
        body.load_asked.connect(self.columns_file.choose_to_load)
        body.left.connect(self.leave)
        body.bring_asked.connect(self.bring_in)
        self.options.sheet_chosen.connect(self._sheet_chosen)
        self.options.kind_changed.connect(self._propose_again)
        self.options.changed.connect(self._read_options)
        self.columns.changed.connect(self._use_chosen)
        self.results.decided.connect(self._decided)
        self.results.named.connect(self._named)
        self.results.settled.connect(self._settled)
        return body

    def leave(self) -> None:
        """Close the task: nothing was written."""
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
            on_error=self.refused,
            owner=self,
            initiator=self,
            title=_("Reading a table"),
        )

    def refused(self, error: WorkbenchError) -> bool:
        """Tell what could not be done."""
        if not isinstance(error, CancelledError):
            more = " ".join(part for part in (error.kept, error.do) if part)
            self.banner.show_message(Level.ERROR, error.what, more=more)
        return True

    def title(self) -> str:
        """Return what the task is called, in the active language."""
        return _("Bring in rows")

    def show_tables(self, tables: Tables | RosterText) -> None:
        """Show the first sheet of what was read."""
        self.tables = tables
        self.body.file.set_text(tables.name)
        self.options.show_sheets(tables.sheets)
        self._stack.setCurrentIndex(1)
        self.mapping = None
        self._sheet_chosen(0)
        first = self.results.table if self.roster else self.options.kind
        self.setFocusProxy(first)
        first.setFocus()

    def _sheet_chosen(self, place: int) -> None:
        if self.tables is not None:
            self.sheet = self.tables.sheets[place]
            self._propose_again()

    def propose(self, sheet: Sheet) -> RowMapping:
        """Return what the columns of a sheet may be."""
        kind, language = RecordKind(self.options.kind.currentData()), str(self.options.language.currentData())
        return propose_mapping(sheet, kind, language, own=self.columns.own)

    def _propose_again(self) -> None:
        """Propose the columns anew: another sheet, or another kind of record."""
        if self.sheet is None:
            return
        self._read_properties()
        proposed = self.propose(self.sheet)
        if self.mapping is not None:
            self.options.show_mapping(replace(self.mapping, heading=proposed.heading, kind=proposed.kind))
            proposed = self.options.read(proposed)
        self._decisions.clear()
        self._names.clear()
        self._set_mapping(proposed)

    def _read_properties(self) -> None:
        with self.session.read() as connection:
            self.columns.own = own_properties(connection)

    def _set_mapping(self, mapping: RowMapping) -> None:
        self.mapping = mapping
        self.options.show_mapping(mapping)
        if self.sheet is not None:
            self.columns.show_columns(self.sheet, mapping)
        self._replan()

    def _read_options(self) -> None:
        if self.mapping is None:
            return
        given, said = self.options.read(self.mapping), {**self._said, **self.options.said()}
        if given == self.mapping and said == self._said:
            return
        self._said = said
        if given.heading != self.mapping.heading and self.sheet is not None:
            self._decisions.clear()
            self._names.clear()
            proposed = propose_mapping(self.sheet, given.kind, given.language, given.heading, self.columns.own)
            given = replace(given, columns=proposed.columns)
        self._set_mapping(given)

    def _use_chosen(self, place: int, use: ColumnUse) -> None:
        if self.mapping is not None:
            self._set_mapping(self.mapping.with_column(place, use))

    def _decided(self, number: int, decided: Decided | None) -> None:
        if decided is None:
            self._decisions.pop(number, None)
        else:
            self._decisions[number] = decided
        self._replan()

    def _named(self, number: int, name: str) -> None:
        self._names[number] = name
        self._replan()

    def _settled(self, kind: RecordKind, name: str, record_id: str) -> None:
        self._said[kind, name] = record_id
        self._replan()

    def take_columns(self, mapping: RowMapping) -> None:
        """Take what the columns are from a mapping that was saved; what was typed of the event stays."""
        sheet, now = self.sheet, self.mapping
        if sheet is None or now is None:
            return
        known = fitted(mapping, sheet.width, self.columns.own)
        self._decisions.clear()
        self._names.clear()
        self.options.show_kind(known.kind)
        self._set_mapping(replace(known, event=now.event, event_date=now.event_date, event_place=now.event_place))
        if known.columns != mapping.columns:
            self.banner.show_message(
                Level.WARNING,
                _("This table has other columns than the one that they were saved for."),
                more=_("What is not known is ignored: look through the columns."),
            )

    # The plan

    def _replan(self) -> None:
        """Ask the worker what the rows become; an answer that is late is not shown."""
        if self.tables is None or self.sheet is None or self.mapping is None:
            return
        tables, sheet, mapping = self.tables, self.sheet, self.mapping
        decisions, names, said = dict(self._decisions), dict(self._names), dict(self._said)
        archive, twins = self.session.archive, twins_of(self.session)
        if self._job is not None:
            self._job.cancel()
        self.plan = None
        self.bring.setEnabled(False)

        def work(context: Context) -> Plan:
            with archive.read() as connection:
                seen = context.progress
                return plan(tables, sheet, mapping, connection, decisions, names, said=said, twins=twins, progress=seen)

        job = self.session.operations.run_read(
            work,
            on_done=lambda made: self._planned(job, made),
            owner=self,
            initiator=self,
            title=_("Looking at the rows"),
        )
        self._job = job

    def _planned(self, job: Job, made: Plan) -> None:
        if job is not self._job:  # a decision was made since
            return
        self._job = None
        self.plan = made
        self.results.show_plan(made)
        self._say()

    def _say(self) -> None:
        if self.plan is not None:
            ready = self.plan.ready and not self._bringing and not self.session.read_only
            self.body.show_plan(self.plan, ready=ready)

    def bring_words(self, count: int) -> str:
        """Say what bringing in does, in the active language."""
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
            activity=made.tables.name,
        )

    def enter_pressed(self) -> None:
        """Do what Ctrl+Return is for: bring in what is shown."""
        self._read_options()
        self.bring_in()

    def _failed(self, error: WorkbenchError) -> bool:
        self._bringing = False
        self._replan()
        return self.refused(error)

    def _done(self, brought: Brought) -> None:
        view, count = self.view, len(brought.record_ids)
        first = brought.event_id or next(iter(brought.record_ids), "")
        self._bringing = False
        if first:
            self.open_asked.emit(first)
        else:
            self.closed.emit()
        view.tell_done(
            lambda: ngettext("{n} record was brought in.", "{n} records were brought in.", count).format(
                n=active().number(count)
            ),
            more=lambda: self.kept_words(brought),
        )

    def kept_words(self, brought: Brought) -> str:
        """Say what the evidence is, in the active language."""
        return _("The table is kept as a source: its rows are the evidence.") if brought.source_id else ""

    # The window's ways

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*MADE_OF) and not self._bringing:
            self._read_properties()
            self.options.read_archive()
            self._replan()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._bringing:
            self.closed.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enter_pressed()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._say()
