"""On a record's page: that it may be there twice, and what was merged into it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _, ngettext
from workbench.languages.sameness import LIKELY
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.records.sameness.twins import twins_of
from workbench.qt.session import Session
from workbench.services.sameness import Merged, merged_records
from workbench.services.splitting import split_record
from workbench.store.queries.records import record_names
from workbench.store.queries.sameness import merging_ids


class SameNotice(Live, QWidget):
    """Hidden while there is nothing to say; reads in the background, so that no page waits for it."""

    compare_asked = Signal()
    """The person wants to see the two side by side."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id = ""
        self._again = False
        self._job: Job | None = None
        self._reading_merged: Job | None = None
        # After everybody has heard of a write: the index of names among them.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._read)
        session.changed.connect(self._follow)
        self.likely: list[str] = []
        """Names of the likely duplicates."""

        self._words = PlainLabel(self._say, role="second")
        self.compare_button = Button(lambda: _("Compare"), self.compare_asked.emit, kind="quiet", icon="columns-2")
        self._line = QWidget()
        flow = Flow(self._line)
        flow.addWidget(self._words)
        flow.addWidget(self.compare_button)
        self.split_buttons: list[Button] = []
        self._merged: list[Merged] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._line.hide()
        self.hide()
        self.restyle()

    def show_record(self, record_id: str) -> None:
        """Say it of a record; called at each change of it."""
        if record_id != self._record_id:
            self._record_id, self.likely = record_id, []
            self._show_merged([])
        with self._session.read() as connection:
            any_merged = bool(merging_ids(connection, record_id))
        self._reading_merged = self._read_merged() if any_merged else None
        if not any_merged:
            self._show_merged([])
        self._again = True
        self._settle.start()

    def _follow(self, changes: Changes) -> None:
        """Follow what the page does not: that two are not the same, and who was merged into this one."""
        if self._record_id and changes.touches("not_same", "merging"):
            self.show_record(self._record_id)

    @property
    def _reading(self) -> bool:
        return self._job is not None and self._job.running

    def _read(self) -> None:
        """Look for duplicates; one search at a time, and the last one asked for counts."""
        if self._reading or not self._again:
            return
        self._again = False
        record_id, language, archive = self._record_id, self._session.language, self._session.archive
        twins = twins_of(self._session)

        def work(_context: object) -> tuple[str, list[str]]:
            with archive.read() as connection:
                found = [each.record_id for each in twins.of(connection, record_id, language) if each.score >= LIKELY]
                names = record_names(connection, found, language)
            return record_id, [names.get(each, "") for each in found]

        self._job = self._session.operations.run_read(
            work, on_done=self._found, on_error=lambda _error: self._failed(), owner=self
        )

    def _read_merged(self) -> Job:
        """Read what was merged into the record: all that a merge took over is held with its name, megabytes maybe."""
        record_id, language, archive = self._record_id, self._session.language, self._session.archive

        def work(_context: object) -> list[Merged]:
            with archive.read() as connection:
                return merged_records(connection, record_id, language)

        def done(merged: list[Merged]) -> None:
            if job is self._reading_merged:  # nothing was asked for since
                self._show_merged(merged)

        job = self._session.operations.run_read(work, on_done=done, owner=self)
        return job

    def _show_merged(self, merged: list[Merged]) -> None:
        if merged != self._merged:
            self._merged = merged
            self._list_merged()
        self._show()

    def _found(self, found: tuple[str, list[str]]) -> None:
        if found[0] == self._record_id:
            self.likely = found[1]
            self._show()
        self._read()

    @staticmethod
    def _failed() -> bool:
        """Say nothing: the page is whole without it, and whoever asks for the comparison is told."""
        return True

    def _show(self) -> None:
        self._words.retranslate()
        self._line.setVisible(bool(self.likely))
        self.setVisible(bool(self.likely or self._merged))

    def _say(self) -> str:
        if not self.likely:
            return ""
        more = len(self.likely) - 1
        if more:
            words = ngettext(
                "Possibly the same as {name} and {n} other", "Possibly the same as {name} and {n} others", more
            )
            return words.format(name=self.likely[0], n=more)
        return _("Possibly the same as {name}").format(name=self.likely[0])

    def _list_merged(self) -> None:
        while (item := self._column.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.split_buttons = []
        for each in self._merged:
            line = self._merged_line(each)
            self._column.addWidget(line)
            line.show()

    def _merged_line(self, each: Merged) -> QWidget:
        line = QWidget()
        flow = Flow(line)
        button = Button(lambda: _("Split again"), lambda: self.split(each.merging_id), kind="quiet", icon="split")
        button.setObjectName(f"split {each.merging_id}")
        button.setDisabled(self._session.read_only)
        flow.addWidget(PlainLabel(lambda: _("Merged from {name}").format(name=each.name), role="second"))
        flow.addWidget(button)
        self.split_buttons.append(button)
        return line

    def split(self, merging_id: str) -> None:
        """Make a merged record one of its own again."""
        self._session.perform(
            split_record(merging_id), initiator=self, title=_("Splitting the record off"), cancellable=True
        )

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("half"))
