"""Making, opening, re-keying and closing archives in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from workbench.domain.errors import ArchiveError, WorkbenchError
from workbench.i18n import _
from workbench.qt.archive.create import NewArchive
from workbench.qt.operations import Operations
from workbench.qt.window.workspace import load_views
from workbench.services import archives, sample
from workbench.services.archives import Created
from workbench.store.archive import Archive
from workbench.vault import keys

T = TypeVar("T")
Refusal = Callable[[WorkbenchError], bool | None]


class Doors(QObject):
    """Every archive that this program has open, and the slow ways in and out of one.

    `parameters` are the costs of keys, newest first, as in `keys.PARAMETERS`.
    """

    def __init__(
        self,
        operations: Operations,
        parameters: tuple[keys.Parameters, ...] = keys.PARAMETERS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.operations = operations
        self.parameters = parameters
        self._guard = threading.Lock()
        self._open: list[Archive] = []

    def _know(self, archive: Archive) -> Archive:
        # Noted on the worker's thread, so that an answer nobody waits for any more is closed as well.
        with self._guard:
            self._open = [*(each for each in self._open if each.is_open), archive]
        return archive

    def know(self, archive: Archive) -> None:
        """Take over an archive that somebody else has opened."""
        self._know(archive)

    def expect(self) -> None:
        """Make ready for an archive that will be open soon."""
        self.operations.run_read(lambda _context: load_views(), aside=True)

    def create(self, new: NewArchive, on_done: Callable[[Created], None], on_error: Refusal) -> None:
        """Make an archive, with the sample in it where that was asked for."""

        def work(_context: object) -> Created:
            made = archives.create_archive(new.path, new.passphrase, new.profile, parameters=self.parameters[0])
            self._know(made.archive)
            if new.sample:
                sample.load_sample(made.archive, made.profile_id)
            return made

        self.operations.run(work, on_done=on_done, on_error=on_error, title=_("Making the archive"))

    def open(self, path: Path, passphrase: str, on_done: Callable[[Archive], None], on_error: Refusal) -> None:
        """Open an archive with its passphrase."""
        self.operations.run(
            lambda _context: self._know(archives.open_archive(path, passphrase, parameters=self.parameters)),
            on_done=on_done,
            on_error=on_error,
            title=_("Opening the archive"),
        )

    def open_with_words(self, path: Path, words: str, on_done: Callable[[Archive], None], on_error: Refusal) -> None:
        """Open an archive with the words of its recovery sheet."""
        self.operations.run(
            lambda _context: self._know(archives.open_with_words(path, words)),
            on_done=on_done,
            on_error=on_error,
            title=_("Opening the archive"),
        )

    def prove(self, archive: Archive, passphrase: str, on_done: Callable[[None], None], on_error: Refusal) -> None:
        """Find out whether a passphrase is that of an open archive."""
        self.operations.run(
            lambda _context: archives.check_passphrase_of(archive, passphrase, parameters=self.parameters),
            on_done=on_done,
            on_error=on_error,
            title=_("Checking the passphrase"),
        )

    def change_passphrase(
        self, archive: Archive, old: str, new: str, on_done: Callable[[Created], None], on_error: Refusal
    ) -> None:
        """Write the archive anew under another passphrase; `archive` is closed by it."""

        def work(_context: object) -> Created:
            made = archives.change_passphrase(archive, old, new, parameters=self.parameters)
            self._know(made.archive)
            return made

        self.operations.run(work, on_done=on_done, on_error=on_error, title=_("Changing the passphrase"))

    def check_file(self, path: Path, on_done: Callable[[bool], None], on_error: Refusal) -> None:
        """Refuse what cannot be an archive; else tell whether a crash has left a part beside the file."""
        self.operations.run_read(
            lambda _context: archives.check_archive_file(path), on_done=on_done, on_error=on_error, title=""
        )

    def close(self, which: Callable[[], Archive | None], on_closed: Callable[[], object]) -> None:
        """Close an archive once all background work has come to its end; what need not is for the caller to stop.

        `which` is asked then: a change of passphrase under way puts another one in its place, or none.
        """

        def close() -> None:
            archive = which()
            if archive is None:
                on_closed()
            else:
                self._close_now(archive, on_closed)

        _Quiet(self.operations, self).wait(close)

    def _close_now(self, archive: Archive, on_closed: Callable[[], object]) -> None:
        def closed(_value: None) -> None:
            on_closed()

        def failed(_error: WorkbenchError) -> None:
            # The window shows the error; what was saved is saved, and nothing more can be done here.
            on_closed()

        self.operations.run(lambda _context: archive.close(), on_done=closed, on_error=failed, owner=self)

    def close_all(self) -> None:
        """Close whatever is still open, at the end of the program, after `Operations.shut_down`.

        Raises:
            ArchiveError: one could not be closed properly (the stick is gone, say); all others were.
        """
        with self._guard:
            left, self._open = self._open, []
        failed: ArchiveError | None = None
        for archive in left:
            try:
                archive.close()
            except ArchiveError as error:
                failed = error
        if failed is not None:
            raise failed


class _Quiet(QObject):
    """Waits until no background work is left, what comes of its answers included."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._then: Callable[[], object] | None = None

    def wait(self, then: Callable[[], object]) -> None:
        """Do `then` once it is quiet, at once where it is already."""
        self._then = then
        self._operations.finished.connect(self._look_later)
        self._look_later()

    def _look_later(self, _job: object = None) -> None:
        # A job's answer is taken after this signal, and may start another job or change the archive.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        then = self._then
        if self._operations.jobs or then is None:
            return
        self._then = None
        self._operations.finished.disconnect(self._look_later)
        self.deleteLater()
        then()
