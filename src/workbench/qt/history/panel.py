"""The history panel: what was done, by whom, when; back to any point; one older operation undone on its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.history.entries import PAGE, EntryList, Listed, Pager
from workbench.qt.history.finding import Wanted, find_entries
from workbench.qt.history.reverting import Reverting
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Place, Session
from workbench.store import log
from workbench.store.log import Entry

_MOST = 2_000
"""Operations that are read again at once after a change; who had scrolled further scrolls again."""


def row_of(place: Place | None) -> str | None:
    """Return the id of the thing that a place is about: the innermost one."""
    if place is None:
        return None
    return place.quote_id or place.passage_id or place.record_id or place.source_id


class HistoryPanel(Live, QWidget):
    """`place` gives where the person is; its thing is what "selected" means."""

    def __init__(self, session: Session, place: Callable[[], Place | None]) -> None:
        super().__init__()
        self._session, self._place = session, place
        self._wanted = Wanted()
        self._people: list[str] = []
        self._ready = True
        self._job: Job | None = None
        self.scope, self.person = QComboBox(), QComboBox()
        self.scope.addItems(["", ""])
        self.search = SearchField(lambda: _("Filter by words"))
        self.list = EntryList()
        self.reverting = Reverting(session, self.list)
        self._empty = EmptyState(
            "history",
            lambda: _("Nothing here yet"),
            more=lambda: _("Every change is listed here, with who made it and when; from here it can be undone."),
        )
        self._none = EmptyState(
            "history", lambda: _("No operation is like this"), more=lambda: _("Choose everyone, or other words.")
        )
        self._unselected = EmptyState(
            "history",
            lambda: _("Nothing is selected"),
            more=lambda: _("Go to a passage, a record or a quote: its history shows here."),
        )
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        for part in (self.scope, self.person, self.search):
            self._column.addWidget(part)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.reverting)
        for page in (self.list, self._empty, self._none, self._unselected):
            self._stack.addWidget(page)
        self._connect()
        self._show_people()
        self.retranslate()
        self.restyle()
        self._load()

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _at: self._ask())
        self.person.currentIndexChanged.connect(lambda _at: self._ask())
        self.search.searched.connect(lambda _text: self._ask())
        self.search.list_asked.connect(self.list.begin)
        self.list.left.connect(self.search.setFocus)
        self._session.changed.connect(self._refresh)
        self.setFocusProxy(self.list)

    @property
    def ready(self) -> bool:
        """Whether what is shown is what was asked for; a search through the whole log takes a moment."""
        return self._ready

    def follow(self) -> None:
        """Turn to what is selected now, where the panel is about that."""
        if self.scope.currentIndex() == 1:
            self._ask()

    def show_row(self, row_id: str) -> None:
        """Show the past of one thing, until the person goes elsewhere."""
        with QSignalBlocker(self.scope):
            self.scope.setCurrentIndex(1)
        self._ask(row_id)

    def texts(self) -> list[str]:
        """Return the operations that have been read, the newest first, as a screen reader says them."""
        model = self.list.entries
        rows = (model.row(place) for place in range(model.rowCount()))
        return [row.spoken() for row in rows if isinstance(row, Listed)]

    # What is wanted

    def _ask(self, row_id: str | None = None) -> None:
        """Take from the fields what is wanted, and show it."""
        about = self.scope.currentIndex() == 1
        at = self.person.currentIndex()
        self._wanted = Wanted(
            row_id=(row_id or row_of(self._place()) or "") if about else None,
            author_id=self._people[at - 1] if at > 0 else None,
            words=tuple(self.search.text().casefold().split()),
        )
        self._load()

    def _refresh(self, changes: Changes) -> None:
        if changes.touches("profile"):
            self._show_people()
        self._load()

    def _load(self) -> None:
        if self._job is not None:
            self._job.cancel()  # who types on waits for the last word only
            self._job = None
        if self._wanted == Wanted():
            self._show(self._wanted, self._page, min(max(PAGE, self.list.entries.loaded), _MOST))
            return
        session, wanted = self._session, self._wanted
        self._ready = False

        def read(context: Context) -> tuple[Wanted, list[Entry]]:
            with session.read() as connection:
                return wanted, find_entries(connection, wanted, context.check)

        self._job = session.operations.run_read(read, on_done=self._take_found, owner=self)

    def _page(self, before: int | None) -> list[Entry]:
        with self._session.read() as connection:
            return log.entries(connection, limit=PAGE, before=before)

    def _take_found(self, answer: tuple[Wanted, list[Entry]]) -> None:
        wanted, found = answer
        if wanted == self._wanted:
            self._show(wanted, _pages_of(found), PAGE)

    def _show(self, wanted: Wanted, pager: Pager, at_least: int) -> None:
        self._ready = True
        initials = {person.id: person.initials for person in self._session.profiles()}
        self.list.show_pages(pager, initials, at_least=at_least)
        if self.list.entries.rowCount():
            page: QWidget = self.list
        elif wanted.row_id == "":
            page = self._unselected
        else:
            page = self._empty if wanted == Wanted() else self._none
        self._stack.setCurrentWidget(page)

    def _show_people(self) -> None:
        people = self._session.profiles()
        chosen = self.person.currentIndex()
        self._people = [person.id for person in people]
        with QSignalBlocker(self.person):
            self.person.clear()
            self.person.addItems(["", *(person.name for person in people)])
            self.person.setItemText(0, _("Everyone"))
            self.person.setCurrentIndex(max(0, chosen))
        self.person.setVisible(len(people) > 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reverting.close_opened():
            return
        super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.scope.setItemText(0, _("The whole archive"))
        self.scope.setItemText(1, _("What is selected"))
        self.scope.setAccessibleName(_("History of"))
        self.person.setItemText(0, _("Everyone"))
        self.person.setAccessibleName(_("Done by"))
        if self._wanted.words:  # they are looked for in the words of a language
            self._load()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(gap)
        # What stands in for an empty list asks for more height than a list needs.
        self._stack.setMinimumHeight(look.px("target") * 4)


def _pages_of(found: list[Entry]) -> Pager:
    """Give entries that are all in memory page by page, so that only what is scrolled to is laid out."""
    at = 0

    def page(before: int | None) -> list[Entry]:
        nonlocal at
        at = 0 if before is None else at + PAGE
        return found[at : at + PAGE]

    return page
