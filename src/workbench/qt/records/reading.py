"""Reads what pages of records show: a screenful at once, anything longer in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from workbench.qt.operations import Context, Job
from workbench.qt.records.known import Known, read_known
from workbench.qt.session import Session
from workbench.store.queries.facts import row_count

_SCREENFUL = 500
"""Rows that are read on the GUI thread at most: some tens of milliseconds."""

Found = list[Known | None]
"""Everything about each record that was asked for; None where the archive does not have it."""


class Reading:
    """One reading at a time, for one owner: a new one takes the place of that which is under way."""

    def __init__(self, session: Session, owner: QObject) -> None:
        self._session, self._owner = session, owner
        self._job: Job | None = None
        self.awaited: tuple[str, ...] = ()
        """The ids of the records that are being read in the background."""

    def read(self, record_ids: Sequence[str], on_done: Callable[[Found], None]) -> Found | None:
        """Return what is known about records; None where it is so much that `on_done` is given it later."""
        self.stop()
        archive, language = self._session.archive, self._session.language
        with self._session.read() as connection:
            if sum(row_count(connection, record_id) for record_id in record_ids) <= _SCREENFUL:
                return [read_known(connection, record_id, language) for record_id in record_ids]

        def work(context: Context) -> Found:
            found: Found = []
            with archive.read() as connection:
                for record_id in record_ids:
                    context.check()
                    found.append(read_known(connection, record_id, language))
            return found

        def done(found: Found) -> None:
            if job is self._job:  # a job that had ended before it was stopped is delivered all the same
                self._job, self.awaited = None, ()
                on_done(found)

        job = self._session.operations.run_read(work, on_done=done, owner=self._owner)
        self._job, self.awaited = job, tuple(record_ids)
        return None

    def stop(self) -> None:
        """Read no further, and tell nobody."""
        if self._job is not None:
            self._job.cancel()
        self._job, self.awaited = None, ()
