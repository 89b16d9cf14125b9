"""All records of a kind, found by a part of a name in any language or script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.domain.listing import Listed, listed
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, CountButton, Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.levels.signs import signed
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.selection import Selection
from workbench.qt.records.words import PLURALS
from workbench.qt.session import Session
from workbench.services.catalogue import NAME, Catalogue, Wanted
from workbench.store.queries.facts import records_touched
from workbench.store.queries.levels import guarded_records
from workbench.store.queries.records import RecordRow, record_kinds, record_rows

_FOUND = 500
"""Records that a search shows at most."""

_MANY = 1_000
"""Rows of a write from which on nobody asks which lines they were about."""

LISTED = ("record", "name", "mention", "quote", "statement")
"""The tables that a line of the list shows something of."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read, and what had been asked for."""

    number: int
    kind: RecordKind
    text: str
    found: Listed
    counts: dict[RecordKind, int]


def _prepare(catalogue: Catalogue, connection: Connection) -> None:
    catalogue.prepare(connection)


def _nothing_to_do(_none: None) -> None:
    """Take the answer to a question that was asked for its effect."""


def _filter_of(kind: RecordKind) -> CountButton:
    return CountButton(lambda: _(PLURALS[kind]), lambda: current_look().icon(KIND_ICONS[kind], kind.value))


class RecordList(Live, QWidget):
    """Sets the selection; `chosen(id)` with Enter."""

    chosen = Signal(str)
    loaded = Signal()
    new_asked = Signal(object)
    """A `RecordKind` of which the person wants a new record."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._kind = RecordKind.PERSON
        self._listed = Listed()
        self._counts: dict[RecordKind, int] = {}
        self._followed = ("", "")
        self._wanted = ""
        self._asked = 0
        self._loading = self._behind = False
        self.typing = False
        """Whether the current record has changed because a name is being typed."""
        self.search = SearchField(lambda: _("Filter by name, in any language"))
        self.kinds = {kind: _filter_of(kind) for kind in RecordKind}
        self.list = LineList(lambda: _(PLURALS[self._kind]), rows=1)
        self._empty = EmptyState(
            "users",
            lambda: _("No records of this kind yet"),
            more=lambda: _("Link a passage in a source to one, or make one here."),
            verbs=((lambda: _("Make one"), lambda: self.new_asked.emit(self._kind), ""),),
        )
        self.narrowed = Button(lambda: _("Filtered in the table: show all"), self.load, kind="quiet", icon="funnel")
        self.narrowed.hide()
        self._nothing = PlainLabel(lambda: _("No name is like this."), role="second", wrap=True)
        self._build()
        self.search.searched.connect(lambda _text: self.load())
        self.search.list_asked.connect(self.list.setFocus)
        self.list.lines.read_with(self._read_lines)
        self.list.current_changed.connect(selection.set_current)
        selection.current_changed.connect(self._follow_current)
        selection.listed.connect(self._follow_listed)
        self.list.chosen.connect(self.chosen)
        self.restyle()

    def _build(self) -> None:
        group = QButtonGroup(self)
        self._grid = QGridLayout()
        for place, (kind, button) in enumerate(self.kinds.items()):
            group.addButton(button)
            self._grid.addWidget(button, place // 2, place % 2)
            button.clicked.connect(lambda _on, kind=kind: self.show_kind(kind))
        self._check_kind()
        self._filters = QVBoxLayout()
        self._filters.addWidget(self.search)
        self._filters.addLayout(self._grid)
        self._filters.addWidget(self.narrowed)
        none = QWidget()
        self._none_column = QVBoxLayout(none)
        self._none_column.addWidget(self._nothing)
        self._none_column.addStretch(1)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._filters)
        column.addWidget(self._stack, 1)
        # Filled last: a part without a parent would come up as a window of its own.
        for part in (self.list, self._empty, none):
            self._stack.addWidget(part)

    @property
    def kind(self) -> RecordKind:
        """The kind whose records are shown."""
        return self._kind

    @property
    def loading(self) -> bool:
        """Whether the list is being read and may soon have what it has not now."""
        return self._loading

    def show_kind(self, kind: RecordKind) -> None:
        """Show the records of another kind."""
        if kind is not self._kind:
            self._set_kind(kind)
            self.load()

    def _set_kind(self, kind: RecordKind) -> None:
        self._kind = kind
        self._check_kind()
        self.list.retranslate()

    def _check_kind(self) -> None:
        """Mark the kind that is shown; it alone is a stop of the Tab key, and arrows go to the others."""
        self.kinds[self._kind].setChecked(True)
        for kind, button in self.kinds.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind is self._kind else Qt.FocusPolicy.ClickFocus)

    def load(self) -> None:
        """Read the list in the background, as far as it is not in memory; `loaded` comes when it is shown."""
        self._asked += 1
        self._loading = True
        number, kind, text = self._asked, self._kind, self.search.text()

        def read(catalogue: Catalogue, connection: Connection) -> _Answer:
            if text:
                found = listed(catalogue.find(connection, text, (kind,), _FOUND))
            else:
                found = catalogue.listed(connection, Wanted(kind, column="date" if kind is RecordKind.EVENT else NAME))
            return _Answer(number, kind, text, found, catalogue.counts())

        self._session.ask(read, on_done=self._take, owner=self)

    def _take(self, answer: _Answer) -> None:
        self._counts = answer.counts
        for kind, button in self.kinds.items():
            button.set_count(answer.counts[kind])
        if answer.number != self._asked:
            return
        self._loading = False
        self.narrowed.hide()
        first = answer.found.ids[0] if answer.found.ids else ""
        wanted, self._wanted = self._wanted, ""
        self._show(answer.found, wanted)
        # The best name is what was meant; the list only read anew stays where it is.
        if answer.text and first and (answer.text, first) != self._followed:
            self.typing = True
            self.list.go_to(first)
            self.typing = False
        self._followed = (answer.text, first)
        if wanted:
            self.list.go_to(wanted)
        if not answer.text:
            # Now that the list is there, what the first key of a search needs: before a page asks for more.
            self._session.ask(_prepare, on_done=_nothing_to_do, owner=self)
        self.loaded.emit()

    def _show(self, found: Listed, wanted: str = "") -> None:
        if found.ids != self._listed.ids:
            self._listed = found
            self.list.set_ids(found, wanted)
        self._selection.set_listed(self._kind, self.search.text(), self._listed)
        self._stack.setCurrentIndex(0 if found.ids else 2 if self.search.text() else 1)

    def reload(self) -> None:
        """Read every line again that is seen, and the list as far as it is not in step."""
        self.list.lines.mark_stale()
        self.load()

    def refresh(self, changes: Changes) -> None:
        """Show what a write has changed."""
        if not changes.touches(*LISTED):
            return
        if self._behind:
            self.list.lines.mark_stale()
            return
        if len(changes.rows) < _MANY:
            with self._session.read() as connection:
                self.list.lines.mark_stale(records_touched(connection, changes.rows))
            self.load()
        else:
            self.reload()

    def _read_lines(self, ids: Sequence[str]) -> dict[str, Line]:
        with self._session.read() as connection:
            rows, guarded = record_rows(connection, ids, self._session.language), guarded_records(connection, ids)
            return {key: signed(_line(row), guarded.get(key)) for key, row in rows.items()}

    def _follow_current(self, record_id: str) -> None:
        """Go where another part of the view has gone, to the records of another kind, too."""
        if not record_id or record_id == (self._wanted or self.list.current_id()):
            return
        if not self._wanted and self.list.go_to(record_id):
            return
        kind = self._kind_of(record_id)
        if kind is not None and (self._wanted or kind is not self._selection.kind):
            self._load_at(kind, record_id)

    def _follow_listed(self) -> None:
        """Show what another part of the view has found."""
        selection = self._selection
        if selection.found is self._listed and (selection.kind, selection.text) == (self._kind, self.search.text()):
            return
        self._asked += 1
        self._loading, self._wanted = False, ""
        if not self.isVisible():
            self._behind = True  # folded away beside a pane that wants its room
            return
        self._behind = False
        self._set_kind(selection.kind)
        self.search.show_text(selection.text)
        self._show(selection.found)
        fewer = len(selection.found.ids) < self._counts.get(selection.kind, 0)
        self.narrowed.setVisible(fewer and not selection.text)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._follow_listed()

    def go_to(self, record_id: str) -> bool:
        """Make a record the current one, giving up a filter that hides it; tell whether it is there."""
        if not self._wanted and self.list.go_to(record_id):
            return True
        kind = self._kind_of(record_id)
        if kind is not None:
            self._load_at(kind, record_id)
        return kind is not None

    def _kind_of(self, record_id: str) -> RecordKind | None:
        with self._session.read() as connection:
            kind = record_kinds(connection, [record_id]).get(record_id)
        return None if kind is None else RecordKind(kind)

    def _load_at(self, kind: RecordKind, record_id: str) -> None:
        """Read all records of a kind, and go to one of them then."""
        self.search.show_text("")
        self._set_kind(kind)
        self._wanted = record_id
        self.load()

    def take_focus(self) -> None:
        """Take the focus where one goes on."""
        if self._stack.currentIndex() == 2:
            self.search.setFocus()
        else:
            part = self._stack.currentWidget()
            if part is not None:
                part.setFocus()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, wide = look.px("gap"), look.px("wide")
        # What stands in for an empty list asks for more height than a list needs.
        self._stack.setMinimumHeight(look.px("target") * 3)
        self._filters.setContentsMargins(gap, gap, gap, gap)
        self._filters.setSpacing(gap)
        self._grid.setSpacing(look.px("step"))
        self._none_column.setContentsMargins(wide, wide, wide, wide)


def _languages(row: RecordRow) -> str:
    """Return the languages in which a record has a name, the four first."""
    bases = {base_language(tag) for tag in row.languages}
    return " ".join([tag for tag in WORKING_LANGUAGES if tag in bases] + sorted(bases - set(WORKING_LANGUAGES)))


def _line(row: RecordRow) -> Line:
    book = active()
    detail = date_text(row.date, book.language, point=True) if row.date else _languages(row)
    right = ngettext("{n} mention", "{n} mentions", row.mentions).format(n=book.number(row.mentions))
    return Line(row.id, row.name, detail, right if row.mentions else "", kind=row.kind)
