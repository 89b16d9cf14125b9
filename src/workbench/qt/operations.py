"""Work off the GUI thread, written once: progress, cancelling, errors, and who hears what changed.

Threads of four kinds serve the archive: one for everything that writes, in order, one for reads without
a bound, one for reads that take seconds and hold up nothing, and two that wait for other processes.
Every answer comes back on the GUI thread, in the order in which it was made.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Any, Generic, TypeVar

import PySide6
import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from workbench.domain.changes import Changes
from workbench.domain.crashes import crash_report
from workbench.domain.errors import CancelledError, LockedError, WorkbenchError
from workbench.i18n import _

T = TypeVar("T")

_PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress: more would only fill the GUI's queue."""


class JobState(StrEnum):
    """Where a piece of background work stands."""

    WAITING = "waiting"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    CRASHED = "crashed"


@dataclass(eq=False)
class Job:
    """One piece of background work, as the status bar shows it. `title` is never archive content."""

    number: int
    title: str
    initiator: object | None
    cancellable: bool
    writes: bool = True
    lasting: bool = True
    """Whether something is lost where it is cut off: what writes, and reads that bring in or write out."""

    in_parts: bool = False
    """Whether what it has done stays where it is stopped, and the rest is asked for another time."""

    state: JobState = JobState.WAITING
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing of it is kept but `in_parts`. No effect where it cannot."""
        if self.cancellable:
            self._stop.set()

    @property
    def running(self) -> bool:
        """Whether it has not ended yet, in whatever way."""
        return self.state is JobState.WAITING

    @property
    def cancel_asked(self) -> bool:
        """Whether somebody has asked it to stop."""
        return self._stop.is_set()


class Context:
    """What the work is given on its own thread."""

    def __init__(self, job: Job, report: Callable[[int, int], None]) -> None:
        self.job = job
        self._report = report
        self._last = float("-inf")

    def check(self) -> None:
        """Go on, or stop here.

        Raises:
            CancelledError: the person asked to stop.
        """
        if self.job.cancel_asked:
            raise CancelledError(_("Stopped."), kept=_("Nothing of it was kept."))

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is, in steps of its own; `total` 0 where it is not known.

        Raises:
            CancelledError: the person asked to stop.
        """
        self.check()
        now = time.monotonic()
        if now - self._last >= _PROGRESS_INTERVAL or done == total:
            self._last = now
            self._report(done, total)


@dataclass(eq=False)
class _Call(Generic[T]):
    """A job with everything that belongs to its answer."""

    job: Job
    work: Callable[[Context], T]
    on_done: Callable[[T], None] | None
    on_error: Callable[[WorkbenchError], bool | None] | None
    guards: tuple[QObject, ...]

    @property
    def wanted(self) -> bool:
        """Whether everyone who waits for the answer still exists."""
        return all(shiboken6.isValid(guard) for guard in self.guards)


def _guards(*parties: object) -> tuple[QObject, ...]:
    """Return the Qt objects among the parties and the owners of bound methods."""
    owners = (getattr(party, "__self__", party) for party in parties)
    return tuple(owner for owner in owners if isinstance(owner, QObject))


class Operations(QObject):
    """Runs work in the background and brings its answer, its errors and its changes to the window.

    Signals, all on the GUI thread: `started(Job)`, `progressed(Job, done, total)`,
    `finished(Job)` after every end of whatever kind, `changed(Changes)` once for each write,
    `failed(WorkbenchError)` for known errors that their caller has not shown itself, and
    `crashed(str)` with a report, free of content, for bugs.
    """

    started = Signal(object)
    progressed = Signal(object, int, int)
    finished = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    crashed = Signal(str)
    entitled = Signal(object)
    """Work that was too short to be told of has got a title after all."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reader")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._outside = ThreadPoolExecutor(2, thread_name_prefix="outside")
        self._jobs: dict[int, Job] = {}
        self._closed = False
        self._arrived.connect(self._take_delivery, Qt.ConnectionType.QueuedConnection)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The work that has not ended, oldest first."""
        return tuple(self._jobs.values())

    @property
    def closed(self) -> bool:
        """Whether everything is being stopped, and no answer will be delivered any more."""
        return self._closed

    def run(
        self,
        work: Callable[[Context], T],
        *,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[WorkbenchError], bool | None] | None = None,
        title: str = "",
        initiator: object | None = None,
        cancellable: bool = False,
        owner: QObject | None = None,
    ) -> Job:
        """Do `work` on the writer's thread, after all writes asked for before.

        Where the value has `changes` that are not None, `changed` is emitted before `on_done`,
        which is given the whole value. `on_error` returns True where it has shown the error
        itself; any other answer sends it on to `failed`. A cancelled job gives `on_error` a
        `CancelledError`, which is never sent on. Callbacks are left out once `owner`, the
        initiator, or the Qt object whose method they are has been deleted.
        """
        job = Job(next(self._numbers), title, initiator, cancellable)
        return self._submit(self._writer, job, work, on_done, on_error, owner)

    def run_read(
        self,
        work: Callable[[Context], T],
        *,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[WorkbenchError], bool | None] | None = None,
        title: str = "",
        initiator: object | None = None,
        cancellable: bool = True,
        owner: QObject | None = None,
        lasting: bool = False,
        in_parts: bool = False,
        aside: bool = False,
        outside: bool = False,
    ) -> Job:
        """Do a read without a bound beside the writer; else as `run`.

        One that takes seconds, and that no other needs to wait for, is done `aside`, on a thread
        of its own; what another process does, for minutes, is waited for `outside`, on others.

        A `lasting` one has an effect beyond the screen (a file, what is imported next): who leaves
        the archive waits for it as for a write, and stops any other. One of hours, which is done
        `in_parts`, is stopped as well, unless the person chooses to wait for it.
        After `shut_down` nothing is read and nobody is told: the job comes back cancelled. A
        write that comes so late would be lost, so `run` raises RuntimeError then.
        """
        job = Job(next(self._numbers), title, initiator, cancellable, writes=False, lasting=lasting, in_parts=in_parts)
        thread = self._outside if outside else self._aside if aside else self._reader
        return self._submit(thread, job, work, on_done, on_error, owner)

    def entitle(self, job: Job, title: str) -> None:
        """Show work that has no title under one, where it has not ended yet."""
        if job.running:
            job.title = title
            self.entitled.emit(job)

    def _submit(
        self,
        thread: ThreadPoolExecutor,
        job: Job,
        work: Callable[[Context], T],
        on_done: Callable[[T], None] | None,
        on_error: Callable[[WorkbenchError], bool | None] | None,
        owner: QObject | None,
    ) -> Job:
        if self._closed and not job.writes:
            job.state = JobState.CANCELLED
            return job
        call = _Call(job, work, on_done, on_error, _guards(owner, job.initiator, on_done, on_error))
        thread.submit(self._work_through, call)
        self._jobs[job.number] = job
        self.started.emit(job)
        return job

    def _work_through(self, call: _Call[Any]) -> None:
        """Run on a worker's thread: whatever happens goes to the GUI thread as one delivery."""

        def report(done: int, total: int) -> None:
            self._send(lambda: self.progressed.emit(call.job, done, total))

        context = Context(call.job, report)
        try:
            context.check()
            value = call.work(context)
        except WorkbenchError as error:
            known = error.with_traceback(None)
            self._send(lambda: self._end_in_error(call, known))
        except BaseException as error:  # noqa: BLE001 - the one place where bugs of background work arrive
            report_text = _report(error)
            self._send(lambda: self._end_in_crash(call, report_text))
        else:
            self._send(lambda: self._end_well(call, value))

    def _send(self, delivery: Callable[[], None]) -> None:
        if not self._closed and shiboken6.isValid(self):
            self._arrived.emit(delivery)

    @Slot(object)
    def _take_delivery(self, delivery: Callable[[], None]) -> None:
        if self._closed:
            return
        try:
            delivery()
        except Exception as error:  # noqa: BLE001 - a callback's bug must not take the event loop with it
            self.crashed.emit(_report(error))

    def _end_well(self, call: _Call[Any], value: Any) -> None:
        self._end(call.job, JobState.DONE)
        changes = getattr(value, "changes", None)
        if isinstance(changes, Changes):
            self.changed.emit(changes)
        if call.on_done is not None and call.wanted:
            call.on_done(value)

    def _end_in_error(self, call: _Call[Any], error: WorkbenchError) -> None:
        cancelled = isinstance(error, CancelledError)
        self._end(call.job, JobState.CANCELLED if cancelled else JobState.FAILED)
        shown = call.on_error(error) if call.on_error is not None and call.wanted else False
        # A read that comes just after the archive was locked asks for what nobody sees any more.
        late = isinstance(error, LockedError) and not call.job.writes
        if not shown and not cancelled and not late:
            self.failed.emit(error)

    def _end_in_crash(self, call: _Call[Any], report: str) -> None:
        self._end(call.job, JobState.CRASHED)
        self.crashed.emit(report)

    def _end(self, job: Job, state: JobState) -> None:
        job.state = state
        del self._jobs[job.number]
        self.finished.emit(job)

    def shut_down(self) -> None:
        """Stop what can be stopped, wait for the writer and the reader, and deliver nothing more.

        Writes that were asked for are done: what the person did is not lost by closing.
        """
        for job in self.jobs:
            job.cancel()
        self._closed = True
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True)
        self._aside.shutdown(wait=True)
        self._outside.shutdown(wait=True)
        self._jobs.clear()


def _report(error: BaseException) -> str:
    return crash_report(error, f"PySide6 {PySide6.__version__}")


def catch_crashes(operations: Operations) -> Callable[[], None]:
    """Send bugs of the GUI thread and of any other thread to `crashed`; returns what undoes it.

    Python's own hooks would print the exception's text, which may hold content.
    """
    before, threads_before = sys.excepthook, threading.excepthook

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            before(kind, error, trace)
        elif isinstance(error, WorkbenchError):
            operations.failed.emit(error)
        else:
            operations.crashed.emit(_report(error.with_traceback(trace)))

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            operations.crashed.emit(_report(args.exc_value))

    sys.excepthook, threading.excepthook = on_exception, on_thread_exception

    def undo() -> None:
        sys.excepthook, threading.excepthook = before, threads_before

    return undo
