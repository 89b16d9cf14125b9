"""Marks that are shown while they are still being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import new_id
from workbench.domain.kinds import PassageKind
from workbench.domain.passages import MarkedPassage, QuoteState
from workbench.qt.session import Session
from workbench.qt.sources.article import Article
from workbench.store.queries.passages import passage_marks
from workbench.store.work import Act


class MarksAtOnce:
    """Shows a passage as it will be and makes it the current one; after a failed write, as it still is.

    A passage that is new has its id from here, so that what is done with it next needs no waiting:
    writes are done in order.
    """

    def __init__(self, session: Session, article: Article) -> None:
        self._session, self._article = session, article
        self._written: set[str] = set()

    def writes(self, passage_id: str | None) -> bool:
        """Tell whether the archive does not have this passage yet."""
        return passage_id in self._written

    def mark(
        self,
        text_version_id: str,
        span: Span,
        act_of: Callable[[str], Act[Any]],
        *,
        kind: PassageKind | None = None,
        record: str | None = None,
        settled: Callable[[object], object] | None = None,
        current: bool = True,
    ) -> None:
        """Show words as a passage of a kind that names a record, and perform what `act_of` makes for its id.

        Where the archive has the passage, the id is empty: the passage is the one at its place.

        The kind None adds none. `settled` is called with the act's value or with the error,
        which the window shows. With `current` the passage becomes the current one.
        """
        article, reader = self._article, self._article.reader
        known = next((p for p in reader.passages.at(span.start) if p.span == span), None)
        shown = known or MarkedPassage(new_id(), span)
        if known is None:
            self._written.add(shown.id)
        if article.source is not None and article.source.text_version_id == text_version_id:
            reader.change_passage(_with(shown, kind, record))
            if current:
                reader.set_current(shown.id)

        def ended(answer: object) -> None:
            self._written.discard(shown.id)
            if settled is not None:
                settled(answer)

        def failed(error: WorkbenchError) -> bool:
            self.take_back(shown.id)
            ended(error)
            return False

        # One that the archive has is found by its place there: it may have been carried elsewhere.
        key = shown.id if self.writes(shown.id) else ""
        self._session.perform(act_of(key), on_done=ended, on_error=failed, initiator=article)

    def take_back(self, passage_id: str) -> None:
        """Show a passage as the open text has it in the archive, or no longer."""
        source = self._article.source
        if source is not None and self._session.archive.is_open:
            ids = frozenset({passage_id})
            with self._session.read() as connection:
                still = passage_marks(connection, source.text_version_id, ids)
            self._article.update_passages(ids, still)


def _with(passage: MarkedPassage, kind: PassageKind | None, record: str | None) -> MarkedPassage:
    """Return a passage with a kind and a record more; nothing attached is as faint as evidence."""
    own = set(passage.kinds) | ({kind} if kind is not None else set())
    if len(own) > 1:
        own.discard(PassageKind.EVIDENCE)
    kinds = tuple(each for each in PassageKind if each in own) or (PassageKind.EVIDENCE,)
    records = passage.records if record in (None, *passage.records) else (*passage.records, str(record))
    state = (passage.state or QuoteState.MISSING) if PassageKind.QUOTE in kinds else None
    return passage._replace(kinds=kinds, records=records, state=state)
