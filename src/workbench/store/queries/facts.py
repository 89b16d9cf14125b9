"""What lists and tables sort and filter records by: read of all at once, or of those that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, exists, func, select, text

from workbench.domain.changes import Change
from workbench.domain.properties import Property, find_property
from workbench.store.tables import Evidence, Mention, Name, Quote, Record, Statement
from workbench.store.work import table_of

RECORD, NAME, MENTION = table_of(Record), table_of(Name), table_of(Mention)
STATEMENT, EVIDENCE, QUOTE = table_of(Statement), table_of(Evidence), table_of(Quote)

_TOGETHER = 500
"""Ids in one question to the database: well under what it takes."""


class RecordFact(NamedTuple):
    """A record without what is said of it."""

    id: str
    kind: str
    level: str


class NameFact(NamedTuple):
    """One form of a name with its key across scripts (empty where the index does not have it)."""

    record_id: str
    value: str
    tag: str
    kind: str
    folded: str


class StatementFact(NamedTuple):
    """One property value, as `domain.conflicts` asks of one; `supported` where a passage is cited for it."""

    record_id: str
    id: str
    value: str
    language: str
    dated: str
    standing: str
    place_id: str | None
    supported: bool
    about: Property


def record_facts(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[RecordFact]:
    """Yield records in the order in which they were made; all of them where no ids are given."""
    query = select(RECORD.c.id, RECORD.c.kind, RECORD.c.level).order_by(RECORD.c.id)
    return (RecordFact(*row) for row in _rows(connection, query, RECORD.c.id, ids))


def name_facts(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[NameFact]:
    """Yield the names of records, each record's in the order in which they were given."""
    key = text("(SELECT folded FROM search_item WHERE row_id = name.id)")
    query = select(NAME.c.record_id, NAME.c.value, NAME.c.tag, NAME.c.kind, key).order_by(NAME.c.id)
    return (
        NameFact(row[0], row[1], row[2], row[3], row[4] or "")
        for row in _rows(connection, query, NAME.c.record_id, ids)
    )


def statement_facts(
    connection: Connection, own: Mapping[str, Property], ids: Sequence[str] | None = None
) -> Iterator[StatementFact]:
    """Yield what is said of records, each record's in the order in which it was said; `own` as the archive has them."""
    columns = STATEMENT.c
    supported = exists().where(EVIDENCE.c.statement_id == columns.id).correlate(STATEMENT)
    query = select(
        columns.record_id,
        columns.id,
        columns.value,
        columns.language,
        columns.dated,
        columns.standing,
        columns.place_id,
        supported,
        columns.property,
    ).order_by(columns.id)
    for row in _rows(connection, query, columns.record_id, ids):
        facts = dict(zip(StatementFact._fields, row[:8], strict=False))
        yield StatementFact(**facts, about=find_property(own, row[8]))


def mention_counts(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, int]:
    """Return how many passages name each record; records that none names are left out."""
    return _counts(connection, MENTION.c.record_id, ids)


def quote_counts(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, int]:
    """Return how many quotes each record has; records without one are left out."""
    return _counts(connection, QUOTE.c.speaker_id, ids)


def _counts(connection: Connection, column: ColumnElement[str], ids: Sequence[str] | None) -> dict[str, int]:
    query = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return {row[0]: row[1] for row in _rows(connection, query, column, ids)}


def _rows(connection: Connection, query: Any, column: ColumnElement[str], ids: Sequence[str] | None) -> Iterator[Any]:
    if ids is None:
        yield from connection.execute(query)
        return
    for start in range(0, len(ids), _TOGETHER):
        yield from connection.execute(query.where(column.in_(ids[start : start + _TOGETHER])))


_OWNERS = {"name": "record_id", "mention": "record_id", "statement": "record_id", "quote": "speaker_id"}


def records_touched(connection: Connection, changes: Iterable[Change]) -> set[str]:
    """Return the records whose facts may be others after these changes."""
    found: set[str] = set()
    statements: set[str] = set()
    for change in changes:
        rows = [row for row in (change.before, change.after) if row is not None]
        if change.table == "record":
            found.add(change.row_id)
        elif change.table in _OWNERS:
            found |= {row[_OWNERS[change.table]] for row in rows if row.get(_OWNERS[change.table])}
        elif change.table == "evidence":
            statements |= {row["statement_id"] for row in rows if row.get("statement_id")}
    query = select(STATEMENT.c.record_id)
    return found | {row[0] for row in _rows(connection, query, STATEMENT.c.id, sorted(statements))}
