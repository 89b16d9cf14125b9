"""All records of a kind, found by a part of a name in any language or script."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import CountButton, Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.selection import Selection
from workbench.qt.records.words import PLURALS
from workbench.qt.session import Session
from workbench.services.picker import find_records
from workbench.store.queries.records import RecordRow, list_records

_FOUND = 500
"""Records that a search shows at most."""


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
        self._rows: dict[str, RecordRow] = {}
        self._kind = RecordKind.PERSON
        self._found: list[str] | None = None
        self._followed: list[str] = []
        self._asked = ""
        self._loading = self._stale = False
        self.search = SearchField(lambda: _("Filter by name, in any language"))
        self.kinds = {kind: _filter_of(kind) for kind in RecordKind}
        self.list = LineList(lambda: _(PLURALS[self._kind]), rows=1)
        self._empty = EmptyState(
            "users",
            lambda: _("No records of this kind yet"),
            more=lambda: _("Link a passage in a source to one, or make one here."),
            verbs=((lambda: _("Make one"), lambda: self.new_asked.emit(self._kind), ""),),
        )
        self._nothing = PlainLabel(lambda: _("No name is like this."), role="second", wrap=True)
        self._build()
        self.search.searched.connect(self._search)
        self.search.list_asked.connect(self.list.setFocus)
        self.list.current_changed.connect(selection.set_current)
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
            self._kind = kind
            self._check_kind()
            self.list.retranslate()
            self._search(self.search.text())

    def _check_kind(self) -> None:
        """Mark the kind that is shown; it alone is a stop of the Tab key, and arrows go to the others."""
        self.kinds[self._kind].setChecked(True)
        for kind, button in self.kinds.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind is self._kind else Qt.FocusPolicy.ClickFocus)

    def load(self) -> None:
        """Read the list again in the background; `loaded` comes when it is shown."""
        if self._loading:
            self._stale = True
            return
        self._loading = True
        session, language = self._session, self._session.language

        def read(_context: Context) -> list[RecordRow]:
            with session.read() as connection:
                return list_records(connection, language)

        session.operations.run_read(read, on_done=self._loaded, owner=self)

    def _loaded(self, rows: list[RecordRow]) -> None:
        self._loading = False
        self._rows = {row.id: row for row in rows}
        counts = Counter(row.kind for row in rows)
        for kind, button in self.kinds.items():
            button.set_count(counts[kind])
        if self.search.text():
            self._search(self.search.text())
        else:
            self._show()
        self.loaded.emit()
        if self._stale:
            self._stale = False
            self.load()

    def _search(self, text: str) -> None:
        self._asked = text
        if not text:
            self._found = None
            self._show()
            return
        session, language, kind = self._session, self._session.language, self._kind

        def read(_context: Context) -> tuple[str, RecordKind, list[str]]:
            with session.read() as connection:
                found = find_records(connection, text, language, kinds=frozenset({kind.value}), limit=_FOUND)
            return text, kind, [candidate.record_id for candidate in found]

        session.operations.run_read(read, on_done=self._take_found, owner=self)

    def _take_found(self, answer: tuple[str, RecordKind, list[str]]) -> None:
        text, kind, found = answer
        if (text, kind) == (self._asked, self._kind):
            self._found = found
            self._show()
            # The best name is what was meant; the list only read anew stays where it is.
            if found and found != self._followed:
                self.list.go_to(found[0])
            self._followed = found

    def _show(self) -> None:
        if self._found is None:
            rows = [row for row in self._rows.values() if row.kind == self._kind]
        else:
            rows = [self._rows[key] for key in self._found if key in self._rows]
        self.list.set_lines(_line(row) for row in rows)
        self._selection.set_listed(self._kind, self.search.text(), tuple(row.id for row in rows))
        self._stack.setCurrentIndex(0 if rows else 2 if self._found is not None else 1)

    def go_to(self, record_id: str) -> bool:
        """Make a record the current one, giving up a filter that hides it; tell whether it is there."""
        row = self._rows.get(record_id)
        if row is None:
            return False
        self.show_kind(RecordKind(row.kind))
        if self.list.lines.place_of(record_id) is None:
            self.search.edit.clear()
            self._asked, self._found = "", None
            self._show()
        return self.list.go_to(record_id)

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
    detail = date_text(row.date, book.language) if row.date else _languages(row)
    right = ngettext("{n} mention", "{n} mentions", row.mentions).format(n=book.number(row.mentions))
    return Line(row.id, row.name, detail, right if row.mentions else "", kind=row.kind)
