"""Bringing sources in: one after the other, each failure a line, the rest goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, IconButton, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.services.sources import Imported, Incoming, import_source, read_file, read_pasted
from workbench.store.queries.sources import source_detail, sources_with_original


@dataclass(frozen=True, slots=True)
class Twin:
    """Bytes that the archive has already, and the source that has them."""

    incoming: Incoming
    source_id: str
    title: str

    @property
    def name(self) -> str:
        """What was to be imported."""
        return self.incoming.original.file_name


class Importer(QObject):
    """Reads files in the worker, one at a time, and keeps each as a source."""

    progressed = Signal(int, int)
    """How many of how many have been dealt with; equal when all are."""

    imported = Signal(object, bool)
    """An `Imported`, and whether it is the only one of its batch."""

    failed = Signal(str)
    """One line about a file that was not imported."""

    twin_found = Signal(object)
    """A `Twin`: it was not imported."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[Callable[[Context], Incoming]] = deque()
        self._done = self._total = 0
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being imported."""
        return self._done < self._total

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files, after those that are waiting."""
        self._start([lambda context, path=path: _read(path, context) for path in paths])  # type: ignore[misc]

    def import_mime(self, data: QMimeData | None) -> None:
        """Import what was copied or dropped: files, else a piece of a page, else text; None is nothing at all."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
        if files:
            self.import_files(files)
            return
        html = data.html() if data is not None and data.hasHtml() else None
        text = data.text() if data is not None and data.hasText() else None
        self._start([lambda _context: read_pasted(html=html, text=text)])

    def _start(self, reads: list[Callable[[Context], Incoming]]) -> None:
        if not reads:
            return
        busy = self.busy
        if not busy:
            self._done = self._total = 0
        self._waiting.extend(reads)
        self._total += len(reads)
        self.progressed.emit(self._done, self._total)
        if not busy:
            self._next()

    def stop(self) -> None:
        """Import nothing more; what was imported stays."""
        self._total -= len(self._waiting)
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            return
        self._job = self._session.operations.run_read(
            self._waiting.popleft(),
            on_done=self._read,
            on_error=self._refused,
            title=_("Importing"),
            initiator=self,
        )

    def _read(self, incoming: Incoming) -> None:
        twin = self._twin(incoming)
        if twin is not None:
            self.twin_found.emit(twin)
            self._dealt_with()
        else:
            self._keep(incoming, again=False)

    def _twin(self, incoming: Incoming) -> Twin | None:
        with self._session.read() as connection:
            for source_id in sources_with_original(connection, incoming.original.digest):
                found = source_detail(connection, source_id)
                if found is not None:
                    return Twin(incoming, source_id, found.title)
        return None

    def import_again(self, twin: Twin) -> None:
        """Import bytes that the archive has already, as another source."""
        self._total += 1
        self._keep(twin.incoming, again=True)

    def _keep(self, incoming: Incoming, *, again: bool) -> None:
        self._session.perform(
            import_source(incoming, again=again),
            on_done=self._kept,
            on_error=self._refused,
            initiator=self,
            title=_("Importing"),
        )

    def _kept(self, imported: Imported) -> None:
        only = self._total == 1
        self._dealt_with()
        self.imported.emit(imported, only)

    def _refused(self, error: WorkbenchError) -> bool:
        if not isinstance(error, CancelledError):
            self.failed.emit(str(error))
        self._dealt_with()
        return True

    def _dealt_with(self) -> None:
        self._job = None
        self._done += 1
        self.progressed.emit(self._done, self._total)
        self._next()


def _read(path: Path, context: Context) -> Incoming:
    return read_file(path, cancel=lambda: context.job.cancel_asked)


class ImportReport(Live, QFrame):
    """How an import goes, and what did not go: in the window, above the text, until it is closed."""

    show_asked = Signal(str)
    """The id of a source that has the same bytes."""

    def __init__(self, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self.setProperty("level", "warning")
        self._importer = importer
        self._counts = (0, 0)
        self._lines: list[QWidget] = []
        self._head = PlainLabel(self._words, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(lambda: _("Stop"), importer.stop)
        self._close = IconButton("x", lambda: _("Close this message"), self.clear)
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._body)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self._stop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._scroll)
        importer.progressed.connect(self._progressed)
        importer.failed.connect(self._add_failure)
        importer.twin_found.connect(self._add_twin)
        self.restyle()
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What was said about what was not imported."""
        labels = (line if isinstance(line, PlainLabel) else line.findChild(PlainLabel) for line in self._lines)
        return tuple(label.text() for label in labels if label is not None)

    def _words(self) -> str:
        done, total = self._counts
        if done < total:
            book = active()
            return _("Importing {done} of {total}…").format(done=book.number(done + 1), total=book.number(total))
        number = len(self._lines)
        return ngettext("{n} source was not imported", "{n} sources were not imported", number).format(n=number)

    def _progressed(self, done: int, total: int) -> None:
        if done == 0:
            self.clear()
        self._counts = (done, total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._show()

    def _add_failure(self, line: str) -> None:
        self._add(PlainLabel(line, wrap=True))

    def _add_twin(self, twin: Twin) -> None:
        if twin.name:
            words = _("“{name}” is in the archive already, as “{title}”.").format(name=twin.name, title=twin.title)
        else:
            words = _("This text is in the archive already, as “{title}”.").format(title=twin.title)
        line = QWidget()
        column, verbs = QVBoxLayout(line), Flow()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(words, wrap=True))
        verbs.addWidget(Button(lambda: _("Show it"), lambda: self._show_twin(twin)))
        verbs.addWidget(Button(lambda: _("Import again"), lambda: self._import_again(twin, line), kind="quiet"))
        column.addLayout(verbs)
        self._add(line)

    def _show_twin(self, twin: Twin) -> None:
        self.clear()
        self.show_asked.emit(twin.source_id)

    def _import_again(self, twin: Twin, line: QWidget) -> None:
        self._drop(line)
        self._importer.import_again(twin)
        self._show()

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._list.addWidget(line)
        self._show()

    def _drop(self, line: QWidget) -> None:
        if line in self._lines:
            self._lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def clear(self) -> None:
        """Take all lines away."""
        for line in list(self._lines):
            self._drop(line)
        self._show()

    def _show(self) -> None:
        done, total = self._counts
        busy = done < total
        self._head.set_words(self._words)
        self._head.setVisible(busy or len(self._lines) > 1)
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._close.setVisible(not busy)
        self._scroll.setVisible(bool(self._lines))
        height = self._body.layout().totalHeightForWidth(max(self.width(), 320)) if self._lines else 0  # type: ignore[union-attr]
        self._scroll.setFixedHeight(min(max(height, 0), current_look().px("side_least")))
        self.setProperty("level", "warning" if self._lines else "info")
        self.style().unpolish(self)
        self.style().polish(self)
        # Nothing of one short import flickers over the text.
        self.setVisible(bool(self._lines) or (busy and total > 1))
        self.setAccessibleName(" ".join((self._words(), *self.lines)))

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._column.setContentsMargins(wide, gap, gap, gap)
        for box in (self._column, self._list):
            box.setSpacing(gap)
