"""Below the list: the current operation opened, and its verbs; what they would do is said before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Operation, OperationKind
from workbench.domain.errors import CancelledError, UndoError, WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.archive.page import Waiting
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, IconButton, Live, hair_line
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.history.entries import EntryList
from workbench.qt.history.opened import OpenedView, read_opened
from workbench.qt.history.question import Question
from workbench.qt.history.words import moment_of, operation_text
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Place, Session
from workbench.store import log, undoing
from workbench.store.log import Entry
from workbench.store.undoing import Plan, Progress

_LONG = 100
"""Steps from which on it is worth showing how far it is; fewer are done before one could read it."""


class Reverting(Live, QWidget):
    """Follows the list's current operation; does what its keys ask for."""

    def __init__(self, session: Session, entries: EntryList) -> None:
        super().__init__()
        self._session, self._list = session, entries
        self._entry: Entry | None = None
        self._target: Entry | None = None
        self._job: Job | None = None
        self._asking: Job | None = None
        self._place: Place | None = None
        self._open = False
        self._make()
        self._build()
        entries.current_changed.connect(self._show)
        entries.opened.connect(self.toggle)
        entries.revert_asked.connect(self.revert)
        entries.step_asked.connect(self.step)
        session.operations.progressed.connect(self._show_progress)
        self._show(entries.current())
        self.retranslate()
        self.restyle()

    def _make(self) -> None:
        self.message, self.question, self.opened = Banner(), Question(), OpenedView()
        self._title = PlainLabel(wrap=True)
        self._when = PlainLabel(role="small", wrap=True)
        self.open_button = Button(self._open_words, self.toggle, kind="quiet")
        self.revert_button = Button(self._revert_words, self.revert)
        self.step_button = Button(self._step_words, self.step)
        self.show_button = Button(lambda: _("Show"), self.show_place, kind="quiet", icon="arrow-right")
        self._hint = PlainLabel(self._keys_words, role="small", wrap=True)
        self._waiting = Waiting()
        self._stop = IconButton("x", lambda: _("Stop"), self._stop_job)
        self.question.left.connect(self._leave_question)
        self.question.chosen.connect(self._lead_to)

    def _build(self) -> None:
        self._current = QWidget()
        self._current_column = QVBoxLayout(self._current)
        self._current_column.setContentsMargins(0, 0, 0, 0)
        self._verbs = Flow()
        for button in (self.revert_button, self.step_button, self.open_button, self.show_button):
            self._verbs.addWidget(button)
        parts: tuple[QWidget, ...] = (hair_line(), self._title, self._when, self.opened)
        for part in parts:
            self._current_column.addWidget(part)
        self._current_column.addLayout(self._verbs)
        self._current_column.addWidget(self._hint)
        self._working = QWidget()
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._waiting, 1)
        row.addWidget(self._stop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        blocks: tuple[QWidget, ...] = (self.message, self.question, self._working, self._current)
        for block in blocks:
            self._column.addWidget(block)
        self._working.hide()

    # What is shown

    def _show(self, entry: Entry | None) -> None:
        """Show another operation, or none."""
        same = entry is not None and self._entry is not None and entry.operation.number == self._entry.operation.number
        self._entry = entry
        if not same:
            self._drop_plan()
            self.question.hide()
            self.message.close_message()
        with self._session.read() as connection:
            self._target = self._find_target(connection) if entry is not None else None
            opened = read_opened(connection, entry.operation.number, self._session.language) if entry else None
        self.opened.show_opened(opened)
        self._place = opened.place if opened is not None else None
        self._current.setVisible(entry is not None and self.question.isHidden())
        self._refresh()

    def _find_target(self, connection: Connection) -> Entry | None:
        if self._entry is None or self._entry.operation.target is None:
            return self._entry
        return next(iter(log.entries(connection, numbers=(self._entry.operation.target,))), None)

    def _refresh(self) -> None:
        self.opened.setVisible(self._open)
        self.show_button.setVisible(self._place is not None)
        self.revert_button.setVisible(self._may_revert())
        self.step_button.setVisible(self._free and self._steps_somewhere())
        self._hint.setVisible(not self._session.read_only)
        for part in (self.open_button, self.revert_button, self.step_button, self._hint):
            part.retranslate()
        if self._entry is not None:
            self._title.setText(operation_text(self._entry.operation))
            who = {row.id: row.name for row in self._session.profiles()}.get(self._entry.operation.author_id or "", "")
            when = moment_of(self._entry.operation)
            self._when.setText(" · ".join(part for part in (who, when) if part))

    @property
    def _free(self) -> bool:
        """Whether anything can be done now."""
        return self._job is None and not self._session.read_only

    def _may_revert(self) -> bool:
        return self._free and self._target is not None and self._target.state != log.FIXED

    def _steps_somewhere(self) -> bool:
        """Tell whether one can step to the operation, and anything lies between it and now."""
        entry = self._entry
        if entry is None or entry.operation.kind is not OperationKind.DO or entry.state == log.ABANDONED:
            return False
        if entry.state == log.UNDONE:
            return True
        with self._session.read() as connection:
            following = undoing.next_undo(connection)
            return following is not None and undoing.place_in_line(
                connection, following.number
            ) > undoing.place_in_line(connection, entry.operation.number)

    def _open_words(self) -> str:
        return _("Hide details") if self._open else _("Show details")

    def _revert_words(self) -> str:
        return _("Do again") if self._target is not None and self._target.undone else _("Undo this one")

    def _step_words(self) -> str:
        forward = self._entry is not None and self._entry.state == log.UNDONE
        return _("Step forward to here") if forward else _("Step back to here")

    def _keys_words(self) -> str:
        return _("Delete: undo this one, or do it again. Shift+Enter: step to here.")

    def toggle(self) -> None:
        """Open the current operation to its changes, or close it."""
        self._open = not self._open
        self._refresh()

    def close_opened(self) -> bool:
        """Close what is open; tell whether anything was."""
        was, self._open = self._open and self._entry is not None, False
        self._refresh()
        return was

    def show_place(self) -> None:
        """Go to where the change can be seen."""
        if self._place is not None:
            self._session.go(self._place)

    def _lead_to(self, number: int) -> None:
        with self._session.read() as connection:
            place = read_opened(connection, number, self._session.language).place
        if place is not None:
            self._session.go(place)
        self._list.go_to(number)

    # What is done

    def revert(self) -> None:
        """Undo the current operation on its own, or do it again where it is undone."""
        target = self._target
        if target is None or not self._may_revert():
            return
        number = target.operation.number
        if target.undone:
            self._plan(lambda connection, _told: undoing.again(connection, number), self._ask_again)
        else:
            self._plan(lambda connection, told: undoing.alone(connection, number, told), self._ask_alone)

    def step(self) -> None:
        """Say what stepping to the current operation would do."""
        if self._entry is not None and self._free and self._steps_somewhere():
            number = self._entry.operation.number
            self._plan(lambda connection, _told: undoing.to_point(connection, number), self._ask_step)

    def _plan(self, make: Callable[[Connection, Progress], Plan], ask: Callable[[Plan], None]) -> None:
        session = self._session

        def read(context: Context) -> Plan:
            with session.read() as connection:
                return make(connection, context.progress)

        self._begin(lambda: _("Looking what depends on it…"))
        job = session.operations.run_read(
            read,
            on_done=lambda plan: self._planned(job, plan, ask),
            on_error=lambda error: self._failed(error) if job is self._job else isinstance(error, UndoError),
            owner=self,
        )
        self._job = self._asking = job

    def _drop_plan(self) -> None:
        """Forget what was asked about another operation: its answer would be taken for this one's."""
        if self._asking is not None:
            self._asking.cancel()
            self._end()

    def _planned(self, job: Job, plan: Plan, ask: Callable[[Plan], None]) -> None:
        if job is self._job:
            self._end()
            ask(plan)

    def _ask_alone(self, plan: Plan) -> None:
        if plan.refused or (len(plan.undo) == 1 and not plan.hindered):
            self._carry_out(plan)
            return
        others = plan.undo[:-1]
        number = active().number(len(others))
        what = ngettext(
            "{n} later operation depends on this one.", "{n} later operations depend on this one.", len(others)
        ).format(n=number)
        if plan.hindered:
            more = _("Not all of them can be undone, so this one stays.")
            self._question(what, plan.hindered, more=more)
            return
        more = _("They change the same things, or point to what would go. Enter on one shows it.")
        self._question(what, others, more=more, verb=_("Undo these too"), plan=plan)

    def _ask_again(self, plan: Plan) -> None:
        if plan.refused or not plan.hindered:
            self._carry_out(plan)
            return
        more = _("What it needs is gone, or was changed by these. Enter on one shows it.")
        self._question(_("This cannot be done again as things are."), plan.hindered, more=more)

    def _ask_step(self, plan: Plan) -> None:
        count = plan.steps
        if plan.undo:
            what = ngettext("{n} operation will be undone.", "{n} operations will be undone, newest first.", count)
            verb = _("Step back")
        else:
            what = ngettext("{n} operation will be done again.", "{n} operations will be done again.", count)
            verb = _("Step forward")
        stays = ngettext("{n} operation stays: {what}", "{n} operations stay, among them: {what}", len(plan.stays))
        more = (
            stays.format(n=active().number(len(plan.stays)), what=operation_text(plan.stays[0])) if plan.stays else ""
        )
        listed = (*plan.undo, *plan.redo)
        self._question(what.format(n=active().number(count)), listed, more=more, verb=verb, plan=plan)

    def _question(
        self, what: str, operations: tuple[Operation, ...], *, more: str, verb: str = "", plan: Plan | None = None
    ) -> None:
        self.message.close_message()
        does = None if plan is None else lambda: self._carry_out(plan)
        self._current.hide()
        self.question.ask(what, operations, more=more, verb=verb, does=does)

    def _carry_out(self, plan: Plan) -> None:
        undoes = bool(plan.undo)
        self._begin(lambda: _("Undoing…") if undoes else _("Doing again…"))
        self._job = self._session.carry_out(
            plan,
            on_done=lambda: self._done(plan),
            on_error=self._failed,
            initiator=self,
            title=_("Undoing") if undoes else _("Doing again"),
        )

    def _done(self, plan: Plan) -> None:
        self._end()
        if plan.undo:
            text = ngettext("{n} operation undone.", "{n} operations undone.", plan.steps)
        else:
            text = ngettext("{n} operation done again.", "{n} operations done again.", plan.steps)
        self.message.show_message(Level.SUCCESS, text.format(n=active().number(plan.steps)))

    def _failed(self, error: WorkbenchError) -> bool:
        self._end()
        if isinstance(error, UndoError):
            self.message.show_error(error)
            return True
        return isinstance(error, CancelledError)

    def _begin(self, words: Callable[[], str]) -> None:
        self.message.close_message()
        self._waiting.begin(words)

    def _end(self) -> None:
        self._job = self._asking = None
        self._working.hide()
        self._waiting.end()
        self._current.setVisible(self._entry is not None and self.question.isHidden())
        self._refresh()

    def _leave_question(self) -> None:
        self._current.setVisible(self._entry is not None)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job and total >= _LONG:
            self._waiting.show_progress(done, total)
            self._working.show()

    @override
    def retranslate(self) -> None:
        self._refresh()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setSpacing(gap)
        self._current_column.setSpacing(look.px("step"))
        self._verbs.setContentsMargins(0, look.px("step"), 0, 0)
