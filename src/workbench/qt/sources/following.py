"""Bringing the passages on a text in step with a write, wherever the text is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.domain.changes import Changes
from workbench.domain.passages import MarkedPassage
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.qt.sources.article import Article
from workbench.qt.sources.opener import passages_of
from workbench.store.queries.passages import passage_marks

_FEW = 500
"""Passages that are looked up at once after a write; after a larger one all are read, by the worker."""


def brings_texts(changes: Changes, source_id: str) -> bool:
    """Tell whether an operation has given a source a text version, or taken one away."""
    rows = (row for change in changes.rows if change.table == "text_version" for row in (change.before, change.after))
    return any(row is not None and row["source_id"] == source_id for row in rows)


class Following(QObject):
    """Shows an article's passages as they are after each write."""

    followed = Signal()
    """Passages were changed on the text; for a large write a moment after it."""

    def __init__(self, session: Session, article: Article) -> None:
        super().__init__(article)
        self._session, self._article = session, article
        self._job: Job | None = None
        self._asked = 0

    def follow(self, changes: Changes) -> None:
        """Follow a write. Where it brings another text, the passages come with that one's opening."""
        source, ids = self._article.source, frozenset(passages_of(changes))
        if source is None or not ids or brings_texts(changes, source.id):
            return
        if len(ids) <= _FEW:
            with self._session.read() as connection:
                marks = passage_marks(connection, source.text_version_id, ids)
            self._article.update_passages(ids, marks)
            self.followed.emit()
        if len(ids) > _FEW or self._job is not None:  # what is being read may be from before this write
            self._read_all(source.text_version_id)

    def _read_all(self, text_version_id: str) -> None:
        self._asked += 1
        number, archive = self._asked, self._session.archive
        if self._job is not None:
            self._job.cancel()

        def read(_context: Context) -> list[MarkedPassage]:
            with archive.read() as connection:
                return passage_marks(connection, text_version_id)

        self._job = self._session.operations.run_read(
            read, on_done=lambda marks: self._take(number, text_version_id, marks), owner=self
        )

    def _take(self, number: int, text_version_id: str, marks: list[MarkedPassage]) -> None:
        if number != self._asked:
            return
        self._job = None
        source = self._article.source
        if source is not None and source.text_version_id == text_version_id:
            self._article.set_passages(marks)
            self.followed.emit()
