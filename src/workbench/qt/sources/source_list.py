"""The list of sources, with a filter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Live
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.levels.signs import signed
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.qt.sources.article import provenance_text
from workbench.store.queries.levels import guarded_sources
from workbench.store.queries.sources import SourceRow, find_sources, list_sources


def source_line(row: SourceRow) -> Line:
    """Make a source's row: title, where it is from, and how far its translations are."""
    return Line(
        row.id,
        row.title or _("Without a title"),
        detail=provenance_text(row.publisher, row.published, row.language),
        right=progress_text(row),
    )


def progress_text(row: SourceRow) -> str:
    """Say how many of the translations that a source's quotes want are final; empty without quotes."""
    if not row.targets:
        return ""
    book = active()
    return _("{done} of {all} final").format(done=book.number(row.finals), all=book.number(row.targets))


class SourceList(Live, QWidget):
    """Reads the list in the background; the current source stays current whatever changes."""

    current_changed = Signal(str)
    """The id of the source to show, empty where there is none."""

    chosen = Signal(str)
    """Enter was pressed on a source: the person wants to read it."""

    details_asked = Signal(str)
    remove_asked = Signal(str)
    read = Signal()
    """The list is as the archive is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._job: Job | None = None
        self.count: int | None = None
        self.search = SearchField(lambda: _("Filter sources"))
        self.list = LineList(lambda: _("Sources"), rows=2)
        self._nothing = PlainLabel(lambda: _("No source has these words in its title or origin."), role="second")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.search)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.list, 1)
        self.search.searched.connect(lambda _typed: self.reload())
        self.search.list_asked.connect(self.list.setFocus)
        self.list.current_changed.connect(self.current_changed)
        self.list.chosen.connect(self.chosen)
        self.setFocusProxy(self.list)
        self.restyle()

    def reload(self, then: Callable[[], object] | None = None) -> None:
        """Read the list again; an earlier reading that is under way is dropped."""
        self._asked += 1
        number, typed, archive = self._asked, self.search.text(), self._session.archive
        if self._job is not None:
            self._job.cancel()

        def work(_context: Context) -> tuple[int, list[Line]]:
            with archive.read() as connection:
                everything = find_sources(connection)
                ids = find_sources(connection, typed) if typed else None
                guarded = guarded_sources(connection)
                rows = list_sources(connection, ids)
                return len(everything), [signed(source_line(row), guarded.get(row.id)) for row in rows]

        self._job = self._session.operations.run_read(
            work, on_done=lambda found: self._take(number, *found, then), owner=self
        )

    def _take(self, number: int, count: int, lines: list[Line], then: Callable[[], object] | None) -> None:
        if number != self._asked:
            return
        self.count = count
        self.list.set_lines(lines)
        self._nothing.setVisible(not lines and bool(self.search.text()))
        self.read.emit()
        if then is not None:
            then()

    def select(self, source_id: str) -> bool:
        """Make a source the current one; a filter that hides it is taken away."""
        if self.list.current_id() == source_id or self.list.go_to(source_id):
            return True
        if self.search.text():
            self.search.edit.clear()
            self.reload(lambda: self.list.go_to(source_id))
        return False

    def first_id(self) -> str:
        """Return the id of the first source, empty where there is none."""
        line = self.list.lines.line(0)
        return line.id if line is not None else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the current source with Delete; it can be put back at once."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.current_id():
            self.remove_asked.emit(self.list.current_id())
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        source_id = self.list.current_id()
        if not source_id:
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.list.visualRect(self.list.currentIndex()).center() if by_key else QPoint()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Details"), lambda: self.details_asked.emit(source_id))
        menu.addAction(_("Remove source"), lambda: self.remove_asked.emit(source_id))
        menu.popup(self.list.viewport().mapToGlobal(at) if by_key else event.globalPos())
        event.accept()

    @override
    def retranslate(self) -> None:
        if self.count is not None and self._session.archive.is_open:
            self.reload()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._column.setContentsMargins(gap, gap, gap, 0)
        self._column.setSpacing(gap)
