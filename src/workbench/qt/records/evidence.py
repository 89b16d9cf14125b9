"""Choosing the passages that support something: those about the record, the last one read, or any other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.fields import FormRow, SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.records.words import cited_text
from workbench.qt.session import Session
from workbench.store.queries.passages import PassageRow, list_passages

_FOUND = 40
"""Passages that a search shows at most."""

_ROWS = 4
_ID = Qt.ItemDataRole.UserRole


class _Passages(Live, QListWidget):
    """Passages with a tick each; Space or Enter ticks the current one."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None and not event.modifiers():
            ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        self.setFixedHeight(_ROWS * (look.px("target") + look.px("gap")))


class EvidenceField(FormRow):
    """A list of passages to tick, and a search that adds others to it."""

    def __init__(self, session: Session, passages: Iterable[PassageRow]) -> None:
        self.list = _Passages()
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        super().__init__(lambda: _("Passages that support it"), self.list, hint=lambda: _("Space ticks a passage."))
        self._session = session
        self._asked = ""
        self.search = SearchField(lambda: _("Search all passages"))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, self.search)
        self._none = PlainLabel(lambda: _("No passage has these words."), role="small", wrap=True)
        self._none.hide()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(2, self._none)
        self.search.searched.connect(self._search)
        self.search.list_asked.connect(self._go_to_list)
        self.setFocusProxy(self.search)
        self._offered = list(passages)
        self._begin()

    def _begin(self) -> None:
        last = self._session.last_passage_id
        if last is not None and all(row.id != last for row in self._offered):
            with self._session.read() as connection:
                self._offered = [*list_passages(connection, [last]), *self._offered]
        elif last is not None:
            self._offered.sort(key=lambda row: row.id != last)
        self._show(self._offered)

    def _show(self, passages: Iterable[PassageRow]) -> None:
        """Show passages, those that are ticked before all others."""
        ticked = self.passage_ids()
        known = {row.id: row for row in (*self._offered, *passages)}
        order = dict.fromkeys((*ticked, *(row.id for row in passages)))
        self._offered = [known[key] for key in order]
        self.list.clear()
        for row in self._offered:
            item = QListWidgetItem(cited_text(row))
            item.setData(_ID, row.id)
            item.setSizeHint(QSize(0, current_look().px("target")))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row.id in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(min(len(ticked), self.list.count() - 1))

    def passage_ids(self) -> tuple[str, ...]:
        """Return the passages that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, passage_id: str) -> None:
        """Tick a passage that is in the list."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_ID) == passage_id:
                self.list.item(place).setCheckState(Qt.CheckState.Checked)

    def _go_to_list(self) -> None:
        self.list.setFocus()

    def _search(self, text: str) -> None:
        self._asked = text
        words = text.casefold().split()
        if not words:
            self._none.hide()
            return
        session = self._session

        def read(_context: Context) -> tuple[str, list[PassageRow]]:
            with session.read() as connection:
                rows = list_passages(connection)
            found = (row for row in rows if all(word in row.exact.casefold() for word in words))
            return text, [row for row, _n in zip(found, range(_FOUND), strict=False)]

        session.operations.run_read(read, on_done=self._found, owner=self)

    def _found(self, answer: tuple[str, list[PassageRow]]) -> None:
        text, rows = answer
        if text == self._asked:
            self._none.setVisible(not rows)
            self._show(rows)
