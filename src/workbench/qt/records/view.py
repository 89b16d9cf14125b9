"""The Records view: the list on the left, the page of one record beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import RecordKind
from workbench.i18n import _
from workbench.qt.frame.banner import Banner, Level, Verb
from workbench.qt.frame.base import IconButton, Words
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.panel import Panel
from workbench.qt.look.style import current_look
from workbench.qt.records.known import Known
from workbench.qt.records.new_record import NewRecordForm
from workbench.qt.records.page import RecordPage
from workbench.qt.records.reading import Found, Reading
from workbench.qt.records.record_list import LISTED, RecordList
from workbench.qt.records.selection import Selection
from workbench.qt.records.words import NEW
from workbench.qt.records.work_area import WorkArea
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.view import View
from workbench.services.records import remove_record

_SHOWN = (*LISTED, "participation", "relation", "evidence", "inflection", "passage", "translation", "source")
_PAUSE = 150
"""Milliseconds without a key after which the page follows the list that is being filtered."""

_NEED_RECORD = ("record.same", "source.print")
_OF_PAGE = frozenset({"record.names", "record.cases", "record.find", "record.lacks"})
"""Actions of the record on the page, done by its parts."""

_NEW_ACTIONS = {f"record.{kind.value}": kind for kind in RecordKind}


class RecordsView(View):
    """Everything about persons, events, organisations and places, and the way back to the passages."""

    name = ViewName.RECORDS

    historyRequested = Signal(str, str)  # noqa: N815 - Qt's way of naming signals
    """Table and row id of what the person wants to see the past of."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.selection = Selection(self)
        self.list = RecordList(session, self.selection)
        self.page = RecordPage(session)
        self.banner = Banner()
        self.form: NewRecordForm | None = None
        self._stale = True
        self._wanted: str | None = None
        self._take_focus = False
        self._removed = 0
        self._needs_record = -1
        self._behind = ""
        self._reading = Reading(session, self)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._catch_up)
        self._build()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.work.switched.connect(self._catch_up)
        self.selection.current_changed.connect(self._open)
        self.list.chosen.connect(self._chosen)
        self.list.loaded.connect(self._loaded)
        self.list.new_asked.connect(self.begin_new)
        self.page.remove_asked.connect(self.remove)
        self.page.print_asked.connect(lambda: self.run_action("source.print"))
        self.page.same.compare_asked.connect(lambda: self.run_action("record.same"))
        self.page.history_asked.connect(self.historyRequested)

    def _build(self) -> None:
        settings = self.session.settings
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.panel = Panel("records", lambda: _("Records"), self.list, settings, parent=self.splitter)
        self._new = IconButton("plus", lambda: _(NEW[self.list.kind]), lambda: self.begin_new(self.list.kind))
        self._new.setEnabled(not self.session.read_only)
        self.panel.add_tool(self._new)
        self._empty = EmptyState(
            "users",
            lambda: _("Choose a record"),
            more=lambda: _("Its page shows what is said of it, and every passage that says so."),
        )
        self._form_area = QScrollArea()
        self._form_area.setWidgetResizable(True)
        self._form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("place", "paper")
        self._form_column = QVBoxLayout(holder)
        self._form_column.addStretch(1)
        self._form_area.setWidget(holder)
        self._stack = QStackedWidget()
        self._build_right_side()
        self.waiting = PlainLabel(lambda: _("The record is being read…"), role="second")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._empty, self.page, self._form_area, self.waiting):
            self._stack.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        kept = settings.split("records")
        if not (kept and self.splitter.restoreState(kept)):
            side = current_look().px("side")
            self.splitter.setSizes([side, side * 4])
        self.splitter.splitterMoved.connect(
            lambda *_: settings.set_split("records", bytes(self.splitter.saveState().data()))
        )

    def _build_right_side(self) -> None:
        right = QWidget(self.splitter)
        right.setProperty("place", "paper")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.banner)
        self.work = WorkArea(self, self._stack, right)
        self._right.addWidget(self.work, 1)

    # Reading

    @override
    def enter(self) -> None:
        if self._stale:
            self._stale, self._take_focus = False, True
            self.list.reload()
        if self.form is not None:
            self.form.setFocus()
        elif self.work.task is not None:
            self.work.task.enter()
        elif self.work.pane is not None:
            self.work.pane.enter()
        else:
            self.list.take_focus()

    def _loaded(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_place(Place(self.name, record_id=wanted))
        elif self.form is None and not self.list.list.current_id():
            self.list.list.step(1)
        if self._take_focus and self.form is None and self.work.on_page and self.isVisible():
            self.list.take_focus()
        self._take_focus = False

    def _chosen(self, record_id: str) -> None:
        self.open_record(record_id)
        self.page.when_filled(self.page.facts.add_button.setFocus)

    def open_record(self, record_id: str) -> None:
        """Show the page of a record, whatever is in front."""
        self.work.show_pane("records.page")
        self.show_place(Place(self.name, record_id=record_id))

    def fold_list(self, *, fold: bool) -> None:
        """Fold the list away, or bring it back, for a pane that wants its room; the person's setting stays."""
        if fold:
            self.room.make("pane", 100)
        else:
            self.room.give_back("pane")

    def _open(self, record_id: str) -> None:
        if record_id and self.banner.number == self._needs_record:
            self.banner.close_message()
        if record_id and self.form is None:
            # Nobody sees the page behind another pane, nor looks at it while a name is being typed.
            self._behind = record_id if self.work.pane is not None or self.list.typing else ""
            if not self._behind:
                self._show_record(record_id)
            elif self.work.pane is None:
                self._rest.start()

    def _catch_up(self) -> None:
        """Have the page show the current record before anything is done with it."""
        self._rest.stop()
        if self._behind and not self._show_record(self._behind):
            self._forget_page()

    @property
    def _shown(self) -> str:
        """The id of the record that the page shows, or will when it was read; empty without one."""
        return next(iter(self._reading.awaited), self.page.known.id if self.page.known is not None else "")

    def _forget_page(self) -> None:
        """Show no record, since the one that was shown is not there any more."""
        self.page.known = None
        self._bring_up_page()

    def _show_record(self, record_id: str) -> bool:
        """Show the page of a record, at once or when all of it was read; False where there is no such record."""
        self._behind = ""
        found = self._reading.read([record_id], self._was_read)
        if found is not None:
            return self._show_known(*found)
        if self.page.known is None or self.page.known.id != record_id:  # its own page stays as it is meanwhile
            self.page.known = None
            self._bring_up_page()
        return True

    def _was_read(self, found: Found) -> None:
        if not self._show_known(*found):
            self._forget_page()

    def _show_known(self, known: Known | None) -> bool:
        if known is not None:
            self.page.show_known(known)
            self._bring_up_page()
        return known is not None

    def _bring_up_page(self) -> None:
        """Bring up the page, what tells that it is being read, or that no record is chosen; a form stays."""
        if self.form is None:
            resting = self.waiting if self._reading.awaited else self._empty
            self._stack.setCurrentWidget(resting if self.page.known is None else self.page)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.operation.number != self._removed and not self.banner.isHidden():
            self.banner.close_message()
        self.work.refresh(changes)
        if self.isVisible():
            self.list.refresh(changes)
        elif changes.touches(*LISTED):
            self._stale = True
        record_id = self._shown
        if not changes.touches(*_SHOWN) or not record_id:
            return
        if self.work.pane is not None:
            self._behind = self._behind or record_id
        elif not self._show_record(record_id):
            self._forget_page()

    # Moving

    @override
    def show_place(self, place: Place) -> None:
        if place.task is not None:
            self.run_action(place.task)
        if place.record_id is None:
            return
        self.close_form()
        self.work.end()
        before = self._shown
        if not self.list.go_to(place.record_id):
            # It may have been made a moment ago, and the list not read again yet.
            self._wanted = place.record_id if self._show_record(place.record_id) and self.list.loading else None
            return
        if self._behind or self._shown in (before, ""):  # else it was read a moment ago, as the list's current one
            self._show_record(place.record_id)

    @override
    def place(self) -> Place:
        self._catch_up()
        return Place(self.name, record_id=self._shown or None)

    # Making and removing

    def begin_new(self, kind: RecordKind) -> None:
        """Open the form for a new record of a kind."""
        if self.session.read_only:
            return
        self.close_form()
        self.work.show_pane("records.page")
        self.list.show_kind(kind)
        self.form = NewRecordForm(self.session, kind)
        self.form.closed.connect(self._form_closed)
        self.form.saved.connect(self._made)
        self.form.same.chosen.connect(self.open_record)
        self.form.setMaximumWidth(current_look().px("column"))
        room = current_look().px("room")
        self._form_column.setContentsMargins(room, room, room, room)
        self._form_column.insertWidget(0, self.form)
        self._stack.setCurrentWidget(self._form_area)
        self.form.show()
        self.form.setFocus()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring the field at which somebody is in the form for a new record into sight."""
        if now is not None and self.form is not None and self.form.isAncestorOf(now):
            self._form_area.ensureWidgetVisible(now, 0, current_look().px("hall"))

    def _made(self, record_id: object) -> None:
        self.close_form()
        self._wanted = str(record_id)
        self._take_focus = True
        self._show_record(str(record_id))
        self.list.load()

    def _form_closed(self) -> None:
        self.close_form()
        self.list.take_focus()

    def close_form(self) -> None:
        """Put the form for a new record away."""
        if self.form is None:
            return
        self._form_column.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._bring_up_page()

    def remove(self) -> None:
        """Remove the record on the page; the banner takes it back."""
        known = self.page.known
        if known is None or self.session.read_only:
            return
        act = remove_record(known.id, expected=known.detail.revision)
        self.session.perform(act, on_done=self._was_removed, initiator=self)

    def _was_removed(self, name: str) -> None:
        self.tell_done(
            lambda: _("“{name}” was removed, with its mentions and statements.").format(name=name),
            more=lambda: _("The passages that something else needs are still there."),
        )

    def tell_done(self, words: Words, *, more: Words = "") -> None:
        """Tell what the last write has done, and offer to take it back until there is another one."""
        last = self.session.next_undo()
        self._removed = last.number if last is not None else 0
        undo: Verb = (lambda: _("Undo"), lambda: self.session.undo(self))
        self.banner.show_message(Level.INFO, words, more=more, verbs=(undo,))

    def tell_no_record(self) -> None:
        """Say that what was asked for needs a record."""
        self.banner.show_message(
            Level.INFO,
            lambda: _("No record is chosen."),
            more=lambda: _("Choose one in the list, or make one, then do it again."),
        )
        self._needs_record = self.banner.number

    # Actions

    @override
    def run_action(self, action_id: str) -> bool:
        plain: dict[str, Callable[[], object]] = {
            "record.names": self.page.names.propose,
            "record.cases": self.page.names.propose_cases,
            "record.find": self.page.found.look,
            "record.lacks": self.page.go_to_lack,
            "record.remove": self.remove,
            "find.text": self.list.search.setFocus,
            "view.list": self.panel.toggle,
            "view.inspector": self.page.toggle_history,
        }
        self._catch_up()
        if action_id in _NEED_RECORD and not self.selection.current and self.page.known is None:
            self.tell_no_record()
            return True
        if self.work.run_action(action_id):
            return True
        if action_id in _NEW_ACTIONS:
            self.begin_new(_NEW_ACTIONS[action_id])
        elif action_id == "record.source":
            place = self.page.passage_at_hand()
            if place is not None:
                self.session.go(place)
        elif action_id == "desk.open":
            known = self.page.known
            if known is not None and known.quotes:
                self.session.go(Place(ViewName.TRANSLATIONS, quote_id=known.quotes[0].id))
        elif action_id in plain:
            # While a record is being read, the parts of the page still hold the one before.
            if self.page.known is not None or action_id not in _OF_PAGE:
                plain[action_id]()
        else:
            return False
        return True

    @override
    def retranslate(self) -> None:
        self._stale = True  # records are named in the interface language
        if self.isVisible():
            self._stale = False
            self.list.reload()
        if self._shown:
            self._show_record(self._shown)
