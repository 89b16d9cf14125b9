"""The history panel: every operation of the archive, or the past of what is selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes, Operation
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live
from workbench.qt.history.row_history import RowHistory
from workbench.qt.history.words import moment_of, operation_text
from workbench.qt.look.style import current_look
from workbench.qt.session import Place, Session
from workbench.store import log

_PAGE = 100
"""Operations that are read at once."""

_NUMBER = int(Qt.ItemDataRole.UserRole)


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
        self._operations: list[Operation] = []
        self.scope = QComboBox()
        self.scope.addItems(["", ""])
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setProperty("place", "panel")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.earlier = Button(lambda: _("Show earlier ones"), self._read_more, kind="quiet")
        self.row = RowHistory(session)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.scope)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.earlier)
        self._column.addWidget(self.row)
        self._rest = QWidget()
        self._column.addWidget(self._rest, 1)
        self.scope.currentIndexChanged.connect(lambda _at: self._show_scope())
        session.changed.connect(self._refresh)
        self.setFocusProxy(self.scope)
        self._read()
        self._show_scope()
        self.retranslate()
        self.restyle()

    def follow(self) -> None:
        """Turn to what is selected now, where the panel is about that."""
        if self.scope.currentIndex() == 1:
            self.row.show_row(row_of(self._place()))

    def show_row(self, row_id: str) -> None:
        """Show the past of one thing, until the person goes elsewhere."""
        self.scope.setCurrentIndex(1)
        self.row.show_row(row_id)

    def texts(self) -> list[str]:
        """Return the lines of the archive's history, the newest first."""
        return [self.list.item(at).text() for at in range(self.list.count())]

    def _refresh(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        with self._session.read() as connection:
            self._operations = log.operations(connection, limit=max(_PAGE, len(self._operations)))
        self._fill()

    def _read_more(self) -> None:
        if not self._operations:
            return
        with self._session.read() as connection:
            self._operations += log.operations(connection, limit=_PAGE, before=self._operations[-1].number)
        self._fill()

    def _fill(self) -> None:
        current = self.list.currentItem()
        kept = current.data(_NUMBER) if current is not None else None
        scrolled = self.list.verticalScrollBar().value()
        people = {person.id: person.initials for person in self._session.profiles()}
        self.list.clear()
        for operation in self._operations:
            who = people.get(operation.author_id or "", "")
            when = " · ".join(part for part in (who, moment_of(operation)) if part)
            item = QListWidgetItem(f"{operation_text(operation)}\n{when}")
            item.setData(_NUMBER, operation.number)
            self.list.addItem(item)
            if operation.number == kept:
                self.list.setCurrentItem(item)
        self.list.verticalScrollBar().setValue(scrolled)
        self.earlier.setVisible(
            self.scope.currentIndex() == 0 and bool(self._operations) and self._operations[-1].number > 1
        )

    def _show_scope(self) -> None:
        everything = self.scope.currentIndex() == 0
        self.list.setVisible(everything)
        self.row.setVisible(not everything)
        self._rest.setVisible(not everything)
        self._fill()
        self.follow()

    @override
    def retranslate(self) -> None:
        self.scope.setItemText(0, _("The whole archive"))
        self.scope.setItemText(1, _("What is selected"))
        self.scope.setAccessibleName(_("History of"))
        self.list.setAccessibleName(_("History"))
        self._fill()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(gap)
        self.list.setMinimumHeight(look.px("side"))
