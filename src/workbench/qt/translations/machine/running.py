"""Models at work for the desk: asked in their own process, and what they say kept as proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _, active
from workbench.languages.machine.told import text_reason
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.services.machine import EVERY, Answer, in_parts, keep_proposals, lines_for, translations
from workbench.store.queries.machine import ModelRow, list_models


@dataclass(slots=True)
class Ended:
    """What became of it: how many proposals were kept, and why others not.

    `stopped` by the person, or by an `error`; what was said until then is kept all the same.
    """

    kept: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    stopped: bool = False
    error: WorkbenchError | None = None

    def refusals(self) -> str:
        """Say in the active language why nothing is proposed for some lines, and for how many."""
        number = active().number
        return ", ".join(f"{text_reason(reason)} ({number(count)})" for reason, count in self.refused.most_common())


class Runner(QObject):
    """One model is at work at a time, however long; it goes on when its screen is closed.

    What it says is kept as it goes, an operation `every` so many seconds. `changed` where it begins, goes on or
    ends; `ended(Ended)` once all is kept.
    """

    changed = Signal()
    ended = Signal(object)

    _said = Signal(object)
    """A part of the answers, from the worker's thread."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.every = EVERY
        """Seconds after which what was said is kept."""

        self._model: ModelRow | None = None
        self._end = Ended()
        self._asking = False
        self._writing = 0
        self.done, self.total = 0, 0
        self._said.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        session.operations.progressed.connect(self._progressed)

    @property
    def busy(self) -> bool:
        """Whether a model is at work."""
        return self._job is not None

    def known(self) -> list[tuple[ModelRow, Path | None]]:
        """Return the archive's models, each with its folder on this computer; None where that is not known."""
        with self._session.read() as connection:
            models = list_models(connection)
        return [(model, self._session.settings.machine_folder(model.digest)) for model in models]

    def run(self, model: ModelRow, folder: Path, wanted: Iterable[tuple[str, str]], *, waiting: bool) -> None:
        """Ask a model for quotes and languages; see `services.machine.lines_for`. Nothing where one is at work."""
        if self.busy or self._session.read_only:
            return
        lines, archive = list(wanted), self._session.archive
        self._end, self._model = Ended(), model
        self.done, self.total = 0, 0
        self._asking = True

        def work(context: Context) -> None:
            with archive.read() as connection:
                asked = lines_for(connection, model, lines, waiting=waiting)
            stopped, progress = (lambda: context.job.cancel_asked), context.progress
            said = translations(model, folder, asked, cancel=stopped, progress=progress)
            for part in in_parts(said, every=self.every):
                self._said.emit(part)

        self._job = self._session.operations.run_read(
            work,
            on_done=lambda _none: self._over(),
            on_error=self._failed,
            owner=self,
            title=_("A machine translates"),
            lasting=True,
            in_parts=True,
            outside=True,
        )
        self.changed.emit()

    def stop(self) -> None:
        """Stop the model; what it has said is kept."""
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.done, self.total = done, total
            self.changed.emit()

    def _keep(self, part: list[Answer]) -> None:
        self._end.refused.update(answer.reason for answer in part if answer.reason)
        if self._model is not None and any(answer.text for answer in part):
            self._writing += 1
            act = keep_proposals(self._model, part)
            self._session.perform(act, on_done=self._kept, on_error=self._lost, initiator=self)

    def _kept(self, count: int) -> None:
        self._end.kept += count
        self._written()

    def _lost(self, error: WorkbenchError) -> bool:
        self.stop()  # what comes after it would be lost as well
        self._end.error = error
        self._written()
        return True

    def _written(self) -> None:
        self._writing -= 1
        self._finish_when_kept()

    def _failed(self, error: WorkbenchError) -> bool:
        if isinstance(error, CancelledError):
            self._end.stopped = self._end.error is None
        else:
            self._end.error = error
        self._over()
        return True

    def _over(self) -> None:
        self._asking = False
        self._finish_when_kept()

    def _finish_when_kept(self) -> None:
        if self._asking or self._writing:
            return
        self._job = None
        self.changed.emit()
        self.ended.emit(self._end)
