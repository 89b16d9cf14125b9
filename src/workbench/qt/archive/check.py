"""What checking the archive found, in plain words."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import WorkbenchError
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.archive.page import Waiting
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.session import Session
from workbench.services.checks import CheckReport, check_archive

_PROBLEMS = {
    "page": N_("Damaged pages of the file"),
    "log": N_("Breaks in the log: a change was altered or taken out"),
    "row": N_("Rows that are not as the log says"),
    "rule": N_("Rows that break a rule of the archive, such as a review by the translator"),
    "original": N_("Originals that are not as they were received"),
    "passage": N_("Passages that no longer fit their text"),
}


class CheckPanel(Live, QWidget):
    """Runs the check beside the work, and says what it found."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._report: CheckReport | None = None
        self._job: Job | None = None
        self.result = Banner()
        self.facts = PlainLabel("", wrap=True)
        self._waiting = Waiting()
        self.again = Button(lambda: _("Check again"), self.run)
        self._column = QVBoxLayout(self)
        about = PlainLabel(
            lambda: _(
                "Reads everything once: the pages of the file, the chain of the log, the originals, and every "
                "passage against its text. Nothing is changed."
            ),
            role="second",
            wrap=True,
        )
        for part in (about, self._waiting, self.result, self.facts, self.again):
            self._column.addWidget(part)
        self._column.addStretch(1)
        session.operations.progressed.connect(self._show_progress)
        self.restyle()
        self.run()

    def run(self) -> None:
        """Check the archive in the background."""
        archive = self._session.archive
        self.again.setEnabled(False)
        self.result.close_message()
        self._waiting.begin(lambda: _("Checking…"))
        self._job = self._session.operations.run_read(
            lambda context: check_archive(archive, context.progress),
            on_done=self._show,
            on_error=self._failed,
            title=_("Checking the archive"),
            initiator=self,
        )

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._waiting.show_progress(done, total)

    def _failed(self, error: WorkbenchError) -> bool:
        self._stop()
        self.result.show_error(error)
        return True

    def _stop(self) -> None:
        self._waiting.end()
        self.again.setEnabled(True)

    def _show(self, report: CheckReport) -> None:
        self._stop()
        self._report = report
        if report.sound:
            self.result.show_message(Level.SUCCESS, lambda: _("Everything is as it should be."))
        else:
            self.result.show_message(
                Level.ERROR,
                lambda: _("Not everything is as it should be."),
                more=lambda: _("Copy the archive file before anything else, or go back to an earlier copy."),
            )
        self.facts.set_words(self._facts)

    def _facts(self) -> str:
        report = self._report
        if report is None:
            return ""
        number = active().number
        lines = [
            ngettext("{n} change in the log", "{n} changes in the log", report.changes).format(
                n=number(report.changes)
            ),
            ngettext("{n} original or text", "{n} originals and texts", report.blobs).format(n=number(report.blobs)),
            ngettext("{n} passage", "{n} passages", report.passages).format(n=number(report.passages)),
        ]
        found = Counter(problem.what for problem in report.problems)
        lines += [f"{_(_PROBLEMS.get(what, what))}: {number(count)}" for what, count in found.items()]
        return "\n".join(lines)

    @override
    def restyle(self) -> None:
        room = current_look().px("room")
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(current_look().px("wide"))
