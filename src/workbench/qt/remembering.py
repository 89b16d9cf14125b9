"""The translation memory of a session: read in the background when it is first wanted, and kept in step since."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from sqlalchemy import Connection

from workbench.domain.changes import Change, Changes
from workbench.i18n import _
from workbench.qt.operations import Context, Job, Operations
from workbench.services.memory import Memory
from workbench.store.archive import Archive

T = TypeVar("T")

_LONG = 1_000
"""Milliseconds from which on reading a language is told of in the status bar."""


class Remembering(QObject):
    """Holds the indexes, which go with the session.

    What is asked of a language whose index is not made yet is answered from the archive's own
    index of words.
    """

    ready = Signal(str)
    """The language whose index is made now."""

    def __init__(self, archive: Archive, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive, self._operations = archive, operations
        self._memory = Memory()
        self._unseen: deque[Change] = deque()
        self._loading: dict[str, Job] = {}
        operations.changed.connect(self._note)

    def _note(self, changes: Changes) -> None:
        self._unseen.extend(changes.rows)

    def want(self, language: str) -> None:
        """Have the index of a language (a primary subtag) made, where it is not yet; at once where it is."""
        known = self._memory.ready(language) and language not in self._memory.stale
        if known or language in self._loading:
            return
        archive, memory = self._archive, self._memory
        memory.begin(language)

        def work(context: Context) -> str:
            with archive.read() as connection:
                memory.load(connection, language, context.progress)
            return language

        job = self._operations.run_read(
            work, on_done=self._loaded, on_error=lambda _error: self._failed(language), owner=self, aside=True
        )
        self._loading[language] = job
        QTimer.singleShot(_LONG, self, lambda: self._operations.entitle(job, _("Reading the translation memory")))

    def _loaded(self, language: str) -> None:
        del self._loading[language]
        self.ready.emit(language)

    def _failed(self, language: str) -> bool:
        del self._loading[language]
        return False

    def is_ready(self, language: str) -> bool:
        """Tell whether the index of a language is made."""
        return self._memory.ready(language)

    def ask(
        self, question: Callable[[Memory, Connection], T], *, on_done: Callable[[T], None], owner: QObject | None
    ) -> Job:
        """Ask the memory in the worker, once it is in step with every write so far."""
        archive, memory, unseen = self._archive, self._memory, self._unseen

        def work(_context: Context) -> T:
            changes = [unseen.popleft() for _n in range(len(unseen))]
            with archive.read() as connection:
                memory.keep_up(connection, changes)
                return question(memory, connection)

        def done(value: T) -> None:
            for language in memory.stale:
                self.want(language)
            on_done(value)

        return self._operations.run_read(work, on_done=done, owner=owner)
