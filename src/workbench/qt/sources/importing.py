"""Bringing sources in: one after the other; what fails is told and the rest goes on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from workbench.domain.errors import ArchiveError, CancelledError, WorkbenchError
from workbench.i18n import _, ngettext
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.services.sources import Imported, Incoming, import_source, read_file, read_pasted
from workbench.store.queries.sources import source_detail, sources_like, sources_with_original


@dataclass(frozen=True, slots=True)
class Twin:
    """Bytes that the archive has already, and the source that has them.

    Where they are not the `same`, it is a source with their address, or with their title and
    publisher: they may be a newer capture of it.
    """

    incoming: Incoming
    source_id: str
    title: str
    same: bool = True

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

    def _note(self, action: str, subject: str = "") -> None:
        """Let the next start say that an import did not finish, should this be killed."""
        archive = self._session.archive
        self._session.operations.run(lambda _context: archive.note_activity(action, subject), initiator=self)

    def stop(self) -> None:
        """Import nothing more; what was imported stays."""
        self._total -= len(self._waiting)
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            if not self.busy:
                self._note("")
            return
        self._job = self._session.operations.run_read(
            self._waiting.popleft(),
            on_done=self._read,
            on_error=self._refused,
            title=_("Importing"),
            initiator=self,
            lasting=True,
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
            same = sources_with_original(connection, incoming.original.digest)
            for source_id in same or sources_like(connection, incoming.provenance):
                found = source_detail(connection, source_id)
                if found is not None:
                    return Twin(incoming, source_id, found.title, same=bool(same))
        return None

    def import_again(self, twin: Twin) -> None:
        """Import it after all, as another source."""
        self._total += 1
        self._keep(twin.incoming, again=True)

    def _keep(self, incoming: Incoming, *, again: bool) -> None:
        self._note("import_source", incoming.original.file_name)
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
        if isinstance(error, ArchiveError) and self._waiting:  # a full disk is full for the others as well
            count = len(self._waiting)
            self.stop()
            self.failed.emit(
                ngettext("{n} more file was not tried.", "{n} more files were not tried.", count).format(n=count)
            )
        self._dealt_with()
        return True

    def _dealt_with(self) -> None:
        self._job = None
        self._done += 1
        self.progressed.emit(self._done, self._total)
        self._next()


def can_import(data: QMimeData) -> bool:
    """Tell whether something that is dragged here may hold a source."""
    return data.hasUrls() or data.hasHtml() or data.hasText()


def _read(path: Path, context: Context) -> Incoming:
    return read_file(path, cancel=lambda: context.job.cancel_asked)
