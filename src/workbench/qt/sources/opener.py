"""Reading a source in the background, the last one asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workbench.domain.changes import Changes
from workbench.domain.structure import StructuredText
from workbench.qt.operations import Context, Job
from workbench.qt.reader.passage_index import PassageIndex
from workbench.qt.session import Session
from workbench.store.queries.passages import passage_marks, place_of
from workbench.store.queries.sources import SourceDetail, read_text, source_detail


@dataclass(frozen=True, slots=True)
class Opening:
    """A source with its text and passages, as one state of the archive has them."""

    source: SourceDetail
    text: StructuredText
    passages: PassageIndex


class Opener(QObject):
    """Gives the source that was asked for last; one that is gone by then is not given."""

    opened = Signal(object)
    """An `Opening`."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._job: Job | None = None

    def open(self, source_id: str, text_version_id: str | None = None) -> None:
        """Read a source in its newest text, or in another one of its own; `opened` comes later."""
        self._asked += 1
        number, archive = self._asked, self._session.archive
        if self._job is not None:
            self._job.cancel()

        def read(_context: Context) -> Opening | None:
            with archive.read() as connection:
                source = source_detail(connection, source_id, text_version_id)
                if source is None:
                    return None
                version = source.text_version_id
                return Opening(source, read_text(connection, version), PassageIndex(passage_marks(connection, version)))

        self._job = self._session.operations.run_read(
            read, on_done=lambda opening: self._take(number, opening), owner=self
        )

    def _take(self, number: int, opening: Opening | None) -> None:
        if number == self._asked and opening is not None:
            self.opened.emit(opening)


_ATTACHED = ("mention", "quote", "note", "passage_tag")
"""Tables whose rows decide how a passage looks; each names its passage."""


def passages_of(changes: Changes) -> set[str]:
    """Return the ids of the passages that look another way, or stand elsewhere, after an operation."""
    ids = set(changes.ids("passage"))
    for change in changes.rows:
        if change.table in _ATTACHED:
            ids.update(row["passage_id"] for row in (change.before, change.after) if row is not None)
    return ids


def standing_of(session: Session, passage_id: str | None) -> tuple[str, str] | None:
    """Return the ids of the source and the text version that a passage is in; None where it is gone."""
    if passage_id is None:
        return None
    with session.read() as connection:
        return place_of(connection, passage_id)
