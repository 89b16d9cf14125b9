"""What decides which suggestions are still open: quotes that there are, and rejections."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.domain.anchors import Span
from workbench.store.tables import Mention, Passage, Quote, Rejection, Source, TextVersion
from workbench.store.work import table_of

QUOTE, PASSAGE, MENTION = table_of(Quote), table_of(Passage), table_of(Mention)
REJECTION, TEXT, SOURCE = table_of(Rejection), table_of(TextVersion), table_of(Source)


@dataclass(frozen=True, slots=True)
class RejectionRow:
    """A suggestion that was turned down, by its words and surroundings in its source."""

    id: str
    exact: str
    prefix: str
    suffix: str


def source_of_text(connection: Connection, text_version_id: str) -> tuple[str, str] | None:
    """Return the id and the language (BCP 47, may be empty) of a text version's source; None where it is gone."""
    query = select(SOURCE.c.id, SOURCE.c.language).join(TEXT, TEXT.c.source_id == SOURCE.c.id)
    row = connection.execute(query.where(TEXT.c.id == text_version_id)).first()
    return None if row is None else (row.id, row.language)


def quote_spans(connection: Connection, text_version_id: str) -> list[Span]:
    """Return where a text version's quotes stand, in order of place."""
    query = select(PASSAGE.c.start, PASSAGE.c.end).join(QUOTE, QUOTE.c.passage_id == PASSAGE.c.id)
    rows = connection.execute(query.where(PASSAGE.c.text_version_id == text_version_id).order_by(PASSAGE.c.start))
    return [Span(row.start, row.end) for row in rows]


def rejections(connection: Connection, source_id: str, kind: str) -> list[RejectionRow]:
    """Return what was rejected in a source, in the order in which it was."""
    query = select(REJECTION.c.id, REJECTION.c.exact, REJECTION.c.prefix, REJECTION.c.suffix)
    query = query.where(REJECTION.c.source_id == source_id, REJECTION.c.kind == kind).order_by(REJECTION.c.id)
    return [RejectionRow(*row) for row in connection.execute(query)]


def records_in_text(connection: Connection, text_version_id: str) -> frozenset[str]:
    """Return the ids of the records that a text version names or quotes."""
    named = select(MENTION.c.record_id).join(PASSAGE, PASSAGE.c.id == MENTION.c.passage_id)
    said = select(QUOTE.c.speaker_id).join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
    found: set[str] = set()
    for query in (named, said.where(QUOTE.c.speaker_id.is_not(None))):
        found.update(connection.execute(query.where(PASSAGE.c.text_version_id == text_version_id)).scalars())
    return frozenset(found)
