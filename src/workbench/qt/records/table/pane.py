"""The table pane: all records of a kind, a hundred thousand as well as ten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import RecordKind
from workbench.domain.listing import Listed
from workbench.domain.properties import PROPERTIES, Property
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.records.pane import Pane
from workbench.qt.records.selection import Selection
from workbench.qt.records.table.columns import all_keys, chosen_keys, keep_keys, title_of
from workbench.qt.records.table.filters import Filters
from workbench.qt.records.table.grid import Grid
from workbench.qt.session import Session
from workbench.services.catalogue import NAME, Catalogue, Wanted
from workbench.services.record_table import remove_records
from workbench.store.queries.facts import records_touched
from workbench.store.queries.vocabulary import own_properties

_SHOWN = ("record", "name", "mention", "quote", "statement", "evidence", "own_property")

_MANY = 1_000
"""Rows of a write from which on nobody asks which rows of the table they were about."""


@dataclass(frozen=True, slots=True)
class _Answer:
    number: int
    wanted: Wanted
    found: Listed
    counts: dict[RecordKind, int]


class TablePane(Pane):
    """Sorts by any column, filters as one types, and changes names, texts and dates where they stand."""

    action = "records.table"
    icon = "table"
    alone = True

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session, selection)
        self._kind = selection.kind
        self._sort = (NAME, False)
        self._asked = 0
        self._stale = True
        self._own: dict[str, Property] = {}
        self._removed = 0
        self.counts: dict[RecordKind, int] = {}
        self.filters = Filters()
        self.grid = Grid(session)
        self.banner = Banner()
        self.says = PlainLabel(self._said, role="small")
        self.columns = Button(lambda: _("Columns"), self._choose_columns, kind="quiet", icon="table")
        self.merge = Button(
            lambda: _("Compare and merge"), lambda: self.task_asked.emit("records.pair"), kind="quiet", icon="columns-2"
        )
        self.remove = Button(lambda: _("Remove"), self.remove_marked, kind="quiet", icon="trash-2")
        self._build()
        self._connect()
        self.restyle()

    @staticmethod
    @override
    def words() -> str:
        return _("Table")

    def _build(self) -> None:
        self.empty = EmptyState(
            "table",
            lambda: _("No records of this kind yet"),
            more=lambda: _("Link a passage in a source to one, or make one here."),
        )
        self.nothing = EmptyState(
            "table",
            lambda: _("No record is left by these filters"),
            more=lambda: _("Names are found in any language and script."),
            verbs=((lambda: _("Show all"), self.filters.show_all, ""),),
        )
        self._stack = QStackedWidget()
        for part in (self.grid, self.empty, self.nothing):
            self._stack.addWidget(part)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.says, 1)
        self._foot.addWidget(self.merge)
        self._foot.addWidget(self.remove)
        self._foot.addWidget(self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self.filters.changed.connect(self.load)
        self.filters.kind_asked.connect(self._show_kind)
        self.filters.list_asked.connect(self.grid.setFocus)
        self.grid.chosen.connect(self.open_asked)
        self.grid.current_changed.connect(self.selection.set_current)
        self.grid.refused.connect(lambda why: self.banner.show_message(Level.INFO, why))
        self.grid.model_.sort_asked.connect(self._sort_by)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._mark())
        self.selection.listed.connect(self._follow)
        self.selection.current_changed.connect(self._go)

    # Reading

    @override
    def enter(self) -> None:
        if self._stale or not self._in_step:
            self._adopt()
        self._take_focus()

    @property
    def _in_step(self) -> bool:
        """Whether the kind and the part of a name are those of the other panes."""
        return (self._kind, self.filters.search.text()) == (self.selection.kind, self.selection.text)

    def _adopt(self) -> None:
        self._kind = self.selection.kind
        self.filters.search.show_text(self.selection.text)
        self._stale = False
        self._show_columns()
        self.load()

    def _take_focus(self) -> None:
        if self._stack.currentWidget() is self.grid:
            self.grid.setFocus()
        else:
            self.filters.search.setFocus()

    def _show_columns(self) -> None:
        with self.session.read() as connection:
            self._own = own_properties(connection)
        own = tuple(self._own.values())
        keys = chosen_keys(self.session.settings, self._kind, own)
        if self._sort[0] not in keys:
            self._sort = (NAME, False)
        known = {**PROPERTIES, **self._own}
        self.grid.show_columns(self._kind, keys, known)
        self.grid.mark_sorted(self._sort[0], descending=self._sort[1])
        self.filters.show_columns(all_keys(self._kind, own), known)
        for kind, button in self.filters.kinds.items():
            button.setChecked(kind is self._kind)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind is self._kind else Qt.FocusPolicy.ClickFocus)

    def load(self) -> None:
        """Ask for what the filters leave, in the background."""
        self._asked += 1
        number = self._asked
        wanted = self.filters.wanted(self._kind, self._sort[0], descending=self._sort[1])

        def read(catalogue: Catalogue, connection: Connection) -> _Answer:
            return _Answer(number, wanted, catalogue.listed(connection, wanted), catalogue.counts())

        self.session.ask(read, on_done=self._take, owner=self)

    def _take(self, answer: _Answer) -> None:
        if answer.counts != self.counts:
            self.counts = answer.counts
            for kind, button in self.filters.kinds.items():
                button.set_count(answer.counts[kind])
        if answer.number != self._asked:
            return
        had_focus = self.isAncestorOf(self.focusWidget() or self) and not self.filters.isAncestorOf(
            self.focusWidget() or self
        )
        if answer.found.ids != self.grid.model_.ids:
            self.grid.model_.set_ids(answer.found)
        self.selection.set_listed(answer.wanted.kind, answer.wanted.typed, answer.found)
        shown = self.grid if answer.found.ids else self.nothing if answer.counts[self._kind] else self.empty
        self._stack.setCurrentWidget(shown)
        self.says.retranslate()
        if answer.found.ids and not self.grid.go_to(self.selection.current):
            self.grid.go_to(answer.found.ids[0])
        self._mark()
        if had_focus and self.isVisible():
            self._take_focus()

    def _said(self) -> str:
        n, book = len(self.grid.model_.ids), active()
        total = self.counts.get(self._kind, 0)
        marked = len(self.selection.marked)
        words = ngettext("{n} of {total} record", "{n} of {total} records", total)
        said = words.format(n=book.number(n), total=book.number(total))
        if marked > 1:
            chosen = ngettext("{n} selected", "{n} selected", marked).format(n=book.number(marked))
            said = f"{said} · {chosen}"
        return said

    def _mark(self) -> None:
        self.selection.marked = self.grid.selected_ids()
        self.says.retranslate()
        self.merge.setEnabled(len(self.selection.marked) == 2)
        self.remove.setEnabled(bool(self.selection.marked) and not self.session.read_only)

    def _sort_by(self, place: int, order: Qt.SortOrder) -> None:
        self._sort = (self.grid.key_at(place), order == Qt.SortOrder.DescendingOrder)
        self.load()

    def _show_kind(self, kind: RecordKind) -> None:
        self._kind = kind
        self._show_columns()
        self.load()

    def _follow(self) -> None:
        """Another part of the view has another kind or filter, or other records."""
        if not self.isVisible():
            self._stale = True
        elif not self._in_step:
            self._adopt()

    def _go(self, record_id: str) -> None:
        if record_id and self.isVisible() and record_id != self.grid.current_id():
            self.grid.go_to(record_id)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.operation.number != self._removed and not self.banner.isHidden():
            self.banner.close_message()
        if not changes.touches(*_SHOWN):
            return
        if len(changes.rows) < _MANY:
            with self.session.read() as connection:
                self.grid.model_.mark_stale(records_touched(connection, changes.rows))
        else:
            self.grid.model_.mark_stale()
        if not self.isVisible():
            self._stale = True
            return
        if changes.touches("own_property"):
            self._show_columns()
        self.load()

    # Doing

    def remove_marked(self) -> None:
        """Remove the selected records, in one operation; the banner takes it back."""
        marked = self.grid.selected_ids()
        if marked and not self.session.read_only:
            self.session.perform(remove_records(marked), on_done=self._was_removed, initiator=self)

    def _was_removed(self, count: int) -> None:
        last = self.session.next_undo()
        self._removed = last.number if last is not None else 0
        self.banner.show_message(
            Level.INFO,
            lambda: ngettext(
                "{n} record was removed, with its mentions and statements.",
                "{n} records were removed, with their mentions and statements.",
                count,
            ).format(n=active().number(count)),
            verbs=((lambda: _("Undo"), lambda: self.session.undo(self)),),
        )

    def _choose_columns(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        known = {**PROPERTIES, **self._own}
        for key in all_keys(self._kind, self._own.values()):
            if key != NAME:
                entry = menu.addAction(title_of(key, known).replace("&", "&&"))
                entry.setCheckable(True)
                entry.setChecked(key in self.grid.keys)
                entry.triggered.connect(partial(self.show_column, key))
        menu.popup(self.columns.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def show_column(self, key: str, shown: bool) -> None:
        """Show a column or leave it out, and remember that."""
        keys = [each for each in self.grid.keys if each != key]
        keep_keys(self.session.settings, self._kind, [*keys, key] if shown else keys)
        self._show_columns()
        self.load()

    @override
    def run_action(self, action_id: str) -> bool:
        does: dict[str, Callable[[], object]] = {
            "record.remove": self.remove_marked,
            "find.text": self.filters.search.setFocus,
        }
        if action_id not in does:
            return False
        does[action_id]()
        return True

    @override
    def retranslate(self) -> None:
        if self._stale:
            return
        self._show_columns()
        self.load()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._foot.setContentsMargins(gap, gap, gap, gap)
        self._foot.setSpacing(gap)
