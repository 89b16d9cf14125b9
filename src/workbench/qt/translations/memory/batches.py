"""What the translation memory holds: files that were taken in, and translations that nobody has reviewed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import Origin
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.session import Session
from workbench.services.memory import remember_all, remove_batch
from workbench.store.queries.memory import BatchRow, batches, unreviewed


class BatchesSide(Live, QWidget):
    """Lists the batches; Delete takes the one at hand out of the memory."""

    file_asked = Signal()
    """The person wants to take in a file."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._counts = (0, 0)
        self.rows: dict[str, BatchRow] = {}
        self._head = PlainLabel(lambda: _("In the memory"), role="lead")
        self._own = PlainLabel(
            lambda: _("Every reviewed translation of this archive is in it by itself."), role="second", wrap=True
        )
        self._told = PlainLabel(self._unreviewed_words, role="second", wrap=True)
        self.all_in = Button(lambda: _("Take all in"), lambda: self._remember(taken=True), icon="plus")
        self.all_out = Button(lambda: _("Take all out"), lambda: self._remember(taken=False), icon="x")
        self.list = LineList(lambda: _("Files in the memory"), rows=2)
        self._none = PlainLabel(lambda: _("No file has been taken in yet."), role="second", wrap=True)
        self.take = Button(lambda: _("Take in a file…"), self.file_asked.emit, icon="import")
        self.remove = Button(lambda: _("Take out of the memory"), self._remove, kind="quiet", icon="trash-2")
        self._build()
        self.list.current_changed.connect(lambda _key: self._enable())
        self.list.installEventFilter(self)
        self.restyle()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        unreviewed_row, files_row = QWidget(), QWidget()
        for row, buttons in ((unreviewed_row, (self.all_in, self.all_out)), (files_row, (self.take, self.remove))):
            flow = Flow(row)
            for button in buttons:
                flow.addWidget(button)
        for part in (self._head, self._own, self._told, unreviewed_row, self._none):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(files_row)
        self._column.addStretch(0)

    def load(self) -> None:
        """Read what there is, in the background."""

        def read(_context: Context) -> tuple[list[BatchRow], tuple[int, int]]:
            with self._session.read() as connection:
                return batches(connection), unreviewed(connection)

        self._session.operations.run_read(read, on_done=self._loaded, owner=self)

    def _loaded(self, found: tuple[list[BatchRow], tuple[int, int]]) -> None:
        rows, self._counts = found
        self.rows = {row.id: row for row in rows}
        self._show()

    def _show(self) -> None:
        self.list.set_lines(_line(row) for row in self.rows.values())
        if self.rows and not self.list.current_id():
            self.list.go_to(next(iter(self.rows)))
        self.list.setVisible(bool(self.rows))
        self._none.setVisible(not self.rows)
        self._told.retranslate()
        self._told.setVisible(any(self._counts))
        self._enable()

    def _enable(self) -> None:
        writable, (inside, outside) = not self._session.read_only, self._counts
        self.all_in.setVisible(writable and outside > 0)
        self.all_out.setVisible(writable and inside > 0)
        self.take.setVisible(writable)
        self.remove.setVisible(writable and bool(self.list.current_id()))

    def _unreviewed_words(self) -> str:
        inside, outside = self._counts
        number = active().number
        within = ngettext(
            "{n} translation that nobody has reviewed is in it by request.",
            "{n} translations that nobody has reviewed are in it by request.",
            inside,
        ).format(n=number(inside))
        beside = ngettext(
            "{n} translation that nobody has reviewed is not in it.",
            "{n} translations that nobody has reviewed are not in it.",
            outside,
        ).format(n=number(outside))
        return " ".join(words for words, count in ((within, inside), (beside, outside)) if count)

    def _remember(self, *, taken: bool) -> None:
        if not self._session.read_only:
            self._session.perform(remember_all(taken=taken), initiator=self)

    def _remove(self) -> None:
        key = self.list.current_id()
        if key and not self._session.read_only:
            self._session.perform(remove_batch(key), initiator=self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        deleting = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in deleting
        if watched is self.list and pressed:
            self._remove()
            return True
        return super().eventFilter(watched, event)

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(look.px("wide"), gap, gap, gap)
        self._column.setSpacing(gap)


def _line(row: BatchRow) -> Line:
    kind = _("bundle") if row.origin is Origin.BUNDLE else "TMX"
    units = ngettext("{n} unit", "{n} units", row.units).format(n=active().number(row.units))
    moment = active().date_time(datetime.fromisoformat(row.moment))
    return Line(row.id, row.label, f"{kind} · {units}", moment)
