"""In a form that makes a record: that the archive may have it already, before a twin is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.i18n import _
from workbench.languages.sameness import POSSIBLE
from workbench.qt.frame.base import Button, Live
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.records.sameness.twins import twins_of
from workbench.qt.session import Session
from workbench.store.queries.records import record_names

Names = Sequence[tuple[str, str]]
"""Names as they were typed, each with its BCP 47 tag."""

_PAUSE = 250
"""Milliseconds without a key before the archive is asked."""

_SHOWN = 3


class SameHint(Live, QWidget):
    """Says “possibly the same as …” with a button for each; hidden while nothing fits.

    `look` is called at every key; `names` gives what is typed by then.
    """

    chosen = Signal(str)
    """The id of a record that the person means instead."""

    def __init__(self, session: Session, kind: RecordKind, names: Callable[[], Names]) -> None:
        super().__init__()
        self._session, self._kind, self._names = session, kind, names
        self._again = False
        self._job: Job | None = None
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.hide()
        self.restyle()

    def look(self, *_typed: object) -> None:
        """Look again once the person pauses."""
        self._pause.start()

    @property
    def _reading(self) -> bool:
        return self._job is not None and self._job.running

    def _ask(self) -> None:
        if self._reading:
            self._again = True
            return
        names = [(value.strip(), tag) for value, tag in self._names() if value.strip()]
        if not names:
            self._show([])
            return
        self._again = False
        twins, kind, language = twins_of(self._session), self._kind.value, self._session.language
        archive = self._session.archive

        def work(_context: object) -> list[tuple[str, str]]:
            with archive.read() as connection:
                near = twins.of_names(connection, kind, names, language)
                found = [each.record_id for each in near if each.score >= POSSIBLE][:_SHOWN]
                words = record_names(connection, found, language)
            return [(each, words.get(each, "")) for each in found]

        self._job = self._session.operations.run_read(
            work, on_done=self._found, on_error=lambda _error: self._failed(), owner=self
        )

    def _found(self, found: list[tuple[str, str]]) -> None:
        self._show(found)
        if self._again:
            self._ask()

    @staticmethod
    def _failed() -> bool:
        """Say nothing: the record can be made all the same."""
        return True

    def _show(self, found: list[tuple[str, str]]) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for record_id, name in found:
            button = Button(
                lambda name=name: _("Possibly the same as {name}: open it").format(name=name),  # type: ignore[misc]
                lambda key=record_id: self.chosen.emit(key),  # type: ignore[misc]
                kind="quiet",
                icon="users",
            )
            button.let_break()
            self.buttons.append(button)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
        self.setVisible(bool(found))

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("half"))
