"""Bringing in a newer capture of a source: read, compared and shown first, then kept as one operation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.qt.versions.newer_bar import NewerBar, Stage
from workbench.services.sources import Incoming, read_file, read_pasted
from workbench.services.versions import Foreseen, Progress, Renewed, foresee, import_newer, read_again
from workbench.store.work import Act


class Newer(QObject):
    """Works the bar. `imported` carries a `Renewed`; `left` comes when the bar is closed without.

    Only the answer to what was asked last counts: a job that was cancelled may have ended before.
    """

    imported = Signal(object)
    left = Signal()

    def __init__(self, session: Session, bar: NewerBar) -> None:
        super().__init__(bar)
        self._session, self._bar = session, bar
        self._source_id, self._title = "", ""
        self._ready: tuple[Incoming, Foreseen] | None = None
        self._job: Job | None = None
        self._asked = 0
        bar.clipboard_asked.connect(self.paste)
        bar.import_asked.connect(self.keep)
        bar.closed.connect(self.close)
        session.operations.progressed.connect(self._progressed)

    def begin(self, source_id: str, title: str) -> None:
        """Ask for the newer capture of a source."""
        self._next()
        self._source_id, self._title = source_id, title
        self._bar.choose(title)

    def _next(self) -> int:
        """Stop what is under way and return a new number: a late answer with another one is nobody's."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._ready = None
        self._asked += 1
        return self._asked

    def read_file(self, path: Path) -> None:
        """Read a file, and see what it would do."""
        self._look(lambda context: read_file(path, cancel=lambda: context.job.cancel_asked, language=False))

    def paste(self) -> None:
        """Read what is on the clipboard, and see what it would do."""
        data = QGuiApplication.clipboard().mimeData()
        html = data.html() if data is not None and data.hasHtml() else None
        text = data.text() if data is not None and data.hasText() else None
        self._look(lambda _context: read_pasted(html=html, text=text, language=False))

    def take(self, source_id: str, title: str, incoming: Incoming) -> None:
        """See what something would do that was read already."""
        self.begin(source_id, title)
        self._look(lambda _context: incoming)

    def _look(self, read: Callable[[Context], Incoming]) -> None:
        number = self._next()
        self._bar.work(lambda: _("Reading it and looking for the passages…"))
        source_id, archive = self._source_id, self._session.archive

        def work(context: Context) -> tuple[Incoming, Foreseen]:
            incoming = read(context)
            with archive.read() as connection:
                return incoming, foresee(connection, source_id, incoming, context.progress)

        self._job = self._session.operations.run_read(
            work,
            on_done=lambda found: self._looked(number, found),
            on_error=lambda error: number != self._asked or self._refused(error),
            title=_("Comparing the texts"),
            initiator=self,
        )

    def _looked(self, number: int, found: tuple[Incoming, Foreseen]) -> None:
        if number != self._asked:
            return
        self._job, self._ready = None, found
        incoming, foreseen = found
        self._bar.ready(foreseen, incoming.original.file_name)

    def keep(self) -> None:
        """Do what was shown, as one operation."""
        if self._ready is None:
            return
        incoming, foreseen = self._ready
        self._bar.work(lambda: _("Carrying the passages over…"))
        self._keep(foreseen.source_id, foreseen.title, incoming, foreseen)

    def read_again(self, source_id: str, title: str) -> None:
        """Read the bytes that are here already with the readers of today."""
        self.begin(source_id, title)
        number = self._asked
        self._bar.work(lambda: _("Reading the file again…"))
        archive = self._session.archive

        def work(context: Context) -> Incoming:
            with archive.read() as connection:
                return read_again(connection, source_id, lambda: context.job.cancel_asked)

        self._job = self._session.operations.run_read(
            work,
            on_done=lambda incoming: self._read_well(number, incoming),
            on_error=lambda error: number != self._asked or self._refused(error),
            initiator=self,
            lasting=True,
        )

    def _read_well(self, number: int, incoming: Incoming) -> None:
        if number == self._asked:
            self._keep(self._source_id, self._title, incoming, None, again=True)

    def _keep(
        self, source_id: str, title: str, incoming: Incoming, foreseen: Foreseen | None, *, again: bool = False
    ) -> None:
        number = self._next()

        def act(progress: Progress) -> Act[Renewed]:
            return import_newer(source_id, incoming, foreseen=foreseen, again=again, progress=progress)

        self._job = self._session.perform(
            act,
            on_done=lambda done: self._kept(number, done),
            on_error=lambda error: number == self._asked and self._refused(error),
            title=_("Importing"),
            initiator=self,
            cancellable=True,
            activity=title,
        )

    def _kept(self, number: int, done: Renewed) -> None:
        if number == self._asked:
            self._job = None
            self._bar.hide()
        self.imported.emit(done)

    def _refused(self, error: WorkbenchError) -> bool:
        self._job = self._ready = None
        self._bar.choose(self._title, "" if isinstance(error, CancelledError) else str(error))
        return True

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job and self._bar.stage is Stage.WORK:
            self._bar.progress(done, total)

    def close(self) -> None:
        """Stop what is under way; else go away. A write that is almost done may be done all the same."""
        if self._job is None:
            self.leave()
            self.left.emit()
        elif self._job.writes:
            self._job.cancel()
        else:
            self.begin(self._source_id, self._title)

    def leave(self) -> None:
        """Stop what is under way, and go away."""
        self._next()
        self._bar.hide()
