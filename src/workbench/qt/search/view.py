"""The Search view: one field, and everything in the archive that has these words in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import hair_line
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.search.hit_list import HitList
from workbench.qt.search.results import Found, find, place_of, source_place
from workbench.qt.session import Session, ViewName
from workbench.qt.view import View
from workbench.store.queries.hits import HitOwner

_SEARCHED = ("source", "text_version", "name", "note", "statement", "translation", "quote", "passage", "record")
"""Tables whose changes may show among the finds."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchView(View):
    """Results as one types; Down to the list, Enter to the place, Up from the first find back."""

    name = ViewName.SEARCH

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Found | None = None
        self._job: Job | None = None
        self._asked = 0
        self._stale = self._enter_found = False
        self.field = SearchField(lambda: _("Search everywhere"))
        self.count = PlainLabel(self._count_words, role="second", wrap=True)
        self.list = HitList()
        self._begin = EmptyState(
            "search",
            lambda: _("Search everywhere"),
            more=lambda: _(
                "In names, texts of sources, statements, notes and translations. "
                "Names are found in any script: Vilnius finds Вільня."
            ),
        )
        self._nothing = EmptyState(
            "search",
            lambda: _("Nothing found"),
            more=lambda: _(
                "Try fewer letters or the beginning of a word. Names are found in any script, "
                "other words only as they were written."
            ),
        )
        self._stack = QStackedWidget()
        for part in (self._begin, self._nothing, self.list):
            self._stack.addWidget(part)
        self._build()
        self.field.searched.connect(self._search)
        self.field.list_asked.connect(self._enter_list)
        self.field.edit.installEventFilter(self)
        self.list.chosen.connect(self._go)
        self.list.left.connect(self._back_to_field)
        current_look().changed.connect(self._restyle)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("place", "paper")
        self._top = QVBoxLayout()
        self._top.addWidget(self.field)
        self._top.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(hair_line())
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.field)
        self.setTabOrder(self.field.edit, self.list)
        self._restyle()

    # Searching

    def _search(self, query: str) -> None:
        if self._job is not None:
            self._job.cancel()
        self._stale = self._enter_found = False
        self._asked += 1
        number = self._asked
        if not query:
            self._show(None)
            return
        session, language = self.session, self.session.language

        def read(_context: Context) -> tuple[int, Found]:
            with session.read() as connection:
                return number, find(connection, query, language)

        self._job = session.operations.run_read(read, on_done=self._answered, owner=self)

    def _answered(self, answer: tuple[int, Found]) -> None:
        number, found = answer
        if number == self._asked:  # an answer to what was typed before is of no use any more
            self._job = None
            self._show(found)
            if self._enter_found:
                self._enter_list()

    def _show(self, found: Found | None) -> None:
        self._found = found
        self.list.show_found(found)
        self.count.retranslate()
        self.count.setVisible(bool(self.count.text()))
        part = self._begin if found is None else self.list if found.owners else self._nothing
        self._stack.setCurrentWidget(part)

    def _count_words(self) -> str:
        if self._found is None or not self._found.owners:
            return ""
        number = active().number(len(self._found.owners))
        if self._found.more:
            return _("The first {n} places. Type more to find less.").format(n=number)
        return ngettext("{n} place", "{n} places", len(self._found.owners)).format(n=number)

    # Moving

    @override
    def enter(self) -> None:
        self._catch_up()
        if self._found is not None and self.list.current() is not None:
            self.list.setFocus()
        else:
            self._back_to_field()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._search(self.field.text())

    def _enter_list(self) -> None:
        """Go on to the finds, as soon as there are any."""
        self._enter_found = self._job is not None
        if not self._enter_found and self._stack.currentWidget() is self.list:
            self.list.begin()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter for: search now, and go on to the finds."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.field.set_text(self.field.edit.text())
            self._enter_list()
            return True
        return super().eventFilter(watched, event)

    def _back_to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def _go(self, owner: HitOwner) -> None:
        self.session.go(place_of(owner))

    @override
    def refresh(self, changes: Changes) -> None:
        if self._found is None or not changes.touches(*_SEARCHED):
            return
        self._stale = True
        if self.isVisible():
            self._catch_up()

    @override
    def run_action(self, action_id: str) -> bool:
        if action_id in ("find.everywhere", "find.text"):
            self._back_to_field()
            return True
        owner = self.list.current()
        if owner is None:
            return False
        if action_id == "record.source":
            place = source_place(owner)
        elif action_id == "desk.open" and owner.hit.kind == "translation":
            place = place_of(owner)
        else:
            place = None
        if place is not None:
            self.session.go(place)
        return place is not None

    @override
    def retranslate(self) -> None:
        self._stale = self._found is not None  # records are named in the interface language
        if self.isVisible():
            self._catch_up()

    def _restyle(self) -> None:
        look = current_look()
        self._top.setContentsMargins(look.px("room"), look.px("wide"), look.px("room"), look.px("wide"))
        self._top.setSpacing(look.px("gap"))
