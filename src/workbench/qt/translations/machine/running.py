"""Models at work for the desk: asked in their own process, and what they say kept as proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _, active
from workbench.languages.machine.told import text_reason
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.services.machine import Answer, keep_proposals, lines_for, translations
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

    `changed` where it begins, goes on or ends; `ended(Ended)` once all is kept.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._answers: list[Answer] = []
        self._end = Ended()
        self.done, self.total = 0, 0
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
        self._answers, self._end = [], Ended()
        self.done, self.total = 0, 0
        answers = self._answers

        def work(context: Context) -> None:
            with archive.read() as connection:
                asked = lines_for(connection, model, lines, waiting=waiting)
            stopped, progress = (lambda: context.job.cancel_asked), context.progress
            # What was said before it is stopped, or breaks off, is in the list by then.
            answers.extend(translations(model, folder, asked, cancel=stopped, progress=progress))

        self._job = self._session.operations.run_read(
            work,
            on_done=lambda _none: self._keep(model),
            on_error=lambda error: self._failed(model, error),
            owner=self,
            title=_("A machine translates"),
            lasting=True,
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

    def _failed(self, model: ModelRow, error: WorkbenchError) -> bool:
        self._end.stopped = isinstance(error, CancelledError)
        self._end.error = None if self._end.stopped else error
        self._keep(model)
        return True

    def _keep(self, model: ModelRow) -> None:
        self._end.refused = Counter(answer.reason for answer in self._answers if answer.reason)
        if not any(answer.text for answer in self._answers):
            self._finish(0)
            return
        self._session.perform(
            keep_proposals(model, self._answers), on_done=self._finish, on_error=self._lost, initiator=self
        )

    def _lost(self, error: WorkbenchError) -> bool:
        self._end.error = error
        self._finish(0)
        return True

    def _finish(self, kept: int) -> None:
        self._job = None
        self._end.kept = kept
        self.changed.emit()
        self.ended.emit(self._end)
